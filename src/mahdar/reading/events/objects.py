"""Whether a verb of many meanings has the object that its frame asks for, and which words then report the event."""

from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.frames import heads_of, objects_of, phrase_end
from mahdar.reading.lexicon import Frame, VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.predicates import finite_verb
from mahdar.reading.scene import Scene

REACH: Final = 45  # tokens after the verb
NEAR: Final = 3  # tokens after the verb within which the object is part of the trigger
HEAD: Final = 8  # tokens after an event's noun in which its object stands
OBJECT_HEAD: Final = 14  # tokens after the verb in which a head noun of the object stands

Ends = tuple[int, int]
"""(the token after the words that report the event, the token after the object)."""


def ends_of(scene: Scene, frame: Frame, clause: Clause) -> Ends | None:
    """Where trigger and object of a verb end; None where the verb lacks the object that the frame asks for."""
    at = clause.at
    if frame.objects:
        return _object(scene, frame, clause)
    if frame.object_heads and not _has_head(scene, frame, clause):
        return None
    return at + 1, at + 1


def noun_ends(scene: Scene, frame: Frame, clause: Clause, rest: int) -> Ends | None:
    """The same for an event's noun of which `rest` further words have matched: توقيع | اتفاقيات, not توقيع alone."""
    after = clause.at + 1 + rest
    if not frame.objects or rest:
        return after, after
    index = objects_of(frame)
    words = scene.tokens.words
    for k in range(after, min(clause.sentence[1], after + HEAD)):
        end = phrase_end(words, k, index)
        if end is not None:
            return (after if k > clause.at + NEAR else end), end
    # الاتفاقيات التي جرى توقيعها, والوثيقة ... توقيعها
    told = clause.governor.antecedent if clause.governor is not None else None
    if told is not None and any(phrase_end(words, k, index) is not None for k in range(*told)):
        return after, after
    return None


def _object(scene: Scene, frame: Frame, clause: Clause) -> Ends | None:
    index = objects_of(frame)
    words, infos = scene.tokens.words, scene.infos
    at = clause.at
    if "bilateral" in frame.flags and isinstance(clause.sense, VerbSense) and clause.sense.suffix:
        # الاتفاقية ... وقعها عن الجانب المصري
        named = any(phrase_end(words, k, index) is not None for k in range(max(0, at - REACH), at))
        return (at + 1, at + 1) if named else None
    for k in range(at + 1, min(clause.sentence[1], at + REACH)):
        if k > at + 1 and infos[k].verbs and not _in_a_mention(scene, k) and finite_verb(scene, k, clause.sentence):
            break
        end = phrase_end(words, k, index)
        if end is not None and not _acts(scene, clause, k):
            return (at + 1 if k > at + NEAR else end), end
    # اتفاق وقعه البلدان، المعاهدة التي أبرمها؛ العلاقات ... أقيمت
    before = clause.antecedent
    sense = clause.sense
    if before is None and isinstance(sense, VerbSense) and sense.passive:
        before = clause.first, at
    if before is not None and any(phrase_end(words, k, index) is not None for k in range(*before)):
        return at + 1, at + 1
    return None


def _acts(scene: Scene, clause: Clause, k: int) -> bool:
    """دشنت | سفارة الكويت: a body that is the subject is no object."""
    mention = scene.at.get(k)
    return mention is not None and mention.kind == "organisation" and mention in clause.subject


def _in_a_mention(scene: Scene, k: int) -> bool:
    mention = scene.at.get(k)
    return bool(scene.inside[k]) or (mention is not None and mention.kind != "nisba")


def _has_head(scene: Scene, frame: Frame, clause: Clause) -> bool:
    heads = heads_of(frame)
    words = scene.tokens.words
    mentions: list[Mention] = [*clause.object, *clause.subject, *clause.prep("of")]
    for mention in mentions:
        if words[mention.first] in heads:
            return True
        for office in mention.offices:
            if words[office.first] in heads or any(word in heads for word in office.office.word.split()):
                return True
    last = min(clause.sentence[1], clause.at + OBJECT_HEAD)
    return any(words[k] in heads for k in range(clause.at + 1, last))
