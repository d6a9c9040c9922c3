"""HTML that holds nothing but an item's text, as in feeds -> paragraphs with a blank line between, and pictures."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from lxml import etree

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({
    "button", "form", "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
})  # fmt: skip
_ASIDE = frozenset({"field--name-title", "field--name-uid", "field--name-created"})
"""Classes of what Drupal puts before the text of an item: its title, writer and date once more."""
_MARKUP = re.compile(r"<[A-Za-z/!]")
_TAG = re.compile(r"</?(?:p|div|br|a|b|i|span|strong|em|img|ul|li|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
_BLANK = re.compile(r"\n{3,}")
_SPACE = re.compile(r"[^\S\n]+")
MAX_IMAGES = 100


@dataclass(slots=True)
class Fragment:
    """What a piece of HTML says."""

    text: str
    images: list[dict[str, str | None]] = field(default_factory=list)
    last_link: str | None = None
    """The words of the link at its very end, if it ends in one."""


def fragment(html: str, base: str | None = None) -> Fragment:
    """Text, pictures with captions, and the last link of some HTML; plain text comes out as it is."""
    if not _MARKUP.search(html):
        html = unescape(html)
        if not _TAG.search(html):
            return Fragment(_lines(html))
    found = _walked(html, base)
    if _TAG.search(found.text):  # escaped twice, as some feeds are
        again = _walked(found.text, base)
        again.images = found.images + again.images
        return again
    return found


def _walked(html: str, base: str | None) -> Fragment:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<html><body>{html}</body></html>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    walk = _Walk(base)
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                walk.open(element)
                walk.say(element.text)
            else:
                walk.close(element)
                walk.say(element.tail)
    return Fragment(_lines("".join(walk.said)), walk.images, walk.last_link)


@dataclass(slots=True)
class _Walk:
    """What was met so far on the way through a tree, and what is open."""

    base: str | None
    said: list[str] = field(default_factory=list)
    images: list[dict[str, str | None]] = field(default_factory=list)
    last_link: str | None = None
    unseen: int = 0
    captions: int = 0
    caption: list[str] = field(default_factory=list)
    link: list[str] | None = None

    def open(self, element: etree._Element) -> None:
        name = _name(element)
        self.unseen += _is_unseen(element)
        self.captions += _is_caption(element)
        if name == "img":
            self._picture(element)
        elif name == "a":
            self.link = []
        if name in _BLOCKS or name == "br":
            self.said.append("\n" if name == "br" else "\n\n")

    def close(self, element: etree._Element) -> None:
        name = _name(element)
        self.unseen -= _is_unseen(element)
        if _is_caption(element):
            self.captions -= 1
            if self.images and (words := _squeezed(self.caption)):
                self.images[-1]["caption"] = words
            self.caption = []
        if name == "a" and self.link is not None:
            self.last_link = _squeezed(self.link) or None
            self.link = None
        if name in _BLOCKS:
            self.said.append("\n\n")

    def say(self, text: str | None) -> None:
        if not text or self.unseen:
            return
        if self.captions:
            self.caption.append(text)
            return
        self.said.append(text.replace("\n", " "))
        if self.link is not None:
            self.link.append(text)
        elif any(map(str.isalnum, text)):
            self.last_link = None  # something follows it

    def _picture(self, element: etree._Element) -> None:
        address = (element.get("src") or "").strip()
        if not address or address.startswith("data:") or len(self.images) >= MAX_IMAGES:
            return
        with suppress(ValueError):  # no address after all
            self.images.append(
                {"url": urljoin(self.base or "", address), "caption": element.get("alt", "").strip() or None}
            )


def _name(element: etree._Element) -> str:
    return str(element.tag).lower()


def _is_unseen(element: etree._Element) -> bool:
    return _name(element) in _UNSEEN or not _ASIDE.isdisjoint(element.get("class", "").split())


def _is_caption(element: etree._Element) -> bool:
    return _name(element) == "figcaption" or "wp-caption-text" in element.get("class", "").split()


def _squeezed(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def _lines(text: str) -> str:
    lines = (_SPACE.sub(" ", line).strip() for line in text.splitlines())
    return _BLANK.sub("\n\n", "\n".join(lines)).strip()
