"""The article of a page: its headline, its body and its images, found in what the page shows or holds as data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mahdar.sources.pages.blocks import Block, blocks_of
from mahdar.sources.pages.body import body_of
from mahdar.sources.pages.described import Described
from mahdar.sources.pages.embedded import embedded_body
from mahdar.sources.pages.headline import headline_of
from mahdar.sources.pages.images import Captioned, images_of
from mahdar.sources.pages.phrases import is_furniture, without_byline
from mahdar.sources.pages.roles import name_words
from mahdar.sources.pages.stamps import head_of, stamps_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CALLED_WRITER = re.compile(r"(?<![a-z])(?:author|byline|writer|write-?by|journalist)(?:-?name)?s?(?![a-z])")


@dataclass(frozen=True, slots=True)
class PageArticle:
    """What a page shows of its article."""

    title: str | None
    text: str
    published: str | None
    updated: str | None
    outlet: str | None
    author: str | None
    images: list[Captioned]


def article_of(tree: "HtmlElement", found: Described) -> PageArticle | None:
    """The article of a page, or None if there is none in it."""
    shown = blocks_of(tree)
    blocks = shown.blocks
    headline = headline_of(blocks, found.titles, found.window, found.outlet)
    alts = {image.description for image in shown.images if image.description}
    body = body_of(tree, shown, headline.block, headline.title, alts)
    paragraphs = [blocks[n].text for n in body]
    images = images_of(shown, headline.block, body, found.url) if body else []
    held = embedded_body(tree, found.body, headline.title)
    if sum(map(len, held)) > 2 * sum(map(len, paragraphs)):
        paragraphs = held
    stamps = stamps_of(blocks, headline.block, body)
    if stamps.line and not found.published:
        paragraphs.insert(0, stamps.line)
    text = "\n\n".join(paragraphs)
    if not text:
        return None
    if found.image:
        images = [found.image, *(image for image in images if image[0] != found.image[0])]
    return PageArticle(
        headline.title,
        text,
        stamps.published,
        stamps.updated,
        _outlet(headline.beside, blocks),
        _author(head_of(blocks, headline.block, body)),
        images,
    )


def _outlet(beside: str | None, blocks: Sequence[Block]) -> str | None:
    """The name of the site, if the page's title gives it beside the headline and the page shows it elsewhere too."""
    name = re.split(r"\s+[|–—:»«·•>/-]+\s+", beside)[-1] if beside else ""
    if not 3 < len(name) < 60 or is_furniture(name):
        return None
    return name if any(name in block.text for block in blocks if len(block.text) < 200) else None


def _author(head: Sequence[Block]) -> str | None:
    """The byline between the headline and the body."""
    for block in head:
        if len(block.text) < 60 and _CALLED_WRITER.search(name_words(block.names)):
            writer = without_byline(block.text)
            if writer and not any(character.isdigit() for character in writer):
                return writer
    return None
