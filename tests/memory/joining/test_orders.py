"""The same chronicle whatever the order, and whether articles are joined all at once or one after the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.press.truth import article_of, record_of
from bench.press.world import make_world
from bench.press.writer import make_press
from mahdar.memory.joining import Decision, Ref, Trace, join_traces, trace_of
from mahdar.packs import table
from mahdar.reading.reader import read_article

from .keeper import Keeper
from .makers import body, event, office, person, record

DAYS = ["2024-01-05", "2024-01-06", "2024-02-20", "2024-06-01", "2024-06-02", None]
NAMES = [
    "محمد علي",
    "محمد علي حسن",
    "محمد بن علي",
    "محمد حسن",
    "علي",
    "سيرغي لافروف",
    "سيرجي لافروف",
    "لافروڤ",
    "سيرغي لاوروف",
]
ROLES = [None, "وزير الخارجية", "سفير مصر لدى روسيا", "رئيس الوزراء", "لاعب"]

people = st.builds(
    person, st.sampled_from(NAMES), st.sampled_from(["EGY", "RUS", None]), st.sampled_from(ROLES), id=st.just("a"),
    sector=st.sampled_from(["GOV", "CVL"]), sure=st.booleans(),
)  # fmt: skip
unnamed = st.builds(office, st.sampled_from(ROLES[1:4]), st.sampled_from(["EGY", "RUS"]), id=st.just("a"))
bodies = st.builds(
    body, st.sampled_from(["وزارة الخارجية", "السفراء العرب", "رؤساء البعثات العربية", "المجلس"]),
    st.sampled_from(["EGY", None]), id=st.just("a"), kind=st.sampled_from(["organisation", "group"]),
)  # fmt: skip
happenings = st.builds(
    event, st.lists(st.sampled_from(["a0", "a1", "EGY"]), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(["a2", "RUS"]), max_size=1),
    st.sampled_from(["2024-01-05", "2024-01-06", "2024-01", "2024-01-04/2024-01-06", "2024", None]), id=st.just("e"),
    type=st.sampled_from(["CONSULT", "AID"]), status=st.sampled_from(["occurred", "planned", "denied"]),
    place=st.sampled_from([None, "القاهرة"]),
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> list[Trace]:
    """A few articles on a few people who are easily mixed up."""
    out = []
    for number in range(draw(st.integers(2, 7))):
        actors = [replace(draw(st.one_of(people, people, unnamed, bodies)), id=f"a{n}") for n in range(3)]
        events = [replace(draw(happenings), id=f"e{n}") for n in range(draw(st.integers(0, 3)))]
        trace = trace_of(record(f"{number}", draw(st.sampled_from(DAYS)), actors, events))
        out.append(
            replace(
                trace,
                events=tuple(replace(t, moved=draw(st.booleans()) and t.status == "planned") for t in trace.events),
            )
        )
    return out


def decisions(traces: Sequence[Trace]) -> st.SearchStrategy[list[Decision]]:
    actors = [Ref(t.article, a) for t in traces for a in t.actors]
    events = [told.ref for t in traces for told in t.events]
    of_actors = st.sampled_from(list(combinations(actors, 2)))
    kinds = [st.builds(lambda pair, same: Decision("actor", *pair, same), of_actors, st.booleans())]
    if len(events) > 1:
        of_events = st.sampled_from(list(combinations(events, 2)))
        kinds.append(st.builds(lambda pair, same: Decision("event", *pair, same), of_events, st.booleans()))
    return st.lists(st.one_of(kinds), max_size=2)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_order_of_the_articles_means_nothing(data: st.DataObject) -> None:
    traces = data.draw(articles())
    decided = data.draw(decisions(traces))
    assert join_traces(data.draw(st.permutations(traces)), decided) == join_traces(traces, decided)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_one_after_the_other_comes_to_the_same_as_all_at_once(data: st.DataObject) -> None:
    traces = data.draw(articles())
    keeper = Keeper()
    for trace in data.draw(st.permutations(traces)):
        keeper.add(trace)
    whole = join_traces(traces)
    assert keeper.parts() == (dict(whole.entity_of), dict(whole.event_of))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_what_is_decided_holds(data: st.DataObject) -> None:
    traces = data.draw(articles())
    for decision in data.draw(decisions(traces))[:1]:
        found = join_traces(traces, [decision])
        of = found.entity_of if decision.what == "actor" else found.event_of
        assert (of[decision.one] == of[decision.other]) is decision.same


@settings(max_examples=100, deadline=None)
@given(articles())
def test_a_chronicle_has_everything_once(traces: list[Trace]) -> None:
    found = join_traces(traces)
    mentions = [ref for entity in found.entities for ref in entity.mentions]
    assert sorted(mentions) == sorted(found.entity_of) == sorted(set(mentions))
    members = [ref for happened in found.events for ref in happened.members]
    assert sorted(members) == sorted(found.event_of) == sorted(set(members))
    ids = {entity.id for entity in found.entities}
    for happened in found.events:
        assert ids >= {*happened.actors, *happened.recipients}
        assert {ref for step in happened.history for ref in step.members} == set(happened.members)


@pytest.mark.parametrize("read", [False, True], ids=["true", "read"])
def test_a_press_added_in_another_order(read: bool) -> None:
    pages = make_press(make_world(5, table("ar", "countries")["country"], 40), 120, 5)
    records = [read_article(article_of(page)) if read else record_of(page) for page in pages]
    traces = [trace_of(one) for one in records]
    whole = join_traces(traces)
    keeper = Keeper()
    for trace in reversed(traces):
        done = keeper.add(trace)
        assert {entity.id for entity in done.entities} >= set(done.entity_of.values())
    assert keeper.parts() == (dict(whole.entity_of), dict(whole.event_of))


def test_a_later_article_may_split_an_entity_and_make_an_answer_doubtful() -> None:
    minister, envoy = person("محمد العلي", "SYR", "وزير النفط"), person("محمد العلي", "SYR", "سفير سوريا لدى مصر")
    keeper = Keeper()
    keeper.add(trace_of(record("1", "2024-01-01", [minister])))
    keeper.add(trace_of(record("2", "2024-06-01", [envoy])))
    keeper.add(trace_of(record("3", "2024-04-10", [office("وزير النفط السوري", "SYR")])))
    assert len(set(keeper.entity.values())) == 1  # one career, and the office alone is his
    done = keeper.add(trace_of(record("4", "2024-12-01", [minister])))
    who, _ = keeper.parts()
    assert who[Ref("1", "a1")] == who[Ref("3", "a1")] == who[Ref("4", "a1")] != who[Ref("2", "a1")]
    assert {entity.id for entity in done.entities} == set(keeper.entity.values())
    keeper.add(trace_of(record("5", "2024-04-01", [person("سعد الدين كامل", "SYR", "وزير النفط")])))
    keeper.add(trace_of(record("6", "2024-07-01", [person("سعد الدين كامل", "SYR", "وزير النفط")])))
    who, _ = keeper.parts()
    assert list(who.values()).count(who[Ref("3", "a1")]) == 1  # two bearers in those weeks: nobody's


def test_a_later_article_may_bridge_two_entities() -> None:
    keeper = Keeper()
    keeper.add(trace_of(record("1", "2024-01-01", [person("ماركو روسيني", "ITA", "وزير الدفاع")])))
    keeper.add(trace_of(record("2", "2024-01-02", [person("ماركو روسيلي", "ITA")])))
    before = dict(keeper.entity)
    assert len(set(before.values())) == 2
    done = keeper.add(trace_of(record("3", "2024-01-03", [person("ماركو روسيلي", "ITA", "وزير الدفاع")])))
    assert set(keeper.entity.values()) == {before[keeper.sighting_of[Ref("1", "a1")]]}
    assert done.gone == {before[keeper.sighting_of[Ref("2", "a1")]]}
