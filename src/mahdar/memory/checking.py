"""Whether a database is whole: its own structure, every record's rules, and that all that was made from the records is
what they make now."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, text

from mahdar.memory import fulltext, ledger
from mahdar.memory.correcting import corrected
from mahdar.memory.database import Database
from mahdar.memory.decisions import standing
from mahdar.memory.identity import content_hash
from mahdar.memory.inserting import portions
from mahdar.memory.rows import rows_of
from mahdar.memory.stored import record_of
from mahdar.memory.tables import (
    actors,
    articles,
    entities,
    findings,
    happening_parties,
    happenings,
    mentions,
    parties,
    positions,
    records,
    sightings,
    tellings,
    waiting,
)
from mahdar.record import RecordError

WRONG_AT_MOST = 100
"""Lines of SQLite's own check that are told."""


def check(database: Database) -> Iterator[str]:
    """What is wrong, a line each; nothing if the database is whole. Raises DatabaseError if it cannot be read."""
    with database.reading() as connection:
        yield from _structure(connection)
        yield from _articles(connection)
        yield from _words(connection)
        yield from _chronicle(connection)
        yield from _ledger(connection)


def _structure(connection: Connection) -> Iterator[str]:
    """SQLite looks over its own pages and references; PostgreSQL sees to them all the time."""
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text(f"PRAGMA integrity_check({WRONG_AT_MOST})")):
        if row[0] != "ok":
            yield f"the file: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"table {row[0]}, row {row[1]}: refers to a row of {row[2]} that is not there"


def _articles(connection: Connection) -> Iterator[str]:
    """Each article's hash, its record, and the rows made from it."""
    query = (
        select(articles.c.id, articles.c.hash, articles.c.text, records.c.body)
        .join_from(articles, records, isouter=True)
        .order_by(articles.c.id)
    )
    after = 0
    while rows := connection.execute(query.where(articles.c.id > after).limit(500)).all():
        decided = ledger.decisions_on(connection, [row.hash for row in rows])
        counted = _counted(connection, [row.id for row in rows])
        for row in rows:
            name = f"article {row.hash[:8]}"
            if row.body is None:
                yield f"{name}: no record"
                continue
            try:
                record = record_of(row)
            except (RecordError, json.JSONDecodeError, TypeError) as error:
                yield f"{name}: {error}"
                continue
            if content_hash(record.article) != row.hash:
                yield f"{name}: the text, outlet or day is not what the hash was made of"
            made = rows_of(corrected(record, decided.get(row.hash, ())))
            wanted = Counter(
                actors=len(made.actors),
                findings=len(made.findings),
                parties=sum(len(finding.parties) for finding in made.findings),
                positions=sum(len(finding.positions) for finding in made.findings),
            )
            for table in ("actors", "findings", "parties", "positions"):
                if wanted[table] != counted[row.id, table]:
                    yield f"{name}: {counted[row.id, table]} rows in {table}, {wanted[table]} expected (mahdar rebuild)"
        after = rows[-1].id


def _counted(connection: Connection, numbers: list[int]) -> Counter[tuple[int, str]]:
    """How many rows each table has of each article."""
    out: Counter[tuple[int, str]] = Counter()
    for some in portions(numbers):
        for table in (actors, findings):
            query = select(table.c.article_id, func.count()).where(table.c.article_id.in_(some))
            for number, count in connection.execute(query.group_by(table.c.article_id)):
                out[number, table.name] = count
        for table in (parties, positions):
            query = select(findings.c.article_id, func.count()).join(table).where(findings.c.article_id.in_(some))
            for number, count in connection.execute(query.group_by(findings.c.article_id)):
                out[number, table.name] = count
    return out


def _words(connection: Connection) -> Iterator[str]:
    """Every article and finding has its full text."""
    for table, of in ((fulltext.ARTICLES, articles), (fulltext.FINDINGS, findings)):
        there = fulltext.ids(connection, table)
        missing = connection.execute(select(func.count()).select_from(of).where(of.c.id.not_in(there))).scalar_one()
        if missing:
            yield f"{of.name}: {missing:,} without their full text (mahdar rebuild)"


def _chronicle(connection: Connection) -> Iterator[str]:
    """Everybody seen is somebody, everything told happened once, and the chronicle names nobody else."""
    joined = articles.c.id.not_in(select(waiting.c.article_id))
    for what, query in (
        ("sightings of nobody", select(sightings.c.id).where(sightings.c.entity_id.not_in(select(entities.c.id)))),
        ("sightings not joined", select(sightings.c.id).where(sightings.c.entity_id.is_(None))),
        (
            "sightings in no article",
            select(sightings.c.id).where(sightings.c.id.not_in(select(mentions.c.sighting_id))),
        ),
        ("tellings of nothing", select(tellings.c.name).where(tellings.c.happening_id.not_in(select(happenings.c.id)))),
        ("entities never seen", select(entities.c.id).where(entities.c.id.not_in(_not_null(sightings.c.entity_id)))),
        (
            "happenings never told",
            select(happenings.c.id).where(happenings.c.id.not_in(_not_null(tellings.c.happening_id))),
        ),
        (
            "parties that are nobody",
            select(happening_parties.c.n).where(happening_parties.c.entity_id.not_in(select(entities.c.id))),
        ),
        (
            "events not told",
            select(findings.c.id)
            .join_from(findings, articles, findings.c.article_id == articles.c.id)
            .where(joined, findings.c.type.is_not(None), findings.c.article_id.not_in(select(tellings.c.article_id))),
        ),
    ):
        count = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        if count:
            yield f"the chronicle: {count:,} {what} (mahdar rebuild)"


def _not_null(column: ColumnElement[Any]) -> Select[Any]:
    return select(column).where(column.is_not(None))


def _ledger(connection: Connection) -> Iterator[str]:
    """Decisions on articles that are here apply to them."""
    known = set(connection.execute(select(articles.c.hash)).scalars())
    for decision in standing(ledger.every_decision(connection)):
        for pointer in (decision.part, decision.other):
            if pointer and pointer.article not in known:
                yield f"decision {decision.number}: its article {pointer.article[:8]} is not here"
