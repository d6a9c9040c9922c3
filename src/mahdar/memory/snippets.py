"""The piece of a text that shows why it was found, and which of its characters are the hit."""

from dataclasses import dataclass

from mahdar.memory.terms import Term
from mahdar.memory.words import Word, words

WIDTH = 200
"""Characters of a snippet, about."""

LOOKED_AT = 20_000
"""Characters of a text in which the hit is looked for; beyond, its beginning is shown."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article, `text[start:end]`, with the hits in it as offsets into `shown`."""

    start: int
    end: int
    shown: str
    hits: tuple[tuple[int, int], ...]


def snippet(text: str, start: int, end: int, terms: tuple[Term, ...], width: int = WIDTH) -> Snippet:
    """The piece of `text[start:end]` with the most hits; its beginning where there is none."""
    end = min(end, start + LOOKED_AT)
    found = words(text[start:end])
    hits = _hits(found, terms)
    if end - start <= width:
        first, last = start, end
    else:
        at = _densest(hits, width)
        first = start + _word_start(found, max(0, at - width // 4))
        last = start + _word_end(found, first - start + width)
    inside = tuple((a + start - first, b + start - first) for a, b in hits if first <= a + start and b + start <= last)
    return Snippet(first, last, text[first:last], inside)


def _hits(found: list[Word], terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Where the terms stand, from the first word of a phrase to its last; in order."""
    hits = set()
    for term in terms:
        length = len(term.stems)
        if term.without:
            continue
        for n in range(len(found) - length + 1):
            if all(found[n + k].stem == term.stems[k] for k in range(length)):
                hits.add((found[n].start, found[n + length - 1].end))
    return sorted(hits)


def _densest(hits: list[tuple[int, int]], width: int) -> int:
    """Where the first stretch begins that holds the most hits."""
    best, at, first = 0, 0, 0
    for last in range(len(hits)):
        while hits[last][1] - hits[first][0] > width * 3 // 4 and first < last:
            first += 1
        if last - first + 1 > best:
            best, at = last - first + 1, hits[first][0]
    return at


def _word_start(found: list[Word], place: int) -> int:
    return next((word.start for word in found if word.start >= place), 0) if place else 0


def _word_end(found: list[Word], place: int) -> int:
    return max((word.end for word in found if word.end <= place), default=place)
