"""The decisions in the database: they are only ever added to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from mahdar.memory.decisions import Decision, body_of, decision_of, standing
from mahdar.memory.inserting import insert_rows, next_ids, portions
from mahdar.memory.tables import decisions


def add(connection: Connection, made: Iterable[Decision]) -> list[Decision]:
    """Keep decisions; gives them back with their numbers and the time."""
    every = list(made)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    numbers = next_ids(connection, decisions, len(every))
    kept = [replace(one, number=number, made=now) for number, one in zip(numbers, every, strict=True)]
    insert_rows(connection, decisions, [_row(one) for one in kept])
    return kept


def _row(one: Decision) -> dict[str, Any]:
    return {
        "id": one.number,
        "made": one.made,
        "who": one.who,
        "why": one.why,
        "verb": one.verb,
        "hash": one.article,
        "body": body_of(one),
    }


def every_decision(connection: Connection) -> list[Decision]:
    """All decisions in their order, those that were taken back and the taking back too."""
    rows = connection.execute(select(decisions).order_by(decisions.c.id))
    return [decision_of(row) for row in rows]


def standing_on_two(connection: Connection) -> list[Decision]:
    """The decisions that join or part two articles' accounts, in their order."""
    query = select(decisions).where(decisions.c.verb.in_(("merge", "split", "undo"))).order_by(decisions.c.id)
    return [one for one in standing(decision_of(row) for row in connection.execute(query)) if one.across]


def decided_hashes(connection: Connection) -> list[str]:
    """The hashes of the articles about whose records some decision stands."""
    hashes = list(
        connection.execute(select(decisions.c.hash).where(decisions.c.hash.is_not(None)).distinct()).scalars()
    )
    return sorted(digest for digest, made in decisions_on(connection, hashes).items() if made)


def decisions_on(connection: Connection, hashes: Sequence[str]) -> dict[str, list[Decision]]:
    """Article's hash → the decisions that stand on its record, in their order."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for some in portions(hashes):
        query = select(decisions).where(decisions.c.hash.in_(some)).order_by(decisions.c.id)
        for row in connection.execute(query):
            found[row.hash].append(decision_of(row))
    return {digest: list(standing(made)) for digest, made in found.items()}
