"""A saved page, feed, list of feeds or sitemap -> its articles; what it is is told by its first element.

What a list only names is fetched; of a feed, what the file itself tells is read.
"""

from collections.abc import Iterator
from typing import BinaryIO

from mahdar.sources.dispatch import read_url
from mahdar.sources.feeds import feed_items
from mahdar.sources.inputs import Found, Input
from mahdar.sources.markup import markup_of
from mahdar.sources.opml import listed_feeds
from mahdar.sources.pages import page_fields
from mahdar.sources.sitemaps import sitemap_items, sitemap_urls
from mahdar.sources.streams import whole

MAX_PAGE = 64 * 1024**2
"""Bytes of a page or a feed."""


def read_markup(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of a file of markup, by what it is."""
    data = whole(stream, MAX_PAGE)
    kind = markup_of(data)
    if kind == "feed":
        yield from read_feed(given, data)
    elif kind == "opml":
        yield from _named(given, [feed.url for feed in listed_feeds(data)])
    elif kind == "sitemap":
        yield from _named(given, [item["url"] for item in sitemap_items(data)])
    elif kind == "sitemap index":
        yield from _named(given, sitemap_urls(data))
    else:
        yield given.article(page_fields(data))


def read_feed(given: Input, data: bytes) -> Iterator[Found]:
    """The items of a feed. Raises ArticleError if it is none or has none."""
    anything = False
    for fields in feed_items(data):
        anything = True
        name = fields["url"] or fields["id"]
        yield given.part(name).article(fields, default_id=name)
    if not anything:
        yield given.error(None, "no items in it")


def _named(given: Input, urls: list[str]) -> Iterator[Found]:
    for url in urls:
        yield from read_url(given, url)
    if not urls:
        yield given.error(None, "names nothing to read")
