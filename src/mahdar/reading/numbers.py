"""Numbers in digits and words: cardinals, ordinals, and the amounts made of them."""

import re
from functools import cache

from mahdar.packs import table
from mahdar.reading.text import fold


@cache
def _tables() -> tuple[dict[str, float], dict[str, int], dict[str, int]]:
    """(number words, ordinals, magnitudes), folded."""
    data = table("ar", "currencies")
    numbers = {fold(w): v for w, v in data["number_words"].items()}
    ordinals = {fold(w): int(v) for w, v in data["ordinals"].items()}
    magnitudes = {fold(w): int(v) for w, v in data["magnitudes"].items()}
    return numbers, ordinals, magnitudes


def number_words() -> frozenset[str]:
    """Every word that can begin a number."""
    numbers, _, magnitudes = _tables()
    return frozenset(w.split()[0] for w in (*numbers, *magnitudes))


def ordinal_words() -> frozenset[str]:
    """Every word that can begin an ordinal."""
    _, ordinals, _ = _tables()
    return frozenset(w.split()[0] for w in ordinals)


def ordinal_at(words: list[str], i: int) -> tuple[int, int] | None:
    """(value, end) of an ordinal at token i: 'الرابع', 'السابع عشر', 'الحادي والعشرين'."""
    _, ordinals, _ = _tables()
    for length in (3, 2, 1):
        value = ordinals.get(" ".join(words[i : i + length]))
        if value is not None and i + length <= len(words):
            return value, i + length
    return None


def cardinal_at(words: list[str], i: int) -> tuple[int, int] | None:
    """(value, end) of a whole number in words or digits at token i."""
    found = quantity_at(words, i)
    if found is None or found[0] != int(found[0]):
        return None
    return int(found[0]), found[1]


DIGITS = re.compile(r"\d+$")


def _digits_at(words: list[str], i: int) -> tuple[float, int] | None:
    """Digits with separators: 18.250 (thousands), 3.5 (decimal), 4,657,595, ٣٫٥."""
    n = len(words)
    if i >= n or not words[i].isdecimal():
        return None
    groups = [words[i]]
    j = i + 1
    separators = []
    while j + 1 < n and words[j] in (".", ",", "٫", "٬", "،") and words[j + 1].isdecimal():
        if words[j] == "،" and len(words[j + 1]) != 3:
            break
        separators.append(words[j])
        groups.append(words[j + 1])
        j += 2
    if not separators:
        return float(int(groups[0])), j
    thousands = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0"
    if thousands and "٫" not in separators:
        return float(int("".join(groups))), j
    if len(groups) == 2:
        return float(
            f"{int(groups[0])}.{groups[1]}" if groups[1].isascii() else f"{int(groups[0])}.{_ascii(groups[1])}"
        ), j
    whole, last = groups[:-1], groups[-1]
    if all(len(g) == 3 for g in whole[1:]):
        return float(f"{int(''.join(whole))}.{_ascii(last)}"), j
    return float(int(groups[0])), i + 1


def _ascii(digits: str) -> str:
    return "".join(str(int(d)) for d in digits)


def quantity_at(words: list[str], i: int) -> tuple[float, int] | None:
    """(value, end) of a quantity at token i: '5 ملايين', 'مليوني', 'خمسين', 'مليون ونصف المليون', '(250) مليار'."""
    numbers, _, magnitudes = _tables()
    n = len(words)
    j = i
    if j < n and words[j] == "(" and j + 2 < n and words[j + 1].isdecimal():
        inner = _digits_at(words, j + 1)
        if inner and inner[1] < n and words[inner[1]] == ")":
            value, j = inner[0], inner[1] + 1
            return _with_magnitude(words, j, value, magnitudes)
        return None
    digits = _digits_at(words, j)
    if digits:
        return _with_magnitude(words, digits[1], digits[0], magnitudes)
    total: float | None = None
    while j < n and j < i + 12:
        matched = False
        for length in (3, 2, 1):
            phrase = " ".join(words[j : j + length])
            if total is not None and phrase[:1] == "و" and len(phrase) > 3:
                phrase = phrase[1:]
            elif total is not None:
                phrase = ""
            if phrase in numbers and j + length <= n:
                total = (total or 0) + numbers[phrase]
                j += length
                matched = True
                break
        if not matched:
            break
    if total is None:
        if j < n and words[j] in magnitudes:
            return _with_magnitude(words, j, 1.0, magnitudes)
        return None
    return _with_magnitude(words, j, total, magnitudes)


def _with_magnitude(words: list[str], j: int, value: float, magnitudes: dict[str, int]) -> tuple[float, int]:
    """The multiplication by ألف، مليون … after a number, and 'ونصف المليون'."""
    n = len(words)
    scale = 0
    while j < n and words[j] in magnitudes:
        scale = magnitudes[words[j]]
        value *= scale
        j += 1
    if scale and j < n and words[j] in ("ونصف", "وربع"):
        value += scale * (0.5 if words[j] == "ونصف" else 0.25)
        j += 1
        if j < n and words[j].removeprefix("ال") in magnitudes:
            j += 1
    return round(value, 6), j
