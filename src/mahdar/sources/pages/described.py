"""What a page says about its article: JSON-LD, Open Graph, meta tags, microdata, <time>, <title>, headings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mahdar.sources.days import day_written
from mahdar.sources.pages.images import link_of
from mahdar.sources.pages.phrases import without_byline
from mahdar.sources.pages.structured import nodes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
"""How schema.org's kinds of articles end: NewsArticle, ReportageNewsArticle, AnalysisNewsArticle ..."""

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
    titles: list[str] = field(default_factory=list)
    """The headline as its metadata give it, perhaps with the name of the site."""
    window: str | None = None
    """The title of the page."""
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    section: str | None = None
    body: str | None = None
    image: tuple[str, str | None] | None = None


def described(tree: "HtmlElement", url: str | None) -> Described:
    """What the page says about its article; `url` is where it came from."""
    meta = _meta(tree)
    data = _json_ld(tree)

    def first(field: str) -> str | None:
        return next(_all(meta, field), None)

    base = url or link_of(tree.xpath("string((//base/@href)[1])"), None)
    canonical = link_of(tree.xpath("string((//link[@rel='canonical']/@href)[1])"), base)
    titles = [_text(data.get("headline")), *_all(meta, "title")]
    return Described(
        url=_address(url, canonical or link_of(first("url"), None)) or base,
        outlet=_name(data.get("publisher")) or first("outlet"),
        author=_writer(_name(data.get("author"))) or _writer(first("author")) or _itemprop_author(tree),
        titles=list(dict.fromkeys(filter(None, titles))),
        window=" ".join(tree.xpath("string((//title)[1])").split()) or None,
        published=_first_day(_text(data.get("datePublished")), *_all(meta, "published"))
        or _timed(tree, "datePublished"),
        updated=_first_day(_text(data.get("dateModified")), *_all(meta, "updated")) or _timed(tree, "dateModified"),
        language=(tree.get("lang") or first("language") or "")[:2].lower() or None,
        section=_text(data.get("articleSection")) or first("section") or _section(tree),
        body=_prose(data.get("articleBody")),
        image=_image(data.get("image"), url) or _image(first("image"), url),
    )


def _address(url: str | None, own: str | None) -> str | None:
    """Where an article is at home: what its page says, if that is no other site and not the site as a whole."""
    if not url or not own:
        return url or own
    said = urlsplit(own)
    return own if said.netloc == urlsplit(url).netloc and (said.path.strip("/") or said.query) else url


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
        for node in nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                return node
    return {}


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
    return next(filter(None, (day_written(stamp) for stamp in stamps if stamp)), None)


def _prose(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _image(value: Any, base: str | None) -> tuple[str, str | None] | None:
    """The address and the caption of an image as JSON-LD or a meta tag gives it."""
    if isinstance(value, list):
        value = value[0] if value else None
    caption = None
    if isinstance(value, dict):
        caption, value = _text(value.get("caption")), value.get("url") or value.get("contentUrl")
    address = link_of(_text(value), base)
    return (address, caption) if address else None


def _writer(name: str | None) -> str | None:
    """Who wrote the article, without what leads up to the name; None for addresses and for nobody."""
    return without_byline(name) if name and len(name) < 100 and "://" not in name else None


def _itemprop_author(tree: "HtmlElement") -> str | None:
    for element in tree.xpath("(//*[@itemprop='author'])[position() < 3] | (//*[@rel='author'])[1]"):
        names = element.xpath("(.//*[@itemprop='name'])[1]") or [element]
        writer = _writer(" ".join(names[0].text_content().split()))
        if writer:
            return writer
    return None


def _timed(tree: "HtmlElement", name: str) -> str | None:
    """The day of an element that microdata, RDFa or hAtom calls the date of publication."""
    other = " or contains(@property, 'dc:created') or contains(@property, 'dc:date')" if name == "datePublished" else ""
    for element in tree.xpath(f"(//*[@itemprop='{name}'{other}])[position() < 4]"):
        inner = element.xpath("(.//time/@datetime)[1]")
        stamps = (element.get("datetime"), element.get("content"), element.get("title"), *inner)
        day = _first_day(*stamps)
        if day:
            return day
    return None


def _section(tree: "HtmlElement") -> str | None:
    """The section that a link of the article or the last step of the page's path names."""
    for path in (
        "(//a[contains(@rel, 'category')])[1]",
        "(//*[@itemprop='articleSection' or @itemprop='genre'])[1]",
        "((//*[contains(@class, 'crumb') or contains(@id, 'crumb')])[1]//a[@href and @href != '/'])[last()]",
    ):
        text = " ".join(str(tree.xpath(f"string({path})")).split())
        if 0 < len(text) < 60:
            return text
    return None
