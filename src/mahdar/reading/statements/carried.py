"""An attitude carried by a verb: 'أعرب عن قلقه إزاء ...', 'جدد دعم بلاده لـ ...', 'أكد رفض مصر ...'.

The verb's carriers say by which link the noun of attitude may hang on it; the noun decides the act, and what opens
the content after the noun and its owner.
"""

from dataclasses import dataclass
from typing import Final

from mahdar.reading.clauses import Clause, preposition_of
from mahdar.reading.grammar import DEGREES, THAT
from mahdar.reading.lexicon import Carrier, NounSense, Stance, Word
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.predicates import finite_verb, governing_stance
from mahdar.reading.scene import ENTITY, Scene
from mahdar.reading.statements.speech import OPENING, Opening, document_after, is_predicate, speech_words, verb_of

REACH: Final = 45  # tokens between the verb and its noun
OWNER: Final = 30  # tokens between the noun and its content
LATER: Final = 10  # tokens between an addressee and the content after it


@dataclass(slots=True, eq=False)
class Attitude:
    """A noun of attitude that a verb carries, and where it stands."""

    stance: Stance
    at: int
    owned: bool  # by a pronoun written on to it: قلقه


def carried(scene: Scene, clause: Clause) -> Opening | None:
    """The opening of what the clause's verb carries; None if it carries no attitude."""
    attitude = attitude_of(scene, clause)
    if attitude is None:
        return None
    opening = content_of(scene, clause, attitude)
    document, _ = document_after(scene, clause)
    if opening is not None and document and not scene.infos[clause.at + 1].preposition:
        opening.document = document
    if opening is not None and attitude.stance.act == "affirm":  # التأكيد على دعم بلاده: the noun under it decides
        for sense in scene.infos[opening.first].nouns:
            if isinstance(sense.entry, Stance) and sense.entry.strong and not sense.det:
                under = Attitude(sense.entry, opening.first, bool(sense.suffix))
                return content_of(scene, clause, under) or opening
    return opening


def attitude_of(scene: Scene, clause: Clause) -> Attitude | None:
    """The noun of attitude under a carrying verb."""
    carriers = verb_of(clause).verb.carriers
    if not carriers:
        return None
    words, infos = scene.tokens.words, scene.infos
    links = frozenset(link for c in carriers for link in c.link)
    without_link = "" in links
    pending = ""
    under_noun = False
    document, k = document_after(scene, clause)
    if document and infos[clause.at + 1].preposition:
        k = clause.at + 1  # أكد في بيان: the subject's own
    limit = min(clause.sentence[1], clause.at + REACH)
    while k < limit:
        mention, word, info = scene.at.get(k), words[k], infos[k]
        noun = governing_stance(scene, k)
        if mention is not None and mention.kind != "nisba" and noun is None:
            k = mention.last
            pending = ""
            continue
        if word in THAT or word in OPENING or word == ":":
            return None
        if k > clause.at + 1 and is_predicate(scene, k, clause.sentence):
            return None
        if noun is not None and (pending or not under_noun):
            for sense in info.nouns:
                link = pending or ("ب" if sense.prep == "ب" else "")
                if isinstance(sense.entry, Stance) and any(carries(c, link, sense.entry, sense) for c in carriers):
                    return Attitude(sense.entry, k, bool(sense.suffix))
        if info.preposition or (info.clitic and info.function):  # في, بهذه
            pending = info.preposition or info.clitic
            under_noun = False
        elif word in COMMAS:
            pending = ""
            under_noun = False
        elif word in DEGREES or word.removeprefix("ب") in DEGREES:
            pass
        elif info.ordinary in ("noun", "masdar"):
            after_subject = clause.subject and k > clause.subject[-1].last - 1
            in_its_place = pending in links if pending else without_link and not info.clitic and after_subject
            if in_its_place:
                return None
            under_noun = not pending and (under_noun or not info.clitic)
            pending = ""
        k += 1
    return None


def carries(carrier: Carrier, link: str, stance: Stance, noun: NounSense) -> bool:
    """Whether a verb takes this noun of attitude, hung on it by this link."""
    if link not in carrier.link or (carrier.only and stance.act not in carrier.only) or stance.act in carrier.never:
        return False
    return carrier.all or (stance.strong and not noun.det)


def content_of(scene: Scene, clause: Clause, attitude: Attitude) -> Opening | None:
    """Past the owner of the attitude to its content."""
    words, infos = scene.tokens.words, scene.infos
    stance = attitude.stance
    rule = f"stance:{stance.act}"
    targets: list[Mention] = []
    owned = attitude.owned
    k = attitude.at + 1
    limit = min(clause.sentence[1], attitude.at + OWNER)

    def opens(first: int) -> Opening:
        return Opening(stance.act, first, rule, targets)

    while k < limit:
        word, info, mention = words[k], infos[k], scene.at.get(k)
        if word in THAT:
            return opens(k + 1)
        if word in OPENING:
            if scene.tokens.quotes.get(k) is not None:
                return opens(k)
            k += 1
        elif word in COMMAS:
            if stance.act == "condole" and targets:
                break
            k += 1
            if k - attitude.at > 4:
                break
        elif mention is not None and mention.kind == "date":
            k = mention.last
        elif mention is not None and mention.kind in ENTITY | {"place"}:
            lead = preposition_of(mention)
            if lead and lead in stance.addressee and content_follows(scene, mention.last, limit, stance, lead):
                targets.append(mention)
                owned = True
            elif lead and lead in stance.content:
                if lead in stance.addressee:
                    targets.append(mention)
                return opens(k)
            elif not lead:
                if owned and "" in stance.content:
                    return opens(k)
                owned = True
            k = mention.last
        elif info.preposition:
            lead = info.preposition
            after = k + 2 if k + 1 < limit and words[k + 1] in THAT else k + 1
            named = scene.at.get(after)
            if lead in stance.addressee and named is not None and named.kind in ENTITY:
                targets.append(named)
                if lead not in stance.content or content_follows(scene, named.last, limit, stance, lead):
                    k = named.last
                    continue
            if lead in stance.whole:
                return opens(attitude.at)
            if lead in stance.content or lead in speech_words().about:
                return opens(after)
            k += 1
        elif (lead := attached(word, info, mention)) and lead in stance.content:
            return opens(k)
        elif info.verbs and not info.ordinary and finite_verb(scene, k, clause.sentence):
            break
        elif "" in stance.content and (owned or info.ordinary) and not of_the_owner(info):
            return opens(k)
        else:
            k = mention.last if mention is not None and mention.kind == "nisba" else k + 1
    if stance.act == "condole" and targets:
        return opens(targets[0].first)
    return None


def attached(word: str, info: Word, mention: Mention | None) -> str:
    """The ب or ل written on to a word that may open a content."""
    if info.clitic in ("ب", "ل"):
        return info.clitic
    if word.startswith("لل") and len(word) > 4:
        return "ل"
    return (
        word[0] if mention is None and not info.clitic and word in speech_words().quantities and word[0] == "ل" else ""
    )


def of_the_owner(info: Word) -> bool:
    """Adjectives between the noun and its content: الكامل، البالغ."""
    adjective = info.ordinary == "adjective" or info.text.removeprefix("ال") in DEGREES
    return not info.arabic or (adjective and info.det)


def content_follows(scene: Scene, k: int, limit: int, stance: Stance, lead: str) -> bool:
    """Whether another preposition of the stance opens the content later on."""
    words, infos = scene.tokens.words, scene.infos
    for j in range(k, min(limit, k + LATER)):
        if words[j] in COMMAS or words[j] in THAT:
            return words[j] in THAT
        info = infos[j]
        if info.preposition and info.preposition in stance.content and info.preposition != lead:
            return True
        if info.clitic in ("ل", "ب") and info.clitic in stance.content and info.clitic != lead:
            return True
    return False
