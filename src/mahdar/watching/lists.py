"""Which feeds are to be watched: those of OPML lists, and those named by their addresses."""

from collections.abc import Iterable
from pathlib import Path

from mahdar.sources.dispatch import is_url
from mahdar.sources.opml import Feed, listed_feeds


def feeds_of(named: Iterable[str]) -> list[Feed]:
    """The feeds of files in OPML and of addresses, each once. Raises OSError, ArticleError or DecodeError."""
    feeds: dict[str, Feed] = {}
    for name in named:
        for feed in [Feed(name, None)] if is_url(name) else listed_feeds(Path(name).read_bytes()):
            feeds.setdefault(feed.url, feed)
    return list(feeds.values())
