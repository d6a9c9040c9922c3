"""Lengths of time: how long ago, in how long, within how long."""

from mahdar.reading.dates.days import month_name
from mahdar.reading.dates.expression import DateExpression, Unit
from mahdar.reading.dates.periods import part
from mahdar.reading.dates.rules import begins
from mahdar.reading.dates.words import at, phrase_end, time_words
from mahdar.reading.numbers import cardinal_at


def length_at(w: list[str], j: int) -> tuple[int, Unit, int] | None:
    """(how many, unit, end) of a length of time at j: 'ثلاثة أشهر', 'عامين', 'نحو 48 ساعة', 'عام ونصف'."""
    words = time_words()
    k = phrase_end(w, j, words.small["about"])
    unit, count = words.units.get(at(w, k), ("", 0))
    if unit:
        if not count:
            return None
        k += 1
        alone = at(w, k)
        if count == 1 and (alone[:1].isdecimal() or alone in words.weekdays or month_name(w, k)):
            return None  # قبل عام 2011, بعد شهر رمضان
    else:
        got = cardinal_at(w, k)
        if got is None:
            return None
        count, k = got
        unit, _ = words.units.get(at(w, k), ("", 0))
        if not unit or not 0 < count < 1000:
            return None
        k += 1
    if at(w, k) in words.small["half"]:
        if unit != "year":
            return None
        k += 1
        if at(w, k) in words.units or at(w, k) in words.definite:
            k += 1
        return count * 12 + 6, "month", k
    while at(w, k) in words.small["more"]:
        k += 1
    if unit == "hour":
        return None if count % 24 else (count // 24, "day", k)
    return count, unit, k


@begins(lambda t: t.small["before"] | t.small["since"] | t.small["after"])
def offset(w: list[str], j: int, before: str) -> DateExpression | None:
    """'قبل ثلاثة أشهر', 'منذ عامين', 'بعد أسبوع'; and 'قبل نهاية العام', which is of that year."""
    words = time_words()
    if w[j] in words.small["before"] and at(w, j + 1) in words.deadlines:
        return part(w, j + 1, "")
    got = length_at(w, j + 1)
    if got is None:
        return None
    count, unit, end = got
    now = phrase_end(w, end, words.small["from_now"])
    if now == end and at(w, end) in words.small["further"]:
        return None  # بعد عامين من الهجوم
    sign = 1 if w[j] in words.small["after"] else -1
    if sign > 0 and before in words.units:
        return None  # يوما بعد يوم
    # After a while: from now on, unless the text says so or tells the future, counted from what was told before.
    return DateExpression("offset", now, number=sign * count, unit=unit, anchored=sign > 0 and now == end)


@begins(lambda t: t.small["within"])
def window(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'خلال 48 ساعة', 'في غضون أسبوعين'."""
    got = length_at(w, j + 1)
    if got is None:
        return None
    count, unit, end = got
    shift = time_words().shifts.get(at(w, end))
    if shift:
        return DateExpression("span", end + 1, number=count, unit=unit, shift=shift)
    if at(w, end) in time_words().small["further"]:
        return None
    return DateExpression("window", end, number=count, unit=unit)
