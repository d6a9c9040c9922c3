"""Feeds (RSS, Atom, JSON Feed) -> the fields of their items."""

import io
from collections.abc import Iterator
from typing import Any

from mahdar.sources.articles import ArticleError
from mahdar.sources.days import day_written
from mahdar.sources.feeditems import as_text, item_fields, joined, plain
from mahdar.sources.fragments import Fragment, fragment
from mahdar.sources.jsonfeed import is_json_feed, json_feed_items
from mahdar.sources.markup import markup_of, xml_text

MAX_TAGS = 200_000
"""How many elements a feed may have, those of its texts included: each costs time."""


def feed_items(data: bytes, *, url: str | None = None, charset: str | None = None) -> Iterator[dict[str, Any]]:
    """The items of a feed, as fields of articles, and `partial`: whether the feed holds only the beginning of the text.

    `url` is where the feed is, for links that are relative to it; `charset` what its server says. Raises ArticleError
    for what is no feed.
    """
    if is_json_feed(data):
        return json_feed_items(data, url)
    if markup_of(data) == "html":
        raise ArticleError("not a feed but an HTML page")
    return _xml_items(data, url, charset)


def _xml_items(data: bytes, url: str | None, charset: str | None) -> Iterator[dict[str, Any]]:
    import feedparser

    text = xml_text(data, charset)
    if text.count("<") > MAX_TAGS:
        raise ArticleError(f"too large: a feed of more than {MAX_TAGS:,} elements")
    # a stream, never a string, which would be taken for an address or a file's name; the charset is told because the
    # declaration inside may say what was true before
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise ArticleError("not a feed: neither RSS nor Atom nor JSON Feed")
    outlet = plain(parsed.feed.get("title"))
    base = joined(url, parsed.feed.get("link")) or url
    return (_item(entry, outlet, base) for entry in parsed.entries)


def _item(entry: dict[str, Any], outlet: str | None, base: str | None) -> dict[str, Any]:
    contents = [part.get("value") or "" for part in entry.get("content") or []]
    summary = fragment(entry.get("summary") or "", base)
    content = max((fragment(value, base) for value in contents), key=lambda part: len(part.text), default=Fragment(""))
    body, in_full = (content, True) if len(content.text) > len(summary.text) else (summary, False)
    # .get would answer the day of publication for a missing day of change
    published, updated = (_day(entry, name) for name in ("published", "updated"))
    link = joined(base, entry.get("feedburner_origlink") or entry.get("link"))
    return item_fields(
        item_id=as_text(entry.get("id")),
        url=link,
        source=plain((entry.get("source") or {}).get("title")) or outlet,
        author=plain(entry.get("author_detail", {}).get("name") or entry.get("author")),
        title=plain(entry.get("title")),
        body=body,
        in_full=in_full,
        published=published or updated,
        updated=updated if published else None,
        # not that of the whole feed, which often is the one that its software came with
        language=as_text(entry.get("language")),
        section=next((plain(tag.get("term")) for tag in entry.get("tags") or [] if tag.get("term")), None),
        images=_media(entry, base) + content.images + summary.images,
    )


def _day(entry: dict[str, Any], name: str) -> str | None:
    """The day of an entry's date: as written if that is understood, else as feedparser does."""
    written = dict.get(entry, name)
    if not isinstance(written, str):
        return None
    parsed = dict.get(entry, f"{name}_parsed")
    if (day := day_written(written)) is not None or parsed is None:
        return day
    return day_written(f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}")


def _media(entry: dict[str, Any], base: str | None) -> list[dict[str, str | None]]:
    """The pictures that stand beside the text: media:content, media:thumbnail, enclosures."""
    found: list[dict[str, str | None]] = []
    caption = plain(entry.get("media_description"))
    for part in [*(entry.get("media_content") or []), *(entry.get("enclosures") or [])]:
        kind = f"{part.get('type') or ''} {part.get('medium') or ''}"
        address = joined(base, part.get("url") or part.get("href"))
        if address and "image" in kind:
            found.append({"url": address, "caption": caption})
    if not found:
        thumbnails = (joined(base, part.get("url")) for part in entry.get("media_thumbnail") or [])
        found += [{"url": address, "caption": caption} for address in thumbnails if address]
    return found
