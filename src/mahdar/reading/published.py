"""When an article was published, and from what that is known: metadata, the dateline, the text, an image's name."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from mahdar.reading.dates import resolve
from mahdar.reading.dates.words import time_words
from mahdar.reading.mentions import Mention
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
    return next((day for _, day in _full_dates(scene, first, last)), None)


def _full_dates(scene: Scene, first: int, last: int) -> list[tuple[Mention, date]]:
    """The dates with day, month and year between two tokens, and where they stand."""
    found = []
    for mention in scene.between(first, last):
        if mention.date is not None and mention.date.year and mention.date.day and mention.date.until is None:
            result = resolve(mention.date, None)
            if result and len(result[0]) == 10:
                found.append((mention, date.fromisoformat(result[0])))
    return found


def _dateline(scene: Scene) -> date | None:
    """A full date near the beginning of the body's first lines. Behind a verb it is that of an event, unless the text
    says how far from today it is: أمس الثلاثاء 10 ديسمبر 2024."""
    for first, last in scene.tokens.sentences[:8]:
        end = min(last, first + 22)
        place = next((m for m in scene.between(first, end) if m.kind in ("place", "country")), None)
        if place is None or place.first - first > 1:
            continue
        verb = _verb_between(scene, place.last, end)
        found = _full(scene, first, verb)
        if found:
            return found
        for mention, day in _full_dates(scene, verb, end):
            away = _days_away(scene, mention)
            if away is not None:
                return day - timedelta(days=away)
    return None


def _verb_between(scene: Scene, first: int, last: int) -> int:
    """The first finite verb between two tokens that is not part of a date or a name; the end if there is none."""
    for k in range(first, last):
        if scene.infos[k].finite is not None and not scene.inside[k] and k not in scene.at:
            return k
    return last


def _days_away(scene: Scene, mention: Mention) -> int | None:
    """How many days a date lies from today, if a word of it or right before it says so: 0 for اليوم, -1 for أمس."""
    relative = time_words().relative
    words = scene.tokens.words
    for k in range(max(0, mention.first - 2), mention.last):
        if words[k] in relative:
            return relative[words[k]]
    return None


def _line_of_its_own(scene: Scene) -> date | None:
    """A short line that is a date, a stamp ('نشر في ...') or a footer."""
    text = scene.tokens
    for first, last in [*text.sentences[:6], *reversed(text.sentences[-6:])]:
        length = last - first
        if length <= 16:
            mentions = scene.between(first, last)
            dated = [m for m in mentions if m.date is not None and m.date.year and m.date.day]
            bare = _verb_between(scene, first, last) == last
            stamped = text.words[first] in time_words().stamps
            if dated and (stamped or bare and dated[0].last - dated[0].first >= length - 9):
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
