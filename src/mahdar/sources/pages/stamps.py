"""The line in which a page tells when its article was published."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.sources.days import day_written
from mahdar.sources.pages.blocks import Block
from mahdar.sources.pages.phrases import is_furniture, tells_a_change, tells_today
from mahdar.sources.pages.roles import FURNITURE

_AFTER: Final = 20
_BEFORE: Final = 4
_BEHIND: Final = 5
"""Blocks after and before the headline, and behind the body, in which it may stand."""

_LONGEST: Final = 120
_FIGURES = re.compile(r"(?<!\d)\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamps:
    """When a page says its article was published and changed: ISO days, and the line if it leaves the day open."""

    published: str | None
    updated: str | None
    line: str | None


def stamps_of(blocks: Sequence[Block], headline: int, body: Sequence[int]) -> Stamps:
    """What the page shows of it between headline and body, else right before the headline, else behind the body.

    A page shows other dates too: today's, and those of other news. They stand farther away or under other names.
    """
    published = updated = line = None
    for block in _places(blocks, headline, body):
        if len(block.text) > _LONGEST or tells_today(block.text):
            continue
        day = day_written(block.time or "") or day_written(block.text)
        if tells_a_change(block.text):
            updated = updated or day
        elif published is None and line is None:
            published, line = day, None if day or not _FIGURES.search(block.text) else block.text
    return Stamps(published, updated, line)


def head_of(blocks: Sequence[Block], headline: int, body: Sequence[int]) -> list[Block]:
    """What stands between the headline and the second paragraph of the body and is not of it: day, writer, section."""
    if headline < 0 or not body:
        return []
    end = min(body[min(1, len(body) - 1)], headline + 1 + _AFTER)
    own = set(body)
    return [blocks[number] for number in range(headline + 1, end) if number not in own]


def _places(blocks: Sequence[Block], headline: int, body: Sequence[int]) -> Iterator[Block]:
    """The blocks in which it may stand, the likeliest first."""
    start = headline if headline >= 0 else body[0] if body else 0
    between = head_of(blocks, headline, body)
    before = blocks[max(0, start - _BEFORE) : start]
    last = body[-1] if body else start
    yield from (block for block in (*between, *reversed(before)) if block.role != FURNITURE)
    yield from between
    yield from (block for block in blocks[last + 1 : last + 1 + _BEHIND] if is_furniture(block.text))
