"""Articles that wait to be joined → the chronicle, batch by batch.

Each batch is one transaction. What an article more can touch is joined anew, with the same result as joining all
again, so that the chronicle does not depend on the order in which articles came.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, or_, select, update

from mahdar.memory import joining, ledger
from mahdar.memory.bodies import to_json
from mahdar.memory.correcting import part_at
from mahdar.memory.database import Database
from mahdar.memory.inserting import insert_rows, portions
from mahdar.memory.joining import ChronicleEvent, Entity, Ref
from mahdar.memory.joining.adding import Update
from mahdar.memory.joining.adding import update as join_anew
from mahdar.memory.joining.decisions import Verdicts
from mahdar.memory.joining.happenings import name_of
from mahdar.memory.keeper import Keeper
from mahdar.memory.queue import waiting_count
from mahdar.memory.rows import days
from mahdar.memory.stored import load
from mahdar.memory.tables import (
    articles,
    entities,
    happening_parties,
    happenings,
    joins,
    maybes,
    mentions,
    sightings,
    tellings,
    waiting,
)
from mahdar.memory.tracing import Touched, put_in, take_out, traced

BATCH = 200
"""Articles that are joined together."""


def join_waiting(database: Database) -> Iterator[int]:
    """Join what waits; yields how many articles each batch had. Raises DatabaseError; what came out is kept."""
    while True:
        with database.reading() as connection:
            if not waiting_count(connection):
                return
        with database.writing() as connection:
            next_ones = select(waiting.c.article_id).order_by(waiting.c.article_id).limit(BATCH)
            numbers = list(connection.execute(next_ones).scalars())
            join_articles(connection, numbers)
        yield len(numbers)


def join_articles(connection: Connection, numbers: Sequence[int]) -> None:
    """Join some articles, by their numbers."""
    decisions = decisions_across(connection)
    touched = Touched()
    take_out(connection, numbers, decisions, touched)
    put_in(connection, {s.number: traced(s, decisions) for s in load(connection, numbers=numbers)}, touched)
    verdicts = (
        Verdicts.on_actors(decisions, _sightings_of(connection, decisions)),
        Verdicts.on_events(decisions, _tellings_of(connection, decisions)),
    )
    while touched:
        keeper = Keeper(connection)
        keeper.look_ahead(touched.sightings, touched.tellings)
        done = join_anew(
            keeper,
            touched.sightings,
            touched.tellings,
            *verdicts,
            entities_touched=touched.entities,
            events_touched=touched.happenings,
        )
        _write(connection, done, touched)
        # what tells of somebody who now is somebody else, a group with another name, is told anew
        moved = [name for name, entity in done.entity_of.items() if keeper.shown[name][1] not in (None, entity)]
        touched = Touched(tellings={name_of(told.ref) for told, _ in keeper.tellings_of(moved)} - done.event_of.keys())
    for some in portions(numbers):
        connection.execute(delete(waiting).where(waiting.c.article_id.in_(some)))


def decisions_across(connection: Connection) -> tuple[joining.Decision, ...]:
    """What people decided about actors and events of two articles, where both are there and still have them."""
    made = [one for one in ledger.standing_on_two(connection) if one.part and one.other]
    hashes = {pointer.article for one in made for pointer in (one.part, one.other) if pointer}
    found = {stored.hash: stored.record for stored in load(connection, hashes=sorted(hashes))} if hashes else {}
    out = []
    for one in made:
        refs = []
        for pointer in (one.part, one.other):
            part = part_at(found[pointer.article], pointer) if pointer and pointer.article in found else None
            if pointer and part:
                refs.append(Ref(pointer.article, part.id))
        if len(refs) == 2 and one.part:
            out.append(joining.Decision(one.part.what, refs[0], refs[1], one.verb == "merge"))
    return tuple(out)


def _sightings_of(connection: Connection, decisions: Sequence[joining.Decision]) -> dict[Ref, str]:
    """The sightings of the actors that were decided about."""
    refs = {ref for one in decisions if one.what == "actor" for ref in (one.one, one.other)}
    out: dict[Ref, str] = {}
    for some in portions(sorted({ref.article for ref in refs})):
        query = select(articles.c.hash, mentions.c.ref, mentions.c.sighting_id).join_from(mentions, articles)
        for digest, ref, sighting in connection.execute(query.where(articles.c.hash.in_(some))):
            if Ref(digest, ref) in refs:
                out[Ref(digest, ref)] = sighting
    return out


def _tellings_of(connection: Connection, decisions: Sequence[joining.Decision]) -> dict[str, Any]:
    """The tellings that were decided about and are there."""
    names = {f"{ref.article}#{ref.id}" for one in decisions if one.what == "event" for ref in (one.one, one.other)}
    out: dict[str, Any] = {}
    for some in portions(sorted(names)):
        out.update(
            (name, None)
            for name in connection.execute(select(tellings.c.name).where(tellings.c.name.in_(some))).scalars()
        )
    return out


# --- writing what was joined


def _write(connection: Connection, done: Update, touched: Touched) -> None:
    _place(connection, sightings, "id", "entity_id", done.entity_of)
    _place(connection, tellings, "name", "happening_id", done.event_of)
    gone = done.gone | touched.entities | touched.happenings
    _entities(connection, done.entities, gone)
    _happenings(connection, done.events, gone)
    names = [*done.entity_of, *done.event_of]
    _remove_pairs(connection, joins, names)
    rows = [{"one": one.one, "other": one.other, "body": to_json(one)} for one in done.joins]
    insert_rows(connection, joins, list({(row["one"], row["other"]): row for row in rows}.values()))
    ids = [*done.entity_of.values(), *done.event_of.values(), *gone]
    _remove_pairs(connection, maybes, sorted(set(ids)))
    insert_rows(
        connection,
        maybes,
        [{"what": m.what, "one": m.one, "other": m.other, "score": m.score, "body": to_json(m)} for m in done.maybes],
    )


def _place(connection: Connection, table: Table, key: str, column: str, of: Mapping[str, str]) -> None:
    """Say of sightings which entity, or of tellings which happening, they belong to."""
    if of:
        change = update(table).where(table.c[key] == bindparam("which")).values({column: bindparam("what")})
        connection.execute(change, [{"which": which, "what": what} for which, what in of.items()])


def _entities(connection: Connection, whole: Sequence[Entity], gone: Iterable[str]) -> None:
    old: dict[str, str | None] = {}
    for some in portions([entity.id for entity in whole]):
        query = select(entities.c.id, entities.c.country).where(entities.c.id.in_(some))
        old.update((number, country) for number, country in connection.execute(query))
    _remove(connection, entities, {*gone, *old})
    rows = [
        {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "latin": entity.latin,
            "country": entity.country,
            "body": to_json(entity),
        }
        for entity in whole
    ]
    insert_rows(connection, entities, rows)
    for entity in whole:
        if entity.id in old and old[entity.id] != entity.country:
            moved = update(happening_parties).where(happening_parties.c.entity_id == entity.id)
            connection.execute(moved.values(country=entity.country))


def _happenings(connection: Connection, whole: Sequence[ChronicleEvent], gone: Iterable[str]) -> None:
    _remove(connection, happenings, {*gone, *(event.id for event in whole)})
    rows: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    for event in whole:
        first, last = days(event.date)
        rows.append(
            {
                "id": event.id,
                "type": event.type,
                "mode": event.mode,
                "status": event.status,
                "first": first,
                "last": last,
                "body": to_json(event),
            }
        )
        sides = [("actor", party) for party in event.actors] + [("recipient", party) for party in event.recipients]
        parties += [
            {"happening_id": event.id, "n": n, "side": side, "entity_id": party}
            for n, (side, party) in enumerate(sides)
        ]
    insert_rows(connection, happenings, rows)
    countries: dict[str, str | None] = {}
    for some in portions(sorted({party["entity_id"] for party in parties})):
        query = select(entities.c.id, entities.c.country).where(entities.c.id.in_(some))
        countries.update((number, country) for number, country in connection.execute(query))
    insert_rows(
        connection, happening_parties, [{**party, "country": countries.get(party["entity_id"])} for party in parties]
    )


def _remove(connection: Connection, table: Table, ids: Iterable[str]) -> None:
    for some in portions(sorted(ids)):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _remove_pairs(connection: Connection, table: Table, names: Sequence[str]) -> None:
    for some in portions(names):
        connection.execute(delete(table).where(or_(table.c.one.in_(some), table.c.other.in_(some))))
