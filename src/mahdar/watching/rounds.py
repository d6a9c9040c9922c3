"""The rounds of a watch: each feed asked whether it has something new, what is new read and written out."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from mahdar.record import Article
from mahdar.sources.articles import ArticleError, article_from
from mahdar.sources.decode import DecodeError
from mahdar.sources.fetching import Client, Fetched, FetchError
from mahdar.sources.inputs import InputError, printable, refusal
from mahdar.sources.listing import completed, items_of
from mahdar.sources.opml import Feed
from mahdar.watching.lists import ListError
from mahdar.watching.output import Lines, Output
from mahdar.watching.state import FeedState, State, digest, load, save
from mahdar.watching.stopping import Stopped, Stopping

LONGEST_PAUSE = 24 * 3600.0
"""The longest time, in seconds, for which a feed that fails is left alone."""
TRIES = 3
"""In how many rounds the page of an item is asked for, before what the feed has of it is read."""
PATIENCE = 2
"""How many pages of a feed may fail in a row for now, before the rest is left for the next round."""


@dataclass(slots=True)
class _Tally:
    """What became of the new items of a feed."""

    new: int = 0
    unread: int = 0
    later: int = 0

    def __str__(self) -> str:
        counts = {"new": self.new, "could not be read": self.unread, "to be tried again": self.later}
        return ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing new"


@dataclass(slots=True)
class Watch:
    """A watch of feeds; `run` does the work."""

    feeds: Callable[[], list[Feed]]
    """The feeds to watch, asked before each round: the list may change meanwhile."""
    client: Client
    read: Callable[[Article], str | InputError]
    """An article -> its record as it is written out, or why there is none."""
    output: Output
    stopping: Stopping
    say: Callable[[str], None]
    """Takes a line for each poll."""
    complain: Callable[[object], None]
    """Takes what is wrong with an item or a list."""
    every: float = 900.0
    """Seconds from one round to the next."""
    state_file: Path | None = None
    """Where what was seen is kept; if nowhere, it is forgotten at the end."""
    _state: State = field(default_factory=State)
    _seen: set[str] = field(default_factory=set)
    _last: list[Feed] = field(default_factory=list)
    _began: float = 0.0
    _once: bool = False

    def run(self, *, once: bool = False) -> int:
        """Watch until somebody asks to stop, or for one round; how many feeds failed in the last.

        Raises OSError where the output or the state cannot be written, StateError and OutputError where what they hold
        is something else, ListError where the list of feeds cannot be read to begin with.
        """
        self._once = once
        try:
            self._resume()
            while True:
                self._began = time.time()
                failed = self._round()
                if once:
                    return failed
                time.sleep(max(0.0, self._began + self.every - time.time()))
        except Stopped:
            with suppress(Stopped):
                self._save()
            self.say("stopped")
            return 0

    def _resume(self) -> None:
        if self.state_file is not None:
            self._state = load(self.state_file)
        if isinstance(self.output, Lines):
            self._state.note(digest(name) for name in self.output.recovered(self._state.written))
        self._save()

    def _round(self) -> int:
        try:
            self._last = self.feeds()
        except ListError as error:
            if not self._last:
                raise
            self.complain(f"{error}; the list as it was is used")
        self._seen = self._state.seen()
        failed = [self._poll(feed) for feed in self._last].count(False)
        self._save()  # once, as what was written since can be told from the output
        return failed

    def _poll(self, feed: Feed) -> bool:
        known = self._state.feed(feed.url)
        if known.not_before > self._began:
            if self._once:  # somebody looks, or nobody would know why it was not asked
                until = datetime.fromtimestamp(known.not_before)
                self._report(feed, f"left alone until {until:%Y-%m-%d %H:%M}, as it has failed")
            return False
        try:
            fetched = self.client.get(feed.url, etag=known.etag, modified=known.modified)
            items = [] if fetched.unchanged else items_of(fetched)
        except (FetchError, ArticleError, DecodeError) as error:
            self._failed(feed, known, error)
            return False
        known.failures, known.not_before = 0, 0.0
        tally = self._read_new(known, items)
        if not fetched.unchanged:
            self._believe(known, fetched, tally)
            known.remember([digest(name) for item in items for name in (item["id"], item["url"]) if name])
        moved = f"; has moved for good to {fetched.moved_to}" if fetched.moved_to else ""
        self._report(feed, f"{tally}{moved}")
        return True

    def _failed(self, feed: Feed, known: FeedState, error: Exception) -> None:
        """Leave a feed alone: for a round, then for twice as long each time, and for as long as it asks to be."""
        ours = min(self.every * 2 ** min(known.failures, 20), LONGEST_PAUSE)
        asked = min(getattr(error, "wait", None) or 0.0, LONGEST_PAUSE)
        known.failures += 1
        known.not_before = self._began + max(ours - self.every / 2, asked)  # a round may begin a little early
        self._report(feed, f"failed: {error}; to be asked again in {_length(max(ours, asked))}")

    def _read_new(self, known: FeedState, items: list[dict[str, Any]]) -> _Tally:
        tally = _Tally()
        links = Counter(url for url, _ in {(item["url"], item["id"]) for item in items})
        in_a_row = 0
        for item in reversed(items):  # feeds begin with the newest
            # a link names an item unless others share it, as where all lead to the same front page
            names = {digest(name) for name in (item["id"], item["url"]) if name and links[name] <= 1}
            names.add(digest(item["id"]))
            if not names.isdisjoint(self._seen):
                self._mark(known, names)
            elif in_a_row >= PATIENCE:
                tally.later += 1
            elif self._is_done(known, item, names, tally):
                in_a_row = 0
            else:
                in_a_row += 1
        return tally

    def _is_done(self, known: FeedState, item: dict[str, Any], names: set[str], tally: _Tally) -> bool:
        """Read an item and write its record out, unless its page cannot be had for now."""
        where = printable(item["url"] or item["id"])
        try:
            item = completed(item, self.client)
        except (FetchError, ArticleError, DecodeError) as error:
            identity = digest(item["id"])
            known.tries[identity] = known.tries.get(identity, 0) + 1
            if isinstance(error, FetchError) and error.temporary and known.tries[identity] < TRIES:
                tally.later += 1
                return False
            if not item["text"]:
                return self._is_unread(known, InputError(where, None, str(error)), names, tally)
            self.complain(InputError(where, None, f"{error}; read as far as the feed tells it"))
        try:
            found = self.read(article_from(item, default_id=item["id"]))
        except ArticleError as error:
            found = refusal(where, None, error)
        if isinstance(found, InputError):
            return self._is_unread(known, found, names, tally)
        with self.stopping.held():
            self.output.append(found)
            self._mark(known, names)
        tally.new += 1
        return True

    def _is_unread(self, known: FeedState, error: InputError, names: set[str], tally: _Tally) -> bool:
        """Say why an item cannot be read; it will not be tried again."""
        tally.unread += 1
        self.complain(error)
        self._mark(known, names)
        return True

    def _mark(self, known: FeedState, names: set[str]) -> None:
        known.seen.update(dict.fromkeys(names))
        self._seen |= names

    def _believe(self, known: FeedState, fetched: Fetched, tally: _Tally) -> None:
        """Ask next time only for what has changed since, unless something of this answer is still to be read."""
        known.etag, known.modified = (None, None) if tally.later else (fetched.etag, fetched.modified)

    def _save(self) -> None:
        if self.state_file is not None:
            with self.stopping.held():
                self._state.written = self.output.size
                save(self._state, self.state_file)

    def _report(self, feed: Feed, what: str) -> None:
        name = f"{feed.title} ({feed.url})" if feed.title else feed.url
        self.say(printable(f"{datetime.now():%Y-%m-%d %H:%M:%S} {name}: {what}"))


def _length(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"
