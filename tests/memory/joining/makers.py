"""Small records for the joining: who is in an article, and what happened."""

from collections.abc import Sequence

from mahdar.record import Actor, Amount, Article, Event, Place, Record, Span, Statement

TEXT = "خبر"
HERE = (Span(0, 3),)


def person(
    name: str,
    country: str | None = None,
    role: str | None = None,
    *,
    id: str = "a1",
    sector: str = "GOV",
    sure: bool = True,
) -> Actor:
    evidence = {"sector": HERE} | ({"role": HERE} if role else {}) | ({"country": HERE} if country and sure else {})
    inferred = {} if sure or country is None else {"country": "most-named-country"}
    return Actor(id, "person", name, country, sector, role, None, HERE, evidence, inferred)


def office(role: str, country: str, *, id: str = "a1") -> Actor:
    """Somebody without a name."""
    return person(role, country, role, id=id)


def body(name: str, country: str | None, *, id: str = "a1", kind: str = "organisation") -> Actor:
    return Actor(id, kind, name, country, None, None, None, HERE, {"country": HERE} if country else {})


def event(
    actors: Sequence[str], recipients: Sequence[str] = (), date: str | None = None, *, id: str = "e1",
    type: str = "CONSULT", mode: str | None = None, status: str = "occurred", place: str | None = None,
    amount: tuple[float, str] | None = None, statement: str | None = None,
) -> Event:  # fmt: skip
    told = ("type", "mode", "status", "actors", "recipients", "date", "place", "amount", "statement")
    return Event(
        id, type, mode, (), status, tuple(actors), tuple(recipients), date, Place(place, None, 0, 3) if place else None,
        Amount(*amount, 0, 3) if amount else None, HERE, statement, inferred=dict.fromkeys(told, "told"),
    )  # fmt: skip


def record(
    id: str, published: str | None, actors: Sequence[Actor], events: Sequence[Event] = (), *,
    source: str | None = None, text: str = TEXT, statements: Sequence[Statement] = (),
) -> Record:  # fmt: skip
    article = Article(id, text, source=source or f"وكالة {id}", published=published,
                      published_from="metadata" if published else None)  # fmt: skip
    return Record.build(article, actors, events, statements)
