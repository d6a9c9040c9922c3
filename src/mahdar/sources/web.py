"""An address of the web -> the articles there: a page, a feed, a list of feeds, a sitemap, an index of sitemaps.

What it is is told by its bytes, as servers are often wrong about it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mahdar.sources.articles import ArticleError, OtherLanguageError, article_from
from mahdar.sources.decode import DecodeError
from mahdar.sources.fetching import Client, Fetched, FetchError
from mahdar.sources.inputs import Found, InputError, printable, refusal
from mahdar.sources.listing import completed, feeds_named, is_listing, items_of
from mahdar.sources.markup import markup_of
from mahdar.sources.opml import listed_feeds
from mahdar.sources.pages import page_fields
from mahdar.sources.sitemaps import sitemap_urls

DEPTH = 3
"""How deep lists may lie in one another: an index of sitemaps in an index."""

Otherwise = Callable[[Fetched], Iterator[Found]]
"""What reads an answer that is no page and no list: a document, a file of articles."""


def open_url(
    url: str,
    client: Client,
    *,
    otherwise: Otherwise,
    published: str | None = None,
    source: str | None = None,
) -> Iterator[Found]:
    """The articles at an address, fetched one by one, errors among them.

    `published` and `source` stand in where an article has none.
    """
    yield from _Opening(client, otherwise, published, source).open(url)


@dataclass(slots=True)
class _Opening:
    client: Client
    otherwise: Otherwise
    published: str | None
    source: str | None
    opened: set[str] = field(default_factory=set)
    """The lists that were opened: one that names itself is read once."""

    def open(self, url: str, depth: int = 0) -> Iterator[Found]:
        if url in self.opened:
            return
        self.opened.add(url)
        try:
            yield from self._told(self.client.get(url), url, depth)
        except (FetchError, ArticleError, DecodeError) as error:
            yield refusal(printable(url), None, error)

    def _told(self, fetched: Fetched, url: str, depth: int) -> Iterator[Found]:
        kind = markup_of(fetched.data)
        if is_listing(fetched.data):
            yield from self._items(fetched, url)
        elif kind == "opml":
            yield from self._all([feed.url for feed in listed_feeds(fetched.data)], url, depth)
        elif kind == "sitemap index":
            yield from self._all(sitemap_urls(fetched.data, url=fetched.url, charset=fetched.charset), url, depth)
        elif kind == "html" and depth:
            items_of(fetched)  # says that it is no feed, and which it names
        elif kind == "html":
            yield self._page(fetched)
        else:
            yield from self.otherwise(fetched)

    def _all(self, urls: list[str], url: str, depth: int) -> Iterator[Found]:
        if depth >= DEPTH:
            yield InputError(url, None, f"stands in {DEPTH} other lists: not opened")
            return
        if not urls:
            yield InputError(url, None, "names nothing to read")
        for each in urls:
            yield from self.open(each, depth + 1)

    def _items(self, fetched: Fetched, url: str) -> Iterator[Found]:
        anything = False
        for item in items_of(fetched):
            anything = True
            yield from self._item(item)
        if not anything:
            yield InputError(url, None, "no items in it")

    def _item(self, item: dict[str, Any]) -> Iterator[Found]:
        name = printable(item["url"] or item["id"])
        try:
            item = completed(item, self.client)
        except (FetchError, ArticleError, DecodeError) as error:
            kept = "; read as far as the feed tells it" if item["text"] else ""
            yield InputError(name, None, f"{error}{kept}")
            if not item["text"]:
                return
        try:
            yield self._article(item, item["id"])
        except ArticleError as error:
            yield refusal(name, None, error)

    def _page(self, fetched: Fetched) -> Found:
        try:
            fields = page_fields(fetched.data, url=fetched.url, charset=fetched.charset)
            return self._article(fields, fetched.url)
        except OtherLanguageError:  # can be kept, other than what has no article
            raise
        except ArticleError as error:
            raise ArticleError(f"{error}{feeds_named(fetched)}") from None

    def _article(self, fields: dict[str, Any], default_id: str) -> Found:
        return article_from(fields, default_id=default_id, published=self.published, source=self.source)
