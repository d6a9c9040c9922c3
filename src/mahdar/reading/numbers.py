"""Numbers in figures and in words: cardinals, ordinals, fractions."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.packs import table
from mahdar.reading.grammar import PREPOSITIONS
from mahdar.reading.text import fold

LONGEST: Final = 16  # tokens: no number in words is longer
GROUPS: Final = 6  # groups of figures with separators between them
MAGNITUDES: Final = 2  # words such as ألف that multiply one another: ألف مليار
AND: Final = "و"
ACCUSATIVE: Final = "ا"
DUAL: Final = "ين"
ARTICLE: Final = "ال"


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The words of numbers, folded."""

    words: dict[str, float]
    ordinals: dict[str, int]
    magnitudes: dict[str, int]
    alone: frozenset[str]  # magnitudes that mean one of themselves: مليون, but not ملايين
    longest: int  # words in the longest phrase


@cache
def _numbers() -> _Numbers:
    data = table("ar", "currencies")
    words = {fold(w): float(v) for w, v in data["number_words"].items()}
    magnitudes = {fold(w): int(v) for w, v in data["magnitudes"].items()}
    # A plural has no dual: where مليونين is a number, مليون stands for one; ملايين alone is no number.
    alone = frozenset(m for m in magnitudes if m + DUAL in words or m.removesuffix(ACCUSATIVE) + DUAL in words)
    return _Numbers(
        words, {fold(w): int(v) for w, v in data["ordinals"].items()}, magnitudes, alone,
        max(w.count(" ") for w in words) + 1,
    )  # fmt: skip


@cache
def number_words() -> frozenset[str]:
    """Every word that can begin a number."""
    known = _numbers()
    return frozenset(w.split()[0] for w in (*known.words, *known.magnitudes))


def ordinal_words() -> frozenset[str]:
    """Every word that can begin an ordinal."""
    return frozenset(w.split()[0] for w in _numbers().ordinals)


def ordinal_at(words: list[str], i: int) -> tuple[int, int] | None:
    """(value, end) of an ordinal at token i: 'الرابع', 'السابع عشر', 'الحادي والعشرين'."""
    ordinals = _numbers().ordinals
    for length in (3, 2, 1):
        value = ordinals.get(" ".join(words[i : i + length]))
        if value is not None and i + length <= len(words):
            return value, i + length
    return None


def cardinal_at(words: list[str], i: int) -> tuple[int, int] | None:
    """(value, end) of a whole number in words or figures at token i."""
    found = quantity_at(words, i)
    if found is None or found[0] != int(found[0]):
        return None
    return int(found[0]), found[1]


def quantity_at(words: list[str], i: int) -> tuple[float, int] | None:
    """(value, end) of a quantity at token i: '5 ملايين', 'مليوني', 'مئة وخمسين', 'مليون ونصف المليون'."""
    bracket = i < len(words) and words[i] == "("
    first = _term(words, i + bracket, and_first=False)
    if first is None:
        return None
    if not bracket:
        return _sum(words, first)
    value, j, scale = first
    if scale > 1 or j >= len(words) or words[j] != ")" or not words[i + 1].isdecimal():
        return None
    return _sum(words, _scaled(words, j + 1, value))


Term = tuple[float, int, float]
"""The value of one summand, the token after it, and the magnitude it is counted in."""


def _sum(words: list[str], term: Term) -> tuple[float, int]:
    """A first summand and those that و joins to it, each of a smaller magnitude: مليون و200 ألف."""
    total, j, scale = term
    while j < len(words) and words[j][:1] == AND:
        half = _fraction_of(words, j, scale)
        if half is not None:
            total, j = total + half[0], half[1]
            break
        nxt = _term(words, j, and_first=True)
        if nxt is None or nxt[2] >= scale or not 0 < nxt[0] < scale or nxt[0] != int(nxt[0]):
            break
        total, j, scale = total + nxt[0], nxt[1], nxt[2]
    return round(total, 6), j


def _term(words: list[str], i: int, *, and_first: bool) -> Term | None:
    """A number below its magnitude, and the magnitude: '200 ألف', 'مئة وخمسين مليون', 'ألفين', 'مليون'."""
    known = _numbers()
    n = len(words)
    if i >= n:
        return None
    j, word = i, words[i]
    if and_first:
        if word == AND:
            j += 1
            word = words[j] if j < n else ""
        else:
            word = word[1:]
    if word.isdecimal():
        digits = _digits_at(words, j, word)
        return _scaled(words, digits[1], digits[0], point=digits[2])
    if word in known.alone:
        scale = known.magnitudes[word]
        # "مليونا دولار" is a dual before its noun; "مليونا ونصف المليون" and "مليونا من" are an accusative.
        dual = word[-1] == ACCUSATIVE and word[:-1] in known.magnitudes and _noun_at(words, j + 1)
        return _scaled(words, j + 1, 2.0 * scale if dual else float(scale), scale)
    total: float | None = None
    while j < min(n, i + LONGEST):
        got = _word(words, j, known, joined=total is not None or (and_first and j == i))
        if got is None or (total is not None and not _goes_with(total, got[0])):
            break
        total, j = (total or 0) + got[0], got[1]
        if got[0] >= 1000:
            break  # ألفين, مليوني: a magnitude in the dual
    if total is None:
        return None
    if total >= 1000:
        return total, j, total / 2
    return _scaled(words, j, total)


def _goes_with(total: float, addend: float) -> bool:
    """Whether و may join a number word to those before it: hundreds, then units, then tens (ثلاثمئة وخمسة وعشرين)."""
    below = total % 100
    if addend < 1 or below >= 10:
        return False
    return 20 <= addend < 100 if below else addend < 100


def _word(words: list[str], j: int, known: _Numbers, *, joined: bool) -> tuple[float, int] | None:
    """(value, end) of one number word or phrase at j, with و before it if `joined`."""
    for length in range(known.longest, 0, -1):
        if j + length > len(words):
            continue
        phrase = " ".join(words[j : j + length])
        if joined:
            if phrase[:1] != AND:
                return None
            phrase = phrase[1:].lstrip()
        if phrase in known.words:
            return known.words[phrase], j + length
    return None


def _noun_at(words: list[str], j: int) -> bool:
    """Whether a word stands at j that may be what is counted: no preposition, no number, no "and a half"."""
    if j >= len(words) or not words[j][0].isalpha() or words[j] in PREPOSITIONS:
        return False
    return words[j] not in number_words() and words[j].removeprefix(AND) not in number_words()


def _scaled(words: list[str], j: int, value: float, scale: float = 1, *, point: bool = False) -> Term:
    """A number times the ألف، مليون … that follow it. `point`: its figures may be decimals or thousands."""
    known = _numbers()
    for _ in range(MAGNITUDES):
        if j >= len(words) or words[j] not in known.magnitudes:
            break
        scale *= known.magnitudes[words[j]]
        value *= known.magnitudes[words[j]]
        if point:
            value, point = value / 1000, False  # 3.125 مليون
        j += 1
    return value, j, scale


def _fraction_of(words: list[str], j: int, scale: float) -> tuple[float, int] | None:
    """'ونصف المليون', 'وربع' after a magnitude."""
    known = _numbers()
    part = known.words.get(words[j][1:], 1.0) if words[j][:1] == AND else 1.0
    if part >= 1 or scale <= 1:
        return None
    j += 1
    if j < len(words) and words[j].removeprefix(ARTICLE) in known.magnitudes:
        j += 1
    return part * scale, j


def _digits_at(words: list[str], i: int, first: str) -> tuple[float, int, bool]:
    """(value, end, whether a point stands before three figures) of figures with separators at i; `first` are the
    figures of token i, without a conjunction.

    18.250 and 1,500 are thousands, 3.5 and 3,5 decimals, 4,657,595 thousands; ٫ is always decimal, ٬ never.
    """
    groups, separators = [first], []
    j = i + 1
    while (
        j + 1 < len(words)
        and len(groups) < GROUPS
        and words[j] in (".", ",", "٫", "٬", "،")
        and words[j + 1].isdecimal()
    ):
        if words[j] == "،" and (len(words[j + 1]) != 3 or len(first) > 3):
            break  # في 2024، 500 شخص
        separators.append(words[j])
        groups.append(words[j + 1])
        j += 2
    ascii_groups = [str(int(g)).zfill(len(g)) for g in groups]
    if not separators:
        return float(ascii_groups[0]), j, False
    grouped = len(groups[0]) <= 3 and int(groups[0]) > 0
    if grouped and "٫" not in separators and all(len(g) == 3 for g in groups[1:]):
        return float("".join(ascii_groups)), j, separators == ["."]
    whole, last = ascii_groups[:-1], ascii_groups[-1]
    if len(groups) == 2 or (grouped and all(len(g) == 3 for g in groups[1:-1])):
        return float(f"{int(''.join(whole))}.{last}"), j, False
    return float(ascii_groups[0]), i + 1, False
