"""`mahdar watch` as a user meets it: a process, signals, kills, mistakes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.record import Record
from tests.webserver import Exchange, Web, serving

TEXT = "استقبل وزير الخارجية المصري أحمد سالم، أمس الثلاثاء في القاهرة، سفير اليابان. " * 15
COMMAND = [sys.executable, "-m", "mahdar.cli", "watch"]


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def item(web: Web, name: str, text: str = TEXT) -> str:
    return (
        f"<item><title>الوزير يستقبل السفير {name}</title><link>{web.url}/{name}</link>"
        f"<description>{text}</description><pubDate>Wed, 11 Dec 2024 10:00:00 +0300</pubDate></item>"
    )


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>وكالة</title>{"".join(items)}</channel></rss>'.encode()


def opml(folder: Path, *urls: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "feeds.opml"
    outlines = "".join(f'<outline text="وكالة" xmlUrl="{url}"/>' for url in urls)
    file.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    return file


def started(*options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *map(str, options)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def ran(*options: object) -> tuple[int, str, str]:
    process = started(*options)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def ids(file: Path) -> list[str]:
    return [Record.from_json(line).article.id.rpartition("/")[2] for line in file.read_text("utf-8").splitlines()]


def test_once(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = rss(item(web, "a"))
    feeds, output = opml(tmp_path, web.url + "/gone", web.url + "/feed"), tmp_path / "out.jsonl"
    status, out, err = ran(feeds, "-o", output, "--once", "--allow-private", "--contact", "desk@example.org")
    assert (status, out) == (1, "")
    gone, read = err.splitlines()
    assert gone.endswith(f"وكالة ({web.url}/gone): failed: HTTP 404 Not Found; to be asked again in 15 min")
    assert read.endswith(f"وكالة ({web.url}/feed): 1 new")
    record = Record.from_json(output.read_text("utf-8"))
    assert (record.article.published, record.events[0].date) == ("2024-12-11", "2024-12-10")
    assert json.loads((tmp_path / "out.jsonl.state.json").read_text())["written"] == output.stat().st_size
    assert {headers["User-Agent"].partition(" ")[2] for _, headers in web.asked} == {"(+desk@example.org)"}


def test_for_people(web: Web) -> None:
    web.pages["/feed"] = rss(item(web, "a"))
    status, out, err = ran(web.url + "/feed", "--once", "--allow-private")
    assert status == 0
    assert "أحمد سالم" in out and err.endswith("/feed: 1 new\n")


def test_killed_and_continued(web: Web, tmp_path: Path) -> None:
    def hanging(exchange: Exchange) -> None:
        os.kill(process.pid, signal.SIGKILL)

    web.pages |= {"/feed": rss(item(web, "c", "استقبل…"), item(web, "b"), item(web, "a")), "/c": hanging}
    feeds, output = opml(tmp_path, web.url + "/feed"), tmp_path / "out.jsonl"
    options = (feeds, "-o", output, "--once", "--allow-private")
    process = started(*options)
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    assert ids(output) == ["a", "b"]
    with output.open("ab") as out:
        out.write(output.read_bytes()[:100])  # and half of another one
    web.pages["/feed"] = rss(item(web, "c"), item(web, "b"), item(web, "a"))
    assert ran(*options)[0] == 0
    assert ids(output) == ["a", "b", "c"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_while_it_waits_for_a_server(web: Web, tmp_path: Path, number: signal.Signals) -> None:
    def hanging(exchange: Exchange) -> None:
        process.send_signal(number)
        exchange.server.web.closing.wait(60)

    web.pages |= {"/feed": rss(item(web, "a")), "/slow": hanging}
    feeds, output = opml(tmp_path, web.url + "/feed", web.url + "/slow"), tmp_path / "out.jsonl"
    process = started(feeds, "-o", output, "--allow-private")
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0
    assert err.splitlines()[1:] == ["stopped"]
    assert ids(output) == ["a"]


def test_stopped_while_it_waits_for_the_next_round(web: Web, tmp_path: Path) -> None:
    web.pages["/feed"] = rss(item(web, "a"))
    process = started(opml(tmp_path, web.url + "/feed"), "-o", tmp_path / "out.jsonl", "--allow-private")
    assert process.stderr is not None
    assert process.stderr.readline().endswith(": 1 new\n")
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=60)[1] == "stopped\n"
    assert process.returncode == 0


def test_mistakes(web: Web, tmp_path: Path) -> None:
    feeds, notes, output = opml(tmp_path, web.url + "/feed"), tmp_path / "notes.txt", tmp_path / "out.jsonl"
    notes.write_text("my notes\n")
    (tmp_path / "out.jsonl.state.json").write_text("mine")
    for options, message in [
        ((tmp_path / "none.opml",), f"{tmp_path}/none.opml: No such file or directory"),
        ((notes,), f"{notes}: no OPML list of feeds"),
        ((feeds, opml(tmp_path / "empty")), f"{tmp_path}/empty/feeds.opml: names no feeds"),
        ((feeds, "-o", notes), f"{notes}: holds something else than records; a watch adds to a file of its own"),
        ((feeds, "-o", output), f"{output}.state.json: holds no state of a watch"),
        ((feeds, "-o", tmp_path), f"{tmp_path}: Is a directory"),
    ]:
        status, out, err = ran(*options, "--once")
        assert (status, out, err) == (1, "", f"mahdar: {message}\n")
    assert notes.read_text() == "my notes\n"
    status, _, err = ran(feeds, "-o", notes, "--format", "text")
    assert status == 2 and "a file gets JSON Lines" in err
    status, _, err = ran(feeds, "--contact", "وزارة")
    assert status == 2 and "plain ASCII" in err


def test_private_addresses_are_refused(web: Web, tmp_path: Path) -> None:
    status, _, err = ran(opml(tmp_path, web.url + "/feed"), "--once")
    assert status == 1
    assert "failed: refused: 127.0.0.1 is no public address (--allow-private allows it)" in err
    assert web.asked == []
