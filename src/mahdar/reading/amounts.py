"""Amounts: sums of money and counted goods, with the unit as ISO 4217 code or as the noun."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.packs import table
from mahdar.reading.numbers import quantity_at
from mahdar.reading.text import fold

LONGEST: Final = 5  # words in the name of a unit
OF: Final = "من"
ARTICLE: Final = "ال"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, and where it stands (tokens)."""

    value: float
    unit: str
    first: int
    last: int
    money: bool


@dataclass(frozen=True, slots=True)
class _Units:
    """The units by their folded words: (unit, whether it is money)."""

    plain: dict[tuple[str, ...], tuple[str, bool]]
    bare: dict[str, dict[str, str]]  # a currency's bare name -> the code it means in each country
    signs: dict[str, str]  # $, € before the number


@cache
def _units() -> _Units:
    data = table("ar", "currencies")
    plain: dict[tuple[str, ...], tuple[str, bool]] = {}
    bare: dict[str, dict[str, str]] = {}
    signs: dict[str, str] = {}
    for row in data["currency"]:
        for name in [*row["names"], *row.get("forms", ()), *row.get("symbols", ())]:
            key = tuple(fold(name).split())
            if key:
                plain.setdefault(key, (row["code"], True))
            if len(key) == 1 and not key[0].isalpha():
                signs.setdefault(key[0], row["code"])
        for name in row.get("bare", ()):
            for country in row.get("default_for", ()):
                bare.setdefault(fold(name), {}).setdefault(country, row["code"])
    for row in data["unit"]:
        for name in [row["singular"], *row.get("forms", ())]:
            plain.setdefault(tuple(fold(name).split()), (row["singular"], False))
    return _Units(plain, bare, signs)


def quantity(words: list[str], i: int, country: str | None = None) -> Quantity | None:
    """The amount that begins at token i: '5 ملايين دولار', 'مليون يورو', '30 طنا', '$ 5 ملايين' from the 5.

    `country`: the state whose currency a bare name (دينار) means; without it such a name is no unit.
    """
    found = quantity_at(words, i)
    if found is None:
        return None
    value, j = found
    unit = _unit_at(words, j, country)
    if unit is None and j < len(words) and words[j] == OF:
        unit = _unit_at(words, j + 1, country)  # مليون من الدولارات
    if unit is not None:
        return Quantity(value, unit[0], i, unit[2], unit[1])
    code = _units().signs.get(words[i - 1]) if i else None
    return None if code is None else Quantity(value, code, i, j, True)


def _unit_at(words: list[str], j: int, country: str | None) -> tuple[str, bool, int] | None:
    """(unit, whether it is money, end) of the longest name of a unit at token j."""
    units = _units()
    if j < len(words) and words[j] == "(":
        j += 1
    for length in range(LONGEST, 0, -1):
        key = tuple(words[j : j + length])
        if len(key) < length:
            continue
        known = units.plain.get(key) or units.plain.get(tuple(w.removeprefix(ARTICLE) for w in key))
        if known is not None:
            return known[0], known[1], j + length
    code = units.bare.get(words[j], {}).get(country or "") if j < len(words) else None
    return None if code is None else (code, True, j + 1)
