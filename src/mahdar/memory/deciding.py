"""What a person decides → the ledger, and at once into all that was made from the article's record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from mahdar.memory import ledger
from mahdar.memory.correcting import applied, changed, part_called, pointer_to, snapshot
from mahdar.memory.database import Database
from mahdar.memory.decisions import Decision
from mahdar.memory.joined import join_articles
from mahdar.memory.stored import Stored, load
from mahdar.memory.tables import articles
from mahdar.memory.writing import refresh
from mahdar.record import Record, RecordError

FEWEST = 4
"""Digits of a content hash that name an article at least."""


class DecisionError(ValueError):
    """Why something cannot be decided, in one line."""


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, and why."""

    who: str
    why: str | None = None


def find(connection: Connection, named: str) -> Stored:
    """The article of an id that it came with or of a content hash, or of its beginning. Raises DecisionError."""
    query = select(articles.c.hash).where(articles.c.given_id == named)
    hashes = list(connection.execute(query).scalars())
    if not hashes and len(named) >= FEWEST:
        begins = articles.c.hash.startswith(named.lower(), autoescape=True)
        hashes = list(connection.execute(select(articles.c.hash).where(begins)).scalars())
    if not hashes:
        raise DecisionError(f"no article {named!r} (an id, or at least {FEWEST} digits of a hash)")
    if len(hashes) > 1:
        raise DecisionError(f"{len(hashes)} articles are called {named!r}: {', '.join(h[:8] for h in hashes[:5])}")
    return next(load(connection, hashes=hashes))


def accept(database: Database, named: str, ref: str, by: By) -> Decision:
    """A part of an article's record is right as it is."""
    return _on_part(database, named, ref, by, "accept", {})


def edit(database: Database, named: str, ref: str, changes: Mapping[str, Any], by: By) -> Decision:
    """A part of an article's record has other values in some fields."""
    return _on_part(database, named, ref, by, "edit", changes)


def reject(database: Database, named: str, ref: str, by: By) -> Decision:
    """There is nothing like a part of an article's record."""
    return _on_part(database, named, ref, by, "reject", {})


def add(database: Database, named: str, record: Record, ref: str, by: By) -> Decision:
    """A part was missed: `record` is the article's with it added, `ref` its id there."""
    with database.writing() as connection:
        stored = find(connection, named)
        pointer = _told(pointer_to, record, stored.hash, ref)
        value = snapshot(record, part_called(record, ref))
        return _decide(connection, stored, Decision("add", by.who, by.why, pointer, value=value))


def settle(database: Database, named: str, record: Record, by: By) -> Decision:
    """The whole record of an article, as a person has read it."""
    with database.writing() as connection:
        stored = find(connection, named)
        return _decide(connection, stored, Decision("settle", by.who, by.why, value=settled(record), hash=stored.hash))


def settled(record: Record) -> dict[str, Any]:
    """The value of a decision on the whole record."""
    data = record.to_dict()
    return {name: data[name] for name in ("actors", "events", "statements")}


def merge(database: Database, one: tuple[str, str], other: tuple[str, str], by: By) -> Decision:
    """Two actors or two events, each an article and an id in its record, are one."""
    return _on_two(database, one, other, by, "merge")


def split(database: Database, one: tuple[str, str], other: tuple[str, str], by: By) -> Decision:
    """Two actors or two events are not one."""
    return _on_two(database, one, other, by, "split")


def undo(database: Database, number: int, by: By) -> Decision:
    """An earlier decision is taken back."""
    with database.writing() as connection:
        every = ledger.every_decision(connection)
        undone = {decision.value["number"] for decision in every if decision.verb == "undo"}
        taken = next((decision for decision in every if decision.number == number), None)
        if taken is None or taken.verb == "undo":
            raise DecisionError(f"decision {number} is none that can be taken back")
        if number in undone:
            raise DecisionError(f"decision {number} was taken back already")
        made = Decision("undo", by.who, by.why, value={"number": number}, hash=taken.article)
        [kept] = ledger.add(connection, [made])
        _make_anew(connection, taken)
        return kept


def _on_part(database: Database, named: str, ref: str, by: By, verb: Any, changes: Mapping[str, Any]) -> Decision:
    with database.writing() as connection:
        stored = find(connection, named)
        pointer = _told(pointer_to, stored.record, stored.hash, ref)
        part = part_called(stored.record, ref)
        if changes:
            part = _told(changed, part, changes)
        value = {} if verb == "reject" else snapshot(stored.record, part)
        return _decide(connection, stored, Decision(verb, by.who, by.why, pointer, value=value))


def _on_two(database: Database, one: tuple[str, str], other: tuple[str, str], by: By, verb: Any) -> Decision:
    with database.writing() as connection:
        first, second = find(connection, one[0]), find(connection, other[0])
        pointers = [_told(pointer_to, s.record, s.hash, ref) for s, ref in ((first, one[1]), (second, other[1]))]
        whats = {pointer.what for pointer in pointers}
        if len(whats) > 1 or "statement" in whats:
            raise DecisionError(f"{verb} takes two actors or two events")
        if pointers[0] == pointers[1]:
            raise DecisionError(f"{verb} takes two, not one twice")
        return _decide(connection, first, Decision(verb, by.who, by.why, *pointers))


def _decide(connection: Connection, stored: Stored, decision: Decision) -> Decision:
    """Keep a decision that makes a record, and make anew what depends on it."""
    _told(applied, stored.record, decision)
    [kept] = ledger.add(connection, [decision])
    _make_anew(connection, kept)
    return kept


def _make_anew(connection: Connection, decision: Decision) -> None:
    """What depends on a decision: the rows of the article, and the joining of all articles that it points to."""
    hashes = {one for one in (decision.article, decision.other.article if decision.other else None) if one}
    refresh(connection, sorted(hashes))
    numbers = connection.execute(select(articles.c.id).where(articles.c.hash.in_(hashes))).scalars()
    join_articles(connection, list(numbers))


def _told(function: Any, *args: Any) -> Any:
    try:
        return function(*args)
    except RecordError as error:
        raise DecisionError(str(error)) from None
