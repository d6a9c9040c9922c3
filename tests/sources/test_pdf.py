"""PDF documents made here by a typesetter, with fonts that draw letters whole, joined, and in parts."""

import io
from pathlib import Path

import pytest

from mahdar.record import Article
from mahdar.sources import InputError, pdf, read_paths

typst = pytest.importorskip("typst", reason="no typesetter")
pypdf = pytest.importorskip("pypdf", reason="no library that locks PDF documents")

TITLE = "وزير الخارجية العماني يستقبل سفير اليابان لدى السلطنة في مسقط ويبحث معه العلاقات الثنائية بين البلدين"
LEAD = """استقبل وزير الخارجية العماني بدر البوسعيدي، أمس الثلاثاء 10 ديسمبر 2024 في مسقط، سفير اليابان جوتا ياماموتو.
وأشاد الوزير بالعلاقات بين البلدين، مؤكدًا حرص بلاده على «تعزيز التعاون» (في جميع المجالات). وبلغ التبادل التجاري
3.5 مليار دولار عام 2023."""
REST = """وأعرب السفير عن شكره للأمم المتحدة (UN) على دعمها، وقال إن اللقاء كان مثمرًا، بحسب وكالة Kyodo News للأنباء.
وأضاف أن اليابان ستقدم 12 مليون دولار، أي 15% من المبلغ، وأن الاتفاق المبرم في 2/5/2024 سيدخل حيز التنفيذ؛ لكن متى؟"""
PARAGRAPHS = (LEAD.replace("\n", " "), REST.replace("\n", " "), "ولله الحمد والشكر، فالآلاء كثيرة.")
FONTS = {
    "Amiri": "fontpkg_amiri",
    "Noto Sans Arabic": "fontpkg_noto_sans_arabic",
}


def made(tmp_path: Path, *parts: str, font: str = "Amiri", settings: str = "") -> bytes:
    """A document of paragraphs; the first is a heading."""
    packages = [pytest.importorskip(name, reason="no Arabic font") for name in FONTS.values()]
    heading, *paragraphs = (part.replace("/", "\\/") for part in parts)
    inside = "\n\n".join([f"= {heading}", *paragraphs])
    source = tmp_path / "source.typ"
    letters = f'#set document(author: "ليلى")\n#set text(lang: "ar", font: ("{font}", "Libertinus Serif"))'
    source.write_text(f"{letters}\n{settings}\n{inside}", "utf-8")
    fonts = [str(Path(package.__file__).parent / "files") for package in packages]
    return typst.compile(str(source), font_paths=fonts)


def read(tmp_path: Path, data: bytes) -> Article:
    (tmp_path / "a.pdf").write_bytes(data)
    (found,) = read_paths([tmp_path / "a.pdf"])
    assert isinstance(found, Article), found
    return found


def error(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "a.pdf").write_bytes(data)
    (found,) = read_paths([tmp_path / "a.pdf"])
    assert isinstance(found, InputError)
    return found.message


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("justify", ["true", "false"])
def test_words_numbers_and_brackets_in_the_order_of_reading(tmp_path: Path, font: str, justify: str) -> None:
    article = read(tmp_path, made(tmp_path, TITLE, *PARAGRAPHS, font=font, settings=f"#set par(justify: {justify})"))
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]
    assert (article.title, article.author) == (TITLE, "ليلى")
    assert article.published is None  # the day that a PDF was made is not that of the news


def test_paragraphs_go_on_over_pages_and_what_stands_on_every_page_is_left_out(tmp_path: Path) -> None:
    head, foot = "[وكالة الأنباء - نشرة يومية]", "context [صفحة #counter(page).display()]"
    settings = f'#set page(paper: "a5", header: {head}, footer: {foot})'
    paragraphs = PARAGRAPHS * 12
    article = read(tmp_path, made(tmp_path, TITLE, *paragraphs, settings=settings))
    assert article.text.split("\n\n") == [TITLE, *paragraphs]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    settings = '#set page(paper: "a4", columns: 2)\n#set columns(gutter: 20pt)'
    article = read(tmp_path, made(tmp_path, TITLE, *PARAGRAPHS * 9, settings=settings))
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS * 9]


def test_indented_paragraphs_without_a_gap(tmp_path: Path) -> None:
    settings = "#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em, justify: true)"
    article = read(tmp_path, made(tmp_path, TITLE, *PARAGRAPHS, settings=settings))
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


def test_eastern_figures_dates_and_ranges(tmp_path: Path) -> None:
    text = "افتتح في ١١/١٢/٢٠٢٤ المؤتمر الـ ٢٥ بمشاركة ٣٫٥ آلاف في 2023-2024، عن COVID 19 وطائرة Boeing 737-800 هناك."
    assert read(tmp_path, made(tmp_path, TITLE, text)).text == f"{TITLE}\n\n{text}"


def test_locked_and_empty_and_broken_documents(tmp_path: Path) -> None:
    whole = made(tmp_path, TITLE, *PARAGRAPHS)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(whole))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert error(tmp_path, locked.getvalue()) == "encrypted: it opens with a password only"
    source = tmp_path / "empty.typ"
    source.write_text("#rect(width: 5cm, height: 5cm)", "utf-8")
    assert error(tmp_path, typst.compile(str(source))) == "no text in it: its pages are pictures (a scan)"
    source.write_text("The minister met the ambassador.", "utf-8")
    assert error(tmp_path, typst.compile(str(source))) == "not Arabic but English (en), which is not read yet"
    assert error(tmp_path, b"%PDF-1.7\n" + b"x" * 500) == "broken PDF document"
    assert error(tmp_path, b"x" * 500) == "not a PDF document, though its name says so"


def test_a_document_locked_for_its_owner_only_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(tmp_path, TITLE, *PARAGRAPHS)))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert read(tmp_path, locked.getvalue()).title == TITLE


def test_documents_that_are_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(tmp_path, TITLE, *PARAGRAPHS * 12)
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert error(tmp_path, data) == "too large: more than 1 pages"
    monkeypatch.undo()
    monkeypatch.setattr(pdf, "MAX_LETTERS", 900)
    assert error(tmp_path, data) == "too large: more than 900 characters"
