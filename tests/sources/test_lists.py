"""OPML lists and sitemaps."""

import pytest

from mahdar.sources.articles import ArticleError
from mahdar.sources.opml import Feed, listed_feeds
from mahdar.sources.sitemaps import sitemap_items, sitemap_urls

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://news.example/a</loc>
 <lastmod>2024-12-12T10:00:00+03:00</lastmod>
 <image:image><image:loc>https://news.example/a.jpg</image:loc><image:title>لقاء</image:title></image:image>
 <news:news><news:publication><news:name>وكالة الأنباء</news:name><news:language>ar</news:language></news:publication>
 <news:publication_date>2024-12-11T01:00:00+03:00</news:publication_date>
 <news:title>الوزير يستقبل السفير</news:title></news:news></url>
 <url><loc> /b </loc></url><url></url></urlset>"""


def test_a_news_sitemap() -> None:
    first, second = sitemap_items(NEWS.encode(), url="https://news.example/sitemap.xml")
    assert first == {
        "id": "https://news.example/a",
        "url": "https://news.example/a",
        "text": "",
        "partial": True,
        "source": "وكالة الأنباء",
        "author": None,
        "section": None,
        "title": "الوزير يستقبل السفير",
        "language": "ar",
        "published": "2024-12-11",
        "updated": "2024-12-12",
        "images": [{"url": "https://news.example/a.jpg", "caption": "لقاء"}],
    }
    assert (second["url"], second["title"], second["published"]) == ("https://news.example/b", None, None)


def test_a_sitemap_index() -> None:
    index = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://x/1.xml</loc></sitemap>'
        "<sitemap><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>/2.xml.gz</loc></sitemap></sitemapindex>"
    )
    assert sitemap_urls(index.encode(), url="https://x/i.xml") == ["https://x/1.xml", "https://x/2.xml.gz"]


def test_a_cut_sitemap_gives_what_is_there() -> None:
    assert [item["url"] for item in sitemap_items(NEWS[: NEWS.index(" <url><loc> /b")].encode())] == [
        "https://news.example/a"
    ]


def test_an_opml_list() -> None:
    opml = (
        '<?xml version="1.0"?><opml version="2.0"><head><title>أخبار</title></head><body><outline text="وكالات">'
        '<outline type="rss" text="وكالة" xmlUrl="https://a.example/feed"/>'
        '<outline title="وزارة" xmlurl=" https://b.example/?a=1&amp;b=2 "/>'
        '<outline text="again" xmlUrl="https://a.example/feed"/></outline>'
        '<outline text="no feed" htmlUrl="https://c.example/"/></body></opml>'
    )
    assert listed_feeds(opml.encode()) == [
        Feed("https://a.example/feed", "وكالة"),
        Feed("https://b.example/?a=1&b=2", "وزارة"),
    ]


@pytest.mark.parametrize("data", [b"", b"<rss></rss>", b"<!DOCTYPE html><html>", b"feeds.txt"])
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(ArticleError, match="no OPML list"):
        listed_feeds(data)


@pytest.mark.parametrize("piece", ["<outline>", "<outline xmlUrl='", "&x;", "<!--"])
def test_hostile_lists(piece: str) -> None:
    try:
        assert len(listed_feeds(b"<opml>" + piece.encode() * 100_000)) <= 1
    except ArticleError as error:
        assert "broken XML" in str(error)
