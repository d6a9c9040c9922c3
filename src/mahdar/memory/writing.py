"""Records → the database: a batch is one transaction, and what is there already is left alone.

`prepare` works out all rows without the database, so that it can be done by other processes and takes no time while
others wait to write.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from mahdar import wire
from mahdar.memory import fulltext
from mahdar.memory.correcting import corrected
from mahdar.memory.database import Database
from mahdar.memory.identity import content_hash
from mahdar.memory.inserting import insert_rows, next_ids, portions
from mahdar.memory.ledger import decisions_on
from mahdar.memory.queue import let_wait
from mahdar.memory.rows import Rows, rows_of
from mahdar.memory.stored import load
from mahdar.memory.tables import actors, articles, findings, names, outlets, parties, positions, records
from mahdar.record import Record


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
        "furniture": [wire.brief(span) for span in record.furniture],
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
        _correct(connection, by_hash)
        present = readers(connection, list(by_hash))
        new = [p for digest, p in by_hash.items() if digest not in present]
        old = {number: p for digest, (number, read_by) in present.items() if (p := by_hash[digest]).reader != read_by}
        outlet_ids = outlet_ids_of(connection, [p.rows for p in (*new, *old.values())])
        ids = _add_articles(connection, new, outlet_ids, now)
        _renew_articles(connection, old, outlet_ids)
        _remove_rows(connection, list(old))
        both = old | dict(zip(ids, new, strict=True))
        _add_records(connection, both, now)
        add_rows(connection, {number: p.rows for number, p in both.items()}, outlet_ids)
        let_wait(connection, both)
    return Written(len(new), len(old), len(by_hash) - len(both))


def refresh(connection: Connection, hashes: Sequence[str]) -> None:
    """Make anew what was made from the records of some articles, as what was decided about them has changed."""
    anew = {stored.number: rows_of(stored.record) for stored in load(connection, hashes=hashes)}
    outlet_ids = outlet_ids_of(connection, anew.values())
    _remove_rows(connection, list(anew))
    add_rows(connection, anew, outlet_ids)
    let_wait(connection, anew)


def _correct(connection: Connection, batch: dict[str, Prepared]) -> None:
    """What people decided about articles of a batch holds from the start."""
    for digest, decided in decisions_on(connection, list(batch)).items():
        prepared = batch[digest]
        machine = Record.from_dict({**json.loads(prepared.body), "text": prepared.rows.article["text"]})
        batch[digest] = replace(prepared, rows=rows_of(corrected(machine, decided)))


def readers(connection: Connection, hashes: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Content hash → id and reader, of those articles that are there."""
    found = {}
    for some in portions(hashes):
        for digest, number, reader in connection.execute(_READERS, {"hashes": some}):
            found[digest] = (number, reader)
    return found


_READERS = (
    select(articles.c.hash, articles.c.id, records.c.reader)
    .join(records)
    .where(articles.c.hash.in_(bindparam("hashes", expanding=True)))
)


def _name_ids(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The ids of folded names; those that are new are added."""
    every = list(dict.fromkeys(wanted))
    known: dict[str, int] = {}
    for some in portions(every):
        known.update((row.folded, row.id) for row in connection.execute(select(names).where(names.c.folded.in_(some))))
    new = [name for name in every if name not in known]
    numbered = dict(zip(new, next_ids(connection, names, len(new)), strict=True))
    insert_rows(connection, names, [{"id": number, "folded": name} for name, number in numbered.items()])
    return known | numbered


def outlet_ids_of(connection: Connection, batch: Iterable[Rows]) -> dict[str, int]:
    """The ids of outlets by their names; those that are new are added, and those whose country is now known told it."""
    wanted = {rows.outlet["name"]: rows.outlet["country"] for rows in batch if rows.outlet}
    known = {}
    for some in portions(list(wanted)):
        for number, name, country in connection.execute(select(outlets).where(outlets.c.name.in_(some))):
            known[name] = number
            if wanted[name] not in (None, country):
                connection.execute(update(outlets).where(outlets.c.id == number), {"country": wanted[name]})
    new = [name for name in wanted if name not in known]
    numbered = dict(zip(new, next_ids(connection, outlets, len(new)), strict=True))
    insert_rows(connection, outlets, [{"id": numbered[name], "name": name, "country": wanted[name]} for name in new])
    return known | numbered


def _add_articles(connection: Connection, batch: Sequence[Prepared], outlet_ids: dict[str, int], now: str) -> range:
    ids = next_ids(connection, articles, len(batch))
    rows = [
        {"id": number, "hash": p.hash, "outlet_id": _outlet_id(p.rows, outlet_ids), "added": now, **p.rows.article}
        for number, p in zip(ids, batch, strict=True)
    ]
    insert_rows(connection, articles, rows)
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
    insert_rows(connection, records, rows)


def _remove_rows(connection: Connection, article_ids: Sequence[int]) -> None:
    """What was made from the records of some articles; the parties and positions go with the findings."""
    _delete_of(connection, findings, article_ids)
    _delete_of(connection, actors, article_ids)


def add_rows(connection: Connection, batch: dict[int, Rows], outlet_ids: dict[str, int]) -> None:
    """Add what was made from the records of some articles, by their numbers; the articles themselves are there."""
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
    insert_rows(connection, actors, of_actors)
    insert_rows(connection, findings, of_findings)
    insert_rows(connection, parties, of_parties)
    insert_rows(connection, positions, of_positions)
    fulltext.insert(connection, fulltext.FINDINGS, words)


def _delete_of(connection: Connection, table: Table, article_ids: Sequence[int]) -> None:
    for some in portions(article_ids):
        connection.execute(delete(table).where(table.c.article_id.in_(some)))
