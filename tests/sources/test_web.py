"""Addresses -> articles, from a real server that says little that is true about what it sends."""

import gzip
from collections.abc import Iterator

import pytest

from mahdar.record import Article
from mahdar.sources.fetching import Client, Fetched
from mahdar.sources.inputs import AsideError, Found, InputError
from mahdar.sources.web import open_url
from tests.sources.fetching.test_client import failing, to
from tests.webserver import Exchange, Web

LEAD = "استقبل وزير الخارجية المصري أحمد سالم في القاهرة سفير اليابان، وبحث معه العلاقات بين البلدين."
BODY = "\n\n".join(
    [
        LEAD,
        "وقال الوزير في مؤتمر صحفي عقب اللقاء إن بلاده ترحب بالاستثمارات اليابانية في قطاع الطاقة والنقل.",
        "وأضاف أن الجانبين اتفقا على عقد اجتماع اللجنة المشتركة في طوكيو خلال الشهر المقبل لمتابعة المشروعات.",
        "من جانبه أكد السفير حرص حكومته على دعم التعاون الاقتصادي والثقافي مع مصر في المجالات كافة.",
    ]
)


def page(title: str, head: str = "", body: str = BODY) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in body.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def rss(*items: str) -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>{inside}</channel></rss>'.encode()


def as_type(body: bytes, media_type: str) -> object:
    return lambda exchange: exchange.send(200, body, Content_Type=media_type)


def nothing_else(fetched: Fetched) -> Iterator[Found]:
    yield InputError(fetched.url, None, f"{len(fetched.data)} bytes of something else")


def read(web: Web, client: Client, path: str) -> tuple[list[Article], list[str]]:
    found = list(open_url(web.url + path, client, otherwise=nothing_else))
    articles = [each for each in found if isinstance(each, Article)]
    return articles, [str(each).replace(web.url, "") for each in found if isinstance(each, InputError)]


@pytest.mark.parametrize(
    "media_type", ["text/html", "text/plain", "application/rss+xml", "text/html; charset=iso-8859-1"]
)
def test_a_page(web: Web, client: Client, media_type: str) -> None:
    web.pages |= {"/a": to("/b"), "/b": as_type(page("الوزير يستقبل السفير"), media_type)}
    [article], errors = read(web, client, "/a")
    assert errors == []
    assert (article.id, article.url, article.title) == (web.url + "/b", web.url + "/b", "الوزير يستقبل السفير")
    assert article.text.endswith(BODY.rpartition("\n\n")[2]) and LEAD in article.text


def test_a_page_in_windows_1256(web: Web, client: Client) -> None:
    web.pages["/a"] = as_type(page("الوزير").decode().encode("cp1256"), "text/html; charset=utf-8")
    [article], _ = read(web, client, "/a")
    assert LEAD in article.text


def test_a_page_without_an_article_names_its_feed(web: Web, client: Client) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    web.pages["/"] = f"<!DOCTYPE html><html><head>{link}</head><body></body></html>".encode()
    articles, [error] = read(web, client, "/")
    assert articles == []
    assert error.endswith("; it names the feed /feed")


def test_a_feed_with_whole_texts_and_beginnings(web: Web, client: Client) -> None:
    whole = BODY * 4
    web.pages |= {
        "/feed": as_type(
            rss(
                f"<title>أول</title><link>{web.url}/1</link><description>{whole}</description>"
                "<pubDate>11 ديسمبر 2024</pubDate>",
                f"<title>ثان</title><link>{web.url}/2</link><description>{LEAD}…</description><guid>{web.url}/?p=2</guid>"
                "<pubDate>Wed, 11 Dec 2024 01:00:00 +0300</pubDate>",
                f"<title>ثالث</title><link>{web.url}/3</link><description>{LEAD}</description>",
                f"<title>رابع</title><link>{web.url}/4</link>",
            ),
            "text/html",
        ),
        "/2": to("/two"),
        "/two": page("ثان", '<meta property="og:site_name" content="صحيفة">'),
    }
    [first, second, third], errors = read(web, client, "/feed")
    assert web.paths() == ["/feed", "/2", "/two", "/3", "/4"]
    assert (first.id, first.title, first.published) == (web.url + "/1", "أول", "2024-12-11")
    assert (second.id, second.url, second.title) == (web.url + "/?p=2", web.url + "/two", "ثان")
    assert (second.source, second.published) == ("صحيفة", "2024-12-11")
    assert second.text.endswith(f"\n\n{BODY}")
    assert third.text == f"ثالث\n\n{LEAD}"
    assert errors == [
        "/3: HTTP 404 Not Found; read as far as the feed tells it",
        "/4: HTTP 404 Not Found",
    ]


def test_a_list_of_feeds(web: Web, client: Client) -> None:
    feeds = "".join(f'<outline xmlUrl="{web.url}/{name}"/>' for name in ("bad", "page", "good", "empty", "list"))
    link = '<link rel="alternate" type="application/atom+xml" href="/good">'
    web.pages |= {
        "/list": f"<opml><body>{feeds}</body></opml>".encode(),
        "/bad": failing(500),
        "/page": page("صفحة", link),
        "/good": rss(f"<title>خبر</title><link>{web.url}/1</link><description>{BODY * 4}</description>"),
        "/empty": rss(),
    }
    [article], errors = read(web, client, "/list")
    assert article.title == "خبر"
    assert errors == [
        "/bad: HTTP 500 Internal Server Error",
        "/page: not a feed but an HTML page; it names the feed /good",
        "/empty: no items in it",
    ]


def sitemap(*entries: str) -> bytes:
    return (
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="x">{"".join(entries)}</urlset>'.encode()
    )


def test_an_index_of_sitemaps(web: Web, client: Client) -> None:
    news = (
        f"<url><loc>{web.url}/a</loc><n:news><n:publication><n:name>وكالة</n:name></n:publication>"
        "<n:publication_date>2024-12-11</n:publication_date><n:title>الوزير</n:title></n:news></url>"
    )
    index = "".join(f"<sitemap><loc>{web.url}/{name}</loc></sitemap>" for name in ("news.xml.gz", "gone.xml", "index"))
    web.pages |= {
        "/index": f"<sitemapindex>{index}</sitemapindex>".encode(),
        "/news.xml.gz": as_type(gzip.compress(sitemap(news)), "application/gzip"),
        "/a": page("الوزير"),
    }
    [article], errors = read(web, client, "/index")
    assert (article.title, article.source, article.published) == ("الوزير", "وكالة", "2024-12-11")
    assert article.text.endswith(f"\n\n{BODY}")
    assert errors == ["/gone.xml: HTTP 404 Not Found"]


def test_lists_in_lists_have_an_end(web: Web, client: Client) -> None:
    def deeper(exchange: Exchange) -> None:
        number = int(exchange.path[2:])
        exchange.send(200, f"<sitemapindex><sitemap><loc>/i{number + 1}</loc></sitemap></sitemapindex>".encode())

    web.pages |= {f"/i{n}": deeper for n in range(20)}
    assert read(web, client, "/i0") == ([], ["/i3: stands in 3 other lists: not opened"])


def test_what_is_something_else(web: Web, client: Client) -> None:
    web.pages |= {
        "/a.pdf": b"%PDF-1.7",
        "/not-arabic": page("Title", body="\n\n".join(["An English sentence stands here."] * 20)),
    }
    assert read(web, client, "/a.pdf") == ([], ["/a.pdf: 8 bytes of something else"])
    assert read(web, client, "/gone") == ([], ["/gone: HTTP 404 Not Found"])
    [other] = open_url(web.url + "/not-arabic", client, otherwise=nothing_else)
    assert isinstance(other, AsideError) and other.article.language == "en"
