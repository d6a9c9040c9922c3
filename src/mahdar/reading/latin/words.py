"""Words that no table spells, in Latin letters: Arabic words by their measure, foreign words by their sound.

The scheme, its source and its limits: docs/romanisation.md. The letters and measures: packs/ar/latin.toml.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters, strip_marks

ROOT = "فعل"  # the letters of the root in a measure
NO_ROOT = "اة"  # letters that are no part of a root
LONG = "اوي"
DIRECTION = re.compile("[\u0600-\u06ff]")  # where the Arabic of a row begins

_VOWEL = re.compile("[aeiou]")
_CROOKED = re.compile("'|ii|uu|ay|iy|uw")
_STRAIGHTEN = (
    (re.compile(r"([aiu])'+\1"), r"\1\1"),  # sa'ad
    (re.compile(r"a'+(?=[^aiu]|$)"), "aa"),  # sa'd, mana'
    (re.compile(r"a'+u"), "aou"),
    (re.compile(r"'+"), ""),
    (re.compile(r"(?<=[aiu])a{2,}|a{3,}"), "aa"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"uu+"), "u"),
    (re.compile(r"ay(?=[^aiu]|$)"), "ai"),
    (re.compile(r"iy(?=[^aiu]|$)"), "i"),
    (re.compile(r"uw(?=[^aiu]|$)"), "u"),
)

Rules = dict[str, list[tuple[str, str]]]
"""(Arabic, Latin), by a letter of the Arabic; the longest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Speller:
    """How one tradition spells words that are not listed."""

    letters: dict[str, str]  # the consonants of Arabic words
    endings: Rules  # of Arabic words, by their last letter
    consonants: Rules  # of foreign words, by their first letter
    initials: Rules
    vowels: Rules
    foreign_endings: Rules


def pairs(rows: Iterable[str]) -> list[tuple[str, str]]:
    """(Arabic, Latin) of the rows of a table: "kh خ"."""
    found = []
    for row in rows:
        start = DIRECTION.search(row)
        assert start is not None, row
        found.append((row[start.start() :].strip(), row[: start.start()].strip()))
    return found


def speller(row: Mapping[str, Any]) -> Speller:
    """The speller of one row of the table of traditions."""
    data = table("ar", "latin")
    foreign = data["foreign"]
    own = pairs(row.get("sounds", ()))
    consonants = [pair for pair in own if pair[0] not in LONG]
    endings = [(fold_letters(arabic), latin) for arabic, latin in pairs(row.get("endings", ()))]
    general = [(fold_letters(arabic), latin) for arabic, latin in pairs(foreign["endings"])]
    return Speller(
        dict([*pairs(data["arabic"]["letters"]), *consonants]),
        _by(-1, endings),
        _by(0, [*consonants, *pairs(foreign["letters"])]),
        _by(0, pairs(foreign["initials"])),
        _by(0, [*(pair for pair in own if pair[0] in LONG), *pairs(foreign["vowels"])]),
        _by(-1, [*endings, *general]),
    )


def _by(place: int, rows: list[tuple[str, str]]) -> Rules:
    """Rules by the letter of their Arabic at a place; of two for the same the first counts."""
    rules: Rules = {}
    for arabic, latin in sorted(rows, key=lambda pair: -len(pair[0])):
        rules.setdefault(arabic[place], []).append((arabic, latin))
    return rules


@lru_cache(maxsize=20_000)
def arabic_word(word: str, spell: Speller) -> str:
    """An Arabic word without its article, in lower-case Latin letters, with the short vowels that its measure has."""
    word = strip_marks(word).replace("ى", "ي").replace("آ", "ا")
    stem, ending = _ending(word, spell.endings)
    if ending:
        return arabic_word(stem, spell) + ending
    pattern, measures = _measures().get(len(word), (None, ()))
    found = pattern.fullmatch(word) if pattern is not None else None
    if found is not None and found.lastgroup is not None:
        measure, latin = measures[int(found.lastgroup[1:])]
        roots = [letter for letter, slot in zip(word, measure, strict=True) if slot in ROOT]
        spelt = "".join([spell.letters.get(roots[int(c) - 1], "") if c.isdecimal() else c for c in latin])
    else:
        spelt = _voweled(word, spell.letters)
    if _CROOKED.search(spelt):
        for before, after in _STRAIGHTEN if "'" in spelt else _STRAIGHTEN[5:]:
            spelt = before.sub(after, spelt)
    return spelt


@cache
def _measures() -> dict[int, tuple[re.Pattern[str], list[tuple[str, str]]]]:
    """The measures by their length, and a pattern whose groups m0, m1, … are they in their order."""
    of_length: dict[int, list[tuple[str, str]]] = {}
    for arabic, latin in pairs(table("ar", "latin")["arabic"]["measures"]):
        of_length.setdefault(len(arabic), []).append((arabic, latin))
    return {
        length: (re.compile("|".join(f"(?P<m{n}>{_pattern(arabic)})" for n, (arabic, _) in enumerate(rows))), rows)
        for length, rows in of_length.items()
    }


def _pattern(measure: str) -> str:
    """What words of a measure look like: a letter that is no part of the root, in the spellings it has."""
    spellings = {"أ": "[أا]", "ا": "[اأ]", "ة": "[ةه]"}
    return "".join(f"[^{NO_ROOT}]" if letter in ROOT else spellings.get(letter, letter) for letter in measure)


def _voweled(word: str, letters: Mapping[str, str]) -> str:
    """A word of no known measure: long vowels as written, an `a` where consonants meet that cannot."""
    out = ""
    bare = 0  # consonants since the last vowel
    last = len(word) - 1
    for at, letter in enumerate(word):
        if letter == "ا" or (letter in "ةه" and at == last and bare):
            out, bare = out + "a", 0
        elif letter in LONG and bare and not (at < last and word[at + 1] in NO_ROOT):
            out, bare = out + ("u" if letter == "و" else "i"), 0
        else:
            if bare and (bare == at or bare > 1 or at == last):
                out, bare = out + "a", 0
            out, bare = out + letters.get(letter, ""), bare + 1
    return out if _VOWEL.search(out) else out[:1] + "a" + out[1:]


@lru_cache(maxsize=20_000)
def foreign_word(word: str, spell: Speller) -> str:
    """A foreign name written in Arabic letters, in lower-case Latin letters that sound like it."""
    stem, ending = _ending(strip_marks(word), spell.foreign_endings)
    return _sounds(stem, spell, ends=not _VOWEL.match(ending)) + ending


def _sounds(word: str, spell: Speller, *, ends: bool) -> str:
    """The sounds of a foreign word or stem; `ends`: no vowel comes behind it."""
    finals = _finals() if ends else {}
    out = ""
    at = bare = 0  # bare: consonants since the last vowel
    while at < len(word):
        if bare and at == len(word) - 1 and word[at] in finals:
            return out + finals[word[at]]
        rule = _rule(word, at, spell.consonants) if at else _rule(word, 0, spell.initials)
        vowel = (rule is None) == (at > 0)
        if rule is None:
            rule = _rule(word, at, spell.vowels if at else spell.consonants)
        arabic, latin = rule or (word[at], "")
        if vowel:
            bare = 0
        elif latin:
            if bare and not _together(out, latin, bare, ends and at + len(arabic) == len(word)):
                out, bare = out + "e", 0
            bare += 1
        out += latin
        at += len(arabic)
    return out if _VOWEL.search(out) else out[:1] + "e" + out[1:]


@cache
def _finals() -> dict[str, str]:
    return dict(pairs(table("ar", "latin")["foreign"]["finals"]))


@cache
def _seconds() -> frozenset[str]:
    return frozenset(table("ar", "latin")["foreign"]["seconds"])


@cache
def _clusters() -> frozenset[str]:
    return frozenset(table("ar", "latin")["foreign"]["clusters"])


def _rule(word: str, at: int, rules: Rules) -> tuple[str, str] | None:
    """The rule for what stands at a place of a word."""
    for rule in rules.get(word[at], ()):
        if word.startswith(rule[0], at):
            return rule
    return None


def _together(out: str, latin: str, bare: int, last: bool) -> bool:
    """Whether a consonant may stand behind those before it without a vowel between."""
    if not _VOWEL.search(out):
        return bare == 1 and (latin in _seconds() or out + latin in _clusters())
    if last:
        return bare == 1 and (out[-1] in "lmnr" or latin in "stkdz")
    return bare < 2 or latin in _seconds()


def _ending(word: str, endings: Rules) -> tuple[str, str]:
    """The stem of a word, and its ending in Latin letters if it has one that is always spelt one way."""
    folded = fold_letters(word)
    for arabic, latin in endings.get(folded[-1:], ()):
        if len(folded) > len(arabic) + 1 and folded.endswith(arabic):
            return word[: -len(arabic)], latin
    return word, ""
