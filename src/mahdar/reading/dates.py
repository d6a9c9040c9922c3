"""Dates: expressions in Arabic text, and the ISO dates they mean on a given publication day.

`find(words, i)` answers the longest date expression that begins at token i; `resolve(expression, published,
future)` answers ISO 8601 (day, month, year or interval) and the rule that gave it, or None where it cannot
be known. Hijri dates go through hijridate (Umm al-Qura calendar).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from mahdar.packs import table
from mahdar.reading.numbers import cardinal_at, ordinal_at
from mahdar.reading.text import fold

Kind = Literal["day", "weekday", "relative", "month", "year", "shift", "range"]


WINDOW = 24  # tokens: no date expression is longer


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What a date expression says, before it is tied to a publication date."""

    kind: Kind
    end: int  # token after the last
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None  # of a range in one month
    last_month: int | None = None
    weekday: int | None = None
    offset: int = 0  # days from publication, for `relative`
    shift: int | None = None  # -1, 0, +1: last, this, next (month, year, weekday)
    unit: str = ""  # week, month, year: for `shift`
    hijri: bool = False
    named: bool = False  # tied to a weekday name as well


@dataclass(frozen=True, slots=True)
class Calendar:
    months: dict[str, int]
    two_word_months: dict[tuple[str, str], int]
    hijri: dict[str, int]
    two_word_hijri: dict[tuple[str, str], int]
    ambiguous: frozenset[str]
    weekdays: dict[str, int]
    relative: dict[str, int]
    shifts: dict[str, int]
    parts: frozenset[str]
    day_nouns: frozenset[str]
    starters: frozenset[str]


@cache
def calendar() -> Calendar:
    """The calendar table, folded for look-up."""
    data = table("ar", "calendar")

    def names(section: str) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
        single: dict[str, int] = {}
        double: dict[tuple[str, str], int] = {}
        for number, forms in data[section].items():
            for form in forms:
                words = fold(form).split()
                if len(words) == 1:
                    single[words[0]] = int(number)
                else:
                    double[words[0], words[1]] = int(number)
        return single, double

    months, two = names("months")
    hijri, two_hijri = names("hijri")
    shifts = {fold(w): n for key, n in (("past", -1), ("next", 1), ("current", 0)) for w in data[key]["words"]}
    weekdays = {fold(w): int(n) for n, ws in data["weekdays"].items() for w in ws}
    relative = {fold(w): n for w, n in data["relative"].items()}
    day_nouns = frozenset(fold(w) for w in data["day_nouns"]["words"])
    parts = frozenset(fold(w) for w in data["parts"]["words"])
    extra = {"يوم", "يومي", "بين", "من", "قبل", "الشهر", "العام", "السنه", "الاسبوع", "سنه", "عام", "شهر"}
    starters = (
        set(months) | {a for a, _ in two} | set(hijri) | {a for a, _ in two_hijri} | set(weekdays)
        | {w.split()[0] for w in relative} | day_nouns | parts | extra
    )  # fmt: skip
    return Calendar(
        months, two, hijri, two_hijri, frozenset(fold(w) for w in data["ambiguous"]["words"]),
        weekdays, relative, shifts, parts, day_nouns, frozenset(starters),
    )  # fmt: skip


PREFIX = re.compile("^[وف]?[بلك]?(?=.)")
YEAR = re.compile(r"\d{4}$")


def may_start(word: str) -> bool:
    """Cheap test: can a date expression begin with this word?"""
    starters = calendar().starters
    return word[0].isdecimal() or word in starters or (len(word) > 3 and (word[1:] in starters or word[2:] in starters))


def find(words: list[str], i: int) -> DateExpression | None:
    """The longest date expression beginning at token i."""
    if i >= len(words):
        return None
    word = words[i]
    for skip in (0, 1, 2):
        if skip and (len(word) <= skip + 1 or word[skip - 1] not in "وفبلك"):
            break
        found = _find(words, i, word[skip:])
        if found:
            return found
    return None


def _at(words: list[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _month(words: list[str], i: int) -> tuple[int, int, bool] | None:
    """(month, end, hijri) of a month name at i; paired names (نيسان/أبريل, شباط (فبراير)) are one."""
    cal = calendar()
    first, second = _at(words, i), _at(words, i + 1)
    if not first:
        return None
    if first[0] in "بو" and first not in cal.months and first[1:] in cal.months:
        first = first[1:]
    found: tuple[int, int, bool] | None = None
    if (first, second) in cal.two_word_months:
        found = cal.two_word_months[first, second], i + 2, False
    elif first in cal.months:
        found = cal.months[first], i + 1, False
    elif (first, second) in cal.two_word_hijri:
        return cal.two_word_hijri[first, second], i + 2, True
    elif first in cal.hijri:
        return cal.hijri[first], i + 1, True
    if found is None:
        return None
    number, end, _ = found
    j = end
    bracket = _at(words, j) in ("/", "(", "-", "،")
    if bracket:
        j += 1
    twin = None
    if _at(words, j):
        if (words[j], _at(words, j + 1)) in cal.two_word_months:
            twin = cal.two_word_months[words[j], words[j + 1]], j + 2
        elif words[j] in cal.months:
            twin = cal.months[words[j]], j + 1
    if twin and twin[0] == number:
        end = twin[1]
        if _at(words, end) == ")":
            end += 1
    return number, end, False


def _year(words: list[str], i: int) -> tuple[int, int, bool] | None:
    """(year, end, hijri) of a year at i, with the words and era marks that may go with it."""
    j = i
    if _at(words, j) in ("من", "لعام", "لسنه", "عام", "سنه", "،", ",", "/") or _at(words, j) in ("العام", "السنه"):
        j += 1
        if _at(words, j) in ("عام", "سنه", "العام"):
            j += 1
    word = _at(words, j)
    era = ""
    if word.endswith(("م", "ه")) and word[:-1].isdecimal():
        word, era = word[:-1], word[-1]
    if not (word.isdecimal() and len(word) == 4):
        return None
    year = int(word)
    end = j + 1
    if not era and _at(words, end) in ("م", "ه", "هجري", "هجريه", "ميلادي"):
        era = words[end][0]
        end += 1
    if era == "ه" or (1300 <= year <= 1500):
        return year, end, True
    if 1500 < year < 2200:
        return year, end, False
    return None


def _shift(words: list[str], i: int) -> tuple[int, int] | None:
    word = _at(words, i)
    shifts = calendar().shifts
    if word in shifts:
        return shifts[word], i + 1
    return None


def _numeric(words: list[str], i: int, first: int) -> DateExpression | None:
    """D-M-YYYY, D/M/YYYY, YYYY-MM-DD, D-M."""
    sep = _at(words, i + 1)
    if sep not in ("-", "/", "–", "\\") or not _at(words, i + 2).isdecimal():
        # 8 يناير ...
        return None
    second = int(words[i + 2])
    third_word = _at(words, i + 4) if _at(words, i + 3) == sep else ""
    if third_word.endswith(("م", "ه")) and third_word[:-1].isdecimal():
        third_word = third_word[:-1]
    if third_word.isdecimal():
        third = int(third_word)
        end = i + 5
        if 31 < first < 2200 and second <= 12 and third <= 31:
            return DateExpression("day", end, first, second, third, hijri=first < 1500)
        if third < 100:
            third += 2000
        if first <= 31 and second <= 12 and third > 1300:
            return DateExpression("day", end, third, second, first, hijri=third < 1500)
        if first <= 12 and second <= 31 and third > 1500:
            return DateExpression("day", end, third, first, second)
        return None
    return None


def _day_month(words: list[str], day: int, after: int) -> DateExpression | None:
    """'10 ديسمبر 2024', '24 من الشهر الجاري', '11 و12 أبريل', '4 إلى 9 أغسطس'."""
    j = after
    last: int | None = None
    if _at(words, j) in ("و", "الي", "حتي", "-", "–", "او") or (
        _at(words, j)[:1] == "و" and _at(words, j)[1:].isdecimal()
    ):
        k = j + 1
        nxt = words[j][1:] if words[j][:1] == "و" and len(words[j]) > 1 else _at(words, k)
        if words[j][:1] == "و" and len(words[j]) > 1:
            k = j
        number = int(nxt) if nxt.isdecimal() else None
        end_number = k + 1
        if number is None:
            ordinal = ordinal_at(words, k)
            if ordinal:
                number, end_number = ordinal
        if number and day < number <= 31:
            last, j = number, end_number
    if _at(words, j) == "من" or _at(words, j) in ("لشهر", "شهر"):
        j += 1
        if _at(words, j) == "شهر":
            j += 1
    found = _month(words, j)
    if found is None:
        if words[j - 1] == "من" and _at(words, j) in ("الشهر", "هذا"):
            if _at(words, j) == "هذا" and _at(words, j + 1) == "الشهر":
                return DateExpression("day", j + 2, day=day, last_day=last, shift=0)
            shift = _shift(words, j + 1)
            if shift:
                return DateExpression("day", shift[1], day=day, last_day=last, shift=shift[0])
        return None
    month, end, hijri = found
    year: int | None = None
    got = _year(words, end)
    if got:
        year, end, _ = got
    shift_value: int | None = None
    moved = _shift(words, end)
    if moved and year is None:
        shift_value, end = moved
    expression = DateExpression("day", end, year, month, day, last, shift=shift_value, hijri=hijri)
    if hijri:
        j = end
        while _at(words, j) in ("ه", "،", ",", "(", "هجري", "هجريه", "-"):
            j += 1
        if _at(words, j) in ("الموافق", "الموافقه", "الموافقين", "المصادف"):
            other = None
            for k in (j + 1, j + 2):
                if k < len(words):
                    other = other or find(words, k)
            if other and not other.hijri:
                return other
    return expression


def _find(words: list[str], i: int, word: str) -> DateExpression | None:
    cal = calendar()
    if not word:
        return None
    # a weekday, with what follows it
    if word in cal.weekdays:
        return _weekday(words, cal.weekdays[word], i + 1)
    nxt = _at(words, i + 1)
    if word in cal.day_nouns and nxt:
        if word == "يوم" or nxt in cal.weekdays or nxt in cal.relative or (nxt == "يوم"):
            inner = find(words, i + 1)
            if inner and (inner.kind in ("day", "weekday", "relative")):
                return inner
        return None
    if word == "يومي":
        return find(words, i + 1)
    for length in (3, 2, 1):
        phrase = " ".join([word, *words[i + 1 : i + length]])
        if phrase in cal.relative and (length == 1 or len(words) >= i + length):
            return _relative(words, i + length, cal.relative[phrase])
    if word[0].isdecimal():
        if not word.isdecimal():
            got = _year(words, i) if YEAR.match(word[:-1]) else None
            return None if got is None else DateExpression("year", got[1], got[0], hijri=got[2])
        value = int(word)
        numeric = _numeric(words, i, value) if value < 2200 else None
        if numeric:
            return numeric
        if 0 < value <= 31:
            return _day_month(words, value, i + 1)
        return None
    ordinal = ordinal_at(words, i) if word == words[i] else None
    if ordinal and 0 < ordinal[0] <= 31 and (_at(words, ordinal[1]) in ("من", "و", "الي") or _month(words, ordinal[1])):
        found = _day_month(words, ordinal[0], ordinal[1])
        if found:
            return found
    if word in ("من", "بين"):
        return _range(words, i)
    if word in cal.parts:
        j = i + 1
        inner = None
        if _at(words, j) in cal.parts:
            j += 1
        if word in ("العام", "السنه", "الشهر") or (word in ("عام", "سنه") and _at(words, j).isdecimal()):
            pass
        else:
            inner = find(words, j)
            if inner and inner.kind in ("month", "year", "shift", "day"):
                return inner
    if word in ("عام", "سنه", "العام", "السنه", "سنتي", "عامي") and nxt:
        got = _year(words, i + 1)
        if got:
            return DateExpression("year", got[1], got[0], hijri=got[2])
    if word in ("العام", "السنه"):
        shift = _shift(words, i + 1)
        if shift:
            return DateExpression("shift", shift[1], shift=shift[0], unit="year")
    if word == "الشهر":
        shift = _shift(words, i + 1)
        if shift:
            return DateExpression("shift", shift[1], shift=shift[0], unit="month")
    if word == "الاسبوع":
        shift = _shift(words, i + 1)
        if shift:
            return DateExpression("shift", shift[1], shift=shift[0], unit="week")
    month = _month(words, i) if word == words[i] else _month([word, *words[i + 1 : i + 5]], 0)
    if month:
        number, end, hijri = month
        if word != words[i]:
            end += i
        got = _year(words, end)
        if got:
            return DateExpression("month", got[1], got[0], number, hijri=hijri)
        shift = _shift(words, end)
        if shift:
            return DateExpression("month", shift[1], None, number, shift=shift[0], hijri=hijri)
        if _at(words, end) == "من" and _at(words, end + 1) in ("العام", "السنه"):
            moved = _shift(words, end + 2)
            if moved:
                return DateExpression("month", moved[1], None, number, shift=None if moved[0] == 0 else moved[0] * 12)
        if word in cal.ambiguous or hijri:
            return None
        return DateExpression("month", end, None, number, hijri=hijri)
    return None


def _weekday(words: list[str], weekday: int, j: int) -> DateExpression:
    """A weekday; a full date or a shift word may follow it."""
    shift = _shift(words, j)
    if shift:
        j = shift[1]
    k = j
    while _at(words, k) in ("،", ",", "(", "الموافق", "في", "يوم", "/") and k < j + 3:
        k += 1
    nxt = _at(words, k)
    if nxt and (nxt[0].isdecimal() or ordinal_at(words, k)):
        inner = find(words, k)
        if inner and inner.kind == "day":
            end = inner.end + (1 if _at(words, inner.end) == ")" else 0)
            return DateExpression(
                "day", end, inner.year, inner.month, inner.day, inner.last_day,
                shift=inner.shift, weekday=weekday, hijri=inner.hijri,
            )  # fmt: skip
    return DateExpression("weekday", j, weekday=weekday, shift=shift[0] if shift else None)


def _relative(words: list[str], j: int, offset: int) -> DateExpression:
    """'أمس الثلاثاء', 'اليوم (الاثنين)', 'اليوم الأحد 22 سبتمبر'."""
    cal = calendar()
    k = j
    while _at(words, k) in ("(", "،", ",") and k < j + 2:
        k += 1
    word = _at(words, k)
    if word in cal.weekdays and (k == j or words[j] == "(" or True):
        if k > j and words[j] in ("،", ","):
            return DateExpression("relative", j, offset=offset)
        inner = _weekday(words, cal.weekdays[word], k + 1)
        end = inner.end + (1 if _at(words, inner.end) == ")" else 0)
        if inner.kind == "day":
            return DateExpression(
                "day", end, inner.year, inner.month, inner.day, weekday=inner.weekday, shift=inner.shift,
                hijri=inner.hijri,
            )  # fmt: skip
        return DateExpression("relative", end, offset=offset, weekday=cal.weekdays[word], named=True)
    if word[:1].isdecimal() and k == j:
        inner2 = find(words, k)
        if inner2 and inner2.kind == "day":
            return inner2
    return DateExpression("relative", j, offset=offset)


def _range(words: list[str], i: int) -> DateExpression | None:
    """'من 30 ماي إلى 2 يونيو', 'من 15 إلى 17 ديسمبر', 'من الرابع إلى التاسع من أغسطس'."""
    first = _number(words, i + 1)
    if first is None:
        return None
    day, j = first
    month = _month(words, j)
    start_month = None
    year: int | None = None
    if month:
        start_month, j, _ = month
        got = _year(words, j)
        if got:
            year, j, _ = got
    if _at(words, j) not in ("الي", "حتي", "و", "-") and not _at(words, j).startswith("و"):
        return None
    if _at(words, j).startswith("و") and len(words[j]) > 1:
        second = _number([words[j][1:], *words[j + 1 : j + 6]], 0)
        second = (second[0], second[1] + j) if second else None
    else:
        second = _number(words, j + 1)
    if second is None:
        return None
    inner = _day_month(words, second[0], second[1])
    if inner is None or inner.month is None:
        return None
    return DateExpression(
        "range", inner.end, inner.year or year, start_month or inner.month, day, second[0],
        last_month=inner.month, shift=inner.shift, hijri=inner.hijri,
    )  # fmt: skip


def _number(words: list[str], i: int) -> tuple[int, int] | None:
    word = _at(words, i)
    if word.isdecimal() and 0 < int(word) <= 31:
        return int(word), i + 1
    return ordinal_at(words, i) or cardinal_at(words, i)


# --- from expressions to ISO -------------------------------------------------------------------------------------


def resolve(expression: DateExpression, published: date | None, *, future: bool = False) -> tuple[str, str] | None:
    """(ISO date, rule). Rules: `stated` when the text says it in full, else how it was worked out.

    A future reading never gives a past date; a past reading never a future one.
    """
    e = expression
    if e.hijri:
        return _resolve_hijri(e)
    try:
        if e.kind == "relative":
            return None if published is None else _iso(published + timedelta(e.offset), "relative-to-published")
        if e.kind == "weekday":
            return None if published is None else _iso(_weekday_near(e, published, future), "weekday-near-published")
        if e.kind == "year":
            return (f"{e.year:04d}", "stated") if e.year else None
        if e.kind == "shift":
            return _resolve_shift(e, published)
        if e.kind == "month":
            return _resolve_month(e, published, future)
        return _resolve_day(e, published, future)
    except (ValueError, OverflowError):
        return None


def _iso(day: date, rule: str) -> tuple[str, str]:
    return day.isoformat(), rule


def _weekday_near(e: DateExpression, published: date, future: bool) -> date:
    assert e.weekday is not None
    back = (published.weekday() - e.weekday) % 7
    if e.shift == 1 or (e.shift is None and future):
        return published + timedelta((e.weekday - published.weekday()) % 7 or 7)
    if e.shift == -1:
        return published - timedelta(back or 7)
    return published - timedelta(back)


def _resolve_shift(e: DateExpression, published: date | None) -> tuple[str, str] | None:
    if published is None or e.shift is None:
        return None
    if e.unit == "year":
        return f"{published.year + e.shift:04d}", "relative-to-published"
    if e.unit == "month":
        month = published.year * 12 + published.month - 1 + e.shift
        return f"{month // 12:04d}-{month % 12 + 1:02d}", "relative-to-published"
    return None


def _month_year(month: int, shift: int | None, published: date, future: bool) -> int:
    """The year of a month named without one."""
    year = published.year
    if shift is not None and abs(shift) == 12:
        return year + shift // 12
    if shift == -1:
        return year if month < published.month else year - 1
    if shift == 1 or (shift is None and future):
        return year if month >= published.month else year + 1
    if shift is None and month > published.month:
        return year - 1
    return year


def _resolve_month(e: DateExpression, published: date | None, future: bool) -> tuple[str, str] | None:
    assert e.month is not None
    if e.year:
        return f"{e.year:04d}-{e.month:02d}", "stated"
    if published is None:
        return None
    return f"{_month_year(e.month, e.shift, published, future):04d}-{e.month:02d}", "month-near-published"


def _resolve_day(e: DateExpression, published: date | None, future: bool) -> tuple[str, str] | None:
    assert e.day is not None
    rule = "stated"
    month, year = e.month, e.year
    if month is None:
        if published is None or e.shift is None:
            return None
        total = published.year * 12 + published.month - 1 + e.shift
        year, month = total // 12, total % 12 + 1
        rule = "relative-to-published"
    if year is None:
        if published is None:
            return None
        year = _month_year(month, e.shift, published, future)
        if e.shift is None:
            day = date(year, month, e.day)
            if future and day < published:
                year += 1
            elif not future and day > published and (day - published).days > 180:
                year -= 1
        rule = "year-near-published"
    first = date(year, month, e.day)
    if e.last_day is None:
        return _iso(first, rule)
    last_month = e.last_month or month
    last = date(year + (last_month < month), last_month, e.last_day)
    if last < first:
        return None
    return f"{first.isoformat()}/{last.isoformat()}", rule


def _resolve_hijri(e: DateExpression) -> tuple[str, str] | None:
    if e.kind != "day" or not (e.year and e.month and e.day):
        return None
    from hijridate import Hijri  # imported here: most texts have no Hijri date to convert

    try:
        day = Hijri(e.year, e.month, e.day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(day.year, day.month, day.day).isoformat(), "hijri-umm-al-qura"
