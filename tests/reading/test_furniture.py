"""What in a text is not the article is set aside, kept as spans, and read neither as event nor as statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.reader import read_article
from mahdar.record import Article, Record
from mahdar.sources import full_text

TITLE = "وزير الخارجية الكازاخستاني يستقبل السفراء العرب في أستانا"
BODY = [
    "أستانا - السهوب - استقبل وزير خارجية كازاخستان مراد نورتليو، أمس الثلاثاء، سفراء الدول العربية لدى بلاده.",
    "وأكد الوزير خلال اللقاء أن بلاده تولي أهمية كبيرة للشراكة مع العالم العربي في التجارة والطاقة والنقل.",
    "من جهتهم، أشاد السفراء بدور كازاخستان في تعزيز السلام والتنمية المستدامة في المنطقة وخارجها.",
    "وزار الوزير بعد ذلك معرضا للصور في مقر السفارة السعودية بأستانا رافقه فيه السفير السعودي.",
]
NEWS = ["رئيس الوزراء الأردني يستقبل نظيره المصري في عمان", "إيران تستدعي السفير البريطاني احتجاجا على تصريحات"]


def read(*lines: str, title: str | None = TITLE, between: str = "\n\n") -> Record:
    body = between.join(lines)
    return read_article(
        Article("x", full_text(title, body), title=title, published="2024-12-11", published_from="given")
    )


def aside(record: Record) -> list[str]:
    return [span.of(record.text) for span in record.furniture]


def told(record: Record) -> list[tuple[str, str]]:
    """The events and statements, by the words that report them."""
    events = [(event.type, event.triggers[0].of(record.text)) for event in record.events]
    return [*events, *((statement.act, statement.content.of(record.text)) for statement in record.statements)]


PLAIN = told(read(*BODY))


def test_an_article_alone_holds_no_furniture() -> None:
    assert aside(read(*BODY)) == []
    assert len(PLAIN) >= 4


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "اقرأ أيضا: الرئيس الفرنسي يزور بيروت ويلتقي نظيره اللبناني",
        "إقرأ أيضًا | وزير الدفاع يهدد بالرد على الهجوم",
        "واقرأ أيضا.. مصر ترسل مساعدات إلى السودان",
        "بالفيديو.. أمير قطر يستقبل رئيس الوزراء الباكستاني",
        "صورة أرشيفية للقاء الوزير مع نظيره الروسي",
        "(صورة: الوزير يستقبل السفراء)",
        "شارك الخبر",
        "شارك: فيسبوك | واتساب",
        "وقت القراءة: دقيقتان",
        "مساحة إعلانية",
        "تابعونا على تلغرام",
        "كتب: سعيد القمري",
        "بقلم سعيد القمري",
        "آخر تحديث الأربعاء 11 ديسمبر 2024",
        "نشر في 11 ديسمبر 2024",
        "الأربعاء 11 ديسمبر 2024 - 10:30",
        "المصدر: وكالات",
        "{title}",
        "#كازاخستان #السفراء_العرب",
        "يتبع",
        "إضافة أولى وأخيرة",
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_line_of_furniture_is_kept_as_a_span_and_not_read(line: str, place: int) -> None:
    record = read(*BODY[:place], line, *BODY[place:])
    assert aside(record) == [line]
    assert told(record) == PLAIN


@pytest.mark.parametrize(
    "line",
    [
        "شارك وزير الخارجية المصري في الاجتماع الوزاري بالقاهرة يوم الاثنين.",
        "شارك 500 مراقب من الاتحاد الإفريقي في المهمة.",
        "بحث الوزيران المصري والأردني في القاهرة تطورات الأوضاع في غزة.",
        "انتهى الاجتماع من دون التوصل إلى اتفاق بين الجانبين.",
        "كتب الرئيس الأمريكي على منصته أن بلاده ترفض القرار الإيراني.",
        "نشر في الجريدة الرسمية قرار تعيين السفير الجديد لدى اليابان.",
        "المزيد من العقوبات سيفرض على روسيا، كما أعلن الاتحاد الأوروبي.",
        "صورة البلاد في الخارج تحسنت، كما قال الوزير.",
        "* هل بحثتم مع الوزير الروسي إرسال مساعدات إلى سوريا؟",
        "القاهرة 11 ديسمبر 2024 (السهوب)",
    ],
)
def test_a_line_of_the_article_is_read_though_it_begins_like_furniture(line: str) -> None:
    assert aside(read(*BODY[:2], line, *BODY[2:])) == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", [None, "أخبار ذات صلة", "اقرأ أيضا", "اقرأ أيضًا:", "المزيد من الأخبار"])
def test_headlines_behind_the_body_are_no_events(heading: str | None, between: str) -> None:
    behind = [heading, *NEWS] if heading else NEWS
    record = read(*BODY, *behind, between=between)
    assert aside(record) == behind
    assert told(record) == PLAIN


def test_headlines_in_the_middle_are_no_events_and_the_article_goes_on() -> None:
    record = read(*BODY[:2], "أخبار ذات صلة", *NEWS, *BODY[2:])
    assert aside(record) == ["أخبار ذات صلة", *NEWS]
    assert told(record) == PLAIN


def test_headlines_before_the_body_are_no_events() -> None:
    before = [
        *NEWS, "الأهلي يفوز على الزمالك بهدفين", "مجلس الأمن يدين الهجوم على السفارة", "ارتفاع أسعار النفط",
        "وزير الصحة يصل إلى جنيف",
    ]  # fmt: skip
    record = read(*before, *BODY)
    assert aside(record) == before
    assert told(record) == PLAIN


def test_lines_under_the_headline_are_the_article_s() -> None:
    record = read("الوزير يؤكد أهمية الشراكة مع العالم العربي", "السفراء يشيدون بدور كازاخستان", *BODY)
    assert aside(record) == []


def test_paragraphs_without_full_stops_are_no_headlines() -> None:
    record = read(*[paragraph.rstrip(".") for paragraph in BODY])
    assert aside(record) == []


def test_last_paragraphs_without_a_full_stop_that_go_on_are_no_headlines() -> None:
    assert aside(read(*BODY[:3], "وغادر الوزير أستانا متوجها إلى باكو", "وأكد الجانبان استمرار التشاور")) == []


def test_comments_are_no_statements_however_long() -> None:
    comments = [
        "أبو فهد: قطعت مصر علاقاتها مع إسرائيل وأدانت الولايات المتحدة العدوان على غزة أمس.",
        "قال الرئيس إنه يرفض ذلك.",
    ]
    record = read(*BODY, "أضف تعليقك", *(comments * 10))
    assert told(record) == PLAIN
    assert len(aside(record)) == 21


def test_a_paragraph_said_again_is_read_once() -> None:
    record = read(*BODY, BODY[1])
    assert aside(record) == [BODY[1]]
    assert told(record) == PLAIN


@pytest.mark.parametrize("mark", ["م.ن", "(السهوب)", "/س ن ح/", "--(السهوب)", "ع ع ن، و.م.س", "// انتهى //"])
def test_the_last_mark_is_set_aside(mark: str) -> None:
    record = read(*BODY, mark)
    assert aside(record) == [mark]
    assert told(record) == PLAIN


def test_a_title_is_news_whatever_it_looks_like() -> None:
    title = "بالفيديو.. وزير الخارجية المصري يستقبل السفير الياباني"
    assert aside(read(title=title)) == []


LINES = st.sampled_from([*BODY, *NEWS, TITLE, "اقرأ أيضا", "شارك", "(", "", "أضف تعليقك", "«", "م.ن", "1", "#", "\t"])


@given(st.lists(LINES, max_size=12), st.sampled_from([None, TITLE]))
def test_no_line_is_both_news_and_furniture(lines: list[str], title: str | None) -> None:
    record = read(*lines, title=title, between="\n") if any(lines) or title else None
    for span in record.furniture if record else ():
        for event in record.events if record else ():
            assert all(t.end <= span.start or span.end <= t.start for t in event.triggers)
        for statement in record.statements if record else ():
            trigger = statement.trigger
            assert trigger.end <= span.start or span.end <= trigger.start
    if record:
        assert Record.from_json(record.to_json()) == record
