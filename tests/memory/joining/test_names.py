"""Names compared: the examples beside the table, and what holds for any two names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.memory.joining.names import agree, parts_of, sound_of
from mahdar.packs import table

ROWS: list[dict[str, Any]] = table("ar", "joining")["examples"]

WORDS = ["محمد", "أحمد", "سالم", "عبد", "الله", "بن", "أبو", "زيد", "آل", "سعود", "الحارثي", "سيرغي", "لافروف",
         "غوتيريش", "جوزيف", "الابن", "-", "ڤان", "Smith"]  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["one"])
def test_the_examples_beside_the_table(row: dict[str, Any]) -> None:
    assert agree(parts_of(row["one"]), parts_of(row["other"])).kind == row["same"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبدالرحمن أبوزيد", "عبد الرحمن أبي زيد"),
        ("محمد بن راشد آل مكتوم", "محمد راشد مكتوم"),
        ("يحيى الراعي", "يحيي الراعى"),
        ("رءوف داوود", "رؤوف داود"),
    ],
)
def test_spellings_of_one_arabic_name_have_the_same_parts(one: str, other: str) -> None:
    assert parts_of(one) == parts_of(other)


def test_a_foreign_name_that_begins_like_the_article_keeps_its_letters() -> None:
    assert parts_of("ألافا")[0] != parts_of("فا")[0]


def test_sounds_meet_whatever_letter_writes_them() -> None:
    assert len({sound_of(word) for word in ("غوردون", "جوردون", "كوردن", "قوردون", "گوردون")}) == 1


@given(NAMES, NAMES)
def test_agreement_does_not_depend_on_who_is_first(one: str, other: str) -> None:
    assert agree(parts_of(one), parts_of(other)).kind == agree(parts_of(other), parts_of(one)).kind


@given(NAMES)
def test_a_name_agrees_with_itself(name: str) -> None:
    assert not parts_of(name) or agree(parts_of(name), parts_of(name)).kind == "full"
