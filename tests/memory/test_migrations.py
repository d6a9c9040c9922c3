"""Databases of every earlier version are brought up to date with what they hold."""

import sqlite3
from pathlib import Path

import pytest

from mahdar.memory.checking import check
from mahdar.memory.chronicle import Asked, chronicle
from mahdar.memory.database import open_database
from mahdar.memory.joined import join_waiting
from mahdar.memory.migrations import KNOWN
from mahdar.memory.query import Query
from mahdar.memory.search import search
from mahdar.memory.stored import load

OLD = {file.stem.removeprefix("version-"): file for file in Path(__file__).parent.glob("version-*.sql")}


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert set(OLD) == set(KNOWN[:-1])


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_an_old_database_is_brought_up_to_date(version: str, tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript(OLD[version].read_text(encoding="utf-8"))
    with open_database(file) as database:
        assert sum(join_waiting(database)) == 2
        assert list(check(database)) == []
        with database.reading() as connection:
            assert [stored.record.article.id for stored in load(connection)] == ["first", "second"]
            assert search(connection, Query("للسفير", of="events")).total == 1
            assert search(connection, Query(acts=("condemn",))).total == 1
            assert chronicle(connection, Asked(("EGY",)))[0] == 2
