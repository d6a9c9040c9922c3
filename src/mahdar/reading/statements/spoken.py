"""A plain verb or participle of speech, and what opens its content: أن، a preposition of the verb's, a colon, a
quotation mark, or the object itself.

The tokens after the predicate are walked over one by one; each kind of token has a step of its own, which either
passes over it, finds the opening, or ends the walk.
"""

from collections.abc import Callable
from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.clauses import Clause, preposition_of
from mahdar.reading.grammar import BETWEEN, RELATIVE, THAT
from mahdar.reading.lexicon import Speech
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.scene import ENTITY, Scene
from mahdar.reading.statements.speech import (
    OPENING,
    Opening,
    document_after,
    is_predicate,
    manner_at,
    past_bracket,
    speech_words,
    verb_of,
)

REACH: Final = 70  # tokens between the predicate and its content
BRACKETS: Final = frozenset("(-–—")
OWNED: Final = ("ه", "ها", "هم", "هما", "هن")  # pronouns that make a noun definite
SHORT: Final = 5  # tokens from mark to mark of a quotation that may be a name
MANY_COMMAS: Final = 4
SUBJECT: Final = 10  # tokens of a subject before أن


def spoken(scene: Scene, clause: Clause) -> Opening | None:
    """The opening of what a plain predicate of speech says; None if nothing opens a content."""
    if not verb_of(clause).verb.speech:
        return None
    walk = Walk(scene, clause)
    if not walk.entries:
        return None
    while walk.k < walk.limit and not walk.over:
        walk.look()
        for step in STEPS:
            if step(walk):
                break
        else:
            walk.k += 1
    return walk.found


@mypyc_attr(acyclic=True)
class Walk:
    """The way from a predicate to its content."""

    def __init__(self, scene: Scene, clause: Clause) -> None:
        self.scene = scene
        self.clause = clause
        sense = verb_of(clause)
        # the word for a document that is the subject, and the token after it
        self.document, self.k = document_after(scene, clause)
        inside = bool(self.document) and scene.infos[clause.at + 1].preposition == "في"
        self.entries = [e for e in sense.verb.speech if not e.document or inside]
        if inside and not any(e.document for e in self.entries):  # قال في بيان: his own
            self.document, self.k = "", clause.at + 1
        self.limit = min(clause.sentence[1], clause.at + REACH)
        self.subjects = frozenset([m.first for m in clause.subject])  # where the mentions that speak begin
        # the entry by which the object itself is the content
        self.direct = next((e for e in self.entries if "" in e.content), None)
        self.takes_target = any(e.object_is_target for e in self.entries)
        self.to = frozenset([preposition for e in self.entries for preposition in e.to])
        # the prepositions before who is quoted
        self.sources = frozenset([preposition for e in self.entries for preposition in e.source])
        self.subject_done = clause.kind == "participle" or clause.subject_before or bool(sense.suffix)
        if self.document:
            self.sources |= {"ل", "عن", "من"}
            self.subject_done = True
        self.word = ""
        self.info = scene.infos[clause.at]
        self.mention: Mention | None = None
        self.targets: list[Mention] = []
        self.subject_end = -1  # the token after the subject
        self.skipping = False  # inside a phrase that a preposition governs
        self.past_person = -1  # the token after a person that a preposition governs
        self.commas = 0
        self.preposition = ""  # the one just passed
        self.stranger = False  # the subject is somebody not understood
        self.source: Mention | None = None
        self.quoting = False  # نقلا was passed
        self.over = False
        self.found: Opening | None = None

    def look(self) -> None:
        """Set what stands at the token reached."""
        self.word = self.scene.tokens.words[self.k]
        self.info = self.scene.infos[self.k]
        self.mention = self.scene.at.get(self.k)

    def opens(self, act: str, first: int, by: str, entry: Speech, *, quotation: bool = False) -> bool:
        if entry.recast and first < self.limit:
            act = entry.recast.get(self.scene.tokens.words[first].removeprefix("ل"), act)
        rule = f"speech:{entry.act}+{by}"
        self.found = Opening(
            act, first, rule, self.targets, quotation, self.stranger, document=self.document, source=self.source
        )
        self.over = True
        return True

    def stop(self) -> bool:
        self.over = True
        return True

    def pass_to(self, k: int) -> bool:
        self.k = k
        return True

    def entry_with(self, preposition: str) -> Speech | None:
        """The verb's entry whose content this preposition opens."""
        return next((e for e in self.entries if preposition in e.content), None)


# --- the steps: each says whether it dealt with the token


def that(walk: Walk) -> bool:
    if walk.word not in THAT:
        return False
    entry = next((e for e in walk.entries if e.clause), None)
    if entry is None:
        return walk.stop()
    first = walk.k + 1
    words = walk.scene.tokens.words
    if walk.word in speech_words().before_colon and first < walk.limit and words[first] == ":":
        first += 1
    return walk.opens(entry.act, first, "أن", entry)


def colon(walk: Walk) -> bool:
    if walk.word != ":":
        return False
    first = walk.k + 1
    entry = walk.entries[0]
    if first < walk.limit and walk.scene.tokens.words[first] in OPENING and walk.scene.tokens.quotes.get(first):
        return walk.opens(entry.act, first, "quotation", entry, quotation=True)
    if walk.clause.kind == "verb" or entry.act == "say":
        return walk.opens(entry.act, first, "colon", entry)
    return walk.stop()


def quotation(walk: Walk) -> bool:
    if walk.word not in OPENING:
        return False
    k = walk.k
    close = walk.scene.tokens.quotes.get(k)
    if close is None or (close - k <= 2 and walk.subject_done) or is_nickname(walk.scene, k, close):
        return walk.pass_to(k + 1)
    if close - k <= SHORT and names_something(walk, close):
        return walk.pass_to(close + 1)
    entry = walk.entry_with(walk.scene.tokens.words[k - 1]) or walk.direct or walk.entries[0]  # نوه بـ«...»
    if entry.second_object:
        return walk.pass_to(close + 1)
    return walk.opens(entry.act, k, "quotation", entry)


def comma(walk: Walk) -> bool:
    if walk.word not in COMMAS:
        return False
    walk.commas += 1
    if walk.commas > MANY_COMMAS:
        return walk.stop()
    walk.skipping = False
    walk.preposition = ""
    return walk.pass_to(walk.k + 1)


def bracket(walk: Walk) -> bool:
    if walk.word not in BRACKETS:
        return False
    return walk.pass_to(past_bracket(walk.scene.tokens.words, walk.k, walk.limit))


def named(walk: Walk) -> bool:
    """A date, or somebody: the speaker, whom it is said to, or the content's first word."""
    mention = walk.mention
    if mention is None:
        return False
    if mention.kind == "date":
        return walk.pass_to(mention.last)
    if mention.kind not in ENTITY:
        return False
    apposed = walk.k == walk.subject_end and mention.kind == "person" and not (mention.conj or mention.prep)
    apposed = apposed and not walk.takes_target
    if apposed or (walk.k in walk.subjects and not walk.clause.subject_before):
        walk.subject_end = mention.last
        walk.subject_done = True
        walk.preposition = ""
        walk.skipping = False
        return walk.pass_to(mention.last)
    preposition = preposition_of(mention) or walk.preposition
    if (walk.quoting and preposition == "عن") or preposition in walk.sources:
        walk.source = walk.source or mention
        walk.quoting = False
        walk.preposition = ""
        return walk.pass_to(mention.last)
    if preposition:
        entry = walk.entry_with(preposition)
        if entry is not None and not walk.skipping:
            return walk.opens(entry.act, walk.k, preposition, entry)
        if preposition in walk.to or (preposition in ("ل", "من") and walk.takes_target):
            walk.targets.append(mention)
        walk.preposition = ""
        walk.skipping = True
        if mention.kind == "person":
            walk.past_person = mention.last
    elif mention.conj and (walk.targets or walk.subject_done) and not walk.skipping and not walk.direct:
        if walk.targets:
            walk.targets.append(mention)
    elif walk.takes_target and not walk.skipping:
        walk.targets.append(mention)
        walk.subject_done = True
    elif walk.direct and not walk.skipping:
        return walk.opens(walk.direct.act, walk.k, "object", walk.direct)
    return walk.pass_to(mention.last)


def between(walk: Walk) -> bool:
    if walk.word in speech_words().quoting:
        walk.quoting = True
        return walk.pass_to(walk.k + 1)
    manner = manner_at(walk.scene.tokens.words, walk.k)
    if manner:
        return walk.pass_to(walk.k + manner)
    return walk.word in BETWEEN and walk.pass_to(walk.k + 1)


def preposition(walk: Walk) -> bool:
    lead = walk.info.preposition
    if not lead or walk.info.conj:  # والي, the governor, is no وإلى
        return False
    after = walk.k + 1
    if after < walk.limit and walk.scene.tokens.words[after] in THAT:
        return walk.pass_to(after)
    entry = walk.entry_with(lead)
    quoted = walk.quoting or (lead in walk.sources and after in walk.scene.at)
    if entry is not None and not quoted:
        return walk.opens(entry.act, after, lead, entry)
    walk.preposition = lead
    walk.skipping = True
    return walk.pass_to(after)


def attached(walk: Walk) -> bool:
    """A preposition written on to its word: بوقف, للدول."""
    word, info = walk.word, walk.info
    article = word.startswith(("بال", "لل", "بم")) and len(word) > 4
    if not (info.clitic in ("ب", "ل") or article or (word[0] in "بل" and walk.mention is not None)):
        return False
    lead = word[0] if word[0] in "بل" else info.clitic
    entry = walk.entry_with(lead)
    known = info.ordinary or info.function or word.startswith(("بال", "لل")) or walk.mention is not None
    if entry is not None and known:
        return walk.opens(entry.act, walk.k, lead, entry)
    if info.clitic:
        walk.skipping = True
        return walk.pass_to(walk.k + 1)
    return False


def next_predicate(walk: Walk) -> bool:
    """Another predicate ends the walk, unless it only describes what stands before it: في بيان تلاه."""
    k, words = walk.k, walk.scene.tokens.words
    if walk.word not in RELATIVE and not is_predicate(walk.scene, k, walk.clause.sentence):
        return False
    if walk.info.verbs and all(v.person == 1 for v in walk.info.verbs):
        return False  # إكس read as a verb of the first person
    aside = walk.skipping or words[k - 1] in COMMAS or walk.word in RELATIVE
    says = any((v.verb.speech or v.verb.carriers) and v.person != 1 for v in walk.info.verbs)
    if not aside or walk.info.conj or says:
        return walk.stop()
    if walk.direct and walk.info.ordinary in ("noun", "masdar") and words[k - 1] in COMMAS:
        return False  # أعلنت مصر، في بيان، قطع العلاقات: a noun, not a verb
    quotes = walk.scene.tokens.quotes
    after = k + 1
    while after < walk.limit:
        if words[after] in COMMAS or words[after] == ":":
            return walk.pass_to(after)
        after = quotes.get(after, after) + 1
    return walk.stop()


def quantity(walk: Walk) -> bool:
    """كل ما, وجود, عدم: words that open an object and are no nouns of their own."""
    word = walk.word
    if word not in speech_words().quantities:
        return False
    entry = walk.entry_with(word[0] if word[0] in "بل" else "")
    if entry is None or walk.skipping:
        return False
    return walk.opens(entry.act, walk.k, "object", entry)


def noun(walk: Walk) -> bool:
    info, direct = walk.info, walk.direct
    if walk.skipping and begins_phrase(walk):
        walk.skipping = False
    nominal = info.ordinary in ("noun", "masdar", "adjective", "participle")
    nisba = walk.mention if walk.mention is not None and walk.mention.kind == "nisba" else None
    if not (nominal or info.number or nisba):
        return False
    if nisba and walk.takes_target and not walk.skipping and not walk.targets:
        walk.targets.append(nisba)  # حث الأطراف السودانية على
    that = subject_end(walk) if direct and not (walk.subject_done or walk.subjects) else 0
    if that:
        walk.stranger = True
        return walk.pass_to(that)
    fronted = info.ordinary == "adjective" and not walk.subject_done and walk.commas
    if not walk.skipping and direct and not fronted:
        if not direct.second_object or walk.word in direct.second_object:
            return walk.opens(direct.act, walk.k, "object", direct)
        if not walk.takes_target:
            return walk.stop()
    return walk.pass_to(walk.k + 1)


def subject_end(walk: Walk) -> int:
    """Where the clause begins, if what follows the verb is somebody not understood: أوضح المدرب نواف أن; else 0."""
    words, entries = walk.scene.tokens.words, walk.entries
    if not any(e.clause for e in entries) or walk.k != walk.clause.at + 1:
        return 0
    for k in range(walk.k + 1, min(walk.k + SUBJECT, walk.limit)):
        if words[k] in COMMAS or is_predicate(walk.scene, k, walk.clause.sentence):
            return 0
        if words[k] in THAT:
            return 0 if walk.scene.infos[k - 1].ordinary else k  # not أكد أهمية أن
    return 0


def begins_phrase(walk: Walk) -> bool:
    """An indefinite noun after a definite one is no genitive of it: في كلمته | أهمية, in القاهرة | فتح."""
    info = walk.info
    if info.ordinary not in ("noun", "masdar") or info.clitic or info.conj or walk.mention is not None:
        return False
    scene, k = walk.scene, walk.k - 1
    before = scene.infos[k]
    if info.det:  # تمنى لنظيره | التوفيق
        return walk.past_person == k + 1
    return bool(before.det or scene.inside[k] or k in scene.at or (before.derived and before.text.endswith(OWNED)))


STEPS: Final[tuple[Callable[[Walk], bool], ...]] = (
    that, colon, quotation, comma, bracket, named, between, preposition, attached, next_predicate, quantity, noun,
)  # fmt: skip


def names_something(walk: Walk, close: int) -> bool:
    """Whether a short quotation is the name of a thing or of an outlet: قال لـ«الوطن» إن."""
    if not walk.subject_done and walk.scene.at.get(walk.k + 1) is not None:
        return True
    words = walk.scene.tokens.words
    if words[walk.k - 1] in ("ل", "في") or (walk.skipping and walk.preposition == ""):
        return True
    loose = walk.direct is None and walk.entries[0].loose and words[walk.k - 1] != "ب"
    return loose and close + 1 < walk.limit and words[close + 1][0].isalpha()


def is_nickname(scene: Scene, opening: int, close: int) -> bool:
    """A name in quotation marks, not words that were said."""
    return any(
        m.name and m.name[0] == opening + 1 for m in scene.between(max(0, opening - 30), min(close, opening + 2))
    )
