"""Dates as feeds write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.sources.days import day_written


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-12-11", "2024-12-11"),
        ("2024-12-11T23:30:00Z", "2024-12-11"),
        ("2024/12/11 10:00", "2024-12-11"),
        ("Wed, 11 Dec 2024 01:30:00 +0300", "2024-12-11"),  # though it is still the 10th in Greenwich
        ("الأربعاء، ١١ ديسمبر ٢٠٢٤ - ١٠:٣٠", "2024-12-11"),
        ("Wed, 11 ديسمبر 2024 10:00:00 +0300", "2024-12-11"),
        ("11 كانون الأول/ديسمبر 2024", "2024-12-11"),
        ("11 كانون الأول (ديسمبر) 2024", "2024-12-11"),
        ("11 كانون الثاني 2024", "2024-01-11"),
        ("11 من دجنبر 2024", "2024-12-11"),
        ("ديسمبر 11, 2024", "2024-12-11"),
        ("11-أبريل-2024", "2024-04-11"),
        ("11 ابريل 2024", "2024-04-11"),
        ("10 جمادى الآخرة 1446", "2024-12-11"),
        ("الأربعاء 9 جمادى الآخرة 1446هـ الموافق 11 ديسمبر 2024م", "2024-12-11"),
        ("25/12/2024 09:00", "2024-12-25"),
        ("12/25/2024 09:00", "2024-12-25"),
        ("12/12/2024", "2024-12-12"),
        ("أربعاء, 12/11/2024 - 10:00", "2024-12-11"),  # the 12th of November was a Tuesday
        ("الثلاثاء 12/11/2024", "2024-11-12"),
    ],
)
def test_understood(written: str, day: str) -> None:
    assert day_written(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "", "أمس", "11/12/2024", "السبت 11/12/2024", "31 فبراير 2024", "2024-02-30", "ديسمبر 2024",
        "11 مصر 2024", "1/1/1024", "9" * 500,
    ],
)  # fmt: skip
def test_not_certain(written: str) -> None:
    assert day_written(written) is None


@given(st.text())
def test_any_text(text: str) -> None:
    day = day_written(text)
    assert day is None or len(day) == 10
