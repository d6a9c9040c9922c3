"""Stage 1: the original text, a folded copy for matching, and tokens with offsets back into the original.

Folding makes spellings that Arabic writers use for one another equal: hamzas, final ya, ta marbuta, Persian
letters, vowel signs, tatweel, bidi controls, presentation forms. Every token keeps the offsets of the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.reading.grammar import ABBREVIATIONS

# Dropped altogether: vowel signs, superscript alef, tatweel, zero-width and bidi control characters.
MARKS: Final = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
TOKEN: Final = re.compile(r"[^\W_]+|[^\w\s]|_|\n")

LETTERS: Final = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ئ", "ي"), ("ؤ", "و"), ("ة", "ه"),
    ("ی", "ي"), ("ک", "ك"), ("گ", "ك"), ("پ", "ب"), ("چ", "ج"), ("ڤ", "ف"), ("ھ", "ه"), ("ە", "ه"),
)  # fmt: skip

AFTER_A_WORD: Final = frozenset("،؛.:؟!»)")  # what most often stands between a word and the blank
TERMINATORS: Final = frozenset(".!?؟")
OPENERS: Final = {"«": "»", "“": "”", "„": "“", "‹": "›"}
CLOSERS: Final = frozenset("»”›")
SIGNS: Final = frozenset((*TERMINATORS, *OPENERS, *CLOSERS, '"', "\n"))
MAX_QUOTE: Final = 3000  # tokens: an unclosed quotation is given up after this


ODD: Final = re.compile(f"[{MARKS.pattern[1:-1]}{PRESENTATION.pattern[1:-1]}]")
CHANGED: Final = re.compile(f"[{ODD.pattern[1:-1]}{''.join(letter for letter, _ in LETTERS)}]")


def fold(string: str) -> str:
    """The letters that count when two Arabic strings are compared (not length-preserving)."""
    if not CHANGED.search(string):
        return string
    if PRESENTATION.search(string):
        string = unicodedata.normalize("NFKC", string)
    for letter, folded in LETTERS:
        string = string.replace(letter, folded)
    return MARKS.sub("", string)


@cache
def fold_entry(word: str) -> str:
    """What `fold` makes of a word of a table, kept: there are only so many of them."""
    return fold(word)


def fold_all(strings: Iterable[str]) -> list[str]:
    """Each of the strings folded: for thousands of them much cheaper than one at a time. No line breaks in them."""
    joined = "\n".join(strings)
    return fold(joined).split("\n") if joined else []


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token; offsets are code points of the original text."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    quotes: dict[int, int]  # opening token -> closing token

    def span_text(self, first: int, last: int) -> str:
        """The original characters from token `first` up to, but without, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str) -> Tokens:
    """Fold, cut into tokens, find quotations and sentences."""
    odd = [m.start() for m in ODD.finditer(text)]
    if odd and PRESENTATION.search("".join([text[at] for at in odd])):
        folded, origin = _fold_with_map(text)
        words, starts, ends, signs = _cut(folded)
        starts = [origin[a] for a in starts]
        ends = [origin[b - 1] + 1 for b in ends]
    else:
        folded = text
        for letter, to in LETTERS:
            folded = folded.replace(letter, to)
        words, starts, ends, signs = _cut(_without(folded, odd) if odd else folded)
        if odd:
            gone = [at - before for before, at in enumerate(odd)]
            starts, ends = _unfolded(starts, gone), _unfolded(ends, gone)
    quotes = _quotations(words, signs)
    return Tokens(text, words, starts, ends, _sentences(words, signs, starts, ends, quotes), quotes)


def _cut(folded: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """The tokens, where they start and where they end, and which of them are SIGNS."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    signs: list[int] = []
    start = 0
    for piece in folded.split(" "):
        end = start + len(piece)
        if piece.isalnum():  # most often: no more than a word between two blanks
            words.append(piece)
            starts.append(start)
            ends.append(end)
        elif (last := piece[-1:]) in AFTER_A_WORD and (word := piece[:-1]).isalnum():
            words.append(word)
            if last in SIGNS:
                signs.append(len(words))
            words.append(last)
            starts.append(start)
            starts.append(end - 1)
            ends.append(end - 1)
            ends.append(end)
        else:
            for found in TOKEN.finditer(piece):
                word = found[0]
                if word in SIGNS:
                    signs.append(len(words))
                first = start + found.start()
                words.append(word)
                starts.append(first)
                ends.append(first + len(word))
        start = end + 1
    return words, starts, ends, signs


def _without(text: str, places: list[int]) -> str:
    """A text without the characters at some places."""
    first = 0
    kept = []
    for place in places:
        kept.append(text[first:place])
        first = place + 1
    kept.append(text[first:])
    return "".join(kept)


def _unfolded(places: list[int], gone: list[int]) -> list[int]:
    """Places of a text without its marks, in the text with them; `gone` is where each mark was, in the former.

    A mark belongs to the letter before it: the end of a token is behind it.
    """
    out: list[int] = []
    first = 0
    for before, mark in enumerate(gone):
        last = bisect_left(places, mark, first)
        if last > first:
            out += [place + before for place in places[first:last]]
            first = last
    out += [place + len(gone) for place in places[first:]]
    return out


def _fold_with_map(text: str) -> tuple[str, list[int]]:
    """Folding where one character may become several: with the origin of each folded character."""
    out: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(text):
        for piece in fold(char):
            out.append(piece)
            origin.append(i)
    return "".join(out), origin


def _quotations(words: list[str], signs: list[int]) -> dict[int, int]:
    """Pairs of quotation marks. Straight marks pair up within a paragraph; an outer pair hides the inner ones."""
    pairs: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    straight = -1
    for i in signs:
        word = words[i]
        if word == "\n":
            straight = -1
            if opened and i - opened[0][1] > MAX_QUOTE:
                opened.clear()
            if opened and not _continues(words, i):
                opened.clear()
        elif word in OPENERS:
            opened.append((OPENERS[word], i))
        elif word in CLOSERS:
            if word == "”" and not opened and straight < 0:
                straight = i  # some writers open with the closing mark
            while opened and opened[-1][0] != word:
                opened.pop()
            if opened:
                start = opened.pop()[1]
                if i - start <= MAX_QUOTE:
                    pairs[start] = i
        elif word == '"':
            if straight < 0:
                straight = i
            else:
                pairs[straight] = i
                straight = -1
    return pairs


def _continues(words: list[str], i: int) -> bool:
    """Whether a quotation left open at a line's end goes on in the next paragraph (which then opens or closes it)."""
    for word in words[i + 1 : i + 400]:
        if word in CLOSERS:
            return True
        if word in OPENERS:
            return False
    return False


def _sentences(
    words: list[str], signs: list[int], starts: list[int], ends: list[int], quotes: dict[int, int]
) -> list[tuple[int, int]]:
    """Token ranges; a full stop inside a quotation, a number or an abbreviation does not end one."""
    out: list[tuple[int, int]] = []
    first = 0
    closing = -1  # last token of the outermost open quotation
    n = len(words)
    for i in signs:
        word = words[i]
        if word == "\n":
            if i >= closing:
                if i > first:
                    out.append((first, i))
                first = i + 1
        elif i in quotes:
            closing = max(closing, quotes[i])
        elif word in TERMINATORS and i > closing:
            if word == ".":
                tight = i + 1 < n and starts[i + 1] == ends[i]
                if tight and words[i + 1] not in TERMINATORS and words[i + 1][0].isalnum():
                    if i > 0 and (words[i - 1].isdecimal() or words[i - 1] in ABBREVIATIONS or words[i - 1].isascii()):
                        continue
                if i > 0 and words[i - 1] in ABBREVIATIONS and starts[i] == ends[i - 1]:
                    continue
            if i + 1 < n and words[i + 1] in TERMINATORS:
                continue
            if i + 1 > first:
                out.append((first, i + 1))
            first = i + 1
    if first < n:
        out.append((first, n))
    return out
