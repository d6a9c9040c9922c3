"""Pages as sites send them: in any encoding of the Arabic web, broken, hostile or empty."""

import json

import pytest

from mahdar.sources import ArticleError, DecodeError
from mahdar.sources.pages import page_fields

TITLE = "نورتليو يلتقي سفراء الدول العربية في أستانا"
BODY = (
    "عقد نائب رئيس الوزراء وزير خارجية كازاخستان مراد نورتليو، أمس الثلاثاء، في العاصمة أستانا، لقاء مع السفراء العرب.",
    "وتناول اللقاء العلاقات الثنائية، وتبادل المشاركون وجهات النظر حول القضايا الإقليمية والدولية.",
    "وأكد الوزير أن بلاده مستعدة للاستفادة من كل الفرص المتاحة لتوسيع علاقاتها مع شركائها في الشرق الأوسط.",
)


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
