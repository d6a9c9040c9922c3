"""The codes that the gold articles use are all known."""

import json
from pathlib import Path

from mahdar.ontology import ACTS, CONTEXTS, COUNTRIES, MODES, SCALES, SECTORS, STRENGTHS, TYPES, VERBAL_TYPES
from mahdar.record import COUNTRY_CODES

GOLD = [json.loads(f.read_text("utf-8"))["gold"] for f in sorted(Path(__file__).parents[1].glob("gold/dev/*.json"))]


def test_the_gold_is_there() -> None:
    assert len(GOLD) > 40


def test_codes_of_the_gold_are_known() -> None:
    for gold in GOLD:
        for actor in gold["actors"]:
            assert actor["country"] in {None, *COUNTRY_CODES}
            assert actor["sector"] in {None, *SECTORS}
        for event in gold["events"]:
            assert event["mode"] in {None, *MODES[event["type"]]}
            assert set(event["contexts"]) <= set(CONTEXTS)
        for statement in gold["statements"]:
            assert statement["type"] in VERBAL_TYPES[statement["act"]]


def test_sizes_of_the_tables() -> None:
    assert len(TYPES) == 16
    assert len(ACTS) == 19
    assert len(COUNTRIES) == 250
    assert {"PSE", "XKX", "TWN", "VAT", "ESH", "HKG"} <= set(COUNTRIES)
    bodies = {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"}
    assert bodies <= COUNTRY_CODES
    assert not bodies & set(COUNTRIES)


def test_a_step_stands_on_one_scale() -> None:
    assert sum(len(steps) for steps in SCALES.values()) == len(STRENGTHS)
    assert (
        STRENGTHS["regret"]
        < STRENGTHS["grave-concern"]
        < STRENGTHS["condemnation"]
        < STRENGTHS["strongest-condemnation"]
    )
