"""The database that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.telling import fail

if TYPE_CHECKING:
    from mahdar.memory.database import Database

DbOption = Annotated[
    str, typer.Option("--db", metavar="FILE|URL", envvar="MAHDAR_DB", help="A SQLite file or a PostgreSQL URL.")
]
"""`--db`, to be given the default `mahdar.db`."""


@contextmanager
def opened(db: str) -> "Iterator[Database]":
    """The database, closed at the end; what is wrong with it ends the command in one line."""
    from mahdar.memory.database import DatabaseError, open_database

    try:
        with open_database(db) as database:
            yield database
    except DatabaseError as error:
        fail(error)
