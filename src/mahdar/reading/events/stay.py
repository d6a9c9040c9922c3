"""How long a visit lasts: زيارة تستغرق ثلاثة أيام, جولة تستمر حتى 25 فبراير."""

from datetime import date, timedelta
from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.dates import resolve
from mahdar.reading.dates.lengths import length_at
from mahdar.reading.events.parties import Memory
from mahdar.reading.grammar import LASTING

REACH: Final = 30  # tokens after a visit's word in which it is told how long it lasts
BETWEEN: Final = 3  # tokens between the word that tells so and the length or the last day: تستمر | على مدى | يومين
DAYS: Final = {"day": 1, "week": 7}
LONGEST: Final = 31  # days of a visit


def lasting(memory: Memory, clause: Clause) -> int | None:
    """The token of the word that tells how long a visit lasts."""
    words = memory.scene.tokens.words
    for k in range(clause.at + 1, min(clause.sentence[1], clause.at + REACH)):
        if words[k] in LASTING:
            return k
    return None


def through(memory: Memory, first: str, at: int, end: int) -> str:
    """The interval from the first day to the last that is told from token `at` on; the first day if none is."""
    words = memory.scene.tokens.words
    began = date.fromisoformat(first)
    last: date | None = None
    for k in range(at + 1, min(end, at + 1 + BETWEEN)):
        length = length_at(words, k)
        if length is not None:
            count, unit, _ = length
            last = began + timedelta(days=count * DAYS.get(unit, 0) - 1)
            break
        mention = memory.scene.at.get(k)
        if mention is not None and mention.kind == "date" and mention.date is not None:
            found = resolve(mention.date, memory.published, future=True, past=False, anchor=first)
            last = date.fromisoformat(found[0]) if found is not None and len(found[0]) == len(first) else None
            break
    if last is None or not began < last <= began + timedelta(days=LONGEST):
        return first
    return f"{first}/{last.isoformat()}"
