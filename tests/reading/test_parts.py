"""A visit, and the meetings that were held in it."""

import pytest

import mahdar

DAY = "2024-12-12"


def parts(text):
    """(words of the meeting, words of the visit it is part of)."""
    record = mahdar.read(text, published=DAY)
    words = {event.id: event.triggers[0].of(record.text) for event in record.events}
    found = {words[e.id]: words.get(e.part_of) for e in record.events if e.statement is None}
    assert all("part_of" in e.inferred for e in record.events if e.part_of)
    return found


def test_a_meeting_with_the_host_is_part_of_the_visit():
    found = parts(
        "زار وزير الخارجية المصري حسن الدمياطي بغداد يوم الثلاثاء. "
        "والتقى الدمياطي نظيره العراقي كاظم البصري."
    )  # fmt: skip
    assert found == {"زار": None, "والتقى": "زار"}


def test_a_planned_meeting_is_part_of_the_visit_that_has_begun():
    found = parts(
        "وصل وزير الخارجية المصري حسن الدمياطي إلى بغداد. "
        "ومن المقرر أن يلتقي الدمياطي الرئيس العراقي سالم التكريتي."
    )  # fmt: skip
    assert found == {"وصل": None, "يلتقي": "وصل"}


VISIT = "زار وزير الخارجية المصري حسن الدمياطي بغداد."
PLANNED = "سيزور وزير الخارجية المصري حسن الدمياطي بغداد."
DATED = "زار وزير الخارجية المصري حسن الدمياطي بغداد في 3 ديسمبر 2024."


@pytest.mark.parametrize(
    ("visit", "meeting"),
    [
        pytest.param(DATED, "والتقى الدمياطي في 10 ديسمبر 2024 نظيره العراقي كاظم البصري.", id="another day"),
        pytest.param(DATED, "وسيلتقي الدمياطي في 20 ديسمبر 2024 نظيره العراقي كاظم البصري.", id="weeks later"),
        pytest.param(VISIT, "والتقى الدمياطي في القاهرة نظيره العراقي كاظم البصري.", id="another place"),
        pytest.param(VISIT, "والتقى وزير الخارجية القطري فهد المري نظيره العراقي كاظم البصري.", id="another guest"),
        pytest.param(PLANNED, "والتقى الدمياطي السفير العراقي كاظم البصري.", id="not begun"),
        pytest.param(VISIT, "وبحث الدمياطي هاتفيا مع نظيره العراقي كاظم البصري العلاقات.", id="by telephone"),
        pytest.param(VISIT, "والتقى الدمياطي نظيره القطري فهد المري.", id="another host"),
    ],
)
def test_other_meetings_are_not(visit, meeting):
    found = parts(f"{visit} {meeting}")
    assert len(found) == 2
    assert set(found.values()) == {None}
