"""Amounts: sums of money and counted goods, with the unit as ISO 4217 code or as the noun."""

from dataclasses import dataclass
from functools import cache

from mahdar.packs import table
from mahdar.reading.numbers import quantity_at
from mahdar.reading.text import fold


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, and where it stands (tokens)."""

    value: float
    unit: str
    first: int
    last: int
    money: bool


@cache
def _units() -> tuple[dict[tuple[str, ...], tuple[str, bool]], dict[str, list[tuple[str, dict[str, str]]]]]:
    """(units by their folded words, currencies that a bare name may mean by country)."""
    data = table("ar", "currencies")
    units: dict[tuple[str, ...], tuple[str, bool]] = {}
    bare: dict[str, dict[str, str]] = {}
    for row in data["currency"]:
        for name in [*row["names"], *row.get("forms", ()), *row.get("symbols", ())]:
            key = tuple(fold(name).split())
            if key and key not in units:
                units[key] = row["code"], True
        for name in row.get("bare", ()):
            for country in row.get("default_for", ()):
                bare.setdefault(fold(name), {})[country] = row["code"]
    for row in data["unit"]:
        for name in [row["singular"], *row.get("forms", ())]:
            units.setdefault(tuple(fold(name).split()), (row["singular"], False))
    return units, {k: [("", v)] for k, v in bare.items()}


def quantity(words: list[str], i: int) -> Quantity | None:
    """The amount that begins at token i: '5 ملايين دولار', 'مليون يورو', '30 طنا', '$5 million' not."""
    found = quantity_at(words, i)
    if found is None:
        return None
    value, j = found
    units, _ = _units()
    for skip in (0, 1):
        for length in (3, 2, 1):
            key = tuple(words[j + skip : j + skip + length])
            if len(key) == length and key in units:
                unit, money = units[key]
                return Quantity(value, unit, i, j + skip + length, money)
        if j >= len(words) or words[j] not in ("من", "("):
            break
    return None
