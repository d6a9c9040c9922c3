"""How well articles are joined: `python bench/joining.py`, on a made-up press of 2,000 articles whose truth is known.

The joining is measured twice: on records as a reader without fault would make them, and on those that Mahdar reads from
the articles, so that its own errors and those of the reading are told apart. Scores are by pairs: of all pairs of
mentions of one person (tellings of one event), how many were joined, and of those joined how many are right.

The weights were set on the press of seed 1; what is reported is the press of another seed.
"""

import argparse
from collections.abc import Collection, Hashable, Iterable
from pathlib import Path
from random import Random
from time import perf_counter

from press.own import own_pages
from press.truth import article_of, deeds_in, deeds_read, pairwise, people_in, people_read, record_of
from press.world import make_world
from press.writer import Page, make_press

from mahdar.memory.joining import Chronicle, join
from mahdar.packs import table
from mahdar.reading.reader import read_article
from mahdar.record import Record

HOME = Path(__file__).resolve().parent.parent
TUNED, REPORTED = 1, 20241210


def press(seed: int, articles: int) -> list[Page]:
    """The press of one seed: about three articles a deed."""
    world = make_world(seed, table("ar", "countries")["country"], deeds=articles * 3 // 10)
    own = own_pages(HOME / "tests" / "gold", Random(seed + 2), outlets=5)
    return [*make_press(world, articles - len(own), seed + 1), *own]


Partition = dict[Hashable, Hashable]


def found(chronicle: Chronicle, statements: Collection[tuple[str, str]] = ()) -> tuple[Partition, Partition]:
    """Who is who among the people, and which event is which, by article and id; statements are left out."""
    people = {entity.id for entity in chronicle.entities if entity.kind == "person"}
    who = {tuple(ref): entity for ref, entity in chronicle.entity_of.items() if entity in people}
    return who, {tuple(ref): event for ref, event in chronicle.event_of.items() if ref not in statements}


def statements_in(records: Iterable[Record]) -> set[tuple[str, str]]:
    """The events that are statements, by article and id."""
    return {(r.article.id, event.id) for r in records for event in r.events if event.statement is not None}


def with_the_missed(truth: Partition, read: Partition, found: Partition) -> tuple[Partition, Partition]:
    """Truth and result over all that the articles hold: what was not read in them is alone."""
    by_label = {(key[0], label): found[key] for key, label in sorted(read.items(), reverse=True) if key in found}
    whole = {(key[0], label): label for key, label in truth.items()}
    return whole, {key: cluster for key, cluster in by_label.items() if key in whole}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the joining of articles.")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=REPORTED)
    options = parser.parse_args()
    pages = press(options.seed, options.articles)
    print(f"{len(pages):,} articles, seed {options.seed}; the weights were set on seed {TUNED}")

    start = perf_counter()
    who, which = found(join([record_of(page) for page in pages]))
    seconds = perf_counter() - start
    rows = [("true", "people", people_in(pages), who), ("true", "events", deeds_in(pages), which)]

    read = {page.id: read_article(article_of(page)) for page in pages}
    people, deeds = people_read(pages, read), deeds_read(pages, read)
    start = perf_counter()
    who, which = found(join(read.values()), statements_in(read.values()))
    seconds_read = perf_counter() - start
    rows += [
        ("read", "people", people, who),
        ("read", "events", deeds, which),
        ("all", "people", *with_the_missed(people_in(pages), people, who)),
        ("all", "events", *with_the_missed(deeds_in(pages), deeds, which)),
    ]
    print(f"{'records':<8} {'of':<8} {'precision':>9} {'recall':>7} {'F1':>6} {'pairs':>8}")
    for records_of, of, truth, result in rows:
        score = pairwise(truth, result)
        figures = f"{score.precision:>9.3f} {score.recall:>7.3f} {score.f1:>6.3f} {score.wanted:>8,}"
        print(f"{records_of:<8} {of:<8} {figures}")
    print("true: records without a fault of reading; read: as Mahdar reads them; all: those, and what it does not read")
    print(f"joined in {seconds:.1f} s and {seconds_read:.1f} s")


if __name__ == "__main__":
    main()
