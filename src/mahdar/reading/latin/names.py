"""People's names in Latin letters, part by part: as the tables spell them, else romanised."""

import re
from functools import lru_cache
from typing import NamedTuple

from mahdar.packs.ar.folding import fold_letters
from mahdar.reading.latin.traditions import Tradition, article, servant, tradition_of
from mahdar.reading.latin.words import arabic_word, foreign_word

LONGEST = 5  # parts of a name that the table spells together

RULES = ("table:names", "romanised:arabic", "romanised:foreign")
"""Where a spelling is from, the surest first."""
TABLE, ARABIC, FOREIGN = range(3)

_PIECES = re.compile(r"([-–]?)[\s«»\"“”]*([^\s\-–«»\"“”]+)")
_LATIN = re.compile(r"[A-Za-z]")


class Part(NamedTuple):
    """A word of a name by itself."""

    folded: str
    begins: bool  # whether names of several words begin with it
    arab: bool  # whether Arabs bear it
    known: str | None  # its spelling by the table


@lru_cache(maxsize=20_000)
def latin_name(name: str, country: str | None) -> tuple[str, str]:
    """A person's name in Latin letters, and the rule: the table's spelling, or the weakest way a part was romanised."""
    tradition = tradition_of(country)
    pieces = _PIECES.findall(name)  # (the hyphen before it, the word)
    words = [word for _, word in pieces]
    parts = [_part(word, tradition) for word in words]
    foreign = tradition.words == "foreign" or (not tradition.words and not any(part.arab for part in parts))
    out = ""
    weakest = at = 0
    while at < len(parts):
        spelt, rule, last = parts[at].known, TABLE, at + 1
        if parts[at].begins or spelt is None:
            spelt, rule, last = _spelt(words, parts, at, tradition, foreign)
        weakest = max(weakest, rule)
        if not spelt.startswith("-"):
            out += (pieces[at][0] or " ") + spelt if out else spelt
        else:  # "-allah" is written on to the part before it: هبة الله
            out += "t" * (at > 0 and words[at - 1].endswith("ة")) + spelt.removeprefix("-")
        at = last
    return _capital(out), RULES[weakest]


@lru_cache(maxsize=20_000)
def _part(word: str, tradition: Tradition) -> Part:
    folded = fold_letters(word)
    known = tradition.known.get(folded)
    plain = folded.removeprefix(article())
    arab = folded in tradition.arab or plain in tradition.arab or folded.startswith(servant())
    if known is None and len(plain) > 1 and word.startswith(article()) and plain in tradition.known:
        known = tradition.article + tradition.known[plain]
    return Part(folded, folded in tradition.begins or folded == servant(), arab, known)


def _spelt(words: list[str], parts: list[Part], at: int, tradition: Tradition, foreign: bool) -> tuple[str, int, int]:
    """What begins at `at`: its spelling, the rule, and where what follows begins."""
    part = parts[at]
    if part.begins:
        for last in range(min(len(parts), at + LONGEST), at + 1, -1):
            together = tradition.known.get(" ".join([p.folded for p in parts[at:last]]))
            if together is not None:
                return together, TABLE, last
        if part.folded == servant() and at + 1 < len(parts) and words[at + 1].startswith(article()):
            return *_servant_of(words[at + 1].removeprefix(article()), tradition), at + 2
    if part.known is not None:
        return part.known, TABLE, at + 1
    foreign = foreign and not (words[at].startswith(article()) and any(p.arab for p in parts))
    return *_romanised(words[at], tradition, foreign), at + 1


@lru_cache(maxsize=20_000)
def _romanised(word: str, tradition: Tradition, foreign: bool) -> tuple[str, int]:
    """A word that no table has, and the rule."""
    stem = servant() + article()
    if _LATIN.search(word):
        return word, TABLE
    if word.startswith(stem) and len(word) > len(stem) + 1:
        return _servant_of(word.removeprefix(stem), tradition)
    if foreign:
        return _capital(foreign_word(word, tradition.speller)), FOREIGN
    plain = word.removeprefix(article())
    if plain != word and len(plain) > 1:
        return tradition.article + _arabic(plain, tradition), ARABIC
    return _arabic(word, tradition), ARABIC


def _servant_of(word: str, tradition: Tradition) -> tuple[str, int]:
    """عبد ال… with the rest of the name."""
    known = tradition.known.get(fold_letters(word))
    base = known or _arabic(word, tradition)
    return tradition.servant.format(name=base, lower=base.lower()), TABLE if known else ARABIC


def _arabic(word: str, tradition: Tradition) -> str:
    """An Arabic word: a listed name with what is written on to it (بنعمر, سفياني), else by its measure."""
    folded = fold_letters(word)
    for arabic, latin in tradition.prefixes:
        if folded.startswith(arabic) and len(folded) > len(arabic) + 2:
            known = tradition.known.get(folded[len(arabic) :])
            if known is not None:
                return latin + known.lower()
    for arabic, latin in tradition.suffixes:
        if folded.endswith(arabic) and len(folded) > len(arabic) + 2:
            known = tradition.known.get(folded[: -len(arabic)])
            if known is not None and not known.endswith(latin):
                return known + latin
    return _capital(arabic_word(word, tradition.speller))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
