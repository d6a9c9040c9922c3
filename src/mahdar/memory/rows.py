"""A record → what is searched: its actors, its findings, and the words of both. Functions over plain data."""

import calendar
from dataclasses import dataclass
from typing import Any

from mahdar import wire
from mahdar.memory.identity import outlet_name
from mahdar.memory.sentences import sentence_around
from mahdar.memory.words import stems
from mahdar.packs.ar.folding import fold_letters
from mahdar.record import Event, Record, Statement

Row = dict[str, Any]
"""A row of a table, without the ids that the database gives."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An event or a statement, with its row, its parties (`actor` is a ref or none), its positions and its stems."""

    row: Row
    parties: list[Row]
    positions: list[Row]
    stems: str


@dataclass(frozen=True, slots=True)
class Rows:
    """What one record adds to the tables."""

    article: Row
    outlet: Row | None
    actors: list[Row]
    findings: list[Finding]
    stems: str
    """Of the whole article."""


def rows_of(record: Record) -> Rows:
    """The rows of a record. A statement stands for the event that it amounts to as well."""
    countries = {actor.id: actor.country for actor in record.actors}
    verbal = {event.statement: event for event in record.events if event.statement is not None}
    findings = [_event(event, record.text, countries) for event in record.events if event.statement is None]
    article = record.article
    published = days(article.published)
    for statement in record.statements:
        findings.append(_statement(statement, verbal.get(statement.id), record, countries, published))
    actors = [
        {
            "ref": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "folded": folded_name(actor.name),
            "latin": actor.latin,
            "country": actor.country,
            "sector": actor.sector,
            "role": actor.role,
        }
        for actor in record.actors
    ]
    fields = wire.brief(article)
    outlet = outlet_name(article)
    return Rows(
        article={
            "given_id": article.id,
            "published": article.published,
            "first": published[0],
            "last": published[1],
            "text": article.text,
        },
        outlet={"name": outlet, "country": fields.get("outlet_country")} if outlet else None,
        actors=actors,
        findings=findings,
        stems=stems(article.text),
    )


def folded_name(name: str) -> str:
    """A name as it is looked up: folded, lower case, one space between its words."""
    return " ".join(fold_letters(name).casefold().split())


def days(date: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of an ISO day, month, year or interval."""
    if date is None:
        return None, None
    first, _, last = date.partition("/")
    return _whole(first, last=False), _whole(last or first, last=True)


def _whole(date: str, *, last: bool) -> str:
    if len(date) == 4:
        return f"{date}-12-31" if last else f"{date}-01-01"
    if len(date) == 7:
        day = calendar.monthrange(int(date[:4]), int(date[5:]))[1] if last else 1
        return f"{date}-{day:02}"
    return date


def _event(event: Event, text: str, countries: dict[str, str | None]) -> Finding:
    start, end = event.triggers[0].start, event.triggers[0].end
    first, last = days(event.date)
    row = {
        "part": "event",
        "ref": event.id,
        "type": event.type,
        "mode": event.mode,
        "act": None,
        "status": event.status,
        "first": first,
        "last": last,
        "start": start,
        "end": end,
    }
    sides = [("actor", ref) for ref in event.actors] + [("recipient", ref) for ref in event.recipients]
    sentences = sorted({sentence_around(text, trigger.start, trigger.end) for trigger in event.triggers})
    told = " ".join([text[first:last] for first, last in sentences])
    return Finding(row, _parties(sides, countries), [], stems(told))


def _statement(
    statement: Statement,
    event: Event | None,
    record: Record,
    countries: dict[str, str | None],
    published: tuple[str | None, str | None],
) -> Finding:
    row = {
        "part": "statement",
        "ref": statement.id,
        "type": statement.type,
        "mode": event.mode if event else None,
        "act": statement.act,
        "status": event.status if event else None,
        "first": published[0],
        "last": published[1],
        "start": statement.content.start,
        "end": statement.content.end,
    }
    sides = [("speaker", ref) for ref in (statement.speaker,) if ref]
    sides += [("behalf", ref) for ref in (statement.on_behalf_of,) if ref]
    sides += [("target", ref) for ref in statement.targets]
    stances = dict.fromkeys(statement.issues, "neither") | {p.issue: p.stance for p in statement.positions}
    positions = [{"issue": issue, "stance": stance} for issue, stance in stances.items()]
    return Finding(row, _parties(sides, countries), positions, stems(statement.content.of(record.text)))


def _parties(sides: list[tuple[str, str]], countries: dict[str, str | None]) -> list[Row]:
    """A party is an actor of the record, or a state by its bare code."""
    return [
        {
            "n": n,
            "side": side,
            "country": countries.get(ref, ref),
            "actor": ref if ref in countries else None,
        }
        for n, (side, ref) in enumerate(sides)
    ]
