"""Sources named by a phrase, after what they said or before it: '…، بحسب المتحدثة', 'ووفقا للوزير فإن …'."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.reading.grammar import THAT
from mahdar.reading.mentions import COMMAS, QUOTES
from mahdar.reading.scene import Scene
from mahdar.reading.statements.attribution import SPEAKERS, Floor, Voice
from mahdar.reading.statements.content import Borders, strip
from mahdar.reading.statements.speech import speech_words

REACH: Final = 12  # tokens from the phrase to the speaker
NEAR: Final = 4  # tokens from the speaker to what he said
SHORTEST: Final = 3  # tokens of a content


@dataclass(slots=True, eq=False)
class Sourced:
    """What a source named by a phrase said."""

    at: int
    first: int
    last: int
    quoted: bool
    voice: Voice


@cache
def heads_of_sources() -> frozenset[str]:
    """The words with which a phrase that names a source may begin."""
    heads = {phrase[0] for phrase in speech_words().according_to}
    return frozenset(heads | {"و" + head for head in heads})


def sources_in(
    scene: Scene,
    floor: Floor,
    sentence: tuple[int, int],
    places: list[int],
    borders: Borders,
    opened: dict[int, int],
    said: list[tuple[int, int, int]],
) -> list[Sourced]:
    """What the sources named at some tokens of a sentence said; `opened`: closing -> opening mark of the quotations;
    `said`: (predicate, first, last) of what is found so far, in order."""
    words, quotes = scene.tokens.words, scene.tokens.quotes
    first, last = sentence
    taken = bytearray(last - first)
    for _, start, stop in said:
        stop = min(stop, last)
        taken[start - first : stop - first] = b"\1" * (stop - start)
    found: list[Sourced] = []
    earliest, n = first, 0
    for at in places:
        length = phrase_at(words, at)
        if not length:
            continue
        while n < len(said) and said[n][0] < at:
            earliest = max(earliest, said[n][1])
            n += 1
        voice = source_after(scene, floor, at + length, last)
        if voice is None or voice.mention is None:
            continue
        quoted = False
        if at == first or words[at - 1] == "و" and at == first + 1:
            speaks = n < len(said) and said[n][0] < voice.mention.last + NEAR
            start = after_source(words, voice.mention.last, last)
            if not start or speaks:
                continue
            start, stop = strip(scene, start, borders.end(start, of_clause=words[start - 1] in THAT))
        else:
            opening = opened.get(at - 1, opened.get(at - 2, -1))
            quoted = opening >= first
            if not quoted and length == 1 and words[at - 1] not in COMMAS and words[at - 1] not in QUOTES:
                continue
            start, stop = (opening + 1, quotes[opening]) if quoted else (earliest, at)
            while start < stop and words[start] in COMMAS:
                start += 1
            if stop - start > 2 and words[start + 1] in COMMAS:
                start += 2
            start, stop = strip(scene, start, stop)
        if stop - start < SHORTEST or taken[start - first]:
            continue
        found.append(Sourced(at, start, stop, quoted, voice))
        taken[start - first : stop - first] = b"\1" * (stop - start)
        earliest = start
    return found


def phrase_at(words: list[str], at: int) -> int:
    """How many words the phrase has by which a source is named at a token; 0 if there is none."""
    first = words[at].removeprefix("و") if len(words[at]) > 3 else words[at]
    for length in (3, 2, 1):
        if (first, *words[at + 1 : at + length]) in speech_words().according_to:
            return length
    return 0


def source_after(scene: Scene, floor: Floor, after: int, last: int) -> Voice | None:
    """Who is named as the source after a phrase."""
    for mention in scene.between(after, min(last, after + REACH)):
        if mention.kind in SPEAKERS or mention.kind == "anaphor":
            who = floor.who(mention)
            return Voice(who, mention, "attribution") if who is not None else None
    return None


def after_source(words: list[str], k: int, last: int) -> int:
    """Where what a source said begins, behind its name: after فإن, else after the comma; 0 if it does not."""
    for j in range(k, min(last - 1, k + NEAR)):
        if words[j] in THAT:
            return j + 1
        if words[j] in COMMAS:
            return j + 2 if words[j + 1] in THAT else j + 1
    return 0
