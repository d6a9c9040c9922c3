"""Dates: which words of an Arabic text are an expression of time, and what the expression says.

`find(words, i)` answers the longest expression that begins at token i, as a `DateExpression`: what the words say
("the 20th of the current month"), before it is tied to a day of publication. `mahdar.reading.calendar` works out the
ISO date. The words are in packs/ar/calendar.toml.

The grammar is a table from a word to the rules that may begin with it. No rule looks further than `WINDOW` tokens.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from mahdar.packs import table
from mahdar.reading.numbers import cardinal_at, ordinal_at, ordinal_words
from mahdar.reading.text import fold

Kind = Literal[
    "day",  # day, with month and year as far as they are said; a `day` alone only as the first side of an interval
    "weekday",
    "relative",  # today, yesterday
    "month",
    "year",
    "shift",  # the last, this, the next week, month, year, century
    "season",
    "fraction",  # quarter or half of a month or year
    "decade",
    "offset",  # two months ago, in a week
    "span",  # the last three days
    "window",  # within 48 hours
]
Unit = Literal["", "hour", "day", "week", "month", "year", "century"]

ARTICLE = "ال"
WINDOW = 24  # tokens: no date expression is longer
YEARS = range(1500, 2200)
BARE_YEARS = range(1900, 2101)
HIJRI_YEARS = range(1300, 1501)
LED = "\0"  # stands for a word that leads up to a date, where the rule itself knows that one is expected
OLDEST_BARE_DECADE = 50  # "the fifties" is a time; "the thirties" is more often an age


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What a date expression says, before it is tied to a publication date."""

    kind: Kind
    end: int  # token after the last
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int = 0  # which one: days from today, the first month of a season, the quarter, the decade; or how many
    unit: Unit = ""
    of: int = 0  # fractions in the whole: 4, 3, 2
    shift: int | None = None  # -1, 0, +1: last, this, next
    anchored: bool = False  # counted from a date told before, not from publication
    hijri: bool = False
    whole: "DateExpression | None" = None  # the period it is a part of: 20 من الشهر الجاري
    until: "DateExpression | None" = None  # the other end of an interval


Rule = Callable[[list[str], int, str], DateExpression | None]


@dataclass(frozen=True, slots=True)
class _Words:
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
    rules: dict[str, tuple[Rule, ...]]  # the first word of an expression -> the rules to try


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) for w in words)


def _numbered(section: dict[str, list[str]]) -> dict[str, int]:
    return {fold(form): int(number) for number, forms in section.items() for form in forms}


@cache
def _words() -> _Words:
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
    first_day = _folded(data["first_day"]["words"])
    rules: dict[str, list[Rule]] = {}

    def begin(phrases: Iterable[str], rule: Rule) -> None:
        for phrase in phrases:
            found = rules.setdefault(phrase.split()[0], [])
            if rule not in found:
                found.append(rule)

    begin(relative, _relative)
    begin(weekdays, _weekday)
    begin((w for w, level in nouns.items() if level in ("day", "midnight")), _of_the_day)
    begin((w for w, level in nouns.items() if level == "month"), _month_noun)
    begin((w for w, level in nouns.items() if level == "year"), _year_noun)
    begin(definite, _definite_unit)
    begin(small["this"], _this)
    begin(parts, _part)
    begin(small["before"] | small["since"] | small["after"], _offset)
    begin(small["within"], _window)
    begin([*seasons, *(ARTICLE + s for s in seasons)], _season)
    begin([*decades, *(ARTICLE + s for s in decades)], _decade)
    begin(fractions, _fraction)
    begin(small["century"], _century)
    begin([*ordinal_words(), *first_day], _ordinal_day)
    begin([*months, *hijri], _month)
    return _Words(
        months, hijri, _folded(data["ambiguous"]["words"]), weekdays, relative,
        {fold(w): n for key, n in (("past", -1), ("next", 1), ("current", 0)) for w in data[key]["words"]},
        _folded(data["recent"]["words"]),
        {fold(w): n for key, n in (("same", 0), ("following", 1), ("preceding", -1)) for w in data[key]["words"]},
        {fold(w): key == "hijri" for key, ws in data["era"].items() for w in ws},
        parts, _folded(data["parts"]["deadlines"]), nouns, units, definite, seasons, decades, fractions,
        _folded(data["last"]["words"]), first_day, small,
        {key: _folded(ws) for key, ws in data["not_after"].items()},
        {key: _folded(ws) for key, ws in data["not_before"].items()},
        _folded(data["leads"]["words"]) | {LED}, {word: tuple(found) for word, found in rules.items()},
    )  # fmt: skip


# --- the way in


def may_start(word: str) -> bool:
    """Cheap test: can a date expression begin with this word?"""
    words = _words()
    return any(s[0].isdecimal() or s in words.rules or s in words.small["from"] for s in _stems(word))


def find(words: list[str], i: int, end: int | None = None) -> DateExpression | None:
    """The longest date expression beginning at token i and ending by `end`. The token before i is looked at, too."""
    limit = min(len(words) if end is None else end, i + WINDOW)
    if i >= limit:
        return None
    window = words[i:limit]
    before = words[i - 1] if i > 0 else ""
    for stem in _stems(window[0]):
        window[0] = stem
        found = _expression(window, before)
        if found is not None:
            return replace(found, end=found.end + i) if i else found
    return None


def _stems(word: str) -> Iterator[str]:
    """The word, and what is left without و or ف, without ب, ل or ك, and without an article before figures."""
    yield word
    for cut in (word[1:] if word[:1] in ("و", "ف") else "", word):
        if not cut:
            continue
        if cut is not word:
            yield cut
        if len(cut) > 2:
            if cut[:2] == "لل":
                yield "ا" + cut[:1] + cut[2:]
            elif cut[0] in "بلك":
                yield cut[1:]
                cut = cut[1:]
            if cut[:2] == "ال" and cut[2:].isdecimal():
                yield cut[2:]


def _at(w: list[str], j: int) -> str:
    return w[j] if j < len(w) else ""


def _phrase(w: list[str], j: int, known: Iterable[str] | dict[str, int]) -> int:
    """Past the longest phrase of up to three words at j that is known; j if none is."""
    for length in (3, 2, 1):
        if j + length <= len(w) and " ".join(w[j : j + length]) in known:
            return j + length
    return j


def _figure(word: str) -> int | None:
    """The number written in figures, with or without the article: 24, ال24."""
    if word.isdecimal():
        return int(word) if len(word) < 5 else None
    if word[:2] == "ال" and word[2:].isdecimal() and len(word) < 7:
        return int(word[2:])
    return None


def _expression(w: list[str], before: str) -> DateExpression | None:
    words = _words()
    if w[0] in words.small["from"]:
        return _between(w) or _relative(w, 0, before)
    found = _single(w, 0, before)
    if found is None:
        return None
    if found.kind == "day" and found.year is None and before in words.not_before["date"]:
        return None  # ثورة 25 يناير
    return _equated(w, _joined(w, found))


def _single(w: list[str], j: int, before: str) -> DateExpression | None:
    """An expression that is no interval of two, at j; `before` is the word that leads up to it."""
    word = _at(w, j)
    if not word:
        return None
    if _figure(word) is not None or word[0].isdecimal():
        return _figures(w, j, before)
    for rule in _words().rules.get(word, ()):
        found = rule(w, j, before)
        if found is not None:
            return found
    return None


def _inner(w: list[str], j: int, before: str) -> DateExpression | None:
    """As `_single`, where the word at j may carry a conjunction or a preposition: لعام 2024، والأربعاء."""
    for stem in _stems(_at(w, j)):
        found = _single([*w[:j], stem, *w[j + 1 :]], j, before)
        if found is not None:
            return found
    return None


# --- intervals

DAYS = ("day", "weekday", "relative")


def _between(w: list[str]) -> DateExpression | None:
    """'من 30 ماي إلى 2 يونيو', 'بين عامي 2011 و2019', 'من الرابع إلى التاسع من أغسطس'."""
    first = _side(w, 1)
    if first is None:
        return None
    if first.until is not None and first.kind in ("day", "year"):
        return first  # من 10 إلى 12 ديسمبر: figures read their own list
    k = _connector(w, first.end, with_and=True)
    if k is None:
        return None
    return _interval(first, _side(w, k))


def _side(w: list[str], j: int) -> DateExpression | None:
    found = _inner(w, j, LED)
    if found is not None:
        return found
    for stem in _stems(_at(w, j)):
        number = _day_number([*w[:j], stem, *w[j + 1 :]], j)
        if number is not None:
            return DateExpression("day", number[1], day=number[0])
    return None


def _connector(w: list[str], j: int, *, with_and: bool) -> int | None:
    """Where the second side begins, if a word that joins two sides stands at j."""
    small, word = _words().small, _at(w, j)
    if word in small["to"] or word in small["dash"]:
        return j + 1
    if with_and and word[:1] == "و":
        return j + 1 if len(word) == 1 else j
    return None


def _interval(first: DateExpression, last: DateExpression | None) -> DateExpression | None:
    if last is None or last.until is not None or first.until is not None:
        return None
    if last.kind == "day" and last.month is None and last.whole is None:
        return None
    if last.kind == first.kind or (first.kind in DAYS and last.kind in DAYS):
        if first.kind in ("day", "weekday", "relative", "month", "year"):
            return replace(first, end=last.end, until=last)
    return None


def _joined(w: list[str], first: DateExpression) -> DateExpression:
    """An interval without من: '30 مايو - 2 يونيو', '10 ديسمبر حتى 3 يناير', 'اليوم وغدا'."""
    if first.until is not None:
        return first
    j = first.end
    word = _at(w, j)
    together = word[:1] == "و" and first.kind == "relative"
    k = _connector(w, j, with_and=together)
    if k is None:
        return first
    last = _inner(w, k, "") if together else _single(w, k, LED)
    if last is None or last.hijri != first.hijri:
        return first
    if (word in _words().small["dash"] or together) and last.kind != first.kind:
        return first
    if together and last.number != first.number + 1:
        return first
    return _interval(first, last) or first


def _equated(w: list[str], first: DateExpression) -> DateExpression:
    """A date in both calendars is the Gregorian one: '14 شوال 1446هـ الموافق 12 أبريل 2025م'."""
    if first.kind != "day" or not (first.hijri or first.year):
        return first
    words = _words()
    j = first.end
    while j < first.end + 3 and (_at(w, j) in ("(", "،", ",") or _at(w, j) in words.eras):
        j += 1
    said = _at(w, j) in words.small["equals"]
    if said or (first.hijri and _at(w, j) in words.small["dash"]):
        j += 1
    elif not (first.hijri and j > first.end and w[j - 1] == "("):
        return first
    other = _inner(w, j, "") or (_inner(w, j + 1, "") if said else None)
    if other is None or other.kind != "day" or other.hijri == first.hijri or not (said or other.year):
        return first
    kept = first if other.hijri else _joined(w, other)
    end = max(kept.end, other.end)
    return replace(kept, end=end + (_at(w, end) == ")" and "(" in w[first.end : end]))


# --- figures


def _figures(w: list[str], j: int, before: str) -> DateExpression | None:
    words = _words()
    value = _figure(w[j])
    if value is None:
        return _years(w, j)  # 2024م, 1446هـ
    numeric = _numeric(w, j, value)
    if numeric is not None:
        return numeric
    following = _at(w, j + 1)
    if following in words.units and words.shifts.get(_at(w, j + 2)):
        return DateExpression(
            "span", j + 3, number=value, unit=words.units[following][0], shift=words.shifts[w[j + 2]]
        )  # fmt: skip
    if 0 < value <= 31:
        return _day(w, j + 1, value, before)
    if following in words.eras or (following in words.small["dash"] or following == "/") or before in words.leads:
        if following not in words.units:
            return _years(w, j, bare=before in words.leads)
    return None


def _numeric(w: list[str], j: int, first: int) -> DateExpression | None:
    """D-M-YYYY, D/M/YYYY, D.M.YYYY, YYYY-MM-DD, M/YYYY, and D-D/M/YYYY."""
    separator = _at(w, j + 1)
    if separator not in ("-", "/", "–", "\\", ".") or not _at(w, j + 2).isdecimal() or len(w[j + 2]) > 4:
        return None
    second = int(w[j + 2])
    if _at(w, j + 3) != separator:
        if separator in ("-", "–") and _at(w, j + 3) == "/" and first < second <= 31:
            last = _numeric(w, j + 2, second)
            if last is not None and last.kind == "day" and last.day == second:
                return replace(last, day=first, until=last)
        if separator == "/" and 0 < first <= 12 and second in BARE_YEARS:
            return DateExpression("month", j + 3, second, first)
        if separator == "/" and first in BARE_YEARS and len(w[j + 2]) == 2 and 0 < second <= 12:
            return DateExpression("month", j + 3, first, second)
        return None
    third_word, era = _without_era(_at(w, j + 4))
    third_word = third_word.partition("T")[0]
    if not third_word.isdecimal() or len(third_word) > 4:
        return None
    third, end = int(third_word), j + 5
    if era is None and _at(w, end) in _words().eras:
        end += 1
    if (first in YEARS or first in HIJRI_YEARS) and 0 < second <= 12 and 0 < third <= 31:
        return DateExpression("day", end, first, second, third, hijri=first in HIJRI_YEARS)
    if len(third_word) == 2 and separator == "/":
        third += 2000
    if third in YEARS or third in HIJRI_YEARS:
        if 0 < first <= 31 and 0 < second <= 12:
            return DateExpression("day", end, third, second, first, hijri=third in HIJRI_YEARS)
        if 0 < first <= 12 and 0 < second <= 31:
            return DateExpression("day", end, third, first, second, hijri=third in HIJRI_YEARS)
    return None


def _without_era(word: str) -> tuple[str, bool | None]:
    """A year in figures without the letter of the era that is stuck to it, and whether that letter means Hijri."""
    if word and word[-1] in _words().eras and word[:-1].isdecimal():
        return word[:-1], _words().eras[word[-1]]
    return word, None


def _year_at(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(year, end, hijri) of a year in four figures at j, with the era."""
    word, era = _without_era(_at(w, j))
    if not word.isdecimal() or len(word) != 4:
        return None
    year, end = int(word), j + 1
    if era is None and _at(w, end) in _words().eras:
        era = _words().eras[w[end]]
        end += 1
    if era is None:
        era = year in HIJRI_YEARS
    if year in (HIJRI_YEARS if era else YEARS):
        return year, end, era
    return None


def _years(w: list[str], j: int, *, bare: bool = False) -> DateExpression | None:
    """A year, or two joined: 2024م, 2020-2024, 2022 و2023. A number with no word that says it is a year is one only
    if it is of this age, and beside another one or after a preposition (`bare`)."""
    got = _year_at(w, j)
    if got is None:
        return None
    year, end, hijri = got
    first = DateExpression("year", end, year, hijri=hijri)
    marked = not w[j].isdecimal() or end > j + 1
    if not marked and year not in BARE_YEARS:
        return None
    return _second_year(w, first, with_and=False) or (first if bare or marked else None)


def _second_year(w: list[str], first: DateExpression, *, with_and: bool) -> DateExpression | None:
    k = first.end + 1 if _at(w, first.end) == "/" else _connector(w, first.end, with_and=with_and)
    if k is None or first.year is None:
        return None
    word = _at(w, k)
    if k == first.end and word[:1] == "و":
        word = word[1:]
    if _words().nouns.get(word) == "year":
        k += 1
        word = _at(w, k)
    got = _year_at([word], 0)
    if got is None or got[2] != first.hijri or not first.year < got[0] < first.year + 200:
        return None
    if not first.hijri and got[0] not in BARE_YEARS and first.year in BARE_YEARS:
        return None
    end = _year_at([*w[:k], word, *w[k + 1 :]], k)
    last = DateExpression("year", end[1] if end else k + 1, got[0], hijri=first.hijri)
    return replace(first, end=last.end, until=last)


# --- days and months


def _day_number(w: list[str], j: int) -> tuple[int, int] | None:
    """(day, end) of a day of the month at j, in figures or as an ordinal."""
    value = _figure(_at(w, j))
    if value is None:
        if _at(w, j) in _words().first_day:
            return 1, j + 1
        ordinal = ordinal_at(w, j)
        if ordinal is None:
            return None
        value, end = ordinal
    else:
        end = j + 1
    return (value, end) if 0 < value <= 31 else None


def _ordinal_day(w: list[str], j: int, before: str) -> DateExpression | None:
    number = _day_number(w, j)
    return None if number is None else _day(w, number[1], number[0], before)


def _day(w: list[str], j: int, day: int, before: str) -> DateExpression | None:
    """A day and what it is a day of: '10 ديسمبر 2024', '24 من الشهر الجاري', '11 و12 أبريل', '4 إلى 9 أغسطس'."""
    last: int | None = None
    while True:
        k = _connector(w, j, with_and=True)
        if k is None:
            break
        nxt = [*w[:k], w[k][1:], *w[k + 1 :]] if k == j else w
        number = _day_number(nxt, k)
        if number is None or number[0] <= (last or day):
            break
        last, j = number
    found = _rest_of_day(w, j, last or day, before)
    if found is None or last is None:
        return found
    return replace(found, day=day, until=found)


def _rest_of_day(w: list[str], j: int, day: int, before: str) -> DateExpression | None:
    words = _words()
    of = _at(w, j) in words.small["of"]
    if of:
        j += 1
    elif _at(w, j) in words.small["dash"] or _at(w, j) == "/":
        month = _month_name(w, j + 1)
        if month is not None:  # 10-ديسمبر-2024
            return _month_tail(w, month[1], DateExpression("day", month[1], month=month[0], day=day, hijri=month[2]))
        second = _figure(_at(w, j + 1))
        if words.nouns.get(before) == "day" or before in words.weekdays:
            if w[j] == "/" and second is not None and 0 < second <= 12:  # الثلاثاء 10/12
                return DateExpression("day", j + 2, month=second, day=day)
        return None
    if words.nouns.get(_at(w, j)) == "month":
        j += 1
        of = True
    month = _month_name(w, j)
    if month is not None:
        return _month_tail(w, month[1], DateExpression("day", month[1], month=month[0], day=day, hijri=month[2]))
    if of:
        for rule in (_definite_unit, _this):
            whole = rule(w, j, "")
            if whole is not None and whole.kind == "shift" and whole.unit == "month":
                return DateExpression("day", whole.end, day=day, whole=whole)
    word = _at(w, j)
    if word in words.shifts and (of or words.nouns.get(before) == "day" or words.shifts[word] == 0):
        # 24 الجاري: the month goes without saying
        return DateExpression(
            "day", j + 1, day=day, whole=DateExpression("shift", j + 1, unit="month", shift=words.shifts[word])
        )
    return None


def _month_name(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(month, end, hijri) of a month's name at j; paired names (نيسان/أبريل, شباط (فبراير)) are one."""
    words = _words()
    end = _phrase(w, j, words.months)
    if end == j:
        end = _phrase(w, j, words.hijri)
        return None if end == j else (words.hijri[" ".join(w[j:end])], end, True)
    number = words.months[" ".join(w[j:end])]
    k = end + 1 if _at(w, end) in ("/", "(", "-", "،") else end
    twin = _phrase(w, k, words.months)
    if twin > k and words.months[" ".join(w[k:twin])] == number:
        end = twin + 1 if _at(w, twin) == ")" else twin
    return number, end, False


def _month_tail(w: list[str], j: int, e: DateExpression) -> DateExpression:
    """The year or the word of time that follows a month: 2024, من عام 2024, الماضي, من العام الجاري."""
    words = _words()
    k = j
    while k < j + 2 and (
        _at(w, k) in ("،", ",", "/", "-") or _at(w, k) in words.small["of"] or words.nouns.get(_at(w, k)) == "year"
    ):
        k += 1
    for stem in _stems(_at(w, k)):
        if words.nouns.get(stem) == "year":  # لعام 2024
            k += 1
            break
    got = _year_at(w, k)
    if got is not None and (got[2] == e.hijri):
        return replace(e, end=got[1], year=got[0])
    moved = _shift(w, j)
    if moved is not None:
        return replace(e, end=moved[1], shift=moved[0], anchored=moved[2])
    k = j + 1 if _at(w, j) in words.small["of"] or _at(w, j) in words.leads else j
    for rule in (_definite_unit, _this):
        whole = rule(w, k, "")
        if whole is not None and whole.kind == "shift" and whole.unit == "year":
            return replace(e, end=whole.end, whole=whole)
    return e


def _month(w: list[str], j: int, before: str) -> DateExpression | None:
    words = _words()
    named = _month_name(w, j)
    if named is None:
        return None
    number, end, hijri = named
    found = _month_tail(w, end, DateExpression("month", end, month=number, hijri=hijri))
    if found.end > end:
        return found
    if _figure(before) is not None:
        return None  # the month of a day that is none: ساحة 14 آذار
    if end > j + 1 and not hijri:
        return found
    if hijri or " ".join(w[j:end]) in words.ambiguous:
        return found if before in words.leads or words.nouns.get(before) == "month" else None
    return found


def _month_noun(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'شهر مارس', 'شهري يناير وفبراير'."""
    found = _month(w, j + 1, w[j])
    if found is None or _at(w, found.end)[:1] != "و" or w[j][-1] != "ي":
        return found
    return _interval(found, _inner(w, found.end, w[j])) or found


# --- weekdays and days near publication


def _shift(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(shift, end, anchored) of a word such as الماضي, المقبل, التالي, نفسه, قبل الماضي at j."""
    words = _words()
    word = _at(w, j)
    if word in words.shifts:
        return words.shifts[word], j + 1, False
    if word in words.anchored:
        return words.anchored[word], j + 1, True
    moved = words.shifts.get(_at(w, j + 1))
    if (word in words.small["before_past"] and moved == -1) or (word in words.small["after_next"] and moved == 1):
        return moved * 2, j + 2, False
    return None


def _weekday(w: list[str], j: int, before: str) -> DateExpression | None:
    """A weekday, or two in a row; a shift word or a full date may follow."""
    words = _words()
    if before in words.not_before["weekday"]:
        return None
    weekday = words.weekdays[w[j]]
    k = j + 1
    second: int | None = None
    dash = _at(w, k) in words.small["dash"] or _at(w, k) == "/"
    other = _at(w, k + 1) if dash else _at(w, k).removeprefix("و")
    if words.weekdays.get(other) == (weekday + 1) % 7:
        second = (weekday + 1) % 7
        k += 2 if dash else 1
    moved = _shift(w, k)
    shift, anchored = (moved[0], moved[2]) if moved else (None, False)
    if moved:
        k = moved[1]
    last = None if second is None else DateExpression("weekday", k, weekday=second, shift=shift, anchored=anchored)
    alone = DateExpression("weekday", k, weekday=weekday, shift=shift, anchored=anchored, until=last)
    n = k
    while n < k + 3 and (
        _at(w, n) in ("،", ",", "(", "/", "في") or _at(w, n) in words.small["equals"]
        or words.nouns.get(_at(w, n)) == "day"
    ):  # fmt: skip
        n += 1
    for stem in _stems(_at(w, n)):
        number = _day_number([*w[:n], stem, *w[n + 1 :]], n)
        if number is not None:
            break
    if number is None:
        return alone
    inner = _inner(w, n, w[j])
    if inner is None or inner.kind != "day":
        return alone
    inner = _equated(w, inner)
    closes = _at(w, inner.end) == ")" and "(" in w[k:n]
    return replace(inner, end=inner.end + closes, weekday=weekday if inner.until is None else None)


def _relative(w: list[str], j: int, before: str) -> DateExpression | None:
    """'أمس الثلاثاء', 'اليوم (الاثنين)', 'اليوم الأحد 22 سبتمبر', 'اليوم نفسه'."""
    words = _words()
    end = _phrase(w, j, words.relative)
    if end == j:
        return None
    offset = words.relative[" ".join(w[j:end])]
    following = _at(w, end)
    if following in words.anchored:
        return DateExpression("relative", end + 1, number=words.anchored[following], anchored=True)
    if offset == 0 and (
        before in words.not_before["today"]
        or following in words.not_after["today"]
        or (ordinal_at(w, end) and not _ordinal_day(w, end, ""))
    ):
        return None
    if offset == -1 and following in words.not_after["yesterday"]:
        return None
    k = end + 1 if following == "(" else end
    if _at(w, k) in words.weekdays:
        inner = _weekday(w, k, "")
        if inner is not None and inner.shift is None and inner.until is None:
            close = inner.end + (k > end and _at(w, inner.end) == ")")
            if inner.kind == "day":
                return replace(inner, end=close)
            return DateExpression("relative", close, number=offset, weekday=inner.weekday)
    elif _figure(_at(w, k)) is not None or ordinal_at(w, k):
        inner = _single(w, k, w[j])
        if inner is not None and inner.kind == "day":
            return replace(inner, end=inner.end + (k > end and _at(w, inner.end) == ")"))
    return DateExpression("relative", end, number=offset)


def _of_the_day(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'مساء الثلاثاء', 'قبل ظهر اليوم', 'يومي 11 و12 أبريل', 'منتصف ليل السبت - الأحد'."""
    words = _words()
    k = j
    midnight = False
    for _ in range(3):
        end = _phrase(w, k, words.nouns)
        level = words.nouns.get(" ".join(w[k:end]))
        if level not in ("day", "midnight"):
            break
        midnight = midnight or level == "midnight"
        k = end
    if k == j:
        return None
    found = _single(w, k, w[k - 1])
    if found is None or found.kind not in DAYS:
        return None
    if midnight and found.until is not None and found.kind == "weekday":
        return replace(found.until, end=found.end)
    return found


# --- weeks, months, years named by where they lie


def _definite_unit(w: list[str], j: int, before: str) -> DateExpression | None:
    """'الشهر الماضي', 'الأسبوعين المقبلين', 'الأيام الثلاثة الماضية', 'الأسبوع الأول من مارس'."""
    words = _words()
    known = words.definite.get(_at(w, j))
    if known is None:
        return None
    unit, count = known
    if count == 1:
        if unit == "year" and before in words.not_before["year"]:
            return None
        moved = _shift(w, j + 1)
        if moved is not None:
            return DateExpression("shift", moved[1], unit=unit, shift=moved[0], anchored=moved[2])
        if unit == "week":
            ordinal = ordinal_at(w, j + 1)
            k = ordinal[1] if ordinal else j + 1 + (_at(w, j + 1) in words.last)
            if k > j + 1 and _at(w, k) in words.small["of"]:
                found = _single(w, k + 1, LED)
                return found if found is not None and found.kind in ("month", "shift") else None
        return None
    k = j + 1
    if not count:
        word = _at(w, k)
        value = _figure(word)
        if value is not None:
            count, k = value, k + 1
        elif word.startswith(ARTICLE):
            got = cardinal_at([word[2:], *w[k + 1 : k + 2]], 0)
            if got is None:
                return None
            count, k = got[0], k + got[1]
    shift = -1 if _at(w, k) in words.recent else words.shifts.get(_at(w, k))
    if not count or not shift:
        return None
    return DateExpression("span", k + 1, number=count, unit=unit, shift=shift)


def _this(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'هذا العام', 'هذا الشهر', 'هذه السنة'."""
    words = _words()
    if _at(w, j) not in words.small["this"]:
        return None
    unit, count = words.definite.get(_at(w, j + 1), ("", 0))
    if count != 1 or unit not in ("week", "month", "year") or _at(w, j + 2) in words.not_after["year"]:
        return None
    return DateExpression("shift", j + 2, unit=unit, shift=0)


def _year_noun(w: list[str], j: int, before: str) -> DateExpression | None:
    """'عام 2024', 'عامي 2022 و2023', 'العام الجاري 2025'."""
    words = _words()
    shifted = _definite_unit(w, j, before)
    if shifted is not None:
        bracket = _at(w, shifted.end) == "("
        got = _year_at(w, shifted.end + bracket)
        if got is not None and not shifted.anchored:
            return DateExpression("year", got[1] + (bracket and _at(w, got[1]) == ")"), got[0], hijri=got[2])
        return shifted
    got = _year_at(w, j + 1)
    if got is None:
        return None
    first = DateExpression("year", got[1], got[0], hijri=got[2])
    return _second_year(w, first, with_and=w[j] not in words.units) or first


def _part(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'مطلع يناير', 'نهاية العام', 'أواخر التسعينيات', 'منتصف 2022'."""
    words = _words()
    found = _single(w, j + 1, LED)
    if found is not None:
        return found if found.kind in ("month", "year", "shift", "decade", "season") else None
    unit, count = words.definite.get(_at(w, j + 1), ("", 0))
    if count == 1 and unit in ("month", "year") and _at(w, j + 2) not in words.not_after["year"]:
        return DateExpression("shift", j + 2, unit=unit, shift=0)
    return None


def _season(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'صيف 2023', 'خريف العام الماضي', 'الصيف المقبل', 'شتاء 2022-2023'."""
    words = _words()
    month = words.seasons.get(w[j])
    if month is None:
        moved = _shift(w, j + 1)
        if moved is None or moved[2]:
            return None
        return DateExpression("season", moved[1], number=words.seasons[w[j][2:]], shift=moved[0])
    whole = _single(w, j + 1, LED)
    if whole is None or whole.hijri or not (whole.kind == "year" or whole.kind == "shift" and whole.unit == "year"):
        return None
    return DateExpression("season", whole.end, number=month, whole=whole)


def _decade(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'تسعينيات القرن الماضي', 'أواخر الثمانينات'."""
    words = _words()
    definite = w[j] not in words.decades
    tens = words.decades[w[j][2:] if definite else w[j]]
    k = j + 1
    if _at(w, k) in words.small["of"]:
        k += 1
    century = _century(w, k, "")
    if century is not None:
        return DateExpression("decade", century.end, number=tens, whole=century)
    if definite and tens >= OLDEST_BARE_DECADE and _phrase(w, j + 1, words.not_after["decade"]) == j + 1:
        return DateExpression("decade", j + 1, year=1900 + tens, number=tens)
    return None


def _century(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'القرن الماضي', 'القرن التاسع عشر'."""
    if _at(w, j) not in _words().small["century"]:
        return None
    moved = _shift(w, j + 1)
    if moved is not None:
        return None if moved[2] else DateExpression("shift", moved[1], unit="century", shift=moved[0])
    ordinal = ordinal_at(w, j + 1)
    if ordinal is None or not 15 < ordinal[0] < 23:
        return None
    return DateExpression("shift", ordinal[1], unit="century", year=(ordinal[0] - 1) * 100)


def _fraction(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'الربع الأول من 2024', 'النصف الثاني من العام الجاري', 'النصف الأول من مارس المقبل'."""
    words = _words()
    of = words.fractions[w[j]]
    ordinal = ordinal_at(w, j + 1)
    if ordinal is not None:
        number, k = ordinal
    elif _at(w, j + 1) in words.last:
        number, k = of, j + 2
    else:
        return None
    if number > of:
        return None
    if _at(w, k) in words.small["of"]:
        k += 1
    whole = _inner(w, k, LED)
    if whole is None or whole.hijri or whole.until is not None:
        return None
    yearly = whole.kind == "year" or (whole.kind == "shift" and whole.unit == "year")
    monthly = whole.kind == "month" or (whole.kind == "shift" and whole.unit == "month")
    if not yearly and not (monthly and of == 2):
        return None
    unit: Unit = "year" if yearly else "month"
    return DateExpression("fraction", whole.end, number=number, of=of, unit=unit, whole=whole)


# --- how long ago


def _count(w: list[str], j: int) -> tuple[int, Unit, int] | None:
    """(how many, unit, end) of a length of time at j: 'ثلاثة أشهر', 'عامين', 'نحو 48 ساعة', 'عام ونصف'."""
    words = _words()
    k = _phrase(w, j, words.small["about"])
    unit, count = words.units.get(_at(w, k), ("", 0))
    if unit:
        if not count:
            return None
        k += 1
        alone = _at(w, k)
        if count == 1 and (alone[:1].isdecimal() or alone in words.weekdays or _month_name(w, k)):
            return None  # قبل عام 2011, بعد شهر رمضان
    else:
        got = cardinal_at(w, k)
        if got is None:
            return None
        count, k = got
        unit, _ = words.units.get(_at(w, k), ("", 0))
        if not unit or not 0 < count < 1000:
            return None
        k += 1
    if _at(w, k) in words.small["half"]:
        if unit != "year":
            return None
        k += 1
        if _at(w, k) in words.units or _at(w, k) in words.definite:
            k += 1
        return count * 12 + 6, "month", k
    while _at(w, k) in words.small["more"]:
        k += 1
    if unit == "hour":
        return None if count % 24 else (count // 24, "day", k)
    return count, unit, k


def _offset(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'قبل ثلاثة أشهر', 'منذ عامين', 'بعد أسبوع'; and 'قبل نهاية العام', which is of that year."""
    words = _words()
    if w[j] in words.small["before"] and _at(w, j + 1) in words.deadlines:
        return _part(w, j + 1, "")
    got = _count(w, j + 1)
    if got is None:
        return None
    count, unit, end = got
    now = _phrase(w, end, words.small["from_now"])
    if now == end and _at(w, end) in words.small["further"]:
        return None  # بعد عامين من الهجوم
    sign = 1 if w[j] in words.small["after"] else -1
    # After a while: from now on, unless the text says so or tells the future, counted from what was told before.
    return DateExpression("offset", now, number=sign * count, unit=unit, anchored=sign > 0 and now == end)


def _window(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'خلال 48 ساعة', 'في غضون أسبوعين'."""
    got = _count(w, j + 1)
    if got is None:
        return None
    count, unit, end = got
    shift = _words().shifts.get(_at(w, end))
    if shift:
        return DateExpression("span", end + 1, number=count, unit=unit, shift=shift)
    if _at(w, end) in _words().small["further"]:
        return None
    return DateExpression("window", end, number=count, unit=unit)
