"""Which feeds are to be watched: those of OPML lists, and those named by their addresses."""

from collections.abc import Iterable
from pathlib import Path

from mahdar.sources.articles import ArticleError
from mahdar.sources.decode import DecodeError
from mahdar.sources.dispatch import is_url
from mahdar.sources.opml import Feed, listed_feeds


class ListError(Exception):
    """Why a list of feeds cannot be read, in one line that names it."""


def feeds_of(named: Iterable[str]) -> list[Feed]:
    """The feeds of files in OPML and of addresses, each once. Raises ListError."""
    feeds: dict[str, Feed] = {}
    for name in named:
        for feed in [Feed(name, None)] if is_url(name) else _listed(name):
            feeds.setdefault(feed.url, feed)
    return list(feeds.values())


def _listed(name: str) -> list[Feed]:
    try:
        feeds = listed_feeds(Path(name).read_bytes())
    except OSError as error:
        raise ListError(f"{name}: {error.strerror}") from None
    except (ArticleError, DecodeError) as error:
        raise ListError(f"{name}: {error}") from None
    if not feeds:
        raise ListError(f"{name}: names no feeds")
    return feeds
