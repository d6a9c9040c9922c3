"""Word documents made here, and what is none."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from mahdar.record import Article
from mahdar.sources import read_paths

TITLE = "وزير الخارجية يستقبل سفير اليابان"
BODY = "استقبل وزير الخارجية العماني، أمس الثلاثاء في مسقط، سفير اليابان."


def written(document: "docx.document.Document", **properties: object) -> bytes:
    document.core_properties.author = "ليلى"
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(tmp_path: Path, data: bytes, name: str = "a.docx") -> Article:
    (tmp_path / name).write_bytes(data)
    (found,) = read_paths([tmp_path / name])
    assert isinstance(found, Article), found
    return found


def test_heading_paragraphs_and_cells_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("وزارة الخارجية")
    document.add_heading(TITLE, 1)
    document.add_paragraph(f"  {BODY}\n[صورة]  ")
    table = document.add_table(2, 2)
    for n, cell in enumerate([*table.rows[0].cells, *table.rows[1].cells]):
        cell.text = f"خانة {n}"
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("")
    document.add_paragraph("وأشاد الوزير بالعلاقات.")
    article = read(tmp_path, written(document))
    assert article.title == TITLE
    assert article.text.split("\n\n") == [
        TITLE, "وزارة الخارجية", f"{BODY}\n[صورة]", "خانة 0", "خانة 1", "خانة 2", "خانة 3", "وأشاد الوزير بالعلاقات.",
    ]  # fmt: skip


def test_without_a_heading_the_first_paragraph_is_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(BODY)
    assert read(tmp_path, written(document), "b.zip").text == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    ("made", "changed", "published", "updated"),
    [
        (datetime(2024, 12, 11, 8), datetime(2024, 12, 11, 9), "2024-12-11", "2024-12-11"),
        (datetime(2019, 1, 1), datetime(2024, 12, 11), None, "2024-12-11"),
    ],
)
def test_dates_are_taken_where_they_can_be_those_of_the_news(
    tmp_path: Path, made: datetime, changed: datetime, published: str | None, updated: str
) -> None:
    document = docx.Document()
    document.add_paragraph(BODY)
    article = read(tmp_path, written(document, created=made, modified=changed, category="سياسة"))
    assert (article.published, article.updated) == (published, updated)
    assert (article.author, article.section) == ("ليلى", "سياسة")


def test_the_date_of_a_template_is_none(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(BODY)
    out = io.BytesIO()
    document.save(out)
    article = read(tmp_path, out.getvalue())
    assert (article.published, article.updated, article.author) == (None, None, None)


def test_documents_that_are_none(tmp_path: Path) -> None:
    def error(data: bytes) -> str:
        (tmp_path / "x.docx").write_bytes(data)
        (found,) = read_paths([tmp_path / "x.docx"])
        assert not isinstance(found, Article)
        assert "\n" not in found.message
        return found.message

    empty = docx.Document()
    assert error(written(empty)) == "empty: no text in it"
    assert error(b"\xd0\xcf\x11\xe0" + b"x" * 99).endswith(
        "though its name says so, but an old office document (save it as .docx)"
    )
    assert error(b"plain") == "not a Word document, though its name says so"
    whole = written(empty)
    assert error(whole[:-40]).startswith("broken zip archive")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", "<x/>")
    assert error(out.getvalue()).startswith("broken Word document")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * 50_000_000)
    assert error(out.getvalue()).endswith("more than 200 times its size: refused")
