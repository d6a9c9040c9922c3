"""A date as feeds and pages write it -> the ISO day: by the standards, or in Arabic words; what is not sure is none.

A time counts in its own zone: what an outlet published at one in the morning in Riyadh is of that day, though it was
the day before in Greenwich, as "yesterday" in the article is counted from Riyadh.
"""

import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_LONGEST = 200
_ISO = re.compile(r"\s*([12]\d{3})[-/]([01]?\d)[-/]([0-3]?\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)([0-3]?\d)\s*[-/.]\s*([0-3]?\d)\s*[-/.]\s*([12]\d{3})(?!\d)")
_ARTICLE = "ال"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def day_written(text: str) -> str | None:
    """The ISO day of a date and perhaps time; None if it is not known for certain.

    Of figures alone, the order of day and month is known where the year stands first, where one is above twelve, or by
    the weekday that stands beside them.
    """
    text = text[:_LONGEST].translate(_DIGITS).strip()
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return _standard(text) or _in_words(text) or _in_figures(text)


def _standard(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(text: str) -> str | None:
    folded = fold_letters(text)
    for calendar, months in _months().items():
        for shape in _shapes(calendar):
            for found in shape.finditer(folded):
                day, month, year = int(found["day"]), months[" ".join(found["month"].split())], int(found["year"])
                iso = _day(year, month, day) if calendar == "months" else _hijri(year, month, day)
                if iso is not None:
                    return iso
    return None


def _in_figures(text: str) -> str | None:
    found = _DAY_FIRST.search(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    possible = {day for day in (_day(year, second, first), _day(year, first, second)) if day is not None}
    if len(possible) > 1:
        said = {number for name, number in _weekdays().items() if name in re.findall(r"\w+", fold_letters(text))}
        possible = {day for day in possible if date.fromisoformat(day).weekday() in said}
    return possible.pop() if len(possible) == 1 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= 1900 else None
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> str | None:
    from hijridate import Hijri

    try:
        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    """Calendar -> a month's name as it is folded -> its number; Gregorian first, as it is exact."""
    calendar = table("ar", "calendar")
    return {
        kind: {fold_letters(name): int(number) for number, names in calendar[kind].items() for name in names}
        for kind in ("months", "hijri")
    }


@cache
def _weekdays() -> Mapping[str, int]:
    """A weekday's name as it is folded, with and without its article -> its number, 0 for Monday."""
    return {
        form: int(number)
        for number, names in table("ar", "calendar")["weekdays"].items()
        for name in map(fold_letters, names)
        for form in (name, name.removeprefix(_ARTICLE))
    }


@cache
def _shapes(calendar: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted(_months()[calendar], key=len, reverse=True)
    name = "|".join(r"\s+".join(map(re.escape, each.split())) for each in names)
    month = rf"(?<!\w)(?P<month>{name})(?!\w)"
    # كانون الأول/ديسمبر, كانون الأول (ديسمبر): the second name says the same again
    other = rf"(?:\s*[/(-]\s*(?:{name})\s*\)?)?"
    day, year = r"(?<!\d)(?P<day>[0-3]?\d)", r"(?P<year>[12]\d{3})(?!\d)"
    between = r"[\s،,./-]{0,4}"
    return (
        re.compile(rf"{day}{between}(?:[^\W\d]{{2,3}}\s+)?{month}{other}{between}{year}"),
        re.compile(rf"{month}{other}{between}{day}{between}{year}"),
    )
