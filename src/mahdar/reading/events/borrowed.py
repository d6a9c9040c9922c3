"""What an event's noun takes from the verb before it: قال الوزير لدى | استقباله, وصلت إلى بيروت | طائرة مساعدات."""

from bisect import bisect_left
from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.events.happening import Party
from mahdar.reading.events.parties import Memory, parties_of, suffixed
from mahdar.reading.grammar import PRONOUNS, RETURNING
from mahdar.reading.lexicon import Frame, NounSense, VerbSense
from mahdar.reading.mentions import Mention

BACK: Final = 12  # clauses before a noun's among which its verb is looked for

Roles = list[tuple[str, list[Mention]]]
"""Roles, and who fills them."""


def verb_before(clauses: list[Clause], noun: Clause) -> Clause | None:
    """The verb in whose region an event's noun stands, where it stands before it; the clauses are in order."""
    n = bisect_left(clauses, noun.at, key=_place)
    for clause in reversed(clauses[max(0, n - BACK) : n]):
        if clause.kind == "verb":
            return clause if noun.at <= clause.last else None
    return None


def _place(clause: Clause) -> int:
    return clause.at


def over_the_phone(noun: Clause, clauses: list[Clause], sense: NounSense) -> Roles:
    """أطلع الوزير نظيره، في | اتصال هاتفي: who spoke and to whom."""
    verb = verb_before(clauses, noun)
    if sense.det or sense.suffix or verb is None or verb.negated:
        return []
    called = [*verb.object, *verb.prep("ل", "مع", "ب")]
    called = [m for m in called if m.kind == "person" and m.first < noun.at]
    if len(verb.subject) != 1 or verb.subject[0].kind != "person" or not called:
        return []
    return [("actor", verb.subject), ("recipient", called[:1])]


def traveller(noun: Clause, clauses: list[Clause]) -> list[Mention]:
    """غادر الوزير بيروت بعد | زيارة للبنان: who came or went."""
    verb = verb_before(clauses, noun)
    if verb is None or not isinstance(verb.sense, VerbSense):
        return []
    moves = any(frame.family == "visit" for frame in verb.sense.verb.frames) or verb.sense.verb.past in RETURNING
    return [m for m in verb.subject if m.kind == "person"][:1] if moves else []


def brought_to(frame: Frame, noun: Clause, clauses: list[Clause]) -> Roles:
    """وصلت إلى مطار بيروت | طائرة مساعدات: it goes where the verb goes."""
    verb = verb_before(clauses, noun)
    if verb is None:
        return []
    return [(frame.preps.get(prep, ""), [m for m in ms if m.first < noun.at]) for prep, ms in verb.preps]


def owner_of(memory: Memory, noun: Clause, clauses: list[Clause], sense: NounSense) -> list[Party]:
    """قال الوزير لدى | استقباله: the verb's subject, if it agrees with the pronoun; else the last named."""
    verb = verb_before(clauses, noun)
    if verb is not None and len(verb.subject) == 1 and verb.subject[0].first < noun.at:
        who = parties_of(memory, verb.subject)
        gender = (who[0].gender if who and not isinstance(who[0], str) else "") or verb.subject[0].gender
        if len(who) == 1 and PRONOUNS.get(sense.suffix, "")[:1] == (gender or "m"):
            return who
    return suffixed(memory, noun.at, sense.suffix, [], since=noun.sentence[0])
