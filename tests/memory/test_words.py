"""The words of the full text: the pack's examples, and that a text and its words meet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.memory.words import LONGEST, places, stem, stems
from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

EXAMPLES = table("ar", "stems")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: next(iter(example.values()))[0])
def test_the_examples_of_the_table(example: dict[str, list[str]]) -> None:
    assert len({stem(fold_letters(form)) for form in example.get("same", [])}) <= 1
    others = [stem(fold_letters(word)) for word in example.get("apart", [])]
    assert len(set(others)) == len(others)


def test_what_else_is_one_word() -> None:
    assert stems("G20 g20 ٢٠٢٤ 2024") == "g20 g20 2024 2024"
    assert stems("مُحَمَّـــد") == stems("محمد")
    assert stems("") == stems(" ،.! _ ") == ""
    assert stem("ا" * 500) == stem("ا" * LONGEST)


@given(st.text(alphabet="وفبلكالاتينه ـ\u064b\u0651 .a1_\n", max_size=80))
def test_words_stand_where_the_text_has_them(text: str) -> None:
    found = places(text)
    assert [stems(text[start:end]) for start, end in found] == stems(text).split()
    assert all(one[1] <= other[0] for one, other in pairwise(found))
