"""One sentence as the phrase readers see it: tokens with their tags, up to where the sentence ends."""

from dataclasses import dataclass
from typing import Final

from mahdar.reading.lexicon import Lexicon, Multi, Word
from mahdar.reading.text import Tokens

Hit = tuple[str, str, Multi]
"""(conjunction, preposition, name of several words) that stands at a token."""

NO_HITS: Final[tuple[Hit, ...]] = ()


@dataclass(slots=True, eq=False)
class Line:
    """A view on the text that ends at token `end`; positions are tokens of the whole text."""

    tokens: Tokens
    words: list[str]
    infos: list[Word]
    hits: list[tuple[Hit, ...]]
    lex: Lexicon
    end: int

    def word(self, j: int) -> str:
        """The word at j, a full stop past the end."""
        return self.words[j] if j < self.end else "."


def hits_of(words: list[str], infos: list[Word]) -> list[tuple[Hit, ...]]:
    """For every token the names of several words that begin there, the longest first."""
    hits = [NO_HITS] * len(words)
    for i, info in enumerate(infos):
        if not info.multis or i + 1 >= len(words):
            continue
        candidates = info.multis.get(words[i + 1])
        if candidates is not None:
            hits[i] = tuple(
                hit
                for hit in candidates
                if len(hit[2].rest) == 1 or tuple(words[i + 1 : i + 1 + len(hit[2].rest)]) == hit[2].rest
            )
    return hits
