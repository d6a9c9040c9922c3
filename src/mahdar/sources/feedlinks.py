"""The feeds that an HTML page names in its head."""

import re
from html import unescape
from urllib.parse import urljoin

_LINK = re.compile(r"<link\s[^<>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|type|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
_MOST = 5
_START = 256 * 1024


def feed_links(page: bytes, url: str | None = None) -> list[str]:
    """The addresses of the first few feeds that a page says are its own."""
    found: list[str] = []
    for link in _LINK.findall(page[:_START].decode("latin-1")):
        is_, type_, href = (_attributes(link).get(name, "") for name in ("rel", "type", "href"))
        if "alternate" in is_.lower().split() and type_.lower() in _TYPES and href:
            address = unescape(href.encode("latin-1").decode("utf-8", "replace")).strip()
            try:
                found.append(urljoin(url or "", address))
            except ValueError:
                continue
    return list(dict.fromkeys(found))[:_MOST]


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
