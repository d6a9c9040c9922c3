"""The words that a verb of many meanings needs to report an event: قدم | أوراق اعتماده, فرضت | عقوبات."""

from functools import cache

from mahdar.reading.clauses import Clause
from mahdar.reading.lexicon import Frame, VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.predicates import finite_verb
from mahdar.reading.scene import Scene

REACH = 45  # tokens after the verb
NEAR = 3  # tokens after the verb within which the object is part of the trigger
HEAD = 8  # tokens after the verb in which a head noun of the object stands

Index = dict[str, list[tuple[str, ...]]]


def _forms(word: str) -> list[str]:
    """A noun with article, preposition, conjunction, the accusative's alef, and the endings of dual and plural."""
    plain = word.removeprefix("ال")
    before = [proclitic + plain for proclitic in ("", "ال", "ب", "ل", "و", "بال", "لل", "وال")]
    return [word, *before, plain + "ا", plain + "ين", plain + "ي", "و" + plain + "ا"]


@cache
def _objects(frame: Frame) -> Index:
    """First word, in every form -> the rest of the phrase."""
    index: Index = {}
    for phrase in frame.objects:
        for form in dict.fromkeys(_forms(phrase[0])):
            index.setdefault(form, []).append(phrase[1:])
    return index


@cache
def _heads(frame: Frame) -> frozenset[str]:
    return frozenset(form for phrase in frame.object_heads for form in _forms(phrase[0]))


def trigger_end(scene: Scene, frame: Frame, clause: Clause) -> int | None:
    """The end of the words that report the event; None where the verb lacks the object that the frame asks for."""
    at = clause.at
    if frame.objects:
        return _after_object(scene, frame, clause)
    if frame.object_heads and not _has_head(scene, frame, clause):
        return None
    return at + 1


def _after_object(scene: Scene, frame: Frame, clause: Clause) -> int | None:
    index = _objects(frame)
    words, infos = scene.tokens.words, scene.infos
    at = clause.at
    for k in range(at + 1, min(clause.sentence[1], at + REACH)):
        if k > at + 1 and infos[k].verbs and not scene.inside[k] and finite_verb(scene, k, clause.sentence):
            break
        end = _phrase_end(words, k, index)
        if end is not None:
            return at + 1 if k > at + NEAR else end
    # اتفاق وقعه البلدان، المعاهدة التي أبرمها؛ العلاقات ... أقيمت
    before = clause.antecedent
    sense = clause.sense
    if before is None and isinstance(sense, VerbSense) and sense.passive:
        before = clause.first, at
    if before is not None and any(_phrase_end(words, k, index) is not None for k in range(*before)):
        return at + 1
    return None


def _phrase_end(words: list[str], k: int, index: Index) -> int | None:
    for rest in index.get(words[k], ()):
        got = tuple(words[k + 1 : k + 1 + len(rest)])
        if got == rest or got == tuple("ال" + w for w in rest):
            return k + 1 + len(rest)
    return None


def _has_head(scene: Scene, frame: Frame, clause: Clause) -> bool:
    heads = _heads(frame)
    words = scene.tokens.words
    mentions: list[Mention] = [*clause.object, *clause.subject, *clause.prep("of")]
    for mention in mentions:
        if words[mention.first] in heads:
            return True
        for office in mention.offices:
            if words[office.first] in heads or any(word in heads for word in office.office.word.split()):
                return True
    last = min(clause.sentence[1], clause.at + HEAD)
    return any(words[k] in heads for k in range(clause.at + 1, last))
