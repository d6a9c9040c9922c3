"""Which date of an article is an event's own."""

import pytest

from mahdar.reading.reader import read_article
from mahdar.record import Article

PUBLISHED = "2025-02-20"  # a Thursday


def dates(text, kind):
    record = read_article(Article("t", text, published=PUBLISHED, published_from="metadata"))
    return [(event.date, event.status) for event in record.events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(
            "عمّان في 20 فبراير - التقى وزير الخارجية الأردني، أمس، نظيره التونسي سمير الغربي.",
            "CONSULT", ["2025-02-19"], id="not the dateline's",
        ),
        pytest.param(
            "قالت الناطقة إن الخارجية المصرية استدعت الثلاثاء الماضي السفير الأردني وسلمته مذكرة احتجاج.",
            "ACCUSE", ["2025-02-18"], id="up to the next clause's own و",
        ),
        pytest.param(
            "التقى وزير الخارجية الأردني نائل الربيعي أمس الأربعاء نظيره التونسي سمير الغربي في عمّان."
            " وسيزور الربيعي القاهرة يوم 14 مارس المقبل."
            " وفي اليوم ذاته اجتمع الربيعي مع وزيرة الخارجية الليبية هدى المبروك.",
            "CONSULT", ["2025-02-19", "2025-03-14", "2025-02-19"], id="the same day is one on which something happened",
        ),
        pytest.param(
            "وقع الوزيران الأردني والتونسي أمس خارطة طريق تغطي الفترة 2026-2027.",
            "SUPPORT", ["2025-02-19"], id="a period to come dates nothing that has happened",
        ),
        pytest.param(
            "بدأ وزير الخارجية المصري أمس جولة تشمل السعودية والكويت وتستمر حتى 25 فبراير.",
            "CONSULT", ["2025-02-19/2025-02-25"], id="up to the last day of a tour",
        ),
        pytest.param(
            "يبدأ وزير الخارجية المصري غدا جولة خليجية تشمل السعودية والكويت وتختتم يوم الأحد.",
            "CONSULT", ["2025-02-21/2025-02-23"], id="up to the day on which a tour closes",
        ),
        pytest.param(
            "يقوم الرئيس الفرنسي بزيارة إلى مصر تستمر ثلاثة أيام اعتبارا من يوم الأحد المقبل.",
            "CONSULT", ["2025-02-23/2025-02-25"], id="as many days as a visit lasts, from its first",
        ),
        pytest.param(
            "وصل الرئيس الفرنسي إلى القاهرة أمس في زيارة رسمية تستغرق يومين.",
            "CONSULT", ["2025-02-19/2025-02-20"], id="as many days as a visit lasts, from the coming",
        ),
        pytest.param(
            "زار الرئيس الفرنسي القاهرة أمس، ووقع اتفاقا لمدة ثلاث سنوات.",
            "CONSULT", ["2025-02-19"], id="what else lasts is no visit",
        ),
        pytest.param(
            "التقى الوزير المصري أمس الرئيس الأردني، وظهرا اجتمع مع وزير الخارجية العراقي، ومساء التقى السفير الفرنسي.",
            "CONSULT", ["2025-02-19"] * 3, id="a part of the day is one of the day told of",
        ),
        pytest.param(
            "التقى وزير الخارجية المصري أمس نظيره الأردني. وبعد ساعات من اللقاء وقعت مصر والأردن اتفاقية.",
            "SUPPORT", ["2025-02-19"], id="hours later it is the same day",
        ),
        pytest.param(
            "التقى وزير الخارجية المصري اليوم السفير الياباني.",
            "CONSULT", ["2025-02-20"], id="a nationality before today makes no newspaper of it",
        ),
        pytest.param(
            "التقى الوزير الأردني، بحسب صحيفة المصري اليوم، السفير الياباني.",
            "CONSULT", [None], id="a newspaper is no day",
        ),
    ],
)  # fmt: skip
def test_an_event_has_the_date_of_its_own_clause(text, kind, expected):
    assert [date for date, _ in dates(text, kind)] == expected


def test_a_month_to_come_makes_a_plan():
    found = dates("أعلنت زامبيا افتتاح قنصلية عامة بمدينة الداخلة مطلع مارس المقبل.", "SUPPORT")
    assert found == [("2025-03", "planned")]
