"""Attributions that follow what was said: '…، بحسب المتحدثة'."""

from dataclasses import dataclass

from mahdar.reading.attribution import SPEAKERS, Floor, Voice
from mahdar.reading.clauses import Scene
from mahdar.reading.content import strip
from mahdar.reading.mentions import COMMAS, QUOTES
from mahdar.reading.speech import speech_words

REACH = 12  # tokens from the word to the speaker
SHORTEST = 3  # tokens of a content


@dataclass(slots=True, eq=False)
class Trailing:
    """A source named after what it said."""

    at: int
    first: int
    last: int
    quoted: bool
    voice: Voice


def trailing_in(
    scene: Scene, floor: Floor, sentence: tuple[int, int], said: list[tuple[int, int, int]]
) -> list[Trailing]:
    """The trailing attributions of a sentence; `said`: (predicate, first, last) of what was found in it already."""
    words, quotes = scene.tokens.words, scene.tokens.quotes
    first, last = sentence
    sources = speech_words().according_to
    places = [k for k in range(first + 2, last - 1) if words[k] in sources]
    if not places:
        return []
    opened = {quotes[k]: k for k in range(first, last) if k in quotes}
    taken = bytearray(last - first)
    for _, start, stop in said:
        taken[start - first : stop - first] = b"\1" * (stop - start)
    found: list[Trailing] = []
    earliest, n = first, 0
    for at in places:
        while n < len(said) and said[n][0] < at:
            earliest = max(earliest, said[n][1])
            n += 1
        voice = source_after(scene, floor, at, last)
        if voice is None or not (words[at - 1] in COMMAS or words[at - 1] in QUOTES):
            continue
        opening = opened.get(at - 1, opened.get(at - 2, -1))
        quoted = opening >= 0
        start, stop = (opening + 1, quotes[opening]) if quoted else (earliest, at)
        while start < stop and words[start] in COMMAS:
            start += 1
        if stop - start > 2 and words[start + 1] in COMMAS:
            start += 2
        start, stop = strip(scene, start, stop)
        if stop - start < SHORTEST or taken[start - first]:
            continue
        found.append(Trailing(at, start, stop, quoted, voice))
        taken[start - first : stop - first] = b"\1" * (stop - start)
        earliest = start
    return found


def source_after(scene: Scene, floor: Floor, at: int, last: int) -> Voice | None:
    """Who is named as the source after the word at a token."""
    for mention in scene.between(at + 1, min(last, at + REACH)):
        if mention.kind in SPEAKERS or mention.kind == "anaphor":
            who = floor.who(mention)
            return Voice(who, mention, "attribution") if who is not None else None
    return None
