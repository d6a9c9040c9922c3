"""Rounds of a watch over real feeds: nothing twice and nothing lost, whatever fails and wherever it is killed."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.record import Article, Record
from mahdar.sources.fetching import Client, Manners
from mahdar.sources.inputs import InputError
from mahdar.sources.opml import Feed
from mahdar.watching import Lines, ListError, Stopping, Watch
from mahdar.watching.rounds import TRIES
from mahdar.watching.state import load
from tests.webserver import Exchange, Web, serving

MANNERS = Manners(allow_private=True, delay=0, tries=1)
TEXT = "استقبل وزير الخارجية المصري سفير اليابان. " * 30


def item(name: str, text: str = TEXT) -> str:
    return f"<item><title>خبر {name}</title><link>https://news.example/{name}</link><description>{text}</description></item>"


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>وكالة</title>{"".join(items)}</channel></rss>'.encode()


def as_line(article: Article) -> str | InputError:
    return Record.build(article).to_json() + "\n"


class Desk:
    """A folder with the output of a watch and its state."""

    def __init__(self, folder: Path, *urls: str) -> None:
        self.output, self.state = folder / "out.jsonl", folder / "out.jsonl.state.json"
        self.manners = MANNERS
        self.feeds: Callable[[], list[Feed]] = lambda: [Feed(url, None) for url in urls]
        self.said: list[str] = []
        self.complaints: list[str] = []

    def watch(self, read: Callable[[Article], str | InputError] = as_line, lines: type[Lines] = Lines) -> int:
        """One round; how many feeds failed."""
        with lines(self.output) as out, Stopping() as stopping:
            return Watch(
                self.feeds, Client(self.manners), read, out, stopping, self._say, self._complain, state_file=self.state
            ).run(once=True)

    def _say(self, line: str) -> None:
        self.said.append(line[20:])  # without date and time

    def _complain(self, what: object) -> None:
        self.complaints.append(str(what))

    def written(self) -> list[str]:
        """The names of the items in the output."""
        records = [json.loads(line) for line in self.output.read_text().splitlines()]
        return [record["article"]["id"].rpartition("/")[2] for record in records]

    def wait_no_longer(self) -> None:
        """As if the pauses of failing feeds were over."""
        kept = json.loads(self.state.read_text())
        for feed in kept["feeds"].values():
            feed["not_before"] = 0
        self.state.write_text(json.dumps(kept))


@pytest.fixture
def desk(web: Web, tmp_path: Path) -> Desk:
    return Desk(tmp_path, web.url + "/feed")


def test_what_is_new_is_read_once_the_oldest_first(web: Web, desk: Desk) -> None:
    web.pages["/feed"] = rss(item("b"), item("a"))
    assert desk.watch() == 0
    web.pages["/feed"] = rss(item("c"), item("b"))
    desk.watch()
    desk.watch()
    assert desk.written() == ["a", "b", "c"]
    assert desk.said == [f"{web.url}/feed: {what}" for what in ("2 new", "1 new", "nothing new")]


def test_feeds_are_asked_for_changes_only(web: Web, desk: Desk) -> None:
    def page(exchange: Exchange) -> None:
        if exchange.headers["If-None-Match"] == '"1"' and exchange.headers["If-Modified-Since"] == "Tue":
            exchange.send(304)
        else:
            exchange.send(200, rss(item("a")), ETag='"1"', Last_Modified="Tue")

    web.pages["/feed"] = page
    desk.watch()
    desk.watch()
    assert desk.said == [f"{web.url}/feed: 1 new", f"{web.url}/feed: nothing new"]
    assert "If-None-Match" not in web.asked[1][1]
    assert web.asked[-1][1]["If-None-Match"] == '"1"'


def test_one_item_in_two_feeds(web: Web, tmp_path: Path) -> None:
    desk = Desk(tmp_path, web.url + "/all", web.url + "/politics")
    web.pages |= {"/all": rss(item("a"), item("b")), "/politics": rss(item("a"), item("c"))}
    desk.watch()
    assert desk.written() == ["b", "a", "c"]


def test_items_that_only_share_a_link(web: Web, desk: Desk) -> None:
    def named(name: str) -> str:
        return item("home").replace("<item>", f"<item><guid isPermaLink='false'>urn:{name}</guid>")

    web.pages["/feed"] = rss(named("a"), named("b"))
    desk.watch()
    desk.watch()
    assert desk.written() == ["urn:b", "urn:a"]


def test_items_that_have_nothing_but_one_link(web: Web, desk: Desk) -> None:
    def titled(title: str) -> str:
        return item("home").replace("خبر home", title)

    web.pages["/feed"] = rss(titled("زيارة"), titled("لقاء"), titled("لقاء"))
    desk.watch()
    web.pages["/feed"] = rss(titled("قمة"), titled("زيارة"), titled("لقاء"))
    desk.watch()
    titles = [json.loads(line)["article"]["title"] for line in desk.output.read_text().splitlines()]
    assert titles == ["لقاء", "زيارة", "قمة"]


def test_a_new_id_for_a_known_link_is_nothing_new(web: Web, desk: Desk) -> None:
    web.pages["/feed"] = rss(item("a").replace("<item>", "<item><guid isPermaLink='false'>urn:1</guid>"))
    desk.watch()
    web.pages["/feed"] = rss(item("a").replace("<item>", "<item><guid isPermaLink='false'>urn:2</guid>"))
    desk.watch()
    assert desk.written() == ["urn:1"]


def test_a_bad_feed_does_not_stop_the_others(web: Web, tmp_path: Path) -> None:
    desk = Desk(tmp_path, *(web.url + path for path in ("/gone", "/page", "/drip", "/good")))

    def drip(exchange: Exchange) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n<rss>")
        while not exchange.server.web.closing.wait(0.2):
            exchange.wfile.write(b"x")

    desk.manners = replace(MANNERS, total=3)
    web.pages |= {"/page": b"<!DOCTYPE html><html></html>", "/drip": drip, "/good": rss(item("a"))}
    assert desk.watch() == 3
    assert desk.written() == ["a"]
    assert desk.said == [
        f"{web.url}/gone: failed: HTTP 404 Not Found; to be asked again in 15 min",
        f"{web.url}/page: failed: not a feed but an HTML page; to be asked again in 15 min",
        f"{web.url}/drip: failed: took longer than 3 s; to be asked again in 15 min",
        f"{web.url}/good: 1 new",
    ]


def test_a_feed_that_fails_is_left_alone_longer_and_longer(web: Web, desk: Desk) -> None:
    web.pages["/feed"] = lambda exchange: exchange.send(500)
    for _ in range(12):
        desk.watch()
        desk.watch()  # too early: it is not asked
        desk.wait_no_longer()
    assert web.paths() == ["/feed"] * 12
    assert all("left alone until" in line for line in desk.said[1::2])
    pauses = [line.rpartition(" in ")[2] for line in desk.said[::2]]
    assert pauses == ["15 min", "30 min", "60 min", "2 h", "4 h", "8 h", "16 h"] + ["24 h"] * 5
    web.pages["/feed"] = rss(item("a"))
    desk.watch()
    web.pages["/feed"] = lambda exchange: exchange.send(429, Retry_After="7200")
    before = time.time()
    desk.watch()
    assert load(desk.state).feeds[web.url + "/feed"].not_before - before >= 7200
    assert desk.said[-2:] == [
        f"{web.url}/feed: 1 new",
        f"{web.url}/feed: failed: HTTP 429 Too Many Requests, asks to come back in 7200 s; to be asked again in 2 h",
    ]


def test_a_page_that_fails_for_now_is_tried_again(web: Web, desk: Desk) -> None:
    beginning = item("x", "استقبل الوزير السفير…").replace("https://news.example", web.url)
    web.pages |= {
        "/feed": lambda exchange: exchange.send(200, rss(beginning, item("a")), ETag='"1"'),
        "/x": lambda exchange: exchange.send(503),
    }
    desk.watch()
    assert desk.said == [f"{web.url}/feed: 1 new, 1 to be tried again"]
    assert load(desk.state).feeds[web.url + "/feed"].etag is None  # or the item would never be seen again
    for _ in range(TRIES):
        desk.watch()
    assert desk.written() == ["a", "x"]
    assert desk.complaints == [f"{web.url}/x: HTTP 503 Service Unavailable; read as far as the feed tells it"]
    assert web.paths().count("/x") == TRIES
    assert load(desk.state).feeds[web.url + "/feed"].etag == '"1"'


def test_pages_that_fail_in_a_row_are_left_for_later(web: Web, desk: Desk) -> None:
    beginnings = [item(f"x{n}", "استقبل الوزير السفير…").replace("https://news.example", web.url) for n in range(9)]
    web.pages["/feed"] = rss(*beginnings)
    web.pages |= {f"/x{n}": lambda exchange: exchange.send(503) for n in range(9)}
    desk.watch()
    assert desk.said == [f"{web.url}/feed: 9 to be tried again"]
    assert web.paths() == ["/feed", "/x8", "/x7"]


def test_what_cannot_be_read_is_said_once(web: Web, desk: Desk) -> None:
    web.pages["/feed"] = rss(
        item("english", "The minister met the ambassador. " * 40).replace("خبر", "News"),
        item("gone", "").replace("https://news.example", web.url),
        item("a"),
    )

    def read(article: Article) -> str | InputError:
        return InputError(article.id, None, "a fault") if article.id.endswith("/a") else as_line(article)

    desk.watch(read)
    desk.watch(read)
    assert desk.complaints == [
        "https://news.example/a: a fault",
        f"{web.url}/gone: HTTP 404 Not Found",
        "https://news.example/english: not Arabic but English (en), which is not read yet",
    ]
    assert desk.said[0].endswith(": 3 could not be read") and desk.written() == []


def test_a_news_sitemap_is_watched_too(web: Web, desk: Desk) -> None:
    paragraphs = "".join(f"<p>{TEXT}</p>" for _ in range(3))
    web.pages |= {
        "/feed": f"<urlset><url><loc>{web.url}/a</loc></url></urlset>".encode(),
        "/a": f"<!DOCTYPE html><html><body><article>{paragraphs}</article></body></html>".encode(),
    }
    desk.watch()
    assert desk.written() == ["a"]


def test_a_feed_that_moved_says_so(web: Web, desk: Desk) -> None:
    web.pages |= {"/feed": lambda exchange: exchange.send(301, Location="/new"), "/new": rss(item("a"))}
    desk.watch()
    assert desk.said == [f"{web.url}/feed: 1 new; has moved for good to {web.url}/new"]
    assert desk.written() == ["a"]


def test_what_a_feed_says_cannot_steer_the_terminal(web: Web, desk: Desk) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a\x1b[2J\u202e\nb", "content_text": "x"}]}
    web.pages["/feed"] = json.dumps(feed).encode()
    desk.feeds = lambda: [Feed(web.url + "/feed", "وكالة\x1b]0;x\n")]
    desk.watch()
    assert all(line.isprintable() for line in [*desk.said, *desk.complaints])
    assert desk.complaints[0].startswith("a\ufffd[2J\ufffd\ufffdb: ")


def test_the_list_may_change_and_break_meanwhile(web: Web, desk: Desk) -> None:
    web.pages |= {"/feed": rss(item("a")), "/other": rss(item("b"))}
    answers = iter(
        [[Feed(web.url + "/feed", "وكالة")], ListError("feeds.opml: gone"), [Feed(web.url + "/other", None)]]
    )

    def feeds() -> list[Feed]:
        answer = next(answers)
        if isinstance(answer, ListError):
            raise answer
        return answer

    class OverError(Exception):
        pass

    def say(line: str) -> None:
        desk._say(line)
        if len(desk.said) == 3:
            raise OverError

    with Lines(desk.output) as out, Stopping() as stopping, pytest.raises(OverError):
        Watch(feeds, Client(MANNERS), as_line, out, stopping, say, desk._complain, every=0).run()
    assert desk.said == [
        f"وكالة ({web.url}/feed): 1 new",
        f"وكالة ({web.url}/feed): nothing new",
        f"{web.url}/other: 1 new",
    ]
    assert desk.complaints == ["feeds.opml: gone; the list as it was is used"]


def test_a_list_that_is_broken_from_the_beginning(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    def feeds() -> list[Feed]:
        raise ListError("feeds.opml: no OPML list of feeds")

    desk.feeds = feeds
    with pytest.raises(ListError):
        desk.watch()


class Killed(BaseException):
    """As if the process had been killed: nothing of what comes after it is done."""


def killing(before: int | None, after: int | None, half: int | None) -> type[Lines]:
    """An output in which the process is killed right before or after it writes a record, or while it does."""

    class Killing(Lines):
        count = 0

        def append(self, record: str) -> None:
            Killing.count += 1
            if Killing.count == before:
                raise Killed
            if Killing.count == half:
                self._out.write(record.encode()[: len(record) // 2])
                raise Killed
            super().append(record)
            if Killing.count == after:
                raise Killed

    return Killing


KILL = st.tuples(*[st.none() | st.integers(1, 6)] * 3)


@settings(max_examples=10)
@given(kills=st.lists(st.tuples(KILL, st.integers(1, 8)), min_size=1, max_size=6))
def test_killed_anywhere_nothing_is_lost_and_nothing_comes_twice(kills: list) -> None:
    with serving() as web, TemporaryDirectory() as folder:
        desk = Desk(Path(folder), web.url + "/feed", web.url + "/again")
        shown = 0
        for (before, after, half), more in kills:
            shown += more
            newest_first = [item(str(n)) for n in reversed(range(shown))]
            web.pages["/feed"] = rss(*newest_first)
            web.pages["/again"] = rss(*newest_first[: len(newest_first) // 2])
            with suppress(Killed):
                desk.watch(lines=killing(before, after, half))
        desk.watch()
        assert desk.written() == [str(n) for n in range(shown)]


def test_killed_while_the_state_is_kept(web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages["/feed"] = rss(item("a"))
    replace = Path.replace
    calls = []

    def killed(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:  # the first is that of the start
            raise Killed
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(Killed):
        desk.watch()
    assert desk.written() == ["a"]
    web.pages["/feed"] = rss(item("b"), item("a"))
    desk.watch()
    assert desk.written() == ["a", "b"]


def test_a_lost_state_is_found_again_in_the_output(web: Web, desk: Desk) -> None:
    web.pages["/feed"] = rss(item("a"))
    desk.watch()
    desk.state.unlink()
    web.pages["/feed"] = rss(item("b"), item("a"))
    desk.watch()
    assert desk.written() == ["a", "b"]
