"""Processes killed while they write, and disks that are full: what was acknowledged is kept, nothing twice."""

import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mahdar.memory.checking import check
from mahdar.memory.database import Database, DatabaseError, open_database
from mahdar.memory.identity import content_hash
from mahdar.memory.joined import join_waiting
from mahdar.memory.stored import load
from mahdar.memory.writing import prepare, write
from mahdar.record import Record
from tests.memory.conftest import read_text

KILLS = 20
BATCH = 4
FORK = multiprocessing.get_context("fork")


def versions(count: int) -> list[Record]:
    """Articles that differ in their outlet only."""
    record = read_text("استقبل وزير الخارجية العماني بدر البوسعيدي سفير اليابان. وأدان الوزير العدوان على غزة.")
    return [replace(record, article=replace(record.article, source=f"صحيفة {n}")) for n in range(count)]


def keep_on_writing(url: str, batches: list[list[Record]], acknowledge: int) -> None:
    """Write batch after batch, joining now and then, and say after each that it is kept."""
    with open_database(url) as database:
        for number, batch in enumerate(batches):
            write(database, [prepare(record, "test") for record in batch])
            os.write(acknowledge, f"{number}\n".encode())
            if number % 5 == 4:
                for _ in join_waiting(database):
                    pass


def test_killed_at_random_moments(url: str) -> None:
    chance = random.Random(7)
    every = versions(160)
    batches = [every[at : at + BATCH] for at in range(0, len(every), BATCH)]
    open_database(url, create=True).close()
    done = killed = 0
    for _ in range(KILLS):
        told, acknowledge = os.pipe()
        process = FORK.Process(target=keep_on_writing, args=(url, batches, acknowledge))
        process.start()
        os.close(acknowledge)
        with os.fdopen(told, encoding="utf-8") as lines:
            # from the first batch that is new to this process on, at any moment
            for line in lines:
                if int(line) >= done:
                    break
            time.sleep(chance.uniform(0, 0.06))
            os.kill(process.pid, signal.SIGKILL)  # type: ignore[arg-type]
            acknowledged = [int(line) for line in lines if line.strip()]
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        done = min(max([done, *acknowledged]) + 1, len(batches) - 1)
        with open_database(url) as database, database.reading() as connection:
            hashes = [stored.hash for stored in load(connection)]
        assert len(hashes) == len(set(hashes))
        assert {content_hash(r.article) for batch in batches[: done - 1] for r in batch} <= set(hashes)
    assert killed == KILLS
    with open_database(url) as database:
        for batch in batches:
            write(database, [prepare(record, "test") for record in batch])
        for _ in join_waiting(database):
            pass
        assert list(check(database)) == []
        with database.reading() as connection:
            kept = [stored.hash for stored in load(connection)]
    assert sorted(kept) == sorted(content_hash(record.article) for record in every)


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
    records = versions(300)
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
