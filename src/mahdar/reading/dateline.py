"""The dateline: 'عمان 5 آذار (جلعاد)-', the place from which an article is sent, and the sentence that it opens."""

from dataclasses import dataclass
from typing import Final

from mahdar.reading.grammar import AFTER_A_DATELINE
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene

SEARCHED: Final = 3  # sentences in which it may stand


@dataclass(frozen=True, slots=True, eq=False)
class Dateline:
    """Where an article is sent from."""

    place: Mention
    sentence: int  # the first sentence of news, told under the dateline
    day: Mention | None = None  # when it was sent


def dateline_of(scene: Scene, sentences: list[tuple[int, int]], *, has_title: bool) -> Dateline | None:
    """The dateline of an article whose sentences are these, the title first if it has one."""
    words = scene.tokens.words
    start = 1 if has_title else 0
    for number in range(start, min(start + SEARCHED, len(sentences))):
        first, last = sentences[number]
        place = scene.at.get(first)
        if place is None or place.kind not in ("country", "place") or place.conj or place.prep:
            continue
        after = words[place.last] if place.last < last else "-"
        if after in AFTER_A_DATELINE or after.isdecimal():
            told = any(info.verbs for info in scene.infos[place.last : last])
            beside = place.last if place.last < last and scene.infos[place.last].preposition == "" else place.last + 1
            day = scene.at.get(beside)
            if day is not None and day.kind != "date":
                day = None
            return Dateline(place, number if told else number + 1, day)
    return None
