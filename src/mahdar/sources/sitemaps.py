"""Sitemaps, news sitemaps and their indexes (sitemaps.org and Google's extensions): the pages of a site.

A sitemap holds no text: each of its items is `partial`, its page has to be fetched.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from mahdar.sources.days import day_written
from mahdar.sources.feeditems import joined
from mahdar.sources.markup import local_name, xml_root

MOST = 50_000
"""The most entries that a sitemap may have, by its definition."""


def sitemap_items(data: bytes, *, url: str | None = None, charset: str | None = None) -> Iterator[dict[str, Any]]:
    """The pages of a sitemap as fields of articles without text, in order. Raises ArticleError for broken XML."""
    entries = (element for element in xml_root(data, charset) if local_name(element) == "url")
    for _, entry in zip(range(MOST), entries, strict=False):
        address = joined(url, _say(entry, "loc"))
        if address:
            published = day_written(_say(entry, "publication_date") or "")
            changed = day_written(_say(entry, "lastmod") or "")
            yield {
                "id": address,
                "url": address,
                "text": "",
                "partial": True,
                "source": _say(entry, "name"),
                "author": None,
                "section": None,
                "title": _say(entry, "title", within="news"),
                "language": _say(entry, "language"),
                "published": published,
                "updated": changed,
                "images": list(_images(entry)),
            }


def sitemap_urls(data: bytes, *, url: str | None = None, charset: str | None = None) -> list[str]:
    """The sitemaps of a sitemap index, in order. Raises ArticleError for broken XML."""
    entries = (element for element in xml_root(data, charset) if local_name(element) == "sitemap")
    return [address for entry in entries if (address := joined(url, _say(entry, "loc")))][:MOST]


def _say(entry: etree._Element, name: str, within: str | None = None) -> str | None:
    """The text of the first element of a name that is no picture's."""
    for element in entry.iter():
        parent = element.getparent()
        above = local_name(parent) if parent is not None else ""
        if local_name(element) == name and above not in {"image", "video"} and within in {None, above}:
            return " ".join((element.text or "").split()) or None
    return None


def _images(entry: etree._Element) -> Iterator[dict[str, str | None]]:
    for image in entry.iter():
        if local_name(image) == "image":
            said = {local_name(part): (part.text or "").strip() for part in image}
            if said.get("loc"):
                yield {"url": said["loc"], "caption": said.get("caption") or said.get("title") or None}
