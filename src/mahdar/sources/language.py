"""In which language an article is written.

Nearly every Arabic article is known by the article alone (ال), counted in microseconds. Only a text that has few of
them is looked at closely: line by line, as it may be Arabic in part; by the letters that Arabic does not have; and at
last by pycld2, whose tables come with it.
"""

import re
from functools import cache
from typing import Final

from mahdar.packs import table

ARABIC: Final = "ar"
UNKNOWN: Final = "und"
READABLE: Final = frozenset({ARABIC})
"""The languages that Mahdar reads."""

PLAIN: Final = 0.12  # words with the article, of all: nearly always more in Arabic, ten times what other languages have
BEGINNING: Final = 1_500  # characters that tell a text which is plainly Arabic
LOOKED_AT: Final = 100_000  # characters
SHORTEST: Final = 5  # words of a line whose articles are counted
ENOUGH: Final = 25  # words of Arabic lines that make a text in other letters worth reading
FEWEST: Final = 15  # letters that tell another language: a name or two tells none
OTHER_SCRIPT: Final = 0.3  # letters of the Arabic script, of all: below this the text is one in other letters
A_FEW: Final = 30  # words, without a letter of its own, that may be another language
OWN_LETTERS: Final = 0.01  # letters that Arabic has not, of all: fewer may stand in names

_ARABIC_LETTER = re.compile("[ء-يٮ-ۓەۺ-ۿݐ-ݿﭐ-ﷻﹰ-ﻼ]")
_LETTER = re.compile(r"[^\W\d_]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_OTHER_CODES = {"iw": "he", "un": UNKNOWN, "jw": "jv", "ku": "ckb"}


def language_of(text: str) -> str:
    """The ISO 639 code of a text's language; Arabic, too, for one that is Arabic in a part worth reading; `und` if it
    cannot be told."""
    return ARABIC if _plainly_arabic(text[:BEGINNING]) else _closely(text[:LOOKED_AT])


def language_name(code: str) -> str:
    """'Persian (fa)': a language for people; the code alone if the table has no name for it."""
    name = table("ar", "language")["names"].get(code)
    return f"{name} ({code})" if name else code


def _plainly_arabic(text: str) -> bool:
    """Whether words with the article are as many as only Arabic has."""
    wanted = PLAIN * (text.count(" ") + text.count("\n") + 1)
    if wanted < PLAIN * SHORTEST:
        return False
    for article in _apart():
        wanted -= text.count(article)
        if wanted <= 0:
            return True
    return False


def _closely(text: str) -> str:
    words = in_arabic = 0
    for line in text.splitlines():
        number = len(line.split())
        words += number
        if number >= SHORTEST and _articles(line) >= PLAIN * number:
            in_arabic += number
    letters = len(_LETTER.findall(text))
    of_the_script = len(_ARABIC_LETTER.findall(text))
    if of_the_script <= OTHER_SCRIPT * letters:
        # The reading passes over words in other letters: they do no harm.
        return ARABIC if in_arabic >= ENOUGH else _detected(text) if letters >= FEWEST else UNKNOWN
    if in_arabic * 2 > words:
        return ARABIC
    return _by_letters(text, of_the_script) or _by_library(text)


def _articles(line: str) -> int:
    prefixes = _prefixes()
    return sum(word.startswith(prefixes) for word in line.split())


def _by_letters(text: str, letters: int) -> str | None:
    """The language that has most of the letters that Arabic has not, if they are many; pycld2 tells equals apart."""
    found = {language: len(own.findall(text)) for language, own in _letters().items()}
    most = max(found.values())
    if most < 2 or most <= OWN_LETTERS * letters or most <= _articles(text) + len(_own().findall(text)):
        return None  # no more than foreign names have
    best = [language for language, number in found.items() if number == most]
    if len(best) > 1:
        detected = _detected(text)
        return detected if detected in found else best[0]
    return best[0]


def _by_library(text: str) -> str:
    """What pycld2 is sure of, for a few words with neither Arabic's own signs nor another language's; else Arabic."""
    words = text.split()
    if not SHORTEST <= len(words) <= A_FEW or _articles(text) or _own().search(text):
        return ARABIC  # nor is a long text without a letter of their own theirs
    found = _detected(text, sure=True)
    return found if found in _letters() else ARABIC


def _detected(text: str, *, sure: bool = False) -> str:
    import pycld2  # type: ignore[import-untyped]  # imported here: hardly an article needs it

    letters = _NO_LETTER.sub(" ", text).encode("utf-8", "ignore")
    try:
        reliable, _, languages = pycld2.detect(letters, isPlainText=True, bestEffort=True)
    except pycld2.error:
        return UNKNOWN
    code = languages[0][1]
    return _OTHER_CODES.get(code, code.partition("-")[0]) if reliable or not sure else UNKNOWN


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(table("ar", "language")["article"])


@cache
def _apart() -> list[str]:
    return [f" {prefix}" for prefix in _prefixes()]


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{letters}]") for code, letters in table("ar", "language")["letters"].items()}


@cache
def _own() -> re.Pattern[str]:
    return re.compile(f"[{table('ar', 'language')['own']}]")
