"""Events that are read carry the CAMEO code of what they tell."""

import pytest

import mahdar


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("زار وزير الخارجية المصري بغداد", "042", 1.9),
        ("بحث وزير الخارجية المصري هاتفيا مع نظيره العراقي العلاقات", "041", 1),
        ("اجتمع الوزير الأمريكي مع نظيره الروسي", "040", 1),
        ("وقعت مصر والأردن اتفاقية للنقل البحري", "057", 8),
        ("استدعت بولندا سفيرها لدى المجر للتشاور", "161", -4),
        ("فرضت كندا عقوبات على بيلاروسيا", "163", -8),
        ("قدمت الكويت مساعدات إنسانية إلى السودان", "073", 7.4),
        ("شنت إسرائيل غارات جوية على غزة", "195", -10),
    ],
)
def test_an_event(text, code, value):
    (event,) = (e for e in mahdar.read(text + ".").events if e.statement is None)
    assert (event.cameo, event.goldstein) == (code, value)
    assert event.inferred["cameo"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("أشاد وزير الخارجية المصري بالدور القطري في الوساطة", "051"),
        ("أدانت وزارة الخارجية المصرية الهجوم الإرهابي في باريس", "111"),
        ("دعا الوزير المصري إسرائيل إلى وقف القتال", "020"),
        ("طالب الوزير المصري إسرائيل بوقف القتال", "100"),
        ("أعرب الوزير المصري عن تعازيه لتركيا في ضحايا الزلزال", "018"),
    ],
)
def test_a_statement_that_amounts_to_one(text, code):
    (event,) = (e for e in mahdar.read(text + ".").events if e.statement is not None)
    assert event.cameo == code
