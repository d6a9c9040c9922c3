"""Text → the words that the full text is made of: folded, without what is glued to them, lower case, ASCII digits.

What is searched for is treated in the same way, so that both meet. The affixes stand in the pack's table `stems`.
"""

import re
from functools import cache

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_WORDS = re.compile(r"[^\W_]+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

LONGEST = 40
"""Letters of a word that are kept: what is longer is no word."""


REMEMBERED = 200_000
"""Words whose stems are kept in memory at most."""


def stems(text: str) -> str:
    """The stems of a text's words in their order, a space between them."""
    return " ".join(map(_STEMS.__getitem__, _WORDS.findall(fold_letters(text))))


def places(text: str) -> list[tuple[int, int]]:
    """Where the words of a text begin and end, as it stands, vowel signs and all: one for each of its `stems`."""
    return [match.span() for match in _MARKED.finditer(text)]


# A word of a text that was not folded: marks and tatweel stand inside it.
_MARKED = re.compile("[^\\W_\u0640](?:[^\\W_]|[\u0640\u064b-\u0652\u0670])*")


class _Stems(dict[str, str]):
    """Folded word → stem, worked out once. Words are few and come often: a dictionary is quicker than lru_cache."""

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        self[word] = made = stem(word)
        return made


_STEMS = _Stems()


def stem(word: str) -> str:
    """The stem of a folded word."""
    affixes = _affixes()
    word = word[:LONGEST].casefold().translate(_DIGITS)
    if match := affixes.article.match(word):
        word = word[match.end() :]
    word = word[affixes.glued(word) :]
    for _ in range(2):
        match = affixes.ending.search(word, affixes.least)
        if match is None:
            break
        word = word[: match.start()]
    return word


class _Affixes:
    """The table `stems`, compiled."""

    def __init__(self) -> None:
        of = table("ar", "stems")
        self.least = int(of["least"])
        self.letters = frozenset(map(fold_letters, of["glued"]))
        rest = f"(?=.{{{of['least_after_article']}}})"
        self.article = re.compile(f"(?:{_either(of['articles'])}){rest}")
        self.ending = re.compile(f"(?:{_either(of['endings'])})$")

    def glued(self, word: str) -> int:
        """How many letters are taken off at the front."""
        count, most = 0, len(word) - self.least
        while count < most and word[count] in self.letters:
            count += 1
        return count


@cache
def _affixes() -> _Affixes:
    return _Affixes()


def _either(strings: list[str]) -> str:
    return "|".join(sorted(map(fold_letters, strings), key=len, reverse=True))
