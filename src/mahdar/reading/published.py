"""When an article was published, and from what that is known: metadata, the dateline, the text, an image's name."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from mahdar.reading.dates import resolve
from mahdar.reading.dates.words import time_words
from mahdar.reading.scene import Scene

IMAGE: Final = re.compile(r"IMG[-_](20\d\d)(\d\d)(\d\d)")


def published_date(
    scene: Scene, given: str | None, images: Iterable[str] = ()
) -> tuple[date | None, str | None, str | None]:
    """(day, ISO as given or found, source); `images` are the addresses of the article's images. A date that is only a
    month or a year gives no day to count from."""
    if given:
        day = None
        if len(given) == 10:
            day = date.fromisoformat(given)
        return day, given, "metadata"
    found = _dateline(scene)
    if found:
        return found, found.isoformat(), "dateline"
    found = _line_of_its_own(scene)
    if found:
        return found, found.isoformat(), "text"
    for name in (scene.tokens.text, *images):
        found = _image(name)
        if found:
            return found, found.isoformat(), "file-name"
    return None, None, None


def _full(scene: Scene, first: int, last: int) -> date | None:
    """The first date with day, month and year between two tokens."""
    for mention in scene.between(first, last):
        if mention.date is not None and mention.date.year and mention.date.day and mention.date.until is None:
            result = resolve(mention.date, None)
            if result and len(result[0]) == 10:
                return date.fromisoformat(result[0])
    return None


def _dateline(scene: Scene) -> date | None:
    """A full date near the beginning of the body's first lines, before the news begins."""
    for first, last in scene.tokens.sentences[:8]:
        head = scene.between(first, min(last, first + 22))
        place = next((m for m in head if m.kind in ("place", "country")), None)
        if place is not None and place.first - first <= 1:
            found = _full(scene, first, min(last, first + 22))
            if found:
                return found
    return None


def _line_of_its_own(scene: Scene) -> date | None:
    """A short line that is a date, a stamp ('نشر في ...') or a footer."""
    text = scene.tokens
    for first, last in [*text.sentences[:6], *reversed(text.sentences[-6:])]:
        length = last - first
        if length <= 16:
            mentions = scene.between(first, last)
            dated = [m for m in mentions if m.date is not None and m.date.year and m.date.day]
            if dated and (dated[0].last - dated[0].first >= length - 9 or text.words[first] in time_words().stamps):
                found = _full(scene, first, last)
                if found:
                    return found
    return None


def _image(text: str) -> date | None:
    found = IMAGE.search(text)
    if found:
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    return None
