"""`mahdar rebuild`, `check` and `backup`: what keeps a database well."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mahdar.commands.opening import DbOption, opened


def rebuild(db: DbOption = "mahdar.db") -> None:
    """Make anew all that was made from the articles, their records and the decisions."""
    from mahdar.memory.rebuilding import rebuild as rebuild_database

    with opened(db) as database:
        done = rebuild_database(database)
        print(f"{database.name}: made anew from {done:,} article{'' if done == 1 else 's'}")


def join(db: DbOption = "mahdar.db") -> None:
    """Join the articles that wait: `mahdar read --db` does it at its end, unless it was stopped."""
    from mahdar.memory.joined import join_waiting

    with opened(db) as database:
        done = sum(join_waiting(database))
        print(f"{database.name}: {done:,} article{'' if done == 1 else 's'} joined")


def check(db: DbOption = "mahdar.db") -> None:
    """Check a database: its file, hashes, spans and references; what is wrong, a line each."""
    from mahdar.memory.checking import check as check_database

    with opened(db) as database:
        wrong = 0
        for line in check_database(database):
            wrong += 1
            print(line)
        print(f"{database.name}: {f'{wrong:,} things are wrong' if wrong else 'all is well'}")
    if wrong:
        sys.exit(1)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; must not be there yet.")],
    db: DbOption = "mahdar.db",
) -> None:
    """Copy a SQLite database while others go on using it."""
    from mahdar.memory.backing_up import backup as copy

    with opened(db) as database:
        copy(database, file)
    print(file)
