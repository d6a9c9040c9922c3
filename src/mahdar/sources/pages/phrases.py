"""What a block of a page begins with: the phrases of the pack's table of furniture."""

import re
from functools import cache
from typing import Final

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.sources.days import day_written

HEADING_AT_MOST: Final = 60
"""Characters of a heading over other news."""

_LINE_AT_MOST: Final = 200
_SHORT_LABEL: Final = 4
"""Words of a line that is no more than a label and what it labels."""

_SPACE = re.compile(r"\s+")


def _folded(text: str) -> str:
    return _SPACE.sub(" ", fold_letters(text)).strip(" .…/|-–*»«•:")


@cache
def _beginning(*keys: str) -> re.Pattern[str]:
    """The phrases under some keys of the table, at the beginning of a folded text."""
    phrases = {_folded(phrase) for key in keys for phrase in table("ar", "furniture")[key]}
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest_first)})(?!\\w)")


def closes(text: str) -> bool:
    """Whether a block is a heading over other news, or one line of them."""
    return len(text) < _LINE_AT_MOST and bool(_beginning("closing").match(_folded(text)))


def ends(text: str) -> bool:
    """Whether a block is a heading over tags or comments, or a line of the foot of the page."""
    return len(text) < _LINE_AT_MOST and bool(_beginning("ending").match(_folded(text)))


def is_furniture(text: str) -> bool:
    """Whether a block is a short line that is none of an article's."""
    if len(text) >= _LINE_AT_MOST:
        return False
    folded = _folded(text)
    if _beginning("line", "updated").match(folded):
        return True
    label = _beginning("label", "byline").match(folded)
    if label is None:
        return False
    rest = folded[label.end() :].lstrip()
    return not rest or not rest[0].isalnum() or folded.count(" ") < _SHORT_LABEL or day_written(rest) is not None


def tells_today(text: str) -> bool:
    """Whether a block is a line that tells on which day the page is looked at."""
    return bool(_beginning("today").match(_folded(text[:_LINE_AT_MOST])))


def tells_a_change(text: str) -> bool:
    """Whether a block is a line that tells when the article was changed."""
    return bool(_beginning("updated").match(_folded(text[:_LINE_AT_MOST])))


def without_byline(text: str) -> str | None:
    """A writer's name without what leads up to it; None if it is nobody's."""
    words = text.split()
    label = _beginning("byline").match(" ".join(fold_letters(word).strip(":-–|،,") for word in words))
    if label:
        words = words[len(label[0].split()) :]
    name = " ".join(words).strip(" :-–|،,/")
    nobody = {fold_letters(name) for name in table("ar", "furniture")["nobody"]}
    return name if name and fold_letters(name.lower()) not in nobody else None
