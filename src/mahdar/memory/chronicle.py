"""The chronicle as it is read: what happened between whom, who is who, and what waits for a person to decide."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from mahdar.memory.inserting import portions
from mahdar.memory.rows import days, folded_name
from mahdar.memory.tables import (
    actors,
    articles,
    entities,
    happening_parties,
    happenings,
    maybes,
    mentions,
    names,
    outlets,
    sightings,
    tellings,
)

PARTIES = "parties"
"""The field of a variant whose value lists ids of entities."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """An entity, as a line shows it."""

    id: str
    kind: str
    name: str
    latin: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of a happening, and the event in its record."""

    article: str
    ref: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One interaction, whoever tells of it. `history` and `variants` are as the joining made them."""

    id: str
    type: str
    mode: str | None
    status: str
    date: str | None
    place: str | None
    actors: tuple[Somebody, ...]
    recipients: tuple[Somebody, ...]
    sources: tuple[Source, ...]
    history: tuple[dict[str, Any], ...]
    variants: tuple[dict[str, Any], ...]
    first_reporters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which happenings are wanted; all conditions hold together."""

    countries: tuple[str, ...] = ()
    """All of them take part."""
    person: str | None = None
    """Words of a name of a party."""
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int = 100
    offset: int = 0


def chronicle(connection: Connection, asked: Asked) -> tuple[int, list[Happening]]:
    """How many happenings there are, and a page of them, the newest first."""
    conditions = _conditions(asked)
    total = connection.execute(select(func.count()).select_from(happenings).where(*conditions)).scalar_one()
    query = select(happenings).where(*conditions)
    query = query.order_by(happenings.c.first.desc().nulls_last(), happenings.c.id).limit(asked.limit)
    rows = connection.execute(query.offset(asked.offset)).all() if total else []
    return total, _happenings(connection, rows)


def happening(connection: Connection, number: str) -> Happening | None:
    """A happening by its id."""
    found = _happenings(connection, connection.execute(select(happenings).where(happenings.c.id == number)).all())
    return found[0] if found else None


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    party = happening_parties.c
    for n, country in enumerate(asked.countries):
        if n == 0:
            out.append(happenings.c.id.in_(select(party.happening_id).where(party.country == country)))
        else:
            out.append(exists().where(party.happening_id == happenings.c.id, party.country == country))
    if asked.person:
        called = select(party.happening_id).where(party.entity_id.in_(called_entities(asked.person)))
        out.append(happenings.c.id.in_(called))
    if asked.types:
        out.append(happenings.c.type.in_(asked.types))
    if asked.statuses:
        out.append(happenings.c.status.in_(asked.statuses))
    if asked.since:
        out.append(happenings.c.last >= days(asked.since)[0])
    if asked.until:
        out.append(happenings.c.first <= days(asked.until)[1])
    return out


def called_entities(name: str) -> Any:
    """The ids of entities that some article calls by a name with all these words."""
    called = and_(*(names.c.folded.contains(word, autoescape=True) for word in folded_name(name).split()))
    return (
        select(sightings.c.entity_id)
        .join_from(names, actors)
        .join(mentions, and_(mentions.c.article_id == actors.c.article_id, mentions.c.ref == actors.c.ref))
        .join(sightings)
        .where(called, sightings.c.entity_id.is_not(None))
    )


def _happenings(connection: Connection, rows: Sequence[Any]) -> list[Happening]:
    bodies = {row.id: json.loads(row.body) for row in rows}
    people = somebodies(connection, {party for body in bodies.values() for party in _parties(body)})
    sources = _sources(connection, list(bodies))
    out = []
    for row in rows:
        body = bodies[row.id]
        out.append(
            Happening(
                row.id,
                row.type,
                row.mode,
                row.status,
                body["date"],
                body["place"],
                tuple([people[party] for party in body["actors"]]),
                tuple([people[party] for party in body["recipients"]]),
                tuple(sources[row.id]),
                tuple(body["history"]),
                tuple([_named_variant(variant, people) for variant in body["variants"]]),
                tuple([(article, ref) for article, ref in body["first_reporters"]]),
            )
        )
    return out


def _parties(body: dict[str, Any]) -> set[str]:
    """The ids of all entities that a happening names."""
    told = [one for variant in body["variants"] if variant["field"] == PARTIES for one in variant["value"].split(", ")]
    return {*body["actors"], *body["recipients"], *told}


def _named_variant(variant: dict[str, Any], people: dict[str, Somebody]) -> dict[str, Any]:
    """A variant of the parties names them instead of giving their ids."""
    if variant["field"] != PARTIES:
        return variant
    named = [people[one].name if one in people else one for one in variant["value"].split(", ")]
    return {**variant, "value": "، ".join(named)}


def somebodies(connection: Connection, ids: Collection[str]) -> dict[str, Somebody]:
    """Entities by their ids."""
    columns = (entities.c.id, entities.c.kind, entities.c.name, entities.c.latin, entities.c.country)
    out: dict[str, Somebody] = {}
    for some in portions(sorted(ids)):
        out.update(
            (row.id, Somebody(*row)) for row in connection.execute(select(*columns).where(entities.c.id.in_(some)))
        )
    return out


def _sources(connection: Connection, ids: Sequence[str]) -> dict[str, list[Source]]:
    query = (
        select(
            tellings.c.happening_id, tellings.c.name, articles.c.hash, articles.c.published, outlets.c.name.label("of")
        )
        .join_from(tellings, articles)
        .join(outlets, isouter=True)
        .order_by(articles.c.first.nulls_last(), tellings.c.name)
    )
    out: defaultdict[str, list[Source]] = defaultdict(list)
    for some in portions(ids):
        for row in connection.execute(query.where(tellings.c.happening_id.in_(some))):
            source = Source(row.hash, row.name.partition("#")[2], row.of, row.published)
            out[row.happening_id].append(source)
    return out


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity with its name forms, its offices over time and how many articles mention it; as the joining made it."""

    who: Somebody
    articles: int
    names: tuple[dict[str, Any], ...]
    offices: tuple[dict[str, Any], ...]
    joins: tuple[dict[str, Any], ...]


def who_is(connection: Connection, name: str, limit: int = 20) -> list[Profile]:
    """The entities called by a name, those in most articles first."""
    counted = (
        select(sightings.c.entity_id, func.sum(sightings.c.count).label("seen"))
        .where(sightings.c.entity_id.in_(called_entities(name)))
        .group_by(sightings.c.entity_id)
    ).subquery()
    query = select(entities, counted.c.seen).join(counted, counted.c.entity_id == entities.c.id)
    out = []
    for row in connection.execute(query.order_by(counted.c.seen.desc(), entities.c.id).limit(limit)):
        body = json.loads(row.body)
        who = Somebody(row.id, row.kind, row.name, row.latin, row.country)
        out.append(Profile(who, int(row.seen), *(tuple(body[part]) for part in ("names", "offices", "joins"))))
    return out


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two that may be one, and a place where each stands: an article and an id in its record."""

    what: str
    score: float
    why: tuple[dict[str, Any], ...]
    one: str
    other: str
    one_at: tuple[str, str]
    other_at: tuple[str, str]


def doubts(connection: Connection, limit: int = 20) -> tuple[int, list[Doubt]]:
    """How many pairs wait for a person to decide, and those most likely one first."""
    total = connection.execute(select(func.count()).select_from(maybes)).scalar_one()
    query = select(maybes).order_by(maybes.c.score.desc(), maybes.c.one, maybes.c.other).limit(limit)
    out = []
    for row in connection.execute(query).all():
        named = [_named(connection, row.what, number) for number in (row.one, row.other)]
        why = tuple(json.loads(row.body)["parts"])
        out.append(Doubt(row.what, row.score, why, named[0][0], named[1][0], named[0][1], named[1][1]))
    return total, out


def _named(connection: Connection, what: str, number: str) -> tuple[str, tuple[str, str]]:
    """What an entity or a happening is called, and the first place where it stands."""
    if what == "event":
        row = connection.execute(select(happenings).where(happenings.c.id == number)).one()
        body = json.loads(row.body)
        article, ref = body["members"][0]
        return f"{row.type} {row.mode or ''} {body['date'] or ''}".strip(), (article, ref)
    name = connection.execute(select(entities.c.name).where(entities.c.id == number)).scalar_one()
    query = (
        select(articles.c.hash, mentions.c.ref)
        .join_from(sightings, mentions)
        .join(articles, mentions.c.article_id == articles.c.id)
        .where(sightings.c.entity_id == number)
        .order_by(articles.c.hash, mentions.c.ref)
    )
    article, ref = connection.execute(query.limit(1)).one()
    return name, (article, ref)
