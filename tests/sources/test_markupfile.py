"""Saved pages and feeds, lists whose addresses are fetched, and addresses, from a real server."""

import json
from pathlib import Path

import pytest

import mahdar
from mahdar.record import Article, Image
from mahdar.sources import InputError, read_paths
from tests.sources.made import PARAGRAPHS, PUBLISHED, TITLE, page
from tests.webserver import Web

FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>
<item><guid isPermaLink="false">1</guid><title>{TITLE}</title><pubDate>Wed, 11 Dec 2024 08:00:00 +0200</pubDate>
<description>{PARAGRAPHS[0]}</description></item>
<item><guid isPermaLink="false">2</guid><title>News</title><description>In English.</description></item>
</channel></rss>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "وكالة",
    "items": [{"id": "1", "title": TITLE, "content_text": PARAGRAPHS[0]}],
}


def found(*paths: object, **options: bool) -> tuple[list[Article], list[str]]:
    everything = list(read_paths(map(str, paths), **options))
    articles = [f for f in everything if isinstance(f, Article)]
    return articles, [str(f) for f in everything if isinstance(f, InputError)]


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.aspx", "a.saved", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_a_saved_page(tmp_path: Path, name: str, encoding: str) -> None:
    picture = '<meta property="og:image" content="https://n.example/1.jpg">'
    markup = page().replace('charset="utf-8"', f'charset="{encoding.replace("cp", "windows-")}"')
    (tmp_path / name).write_bytes(markup.replace("</head>", f"{picture}</head>").encode(encoding))
    (article,), errors = found(tmp_path / name)
    assert errors == []
    assert (article.id, article.title, article.published) == ("a", TITLE, PUBLISHED)
    assert Image("https://n.example/1.jpg") in article.images
    assert article.text.startswith(f"{TITLE}\n\n")
    assert article.text.endswith("\n\n".join(PARAGRAPHS))


def test_a_page_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><head><title>الرئيسية</title></head><body></body></html>", "utf-8")
    assert found(tmp_path / "a.html") == ([], [f"{tmp_path}/a.html: no article in the page"])


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.html", "a"])
def test_a_saved_feed_is_read_as_far_as_it_tells(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FEED, "utf-8")
    (article,), errors = found(tmp_path / name)
    assert (article.id, article.title, article.published, article.source) == ("1", TITLE, PUBLISHED, "وكالة")
    assert errors == [f"{tmp_path}/{name}: 2: not Arabic: what it is cannot be told"]


def test_a_json_feed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(JSON_FEED), "utf-8")
    (article,), errors = found(tmp_path / "a.json")
    assert (article.id, article.text, errors) == ("1", f"{TITLE}\n\n{PARAGRAPHS[0]}", [])
    plain = {"text": "ذكر موقع jsonfeed.org أن الوزير وصل"}
    (tmp_path / "b.json").write_text(json.dumps(plain), "utf-8")
    assert found(tmp_path / "b.json")[0][0].text == plain["text"]


def test_addresses_and_lists_of_them_are_fetched(tmp_path: Path, web: Web) -> None:
    web.pages["/1"] = web.pages["/2"] = page().encode()
    web.pages["/feed"] = FEED.replace("<guid", f"<link>{web.url}/2</link><guid", 1).encode()
    web.pages["/news.jsonl"] = json.dumps({"id": "n", "text": TITLE}).encode()
    (tmp_path / "a.opml").write_text(f'<opml><body><outline xmlUrl="{web.url}/feed"/></body></opml>', "utf-8")
    places = f"<url><loc>{web.url}/1</loc></url><url><loc>{web.url}/gone</loc></url>"
    (tmp_path / "map.xml").write_text(f"<urlset>{places}</urlset>", "utf-8")
    articles, errors = found(f"{web.url}/1", f"{web.url}/news.jsonl", tmp_path / "map.xml", allow_private=True)
    assert [a.id.removeprefix(web.url) for a in articles] == ["/1", "n", "/1"]
    assert errors == [f"{web.url}/gone: HTTP 404 Not Found"]
    articles, errors = found(tmp_path / "a.opml", allow_private=True)
    assert [a.url for a in articles] == [f"{web.url}/2"]
    assert articles[0].text.endswith(PARAGRAPHS[-1])
    assert len(errors) == 1


def test_private_addresses_are_not_asked_unless_allowed(web: Web) -> None:
    web.pages["/1"] = page().encode()
    articles, (error,) = found(f"{web.url}/1")
    assert articles == []
    assert "private" in error
    assert [a.title for a in mahdar.open_source(f"{web.url}/1", allow_private=True)] == [TITLE]


def test_what_cannot_be_read_is_raised_or_handed_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Latin", "utf-8")
    (tmp_path / "b.txt").write_text(TITLE, "utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: not Arabic"):
        list(mahdar.open_source(tmp_path))
    errors: list[InputError] = []
    assert [a.id for a in mahdar.open_source(tmp_path, published="2024-12-11", errors=errors.append)] == ["b"]
    assert [error.message for error in errors] == ["not Arabic: what it is cannot be told"]
