"""What is written is there, once, as it was read, in both kinds of databases."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sqlalchemy import text

from mahdar.memory.database import Database, DatabaseError, open_database
from mahdar.memory.identity import content_hash, storable
from mahdar.memory.keeping import keep
from mahdar.memory.reader import reader_name
from mahdar.memory.stored import load
from mahdar.memory.writing import Written, prepare, write
from mahdar.record import Article, Record
from mahdar.sources import read_paths
from tests.memory.conftest import read_text, tables_of
from tests.record.parts import records

MEETING = (
    "استقبل وزير الخارجية العماني بدر البوسعيدي، أمس الثلاثاء في مسقط، سفير اليابان. وأدان الوزير العدوان على غزة."
)


def test_what_is_written_comes_back_as_it_was_read(filled: Database, press: list[Record]) -> None:
    with filled.reading() as connection:
        back = {stored.hash: stored.record for stored in load(connection)}
    assert back == {content_hash(record.article): record for record in press}


def test_an_article_is_kept_once(database: Database, press: list[Record]) -> None:
    batch = [prepare(record, "test") for record in press[:5]]
    assert write(database, batch) == Written(new=5)
    before = tables_of(database)
    assert write(database, batch + batch) == Written(known=5)
    assert tables_of(database) == before


def test_a_newer_reading_replaces_what_the_older_made(database: Database) -> None:
    record = read_text(MEETING)
    write(database, [prepare(record, "old"), prepare(read_text("زار الوزير القاهرة."), "old")])
    poorer = replace(record, events=(), statements=())
    assert write(database, [prepare(poorer, "new")]) == Written(renewed=1)
    with database.reading() as connection:
        [(stored)] = [s for s in load(connection) if s.hash == content_hash(record.article)]
        count = connection.execute(text("SELECT count(*) FROM findings WHERE article_id = :a"), {"a": stored.number})
        assert count.scalar() == 0
    assert stored.record == poorer
    assert stored.reader == "new"


def test_the_same_text_in_two_outlets_is_two_articles() -> None:
    one = Article("1", "نص", source="أ", published="2024-01-01", published_from="given")
    assert content_hash(one) == content_hash(replace(one, id="2", url="https://example.org/x", author="س"))
    others = [replace(one, source="ب"), replace(one, published="2024-01-02"), replace(one, text="نصا")]
    hosts = [replace(one, source=None, url=f"https://{host}/1") for host in ("a.example", "b.example")]
    assert len({content_hash(a) for a in [one, *others, *hosts]}) == 6


def test_a_nul_is_kept_as_a_replacement(database: Database) -> None:
    article = storable(Article("1", "زار الوزير\0القاهرة", source="و\0"))
    assert (article.text, article.source) == ("زار الوزير\ufffdالقاهرة", "و\ufffd")
    assert storable(article) is article
    assert write(database, [prepare(Record(article), "test")]) == Written(new=1)


@given(record=records())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_record_can_be_kept(database: Database, record: Record) -> None:
    article = storable(record.article)
    prepared = prepare(replace(record, article=article), uuid4().hex)
    assume("\\u0000" not in prepared.body)  # names come from the text, and that has none
    assert write(database, [prepared]) in {Written(new=1), Written(renewed=1)}
    with database.reading() as connection:
        [stored] = load(connection, hashes=[content_hash(article)])
    assert (stored.reader, stored.record.text) == (prepared.reader, article.text)
    assert stored.record.to_dict()["actors"] == record.to_dict()["actors"]
    assert stored.record.to_dict()["events"] == record.to_dict()["events"]
    assert stored.record.to_dict()["statements"] == record.to_dict()["statements"]


def test_reading_again_goes_on_where_it_was(url: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    (tmp_path / "b.txt").write_text("زار رئيس الوزراء العراقي محمد السوداني طهران.", encoding="utf-8")
    (tmp_path / "c.txt").write_text("nothing", encoding="utf-8")
    with open_database(url, create=True) as database:

        def kept(*paths: Path, jobs: int = 1) -> tuple[Written, list[str]]:
            outcomes = list(keep(database, read_paths(paths), jobs=jobs))
            wrong = [str(one) for one in outcomes if not isinstance(one, Written)]
            return sum((one for one in outcomes if isinstance(one, Written)), Written()), wrong

        assert kept(tmp_path / "a.txt") == (Written(new=1), [])
        written, wrong = kept(tmp_path, jobs=2)
        assert written == Written(new=1, known=1)
        assert [line.rsplit("/", 1)[-1] for line in wrong] == ["c.txt: not Arabic: what it is cannot be told"]
        assert kept(tmp_path)[0] == Written(known=2)


def test_the_users_issues_are_part_of_the_reading(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("# nothing", encoding="utf-8")
    assert reader_name() == reader_name() != reader_name(tmp_path / "own.toml")


TWO = """
import sys
from mahdar import read
from mahdar.memory.database import open_database
from mahdar.memory.writing import prepare, write
with open_database(sys.argv[1], create=True) as database:
    record = read("زار الوزير العراقي طهران.")
    for number in range(12):
        from dataclasses import replace
        batch = [prepare(replace(record, article=replace(record.article, source=f"{number}-{who}")), "test")
                 for who in ("both", sys.argv[2])]
        write(database, batch)
"""


def test_two_processes_write_at_once(url: str) -> None:
    both = [subprocess.Popen([sys.executable, "-c", TWO, url, who], stderr=subprocess.PIPE) for who in "ab"]
    assert [process.communicate(timeout=120)[1].decode() for process in both] == ["", ""]
    with open_database(url) as database, database.reading() as connection:
        outlets = [stored.record.article.source for stored in load(connection)]
    assert sorted(map(str, outlets)) == sorted(f"{n}-{who}" for n in range(12) for who in ("both", "a", "b"))


# Opening


def test_a_database_of_a_newer_mahdar_is_refused(url: str) -> None:
    with open_database(url, create=True) as database, database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(DatabaseError, match="made by a newer Mahdar"):
        open_database(url)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (lambda folder: folder / "none.db", "no such database"),
        (lambda folder: folder / "no" / "none.db", "no such"),
        (lambda folder: folder, "no such database"),
        (lambda folder: f"sqlite:///{folder / 'none.db'}", "no such database"),
        (lambda _: "mysql://localhost/x", "neither a file of SQLite's nor PostgreSQL"),
        (lambda _: "://", "URL"),
        (lambda _: "sqlite://", "in memory"),
        (lambda _: "postgresql://user:secret@127.0.0.1:1/x", "127.0.0.1"),
    ],
)
def test_a_database_that_is_none(given: Callable[[Path], str], told: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError) as raised:
        open_database(given(tmp_path))
    assert told in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    import sqlite3

    (tmp_path / "text.db").write_text("no database at all, but a text of some length\n" * 40, encoding="utf-8")
    with pytest.raises(DatabaseError, match="not a database"):
        open_database(tmp_path / "text.db", create=True)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(DatabaseError, match="none of Mahdar's"):
        open_database(tmp_path / "other.db", create=True)


def test_the_tables_are_those_the_code_knows(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from mahdar.memory.fulltext import ARTICLES, FINDINGS
    from mahdar.memory.tables import metadata

    def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return kind != "table" or not str(name).startswith((ARTICLES, FINDINGS))

    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
