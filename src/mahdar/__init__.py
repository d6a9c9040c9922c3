"""Mahdar reads Arabic news and keeps who met whom, who said what, who visited, signed, gave, condemned.

import mahdar
record = mahdar.read(text, published="2024-12-11")
for record in mahdar.read_many(articles, jobs=2): ...
for article in mahdar.open_source("folder"): ...
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mahdar.record import Article, Record
    from mahdar.sources import InputError

__all__ = ["__version__", "open_source", "read", "read_many"]

__version__ = "0.1.0"

# What is imported inside the functions is what makes `import mahdar` (and so `mahdar --version`) cheap.


def read(
    text: str,
    published: str | None = None,
    title: str | None = None,
    source: str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> "Record":
    """What one Arabic article reports.

    `text` is the body if a `title` is given, else the whole; `published` is the ISO date from which "yesterday" is
    counted. Raises ValueError for what is no Arabic text and for a date that is none.
    """
    fields = {"text": text, "published": published, "title": title, "source": source, "id": id, "url": url}
    return _read_one(_article(fields, 1))


def read_many(articles: "Iterable[Article | Mapping[str, Any]]", jobs: int = 1) -> "Iterator[Record]":
    """What each of many articles reports, in their order, by as many processes as `jobs` says.

    An article is an `Article` or a mapping with the input fields: id, source, published, title, text, url. Raises
    ValueError at the first that is none.
    """
    from mahdar.parallel import ordered_map

    return ordered_map(_read_one, (_article(a, n) for n, a in enumerate(articles, 1)), jobs)


def open_source(
    *what: str | os.PathLike[str],
    published: str | None = None,
    source: str | None = None,
    columns: Mapping[str, str] | None = None,
    errors: "Callable[[InputError], object] | None" = None,
    allow_private: bool = False,
    contact: str | None = None,
) -> "Iterator[Article]":
    """The articles of files, archives, folders and addresses, and of standard input ("-"), one after the other.

    `published` (an ISO date) and `source` stand in where an article has none; `columns` says what a field is called in
    tables and JSON ({"text": "body"}). What cannot be read is handed to `errors` (print, or a list's append), and the
    rest is read; without it the first raises ValueError. `allow_private` lets addresses of private networks be asked;
    `contact`, an address or page of yours, is told to the servers.
    """
    from mahdar.sources import ArticleError, InputError, read_paths
    from mahdar.sources.articles import day_of

    published = day_of(published)
    for found in read_paths(
        what, published=published, source=source, columns=columns, allow_private=allow_private, contact=contact
    ):
        if not isinstance(found, InputError):
            yield found
        elif errors is not None:
            errors(found)
        else:
            raise ArticleError(str(found))


def _article(given: "Article | Mapping[str, Any]", number: int) -> "Article":
    from mahdar.record import Article
    from mahdar.sources import ArticleError, article_from

    if isinstance(given, Article):
        return given
    try:
        return article_from(given, default_id=f"article-{number}", published_from="given")
    except ArticleError as error:
        raise ArticleError(f"article {given.get('id') or number}: {error}") from None


def _read_one(article: "Article") -> "Record":
    from mahdar.reading.reader import read_article

    return read_article(article)
