"""The headline of a page: the block that its title and its metadata name, and what is left of the title beside it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mahdar.sources.pages.blocks import Block
from mahdar.sources.pages.phrases import is_furniture
from mahdar.sources.pages.roles import FURNITURE, name_words

_SEPARATORS: Final = " \t|–—:»«·•-/\\>"
_BETWEEN = re.compile(r"\s+[|–—»«·•>-]\s+|\s*\|\s*|\s*::\s*")
_SHORTEST: Final = 12
_LONGEST: Final = 300
_PART: Final = 3  # a headline is more than a third of a title that names it: less is the site's name
_CLAIM: Final = 600  # characters of a title that are looked at
_CALLED = re.compile(r"(?<![a-z])(?:headline|title|ttl|subject)s?(?![a-z])")


class Headline(NamedTuple):
    """The title of an article, the block that it is (-1 if it is in none), and what the page's title says beside it."""

    title: str | None
    block: int
    beside: str | None


def headline_of(
    blocks: Sequence[Block], told: Sequence[str], window: str | None, outlet: str | None = None
) -> Headline:
    """The headline among a page's blocks. `told` are the titles that metadata give, the surest first, `window` is the
    title of the page; both may carry the name of the `outlet`, before or behind, which the page shows without.
    """
    claims = [claim[:_CLAIM] for claim in (*told, window or "") if claim]
    best = (0, 0, False)
    found = -1
    for number, block in enumerate(blocks):
        text = block.text
        if _SHORTEST <= len(text) <= _LONGEST and block.role != FURNITURE and text != outlet:
            if any(len(text) * _PART > len(claim) and _beside(claim, text) is not None for claim in claims):
                rank = (len(text), 7 - block.heading if block.heading else 0, _is_called_headline(block))
                if rank > best:
                    best, found = rank, number
    if found >= 0:
        title = blocks[found].text
        return Headline(title, found, next(filter(None, (_beside(claim, title) for claim in claims)), None))
    found = _unclaimed(blocks)
    if told:
        return Headline(_without_site(claims[0], outlet), found, None)
    if found >= 0:
        return Headline(blocks[found].text, found, None)
    return Headline(_without_site(claims[0], outlet) if claims else None, -1, None)


def _beside(claim: str, text: str) -> str | None:
    """What a claimed title says besides a block's text, "" if nothing; None if it is another title."""
    if claim.startswith(text):
        rest = claim[len(text) :]
        return rest.strip(_SEPARATORS) if not rest or rest[0] in _SEPARATORS else None
    if claim.endswith(text):
        rest = claim[: -len(text)]
        return rest.strip(_SEPARATORS) if rest[-1] in _SEPARATORS else None
    if _SHORTEST < len(text) < len(claim) and text in claim:
        before, _, behind = claim.partition(text)
        if before[-1] in _SEPARATORS and behind[0] in _SEPARATORS:
            return before.strip(_SEPARATORS)
    cut = claim.rstrip(" .…")
    return "" if cut != claim and len(cut) > 30 and text.startswith(cut) else None


def _is_called_headline(block: Block) -> bool:
    return bool(_CALLED.search(name_words(block.names)))


def _unclaimed(blocks: Sequence[Block]) -> int:
    """The block that may be the headline of a page whose titles name none, -1 if there is none such."""
    able = [
        number
        for number, block in enumerate(blocks)
        if _SHORTEST <= len(block.text) <= _LONGEST and block.role != FURNITURE and not block.link
        and not is_furniture(block.text)
    ]  # fmt: skip
    headings = sorted((n for n in able if 0 < blocks[n].heading < 4), key=lambda n: (blocks[n].heading, n))
    called = [n for n in able if len(blocks[n].text) > 20 and _is_called_headline(blocks[n])]
    return next(iter((*headings, *called)), -1)


def _without_site(claim: str, outlet: str | None) -> str:
    """A title without the outlet's name, or else its longest piece, if that is much the longest."""
    pieces = _BETWEEN.split(claim)
    others = [piece.strip() for piece in pieces if piece.strip() != outlet]
    longest = max(others, key=len, default=claim)
    return longest if len(others) < len(pieces) or len(longest) * 3 > len(claim) * 2 else claim
