"""The database → articles and records, as they were read."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from mahdar.memory.correcting import corrected
from mahdar.memory.ledger import decisions_on
from mahdar.memory.tables import articles, records
from mahdar.record import Record

TOGETHER = 200
"""Records that are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record and where it stands: as the machine made it, and with what people decided."""

    number: int
    hash: str
    reader: str
    machine: Record
    record: Record


def load(
    connection: Connection, *, hashes: Sequence[str] | None = None, numbers: Sequence[int] | None = None
) -> Iterator[Stored]:
    """The records of some articles, by content hash or by number, else of all, in the order of their numbers.

    Raises RecordError for one that does not keep the rules of a record.
    """
    columns = (articles.c.id, articles.c.hash, articles.c.text, records.c.reader, records.c.body)
    query = select(*columns).join_from(articles, records).order_by(articles.c.id)
    if hashes is not None:
        query = query.where(articles.c.hash.in_(hashes))
    if numbers is not None:
        query = query.where(articles.c.id.in_(numbers))
    after = 0
    while rows := connection.execute(query.where(articles.c.id > after).limit(TOGETHER)).all():
        decided = decisions_on(connection, [row.hash for row in rows])
        for row in rows:
            machine = record_of(row)
            yield Stored(row.id, row.hash, row.reader, machine, corrected(machine, decided.get(row.hash, ())))
        after = rows[-1].id


def record_of(row: Any) -> Record:
    """The record of a row that has the `body` of `records` and the `text` of `articles`. Raises RecordError."""
    return Record.from_dict({**json.loads(row.body), "text": row.text})
