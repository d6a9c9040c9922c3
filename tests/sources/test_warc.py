"""Web archives made here: pages are read, the rest counted, and a cut or broken archive keeps what stands before."""

import gzip
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from mahdar.record import Article
from mahdar.sources import InputError, read_paths, warc
from tests.sources.made import PARAGRAPHS, PUBLISHED, TITLE, packed, page, record, response

PAGE = page().encode()


def read(tmp_path: Path, data: bytes, name: str = "crawl.warc") -> tuple[list[Article], list[str], Counter[str]]:
    (tmp_path / name).write_bytes(data)
    passed: Counter[str] = Counter()
    found = list(read_paths([tmp_path / name], passed=passed))
    errors = [str(f).removeprefix(f"{tmp_path}/") for f in found if isinstance(f, InputError)]
    return [f for f in found if isinstance(f, Article)], errors, passed


def urls(articles: list[Article]) -> list[str]:
    return [(article.url or "").rpartition("/")[2] for article in articles]


def site(count: int = 5) -> list[bytes]:
    return [response(f"https://news.example/{n}", page(f"{TITLE} ({n})").encode()) for n in range(count)]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
@pytest.mark.parametrize("join", [b"".join, lambda records: packed(*records)])
def test_pages_become_articles(tmp_path: Path, name: str, join: object) -> None:
    articles, errors, passed = read(tmp_path, join(site()), name)  # type: ignore[operator]
    assert (errors, passed) == ([], Counter())
    assert urls(articles) == ["0", "1", "2", "3", "4"]
    first = articles[0]
    assert (first.id, first.url, first.title) == ("https://news.example/0",) * 2 + (f"{TITLE} (0)",)
    assert first.published == PUBLISHED
    assert all(paragraph in first.text for paragraph in PARAGRAPHS)


def test_what_servers_send_is_unpacked_and_what_is_no_page_passed_over(tmp_path: Path) -> None:
    chunks = b"%x\r\n" % 200 + PAGE[:200] + b"\r\n%x\r\n" % len(PAGE[200:]) + PAGE[200:] + b"\r\n0\r\n\r\n"
    arabic = page().replace("utf-8", "x").encode("cp1256")
    records = [
        record("warcinfo", "x", b"software: y", "application/warc-fields"),
        record("request", "https://news.example/", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        response("https://n.example/gzip", gzip.compress(PAGE), "Content-Encoding: gzip"),
        response("https://n.example/chunked", chunks, "Transfer-Encoding: chunked"),
        response("https://n.example/1256", arabic, media_type="text/html; charset=windows-1256"),
        response("https://n.example/gone", PAGE, status=404),
        response("https://n.example/moved", b"", "Location: /", status=301),
        response("https://n.example/logo.png", b"\x89PNG", media_type="image/png"),
        response("https://n.example/empty", b"<html></html>"),
        response("https://n.example/broken", b"\x1f\x8b\x08broken", "Content-Encoding: gzip"),
        response("https://n.example/latin", page("News", ("They met in Cairo. " * 20,)).encode()),
        record("response", "dns:n.example", b"1.2.3.4", "text/dns"),
        record("response", "https://n.example/odd", b"\x00\xff not HTTP"),
    ]
    articles, errors, passed = read(tmp_path, b"".join(records))
    assert urls(articles) == ["gzip", "chunked", "1256"]
    assert {article.text for article in articles} == {articles[0].text}
    assert errors == []
    assert set(passed) == {warc.NO_ARTICLE}


def test_pages_in_other_languages_are_told(tmp_path: Path) -> None:
    english = ("The minister met the ambassador in Cairo on Monday.", "They spoke about trade and agreed to meet again")
    records = [*site(1), response("https://n.example/en", page("The minister in Cairo", english).encode())]
    articles, errors, passed = read(tmp_path, b"".join(records))
    assert (urls(articles), passed) == (["0"], Counter())
    assert errors == ["crawl.warc: https://n.example/en: not Arabic but English (en), which is not read yet"]


def test_a_page_that_is_too_large_or_a_bomb_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_PAGE", 20_000)
    bomb = response("https://n.example/bomb", gzip.compress(b"<p>" * 5_000_000), "Content-Encoding: gzip")
    large = response("https://n.example/large", b"<p>" * 10_000)
    articles, errors, passed = read(tmp_path, b"".join([large, *site(1), bomb]))
    assert (urls(articles), errors) == (["0"], [])
    assert passed[warc.TOO_LARGE] == 2


@pytest.mark.parametrize("pack", [False, True])
def test_wherever_it_is_cut_what_stands_before_is_read_and_the_cut_told(tmp_path: Path, pack: bool) -> None:
    records = [gzip.compress(data) for data in site(3)] if pack else site(3)
    before = len(records[0]) + len(records[1])
    for kept in (1, 30, 200, len(records[2]) // 2, len(records[2]) - 5):
        articles, errors, _ = read(tmp_path, b"".join(records)[: before + kept], "a.warc.gz" if pack else "a.warc")
        assert urls(articles) in (["0", "1"], ["0", "1", "2"]), kept
        if urls(articles) == ["0", "1"]:
            assert len(errors) == 1, kept
            assert "after byte" in errors[0]
        else:
            assert kept == len(records[2]) - 5  # the page is whole, only what ends the record is missing
    assert read(tmp_path, b"".join(records), "a.warc.gz" if pack else "a.warc")[1] == []


def test_a_broken_record_in_the_middle(tmp_path: Path) -> None:
    first, second, third = (gzip.compress(data) for data in site(3))
    broken = bytearray(second)
    broken[len(second) // 2] ^= 0xFF
    articles, errors, _ = read(tmp_path, first + bytes(broken) + third, "a.warc.gz")
    assert urls(articles)[0] == "0"
    assert len(errors) == 1
    assert "a.warc.gz: broken after byte" in errors[0] or "cut off" in errors[0]


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, b"WARC/1.0\r\n")[0] == []
    assert "not a web archive" in read(tmp_path, b"hello")[1][0]
    assert len(read(tmp_path, b"WARC/" + b"x" * 5_000)[1]) == 1


def test_memory_stays_flat(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        (tmp_path / "a.warc").write_bytes(b"".join(site(count)))
        tracemalloc.start()
        assert sum(isinstance(f, Article) for f in read_paths([tmp_path / "a.warc"])) == count
        high = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return high

    peak(5)  # what is loaded once
    assert peak(300) < 2 * peak(30)
