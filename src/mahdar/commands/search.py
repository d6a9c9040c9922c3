"""`mahdar search`: words and filters → what was said, what happened, or the articles."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer

from mahdar.commands.codes import countries, one_of
from mahdar.commands.opening import DbOption, opened
from mahdar.commands.styling import style_of
from mahdar.commands.telling import fail

Several = list[str] | None


class What(StrEnum):
    """What is looked for."""

    statements = "statements"
    events = "events"
    articles = "articles"


class Shown(StrEnum):
    """How what was found is written."""

    text = "text"
    json = "json"


def _option(help: str, **more: Any) -> Any:
    return typer.Option(help=help, **more)


def _day(text: str | None) -> str | None:
    from mahdar.record import is_date

    if text is not None and not is_date(text):
        raise typer.BadParameter(f"{text!r} is no ISO day, month or year (2024-12-11)")
    return text


def day_option(help: str) -> Any:
    """An option that takes a day, a month or a year."""
    return typer.Option(help=help, metavar="DATE", callback=_day)


def search(
    words: Annotated[str, typer.Argument(help='Words in any form; "a phrase"; -not. May be left out.')] = "",
    of: Annotated[What | None, _option("What to look for; else the filters decide.")] = None,
    country: Annotated[Several, _option("Takes part or is spoken of; several may be given, as of all filters.")] = None,
    pair: Annotated[tuple[str, str] | None, _option("Two countries that both take part.")] = None,
    person: Annotated[str | None, _option("Words of the name of somebody who takes part.")] = None,
    speaker: Annotated[str | None, _option("Words of the speaker's name.")] = None,
    speaker_country: Annotated[Several, _option("Of the speaker.")] = None,
    type: Annotated[Several, _option("PLOVER event type: CONSULT …", callback=one_of("TYPES"))] = None,
    mode: Annotated[Several, _option("Mode of an event: visit …", callback=one_of("MODE_CODES"))] = None,
    act: Annotated[Several, _option("Act of speech: condemn …", callback=one_of("ACTS"))] = None,
    issue: Annotated[Several, _option("Id of an issue: settlements …")] = None,
    stance: Annotated[Several, _option("for, against, neither", callback=one_of("STANCES"))] = None,
    status: Annotated[Several, _option("occurred, planned, denied", callback=one_of("STATUSES"))] = None,
    outlet: Annotated[Several, _option("Part of the outlet's name.")] = None,
    outlet_country: Annotated[Several, _option("Country of the outlet.")] = None,
    since: Annotated[str | None, day_option("First day (or month, or year).")] = None,
    until: Annotated[str | None, day_option("Last day.")] = None,
    newest: Annotated[bool, _option("Newest first, instead of best first.")] = False,
    limit: Annotated[int, _option("How many to show.", min=1, max=1000)] = 20,
    offset: Annotated[int, _option("How many to pass over.", min=0)] = 0,
    facets: Annotated[bool, _option("Count the whole of what is found by type, country, outlet, year …")] = False,
    format: Annotated[Shown, _option("For people, or as JSON.")] = Shown.text,
    db: DbOption = "mahdar.db",
) -> None:
    """Search the database: who said what, what happened, where it was reported."""
    from mahdar.memory.query import Query
    from mahdar.memory.search import search as find
    from mahdar.memory.terms import SearchError
    from mahdar.views.found import render

    two = countries(pair)
    query = Query(
        words=words,
        of=of.value if of else None,
        countries=countries(country),
        pair=(two[0], two[1]) if two else None,
        person=person,
        speaker=speaker,
        speaker_countries=countries(speaker_country),
        types=tuple(type or ()),
        modes=tuple(mode or ()),
        acts=tuple(act or ()),
        issues=tuple(issue or ()),
        stances=tuple(stance or ()),
        statuses=tuple(status or ()),
        outlets=tuple(outlet or ()),
        outlet_countries=countries(outlet_country),
        since=since,
        until=until,
        newest=newest,
        limit=limit,
        offset=offset,
    )
    try:
        with opened(db) as database, database.reading() as connection:
            found = find(connection, query, facets=facets)
    except SearchError as error:
        fail(error)
    if format is Shown.json:
        print(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    else:
        print(render(found, style_of(sys.stdout), offset))
