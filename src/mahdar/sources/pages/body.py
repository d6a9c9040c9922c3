"""The body of a page's article among its blocks: where it begins, where it ends, and what stands between."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from mahdar.sources.pages.blocks import Block
from mahdar.sources.pages.phrases import HEADING_AT_MOST, closes, is_furniture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AFTERWARDS: Final = 0.35
"""A heading over other news ends the article, unless more of the prose than this is still to come."""

_SIGN_OFF: Final = 30
_WINDOW: Final = 20000


def body_of(
    tree: "HtmlElement", blocks: Sequence[Block], headline: int, title: str | None, alts: set[str]
) -> list[int]:
    """Which blocks are the body, in order.

    trafilatura says which part of the page is the article. What it leaves out between the headline and its last
    paragraph belongs to it too if it is prose; what is mostly links, a caption, a heading over other news or a line of
    the content system does not.
    """
    own = [n for n in range(headline + 1, len(blocks)) if not blocks[n].role and not _foreign(blocks[n], title, alts)]
    own = _up_to_other_news(blocks, own)
    chosen = _chosen(tree, blocks, own)
    prose = [n for n in own if blocks[n].prose]
    main = [n for n in prose if n in chosen] or prose or [n for n in own if n in chosen]
    if not main:
        return []
    first, last = prose[0] if prose and headline >= 0 else main[0], main[-1]
    inside = [n for n in own if first <= n <= last and (n in chosen or blocks[n].prose)]
    return [*_dateline(blocks, own, first), *inside, *_sign_off(blocks, own, last)]


def _foreign(block: Block, title: str | None, alts: set[str]) -> bool:
    """Whether a block in the middle of the article is none of its own."""
    text = block.text
    if block.link or text == title or text in alts:
        return True
    return len(text) < 200 and (is_furniture(text) or not _says(text))


def _says(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _up_to_other_news(blocks: Sequence[Block], own: list[int]) -> list[int]:
    """The blocks without those under headings over other news, tags or comments."""
    total = sum(len(blocks[n].text) for n in own if blocks[n].prose)
    kept: list[int] = []
    read = 0
    under = False
    for number in own:
        block = blocks[number]
        if len(block.text) < 200 and closes(block.text):
            if read and total - read <= _AFTERWARDS * total and len(block.text) <= HEADING_AT_MOST:
                break
            under = True
            continue
        if block.prose:
            under = False
            read += len(block.text)
        if not under:
            kept.append(number)
    return kept


def _chosen(tree: "HtmlElement", blocks: Sequence[Block], own: list[int]) -> set[int]:
    """The blocks whose text trafilatura takes for the article's."""
    from trafilatura import bare_extraction

    document = bare_extraction(tree, include_comments=False)
    if document is None or isinstance(document, dict) or not document.text:
        return set()
    text = _letters(document.text)
    found = set()
    at = 0
    for number in own:
        letters = _letters(blocks[number].text)
        place = text.find(letters, at, at + len(letters) + _WINDOW) if letters else -1
        if place >= 0:
            found.add(number)
            at = place + len(letters)
    return found


def _dateline(blocks: Sequence[Block], own: list[int], first: int) -> list[int]:
    """A short line right before the body that looks like a paragraph of it: place and agency on a line of their own."""
    before = own[: own.index(first)][-1:]
    return [n for n in before if n == first - 1 and blocks[n].names == blocks[first].names and not blocks[n].heading]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _sign_off(blocks: Sequence[Block], own: list[int], last: int) -> list[int]:
    """Very short lines right after the body, such as the writer's initials or an agency's mark."""
    after = own[own.index(last) + 1 :][:2]
    found: list[int] = []
    for number in after:
        if number != last + 1 + len(found) or len(blocks[number].text) > _SIGN_OFF:
            break
        found.append(number)
    return found
