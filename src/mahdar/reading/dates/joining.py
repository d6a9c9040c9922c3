"""Two dates that are one: intervals, and a day told in both calendars."""

from typing import Final

from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.rules import prefixed, single
from mahdar.reading.dates.words import LED, at, time_words

DAYS: Final = ("day", "weekday", "relative")


def connector(w: list[str], j: int, *, with_and: bool) -> int | None:
    """Where the second side begins, if a word that joins two sides stands at j."""
    small, word = time_words().small, at(w, j)
    if word in small["to"] or word in small["dash"]:
        return j + 1
    if with_and and word[:1] == "و":
        return j + 1 if len(word) == 1 else j
    return None


def interval(first: DateExpression, last: DateExpression | None) -> DateExpression | None:
    if last is None or last.until is not None or first.until is not None:
        return None
    if last.kind == "day" and last.month is None and last.whole is None:
        return None
    if last.kind == first.kind or (first.kind in DAYS and last.kind in DAYS):
        if first.kind in ("day", "weekday", "relative", "month", "year"):
            whole = first.copy()
            whole.end, whole.until = last.end, last
            return whole
    return None


def joined(w: list[str], first: DateExpression) -> DateExpression:
    """An interval without من: '30 مايو - 2 يونيو', '10 ديسمبر حتى 3 يناير', 'اليوم وغدا'."""
    if first.until is not None:
        return first
    j = first.end
    word = at(w, j)
    together = word[:1] == "و" and first.kind == "relative"
    slash = word == "/" and first.kind == "day"  # 25 يوليو/16 أغسطس
    k = j + 1 if slash else connector(w, j, with_and=together)
    if k is None:
        return first
    last = prefixed(w, k, "") if together else single(w, k, LED)
    if last is None or last.hijri != first.hijri:
        return first
    if (word in time_words().small["dash"] or together or slash) and last.kind != first.kind:
        return first
    if together and last.number != first.number + 1:
        return first
    return interval(first, last) or first


def equated(w: list[str], first: DateExpression) -> DateExpression:
    """A date in both calendars is the Gregorian one: '14 شوال 1446هـ الموافق 12 أبريل 2025م'."""
    if first.kind != "day" or not (first.hijri or first.year):
        return first
    words = time_words()
    j = first.end
    while j < first.end + 3 and (at(w, j) in ("(", "،", ",") or at(w, j) in words.eras):
        j += 1
    said = at(w, j) in words.small["equals"]
    if said or (first.hijri and at(w, j) in words.small["dash"]):
        j += 1
    elif not (first.hijri and j > first.end and w[j - 1] == "("):
        return first
    other = prefixed(w, j, "") or (prefixed(w, j + 1, "") if said else None)
    if other is None or other.kind != "day" or other.hijri == first.hijri or not (said or other.year):
        return first
    kept = first if other.hijri else joined(w, other)
    end = max(kept.end, other.end)
    kept.end = end + (at(w, end) == ")" and "(" in w[first.end : end])
    return kept
