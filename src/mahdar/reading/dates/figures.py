"""Dates and years in figures."""

from typing import Final

from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.joining import connector
from mahdar.reading.dates.words import at, time_words

YEARS: Final = range(1500, 2200)
BARE_YEARS: Final = range(1900, 2101)
HIJRI_YEARS: Final = range(1300, 1501)


def full_date(w: list[str], j: int, first: int) -> DateExpression | None:
    """D-M-YYYY, D/M/YYYY, D.M.YYYY, YYYY-MM-DD, M/YYYY, and D-D/M/YYYY."""
    separator = at(w, j + 1)
    if separator not in ("-", "/", "–", "\\", ".") or not at(w, j + 2).isdecimal() or len(w[j + 2]) > 4:
        return None
    second = int(w[j + 2])
    if at(w, j + 3) != separator:
        if separator in ("-", "–") and at(w, j + 3) == "/" and first < second <= 31:
            last = full_date(w, j + 2, second)
            if last is not None and last.kind == "day" and last.day == second:
                whole = last.copy()
                whole.day, whole.until = first, last
                return whole
        if separator == "/" and 0 < first <= 12 and second in BARE_YEARS:
            return DateExpression("month", j + 3, second, first)
        if separator == "/" and first in BARE_YEARS and len(w[j + 2]) == 2 and 0 < second <= 12:
            return DateExpression("month", j + 3, first, second)
        return None
    third_word, era = without_era(at(w, j + 4))
    third_word = third_word.partition("T")[0]
    if not third_word.isdecimal() or len(third_word) > 4:
        return None
    third, end = int(third_word), j + 5
    if era is None and at(w, end) in time_words().eras:
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


def without_era(word: str) -> tuple[str, bool | None]:
    """A year in figures without the letter of the era that is stuck to it, and whether that letter means Hijri."""
    if word and word[-1] in time_words().eras and word[:-1].isdecimal():
        return word[:-1], time_words().eras[word[-1]]
    return word, None


def year_at(w: list[str], j: int) -> tuple[int, int, bool] | None:
    """(year, end, hijri) of a year in four figures at j, with the era."""
    word, era = without_era(at(w, j))
    if not word.isdecimal() or len(word) != 4:
        return None
    year, end = int(word), j + 1
    if era is None and at(w, end) in time_words().eras:
        era = time_words().eras[w[end]]
        end += 1
    if era is None:
        era = year in HIJRI_YEARS
    if year in (HIJRI_YEARS if era else YEARS):
        return year, end, era
    return None


def years(w: list[str], j: int, *, bare: bool = False) -> DateExpression | None:
    """A year, or two joined: 2024م, 2020-2024, 2022 و2023. A number with no word that says it is a year is one only
    if it is of this age, and beside another one or after a preposition (`bare`)."""
    got = year_at(w, j)
    if got is None:
        return None
    year, end, hijri = got
    first = DateExpression("year", end, year, hijri=hijri)
    marked = not w[j].isdecimal() or end > j + 1
    if not marked and year not in BARE_YEARS:
        return None
    return second_year(w, first, with_and=False) or (first if bare or marked else None)


def second_year(w: list[str], first: DateExpression, *, with_and: bool) -> DateExpression | None:
    k = first.end + 1 if at(w, first.end) == "/" else connector(w, first.end, with_and=with_and)
    if k is None or first.year is None:
        return None
    word = at(w, k)
    if k == first.end and word[:1] == "و":
        word = word[1:]
    if time_words().nouns.get(word) == "year":
        k += 1
        word = at(w, k)
    got = year_at([word], 0)
    if got is None or got[2] != first.hijri or not first.year < got[0] < first.year + 200:
        return None
    if not first.hijri and got[0] not in BARE_YEARS and first.year in BARE_YEARS:
        return None
    end = year_at([*w[:k], word, *w[k + 1 :]], k)
    last = DateExpression("year", end[1] if end else k + 1, got[0], hijri=first.hijri)
    first.end, first.until = last.end, last
    return first
