"""Dates: expressions with a day of publication and the ISO date they mean, written by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.dates import WINDOW, find, resolve
from mahdar.reading.text import tokenise

WEDNESDAY = date(2024, 12, 11)

CASES = [
    ("10 ديسمبر 2024", "2024-12-10"),
    ("أمس", "2024-12-10"),
    ("أمس الثلاثاء", "2024-12-10"),
    ("اليوم الأربعاء", "2024-12-11"),
    ("اليوم (الأربعاء)", "2024-12-11"),
    ("أول أمس", "2024-12-09"),
    ("أمس الأول", "2024-12-09"),
    ("الثلاثاء الماضي", "2024-12-10"),
    ("الأربعاء الماضي", "2024-12-04"),
    ("يوم الاثنين", "2024-12-09"),
    ("الخميس المقبل", "2024-12-12"),
    ("24 من الشهر الجاري", "2024-12-24"),
    ("أكتوبر 2022", "2022-10"),
    ("تشرين الثاني الماضي", "2024-11"),
    ("أيار المقبل", "2025-05"),
    ("مارس الماضي", "2024-03"),
    ("فبراير/شباط 2023", "2023-02"),
    ("عام 1991", "1991"),
    ("سنة 2011", "2011"),
    ("العام الماضي", "2023"),
    ("العام المقبل", "2025"),
    ("الشهر الماضي", "2024-11"),
    ("الرابع من يناير 2016", "2016-01-04"),
    ("10-12-2024", "2024-12-10"),
    ("10/12/2024", "2024-12-10"),
    ("2024-12-10", "2024-12-10"),
    ("يومي 11 و12 أبريل 2025", "2025-04-11/2025-04-12"),
    ("من 15 إلى 17 ديسمبر 2024", "2024-12-15/2024-12-17"),
    ("١٠ كانون الأول ٢٠٢٤", "2024-12-10"),
    ("9 ماي 2023", "2023-05-09"),
    ("2 غشت 2021", "2021-08-02"),
    ("23 جوان 2022", "2022-06-23"),
    ("14 شوال 1446هـ الموافق 12 أبريل 2025م", "2025-04-12"),
    ("1 رمضان 1444هـ", "2023-03-23"),
]


def read(expression, published=WEDNESDAY, *, future=False):
    found = find(tokenise(expression).words, 0)
    assert found is not None, "no date found"
    result = resolve(found, published, future=future)
    return result and result[0]


@pytest.mark.parametrize(("expression", "iso"), CASES)
def test_date(expression, iso):
    assert read(expression) == iso


@pytest.mark.parametrize("expression", ["أمس", "الثلاثاء الماضي", "أيار المقبل", "5 أيار"])
def test_without_a_day_of_publication_it_cannot_be_known(expression):
    assert read(expression, None) is None


@pytest.mark.parametrize("expression", ["31 فبراير 2024", "32 ديسمبر 2024", "30-2-2024"])
def test_a_day_that_does_not_exist_is_no_date(expression):
    found = find(tokenise(expression).words, 0)
    assert found is None or resolve(found, WEDNESDAY) is None or resolve(found, WEDNESDAY)[0] in ("2024-12", "2024-02")


def test_a_weekday_alone_is_before_or_after_as_the_verb_says():
    assert read("الخميس") == "2024-12-05"
    assert read("الخميس", future=True) == "2024-12-12"


WORDS = [
    "أمس",
    "اليوم",
    "الثلاثاء",
    "الماضي",
    "المقبل",
    "10",
    "2024",
    "ديسمبر",
    "من",
    "إلى",
    "شهر",
    "عام",
    "/",
    "-",
    "و",
    "رمضان",
    "هـ",
    "الموافق",
    "مطلع",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=WINDOW), st.dates(), st.booleans())
def test_any_heap_of_date_words_is_read_without_harm(words, published, future):
    tokens = tokenise(" ".join(words))
    for i in range(len(tokens.words)):
        found = find(tokens.words, i)
        if found is not None:
            assert i < found.end <= len(tokens.words)
            resolve(found, published, future=future)
