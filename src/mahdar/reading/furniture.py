"""What is not the article: sign-offs, share lines, captions, related headlines, hashtags, page furniture."""

from functools import cache

from mahdar.packs import table
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold

Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases by their first word."""


@cache
def _tables() -> tuple[Phrases, Phrases, frozenset[str]]:
    data = table("ar", "furniture")

    def phrases(key: str) -> Phrases:
        found: Phrases = {}
        for phrase in data[key]:
            words = tuple(fold(phrase).split())
            found.setdefault(words[0], []).append(words)
        return found

    return phrases("closing"), phrases("line"), frozenset(fold(w) for w in data["marks"])


def body_sentences(scene: Scene) -> list[tuple[int, int]]:
    """The sentences that tell the news: up to the first closing line, single lines of furniture left out."""
    closing, line, marks = _tables()
    words = scene.tokens.words
    out: list[tuple[int, int]] = []
    total = len(scene.tokens.sentences)
    for number, (first, last) in enumerate(scene.tokens.sentences):
        start = first
        while start < last and not words[start][0].isalnum():
            start += 1
        if start >= last:
            continue
        head = words[start]
        if head in closing and _begins(words, start, closing[head]):
            if number > total * 0.4 or number > 4:
                break
            continue
        if head in line and last - first < 40 and _begins(words, start, line[head]):
            continue
        if words[first] not in marks:
            out.append((first, last))
    return out


def _begins(words: list[str], start: int, phrases: list[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands at token `start`."""
    return any(tuple(words[start : start + len(phrase)]) == phrase for phrase in phrases)
