"""All that was made from articles, records and decisions, made anew.

The articles are taken in the order of their hashes, so that the result does not depend on the order in which they came.
What is searched is one transaction. Then every article waits to be joined; if that is interrupted, `join_waiting` goes
on with it.
"""

from sqlalchemy import Connection, delete, select

from mahdar.memory import fulltext
from mahdar.memory.database import Database
from mahdar.memory.joined import join_waiting
from mahdar.memory.queue import let_wait
from mahdar.memory.rows import rows_of
from mahdar.memory.stored import load
from mahdar.memory.tables import (
    actors,
    articles,
    entities,
    findings,
    happenings,
    joins,
    maybes,
    names,
    sightings,
    tellings,
    waiting,
)
from mahdar.memory.writing import add_rows, outlet_ids_of

TOGETHER = 200
"""Articles whose rows are made at a time."""


def rebuild(database: Database) -> int:
    """Make everything anew; gives the number of articles. Raises DatabaseError."""
    with database.writing() as connection:
        # what belongs to rows of these goes with them
        for table in (findings, actors, names, sightings, tellings, entities, happenings, maybes, joins, waiting):
            connection.execute(delete(table))
        fulltext.empty(connection, fulltext.ARTICLES)
        fulltext.empty(connection, fulltext.FINDINGS)
        hashes = list(connection.execute(select(articles.c.hash).order_by(articles.c.hash)).scalars())
        for start in range(0, len(hashes), TOGETHER):
            _rebuild(connection, hashes[start : start + TOGETHER])
        let_wait(connection, connection.execute(select(articles.c.id)).scalars())
    for _ in join_waiting(database):
        pass
    return len(hashes)


def _rebuild(connection: Connection, hashes: list[str]) -> None:
    stored = sorted(load(connection, hashes=hashes), key=lambda one: one.hash)
    rows = {one.number: rows_of(one.record) for one in stored}
    fulltext.insert(connection, fulltext.ARTICLES, [(number, of.stems) for number, of in rows.items()])
    add_rows(connection, rows, outlet_ids_of(connection, rows.values()))
