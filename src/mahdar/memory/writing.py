"""Records → the database: a batch is one transaction, and what is there already is left alone.

`prepare` works out all rows without the database, so that it can be done by other processes and takes no time while
others wait to write.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from mahdar import wire
from mahdar.memory import fulltext
from mahdar.memory.database import Database
from mahdar.memory.identity import content_hash
from mahdar.memory.rows import Row, Rows, rows_of
from mahdar.memory.tables import actors, articles, counters, findings, names, outlets, parties, positions, records
from mahdar.record import Record

Value = TypeVar("Value")

MANY = 500
"""How many values one statement looks up at most."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record ready to be written."""

    hash: str
    reader: str
    body: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Written:
    """How many articles of a batch were new, read anew by another reader, or there already."""

    new: int = 0
    renewed: int = 0
    known: int = 0

    @property
    def total(self) -> int:
        return self.new + self.renewed + self.known

    def __str__(self) -> str:
        if not self.total:
            return "no article kept"
        what = [f"{self.new:,} new", f"{self.renewed:,} read anew", f"{self.known:,} known already"]
        told = [words for words in what if not words.startswith("0 ")]
        return f"{self.total:,} article{'s' if self.total > 1 else ''}: {', '.join(told)}"

    def __add__(self, other: "Written") -> "Written":
        return Written(self.new + other.new, self.renewed + other.renewed, self.known + other.known)


def prepare(record: Record, reader: str) -> Prepared:
    """A record, made by a reading of that name, as rows. Its article has to be `storable`."""
    return Prepared(content_hash(record.article), reader, body_of(record), rows_of(record))


def body_of(record: Record) -> str:
    """A record as JSON, without its text and without what is the default."""
    parts = {
        "article": wire.brief(record.article),
        "actors": [wire.brief(actor) for actor in record.actors],
        "events": [wire.brief(event) for event in record.events],
        "statements": [wire.brief(statement) for statement in record.statements],
    }
    return _encode(parts)


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode


def write(database: Database, batch: Iterable[Prepared]) -> Written:
    """Write a batch in one transaction; when this returns, it is kept. Raises DatabaseError, and then nothing is.

    An article that is there already, read by the same reader, is left alone; read by another, its record and all that
    was made from it are replaced.
    """
    by_hash = {prepared.hash: prepared for prepared in batch}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with database.writing() as connection:
        present = readers(connection, list(by_hash))
        new = [p for digest, p in by_hash.items() if digest not in present]
        old = {number: p for digest, (number, read_by) in present.items() if (p := by_hash[digest]).reader != read_by}
        outlet_ids = _outlet_ids(connection, [p.rows.outlet for p in (*new, *old.values()) if p.rows.outlet])
        ids = _add_articles(connection, new, outlet_ids, now)
        _renew_articles(connection, old, outlet_ids)
        _remove_rows(connection, list(old))
        both = old | dict(zip(ids, new, strict=True))
        _add_records(connection, both, now)
        _add_rows(connection, {number: p.rows for number, p in both.items()}, outlet_ids)
    return Written(len(new), len(old), len(by_hash) - len(both))


def readers(connection: Connection, hashes: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Content hash → id and reader, of those articles that are there."""
    found = {}
    for some in _portions(hashes):
        for digest, number, reader in connection.execute(_READERS, {"hashes": some}):
            found[digest] = (number, reader)
    return found


_READERS = (
    select(articles.c.hash, articles.c.id, records.c.reader)
    .join(records)
    .where(articles.c.hash.in_(bindparam("hashes", expanding=True)))
)


def next_ids(connection: Connection, table: Table, count: int) -> range:
    """Ids for so many new rows of a table. The writer is alone, so that they are nobody else's."""
    name = {"name": table.name}
    last = connection.execute(select(counters.c.last).where(counters.c.name == table.name)).scalar()
    if last is None:
        last = 0
        connection.execute(insert(counters), name | {"last": count})
    else:
        connection.execute(update(counters).where(counters.c.name == table.name), {"last": last + count})
    return range(last + 1, last + 1 + count)


def _name_ids(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The ids of folded names; those that are new are added."""
    every = list(dict.fromkeys(wanted))
    known: dict[str, int] = {}
    for some in _portions(every):
        known.update((row.folded, row.id) for row in connection.execute(select(names).where(names.c.folded.in_(some))))
    new = [name for name in every if name not in known]
    numbered = dict(zip(new, next_ids(connection, names, len(new)), strict=True))
    _insert(connection, names, [{"id": number, "folded": name} for name, number in numbered.items()])
    return known | numbered


def _outlet_ids(connection: Connection, rows: Iterable[Row]) -> dict[str, int]:
    """The ids of outlets by their names; those that are new are added, and those whose country is now known told it."""
    wanted = {row["name"]: row["country"] for row in rows}
    known = {}
    for some in _portions(list(wanted)):
        for number, name, country in connection.execute(select(outlets).where(outlets.c.name.in_(some))):
            known[name] = number
            if wanted[name] not in (None, country):
                connection.execute(update(outlets).where(outlets.c.id == number), {"country": wanted[name]})
    new = [name for name in wanted if name not in known]
    numbered = dict(zip(new, next_ids(connection, outlets, len(new)), strict=True))
    _insert(connection, outlets, [{"id": numbered[name], "name": name, "country": wanted[name]} for name in new])
    return known | numbered


def _add_articles(connection: Connection, batch: Sequence[Prepared], outlet_ids: dict[str, int], now: str) -> range:
    ids = next_ids(connection, articles, len(batch))
    rows = [
        {"id": number, "hash": p.hash, "outlet_id": _outlet_id(p.rows, outlet_ids), "added": now, **p.rows.article}
        for number, p in zip(ids, batch, strict=True)
    ]
    _insert(connection, articles, rows)
    fulltext.insert(connection, fulltext.ARTICLES, [(n, p.rows.stems) for n, p in zip(ids, batch, strict=True)])
    return ids


def _renew_articles(connection: Connection, batch: dict[int, Prepared], outlet_ids: dict[str, int]) -> None:
    """What a reading finds out about the article itself: its outlet's country, its day if the text gives it."""
    for number, prepared in batch.items():
        values = {**prepared.rows.article, "outlet_id": _outlet_id(prepared.rows, outlet_ids)}
        connection.execute(update(articles).where(articles.c.id == number).values(values))


def _outlet_id(rows: Rows, outlet_ids: dict[str, int]) -> int | None:
    return outlet_ids[rows.outlet["name"]] if rows.outlet else None


def _add_records(connection: Connection, batch: dict[int, Prepared], now: str) -> None:
    _delete_of(connection, records, list(batch))
    rows = [{"article_id": number, "reader": p.reader, "read": now, "body": p.body} for number, p in batch.items()]
    _insert(connection, records, rows)


def _remove_rows(connection: Connection, article_ids: Sequence[int]) -> None:
    """What was made from the records of some articles; the parties and positions go with the findings."""
    _delete_of(connection, findings, article_ids)
    _delete_of(connection, actors, article_ids)


def _add_rows(connection: Connection, batch: dict[int, Rows], outlet_ids: dict[str, int]) -> None:
    of_actors: list[dict[str, Any]] = []
    of_findings: list[dict[str, Any]] = []
    of_parties: list[dict[str, Any]] = []
    of_positions: list[dict[str, Any]] = []
    words: list[fulltext.Row] = []
    name_ids = _name_ids(connection, (row["folded"] for rows in batch.values() for row in rows.actors))
    actor_ids = iter(next_ids(connection, actors, sum(len(rows.actors) for rows in batch.values())))
    finding_ids = iter(next_ids(connection, findings, sum(len(rows.findings) for rows in batch.values())))
    for article_id, rows in batch.items():
        outlet_id = _outlet_id(rows, outlet_ids)
        known: dict[str | None, int | None] = {None: None}
        for row in rows.actors:
            known[row["ref"]] = number = next(actor_ids)
            name_id = name_ids[row["folded"]]
            of_actors.append({"id": number, "article_id": article_id, "name_id": name_id, **row})
        for finding in rows.findings:
            number = next(finding_ids)
            of_findings.append({"id": number, "article_id": article_id, "outlet_id": outlet_id, **finding.row})
            words.append((number, finding.stems))
            for row in finding.parties:
                of_parties.append(
                    {
                        "finding_id": number,
                        "n": row["n"],
                        "side": row["side"],
                        "country": row["country"],
                        "actor_id": known[row["actor"]],
                    }
                )
            of_positions += [{"finding_id": number, **row} for row in finding.positions]
    _insert(connection, actors, of_actors)
    _insert(connection, findings, of_findings)
    _insert(connection, parties, of_parties)
    _insert(connection, positions, of_positions)
    fulltext.insert(connection, fulltext.FINDINGS, words)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add rows in which each column of the table stands.

    Past SQLAlchemy's own insert, which looks at every value of every row: that takes longer than SQLite does.
    """
    if rows:
        quote = connection.dialect.identifier_preparer.quote
        names = [column.name for column in table.columns]
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        into = f"{quote(table.name)} ({', '.join(map(quote, names))})"
        values = ", ".join([mark] * len(names))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({values})", list(map(itemgetter(*names), rows)))


def _delete_of(connection: Connection, table: Table, article_ids: Sequence[int]) -> None:
    for some in _portions(article_ids):
        connection.execute(delete(table).where(table.c.article_id.in_(some)))


def _portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Values in portions that one statement may ask for."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
