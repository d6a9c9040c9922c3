"""What is found in pages of many content systems, over all of them and page by page."""

import pytest

from mahdar.reading.reader import read_article
from mahdar.reading.text import tokenise
from mahdar.record import Record
from mahdar.sources import article_from
from mahdar.sources.pages import page_fields
from tests.sources.page_templates import NAMES, page_of

PARAGRAPH = 60
"""Characters from which a paragraph of a sample is one of the news: shorter ones are datelines and signatures."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def record_of(name: str) -> Record:
    page = page_of(name)
    return read_article(article_from(page_fields(page.data, charset=page.charset), default_id=name))


def body_of(record: Record) -> list[str]:
    """The sentences of the body as it is read: without the title and the lines that were set aside."""
    tokens = tokenise(record.text)
    title = len(record.article.title or "")
    return [
        squeezed(tokens.span_text(first, last))
        for first, last in tokens.sentences
        if tokens.starts[first] >= title
        and any(word[0].isalnum() for word in tokens.words[first:last])
        and not any(span.start <= tokens.starts[first] < span.end for span in record.furniture)
    ]


def test_there_are_pages_of_many_systems() -> None:
    assert len(NAMES) >= 30


def test_title_date_and_body_are_right_and_hardly_any_furniture_is_left() -> None:
    titles = dates = bodies = furniture = total = 0
    for name in NAMES:
        page, record = page_of(name), record_of(name)
        titles += record.article.title == page.title
        dates += record.article.published == page.says["date"]
        body, own = body_of(record), squeezed(" ".join(page.paragraphs))
        bodies += all(squeezed(p) in " ".join(body) for p in page.paragraphs if len(p) >= PARAGRAPH)
        total += len(body)
        furniture += sum(sentence not in own for sentence in body)
    least = 0.95 * len(NAMES)
    assert titles >= least
    assert dates >= least
    assert bodies >= least
    assert furniture <= 0.02 * total


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_says_beside_its_article(name: str) -> None:
    page = page_of(name)
    fields = page_fields(page.data, charset=page.charset)
    told = {key: value for key, value in page.says.items() if key != "date"}
    assert {key: fields[key] for key in told} == told
