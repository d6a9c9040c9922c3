"""Same event or not."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from mahdar.memory.joining import Chronicle, ChronicleEvent, Decision, Ref, join
from mahdar.reading.reader import read_article
from mahdar.record import Article, Event, Record, Span, Statement

from .makers import HERE, event, office, person, record

GOLD = Path(__file__).parents[2] / "gold"

SAUDI = person("فيصل بن فرحان", "SAU", "وزير الخارجية السعودي", id="s")
FRENCH = person("ستيفان سيجورنيه", "FRA", "وزير الخارجية الفرنسي", id="f")
TURK = person("هاكان فيدان", "TUR", "وزير الخارجية التركي", id="t")
PAIR = [SAUDI, FRENCH]


def told(id: str, published: str | None, *events: Event, actors: list = PAIR) -> Record:  # type: ignore[type-arg]
    return record(id, published, actors, events)


def met(date: str | None = "2024-05-10", **more: object) -> Event:
    return event(["s"], ["f"], date, **more)  # type: ignore[arg-type]


def one(found: Chronicle) -> ChronicleEvent:
    (only,) = found.events
    return only


def test_three_outlets_on_one_meeting_are_one_event_with_three_sources() -> None:
    days_and_places = [("2024-05-11", "باريس"), ("2024-05-10", "باريس"), ("2024-05-10", "قصر الإليزيه")]
    found = join(told(f"{n}", day, met(place=place)) for n, (day, place) in enumerate(days_and_places, 1))
    happened = one(found)
    assert happened.sources == ("وكالة 1", "وكالة 2", "وكالة 3")
    assert happened.actors + happened.recipients == (found.entity_of[Ref("1", "s")], found.entity_of[Ref("1", "f")])
    assert (happened.date, happened.place) == ("2024-05-10", "باريس")
    assert happened.first_reporters == (Ref("2", "e1"), Ref("3", "e1"))  # a tie
    assert [(v.field, v.value, v.sources) for v in happened.variants] == [
        ("place", "باريس", ("وكالة 1", "وكالة 2")),
        ("place", "قصر الإليزيه", ("وكالة 3",)),
    ]


def test_numbers_that_differ_are_shown_side_by_side() -> None:
    found = join(
        told(f"{n}", "2024-05-10", event(["s", "f"], [], "2024-05-10", type="SUPPORT", amount=(count, "اتفاقيات")))
        for n, count in enumerate([3.0, 4.0, 3.0], 1)
    )
    assert [(v.value, v.sources) for v in one(found).variants if v.field == "amount"] == [
        ("3 اتفاقيات", ("وكالة 1", "وكالة 3")),
        ("4 اتفاقيات", ("وكالة 2",)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        told("2", "2024-05-12", met("2024-05-11")),  # the next day
        told(
            "2", "2024-05-11", met(mode="phone"), event(["s"], ["f"], "2024-05-09", id="e2")
        ),  # and they had telephoned
        told("2", "2024-05-11", event(["s"], ["t"], "2024-05-10"), actors=[SAUDI, TURK]),  # another guest
        told("2", "2024-05-11", event(["s"], ["f"], "2024-05-10", type="ACCUSE")),
    ],
)
def test_what_only_looks_like_it_is_another_event(other: Record) -> None:
    found = join([told("1", "2024-05-11", met(mode="visit")), other])
    assert found.event_of[Ref("1", "e1")] != found.event_of[Ref("2", "e1")]


def test_a_state_stands_for_its_minister_but_not_one_minister_for_another() -> None:
    states = told("2", "2024-05-11", event(["SAU"], ["FRA"], "2024-05-10", place="باريس"), actors=[])
    assert len(join([told("1", "2024-05-11", met(place="باريس")), states]).events) == 1
    other = person("خالد بن سلمان", "SAU", "وزير الدفاع السعودي", id="s")
    ministers = told("2", "2024-05-11", met(place="باريس"), actors=[other, FRENCH])
    assert len(join([told("1", "2024-05-11", met(place="باريس")), ministers]).events) == 2


def test_a_minister_without_a_name_is_the_one_of_that_day() -> None:
    nameless = told("2", "2024-05-11", met(), actors=[office("وزير الخارجية السعودي", "SAU", id="s"), FRENCH])
    assert len(join([told("1", "2024-05-11", met()), nameless]).events) == 1


def test_a_visit_and_the_talks_in_it_stay_two_in_every_outlet() -> None:
    visit = event(["s"], ["FRA"], "2024-05-09/2024-05-11", mode="visit")
    talks = event(["s"], ["f"], "2024-05-10", mode="visit", id="e2")
    found = join(told(f"{n}", "2024-05-11", visit, talks) for n in range(1, 5))
    assert sorted(len(e.members) for e in found.events) == [4, 4]


def test_a_background_joins_the_event_of_its_date() -> None:
    found = join([
        told("1", "2024-05-11", met("2024-05-10")),
        told("2", "2024-08-02", met("2024-08-01"), event(["s"], ["f"], "2024-05-10", id="e2")),
    ])  # fmt: skip
    assert found.event_of[Ref("2", "e2")] == found.event_of[Ref("1", "e1")] != found.event_of[Ref("2", "e1")]


def test_no_date_joins_the_only_meeting_of_those_days_and_none_of_two() -> None:
    undated = told("9", "2024-05-11", met(None))
    assert len(join([told("1", "2024-05-11", met("2024-05-10")), undated]).events) == 1
    two = [told("1", "2024-05-11", met("2024-05-10")), told("2", "2024-05-11", met("2024-05-09"))]
    found = join([*two, undated])
    assert len(found.events) == 3
    assert {maybe.what for maybe in found.maybes} == {"event"} and len(found.maybes) == 2


def test_planned_then_occurred_is_one_history() -> None:
    found = join([
        told("1", "2024-04-01", met("2024-05", mode="visit", status="planned")),
        told("2", "2024-05-11", met("2024-05-10", mode="visit")),
    ])  # fmt: skip
    assert [(step.status, step.date) for step in one(found).history] == [
        ("planned", "2024-05"),
        ("occurred", "2024-05-10"),
    ]
    assert one(found).status == "occurred"


def test_planned_then_denied_is_one_history_and_both_are_shown() -> None:
    found = join([
        told("1", "2024-05-01", met("2024-05-10", status="planned")), told("2", "2024-05-11", met(status="denied")),
    ])  # fmt: skip
    assert one(found).status == "denied"
    assert {v.value: v.sources for v in one(found).variants} == {"planned": ("وكالة 1",), "denied": ("وكالة 2",)}


def test_denied_by_one_and_told_by_another_is_a_contradiction_that_shows() -> None:
    found = join([told("1", "2024-05-11", met()), told("2", "2024-05-11", met(status="denied"))])
    assert {v.value for v in one(found).variants if v.field == "status"} == {"occurred", "denied"}


def test_put_off_to_another_day_is_the_same_plan() -> None:
    moved = Record.build(
        Article("2", "أرجأ الوزير زيارته إلى باريس", published="2024-05-08", published_from="metadata"), PAIR,
        [Event("e1", "CONSULT", "visit", (), "planned", ("s",), ("f",), "2024-06-20", triggers=(Span(13, 19),),
               inferred=dict.fromkeys(("type", "mode", "status", "actors", "recipients", "date"), "told"))],
    )  # fmt: skip
    plan = told("1", "2024-05-01", met("2024-05-10", mode="visit", status="planned"))
    happened = told("3", "2024-06-21", met("2024-06-20", mode="visit"))
    found = join([plan, moved, happened])
    assert [(s.status, s.date) for s in one(found).history] == [
        ("planned", "2024-05-10"), ("postponed", "2024-06-20"), ("occurred", "2024-06-20"),
    ]  # fmt: skip
    assert one(found).date == "2024-06-20"


def said(id: str, content: str, published: str = "2024-05-11") -> Record:
    text = f"قال الوزير: {content}"
    spans = Span(0, 3), Span(12, len(text))
    statement = Statement(
        "s1", "s", "condemn", *spans, False, "ACCUSE", ("ISR",), evidence={"speaker": HERE, "targets": HERE}
    )
    deed = event(["s"], ["ISR"], type="ACCUSE", statement="s1")
    return record(id, published, PAIR, [deed], text=text, statements=[statement])


def test_a_statement_is_the_same_by_its_words() -> None:
    words = "استهداف المدنيين في قطاع غزة ومواصلة الحصار المفروض على سكانه منذ سنوات طويلة"
    assert len(join([said("1", words), said("2", words + " بلا مبرر")]).events) == 1
    assert (
        len(join([said("1", words), said("2", "اقتحام المسجد الأقصى على يد مستوطنين متطرفين صباح اليوم")]).events) == 2
    )
    assert len(join([said("1", words), said("2", words, "2024-11-11")]).events) == 2


def test_decisions_on_events_stand_above_every_score() -> None:
    alike = [told("1", "2024-05-11", met()), told("2", "2024-05-11", met())]
    unlike = [told("1", "2024-05-11", met()), told("2", "2024-08-11", met("2024-08-10"))]
    assert len(join(alike, [Decision("event", Ref("1", "e1"), Ref("2", "e1"), False)]).events) == 2
    assert len(join(unlike, [Decision("event", Ref("1", "e1"), Ref("2", "e1"), True)]).events) == 1


def gold_record(name: str) -> Record:
    found = json.loads((GOLD / "dev" / f"{name}.json").read_text(encoding="utf-8"))
    text = f"{found['title']}\n\n{found['text']}"
    dated = {"published": found["published"], "published_from": "metadata"} if found["published"] else {}
    return read_article(Article(name, text, title=found["title"], source=found["source"], **dated))


def test_of_the_gold_only_the_three_articles_on_one_meeting_are_joined() -> None:
    """What tests/gold/links.json says of events and people, on records read from the articles."""
    links = json.loads((GOLD / "links.json").read_text(encoding="utf-8"))
    linked = {frozenset(ref.partition("#")[0] for ref in group) for group in links["events"]}
    records = [gold_record(path.stem) for path in sorted((GOLD / "dev").glob("*.json"))]
    found = join(records)
    joined = [event for event in found.events if len({ref.article for ref in event.members}) > 1]
    assert {frozenset(ref.article for ref in event.members) for event in joined} == linked
    (meeting,) = (event for event in joined if len(event.members) == 3)
    assert len(meeting.sources) == 3
    by_id = {entity.id: entity for entity in found.entities}
    people = [by_id[party] for party in (*meeting.actors, *meeting.recipients)]
    articles = {"dev-a-01", "dev-a-02", "dev-a-03"}
    assert sorted(entity.kind for entity in people) == ["group", "person"]
    assert all({ref.article for ref in entity.mentions} == articles for entity in people)
    (minister,) = (entity for entity in people if entity.kind == "person")
    assert {"إرلان ساغيندكوف", "ييرلان ساغينديكوف", "يرلان ساغيندقوف"} <= {form.text for form in minister.names}


def test_no_two_people_of_one_article_become_one_but_who_is_named_by_an_office() -> None:
    """What one article keeps apart stays apart, unless it names somebody once and calls him by his office elsewhere."""
    found = join(gold_record(path.stem) for path in sorted((GOLD / "dev").glob("*.json")))
    inferred = {join.one for entity in found.entities for join in entity.joins if join.inferred}
    for entity in found.entities:
        if entity.kind == "person":
            for one_ref, other_ref in combinations(entity.mentions, 2):
                assert one_ref.article != other_ref.article or inferred & set(entity.sightings)


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("استقبل الوزير السعودي نظيره الفرنسي أمس في باريس وبحث معه الأوضاع في المنطقة", 1),
        ("التقى الوزيران للمرة الثانية خلال يومين لاستكمال المباحثات حول الملف النووي", 2),
    ],
)
def test_yesterday_reprinted_a_day_later_is_the_same_day_by_its_words(other: str, number: int) -> None:
    first = "استقبل الوزير السعودي نظيره الفرنسي أمس في باريس وبحث معه الأوضاع في المنطقة"
    texts = [("1", "2024-05-11", "2024-05-10", first), ("2", "2024-05-12", "2024-05-11", other)]
    found = join(record(name, published, PAIR, [met(date)], text=text) for name, published, date, text in texts)
    assert len(found.events) == number
