"""Processes killed while they write, and disks that are full: what was acknowledged is kept, nothing twice."""

import itertools
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from mahdar.memory.checking import check
from mahdar.memory.database import Database, DatabaseError, open_database
from mahdar.memory.joined import join_waiting
from mahdar.memory.stored import load
from mahdar.memory.writing import Prepared, prepare, write
from mahdar.record import Record
from tests.memory.conftest import read_text

KILLS = 20
BATCH = 4
FORK = multiprocessing.get_context("fork")


def versions(first: int, count: int) -> list[Record]:
    """Articles that differ in their outlet only."""
    record = _record()
    return [replace(record, article=replace(record.article, source=f"صحيفة {first + n}")) for n in range(count)]


@cache
def _record() -> Record:
    return read_text("استقبل وزير الخارجية العماني بدر البوسعيدي سفير اليابان. وأدان الوزير العدوان على غزة.")


def batch_of(number: int) -> list[Prepared]:
    """Articles that are written together."""
    return [prepare(record, "test") for record in versions(number * BATCH, BATCH)]


def keep_on_writing(url: str, first: int, acknowledge: int) -> None:
    """Write batch after batch without end, joining now and then, and say after each that it is kept."""
    with open_database(url) as database:
        for number in itertools.count(first):
            write(database, batch_of(number))
            os.write(acknowledge, f"{number}\n".encode())
            if number % 5 == 4:
                for _ in join_waiting(database):
                    pass


def test_killed_at_random_moments(url: str) -> None:
    chance = random.Random(7)
    _record()  # not to be read by every process
    open_database(url, create=True).close()
    done = 0
    for _ in range(KILLS):
        told, acknowledge = os.pipe()
        process = FORK.Process(target=keep_on_writing, args=(url, max(0, done - 2), acknowledge))
        process.start()
        os.close(acknowledge)
        with os.fdopen(told, encoding="utf-8") as lines:
            acknowledged = [int(lines.readline())]
            time.sleep(chance.uniform(0, 0.03))
            os.kill(process.pid, signal.SIGKILL)  # type: ignore[arg-type]
            acknowledged += [int(line) for line in lines]
        process.join()
        assert process.exitcode == -signal.SIGKILL
        done = max(done, acknowledged[-1] + 1)
        with open_database(url) as database, database.reading() as connection:
            hashes = [stored.hash for stored in load(connection)]
        assert len(hashes) == len(set(hashes))
        assert {prepared.hash for number in range(done) for prepared in batch_of(number)} <= set(hashes)
    with open_database(url) as database:
        for number in range(done + 1):
            write(database, batch_of(number))
        for _ in join_waiting(database):
            pass
        assert list(check(database)) == []
        with database.reading() as connection:
            kept = [stored.hash for stored in load(connection)]
    assert sorted(kept) == sorted(prepared.hash for number in range(done + 1) for prepared in batch_of(number))


def _write_all(database: Database, records: list[Record]) -> None:
    for at in range(0, len(records), 40):
        write(database, [prepare(record, "test") for record in records[at : at + 40]])


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv[1:] = sys.argv[2:]
from mahdar.cli import main
main()
"""


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    records = versions(0, 300)
    with open_database(file, create=True) as database:
        write(database, [prepare(record, "test") for record in records[:20]])
        assert sum(join_waiting(database)) == 20
    size = max(path.stat().st_size for path in tmp_path.iterdir())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, before[1]))
    try:
        with open_database(file) as database, pytest.raises(DatabaseError, match="what was kept before is whole"):
            _write_all(database, records[20:])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with open_database(file) as database:
        assert list(check(database)) == []
        with database.reading() as connection:
            kept = [stored.record.article.source for stored in load(connection)]
        assert kept[:20] == [record.article.source for record in records[:20]]
        assert len(kept) % 40 == 20


def test_a_full_disk_at_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("زار رئيس الوزراء العراقي القاهرة.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "40000", "read", str(tmp_path / "a.txt"), "--db", str(tmp_path / "x.db")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "MAHDAR_CACHE": "off"},
    )
    assert done.returncode == 1
    assert "the disk" in done.stderr
    assert "Traceback" not in done.stderr
