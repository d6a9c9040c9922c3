"""Statements: hostile texts, and that the work grows with the length of the text only."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.reading.reader import read_article
from mahdar.record import Article

MARKS = ["«", "»", "“", "”", '"', ":", "،", ".", "\n", "قال الوزير المصري", "وأكد أن", "نعم", "الأمر مهم"]


def read(text):
    return read_article(Article("text", text))


@settings(max_examples=150)
@given(st.lists(st.sampled_from(MARKS), max_size=60))
def test_quotation_marks_in_any_order_give_no_statement_without_content(pieces):
    text = " ".join(pieces)
    for statement in read(text).statements:
        assert any(c.isalnum() for c in statement.content.of(text))


@pytest.mark.parametrize(
    "text",
    ["«" * 5_000 + "»" * 5_000, '"' * 9_999, "«“" * 3_000, "»«" * 3_000, "” “ " * 3_000, "قال الوزير: " + '"' * 9_999],
    ids=["nested", "odd", "mixed", "inverted", "spaced", "after a speaker"],
)
def test_marks_alone_say_nothing(text):
    assert read(text).statements == ()


@pytest.mark.parametrize("opener", [": «", " أن «"])
def test_a_quotation_of_100_000_characters_is_one_content(opener):
    words = "نعم لا " * 14_300 + "نعم"
    text = f"أكد وزير الخارجية المصري{opener}{words}»."
    (statement,) = read(text).statements
    assert words in statement.content.of(text)
    assert len(statement.content.of(text)) <= len(words) + 2


def calls(text):
    """How many Python functions are called when a text is read: a measure of work that no clock disturbs."""
    count = 0

    def counter(frame, event, argument):
        nonlocal count
        count += event == "call"

    article = Article("text", text)
    sys.setprofile(counter)
    try:
        read_article(article)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "وأكد أن الأمر مهم ",
        "وأكد الوزير المصري أن الأمر مهم ",
        "قال الوزير المصري «نعم» ",
        "الأمر مهم جدا اليوم، بحسب الوزير المصري، ",
        "مؤكدا أن الأمر مهم مشيرا إلى ",
        "أعرب عن قلقه إزاء ",
        "« قال الوزير “ نعم ",
        "زيارة وأكد أن لقاء ",
    ],
)
def test_a_sentence_four_times_as_long_is_four_times_the_work(piece):
    read(piece * 4)  # the words are known from here on
    assert calls(piece * 800) < 5 * calls(piece * 200)
