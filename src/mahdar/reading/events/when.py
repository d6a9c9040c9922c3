"""When: the date that belongs to the event's own clause, or to the occasion on which it took place."""

from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.coreference import Entity
from mahdar.reading.dates import resolve
from mahdar.reading.events.happening import Happening, key_of
from mahdar.reading.events.parties import Memory
from mahdar.reading.events.stay import lasting, through
from mahdar.reading.grammar import (
    AFTER_THAT,
    DAY_PARTS,
    DEMONSTRATIVES,
    DURING,
    HOURS,
    NOT_ITS_DATE,
    RELATIVES,
    UNBOUNDED,
)
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.scene import Scene

BEFORE: Final = 3  # how much further away a date before the predicate counts
RELATIVE: Final = 40  # and a date in a relative clause
STARTS: Final = 12  # tokens after the word that tells how long a visit lasts, in which its first day stands
HOURS_OF: Final = 4  # tokens after the hours in which it is told since when they passed
ISO_DAY: Final = len("2024-12-31")
DAYS: Final = frozenset({"relative", "weekday"})  # expressions counted from a day: في اليوم ذاته, الاثنين التالي


def set_date(memory: Memory, found: Happening, region: tuple[int, int], clause: Clause) -> None:
    """The nearest date of the clause's region; else that of the clause it goes on from, or of the occasion."""
    past = found.status != "planned" and isinstance(clause.sense, VerbSense) and clause.sense.kind == "past"
    stay = lasting(memory, clause) if found.frame.family == "visit" else None
    if stay is not None and region[1] <= stay:
        region = region[0], min(clause.sentence[1], stay + STARTS)
    best = _nearest(memory, found, region, clause, past)
    if best is None and clause.previous is not None:
        before = clause.previous
        best = _nearest(memory, found, (before.first, before.last), before, past)
        if best is None and before.previous is not None:
            best = _nearest(memory, found, (before.previous.first, before.previous.last), before.previous, past)
    if best is not None:
        mention, (found.date, found.date_rule) = best
        found.date_at = mention.first, mention.last
        memory.anchor = found.date
        if len(found.date) == ISO_DAY:
            if found.status == "occurred":
                memory.day = found.date
            if stay is not None:
                found.date = through(memory, found.date, stay, clause.sentence[1])
        return
    occasion = _occasion(memory, found, region, clause)
    if occasion is not None and occasion.date:
        found.date, found.date_rule = occasion.date, "date-of-the-occasion"
        if "/" in found.date and found.status == "occurred" and clause.occasion is None:
            found.date = found.date.split("/")[-1]
    elif found.status == "occurred":
        found.date = _later_that_day(memory, region)
        found.date_rule = "same-day"


def _later_that_day(memory: Memory, region: tuple[int, int]) -> str | None:
    """ومساء التقى ..., وبعد ساعات من سريان الهدنة ...: the day told of, or that of the event named."""
    scene = memory.scene
    words, infos = scene.tokens.words, scene.infos
    for k in range(*region):
        if words[k] in DAY_PARTS and k not in scene.at and not scene.inside[k]:
            return memory.day
        if words[k] in HOURS and k and infos[k - 1].preposition == "بعد":
            for word in infos[k + 1 : k + HOURS_OF]:
                frames = {frame.id for _, frame in word.refers} | {sense.entry.frame.id for sense in word.events}
                if frames:
                    days = (e.date for e in reversed(memory.out) if e.frame.id in frames and e.date)
                    return next(days, None)
            return memory.day
    return None


def _nearest(
    memory: Memory, found: Happening, region: tuple[int, int], clause: Clause, past: bool
) -> tuple[Mention, tuple[str, str]] | None:
    scene = memory.scene
    future = found.status == "planned"
    best: tuple[int, Mention, tuple[str, str]] | None = None
    for mention in scene.between(*region):
        if mention.kind != "date" or mention.date is None:
            continue
        if memory.dateline is not None and mention is memory.dateline.day:
            continue
        before = scene.infos[mention.first - 1].preposition if mention.first > 0 else ""
        if before in NOT_ITS_DATE or scene.infos[mention.first].preposition in UNBOUNDED:
            continue
        anchor = memory.day if mention.date.kind in DAYS and not future and memory.day else memory.anchor
        result = resolve(mention.date, memory.published, future=future, past=past, anchor=anchor)
        if result is None or (past and _ahead(result[0], memory)):
            continue
        distance = abs(mention.first - clause.at)
        if mention.first < clause.at:
            distance += BEFORE
        if in_relative(scene, mention.first, clause):
            distance += RELATIVE
        if best is None or distance < best[0]:
            best = distance, mention, result
    return (best[1], best[2]) if best is not None else None


def _ahead(day: str, memory: Memory) -> bool:
    """A year or month to come: of what has happened it is no date, but tells for when (ميزانية 2027)."""
    first = day.partition("/")[0]
    published = memory.published
    return published is not None and len(first) < ISO_DAY and first > published.isoformat()[: len(first)]


def _occasion(memory: Memory, found: Happening, region: tuple[int, int], clause: Clause) -> Happening | None:
    """The event in which, or on whose day, it took place: 'في ختام اللقاء', 'في اليوم ذاته', 'زيارة شهدت توقيع ...'."""
    scene, out = memory.scene, memory.out
    words, infos = scene.tokens.words, scene.infos
    within = clause.occasion or (clause.governor.occasion if clause.governor is not None else None)
    if within is not None and within is not clause:
        return next((e for e in reversed(out) if within.at in {t[0] for t in e.triggers}), None)
    for k in range(*region):
        if not k:
            continue
        if words[k] in DEMONSTRATIVES and infos[k - 1].preposition in AFTER_THAT:
            return out[-1] if out and out[-1].date and found.status == "occurred" else None
        if infos[k].refers and words[k - 1] in DURING:
            frames = {frame.id for _, frame in infos[k].refers}
            match = next((e for e in reversed(out) if e.frame.id in frames and e.date), None)
            return match or next((e for e in reversed(out) if e.frame.type == "CONSULT" and e.date), None)
    if found.frame.type == "AGREE" and found.status == "occurred":
        return next((e for e in reversed(out) if e.frame.type == "CONSULT" and _agreed_at(found, e)), None)
    return None


def _agreed_at(found: Happening, talks: Happening) -> bool:
    """Whether an agreement is that of those talks: two of its sides took part, or the body that decided met."""
    sides = {key_of(p) for p in found.actors}
    here = sides & {key_of(p) for p in talks.sides}
    return talks.status == "occurred" and (len(here) >= 2 or (len(sides) == 1 and here == sides and _body(found)))


def _body(found: Happening) -> bool:
    party = found.actors[0]
    return isinstance(party, Entity) and party.kind != "person"


def in_relative(scene: Scene, k: int, clause: Clause) -> bool:
    """Whether token k stands in a relative clause between it and the predicate, which no comma ends."""
    words = scene.tokens.words
    low, high = (clause.at, k) if clause.at < k else (k, clause.at)
    for j in range(high - 1, low, -1):
        if words[j] in COMMAS:
            return False
        if words[j] in RELATIVES:
            return True
    return False
