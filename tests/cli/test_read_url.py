"""`mahdar read URL` as a user meets it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

import mahdar
from tests.webserver import Web, serving

TEXT = "استقبل وزير الخارجية المصري أحمد سالم، أمس الثلاثاء في القاهرة، سفير اليابان. " * 15


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        item = (
            "<item><title>الوزير يستقبل السفير</title><link>https://news.example/a</link>"
            f"<description>{TEXT}</description><pubDate>الأربعاء 11 ديسمبر 2024</pubDate></item>"
        )
        feed = f'<rss version="2.0"><channel><title>وكالة</title>{item}</channel></rss>'.encode()
        outlines = f'<outline xmlUrl="{web.url}/feed"/><outline xmlUrl="{web.url}/gone"/>'
        web.pages |= {
            "/feed": lambda exchange: exchange.send(200, feed, Content_Type="text/plain"),
            "/feeds.opml": f"<opml><body>{outlines}</body></opml>".encode(),
            "/articles.jsonl": json.dumps({"id": "x", "text": TEXT}).encode(),
        }
        yield web


def ran(*options: str, **environment: str) -> tuple[int, list[dict], str]:
    command = [sys.executable, "-m", "mahdar.cli", "read", *options, "--format", "jsonl"]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=os.environ | environment, timeout=120
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_a_list_of_feeds(web: Web) -> None:
    status, [record], err = ran(web.url + "/feeds.opml", "--allow-private", MAHDAR_CONTACT="desk@example.org")
    assert (record["article"]["url"], record["article"]["published"]) == ("https://news.example/a", "2024-12-11")
    assert record["events"][0]["date"] == "2024-12-10"
    assert status == 1 and f"mahdar: {web.url}/gone: HTTP 404 Not Found\n" in err
    assert all("(+desk@example.org)" in headers["User-Agent"] for _, headers in web.asked)


def test_a_file_of_articles(web: Web) -> None:
    status, [record], err = ran(web.url + "/articles.jsonl", "--allow-private")
    assert (status, record["article"]["id"], err) == (0, "x", "")


def test_private_addresses_are_refused(web: Web) -> None:
    status, records, err = ran(web.url + "/feed")
    message = "refused: 127.0.0.1 is no public address (--allow-private allows it)"
    assert (status, records, err) == (1, [], f"mahdar: {web.url}/feed: {message}\n")
    assert web.asked == []


def test_mistakes() -> None:
    status, _, err = ran("https://", "ftp://news.example/a")
    assert status == 1
    assert "mahdar: https://: no web address: 'https://' names no host\n" in err
    assert "mahdar: ftp://news.example/a: only http and https are fetched, not ftp: 'ftp://news.example/a'\n" in err
    status, _, err = ran("https://news.example/", "--contact", "وزارة")
    assert status == 2 and "plain ASCII" in err


def test_from_python(web: Web) -> None:
    [article] = mahdar.open_source(web.url + "/feed", allow_private=True, contact="desk@example.org")
    assert article.title == "الوزير يستقبل السفير"
    with pytest.raises(ValueError, match="refused"):
        list(mahdar.open_source(web.url + "/feed"))
