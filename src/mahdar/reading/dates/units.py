"""Days, weeks, months and years named by where they lie: the last, this, the next."""

from typing import Final

from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.rules import begins, single
from mahdar.reading.dates.words import ARTICLE, LED, at, figure, time_words
from mahdar.reading.numbers import cardinal_at, ordinal_at

PERIODS: Final = ("week", "month", "year")


def shift_at(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(shift, end, anchored) of a word such as الماضي, المقبل, التالي, نفسه, قبل الماضي at j."""
    words = time_words()
    word = at(w, j)
    if word in words.shifts:
        return words.shifts[word], j + 1, False
    if word in words.anchored:
        return words.anchored[word], j + 1, True
    moved = words.shifts.get(at(w, j + 1))
    if (word in words.small["before_past"] and moved == -1) or (word in words.small["after_next"] and moved == 1):
        return moved * 2, j + 2, False
    return None


@begins(lambda t: t.definite)
def definite_unit(w: list[str], j: int, before: str) -> DateExpression | None:
    """'الشهر الماضي', 'العام قبل الماضي', 'الأسبوع التالي'."""
    words = time_words()
    unit, count = words.definite.get(at(w, j), ("", 0))
    if count != 1 or unit not in PERIODS or (unit == "year" and before in words.not_before["year"]):
        return None
    moved = shift_at(w, j + 1)
    return moved and DateExpression("shift", moved[1], unit=unit, shift=moved[0], anchored=moved[2])


@begins(lambda t: t.definite)
def week_of_month(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'الأسبوع الأول من مارس' leaves the month."""
    words = time_words()
    if words.definite[w[j]] != ("week", 1):
        return None
    ordinal = ordinal_at(w, j + 1)
    k = ordinal[1] if ordinal else j + 1 + (at(w, j + 1) in words.last)
    if k == j + 1 or at(w, k) not in words.small["of"]:
        return None
    found = single(w, k + 1, LED)
    return found if found is not None and found.kind in ("month", "shift") else None


@begins(lambda t: t.definite)
def span(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'الأسبوعين المقبلين', 'الأيام الثلاثة الماضية', 'الساعات ال24 المقبلة'."""
    words = time_words()
    unit, count = words.definite[w[j]]
    if count == 1:
        return None
    k = j + 1
    if not count:
        word = at(w, k)
        value = figure(word)
        if value is not None:
            count, k = value, k + 1
        elif word.startswith(ARTICLE):
            got = cardinal_at([word.removeprefix(ARTICLE), *w[k + 1 : k + 2]], 0)
            if got is None:
                return None
            count, k = got[0], k + got[1]
    shift = -1 if at(w, k) in words.recent else words.shifts.get(at(w, k))
    if not count or not shift:
        return None
    return DateExpression("span", k + 1, number=count, unit=unit, shift=shift)


@begins(lambda t: t.small["this"])
def this(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'هذا العام', 'هذا الشهر', 'هذه السنة'."""
    words = time_words()
    if at(w, j) not in words.small["this"]:
        return None
    unit, count = words.definite.get(at(w, j + 1), ("", 0))
    if count != 1 or unit not in PERIODS or at(w, j + 2) in words.not_after["year"]:
        return None
    return DateExpression("shift", j + 2, unit=unit, shift=0)
