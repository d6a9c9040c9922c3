"""The images of a page's article with their captions."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urljoin, urlsplit

from mahdar.sources.pages.blocks import Shown
from mahdar.sources.pages.roles import CAPTION, FURNITURE

_MAX_IMAGES: Final = 50
_BEFORE: Final = 2
"""Blocks before the headline among which an image may still be the article's."""

Captioned = tuple[str, str | None]
"""The address of an image, and its caption."""


def link_of(link: str | None, base: str | None) -> str | None:
    """An absolute address of the web, or None."""
    try:
        whole = urljoin(base or "", link.strip()) if link else ""
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.netloc else None


def images_of(shown: Shown, headline: int, body: Sequence[int], base: str | None) -> list[Captioned]:
    """The images that stand between the headline and the end of the body, each once."""
    first = max(0, headline - _BEFORE) if headline >= 0 else body[0] - _BEFORE
    found: dict[str, str | None] = {}
    for image in shown.images:
        address = link_of(image.address, base)
        if address and first <= image.block <= body[-1] + 1 and len(found) < _MAX_IMAGES:
            beside = shown.blocks[image.block : image.block + 2]
            if beside and beside[0].role == FURNITURE:
                continue
            caption = next((block.text for block in beside if block.role == CAPTION), None)
            found[address] = found.get(address) or caption
    return list(found.items())
