"""The database → articles and records, as they were read."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from mahdar.memory.tables import articles, records
from mahdar.record import Article, Record

TOGETHER = 200
"""Records that are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as the machine made it, and where it stands."""

    number: int
    hash: str
    reader: str
    record: Record


def load(
    connection: Connection, *, hashes: Sequence[str] | None = None, numbers: Sequence[int] | None = None
) -> Iterator[Stored]:
    """The records of some articles, by content hash or by number, else of all, in the order of their numbers.

    Raises RecordError for one that does not keep the rules of a record.
    """
    columns = [*articles.c, records.c.reader, records.c.body]
    query = select(*columns).join_from(articles, records).order_by(articles.c.id)
    if hashes is not None:
        query = query.where(articles.c.hash.in_(hashes))
    if numbers is not None:
        query = query.where(articles.c.id.in_(numbers))
    after = 0
    while rows := connection.execute(query.where(articles.c.id > after).limit(TOGETHER)).all():
        for row in rows:
            yield Stored(row.id, row.hash, row.reader, record_of(row))
        after = rows[-1].id


def article_of(row: Row) -> Article:
    """The article of a row of `articles`."""
    return Article(
        id=row.given_id,
        text=row.text,
        url=row.url,
        source=row.outlet,
        language=row.language,
        title=row.title,
        author=row.author,
        published=row.published,
        published_from=row.published_from,
    )


def record_of(row: Row) -> Record:
    """The record of a row of `articles` that has the `body` of `records` too. Raises RecordError."""
    return Record.with_parts(article_of(row), json.loads(row.body))
