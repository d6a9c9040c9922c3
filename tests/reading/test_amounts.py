"""Amounts and numbers: what they are worth, worked out by hand (amounts.tsv)."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.amounts import quantity
from mahdar.reading.numbers import cardinal_at, number_words, ordinal_at, quantity_at
from mahdar.reading.text import fold, tokenise


def _rows():
    lines = (Path(__file__).parent / "amounts.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


ROWS = _rows()


def first_amount(text, country):
    words = tokenise(text).words
    starts = (i for i, w in enumerate(words) if w.isdecimal() or w == "(" or w in number_words())
    return next((found for found in (quantity(words, i, country) for i in starts) if found is not None), None)


def test_the_table_is_large():
    assert len(ROWS) >= 90


@pytest.mark.parametrize(("value", "unit", "country", "text"), ROWS)
def test_amount(value, unit, country, text):
    found = first_amount(text, country or None)
    if value == "-":
        assert found is None
    else:
        assert found is not None
        assert (found.value, found.unit) == (float(value), unit)


def test_money_is_told_from_goods():
    assert first_amount("5 ملايين دولار", None).money
    assert not first_amount("30 طنا", None).money


def test_the_span_ends_with_the_unit():
    words = tokenise("تسلم 1,500 سلة غذائية أمس").words
    found = quantity(words, 1)
    assert words[found.first : found.last] == ["1", ",", "500", fold("سلة"), fold("غذائية")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة وعشرون", 25),
        ("إحدى وعشرين", 21),
        ("ثلاث عشرة", 13),
        ("ثلاثمئة وخمسة وعشرين", 325),
        ("مئة ألف وخمسون", 100_050),
        ("مليون ومئتا ألف وثلاثون", 1_200_030),
        ("سبعة آلاف وستمئة", 7_600),
        ("ألف وتسعمئة وأربعة وتسعين", 1_994),
    ],
)
def test_cardinal(text, value):
    words = tokenise(text).words
    assert cardinal_at(words, 0) == (value, len(words))


@pytest.mark.parametrize(("text", "value"), [("الحادي والعشرين", 21), ("السابع عشر", 17), ("الثانية", 2)])
def test_ordinal(text, value):
    words = tokenise(text).words
    assert ordinal_at(words, 0) == (value, len(words))


@pytest.mark.parametrize("text", ["ملايين", "آلاف", "", "الوزير", "( خمسة )", "(5"])
def test_no_number(text):
    assert quantity_at(tokenise(text).words, 0) is None


WORDS = tokenise(
    "5 200 3 . , ٫ ( ) مليون ملايين مليونا ألف ألفين خمسة وعشرين ونصف المليون مئة و200 و دولار طن من"
).words


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_any_heap_of_numbers_is_read_without_harm(words):
    for i in range(len(words)):
        found = quantity_at(words, i)
        if found is not None:
            assert i < found[1] <= len(words)
            assert math.isfinite(found[0])
        amount = quantity(words, i)
        assert amount is None or found is not None


@pytest.mark.parametrize("words", [["مليونا"], ["1", ","], ["500", ","], ["ألف"], ["وخمسين"], ["(", "5"]])
def test_a_long_run_is_read_in_pieces(words):
    run = tokenise(" ".join(words * 5_000)).words
    ends = [found[1] - i for i in range(len(run)) if (found := quantity_at(run, i)) is not None]
    assert max(ends, default=0) < 30
