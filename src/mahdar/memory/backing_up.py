"""A copy of a database while others go on reading and writing it."""

import sqlite3
from pathlib import Path

from mahdar.memory.database import Database, DatabaseError


def backup(database: Database, file: Path) -> None:
    """Copy a SQLite database, as it is at one moment, into a file that is not there yet.

    Raises DatabaseError, for PostgreSQL with the command to use instead.
    """
    if database.file is None:
        raise DatabaseError(
            f"{database.name}: is backed up with PostgreSQL's own pg_dump --format=custom --file={file}"
        )
    if file.exists():
        raise DatabaseError(f"{file}: is there already")
    draft = file.with_name(file.name + ".part")
    source = sqlite3.connect(database.file)
    try:
        target = sqlite3.connect(draft)
        try:
            source.backup(target)  # in one go: in WAL mode nobody has to wait for a reader
        finally:
            target.close()
        draft.rename(file)
    except (sqlite3.Error, OSError) as error:
        draft.unlink(missing_ok=True)
        raise DatabaseError(f"{file}: {error}") from error
    finally:
        source.close()
