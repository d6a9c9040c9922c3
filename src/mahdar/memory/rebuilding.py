"""All that was made from articles, records and decisions, made anew.

The articles are taken in the order of their hashes, so that the result does not depend on the order in which they came.
It is one transaction: a rebuild that is interrupted leaves everything as it was.
"""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, delete, select

from mahdar.memory import fulltext
from mahdar.memory.database import Database
from mahdar.memory.rows import rows_of
from mahdar.memory.stored import load
from mahdar.memory.tables import actors, articles, findings, names
from mahdar.memory.writing import add_rows, outlet_ids_of

TOGETHER = 200
"""Articles whose rows are made at a time."""


def rebuild(database: Database) -> Iterator[int]:
    """Make everything anew; yields how many articles are done, from time to time. Raises DatabaseError."""
    with database.writing() as connection:
        for table in (findings, actors, names):  # parties and positions go with the findings
            connection.execute(delete(table))
        fulltext.empty(connection, fulltext.ARTICLES)
        fulltext.empty(connection, fulltext.FINDINGS)
        hashes = iter(list(connection.execute(select(articles.c.hash).order_by(articles.c.hash)).scalars()))
        done = 0
        while some := list(islice(hashes, TOGETHER)):
            _rebuild(connection, some)
            done += len(some)
            yield done


def _rebuild(connection: Connection, hashes: list[str]) -> None:
    stored = sorted(load(connection, hashes=hashes), key=lambda one: one.hash)
    rows = {one.number: rows_of(one.record) for one in stored}
    fulltext.insert(connection, fulltext.ARTICLES, [(number, of.stems) for number, of in rows.items()])
    add_rows(connection, rows, outlet_ids_of(connection, rows.values()))
