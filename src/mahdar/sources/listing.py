"""What lists items (a feed, a sitemap) -> their fields; and an item -> its fields with the text of its page."""

from collections import defaultdict
from hashlib import blake2b
from typing import Any

from mahdar.sources.articles import ArticleError
from mahdar.sources.feedlinks import feed_links
from mahdar.sources.feeds import feed_items
from mahdar.sources.fetching import Client, Fetched
from mahdar.sources.jsonfeed import is_json_feed
from mahdar.sources.markup import markup_of
from mahdar.sources.pages import page_fields
from mahdar.sources.sitemaps import sitemap_items


def is_listing(data: bytes) -> bool:
    """Whether some bytes are a feed or a sitemap."""
    return markup_of(data) in {"feed", "sitemap"} or is_json_feed(data)


def items_of(fetched: Fetched) -> list[dict[str, Any]]:
    """The items of a feed or sitemap, in its order. Raises ArticleError or DecodeError, for a page naming its feeds."""
    kind = markup_of(fetched.data)
    if kind == "html":
        raise ArticleError("not a feed but an HTML page" + feeds_named(fetched))
    read = sitemap_items if kind == "sitemap" else feed_items
    return _told_apart(list(read(fetched.data, url=fetched.url, charset=fetched.charset)))


def _told_apart(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Items that have an id in common, as where all link to one front page, get one by their titles."""
    titles: defaultdict[str, set[str | None]] = defaultdict(set)
    for item in items:
        titles[item["id"]].add(item["title"])
    for item in items:
        if len(titles[item["id"]]) > 1:
            item["id"] += "#" + blake2b((item["title"] or "").encode("utf-8", "replace"), digest_size=8).hexdigest()
    return items


def feeds_named(fetched: Fetched) -> str:
    """What a message says of the feeds of a page; nothing, where it has none."""
    links = feed_links(fetched.data, fetched.url)
    return f"; it names the feed {' and '.join(links)}" if links else ""


def completed(item: dict[str, Any], client: Client) -> dict[str, Any]:
    """The fields of an item with what its page says, which is fetched if the item is partial.

    The listing's date counts more than the page's, which may be that of the last change; title and
    outlet are the page's, as the headline may be repeated in its text. Raises FetchError, ArticleError or DecodeError.
    """
    if not item["partial"] or not item["url"]:
        return item
    fetched = client.get(item["url"])
    page = page_fields(fetched.data, url=fetched.url, charset=fetched.charset)
    if len(page["text"]) < len(item["text"]):
        return item
    fields = {name: item[name] or page.get(name) for name in item}
    its_own = {name: page[name] or item[name] for name in ("title", "source", "text")}
    return fields | its_own | {"url": page["url"] or fetched.url, "partial": False}
