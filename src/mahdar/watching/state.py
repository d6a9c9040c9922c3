"""What a watch has to remember between two starts: of each feed what was seen, and when it may be asked again.

It is kept as one small JSON file, which is always replaced as a whole. Its size is bounded: of each feed the items that
it showed last and some before them, as short digests, and the feeds asked last.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

KEPT = 1000
"""How many items are remembered of each feed beyond those that it shows."""
FEEDS = 5000
"""How many feeds are remembered."""
RECOVERED = 10_000
"""How many items are remembered that were found in the output after a kill."""
VERSION = 1


class StateError(Exception):
    """Why a file holds no state, in one line."""


def digest(name: str) -> str:
    """An item's id or address as it is remembered."""
    return blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()


@dataclass(slots=True)
class FeedState:
    """What is known of a feed. Times are seconds since 1970."""

    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    """How often it has failed without a break."""
    not_before: float = 0.0
    """When it may be asked again."""
    seen: dict[str, None] = field(default_factory=dict)
    """Digests of items, the earliest first."""
    tries: dict[str, int] = field(default_factory=dict)
    """How often the page of an item that is still to be read has failed."""

    def remember(self, shown: list[str]) -> None:
        """Forget the earliest of what was seen and is not `shown` any more."""
        current = set(shown)
        gone = [name for name in self.seen if name not in current]
        for name in gone[: max(0, len(gone) - KEPT)]:
            del self.seen[name]
        self.tries = {name: count for name, count in self.tries.items() if name in current}


@dataclass(slots=True)
class State:
    """What a watch remembers."""

    feeds: dict[str, FeedState] = field(default_factory=dict)
    written: int = 0
    """How long the output was, in bytes, when this was noted."""
    recovered: dict[str, None] = field(default_factory=dict)
    """Digests of items found in the output after a kill; of which feeds they are is not known there."""

    def seen(self) -> set[str]:
        """Digests of all that was seen."""
        return set(self.recovered).union(*(feed.seen for feed in self.feeds.values()))

    def note(self, found: Iterable[str]) -> None:
        """Remember what was found in the output."""
        self.recovered.update(dict.fromkeys(found))
        for name in list(self.recovered)[:-RECOVERED]:
            del self.recovered[name]

    def feed(self, url: str) -> FeedState:
        """What is known of a feed; the feeds asked for last stand last."""
        known = self.feeds.pop(url, None) or FeedState()
        self.feeds[url] = known
        while len(self.feeds) > FEEDS:
            del self.feeds[next(iter(self.feeds))]
        return known

    def to_json(self) -> str:
        """The state as it is kept."""
        feeds = {
            url: {
                "etag": feed.etag,
                "modified": feed.modified,
                "failures": feed.failures,
                "not_before": feed.not_before,
                "seen": list(feed.seen),
                "tries": feed.tries,
            }
            for url, feed in self.feeds.items()
        }
        kept = {"version": VERSION, "written": self.written, "recovered": list(self.recovered), "feeds": feeds}
        return json.dumps(kept, ensure_ascii=False)


def load(file: Path) -> State:
    """The state kept in a file; an empty one if there is no file. Raises StateError or OSError."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return State()
    except UnicodeDecodeError:
        raise StateError(f"{file}: holds no state of a watch") from None
    try:
        kept = json.loads(text)
        if kept["version"] != VERSION:
            raise StateError(f"{file}: written by another version of Mahdar")
        feeds = {url: _feed(feed) for url, feed in kept["feeds"].items()}
        return State(feeds, int(kept["written"]), dict.fromkeys(map(str, kept["recovered"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise StateError(f"{file}: holds no state of a watch") from None


def save(state: State, file: Path) -> None:
    """Put a state in the place of what the file held, as a whole. Raises OSError."""
    new = file.with_name(file.name + ".new")
    try:
        with new.open("w", encoding="utf-8") as out:
            out.write(state.to_json())
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise OSError(error.errno, error.strerror, str(file)) from None


def _feed(kept: dict[str, Any]) -> FeedState:
    return FeedState(
        etag=kept["etag"],
        modified=kept["modified"],
        failures=int(kept["failures"]),
        not_before=float(kept["not_before"]),
        seen=dict.fromkeys(map(str, kept["seen"])),
        tries={str(name): int(count) for name, count in kept["tries"].items()},
    )
