"""The measure of bench/joining.py on a small press: what was reported for 2,000 articles holds on 400 others."""

import pytest

from bench.press.truth import article_of, deeds_in, deeds_read, pairwise, people_in, people_read, record_of
from bench.press.world import make_world
from bench.press.writer import Page, make_press
from mahdar.memory.joining import Chronicle, join
from mahdar.packs import table
from mahdar.reading.reader import read_article

LEAST = {"people": (0.97, 0.95), "events": (0.95, 0.92)}  # precision, F1


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return make_press(make_world(11, table("ar", "countries")["country"], 120), 400, 12)


def check(kind: str, truth: dict, found: dict) -> None:  # type: ignore[type-arg]
    score = pairwise(truth, found)
    precision, f1 = LEAST[kind]
    assert score.wanted > 500
    assert score.precision >= precision
    assert score.f1 >= f1


def people(chronicle: Chronicle) -> dict:  # type: ignore[type-arg]
    persons = {entity.id for entity in chronicle.entities if entity.kind == "person"}
    return {tuple(ref): entity for ref, entity in chronicle.entity_of.items() if entity in persons}


def events(chronicle: Chronicle) -> dict:  # type: ignore[type-arg]
    return {tuple(ref): event for ref, event in chronicle.event_of.items()}


def test_records_without_a_fault_are_joined_well(pages: list[Page]) -> None:
    found = join(map(record_of, pages))
    check("people", people_in(pages), people(found))
    check("events", deeds_in(pages), events(found))


def test_records_read_from_the_articles_are_joined_well(pages: list[Page]) -> None:
    read = {page.id: read_article(article_of(page)) for page in pages}
    found = join(read.values())
    check("people", people_read(pages, read), people(found))
    check("events", deeds_read(pages, read), events(found))


def test_the_measure_itself() -> None:
    truth = {1: "a", 2: "a", 3: "a", 4: "b"}
    assert pairwise(truth, {1: "x", 2: "x", 3: "y", 4: "y"}) == (1, 2, 3)  # right, joined, wanted
    assert pairwise(truth, truth).f1 == 1.0
    assert pairwise(truth, {1: "x", 2: "x", 3: "x", 4: "z", 5: "x"}) == (3, 6, 3)  # 5 is in no article


def test_the_press_holds_what_is_hard(pages: list[Page]) -> None:
    """Namesakes, sequences in one office, unnamed officials, plans: else the measure would mean nothing."""
    names: dict[str, set[str]] = {}
    offices: dict[tuple[str | None, str | None], set[str]] = {}
    for page in pages:
        for key, shown in page.shown.items():
            if shown.kind == "person":
                names.setdefault(shown.name, set()).add(key)
                offices.setdefault((shown.country, shown.role), set()).add(key)
    assert sum(len(keys) > 1 for keys in names.values()) > 10
    assert sum(len(keys) > 1 for keys in offices.values()) > 10
    assert sum(shown.name == shown.role for page in pages for shown in page.shown.values()) > 20
    assert {tell.status for page in pages for tell in page.tells} == {"occurred", "planned", "denied"}
