"""Input made to be slow or to break: what is compared stays bounded, and nothing fails."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.memory.joining import clusters, join, likeness, people
from mahdar.record import Record
from tests.record.parts import records

from .makers import event, person, record

NAME = "محمد العلي"


def compared(monkeypatch: pytest.MonkeyPatch, found: list[Record]) -> int:
    """How many pairs are compared when records are joined."""
    count = 0

    def counting(function):  # type: ignore[no-untyped-def]
        def counted(*arguments):  # type: ignore[no-untyped-def]
            nonlocal count
            count += 1
            return function(*arguments)

        return counted

    with monkeypatch.context() as patch:
        patch.setattr(people, "compare", counting(people.compare))
        patch.setattr("mahdar.memory.joining.happenings.compare_events", counting(likeness.compare_events))
        join(found)
    return count


def one_name(number: int) -> list[Record]:
    """Everybody of one name, in an office of his own, with an event of that day and of no other party."""
    return [
        record(f"{n}", "2024-05-01", [person(NAME, "SYR", f"مدير الدائرة {n}")], [event(["a1"], ["EGY"], "2024-05-01")])
        for n in range(number)
    ]


def one_day(number: int) -> list[Record]:
    """Events of one pair of states and one day, each with another official."""
    return [
        record(
            f"{n}",
            "2024-05-01",
            [person(f"سعيد{'ن' * (n % 40)} القرني{n}", "SYR")],
            [event(["a1"], ["EGY"], "2024-05-01")],
        )
        for n in range(number)
    ]


@pytest.mark.parametrize("made", [one_name, one_day])
def test_ten_times_the_articles_are_not_a_hundred_times_the_comparisons(made, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    short, long = (compared(monkeypatch, made(number)) for number in (90, 900))
    assert long < 20 * short


def test_a_crowd_under_one_key_is_told() -> None:
    assert join(one_day(120)).skipped


def test_a_thousand_articles_with_one_name_and_office_are_one_person() -> None:
    found = join(record(f"{n:04}", "2024-05-01", [person(NAME, "SYR", "وزير النفط")]) for n in range(1000))
    assert len(found.entities) == 1 and len(found.entities[0].mentions) == 1000


def test_pairs_in_a_ring_that_all_exclude_each_other_end() -> None:
    ids = [f"{n}" for n in range(200)]
    ring = [clusters.Pair(*sorted(pair), 7.0) for pair in pairwise(ids)]
    apart = [(one, other) for one, other in zip(ids, ids[2:], strict=False)]
    found = clusters.cluster(ids, ring, apart, 1.5)
    assert all(found.of[one] != found.of[other] for one, other in apart)


@pytest.mark.parametrize("name", ["ـــ", "«»", "بن", "آل", "عبد", "ال", "م" * 5000, "١٢٣", "\u202e\u200f", "ا " * 3000])
def test_odd_names_break_nothing(name: str) -> None:
    found = join([record("1", None, [person(name, None)]), record("2", "2024", [person(name, "EGY", name)])])
    assert len(found.entity_of) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(records(), max_size=4))
def test_any_records_are_joined(found: list[Record]) -> None:
    named = [replace(one, article=replace(one.article, id=f"{n}")) for n, one in enumerate(found)]
    chronicle = join(named)
    assert len(chronicle.event_of) == sum(len(one.events) for one in named)
