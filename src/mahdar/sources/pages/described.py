"""What a page says about its article: JSON-LD, Open Graph, meta tags, microdata, <time>, <title>, headings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
"""How schema.org's kinds of articles end: NewsArticle, ReportageNewsArticle, AnalysisNewsArticle ..."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![0-9])|(\d{4})(\d\d)(\d\d)(?:T|$)", re.ASCII)
_MAX_NODES = 2000
"""Objects of a page's structured data that are looked at."""

_META = {
    "title": "og:title twitter:title dc.title dcterms.title headline",
    "published": (
        "article:published_time og:published_time og:article:published_time article:published datepublished "
        "dc.date.issued dcterms.issued dcterms.date dc.date pubdate publishdate publish-date publish_date "
        "publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime dcterms.created dc.date.created "
        "date"
    ),
    "updated": "article:modified_time og:updated_time datemodified dcterms.modified last-modified lastmod",
    "author": "author article:author dc.creator dcterms.creator parsely-author sailthru.author",
    "outlet": "og:site_name application-name dc.publisher dcterms.publisher publisher",
    "section": "article:section parsely-section section",
    "image": "og:image og:image:url twitter:image",
    "url": "og:url twitter:url",
    "language": "og:locale content-language language dc.language",
}
"""Field -> the names of meta tags that give it, the surest first."""


@dataclass(slots=True)
class Described:
    """What is known of the article before its body is read."""

    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    section: str | None = None
    body: str | None = None
    images: list[tuple[str, str | None]] = field(default_factory=list)


def described(tree: "HtmlElement", url: str | None) -> Described:
    """What the page says about its article; `url` is where it came from."""
    meta = _meta(tree)
    data = _json_ld(tree)

    def first(field: str) -> str | None:
        return next(_all(meta, field), None)

    canonical = _link(tree.xpath("string((//link[@rel='canonical']/@href)[1])"), url)
    found = Described(
        url=url or canonical or _link(first("url"), None),
        outlet=_name(data.get("publisher")) or first("outlet"),
        author=_name(data.get("author")) or first("author"),
        title=_text(data.get("headline")) or first("title") or _heading(tree),
        published=_first_day(_text(data.get("datePublished")), *_all(meta, "published")),
        updated=_first_day(_text(data.get("dateModified")), *_all(meta, "updated")),
        language=tree.get("lang", "")[:2].lower() or (first("language") or "")[:2].lower() or None,
        section=_text(data.get("articleSection")) or first("section"),
        body=_text(data.get("articleBody")),
    )
    image = _link(first("image"), found.url)
    if image:
        found.images.append((image, None))
    return found


def _all(meta: dict[str, str], field: str) -> Iterator[str]:
    return (meta[name] for name in _META[field].split() if name in meta)


def _meta(tree: "HtmlElement") -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        content = " ".join(tag.get("content", "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _json_ld(tree: "HtmlElement") -> dict[str, Any]:
    """The properties of the first article that the page's JSON-LD describes."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in islice(_nodes(data), _MAX_NODES):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD, outer ones first."""
    waiting = [data]
    for value in waiting:
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return "، ".join(filter(None, map(_name, value))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _first_day(*stamps: str | None) -> str | None:
    return next(filter(None, map(_day, stamps)), None)


def _day(stamp: str | None) -> str | None:
    """The ISO day of a date as machines write it: ISO 8601 or that of mails. Other forms are left to the reading."""
    if not stamp:
        return None
    found = _DAY.match(stamp)
    try:
        if found:
            return date(*(int(part) for part in found.groups() if part)).isoformat()
        mailed = parsedate(stamp)
        return date(*mailed[:3]).isoformat() if mailed else None
    except (ValueError, TypeError):
        return None


def _link(link: str | None, base: str | None) -> str | None:
    """An absolute address of the web, or None."""
    try:
        whole = urljoin(base or "", link.strip()) if link else ""
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.netloc else None


def _heading(tree: "HtmlElement") -> str | None:
    for heading in tree.xpath("//h1 | //title"):
        text = " ".join(heading.text_content().split())
        if text:
            return str(text)
    return None
