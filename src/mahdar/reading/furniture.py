"""What is not the article: sign-offs, share lines, captions, related headlines, hashtags, page furniture."""

from functools import cache

from mahdar.packs import table
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold


@cache
def _tables() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]], frozenset[str]]:
    data = table("ar", "furniture")

    def phrases(key: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(fold(p).split()) for p in data[key])

    return phrases("closing"), phrases("line"), frozenset(fold(w) for w in data["marks"])


def body_sentences(scene: Scene, *, has_title: bool) -> list[tuple[int, int]]:
    """The sentences that tell the news: up to the first closing line, single lines of furniture left out."""
    closing, line, marks = _tables()
    words = scene.tokens.words
    out: list[tuple[int, int]] = []
    total = len(scene.tokens.sentences)
    for number, (first, last) in enumerate(scene.tokens.sentences):
        start = first
        while start < last and not words[start][0].isalnum():
            start += 1
        head = tuple(words[start : start + 4])
        if any(head[: len(p)] == p for p in closing):
            if number > total * 0.4 or number > 4:
                break
            continue
        if any(head[: len(p)] == p for p in line) and last - first < 40:
            continue
        if words[first] in marks:
            continue
        if start >= last:
            continue
        out.append((first, last))
    del has_title
    return out
