"""How fast the database is: `python bench/store.py`, on a generated press of 100,000 articles (crowd.py).

The records are made without reading, so that only the database is measured, first with a tenth of the articles and
then with all of them: what grows is seen. Times are by the clock on the wall and, in brackets, of the processor, which
says more on a machine that is busy with other things. `--db URL` measures PostgreSQL, in a database that is empty.
"""

import argparse
import resource
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from crowd import Press, paragraphs

from mahdar.memory.chronicle import Asked, chronicle
from mahdar.memory.database import Database, open_database
from mahdar.memory.joined import join_waiting
from mahdar.memory.query import Query
from mahdar.memory.search import search
from mahdar.memory.writing import prepare, write
from mahdar.record import Record

ROOT = Path(__file__).resolve().parent.parent
BATCH = 500
ASKED = 60
"""Searches, chronicles and additions that are timed."""
WORDS = (
    "غزة", "حل الدولتين", '"وقف إطلاق النار"', "الاستيطان", "التعاون الاقتصادي", "المساعدات الإنسانية", "القدس",
    "السفير", "اتفاقية", "العدوان", "مجلس الأمن", "الزيارة الرسمية", "القضية الفلسطينية", "الأمن والاستقرار",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the database.")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--db", help="a database to use instead of a file of its own")
    options = parser.parse_args()
    press = Press(paragraphs(ROOT), seed=20241210)
    records = press.records()
    with (
        TemporaryDirectory(prefix="mahdar-bench-") as folder,
        open_database(options.db or Path(folder) / "bench.db", create=True) as database,
    ):
        done = 0
        for count in (options.articles // 10, options.articles):
            print(f"\n{count:,} articles")
            fill(database, records, count - done)
            done = count
            join(database)
            ask(database, press)
            add(database, records)
            print(f"{'memory, MB':<48}{peak():>9.0f}")
            if database.file:
                size = sum(path.stat().st_size for path in Path(folder).iterdir())
                print(f"{'file, KB an article':<48}{size / 1024 / count:>9.1f}")


def fill(database: Database, records: Iterator[Record], count: int) -> None:
    """Write articles; the time of making their records is not counted."""
    wall = cpu = 0.0
    characters = findings = done = 0
    while done < count:
        batch = list(islice(records, min(BATCH, count - done)))
        start, start_cpu = perf_counter(), process_time()
        write(database, [prepare(record, "bench") for record in batch])
        wall += perf_counter() - start
        cpu += process_time() - start_cpu
        done += len(batch)
        characters += sum(len(record.text) for record in batch)
        findings += sum(len(record.events) + len(record.statements) for record in batch)
    print(f"{'characters, events and statements an article':<48}{characters / done:>9,.0f}{findings / done:>9.1f}")
    print(f"{'written, records a second':<48}{done / wall:>9,.0f} ({done / cpu:,.0f})")


def join(database: Database) -> None:
    """Join what was written."""
    start, start_cpu, done = perf_counter(), process_time(), 0
    for count in join_waiting(database):
        done += count
    wall, cpu = perf_counter() - start, process_time() - start_cpu
    print(f"{'joined, articles a second':<48}{done / wall:>9,.0f} ({done / cpu:,.0f})")


def ask(database: Database, press: Press) -> None:
    """Searches with words and two filters, and chronicles of pairs of states that are often or seldom in the news."""
    random = Random(3)
    codes = press.codes[:40]

    def query() -> Query:
        words, country = random.choice(WORDS), random.choice(codes)
        since, until = f"{random.randrange(2015, 2022)}", f"{random.randrange(2022, 2025)}"
        return random.choice(
            (
                Query(words, speaker_countries=(country,), since=since),
                Query(words, acts=("condemn", "affirm"), countries=(country,)),
                Query(words, types=("CONSULT", "AID"), since=since),
                Query(words, of="statements", stances=("for", "neither"), until=until),
                Query(words, of="articles", outlets=("صحيفة 1",), since=since),
                Query(words, of="articles", countries=(country,), until=until),
                Query(words, of="events", statuses=("planned",), countries=(country,)),
            )
        )

    told("search with two filters, ms", timed(lambda: read(database, lambda c: search(c, query()))))
    told("the same with facets, ms", timed(lambda: read(database, lambda c: search(c, query(), facets=True))))

    def pair() -> Asked:
        return Asked((random.choice(codes[:10]), random.choice(codes)))

    told("chronicle of two states, ms", timed(lambda: read(database, lambda c: chronicle(c, pair()))))


def add(database: Database, records: Iterator[Record]) -> None:
    """Articles added and joined one by one."""

    def one() -> None:
        write(database, [prepare(next(records), "bench")])
        for _ in join_waiting(database):
            pass

    told("one article more, joined, ms", timed(one))


def read(database: Database, work: Callable[..., object]) -> None:
    with database.reading() as connection:
        work(connection)


def timed(work: Callable[[], object]) -> list[tuple[float, float]]:
    """Milliseconds of each of many times: by the clock, and of the processor."""
    out = []
    for _ in range(ASKED):
        start, start_cpu = perf_counter(), process_time()
        work()
        out.append((1000 * (perf_counter() - start), 1000 * (process_time() - start_cpu)))
    return out


def told(name: str, times: list[tuple[float, float]]) -> None:
    """The median, and what 95 of 100 keep below: by the clock, and in brackets of the processor."""
    figures = ""
    for share in (0.5, 0.95):
        wall, cpu = (sorted(column)[int(len(column) * share)] for column in zip(*times, strict=True))
        figures += f"{wall:>9.1f} ({cpu:.1f})"
    print(f"{name + ': median, 95 of 100':<48}{figures}")


def peak() -> float:
    """The most memory that this process has had, in MB."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    main()
