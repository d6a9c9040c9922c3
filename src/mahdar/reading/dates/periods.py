"""Years, parts of them, seasons, decades, centuries."""

from typing import Final

from mahdar.reading.dates.expression import DateExpression, Unit
from mahdar.reading.dates.figures import second_year, year_at
from mahdar.reading.dates.rules import begins, prefixed, single
from mahdar.reading.dates.units import definite_unit, shift_at
from mahdar.reading.dates.words import ARTICLE, LED, at, phrase_end, time_words
from mahdar.reading.numbers import ordinal_at

OLDEST_BARE_DECADE: Final = 50  # "the fifties" is a time; "the thirties" is more often an age


@begins(lambda t: [word for word, level in t.nouns.items() if level == "year"])
def year_noun(w: list[str], j: int, before: str) -> DateExpression | None:
    """'عام 2024', 'عامي 2022 و2023', 'العام الجاري 2025'."""
    words = time_words()
    shifted = definite_unit(w, j, before)
    if shifted is not None:
        bracket = at(w, shifted.end) == "("
        got = year_at(w, shifted.end + bracket)
        if got is not None and not shifted.anchored:
            return DateExpression("year", got[1] + (bracket and at(w, got[1]) == ")"), got[0], hijri=got[2])
        return shifted
    got = year_at(w, j + 1)
    if got is None:
        return None
    first = DateExpression("year", got[1], got[0], hijri=got[2])
    return second_year(w, first, with_and=w[j] not in words.units) or first


@begins(lambda t: t.parts)
def part(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'مطلع يناير', 'نهاية العام', 'أواخر التسعينيات', 'منتصف 2022'."""
    words = time_words()
    found = single(w, j + 1, LED)
    if found is not None:
        return found if found.kind in ("month", "year", "shift", "decade", "season") else None
    unit, count = words.definite.get(at(w, j + 1), ("", 0))
    if count == 1 and unit in ("month", "year") and at(w, j + 2) not in words.not_after["year"]:
        return DateExpression("shift", j + 2, unit=unit, shift=0)
    return None


@begins(lambda t: [*t.seasons, *(ARTICLE + s for s in t.seasons)])
def season(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'صيف 2023', 'خريف العام الماضي', 'الصيف المقبل', 'شتاء 2022-2023'."""
    words = time_words()
    month = words.seasons.get(w[j])
    if month is None:
        moved = shift_at(w, j + 1)
        if moved is None or moved[2]:
            return None
        return DateExpression("season", moved[1], number=words.seasons[w[j][2:]], shift=moved[0])
    whole = single(w, j + 1, LED)
    if whole is None or whole.hijri or not (whole.kind == "year" or whole.kind == "shift" and whole.unit == "year"):
        return None
    return DateExpression("season", whole.end, number=month, whole=whole)


@begins(lambda t: [*t.decades, *(ARTICLE + s for s in t.decades)])
def decade(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'تسعينيات القرن الماضي', 'أواخر الثمانينات'."""
    words = time_words()
    definite = w[j] not in words.decades
    tens = words.decades[w[j][2:] if definite else w[j]]
    k = j + 1
    if at(w, k) in words.small["of"]:
        k += 1
    century = century_at(w, k, "")
    if century is not None:
        return DateExpression("decade", century.end, number=tens, whole=century)
    if definite and tens >= OLDEST_BARE_DECADE and phrase_end(w, j + 1, words.not_after["decade"]) == j + 1:
        return DateExpression("decade", j + 1, year=1900 + tens, number=tens)
    return None


@begins(lambda t: t.small["century"])
def century_at(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'القرن الماضي', 'القرن التاسع عشر'."""
    if at(w, j) not in time_words().small["century"]:
        return None
    moved = shift_at(w, j + 1)
    if moved is not None:
        return None if moved[2] else DateExpression("shift", moved[1], unit="century", shift=moved[0])
    ordinal = ordinal_at(w, j + 1)
    if ordinal is None or not 15 < ordinal[0] < 23:
        return None
    return DateExpression("shift", ordinal[1], unit="century", year=(ordinal[0] - 1) * 100)


@begins(lambda t: t.fractions)
def fraction(w: list[str], j: int, _before: str) -> DateExpression | None:
    """'الربع الأول من 2024', 'النصف الثاني من العام الجاري', 'النصف الأول من مارس المقبل'."""
    words = time_words()
    of = words.fractions[w[j]]
    ordinal = ordinal_at(w, j + 1)
    if ordinal is not None:
        number, k = ordinal
    elif at(w, j + 1) in words.last:
        number, k = of, j + 2
    else:
        return None
    if number > of:
        return None
    if at(w, k) in words.small["of"]:
        k += 1
    whole = prefixed(w, k, LED)
    if whole is None or whole.hijri or whole.until is not None:
        return None
    yearly = whole.kind == "year" or (whole.kind == "shift" and whole.unit == "year")
    monthly = whole.kind == "month" or (whole.kind == "shift" and whole.unit == "month")
    if not yearly and not (monthly and of == 2):
        return None
    unit: Unit = "year" if yearly else "month"
    return DateExpression("fraction", whole.end, number=number, of=of, unit=unit, whole=whole)
