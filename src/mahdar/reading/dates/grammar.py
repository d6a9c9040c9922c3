"""Which words of a text are an expression of time: the way into the grammar.

No rule looks further than `WINDOW` tokens, so that a text is read in linear time.
"""

from functools import cache
from typing import Final

from mahdar.reading.dates import lengths, near, periods  # noqa: F401 - they register their rules
from mahdar.reading.dates.days import day_number
from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.joining import connector, equated, interval, joined
from mahdar.reading.dates.rules import opens, prefixed, rules, single
from mahdar.reading.dates.words import LED, PROCLITICS, at, stems, time_words

WINDOW: Final = 24  # tokens: no date expression is longer


def may_start(word: str) -> bool:
    """Cheap test: can a date expression begin with this word?"""
    openers = _openers()
    if word in openers or word[0].isdecimal():
        return True
    if word[-1].isdecimal():
        return any(opens(stem) for stem in stems(word))
    return word[0] in PROCLITICS and any(stem in openers or stem[0].isdecimal() for stem in stems(word))


@cache
def _openers() -> frozenset[str]:
    """The words, other than figures, that an expression may begin with."""
    small = time_words().small
    return frozenset(rules()) | small["from"] | small["between"]


def find(words: list[str], i: int, end: int | None = None) -> DateExpression | None:
    """The longest date expression beginning at token i and ending by `end`. The token before i is looked at, too."""
    limit = min(len(words) if end is None else end, i + WINDOW)
    if i >= limit:
        return None
    window = words[i:limit]
    before = words[i - 1] if i > 0 else ""
    if _names_an_outlet(words, i):
        return None
    for stem in stems(window[0]):
        window[0] = stem
        found = expression(window, before)
        if found is not None:
            found.end += i
            return found
    return None


def _names_an_outlet(words: list[str], i: int) -> bool:
    """Whether 'today' at token i is part of a name: قناة روسيا | اليوم."""
    never = time_words().not_before
    if i < 2 or words[i - 1] not in never["outlet"] or time_words().relative.get(words[i]) != 0:
        return False
    return any(stem in never["outlets"] for stem in stems(words[i - 2]))


def expression(w: list[str], before: str) -> DateExpression | None:
    """The expression that begins with the first token; `before` is the token that stands before it."""
    words = time_words()
    if w[0] in words.small["from"] or w[0] in words.small["between"]:
        return between(w)
    found = single(w, 0, before)
    if found is None:
        return None
    if found.kind == "day" and found.year is None and any(s in words.not_before["date"] for s in stems(before)):
        return None  # ثورة 25 يناير, بشارع 26 يوليو
    return equated(w, joined(w, found))


def between(w: list[str]) -> DateExpression | None:
    """'من 30 ماي إلى 2 يونيو', 'بين عامي 2011 و2019', 'من الرابع إلى التاسع من أغسطس'."""
    if len(w) < 3 or not opens(w[1]):
        return None  # most often: من is a frequent word
    first = side(w, 1)
    if first is None:
        return None
    if first.until is not None and first.kind in ("day", "year"):
        return first  # من 10 إلى 12 ديسمبر: figures read their own list
    k = connector(w, first.end, with_and=w[0] in time_words().small["between"])
    if k is None:
        return None
    return interval(first, side(w, k))


def side(w: list[str], j: int) -> DateExpression | None:
    """One side of an interval: a date, or only its day."""
    found = prefixed(w, j, LED)
    if found is not None:
        return found
    for stem in stems(at(w, j)):
        number = day_number([*w[:j], stem, *w[j + 1 :]], j)
        if number is not None:
            return DateExpression("day", number[1], day=number[0])
    return None
