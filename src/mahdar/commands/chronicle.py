"""`mahdar chronicle`, `who` and `doubts`: what all articles together say."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.codes import countries, one_of
from mahdar.commands.opening import DbOption, opened
from mahdar.commands.search import Several, Shown, day_option
from mahdar.commands.styling import style_of
from mahdar.commands.telling import complain

if TYPE_CHECKING:
    from sqlalchemy import Connection

LimitOption = Annotated[int, typer.Option(help="How many to show.", min=1, max=10_000)]
FormatOption = Annotated[Shown, typer.Option(help="For people, or as JSON.")]


def chronicle(
    country: Annotated[Several, typer.Argument(metavar="[COUNTRY [COUNTRY]]", help="Who takes part: KAZ PSE.")] = None,
    person: Annotated[str | None, typer.Option(help="Words of the name of somebody who takes part.")] = None,
    type: Annotated[Several, typer.Option(help="PLOVER event type.", callback=one_of("TYPES"))] = None,
    status: Annotated[Several, typer.Option(help="occurred, planned, denied", callback=one_of("STATUSES"))] = None,
    since: Annotated[str | None, day_option("First day (or month, or year).")] = None,
    until: Annotated[str | None, day_option("Last day.")] = None,
    limit: LimitOption = 50,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    format: FormatOption = Shown.text,
    db: DbOption = "mahdar.db",
) -> None:
    """What happened, each once with all its sources, newest first: between two states, of a state, of a person."""
    from mahdar.memory.chronicle import Asked
    from mahdar.memory.chronicle import chronicle as read
    from mahdar.views.chronicle import render_happenings

    asked = Asked(countries(country), person, tuple(type or ()), tuple(status or ()), since, until, limit, offset)
    with opened(db) as database, database.reading() as connection:
        _tell_of_waiting(connection)
        total, found = read(connection, asked)
    if format is Shown.json:
        print(json.dumps({"total": total, "happenings": list(map(asdict, found))}, ensure_ascii=False, indent=2))
    else:
        print(render_happenings(total, found, style_of(sys.stdout)))


def who(
    name: Annotated[str, typer.Argument(help="Words of the name.")],
    limit: LimitOption = 20,
    format: FormatOption = Shown.text,
    db: DbOption = "mahdar.db",
) -> None:
    """Who is called so: the forms of the name, and the offices over time."""
    from mahdar.memory.chronicle import who_is
    from mahdar.views.chronicle import render_profiles

    with opened(db) as database, database.reading() as connection:
        _tell_of_waiting(connection)
        found = who_is(connection, name, limit)
    if format is Shown.json:
        print(json.dumps(list(map(asdict, found)), ensure_ascii=False, indent=2))
    else:
        print(render_profiles(found, style_of(sys.stdout)))


def doubts(limit: LimitOption = 20, format: FormatOption = Shown.text, db: DbOption = "mahdar.db") -> None:
    """Pairs of people, bodies or happenings that may be one, for you to decide."""
    from mahdar.memory.chronicle import doubts as read
    from mahdar.views.chronicle import render_doubts

    with opened(db) as database, database.reading() as connection:
        _tell_of_waiting(connection)
        total, found = read(connection, limit)
    if format is Shown.json:
        print(json.dumps({"total": total, "pairs": list(map(asdict, found))}, ensure_ascii=False, indent=2))
    else:
        print(render_doubts(total, found, style_of(sys.stdout)))


def _tell_of_waiting(connection: "Connection") -> None:
    from mahdar.memory.queue import waiting_count

    count = waiting_count(connection)
    if count:
        complain(f"{count:,} article{' waits' if count == 1 else 's wait'} to be joined (`mahdar join` does it)")
