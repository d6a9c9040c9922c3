"""Feeds as outlets write them, and as they should not."""

import json
from typing import Any

import pytest

from mahdar.packs import table
from mahdar.sources.articles import ArticleError
from mahdar.sources.feedlinks import feed_links
from mahdar.sources.feeds import feed_items

URL = "https://news.example/feed/"
PARAGRAPH = "استقبل وزير الخارجية المصري سفير اليابان في القاهرة وبحث معه العلاقات بين البلدين. " * 5
WHOLE = f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"


def rss(item: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>وكالة الأنباء</title><link>https://news.example/</link><language>ar-SA</language>{head}"
        f"<item>{item}</item></channel></rss>"
    )


def one(data: str | bytes, **named: Any) -> dict[str, Any]:
    [item] = feed_items(data if isinstance(data, bytes) else data.encode(), url=URL, **named)
    return item


def test_rss_with_the_whole_text() -> None:
    item = one(
        rss(
            "<title>الوزير يستقبل &quot;السفير&quot;</title><link>/2024/12/a</link>"
            "<guid isPermaLink='false'>https://news.example/?p=7</guid>"
            "<pubDate>Wed, 11 Dec 2024 01:30:00 +0300</pubDate><dc:creator>أحمد علي</dc:creator>"
            "<category>سياسة</category>"
            "<description>استقبل وزير الخارجية</description>"
            f"<content:encoded><![CDATA[{WHOLE}<img src='/i.jpg' alt='لقاء'>]]></content:encoded>"
        )
    )
    assert item == {
        "id": "https://news.example/?p=7",
        "url": "https://news.example/2024/12/a",
        "source": "وكالة الأنباء",
        "author": "أحمد علي",
        "title": 'الوزير يستقبل "السفير"',
        "text": f"{PARAGRAPH.strip()}\n\n{PARAGRAPH.strip()}",
        "partial": False,
        "published": "2024-12-11",
        "updated": None,
        "language": None,  # that of the feed is often the one that its software came with
        "section": "سياسة",
        "images": [{"url": "https://news.example/i.jpg", "caption": "لقاء"}],
    }


@pytest.mark.parametrize(
    ("description", "partial"),
    [
        (f"<![CDATA[{WHOLE}]]>", False),
        (PARAGRAPH * 3, False),
        (PARAGRAPH, True),  # a lead as long as leads are
        (PARAGRAPH * 3 + "…", True),
        (PARAGRAPH * 3 + "[...]", True),
        (PARAGRAPH * 3 + "[&amp;hellip;]", True),
        (PARAGRAPH * 3 + " إقرأ المزيد", True),
        (f"<![CDATA[{WHOLE}<a href='x'>المزيد &raquo;</a>]]>", True),
        (f"<![CDATA[{WHOLE}<a href='x'>وكالة الأنباء</a>]]>", False),
        ("", True),
    ],
)
def test_what_is_only_the_beginning(description: str, partial: bool) -> None:
    assert one(rss(f"<title>ع</title><link>/a</link><description>{description}</description>"))["partial"] is partial


@pytest.mark.parametrize("end", table("ar", "feeds")["more"]["examples"])
def test_examples_of_the_table(end: str) -> None:
    whole = PARAGRAPH * 3
    assert not one(rss(f"<link>/a</link><description>{whole}</description>"))["partial"]
    assert one(rss(f"<link>/a</link><description>{whole} {end}</description>"))["partial"]


@pytest.mark.parametrize("foot", table("ar", "feeds")["foot"]["examples"])
def test_the_foot_of_an_item_is_none_of_its_text(foot: str) -> None:
    html = f"<![CDATA[{WHOLE}<p>{foot}</p>]]>"
    assert one(rss(f"<link>/a</link><description>{html}</description>"))["text"] == "\n\n".join([PARAGRAPH.strip()] * 2)
    last = f"<![CDATA[{WHOLE}<p>قال {foot}</p>]]>"
    assert one(rss(f"<link>/a</link><description>{last}</description>"))["text"].endswith(foot)


def test_what_names_an_item() -> None:
    assert one(rss("<title>ع</title><link>/a</link>"))["id"] == "https://news.example/a"
    assert one(rss("<title>ع</title><link>/a</link><guid isPermaLink='false'>17</guid>"))["id"] == "news.example#17"
    nameless = rss("<title>ع</title><description>نص</description>")
    assert (
        one(nameless)["id"]
        == one(nameless)["id"]
        != one(rss("<title>ع</title><description>نص آخر</description>"))["id"]
    )


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("<pubDate>أربعاء, 11 ديسمبر 2024 10:00:00 +0300</pubDate>", "2024-12-11"),
        ("<pubDate>الأربعاء ١١ كانون الأول ٢٠٢٤</pubDate>", "2024-12-11"),
        ("<dc:date>2024-12-11T10:00:00+03:00</dc:date>", "2024-12-11"),
        ("<pubDate>11 Dec 24 10:00 UT</pubDate>", "2024-12-11"),
        ("<pubDate>11/12/2024</pubDate>", None),
        ("<pubDate>قريبا</pubDate>", None),
        ("", None),
    ],
)
def test_dates(date: str, day: str | None) -> None:
    assert one(rss(f"<title>ع</title><link>/a</link>{date}"))["published"] == day


def test_atom() -> None:
    item = one(
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>وزارة</title>'
        "<entry><id>tag:x,2024:1</id>"
        '<title type="html">الوزير &lt;b&gt;يستقبل&lt;/b&gt;</title><link rel="alternate" href="/a"/>'
        "<published>2024-12-11T08:00:00Z</published>"
        "<updated>2024-12-12T08:00:00Z</updated><author><name>علي</name></author>"
        '<link rel="enclosure" type="image/jpeg" href="/p.jpg"/>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry></feed>'
    )
    assert (item["id"], item["url"], item["title"]) == ("tag:x,2024:1", "https://news.example/a", "الوزير يستقبل")
    assert (item["published"], item["updated"], item["author"]) == ("2024-12-11", "2024-12-12", "علي")
    assert item["text"] == f"{PARAGRAPH.strip()}\n\n{PARAGRAPH.strip()}" and not item["partial"]
    assert item["images"] == [{"url": "https://news.example/p.jpg", "caption": None}]


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "وكالة",
        "language": "ar",
        "items": [
            {
                "id": 7,
                "url": "https://news.example/a",
                "title": "الوزير يستقبل",
                "content_html": WHOLE,
                "date_published": "2024-12-11T08:00:00+03:00",
                "authors": [{"name": "علي"}],
                "tags": ["سياسة"],
                "image": "/p.jpg",
            },
            "no item",
            {"id": "8", "summary": "قال الوزير"},
        ],
    }
    first, second = feed_items(json.dumps(feed).encode(), url=URL)
    assert first["id"] == "news.example#7" and first["text"].count("\n\n") == 1 and first["partial"] is False
    assert (first["source"], first["author"], first["section"], first["published"]) == (
        "وكالة",
        "علي",
        "سياسة",
        "2024-12-11",
    )
    assert first["images"] == [{"url": "https://news.example/p.jpg", "caption": None}]
    assert (second["text"], second["partial"]) == ("قال الوزير", True)


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "UTF-8", None),
        ("utf-8", "UTF-8", "windows-1256"),  # the server is wrong
        ("utf-8", "windows-1256", None),  # the file is
        ("cp1256", "windows-1256", None),
        ("cp1256", "windows-1256", "utf-8"),
        ("cp1256", "UTF-8", "windows-1256"),
        ("cp1256", "UTF-8", None),  # both are
        ("cp1256", "no-such-charset", "neither"),
        ("utf-8-sig", "UTF-8", None),
        ("utf-16", "UTF-16", None),
    ],
)
def test_characters(encoding: str, declared: str, charset: str | None) -> None:
    feed = rss(f"<title>الوزير يستقبل</title><link>/a</link><description>{PARAGRAPH}</description>")
    item = one(feed.replace('"UTF-8"', f'"{declared}"', 1).encode(encoding), charset=charset)
    assert (item["title"], item["text"], item["source"]) == ("الوزير يستقبل", PARAGRAPH.strip(), "وكالة الأنباء")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("</channel></rss>", ""),
        ("<title>ع", "<title>\x0bع"),
        ("<link>/a", "<link>/a?x=1&y=2"),
        ("<?xml", "\n\nWarning: something in /var/www\n<?xml"),
        ("<item>", "<item><description>قال &nbsp; &laquo;نعم&raquo;</description>"),
    ],
)
def test_what_is_broken_is_mended(before: str, after: str) -> None:
    feed = rss("<title>ع</title><link>/a</link>")
    assert before in feed
    assert one(feed.replace(before, after, 1))["title"] == "ع"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<!DOCTYPE html><html><head></head><body>x</body></html>", "not a feed but an HTML page"),
        (b"\n<!-- x --><HTML lang=ar><body>", "not a feed but an HTML page"),
        (b"", "not a feed: neither RSS nor Atom nor JSON Feed"),
        (b"nothing", "not a feed: neither"),
        (b"http://127.0.0.1/feed", "not a feed: neither"),
        (b"/etc/passwd", "not a feed: neither"),
        (b"<rss version='2.0'>" + b"<p/>" * 300_000, "too large: a feed of more than 200,000 elements"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "broken JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "no list of items"),
        (b'{"version": "https://jsonfeed.org/version/1", "items":' + b"[" * 100_000, "broken JSON Feed"),
    ],
)
def test_what_is_no_feed(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        list(feed_items(data, url=URL))


def test_entities_are_no_bomb() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feed = rss("<title>&l11;</title><link>/a</link>").replace("<rss", f'<!DOCTYPE rss [<!ENTITY l0 "ha">{lol}]><rss', 1)
    assert len(one(feed)["title"] or "") < 1000


def test_outside_entities_stay_outside() -> None:
    feed = rss("<title>ع&x;</title><link>/a</link>")
    feed = feed.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss', 1)
    assert (one(feed)["title"] or "").strip("&x;") in {"", "ع"}


@pytest.mark.parametrize(
    "piece", ["<item><title>", "<![CDATA[", "<", "&", "<item/>", "<!--", "</rss>", "<a b='", "<!DOCTYPE "]
)
def test_hostile(piece: str) -> None:
    try:
        list(feed_items(b"<rss version='2.0'><channel>" + piece.encode() * 20_000))
    except ArticleError as error:
        assert "feed" in str(error)


def test_feeds_that_a_page_names() -> None:
    page = (
        '<html><head><link rel="stylesheet" href="/x.css">'
        '<link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">'
        "<link href='https://other.example/atom' type='application/atom+xml' rel='alternate'/>"
        "<link rel=alternate hreflang=en href=/en>"
        "</head></html>"
    )
    assert feed_links(page.encode(), URL) == ["https://news.example/feed?a=1&b=2", "https://other.example/atom"]
