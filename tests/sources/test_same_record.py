"""One article in every form that it may come in: what is read in it is the same. docs/sources.md lists what differs."""

import csv
import html
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from mahdar.reading.reader import read_article
from mahdar.record import Article, Record, Span
from mahdar.sources import read_paths
from tests.sources.made import letter, page, response

UNFOLDED = SMTP.clone(max_line_length=0)
"""Python 3.11 loses spaces where it folds Arabic headers."""
SIGN_OFF = 5
"""The most words of an agency's last lines, which a page leaves out as no part of its article."""
DEMO = Path(__file__).parents[2] / "demo" / "articles"
ARTICLES = sorted(DEMO.glob("0*.json"))


@dataclass(frozen=True)
class News:
    """An article as it was written."""

    title: str
    paragraphs: tuple[str, ...]
    published: str
    source: str


def as_text(news: News) -> bytes:
    return "\n\n".join((news.title, *news.paragraphs)).encode()


def as_lines(news: News) -> bytes:
    return json.dumps({"title": news.title, "text": "\n\n".join(news.paragraphs), "published": news.published}).encode()


def as_table(news: News) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["title", "text", "published"], [news.title, "\n\n".join(news.paragraphs), news.published]]
    )
    return out.getvalue().encode("utf-16")


def as_page(news: News) -> bytes:
    return page(html.escape(news.title), tuple(map(html.escape, news.paragraphs)), news.published).encode()


def as_old_page(news: News) -> bytes:
    return as_page(news).decode().replace("utf-8", "windows-1256").encode("cp1256", "xmlcharrefreplace")


def as_archive(news: News) -> bytes:
    return response("https://news.example/1", as_page(news))


def as_letter(news: News) -> bytes:
    day = format_datetime(datetime.fromisoformat(f"{news.published}T23:30:00+03:00"))
    return letter("\n\n".join(news.paragraphs), Subject=news.title, Date=day).as_bytes(policy=UNFOLDED)


def as_word(news: News) -> bytes:
    document = docx.Document()
    document.add_heading(news.title, 0)
    for paragraph in news.paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(news: News, tmp_path: Path) -> bytes:
    typst = pytest.importorskip("typst", reason="no typesetter")
    font = pytest.importorskip("fontpkg_amiri", reason="no Arabic font")
    (tmp_path / "news.json").write_text(json.dumps([news.title, *news.paragraphs]), "utf-8")
    (tmp_path / "news.typ").write_text(
        '#set text(lang: "ar", font: "Amiri")\n#set par(justify: true)\n#let parts = json("news.json")\n'
        "#heading(parts.first())\n#for part in parts.slice(1) [#part #parbreak()]",
        "utf-8",
    )
    data: bytes = typst.compile(str(tmp_path / "news.typ"), font_paths=[str(Path(font.__file__).parent / "files")])
    return data


FORMS: dict[str, Callable[[News], bytes]] = {
    ".jsonl": as_lines,
    ".csv": as_table,
    ".html": as_page,
    ".htm": as_old_page,
    ".warc": as_archive,
    ".eml": as_letter,
    ".docx": as_word,
}
PAGES = (".html", ".htm", ".warc")


def news_of(file: Path) -> News:
    fields = json.loads(file.read_text("utf-8"))
    # those that leave their date to the text are given one here, as a letter always has one
    published = fields["published"] or "2024-12-11"
    return News(fields["title"], tuple(fields["text"].split("\n\n")), published, fields["source"])


def record_of(tmp_path: Path, news: News, data: bytes, suffix: str) -> Record:
    (tmp_path / f"news{suffix}").write_bytes(data)
    (found,) = read_paths([tmp_path / f"news{suffix}"], published=news.published, source=news.source)
    assert isinstance(found, Article), found
    return read_article(found)


def told(record: Record) -> dict[str, Any]:
    """What a record says, with the words themselves in place of where they stand."""

    def words(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"start", "end"}:
            return " ".join(Span(**value).of(record.text).split())
        if isinstance(value, dict):
            return {name: words(inner) for name, inner in value.items() if name not in ("start", "end")}
        return [words(inner) for inner in value] if isinstance(value, list) else value

    data = record.to_dict()
    return {part: words(data[part]) for part in ("actors", "events", "statements")} | {
        "title": record.article.title,
        "published": record.article.published,
        "words": [word for word in record.text.split() if word.strip("ـ")],
    }


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_the_same_article_in_another_form_is_the_same_record(tmp_path: Path, file: Path) -> None:
    news = news_of(file)
    expected = told(record_of(tmp_path, news, as_text(news), ".txt"))
    assert expected["events"] or expected["statements"]
    words = expected.pop("words")
    forms = {suffix: form(news) for suffix, form in FORMS.items()} | {".pdf": as_pdf(news, tmp_path)}
    for suffix, data in forms.items():
        found = told(record_of(tmp_path, news, data, suffix))
        left_out = words[len(found["words"]) :]
        assert found.pop("words") + left_out == words, suffix
        assert len(left_out) <= (SIGN_OFF if suffix in PAGES else 0), suffix
        assert found == expected, suffix
