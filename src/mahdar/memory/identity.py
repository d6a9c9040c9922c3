"""Which article it is, by its content: the same article is kept once, whatever file it came in."""

import json
from dataclasses import fields, replace
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from mahdar.record import Article

SIZE = 16
"""Bytes of a content hash."""


CAME_ALONG = frozenset({"metadata", "given"})
"""Where a day of publication is known from, if not from the reading."""


def outlet_name(article: Article) -> str | None:
    """The outlet that an article names, else the host of its URL."""
    return article.source or _host(article.url)


def content_hash(article: Article) -> str:
    """32 hexadecimal digits over outlet, day and text.

    The same agency text in two outlets is two articles: each is a source. The id that an article came with is no part
    of it, as it may be a file's name; nor is a day that the reading found in the text.
    """
    day = article.published if article.published_from in CAME_ALONG else None
    parts = json.dumps([outlet_name(article), day, article.text], ensure_ascii=False)
    return blake2b(parts.encode(), digest_size=SIZE).hexdigest()


def storable(article: Article) -> Article:
    """The article without NULs, which PostgreSQL's text cannot hold: each becomes U+FFFD, so that spans stay."""
    changed: dict[str, Any] = {
        field.name: value.replace("\0", "\ufffd")
        for field in fields(article)
        if isinstance(value := getattr(article, field.name), str) and "\0" in value
    }
    return replace(article, **changed) if changed else article


def _host(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
