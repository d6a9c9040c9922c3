"""JSON Feed (versions 1 and 1.1) -> the fields of its items."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mahdar.sources.articles import ArticleError
from mahdar.sources.days import day_written
from mahdar.sources.feeditems import as_text, item_fields, joined, plain
from mahdar.sources.fragments import Fragment, fragment
from mahdar.sources.markup import xml_text

_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")


def is_json_feed(data: bytes) -> bool:
    """Whether some bytes are a JSON Feed."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and _VERSION.search(start.replace(b"\\/", b"/").decode("latin-1")) is not None


def json_feed_items(data: bytes, url: str | None) -> Iterator[dict[str, Any]]:
    """The items of a JSON Feed. Raises ArticleError for one that is broken."""
    try:
        feed = json.loads(xml_text(data))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"broken JSON Feed: {error}") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ArticleError("broken JSON Feed: no list of items")
    base = joined(url, as_text(feed.get("home_page_url"))) or url
    return (_item(item, feed, base) for item in items if isinstance(item, dict))


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], base: str | None) -> dict[str, Any]:
    html, text = as_text(item.get("content_html")), as_text(item.get("content_text"))
    in_full = html is not None or text is not None
    body = fragment(html, base) if html else Fragment(text or "")
    summary = as_text(item.get("summary"))
    if summary and len(summary) > len(body.text):
        body, in_full = Fragment(summary), False
    authors = item.get("authors") or feed.get("authors") or [item.get("author")]
    names = [plain(each.get("name")) for each in authors if isinstance(each, dict)] if isinstance(authors, list) else []
    tags = item.get("tags")
    image = joined(base, as_text(item.get("image")))
    return item_fields(
        item_id=str(item["id"]) if isinstance(item.get("id"), int | str) else None,
        url=joined(base, as_text(item.get("url")) or as_text(item.get("external_url"))),
        source=plain(feed.get("title")),
        author=next(filter(None, names), None),
        title=plain(item.get("title")),
        body=body,
        in_full=in_full,
        published=day_written(as_text(item.get("date_published")) or ""),
        updated=day_written(as_text(item.get("date_modified")) or ""),
        language=as_text(item.get("language")),
        section=plain(tags[0]) if isinstance(tags, list) and tags else None,
        images=([{"url": image, "caption": None}] if image else []) + body.images,
    )
