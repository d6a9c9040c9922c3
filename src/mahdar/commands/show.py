"""`mahdar show`: one article's record out of the database, each part with the id by which it can be corrected."""

import json
import sys
from dataclasses import replace
from typing import Annotated

import typer

from mahdar.commands.opening import DbOption, opened
from mahdar.commands.search import Shown
from mahdar.commands.styling import style_of
from mahdar.commands.telling import fail

ArticleArgument = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, or the first digits of its hash.")]


def show(
    article: ArticleArgument,
    machine: Annotated[bool, typer.Option("--machine", help="As it was read, without what people decided.")] = False,
    format: Annotated[Shown, typer.Option(help="For people, or as JSON.")] = Shown.text,
    db: DbOption = "mahdar.db",
) -> None:
    """Show the record of one article, with the ids of its parts."""
    from mahdar.memory.deciding import DecisionError, find
    from mahdar.views.text import render

    try:
        with opened(db) as database, database.reading() as connection:
            stored = find(connection, article)
    except DecisionError as error:
        fail(error)
    record = stored.machine if machine else stored.record
    if format is Shown.json:
        print(json.dumps(record.to_dict(), ensure_ascii=False, indent=2))
        return
    print(stored.hash)
    print(render(record, replace(style_of(sys.stdout), ids=True)))
