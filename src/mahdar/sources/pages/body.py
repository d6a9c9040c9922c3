"""The body of a page's article among its blocks: where it begins, where it ends, and what stands between."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from mahdar.sources.pages.blocks import Block, Shown
from mahdar.sources.pages.phrases import HEADING_AT_MOST, closes, ends, is_furniture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AFTERWARDS: Final = 0.35
"""A heading over other news ends the article, unless more of the prose than this is still to come."""

_BEGUN: Final = 300
"""Characters of prose after which comments or tags end the article in any case."""

_ELEMENTS: Final = 30_000
"""A page of more elements is read without trafilatura, whose time grows faster than the page."""

_SIGN_OFF: Final = 30
_WINDOW: Final = 20000


def body_of(tree: "HtmlElement", shown: Shown, headline: int, title: str | None, alts: set[str]) -> list[int]:
    """Which blocks are the body, in order.

    trafilatura says which part of the page is the article. What it leaves out between the headline and its last
    paragraph belongs to it too if it is prose; what is mostly links, a caption, a heading over other news or a line of
    the content system does not.
    """
    blocks = shown.blocks
    own = _up_to_other_news(blocks, [n for n in range(headline + 1, len(blocks)) if not blocks[n].role])
    own = [n for n in own if not _foreign(blocks[n], title, alts)]
    chosen = _chosen(tree, blocks, own) if shown.elements <= _ELEMENTS else set()
    prose = [n for n in own if blocks[n].prose]
    main = _main(blocks, prose, chosen) or prose or [n for n in own if n in chosen]
    if not main:
        return []
    first, last = prose[0] if prose and headline >= 0 else main[0], main[-1]
    inside = [n for n in own if first <= n <= last and (n in chosen or blocks[n].prose)]
    return [*_dateline(blocks, own, first), *inside, *_sign_off(blocks, own, last)]


def _main(blocks: Sequence[Block], prose: list[int], chosen: set[int]) -> list[int]:
    """The prose that is the article's for certain: what trafilatura takes, and what stands together in one element if
    that is more."""
    together: dict[int, list[int]] = {}
    for number in prose:
        together.setdefault(blocks[number].inside, []).append(number)
    taken = [n for n in prose if n in chosen]
    most = max(together.values(), key=lambda part: _length(blocks, part), default=[])
    if len(most) > 1 and _length(blocks, most) > _length(blocks, taken):
        return sorted({*taken, *most})
    return taken


def _length(blocks: Sequence[Block], part: list[int]) -> int:
    return sum(len(blocks[n].text) for n in part)


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
    total = _length(blocks, [n for n in own if blocks[n].prose])
    kept: list[int] = []
    read = 0
    under = False
    for number in own:
        block = blocks[number]
        ending = ends(block.text)
        if ending and read >= _BEGUN:
            break
        if ending or closes(block.text):
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

    _lay_out(tree)
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


def _lay_out(tree: "HtmlElement") -> None:
    """Tables inside tables hold no data but the page: they become plain divisions."""
    if tree.find(".//table//table") is not None or tree.find(".//td//p") is not None:
        for element in tree.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
            element.tag = "div"


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
