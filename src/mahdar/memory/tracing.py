"""What the joining keeps of an article, put into the database or taken out of it again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from mahdar.memory.bodies import to_json
from mahdar.memory.inserting import insert_rows, portions
from mahdar.memory.joining import Decision, Sighting, Trace, trace_of
from mahdar.memory.joining.decisions import carved
from mahdar.memory.joining.happenings import name_of
from mahdar.memory.joining.whole import mentions_of
from mahdar.memory.stored import Stored, load
from mahdar.memory.tables import (
    articles,
    mentions,
    sighting_keys,
    sightings,
    telling_keys,
    telling_parties,
    tellings,
)


@dataclass(slots=True)
class Touched:
    """What changed, for the joining to start from."""

    sightings: set[str] = field(default_factory=set)
    tellings: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    happenings: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.sightings or self.tellings or self.entities or self.happenings)


def traced(stored: Stored, decisions: Sequence[Decision]) -> Trace:
    """The trace of an article, which goes by its hash."""
    record = replace(stored.record, article=replace(stored.record.article, id=stored.hash))
    return carved(trace_of(record), decisions)


def take_out(connection: Connection, numbers: Sequence[int], decisions: Sequence[Decision], touched: Touched) -> None:
    """Take out what was kept of some articles, if anything was."""
    seen: set[str] = set()
    for some in portions(numbers):
        seen.update(connection.execute(select(mentions.c.sighting_id).where(mentions.c.article_id.in_(some))).scalars())
        old = select(tellings.c.happening_id).where(tellings.c.article_id.in_(some))
        touched.happenings.update(one for one in connection.execute(old).scalars() if one is not None)
        connection.execute(delete(mentions).where(mentions.c.article_id.in_(some)))
        connection.execute(delete(tellings).where(tellings.c.article_id.in_(some)))
    for few in portions(sorted(seen)):
        old = select(sightings.c.entity_id).where(sightings.c.id.in_(few))
        touched.entities.update(one for one in connection.execute(old).scalars() if one is not None)
    _count_anew(connection, sorted(seen), decisions)


_COUNTED = (
    select(
        mentions.c.sighting_id,
        func.min(func.nullif(mentions.c.day, "")).label("first"),
        func.max(mentions.c.day).label("last"),
        func.count().label("count"),
        func.min(articles.c.hash).label("smallest"),
    )
    .join_from(mentions, articles)
    .group_by(mentions.c.sighting_id)
)


def _count_anew(connection: Connection, ids: Sequence[str], decisions: Sequence[Decision]) -> None:
    """Sightings some of whose mentions are gone: their days and words, from what is left; those with none go."""
    if not ids:
        return
    left: dict[str, Any] = {}
    for some in portions(ids):
        left.update((r.sighting_id, r) for r in connection.execute(_COUNTED.where(mentions.c.sighting_id.in_(some))))
        gone = [one for one in some if one not in left]
        connection.execute(delete(sightings).where(sightings.c.id.in_(gone)))
    words = _words(connection, {row.smallest for row in left.values()}, decisions)
    for number, row in left.items():
        values = {"first": row.first or "", "last": row.last, "count": row.count, "smallest": row.smallest}
        values["body"] = to_json(words[row.smallest, number])
        connection.execute(update(sightings).where(sightings.c.id == number).values(values))


def _words(
    connection: Connection, hashes: Iterable[str], decisions: Sequence[Decision]
) -> dict[tuple[str, str], Sighting]:
    """How some articles show each of their sightings: by the article's hash and the sighting's id."""
    out: dict[tuple[str, str], Sighting] = {}
    for stored in load(connection, hashes=sorted(hashes)):
        for _, sighting in mentions_of(traced(stored, decisions)):
            out.setdefault((stored.hash, sighting.id), sighting)
    return out


def put_in(connection: Connection, traces: dict[int, Trace], touched: Touched) -> None:
    """Put in what is kept of some articles, by their numbers."""
    seen = [
        (number, trace.article, ref.id, sighting, trace.days.get(ref.id, trace.published or ""))
        for number, trace in traces.items()
        for ref, sighting in mentions_of(trace)
    ]
    _sightings(connection, seen, touched)
    insert_rows(
        connection,
        mentions,
        [{"article_id": n, "ref": ref, "sighting_id": one.id, "day": day} for n, _, ref, one, day in seen],
    )
    told = [(number, name_of(one.ref), one) for number, trace in traces.items() for one in trace.events]
    touched.tellings.update(name for _, name, _ in told)
    rows = [{"name": name, "article_id": n, "body": to_json(one), "happening_id": None} for n, name, one in told]
    insert_rows(connection, tellings, rows)
    keys = [{"key": key, "name": name} for _, name, one in told for key in sorted(one.keys)]
    insert_rows(connection, telling_keys, keys)
    parties = [
        {"sighting_id": party, "name": name}
        for _, name, one in told
        for party in dict.fromkeys((*one.actors, *one.recipients))
    ]
    insert_rows(connection, telling_parties, parties)


def _sightings(connection: Connection, seen: Sequence[tuple[int, str, str, Sighting, str]], touched: Touched) -> None:
    """Count some mentions to their sightings, all of which are touched: what an entity is called is counted too."""
    known = dict(_known(connection, sorted({sighting.id for *_, sighting, _ in seen})))
    now: dict[str, dict[str, Any]] = {}
    for _, digest, _, sighting, day in seen:
        row = now.get(sighting.id) or known.get(sighting.id)
        if row is None:
            row = {"id": sighting.id, "first": day, "last": day, "count": 1, "smallest": digest, "entity_id": None}
            row["body"] = to_json(sighting)
        else:
            first = min(filter(None, (row["first"], day)), default="")
            row = {**row, "first": first, "last": max(row["last"], day), "count": row["count"] + 1}
            if digest < row["smallest"]:
                row |= {"smallest": digest, "body": to_json(sighting)}
        now[sighting.id] = row
    keys = {sighting.id: sorted(sighting.keys) for *_, sighting, _ in seen}
    new = [row for number, row in now.items() if number not in known]
    insert_rows(connection, sightings, new)
    insert_rows(
        connection, sighting_keys, [{"key": key, "sighting_id": row["id"]} for row in new for key in keys[row["id"]]]
    )
    old = [row for number, row in now.items() if number in known]
    if old:
        connection.execute(_RECOUNT, [{f"new_{name}": row[name] for name in (*_COUNTS, "id")} for row in old])
    touched.sightings |= now.keys()


_COUNTS = ("first", "last", "count", "smallest", "body")
_RECOUNT = (
    update(sightings)
    .where(sightings.c.id == bindparam("new_id"))
    .values({name: bindparam(f"new_{name}") for name in _COUNTS})
)


def _known(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for some in portions(ids):
        for row in connection.execute(select(sightings).where(sightings.c.id.in_(some))):
            yield row.id, dict(row._mapping)
