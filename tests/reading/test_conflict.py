"""Violence and protest, which often name nobody: told, or only referred to; each once."""

import pytest

import mahdar


def events(text):
    return [event for event in mahdar.read(text, published="2024-12-12").events if event.statement is None]


@pytest.mark.parametrize(
    "text",
    [
        "وتتابع المحكمة التحقيق في جريمة اغتيال الوزير اللبناني عام 2005.",
        "وهذه أول مبادرة منذ اغتيال الرئيس عام 2005.",
        "ويروي الكتاب قصة الوزير السابق الذي اغتيل عام 2005.",
        "تبنت الصحيفة قصة الطفلة التي خطفها مسلحون.",
        "وتحدثت الصحيفة عن المتظاهرين الذين خرجوا رغم المنع.",
        "ويخشى السكان من تفجير سيارة مفخخة.",
    ],
)
def test_what_is_only_referred_to_is_no_event(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل ثلاثة جنود وأصيب آخرون في هجوم انتحاري. وانفجرت سيارة مفخخة أمام المقر.", "ASSAULT"),
        ("قتل ثلاثة جنود في انفجار. وأودى الانفجار بحياة مدنيين.", "ASSAULT"),
        ("خرجت مظاهرات في المدينة. وأغلق المتظاهرون الطريق.", "PROTEST"),
    ],
)
def test_what_is_told_on_is_one_event(text, kind):
    assert [event.type for event in events(text)] == [kind]


def test_two_attacks_far_apart_are_two():
    between = "وتحدثت الصحف عن الطقس. وارتفعت الأسعار. وهبت الرياح. "
    text = f"انفجرت سيارة مفخخة أمام المقر. {between}وأودى تفجير في السوق بحياة خمسة."
    assert len(events(text)) == 2


def test_the_killed_are_not_the_killers():
    (event,) = events("قتل ثلاثة جنود في انفجار قنبلة.")
    assert event.actors == ()
