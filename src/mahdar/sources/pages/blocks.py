"""The tree of a page -> its blocks of text in order, with what their elements are called and how much is links."""

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from mahdar.sources.pages.roles import APART, CAPTION, FURNITURE, role_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "marquee",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that begin a line of their own; so do those that a site made itself (app-header)."""

_SKIPPED = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "head",
        "iframe",
        "input",
        "math",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
"""Elements whose text is none of the page's."""

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_IMAGES = {"img", "amp-img"}
_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "src")
_NAMES = ("id", "class", "itemprop", "rel", "role")

_FULL_STOPS = (".", "؟", "!", ":", "»", '"', "”", "…", "-")
_LONG_LINE = 60  # characters of a line that may be broken only because it is full
PROSE: Final = 60
"""Characters of the shortest block that is taken for prose."""

_CAPTION_AT_MOST = 400
_FURNITURE_AT_MOST = 0.4  # of the page's prose


@dataclass(slots=True, eq=False)
class Block:
    """One line or paragraph of a page."""

    text: str
    linked: int  # characters of it that are links
    heading: int  # 1 to 6 inside h1 to h6, else 0
    inside: int  # which element holds the one that it is
    names: str  # ids, classes, item properties, relations and roles of the elements it is made of
    role: str = ""  # what the names around it say it is: FURNITURE, CAPTION, APART or nothing
    time: str | None = None  # what its <time> says for machines

    @property
    def link(self) -> bool:
        """Whether it is a link and hardly anything else."""
        return self.linked * 10 >= len(self.text) * 6

    @property
    def prose(self) -> bool:
        """Whether it reads as running text."""
        return len(self.text) >= PROSE and self.linked * 2 < len(self.text)


@dataclass(slots=True)
class Image:
    """An image of a page: how its elements describe it, and the block that it stands in or before."""

    address: str
    description: str
    block: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows, in order."""

    blocks: list[Block]
    images: list[Image]
    elements: int


@dataclass(slots=True)
class _Walk:
    """The block that is being read, and those before it."""

    blocks: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    elements: int = 0
    lines: list[list[str]] = field(default_factory=lambda: [[]])
    names: list[str] = field(default_factory=list)
    heading: int = 0
    linked: int = 0
    time: str | None = None
    open: list[int] = field(default_factory=lambda: [0])  # the elements around, by number

    def text(self, text: str | None, links: int) -> None:
        if text:
            self.lines[-1].append(text)
            if links:
                self.linked += len(" ".join(text.split()))

    def flush(self) -> None:
        """End the block: its lines become one block or several."""
        paragraphs: list[str] = []
        blank = True
        for pieces in self.lines:
            line = " ".join("".join(pieces).replace("\u200b", "").split())
            if not line:
                blank = True
            elif blank or len(paragraphs[-1]) < _LONG_LINE or paragraphs[-1].endswith(_FULL_STOPS):
                paragraphs.append(line)
                blank = False
            else:  # broken to fit a width: the sentence goes on
                paragraphs[-1] += " " + line
        if paragraphs:
            whole = sum(map(len, paragraphs))
            names = " ".join(self.names)
            for paragraph in paragraphs:
                linked = self.linked * len(paragraph) // whole
                inside = self.open[-2] if len(self.open) > 1 else 0
                self.blocks.append(Block(paragraph, linked, self.heading, inside, names, time=self.time))
            self.names = []
            self.time = None
        self.lines, self.linked = [[]], 0


def blocks_of(tree: "HtmlElement") -> Shown:
    """The blocks and the images of a page. What names call furniture is marked so, but for what
    holds much of the page's prose."""
    from lxml.etree import iterwalk

    walk = _Walk()
    open_elements: list[tuple[str, int, bool, int]] = []  # role, first block, whether a block, heading around it
    spans: list[tuple[str, int, int]] = []
    links = 0
    skipped = None
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            walk.elements += 1
            if skipped is not None:
                continue
            if tag in _SKIPPED:
                skipped = element
                continue
            name = " ".join(filter(None, map(element.get, _NAMES)))
            role = role_of(tag, name) if name or tag not in {"p", "div", "span"} else ""
            block = tag in _BLOCKS or role in {CAPTION, APART} or "-" in tag
            if block:
                walk.flush()
                walk.names = []
                walk.open.append(walk.elements)
            if name:
                walk.names.append(name)
            open_elements.append((role, len(walk.blocks), block, walk.heading))
            walk.heading = _HEADINGS.get(tag, walk.heading)
            links += tag == "a"
            if tag == "br":
                walk.lines.append([])
            elif tag == "time":
                walk.time = element.get("datetime")
            elif tag in _IMAGES:
                address = next(filter(None, map(element.get, _ADDRESSES)), "")
                walk.images.append(Image(address, " ".join((element.get("alt") or "").split()), len(walk.blocks)))
            walk.text(element.text, links)
        elif skipped is None:
            role, first, block, heading = open_elements.pop()
            if block:
                walk.flush()
                walk.open.pop()
                if role:
                    spans.append((role, first, len(walk.blocks)))
            walk.heading = heading
            links -= tag == "a"
        elif skipped is element:
            skipped = None
        if event == "end" and skipped is None and element is not tree:
            walk.text(element.tail, links)
    walk.flush()
    _mark(walk.blocks, spans)
    return Shown(walk.blocks, walk.images, walk.elements)


def _mark(blocks: list[Block], spans: list[tuple[str, int, int]]) -> None:
    """Give the blocks the roles of what is around them."""
    before = [0, *accumulate(len(block.text) if block.prose else 0 for block in blocks)]
    for kind, most in ((FURNITURE, _FURNITURE_AT_MOST * before[-1]), (CAPTION, _CAPTION_AT_MOST), (APART, 0)):
        changes = [0] * (len(blocks) + 1)
        for role, first, last in spans:
            prose = before[last] - before[first]
            if role == kind and prose <= most:
                changes[first] += 1
                changes[last] -= 1
        for block, depth in zip(blocks, accumulate(changes), strict=False):
            if depth:
                block.role = kind
