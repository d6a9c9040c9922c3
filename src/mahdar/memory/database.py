"""Opening a database: a file of SQLite's, or PostgreSQL by a URL; made or brought up to date if need be.

One process writes at a time, for the length of a batch (`writing`); any number may read meanwhile.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

DEFAULT = "mahdar.db"
"""The database if nobody names one."""

WAIT = 60
"""Seconds that one process waits for another that is writing."""

WRITERS = 0x6D616864
"""Key of PostgreSQL's advisory lock that a writer holds."""


class DatabaseError(Exception):
    """What is wrong with a database, in one line that names it."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. `name` is how to call it in a message: no password in it."""

    engine: Engine
    name: str

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """The file that a SQLite database stands in."""
        return Path(str(self.engine.url.database)) if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database to its end. Raises DatabaseError."""
        with self._told(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone may write, committed at its end. Raises DatabaseError; then nothing was written."""
        with self._told(), self.engine.connect() as connection:
            connection = connection.execution_options(mahdar_writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS})
                yield connection

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise DatabaseError(f"{self.name}: {_reason(error)}") from error


def open_database(given: str | Path, *, create: bool = False) -> Database:
    """The database of a file or of a URL (postgresql+psycopg://…), its tables as this Mahdar knows them.

    A database of an earlier version is brought up to date. Without `create`, one that is not there is an error. Raises
    DatabaseError, also if a newer Mahdar made it.
    """
    url = _url(str(given))
    if url.get_backend_name() == "sqlite":
        name = str(url.database)
        if not create and not Path(name).is_file():
            raise DatabaseError(f"{name}: no such database (`mahdar read PATH --db {name}` makes one)")
        if not Path(name).absolute().parent.is_dir():
            raise DatabaseError(f"{name}: no such folder")
    elif url.get_backend_name() == "postgresql":
        name = url.render_as_string(hide_password=True)
    else:
        raise DatabaseError(f"{url.get_backend_name()}: neither a file of SQLite's nor PostgreSQL")
    database = Database(_engine(url, name), name)
    try:
        _bring_up_to_date(database, create)
    except BaseException:
        database.close()
        raise
    return database


def _url(given: str) -> URL:
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise DatabaseError("the database's URL is none: postgresql+psycopg://user:password@host/name") from None
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and not url.database:
        raise DatabaseError("a database in memory would be lost: name a file")
    return url


def _engine(url: URL, name: str) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(url, connect_args={"timeout": WAIT})
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        return create_engine(url, connect_args={"connect_timeout": 10})
    except (NoSuchModuleError, ImportError):
        raise DatabaseError(f"{name}: PostgreSQL needs the extra: pip install 'mahdar[postgresql]'") from None


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    connection.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    # what was acknowledged survives a power cut as well as a kill; it costs one flush a batch
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA temp_store = MEMORY")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("mahdar_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(database: Database, create: bool) -> None:
    from mahdar.memory.migrations import KNOWN, upgrade

    newest = KNOWN[-1]
    with database.reading() as connection:
        present = _version(database, connection)
    if present == newest:
        return
    if present is None and not create and not database.is_sqlite:
        raise DatabaseError(f"{database.name}: Mahdar has no tables in it (`mahdar read PATH --db URL` makes them)")
    with database.writing() as connection:
        present = _version(database, connection)  # another process may have been first
        if present != newest:
            upgrade(connection)


def _version(database: Database, connection: Connection) -> str | None:
    """The version of the tables; None if there are none. Raises DatabaseError if they are not ours to use."""
    from mahdar.memory.migrations import KNOWN

    present = inspect(connection).get_table_names()
    if "alembic_version" not in present:
        if database.is_sqlite and present:
            raise DatabaseError(f"{database.name}: a database, but none of Mahdar's")
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is None:
        return None
    if version not in KNOWN:
        newer = re.fullmatch(r"\d{4}", version) and version > KNOWN[-1]
        raise DatabaseError(
            f"{database.name}: made by a newer Mahdar (tables of version {version}, this one knows {KNOWN[-1]})"
            if newer
            else f"{database.name}: a database, but none of Mahdar's"
        )
    return str(version)


_REASONS = {
    "file is not a database": "not a database of SQLite's",
    "database or disk is full": "the disk is full; what was kept before is whole",
    "disk I/O error": "the disk cannot be written to or read; what was kept before is whole",
    "attempt to write a readonly database": "may not be written to",
    "unable to open database file": "cannot be opened",
    "database is locked": f"another process has been writing to it for {WAIT} seconds",
    "database disk image is malformed": "is damaged (`mahdar check` says where)",
}


def _reason(error: DBAPIError) -> str:
    said = " ".join(str(error.orig).split())
    return _REASONS.get(said, f"{said:.300}")
