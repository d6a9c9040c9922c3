"""`mahdar.read` and `mahdar.read_many`, with a reader that only passes the article on."""

import sys
from types import ModuleType

import pytest

import mahdar
from mahdar.parallel import ordered_map
from mahdar.record import Article, Record

TEXT = "استقبل الوزير سفير اليابان."


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ModuleType("mahdar.reading.reader")
    reader.read_article = lambda article: Record.build(article)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mahdar.reading.reader", reader)


def test_read() -> None:
    article = mahdar.read(TEXT, published="2024-12-11", title="عنوان", source="وكالة", id="x", url="u").article
    assert article == Article("x", f"عنوان\n\n{TEXT}", "u", "وكالة", "ar", "عنوان", None, "2024-12-11", "given")
    assert mahdar.read(TEXT).article == Article("article-1", TEXT)


@pytest.mark.parametrize("wrong", [{"text": " "}, {"text": "English"}, {"text": TEXT, "published": "2024-02-30"}])
def test_read_refuses(wrong: dict) -> None:
    with pytest.raises(ValueError, match="article 1: "):
        mahdar.read(**wrong)


@pytest.mark.parametrize("jobs", [1, 2])
def test_read_many(jobs: int) -> None:
    given = [Article(f"a{n}", TEXT) if n % 2 else {"id": f"a{n}", "text": TEXT, "more": n} for n in range(50)]
    assert [r.article.id for r in mahdar.read_many(given, jobs=jobs)] == [f"a{n}" for n in range(50)]


def test_read_many_names_the_article_that_is_none() -> None:
    records = mahdar.read_many([{"text": TEXT}, {"title": "عنوان"}])
    assert next(records).article.id == "article-1"
    with pytest.raises(ValueError, match="article 2: no `text`"):
        next(records)


def test_work_in_several_processes_is_bounded() -> None:
    taken = 0

    def items() -> "object":
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n

    results = ordered_map(abs, items(), jobs=2)  # type: ignore[arg-type]
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert taken < 200
    results.close()  # type: ignore[attr-defined]
