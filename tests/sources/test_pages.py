"""Pages as sites send them: in any encoding of the Arabic web, broken, hostile or empty."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.sources import ArticleError, DecodeError, article_from
from mahdar.sources.pages import page_fields

TITLE = "نورتليو يلتقي سفراء الدول العربية في أستانا"
BODY = (
    "عقد نائب رئيس الوزراء وزير خارجية كازاخستان مراد نورتليو، أمس الثلاثاء، في العاصمة أستانا، لقاء مع السفراء العرب.",
    "وتناول اللقاء العلاقات الثنائية، وتبادل المشاركون وجهات النظر حول القضايا الإقليمية والدولية.",
    "وأكد الوزير أن بلاده مستعدة للاستفادة من كل الفرص المتاحة لتوسيع علاقاتها مع شركائها في الشرق الأوسط.",
)

PIECES = [
    "<p>", "</p>", "<div class='related'>", "<div class='caption'>", "</div>", "<table><tr><td>", "</table>",
    "<a href='/x'>", "</a>", "<h1>", "</h1>", "<br>", "<!--", "-->", "<script>", "</script>", "<title>", "</title>",
    "<time datetime='x'>", "<img src='http://[' alt='y'>", "&#0;", "&amp;", "<span class='date'>", "</span>", "<p",
    "'", '"', "\x00", "\u202e", "11 ديسمبر 2024", "اقرأ أيضا", "أضف تعليقك", TITLE, *BODY,
]  # fmt: skip


def page(head: str = "", body: str | None = None) -> str:
    """A page with our article in it."""
    if body is None:
        body = f"<article><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in BODY)}</article>"
    return f'<!doctype html><html dir="rtl" lang="ar"><head>{head}</head><body>{body}</body></html>'


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1256", "iso-8859-1", "no-such-charset"])
def test_the_bytes_decide_the_encoding_whatever_is_declared(written: str, declared: str | None) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    for charset in (None, declared):
        fields = page_fields(page(head).encode(written), charset=charset)
        assert fields["title"] == TITLE
        assert BODY[1] in fields["text"]


@pytest.mark.parametrize("head", ["", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">'])
def test_an_encoding_that_bytes_do_not_show_is_believed_where_it_fits(head: str) -> None:
    fields = page_fields(page(head).encode("iso8859-6"), charset=None if head else "ISO-8859-6")
    assert fields["title"] == TITLE
    assert BODY[1] in fields["text"]


def test_a_page_in_two_encodings_is_read_piece_by_piece() -> None:
    data = page().encode().replace(BODY[1].encode(), BODY[1].encode("cp1256"))
    text = page_fields(data)["text"]
    assert all(paragraph in text for paragraph in BODY)


def test_broken_bytes_lose_no_more_than_themselves() -> None:
    data = page().encode().replace("اللقاء".encode(), "اللقاء".encode()[:-1], 1)
    assert BODY[2] in page_fields(data)["text"]


@pytest.mark.parametrize(
    "data",
    [b"", b" \n", b"<html></html>", page(body="").encode(), b"<!-- x -->"],
)
def test_a_page_without_an_article_says_so(data: bytes) -> None:
    with pytest.raises(ArticleError):
        page_fields(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG\r\n", bytes(range(128, 256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises((DecodeError, ArticleError)):
        page_fields(data)


def test_json_ld_is_found_in_a_graph() -> None:
    data = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "السهوب"},
        {"@type": ["NewsArticle"], "headline": "العنوان كما هو", "datePublished": "2024-12-11T23:30:00+05:00",
         "dateModified": "2024-12-12", "author": [{"@type": "Person", "name": "سعيد القمري"}],
         "articleSection": "سياسة", "publisher": {"@type": "Organization", "name": "وكالة السهوب"}},
    ]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    fields = page_fields(page(head).encode(), url="https://sohob.example/a/1")
    assert fields["title"] == "العنوان كما هو"
    assert (fields["published"], fields["updated"]) == ("2024-12-11", "2024-12-12")
    assert (fields["author"], fields["source"], fields["section"]) == ("سعيد القمري", "وكالة السهوب", "سياسة")
    assert (fields["url"], fields["language"]) == ("https://sohob.example/a/1", "ar")


@pytest.mark.parametrize(
    "script", ["{", "[]", "null", "[" * 100_000, '{"@type": 5}', '{"@type": "NewsArticle", "author": 7}']
)
def test_broken_json_ld_does_no_harm(script: str) -> None:
    fields = page_fields(page(f'<script type="application/ld+json">{script}</script>').encode())
    assert (fields["title"], fields["author"], fields["published"]) == (TITLE, None, None)


def test_a_tag_of_a_million_attributes_is_cut_to_its_name() -> None:
    giant = "<div " + " ".join(f"a{n}" for n in range(300_000)) + ">"
    assert BODY[2] in page_fields(page(body=giant + page()).encode())["text"]


def test_a_page_nested_too_deep_is_refused_and_one_nested_deep_is_read() -> None:
    with pytest.raises(ArticleError, match="nested too deep"):
        page_fields(page(body="<div>" * 100_000 + BODY[0]).encode())
    assert BODY[2] in page_fields(page(body="<font>" * 1000 + page()).encode())["text"]


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(ArticleError, match="too large"):
        page_fields(b"<html>" + b" " * 16 * 1024 * 1024)


PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def test_pictures_come_with_their_captions_which_are_no_text() -> None:
    body = f"""<h1>{TITLE}</h1><figure><img src="/a.jpg" alt="x"><figcaption>الوزير خلال اللقاء</figcaption></figure>
        <p>{BODY[0]}</p><div class="wp-caption"><img data-src="https://x.example/b.jpg" src="data:image/gif;base64,R0">
        <p class="wp-caption-text">صورة جماعية للسفراء العرب</p></div><p>{BODY[1]}</p><p>{BODY[2]}</p>
        <div class="related"><img src="/c.jpg"><p>خبر آخر عن لقاء آخر</p></div>"""
    fields = page_fields(page(body=body).encode(), url="https://sohob.example/news/1?utm=x")
    assert fields["images"] == [
        {"url": "https://sohob.example/a.jpg", "caption": "الوزير خلال اللقاء"},
        {"url": "https://x.example/b.jpg", "caption": "صورة جماعية للسفراء العرب"},
    ]
    assert fields["text"] == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("/news/1", "https://sohob.example/news/1"),
        ("https://sohob.example/news/1", "https://sohob.example/news/1"),
        ("https://sohob.example/", "https://sohob.example/n/1?from=x"),
        ("https://other.example/news/1", "https://sohob.example/n/1?from=x"),
        ("javascript:alert(1)", "https://sohob.example/n/1?from=x"),
        ("http://[", "https://sohob.example/n/1?from=x"),
    ],
)
def test_an_article_is_at_home_where_its_page_says_but_not_on_another_site(canonical: str, url: str) -> None:
    data = page(f'<link rel="canonical" href="{canonical}">').encode()
    assert page_fields(data, url="https://sohob.example/n/1?from=x")["url"] == url


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ('<div class="date">الأربعاء 11 ديسمبر 2024</div>', "2024-12-11", None),
        ("<div>نشر في: 11-كانون الأول-2024 | 10:20</div>", "2024-12-11", None),
        ("<p>آخر تحديث: 12 ديسمبر 2024</p>", None, "2024-12-12"),
        ("<p>تاريخ النشر: 11 ديسمبر 2024</p><p>آخر تحديث: 12 ديسمبر 2024</p>", "2024-12-11", "2024-12-12"),
        ('<time datetime="2024-12-11T23:00:00+03:00">قبل ساعتين</time>', "2024-12-11", None),
        ("<p>قبل ساعتين</p>", None, None),
    ],
)
def test_the_day_stands_by_the_headline(line: str, published: str | None, updated: str | None) -> None:
    body = f"<div>اليوم السبت 1/1/2028</div><div><h1>{TITLE}</h1>{line}{PARAGRAPHS}</div>"
    fields = page_fields(page(body=body).encode())
    assert (fields["published"], fields["updated"]) == (published, updated)
    assert fields["text"].endswith(BODY[2])


def test_the_site_s_name_is_no_headline() -> None:
    site = "وكالة السهوب للأنباء"
    head = f"<title>نورتليو يجتمع مع السفراء العرب في العاصمة أستانا - {site}</title>"
    body = f"<div>{site}</div><h1>{TITLE}</h1>{PARAGRAPHS}"
    assert page_fields(page(head, body).encode())["title"] == TITLE
    named = f'<meta property="og:site_name" content="{site}"><meta property="og:title" content="لقاء: صور | {site}">'
    assert page_fields(page(named, body).encode())["title"] == "لقاء: صور"


def test_no_day_is_taken_from_today_s_date_other_news_or_comments() -> None:
    body = f"""<div class="today">السبت 1 يناير 2028</div><p><a href="/">الرئيسية</a></p><h1>{TITLE}</h1>
        {PARAGRAPHS}<div class="related"><a href="/1">خبر آخر</a><time datetime="2027-12-31">الجمعة</time></div>
        <div id="comments"><p>زائر</p><p>2 يناير 2028</p></div>"""
    assert page_fields(page(body=body).encode())["published"] is None


def test_a_day_in_figures_that_may_be_two_is_left_to_the_reading() -> None:
    fields = page_fields(page(body=f'<h1>{TITLE}</h1><p class="d">05/08/2024</p>{PARAGRAPHS}').encode())
    assert fields["published"] is None
    assert fields["text"].split("\n\n") == ["05/08/2024", *BODY]


@pytest.mark.parametrize(
    "body",
    [
        '<frameset cols="20%,80%"><frame src="menu.htm"><frame src="main.htm"></frameset>',
        '<p><a href="/1">الوزير يستقبل السفير الياباني في العاصمة ويبحث معه العلاقات بين البلدين</a></p>' * 40,
        '<iframe src="/article"></iframe><script>document.write("<p>نص</p>")</script>',
    ],
)  # fmt: skip
def test_frames_and_lists_of_links_are_no_article(body: str) -> None:
    with pytest.raises(ArticleError, match="no article"):
        page_fields(page(body=body).encode())


def test_a_giant_page_is_read_whole() -> None:
    fields = page_fields(
        page(body=f"<h1>{TITLE}</h1>" + "".join(f"<p>{n} {BODY[0]}</p>" for n in range(20_000))).encode()
    )
    assert fields["title"] == TITLE
    assert fields["text"].count("أستانا") == 20_000


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_markup_breaks_the_extraction(html: str) -> None:
    try:
        fields = page_fields(html.encode())
    except (ArticleError, DecodeError):
        return
    assert isinstance(fields["text"], str) and fields["text"]
    assert article_from(fields, default_id="x").text
