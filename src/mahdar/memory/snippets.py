"""The piece of a text that shows why it was found, and which of its characters are the hit."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from mahdar.memory.terms import Term
from mahdar.memory.words import places, stems

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
    found = stems(text[start:end]).split()
    spans = places(text[start:end])
    hits = [(spans[first][0], spans[last][1]) for first, last in _hits(found, terms)]
    if end - start <= width:
        first, last = start, end
    else:
        at = _densest(hits, width)
        first = start + _word_start(spans, max(0, at - width // 4))
        last = start + _word_end(spans, first - start + width)
    inside = tuple((a + start - first, b + start - first) for a, b in hits if first <= a + start and b + start <= last)
    return Snippet(first, last, text[first:last], inside)


def _hits(found: list[str], terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """The numbers of the first and the last word of each place where a term stands; in order."""
    hits = set()
    for term in terms:
        length = len(term.stems)
        if term.without:
            continue
        for n in _all(found, term.stems[0]):
            if tuple(found[n : n + length]) == term.stems:
                hits.add((n, n + length - 1))
    return sorted(hits)


def _all(found: list[str], stem: str) -> Iterator[int]:
    """Where a stem stands."""
    at = -1
    with suppress(ValueError):
        while True:
            at = found.index(stem, at + 1)
            yield at


def _densest(hits: list[tuple[int, int]], width: int) -> int:
    """Where the first stretch begins that holds the most hits."""
    best, at, first = 0, 0, 0
    for last in range(len(hits)):
        while hits[last][1] - hits[first][0] > width * 3 // 4 and first < last:
            first += 1
        if last - first + 1 > best:
            best, at = last - first + 1, hits[first][0]
    return at


def _word_start(spans: list[tuple[int, int]], place: int) -> int:
    return next((start for start, _ in spans if start >= place), 0) if place else 0


def _word_end(spans: list[tuple[int, int]], place: int) -> int:
    return max((end for _, end in spans if end <= place), default=place)
