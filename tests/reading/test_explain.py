"""What `mahdar explain` says of an event: why it has its type, status, date, place and sides."""

from mahdar.reading.explain import explain
from mahdar.record import Article

TEXT = (
    "زار وزير الخارجية المصري حسن الدمياطي بغداد يوم الثلاثاء. "
    "ومن المقرر أن يلتقي الدمياطي غدا نظيره العراقي كاظم البصري. "
    "وأدان الدمياطي العدوان الإسرائيلي على غزة."
)


def lines_of(event):
    """The lines of one event, without their indent."""
    article = Article("x", TEXT, published="2024-12-10", published_from="given")
    lines = explain(article).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"  {event} "))
    block = []
    for line in lines[first + 1 :]:
        if not line.startswith("      "):
            break
        block.append(line.strip())
    return block


def starting(block, *words):
    return [line for line in block if line.startswith(words)]


def test_every_field_of_an_event_has_its_reason():
    block = lines_of("e1")
    (kind,) = starting(block, "type CONSULT: frame visit, told by")
    assert "«زار»" in kind
    assert starting(block, "mode visit: inferred by frame:visit")
    assert starting(block, "status occurred: ")
    (date,) = starting(block, "date 2024-12-10: ")
    assert "«يوم الثلاثاء»" in date
    (actor,) = starting(block, "actors ")
    assert "«وزير الخارجية المصري حسن الدمياطي»" in actor
    assert "بغداد" not in actor
    (recipient,) = starting(block, "recipients IRQ: ")
    assert "«بغداد»" in recipient
    assert starting(block, "place ")
    assert starting(block, "cameo 042 (Goldstein 1.9): inferred by mode:visit")


def test_a_plan_and_the_visit_it_belongs_to():
    block = lines_of("e2")
    (status,) = starting(block, "status planned: ")
    assert "«المقرر أن»" in status
    assert starting(block, "part_of e1: inferred by ")


def test_the_place_of_the_dateline_says_so():
    article = Article(
        "x", "القاهرة - استقبل الرئيس المصري حسن الدمياطي اليوم نظيره العراقي كاظم البصري.", published="2024-12-10",
        published_from="given",
    )  # fmt: skip
    (place,) = (line for line in explain(article).splitlines() if line.strip().startswith("place "))
    assert "القاهرة, EGY: «القاهرة» [0-7], inferred by dateline" in place
