"""Days of a month, and months."""

from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.figures import full_date, year_at, years
from mahdar.reading.dates.joining import connector, interval
from mahdar.reading.dates.rules import FIGURES, begins, prefixed
from mahdar.reading.dates.units import definite_unit, shift_at, this
from mahdar.reading.dates.words import at, figure, phrase_end, stems, time_words
from mahdar.reading.numbers import ordinal_at, ordinal_words


@begins(lambda _: [FIGURES])
def figures(w: list[str], j: int, before: str) -> DateExpression | None:
    words = time_words()
    value = figure(w[j])
    if value is None:
        return years(w, j)  # 2024م, 1446هـ
    numeric = full_date(w, j, value)
    if numeric is not None:
        return numeric
    following = at(w, j + 1)
    if following in words.units and words.shifts.get(at(w, j + 2)):
        return DateExpression(
            "span", j + 3, number=value, unit=words.units[following][0], shift=words.shifts[w[j + 2]]
        )  # fmt: skip
    if 0 < value <= 31:
        return day(w, j + 1, value, before)
    if following in words.eras or (following in words.small["dash"] or following == "/") or before in words.leads:
        if following not in words.units:
            return years(w, j, bare=before in words.leads)
    return None


def day_number(w: list[str], j: int) -> tuple[int, int] | None:
    """(day, end) of a day of the month at j, in figures or as an ordinal."""
    value = figure(at(w, j))
    if value is None:
        if at(w, j) in time_words().first_day:
            return 1, j + 1
        ordinal = ordinal_at(w, j)
        if ordinal is None:
            return None
        value, end = ordinal
    else:
        end = j + 1
    return (value, end) if 0 < value <= 31 else None


@begins(lambda t: [*ordinal_words(), *t.first_day])
def ordinal_day(w: list[str], j: int, before: str) -> DateExpression | None:
    number = day_number(w, j)
    return None if number is None else day(w, number[1], number[0], before)


def day(w: list[str], j: int, day: int, before: str) -> DateExpression | None:
    """A day and what it is a day of: '10 ديسمبر 2024', '24 من الشهر الجاري', '11 و12 أبريل', '4 إلى 9 أغسطس'."""
    last: int | None = None
    while True:
        k = connector(w, j, with_and=True)
        if k is None:
            break
        nxt = [*w[:k], w[k][1:], *w[k + 1 :]] if k == j else w
        number = day_number(nxt, k)
        if number is None or number[0] <= (last or day):
            break
        last, j = number
    found = rest_of_day(w, j, last or day, before)
    if found is None or last is None:
        return found
    first = found.copy()
    first.day, first.until = day, found
    return first


def rest_of_day(w: list[str], j: int, day: int, before: str) -> DateExpression | None:
    """What a day is a day of: a month named, in figures, or by where it lies."""
    words = time_words()
    if at(w, j) in words.small["dash"] or at(w, j) == "/":
        named = day_of_month(w, j + 1, day, sure=False)  # 10-ديسمبر-2024
        second = figure(at(w, j + 1))
        led = words.nouns.get(before) == "day" or before in words.weekdays
        if named is None and led and w[j] == "/" and second is not None and 0 < second <= 12:  # الثلاثاء 10/12
            return DateExpression("day", j + 2, month=second, day=day)
        return named
    of = at(w, j) in words.small["of"]
    j += of
    if words.nouns.get(at(w, j)) == "month":
        j += 1
        of = True
    named = day_of_month(w, j, day, sure=of)
    if named is not None:
        return named
    if of:
        for rule in (definite_unit, this):
            whole = rule(w, j, "")
            if whole is not None and whole.kind == "shift" and whole.unit == "month":
                return DateExpression("day", whole.end, day=day, whole=whole)
    shift = words.shifts.get(at(w, j))
    if shift is not None and (of or words.nouns.get(before) == "day" or shift == 0):
        # 24 الجاري: the month goes without saying
        return DateExpression("day", j + 1, day=day, whole=DateExpression("shift", j + 1, unit="month", shift=shift))
    return None


def day_of_month(w: list[str], j: int, day: int, *, sure: bool) -> DateExpression | None:
    """A day of the month that is named at j. A Hijri month that is also another word has to be `sure` of its own:
    '2 صفر' is two to nil."""
    named = month_name(w, j)
    if named is None:
        return None
    number, end, hijri = named
    found = month_tail(w, end, DateExpression("day", end, month=number, day=day, hijri=hijri))
    if hijri and found.end == end and not sure and w[j] in time_words().ambiguous:
        return None
    return found


def month_name(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(month, end, hijri) of a month's name at j; paired names (نيسان/أبريل, شباط (فبراير)) are one."""
    words = time_words()
    end = phrase_end(w, j, words.months)
    if end == j:
        end = phrase_end(w, j, words.hijri)
        return None if end == j else (words.hijri[" ".join(w[j:end])], end, True)
    number = words.months[" ".join(w[j:end])]
    k = end + 1 if at(w, end) in ("/", "(", "-", "،") else end
    twin = phrase_end(w, k, words.months)
    if twin > k and words.months[" ".join(w[k:twin])] == number:
        end = twin + 1 if at(w, twin) == ")" else twin
    return number, end, False


def month_tail(w: list[str], j: int, e: DateExpression) -> DateExpression:
    """A day or month with the year or the word of time that follows it: 2024, من عام 2024, الماضي, من العام الجاري."""
    words = time_words()
    k = j
    while k < j + 2 and (
        at(w, k) in ("،", ",", "/", "-") or at(w, k) in words.small["of"] or words.nouns.get(at(w, k)) == "year"
    ):
        k += 1
    for stem in stems(at(w, k)):
        if words.nouns.get(stem) == "year":  # لعام 2024
            k += 1
            break
    got = year_at(w, k)
    if got is not None and (got[2] == e.hijri):
        e.year, e.end = got[0], got[1]
        return e
    moved = shift_at(w, j)
    if moved is not None:
        e.shift, e.end, e.anchored = moved
        return e
    k = j + 1 if at(w, j) in words.small["of"] or at(w, j) in words.leads else j
    for rule in (definite_unit, this):
        whole = rule(w, k, "")
        if whole is not None and whole.kind == "shift" and whole.unit == "year":
            e.end, e.whole = whole.end, whole
            return e
    return e


@begins(lambda t: [*t.months, *t.hijri])
def month(w: list[str], j: int, before: str) -> DateExpression | None:
    words = time_words()
    named = month_name(w, j)
    if named is None:
        return None
    number, end, hijri = named
    found = month_tail(w, end, DateExpression("month", end, month=number, hijri=hijri))
    if found.end > end:
        return found
    if figure(before) is not None:
        return None  # the month of a day that is none: ساحة 14 آذار
    if end > j + 1 and not hijri:
        return found
    if hijri or " ".join(w[j:end]) in words.ambiguous:
        return found if before in words.leads or words.nouns.get(before) == "month" else None
    return found


@begins(lambda t: [word for word, level in t.nouns.items() if level == "month"])
def month_noun(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'شهر مارس', 'شهري يناير وفبراير'."""
    found = month(w, j + 1, w[j])
    if found is None or at(w, found.end)[:1] != "و" or w[j][-1] != "ي":
        return found
    return interval(found, prefixed(w, found.end, w[j])) or found
