"""Small valid parts to build records from, and strategies for random ones."""

from typing import Any

from hypothesis import strategies as st

from mahdar.ontology import (
    ACTS,
    CONTEXTS,
    COUNTRIES,
    GOLDSTEIN,
    KINDS,
    MODES,
    OUTLET_KINDS,
    SECTORS,
    STANCES,
    STATUSES,
    STRENGTHS,
    TYPES,
)
from mahdar.record import (
    COUNTRY_CODES,
    Actor,
    Amount,
    Article,
    Credit,
    Event,
    Image,
    Place,
    Position,
    Record,
    Span,
    Statement,
)

TEXT = "الوزير يستقبل السفير\n\nاستقبل الوزير في أستانا سفير اليابان وأدان العدوان على غزة."
HERE = (Span(0, 6),)


def article(**changes: Any) -> Article:
    return Article(**{"id": "x-1", "text": TEXT, **changes})


def actor(**changes: Any) -> Actor:
    return Actor(**{"id": "a1", "kind": "person", "name": "الوزير", "mentions": HERE, **changes})


def event(**changes: Any) -> Event:
    return Event(**{"id": "e1", "type": "CONSULT", "triggers": HERE, **changes})


def statement(**changes: Any) -> Statement:
    fields = {"id": "s1", "speaker": "a1", "act": "condemn", "trigger": Span(1, 2), "content": Span(3, 9)}
    return Statement(**{**fields, "evidence": {"speaker": HERE, "targets": HERE}, **changes})


def _spans(length: int) -> st.SearchStrategy[Span]:
    pairs = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda p: p[0] != p[1])
    return pairs.map(lambda p: Span(min(p), max(p)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that keeps the rules."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
    span = _spans(len(text))
    some = st.lists(span, min_size=1, max_size=2).map(tuple)
    words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    word = st.one_of(st.none(), words)
    day = st.one_of(
        st.none(), st.dates().map(str), st.just("2024-12"), st.just("1991"), st.just("2024-12-10/2024-12-12")
    )

    def grounds(*names: str) -> tuple[dict[str, tuple[Span, ...]], dict[str, str]]:
        evidence, inferred = {}, {}
        for name in names:
            if draw(st.booleans()):
                evidence[name] = draw(some)
            else:
                inferred[name] = draw(words)
        return evidence, inferred

    ids = [f"a{n}" for n in range(draw(st.integers(0, 3)))]
    actors = []
    for i in ids:
        kind = draw(st.sampled_from(sorted(KINDS)))
        country = draw(st.sampled_from(sorted(COUNTRY_CODES))) if kind == "country" or draw(st.booleans()) else None
        sector = draw(st.one_of(st.none(), st.sampled_from(sorted(SECTORS))))
        evidence, inferred = grounds("country", "sector", "role", "latin")
        role, latin = draw(word), draw(word)
        actors.append(Actor(i, kind, draw(words), country, sector, role, latin, draw(some), evidence, inferred))
    party = st.lists(st.sampled_from([*ids, *sorted(COUNTRIES)]), max_size=3).map(tuple)
    position = st.builds(Position, words, span, st.one_of(st.none(), span), st.sampled_from(sorted(STANCES)), some)
    statements = []
    for n in range(draw(st.integers(0, 3))):
        evidence, inferred = grounds("speaker", "targets", "strength", "on_behalf_of")
        statements.append(
            Statement(
                f"s{n}",
                draw(st.sampled_from([*ids, "KAZ"])),
                draw(st.sampled_from(sorted(ACTS))),
                draw(span),
                draw(span),
                draw(st.booleans()),
                draw(st.one_of(st.none(), st.sampled_from(sorted(TYPES)))),
                draw(party),
                draw(st.lists(words, max_size=2).map(tuple)),
                draw(st.lists(position, max_size=2).map(tuple)),
                draw(st.sampled_from([None, *sorted(STRENGTHS)])),
                draw(st.sampled_from([None, *ids, "KAZ"])),
                evidence,
                inferred,
            )
        )
    events: list[Event] = []
    for n in range(draw(st.integers(0, 3))):
        said = draw(st.one_of(st.none(), st.sampled_from(statements))) if statements else None
        kind = said.type if said and said.type else draw(st.sampled_from(sorted(TYPES)))
        place, amount = draw(st.one_of(st.none(), span)), draw(st.one_of(st.none(), span))
        evidence, inferred = grounds("mode", "contexts", "status", "actors", "recipients", "date", "part_of", "cameo")
        visits = [event.id for event in events if (event.type, event.mode) == ("CONSULT", "visit")]
        cameo = draw(st.sampled_from([None, *sorted(GOLDSTEIN)]))
        events.append(
            Event(
                f"e{n}",
                kind,
                draw(st.sampled_from([None, *sorted(MODES[kind])])),
                draw(st.lists(st.sampled_from(sorted(CONTEXTS)), max_size=2).map(tuple)),
                draw(st.sampled_from(sorted(STATUSES))),
                draw(party),
                draw(party),
                draw(day),
                place and Place(draw(words), draw(st.sampled_from([None, "KAZ"])), place.start, place.end),
                amount
                and Amount(
                    draw(st.one_of(st.integers(0, 10**12), st.floats(0, 1e12))), "USD", amount.start, amount.end
                ),
                draw(some),
                said.id if said and said.type else None,
                draw(st.sampled_from([None, *visits])),
                cameo,
                GOLDSTEIN[cameo] if cameo else None,
                evidence,
                inferred,
            )
        )
    published = draw(st.one_of(st.none(), st.dates().map(str)))
    images = st.lists(st.builds(Image, word, word), max_size=2).map(tuple)
    credited = draw(st.lists(span, max_size=2))
    article = Article(
        draw(words), text, draw(word), draw(word), "ar", draw(word), draw(word), published, published and "dateline",
        draw(st.none() | st.dates().map(str)), draw(word), draw(images),
        draw(word), draw(st.sampled_from([None, "KAZ", "IGO"])), draw(st.sampled_from([None, *sorted(OUTLET_KINDS)])),
        tuple(Credit(draw(words), draw(word), one.start, one.end) for one in credited),
    )  # fmt: skip
    furniture = draw(st.lists(span, max_size=2))
    return Record.build(article, actors, events, statements, furniture)
