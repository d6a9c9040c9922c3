"""A record that breaks a promise cannot be built, and says why in one line."""

import dataclasses

import pytest

from mahdar.record import (
    Actor,
    Amount,
    Credit,
    Place,
    Position,
    Record,
    RecordError,
    Span,
    is_date,
    is_date_or_interval,
)
from tests.record.parts import HERE, TEXT, actor, article, event, statement

COUNTRY = {"country": HERE}
SIDES = {"actors": HERE, "recipients": HERE}


def test_a_small_record_is_built() -> None:
    record = Record.build(
        article(published="2024-12-11", published_from="metadata"),
        actors=[actor(country="KAZ", evidence=COUNTRY), actor(id="a2", kind="country", name="اليابان", country="JPN")],
        events=[
            event(mode="visit", actors=("a2",), recipients=("a1",), evidence=SIDES, inferred={"mode": "frame"}),
            event(id="e2", type="ACCUSE", actors=("a1",), statement="s1", evidence=SIDES),
        ],
        statements=[statement(type="ACCUSE", targets=("ISR",))],
    )
    assert record.text == TEXT
    assert record.statements[0].content.of(record.text) == TEXT[3:9]


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (0, len(TEXT) + 1)])
def test_spans_lie_in_the_text(span: tuple[int, int]) -> None:
    broken = (Span(*span),)
    whole = {"actors": [actor()], "events": [event()], "statements": [statement()]}
    for parts in (
        {"actors": [actor(mentions=broken)]},
        {"actors": [actor(evidence={"role": broken})]},
        {"events": [event(triggers=broken)]},
        {"events": [event(date="2024", evidence={"date": broken})]},
        {"events": [event(place=Place("أستانا", "KAZ", *span))]},
        {"events": [event(amount=Amount(5, "USD", *span))]},
        {"statements": [statement(trigger=broken[0])]},
        {"statements": [statement(content=broken[0])]},
        {"statements": [statement(positions=(Position("x", broken[0]),))]},
        {"statements": [statement(positions=(Position("x", HERE[0], broken[0]),))]},
    ):
        with pytest.raises(RecordError, match="empty or outside the text"):
            Record.build(article(), **{**whole, **parts})


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({"actors": [actor(kind="ship")]}, "actor a1: unknown kind: 'ship'"),
        ({"statements": [statement(strength="concern")]}, "statement s1: strength without evidence"),
        ({"statements": [statement(strength="loud", inferred={"strength": "act"})]}, "unknown strength: 'loud'"),
        ({"statements": [statement(positions=(Position("x", HERE[0], None, "for"),))]}, "stance without evidence"),
        ({"statements": [statement(positions=(Position("x", HERE[0], None, "so"),))]}, "unknown stance: 'so'"),
        ({"actors": [actor(name="")]}, "actor a1: no name"),
        ({"actors": [actor(country="XXX", evidence=COUNTRY)]}, "unknown country: 'XXX'"),
        ({"actors": [actor(country="KAZ")]}, "actor a1: country without evidence"),
        ({"actors": [actor(sector="GOV")]}, "actor a1: sector without evidence"),
        ({"actors": [actor(sector="ABC", inferred={"sector": "x"})]}, "unknown sector"),
        ({"actors": [actor(role="وزير")]}, "actor a1: role without evidence"),
        ({"actors": [actor(kind="country", name="اليابان")]}, "a country without its code"),
        ({"actors": [actor(mentions=())]}, "actor a1: name without evidence"),
        ({"actors": [actor(), actor()]}, "actor a1: the id is used twice"),
        ({"actors": [actor(evidence={"colour": HERE})]}, "evidence for 'colour'"),
        ({"actors": [actor(evidence={"role": ()})]}, "evidence for role without a span"),
        ({"actors": [actor(inferred={"role": ""})]}, "inferred role without a rule"),
        ({"events": [event(), event()]}, "event e1: the id is used twice"),
        ({"events": [event(type="MEET")]}, "event e1: unknown type: 'MEET'"),
        ({"events": [event(mode="arrest", evidence={"mode": HERE})]}, "unknown mode of CONSULT: 'arrest'"),
        ({"events": [event(mode="visit")]}, "mode without evidence"),
        ({"events": [event(status="hoped")]}, "unknown status"),
        ({"events": [event(status="planned")]}, "status without evidence"),
        ({"events": [event(contexts=("weather",), inferred={"contexts": "x"})]}, "unknown context"),
        ({"events": [event(contexts=("military",))]}, "contexts without evidence"),
        ({"events": [event(actors=("a9",), evidence=SIDES)]}, "neither an actor nor a country code: 'a9'"),
        ({"events": [event(recipients=("XYZ",), evidence=SIDES)]}, "neither an actor nor a country code: 'XYZ'"),
        ({"events": [event(actors=("KAZ",))]}, "actors without evidence"),
        ({"events": [event(cameo="049", goldstein=1)]}, "unknown CAMEO code: '049'"),
        ({"events": [event(cameo="042", goldstein=1.9)]}, "cameo without evidence"),
        ({"events": [event(cameo="042", goldstein=1, inferred={"cameo": "x"})]}, "value 1 is not that of 042"),
        ({"events": [event(goldstein=1)]}, "value 1 is not that of None"),
        ({"events": [event(part_of="e1", inferred={"part_of": "x"})]}, "part of 'e1', which is no other event"),
        ({"events": [event(), event(id="e2", part_of="e1")]}, "part of 'e1', which is no other event that is a visit"),
        ({"statements": [statement(on_behalf_of="KAZ")]}, "on_behalf_of without evidence"),
        ({"statements": [statement(on_behalf_of="a9")]}, "on_behalf_of: neither an actor nor a country code: 'a9'"),
        ({"events": [event(recipients=("KAZ",))]}, "recipients without evidence"),
        ({"events": [event(date="2024-02-30", inferred={"date": "x"})]}, "is not an ISO date"),
        ({"events": [event(date="2024")]}, "date without evidence"),
        ({"events": [event(place=Place("أستانا", "KAZ"))]}, "place without evidence"),
        ({"events": [event(place=Place("أستانا", "KAZ", 3))]}, "half a span"),
        ({"events": [event(place=Place("أستانا", "ABC", 0, 3))]}, "unknown country of place"),
        ({"events": [event(amount=Amount(5, "USD"))]}, "amount without evidence"),
        ({"events": [event(amount=Amount(float("nan"), "USD", 0, 3))]}, "is not a number"),
        ({"events": [event(triggers=())]}, "no triggers"),
        ({"events": [event(statement="s9")]}, "no such statement: 's9'"),
        ({"events": [event(type="REJECT", statement="s1")]}, "type REJECT, but statement s1 is None"),
        ({"statements": [statement(act="sing")]}, "unknown act: 'sing'"),
        ({"statements": [statement(type="SING")]}, "unknown type: 'SING'"),
        ({"statements": [statement(speaker="a9")]}, "speaker: neither an actor nor a country code"),
        ({"statements": [statement(evidence={})]}, "speaker without evidence"),
        ({"statements": [statement(targets=("ISR",), evidence={"speaker": HERE})]}, "targets without evidence"),
        ({"statements": [statement(targets=("a9",))]}, "targets: neither an actor nor a country code"),
        ({"statements": [statement(), statement()]}, "statement s1: the id is used twice"),
        ({"article": article(id="")}, "article: no id"),
        ({"article": article(text=TEXT + "\ud800")}, "lone surrogate"),
        ({"article": article(published="2024-13-01", published_from="text")}, "is not an ISO date"),
        ({"article": article(published="2024-12-01")}, "published without published_from"),
        ({"article": article(published="2024-12-01", published_from="hearsay")}, "unknown published_from"),
        ({"article": article(outlet="x", outlet_country="XXX")}, "article: unknown outlet_country: 'XXX'"),
        ({"article": article(outlet="x", outlet_kind="blog")}, "article: unknown outlet_kind: 'blog'"),
        ({"article": article(reprint_of="x")}, "article: a reprint without a group"),
        ({"article": article(reprint_group="x", reprint_share=1.5)}, "article: reprint_share 1.5"),
        ({"article": article(credit=(Credit("", None, 0, 1),))}, "article: a credit without a name"),
        ({"article": article(credit=(Credit("x", "x", 0, len(TEXT) + 1),))}, "article: credit: span 0-"),
    ],
)
def test_a_broken_record_is_refused(parts: dict, complaint: str) -> None:
    whole = {"article": article(), "actors": [actor()], "events": [event()], "statements": [statement()]}
    with pytest.raises(RecordError) as caught:
        Record.build(**{**whole, **parts})
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_way_around_the_checks() -> None:
    broken = (actor(mentions=(Span(0, 10**6),)),)
    with pytest.raises(RecordError):
        Record(article(), broken)
    with pytest.raises(RecordError):
        dataclasses.replace(Record(article()), actors=broken)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Record(article()).actors = ()  # type: ignore[misc]


def test_a_country_is_its_own_evidence() -> None:
    Record.build(article(), [Actor("a1", "country", "اليابان", country="JPN", mentions=HERE)])


@pytest.mark.parametrize("text", ["2024-12-10", "2024-12", "1991", "2024-02-29"])
def test_dates(text: str) -> None:
    assert is_date(text)
    assert is_date_or_interval(f"{text}/{text}")


@pytest.mark.parametrize("text", ["", "24", "2024-2-1", "2023-02-29", "2024-13", "0000", "٢٠٢٤", "2024-12-10T08:00"])
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)
    assert not is_date_or_interval(f"{text}/2024")


def test_an_interval_runs_forward() -> None:
    assert is_date_or_interval("2024-12-30/2025-01")
    assert is_date_or_interval("2024-12-10/2024")
    assert not is_date_or_interval("2024-12-12/2024-12-10")
    assert not is_date_or_interval("2024/2024/2024")
