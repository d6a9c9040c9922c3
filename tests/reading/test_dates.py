"""Dates: expressions with a day of publication and the ISO date they mean, worked out by hand (dates.tsv)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.dates import WINDOW, find, may_start, resolve
from mahdar.reading.text import tokenise
from mahdar.record import is_date_or_interval

WEDNESDAY = date(2024, 12, 11)


def _rows():
    lines = (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


ROWS = _rows()


def expressions(text):
    """Each date expression of a text, found as the reading finds them: the first token, and what it says."""
    words = tokenise(text).words
    i = 0
    while i < len(words):
        found = find(words, i) if may_start(words[i]) else None
        if found is None:
            i += 1
        else:
            yield i, found
            i = found.end


def test_the_table_is_large_and_has_every_kind_of_outcome():
    assert len(ROWS) >= 300
    assert {"-", "none"} < {value for _, _, value, _ in ROWS}


@pytest.mark.parametrize(("published", "how", "value", "text"), ROWS)
def test_expression(published, how, value, text):
    marked = text[text.index("[") + 1 : text.index("]")] if "[" in text else text
    plain = text.replace("[", "").replace("]", "")
    tokens = tokenise(plain)
    found = [(tokens.span_text(i, e.end), e) for i, e in expressions(plain)]
    if value == "-":
        assert found == []
        return
    assert [span for span, _ in found] == [marked]
    result = resolve(
        found[0][1],
        None if published == "none" else date.fromisoformat(published),
        future=how == "future",
        past=how == "past",
        anchor=how.removeprefix("anchor:") if how.startswith("anchor:") else None,
    )
    assert (result[0] if result else "none") == value


@pytest.mark.parametrize(
    "expression", ["31 فبراير 2024", "32 ديسمبر 2024", "30-2-2024", "31/4/2023", "30 رمضان 1446هـ"]
)
def test_a_day_that_does_not_exist_is_no_date(expression):
    for _, found in expressions(expression):
        result = resolve(found, WEDNESDAY)
        assert result is None or len(result[0]) < len("2024-02-31")


def test_each_value_says_how_it_is_known():
    def rule(expression, **how):
        return resolve(find(tokenise(expression).words, 0), WEDNESDAY, **how)[1]

    assert rule("10 ديسمبر 2024") == "stated"
    assert rule("أمس") == "relative-to-published"
    assert rule("الثلاثاء الماضي") == "weekday-near-published"
    assert rule("10 ديسمبر") == "year-near-published"
    assert rule("مارس الماضي") == "month-near-published"
    assert rule("14 شوال 1446هـ") == "hijri-umm-al-qura"
    assert rule("اليوم التالي", anchor="2024-11-03") == "relative-to-earlier-date"


def test_the_end_that_is_given_is_not_read_past():
    words = tokenise("استقبله 10 ديسمبر 2024").words
    assert find(words, 1, 3).end == 3
    assert find(words, 1, 3).year is None


def test_a_heap_of_dates_is_read_in_windows():
    words = ["يوم"] * 10_000 + ["الثلاثاء"] + ["و", "12"] * 5_000
    assert sum(1 for _ in expressions(" ".join(words))) == 1


WORDS = tuple(
    tokenise(
        "أمس اليوم الثلاثاء الأربعاء الماضي المقبل التالي نفسه 10 12 2024 ديسمبر مارس من إلى بين و شهر عام العام الشهر "
        "/ - ( ) رمضان هـ 1446هـ الموافق مطلع الربع الأول صيف تسعينيات القرن قبل بعد خلال ثلاثة أشهر الأيام منتصف ليل"
    ).words
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=WINDOW),
    st.dates(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "2024-02-01/2024-03"]),
)
def test_any_heap_of_date_words_is_read_without_harm(words, published, future, past, anchor):
    tokens = tokenise(" ".join(words))
    for i, found in expressions(" ".join(words)):
        assert i < found.end <= len(tokens.words)
        result = resolve(found, published, future=future, past=past, anchor=anchor)
        assert result is None or is_date_or_interval(result[0])
