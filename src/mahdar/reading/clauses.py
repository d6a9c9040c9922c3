"""Stage 4, clauses: each predicate with the phrases that stand around it.

A predicate is a verb, a participle of speech, or an event's noun. Its roles are filled verb-first (VSO) from the
phrases after it, else from the phrase just before it (SVO); prepositions keep what they govern. Negation, future
and wish are marked from the words before it.
"""

from dataclasses import dataclass, field

from mahdar.reading.grammar import BEFORE_VERB, RELATIVE, THAT
from mahdar.reading.lexicon import Frame, NounFrame, NounSense, VerbSense
from mahdar.reading.mentions import COMMAS, QUOTES, Mention
from mahdar.reading.modality import modality
from mahdar.reading.predicates import event_noun, finite_verb, participle_of_speech
from mahdar.reading.scene import ENTITY, Scene


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate at token `at`, and what stands around it."""

    at: int
    kind: str  # verb, participle, noun
    sense: VerbSense | NounSense
    first: int  # the clause's region: from the border before to the border after
    last: int
    sentence: tuple[int, int]
    subject: list[Mention] = field(default_factory=list)
    object: list[Mention] = field(default_factory=list)
    preps: list[tuple[str, list[Mention]]] = field(default_factory=list)
    subject_before: bool = False
    other_subject: bool = False  # a subject that is nobody we know
    negated: bool = False
    planned: tuple[int, int] | None = None
    future: bool = False
    noun_object: int | None = None  # token of the noun that is the object (light verbs)
    relative: bool = False

    def prep(self, *names: str) -> list[Mention]:
        """What the clause has after these prepositions."""
        return [m for name, ms in self.preps if name in names for m in ms]


def preposition_of(mention: Mention) -> str:
    return {"ب": "ب", "ل": "ل", "ك": "ك"}.get(mention.prep, "")


def clauses_of(scene: Scene, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of one sentence, in order."""
    found: list[Clause] = []
    first, last = sentence
    borders = [first]
    k = first
    infos = scene.infos
    while k < last:
        info = infos[k]
        if scene.inside[k]:
            k += 1
            continue
        if info.verbs and _no_mention(scene, k):
            sense = finite_verb(scene, k, sentence)
            if sense is not None:
                found.append(
                    Clause(
                        k, "verb", sense, 0, 0, sentence, relative=k > first and scene.tokens.words[k - 1] in RELATIVE
                    )
                )
                k += 1
                continue
            sense = participle_of_speech(scene, k, sentence)
            if sense is not None:
                found.append(Clause(k, "participle", sense, 0, 0, sentence))
                k += 1
                continue
        if info.nouns and not info.function:
            noun = event_noun(scene, k)
            if noun is not None:
                found.append(Clause(k, "noun", noun, 0, 0, sentence))
        k += 1
    if not found:
        return found
    # Regions: from the last border before the predicate to the next predicate's start.
    verbs = [c for c in found if c.kind != "noun"]
    for n, clause in enumerate(verbs):
        clause.first = _start_of(scene, clause.at, verbs[n - 1].at + 1 if n else first)
        clause.last = last
        if n + 1 < len(verbs):
            clause.last = _start_of(scene, verbs[n + 1].at, clause.at + 1)
        borders.append(clause.first)
    for clause in found:
        if clause.kind == "noun":
            clause.first, clause.last = first, last
            for verb in verbs:
                if verb.first <= clause.at < verb.last:
                    clause.first, clause.last = verb.first, verb.last
                    break
    for clause in found:
        _mark(scene, clause)
        _fill(scene, clause)
    return found


def _no_mention(scene: Scene, k: int) -> bool:
    """Whether no body, place or official stands at k (وزارة is not و + زاره)."""
    mention = scene.at.get(k)
    return mention is None or mention.kind in ("nisba", "date")


def _start_of(scene: Scene, at: int, floor: int) -> int:
    """Where the clause of a predicate begins: after the last comma, or its own conjunction, before it."""
    words = scene.tokens.words
    if scene.infos[at].conj:
        return at
    k = at
    low = max(floor, at - 60)
    while k > low:
        if words[k - 1] in COMMAS or words[k - 1] in (":", "؛"):
            # a fronted phrase (في مسقط، ...) belongs to the clause
            j = k - 1
            if j - 1 >= low and _fronted(scene, low, j):
                k = low
            return k
        if scene.infos[k - 1].text in ("كما", "فيما", "بينما", "حيث") or words[k - 1] in RELATIVE:
            return k - 1
        k -= 1
    return k


def _fronted(scene: Scene, low: int, comma: int) -> bool:
    """Whether what stands before a comma is only a fronted adverbial, beginning a sentence."""
    if comma - low > 12:
        return False
    info = scene.infos[low]
    return bool(info.preposition or info.clitic or (info.conj and scene.infos[low].preposition))


def _mark(scene: Scene, clause: Clause) -> None:
    """Negation, future, plan."""
    words = scene.tokens.words
    mood = modality()
    at = clause.at
    low = max(clause.sentence[0], at - 8)
    if clause.kind == "verb":
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        clause.future = sense.future
        prev = words[at - 1] if at > clause.sentence[0] else ""
        if prev in mood.negation and prev not in ("ما", "دون"):
            clause.negated = prev not in ("لا",) or sense.kind == "present"
            if prev == "لن":
                clause.negated = True
        if prev in ("سوف", "وسوف"):
            clause.future = True
    for length in (2, 1):
        for k in range(at - 1, low - 1, -1):
            piece = tuple(words[k : k + length])
            piece = (piece[0].removeprefix("و").removeprefix("ف") if len(piece[0]) > 3 else piece[0], *piece[1:])
            if piece in mood.planned and k + length <= at + 1 and not _other_verb(scene, k + length, at):
                clause.planned = (k, k + length)
                return


def _other_verb(scene: Scene, first: int, last: int) -> bool:
    return any(scene.infos[k].verbs and not scene.infos[k].ordinary and not scene.inside[k] for k in range(first, last))


def _fill(scene: Scene, clause: Clause) -> None:
    """Subject, object and prepositional phrases, after the predicate."""
    words, infos = scene.tokens.words, scene.infos
    sense = clause.sense
    k = clause.at + 1
    last = clause.sentence[1]
    limit = min(last, clause.at + 90)
    pending = ""
    in_list: list[Mention] | None = None
    commas = 0
    noun_seen = False
    after_noun = False
    if isinstance(sense, NounSense) and isinstance(sense.entry, NounFrame):
        k += len(sense.entry.rest)
    if clause.kind == "verb" and isinstance(sense, VerbSense) and not sense.suffix:
        before = _subject_before(scene, clause)
        if before:
            clause.subject = before
            clause.subject_before = True
    while k < limit:
        word = words[k]
        mention = scene.at.get(k)
        if mention is not None and mention.kind == "nisba":
            k = mention.last
            continue
        if mention is not None:
            if mention.kind == "date":
                k = mention.last
                pending = ""
                continue
            if mention.kind == "place":
                prep = preposition_of(mention) or pending
                if prep:
                    clause.preps.append((prep, [mention]))
                elif not clause.object and clause.kind != "noun":
                    clause.object.append(mention)
                    in_list = clause.object
                elif clause.kind == "noun" and not noun_seen:
                    clause.object.append(mention)
                pending = ""
                k = mention.last
                continue
            prep = preposition_of(mention) or pending
            if mention.conj and in_list is not None and not preposition_of(mention):
                in_list.append(mention)
                k = mention.last
                continue
            if prep:
                in_list = [mention]
                clause.preps.append((prep, in_list))
            elif after_noun:
                in_list = [mention]
                clause.preps.append(("of", in_list))
                after_noun = False
            elif clause.kind == "verb" and not clause.subject and not clause.other_subject and _agrees(clause, mention):
                clause.subject.append(mention)
                in_list = clause.subject
            elif (
                commas
                and in_list is not None
                and words[k - 1] in COMMAS
                and in_list is not clause.object
                and clause.object
            ):
                in_list.append(mention)
            elif not clause.object or (in_list is clause.object and words[k - 1] in COMMAS):
                clause.object.append(mention)
                in_list = clause.object
            else:
                clause.preps.append(("of", [mention]))
            pending = ""
            k = mention.last
            continue
        info = infos[k]
        if word in COMMAS:
            commas += 1
            if commas > 9:
                break
            pending = ""
            after_noun = False
            k += 1
            continue
        if word in ("(", "-", "–", "—"):
            k = _close_of(words, k, limit) or k + 1
            continue
        if word in QUOTES:
            close = scene.tokens.quotes.get(k)
            if close is not None and close - k > 6:
                break
            k += 1
            continue
        if word in (":", "؛"):
            break
        if word in THAT or word == "انه":
            break
        if word in ("كل", "كلا", "كلا") or word in ("من", "و"):
            if word == "كل":
                k += 1
                if k < limit and words[k] == "من":
                    k += 1
                continue
        if word.startswith("كل") and word in ("كلا",):
            k += 1
            continue
        if info.preposition:
            pending = info.preposition
            in_list = None
            after_noun = False
            k += 1
            continue
        if word in RELATIVE:
            k = _after_relative(scene, k, limit)
            in_list = None
            continue
        if info.verbs and finite_verb(scene, k, clause.sentence) is not None:
            if words[k - 1] in RELATIVE:
                k += 1
                continue
            break
        if info.verbs and participle_of_speech(scene, k, clause.sentence) is not None:
            break
        if info.nouns and clause.kind == "verb" and clause.noun_object is None and not pending:
            noun = event_noun(scene, k)
            if noun is not None:
                clause.noun_object = k
        if info.ordinary in ("noun", "masdar") or info.body_heads:
            genitive = after_noun and not info.conj  # of the noun before it: في ختام اللقاء
            after_noun = not info.clitic and not info.conj
            if (
                clause.kind == "verb"
                and not clause.subject
                and not pending
                and not info.clitic
                and not noun_seen
                and not genitive
            ):
                noun_seen = True
                if (info.det or clause.noun_object == k) and not (
                    isinstance(sense, VerbSense) and sense.number in ("d", "p")
                ):
                    clause.other_subject = True
            if info.clitic:
                pending = ""
                in_list = None
                after_noun = True
            if pending:
                # a noun governed by a preposition: what follows is its genitive
                after_noun = True
                pending = ""
        elif info.ordinary == "adjective" or info.ordinary == "participle":
            pass
        elif not info.function:
            after_noun = False
        k += 1


def _close_of(words: list[str], k: int, limit: int) -> int:
    """Past a bracket or a pair of dashes."""
    want = ")" if words[k] == "(" else words[k]
    for j in range(k + 1, min(limit, k + 25)):
        if words[j] == want:
            return j + 1
    return 0


def _after_relative(scene: Scene, k: int, limit: int) -> int:
    """Past a short relative clause: to the comma, at most."""
    words = scene.tokens.words
    for j in range(k + 1, min(limit, k + 40)):
        if words[j] in COMMAS:
            return j
    return limit


def _agrees(clause: Clause, mention: Mention) -> bool:
    """Gender agreement of a verb with the subject after it, where both show it."""
    sense = clause.sense
    if not isinstance(sense, VerbSense) or not sense.gender or not mention.gender or mention.number != "s":
        return True
    if sense.number in ("d", "p"):
        return False
    return sense.gender == mention.gender


def _subject_before(scene: Scene, clause: Clause) -> list[Mention]:
    """SVO: the phrase right before the verb, if it can be its subject."""
    words = scene.tokens.words
    at = clause.at
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    k = at
    low = clause.sentence[0]
    while k > low and (words[k - 1] in COMMAS or words[k - 1] in ("قد", "لم", "لن", "لا", "-", "–", ")", "ف", ":")):
        k -= 1
    date = scene.at.get(k - 1)
    steps = 0
    while k > low and steps < 3:
        found = None
        for mention in reversed(scene.between(max(low, k - 60), k)):
            if mention.last == k and mention.kind != "nisba":
                found = mention
                break
        if found is None:
            return []
        governed = found.first > low and scene.infos[found.first - 1].preposition in ("في", "من", "إلى", "لدى")
        if found.kind == "date" or (found.kind in ("place", "country") and (found.prep == "ب" or governed)):
            # السفراء العرب في أستانا يلتقون ...
            k = found.first - (1 if found.kind != "date" and governed else 0)
            while k > low and words[k - 1] in COMMAS:
                k -= 1
            steps += 1
            continue
        if found.kind not in ENTITY or found.prep:
            return []
        if found.first > low and scene.infos[found.first - 1].preposition:
            return []
        if sense.conj and sense.conj == "و":
            return []
        before = words[found.first - 1] if found.first > low else ""
        if words[at - 1] in COMMAS and before not in ("اما", "واما", "", "كان", "وكان", "كانت", "وكانت", "ان", "فان"):
            return []
        if (
            before
            and scene.infos[found.first - 1].ordinary in ("noun", "masdar")
            and not scene.infos[found.first - 1].name
        ):
            return []
        if (
            before
            and scene.infos[found.first - 1].verbs
            and finite_verb(scene, found.first - 1, clause.sentence) is not None
        ):
            if before not in ("كان", "كانت", "وكان", "وكانت") and words[found.first - 1] not in BEFORE_VERB:
                return []
        if (
            sense.gender
            and found.gender
            and found.number == "s"
            and sense.number == "s"
            and sense.gender != found.gender
        ):
            return []
        result = [found]
        # A and B يوقعان
        if found.conj == "و":
            for mention in reversed(scene.between(max(low, found.first - 40), found.first)):
                if mention.last == found.first and mention.kind in ENTITY and not mention.prep:
                    result.insert(0, mention)
                break
        return result
    del date
    return []


def frames_of(clause: Clause) -> list[Frame]:
    """The frames its predicate can have."""
    sense = clause.sense
    if isinstance(sense, VerbSense):
        return sense.verb.frames
    return [sense.entry.frame] if isinstance(sense.entry, NounFrame) else []
