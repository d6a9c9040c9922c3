"""The words of time (packs/ar/calendar.toml), folded for look-up, and small steps over tokens."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.packs import table
from mahdar.reading.dates.expression import Unit
from mahdar.reading.text import fold

ARTICLE: Final = "ال"
JOINED: Final = frozenset("وف")
ATTACHED: Final = frozenset("بلك")
PROCLITICS: Final = JOINED | ATTACHED
LED: Final = "\0"  # stands for a word that leads up to a date, where the rule itself knows that one is expected


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The calendar table, folded for look-up."""

    months: dict[str, int]
    hijri: dict[str, int]
    ambiguous: frozenset[str]
    weekdays: dict[str, int]
    relative: dict[str, int]
    shifts: dict[str, int]
    recent: frozenset[str]
    anchored: dict[str, int]
    eras: dict[str, bool]
    parts: frozenset[str]
    deadlines: frozenset[str]
    nouns: dict[str, str]
    units: dict[str, tuple[Unit, int]]  # unit, and 1 or 2 where the form says how many, else 0
    definite: dict[str, tuple[Unit, int]]
    seasons: dict[str, int]
    decades: dict[str, int]
    fractions: dict[str, int]
    last: frozenset[str]
    first_day: frozenset[str]
    small: dict[str, frozenset[str]]  # [grammar]
    not_after: dict[str, frozenset[str]]
    not_before: dict[str, frozenset[str]]
    leads: frozenset[str]
    stamps: frozenset[str]


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) for w in words)


def _numbered(section: dict[str, list[str]]) -> dict[str, int]:
    return {fold(form): int(number) for number, forms in section.items() for form in forms}


@cache
def time_words() -> TimeWords:
    """The table, read once."""
    data = table("ar", "calendar")
    months, hijri = _numbered(data["months"]), _numbered(data["hijri"])
    weekdays = _numbered(data["weekdays"])
    relative = {fold(w): n for w, n in data["relative"].items()}
    nouns = {fold(w): level for level, ws in data["nouns"].items() for w in ws}
    units: dict[str, tuple[Unit, int]] = {
        fold(form): (unit, count)
        for unit, numbers in data["units"].items()
        for count, number in ((1, "one"), (2, "two"), (0, "many"))
        for form in numbers[number]
    }
    definite = {ARTICLE + form: known for form, known in units.items()}
    parts = _folded(data["parts"]["words"])
    seasons, decades = _numbered(data["seasons"]), _numbered(data["decades"])
    fractions = _numbered(data["fractions"])
    small = {key: _folded(ws) for key, ws in data["grammar"].items()}
    return TimeWords(
        months, hijri, _folded(data["ambiguous"]["words"]), weekdays, relative,
        {fold(w): n for key, n in (("past", -1), ("next", 1), ("current", 0)) for w in data[key]["words"]},
        _folded(data["recent"]["words"]),
        {fold(w): n for key, n in (("same", 0), ("following", 1), ("preceding", -1)) for w in data[key]["words"]},
        {fold(w): key == "hijri" for key, ws in data["era"].items() for w in ws},
        parts, _folded(data["parts"]["deadlines"]), nouns, units, definite, seasons, decades, fractions,
        _folded(data["last"]["words"]), _folded(data["first_day"]["words"]), small,
        {key: _folded(ws) for key, ws in data["not_after"].items()},
        {key: _folded(ws) for key, ws in data["not_before"].items()},
        _folded(data["leads"]["words"]) | {LED}, _folded(data["stamps"]["words"]),
    )  # fmt: skip


def at(w: list[str], j: int) -> str:
    """The word at j, or nothing after the end."""
    return w[j] if j < len(w) else ""


def phrase_end(w: list[str], j: int, known: Collection[str]) -> int:
    """Past the longest phrase of up to three words at j that is known; j if none is."""
    for length in (3, 2, 1):
        if j + length <= len(w) and " ".join(w[j : j + length]) in known:
            return j + length
    return j


def figure(word: str) -> int | None:
    """The number written in figures, with or without the article: 24, ال24."""
    if word.isdecimal():
        return int(word) if len(word) < 5 else None
    if word.startswith(ARTICLE) and word[len(ARTICLE) :].isdecimal() and len(word) < 7:
        return int(word[len(ARTICLE) :])
    return None


def stems(word: str) -> list[str]:
    """The word, and what is left of it without و or ف, and without ب, ل or ك: وبالشهر, بالشهر, الشهر."""
    found = [word]
    if word[:1] not in PROCLITICS:
        return found
    joined = word[1:] if word[0] in JOINED else ""
    if joined:
        found.append(joined)
    for cut in (joined, word):
        if len(cut) < 3:
            continue
        if cut.startswith("لل"):
            found.append(ARTICLE + cut[2:])
        elif cut[0] in ATTACHED:
            found.append(cut[1:])
    return found
