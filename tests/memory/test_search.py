"""Searching the press of the gold articles and the demo's, and small texts whose contents are known."""

from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import text

from mahdar.memory.database import Database
from mahdar.memory.query import Query
from mahdar.memory.search import Found, search
from mahdar.memory.snippets import snippet
from mahdar.memory.terms import SearchError, Term, terms_of
from mahdar.memory.words import stems
from mahdar.memory.writing import prepare, write
from mahdar.record import Record
from tests.memory.conftest import read_text


def ask(database: Database, query: Query, *, facets: bool = False) -> Found:
    with database.reading() as connection:
        return search(connection, query, facets=facets)


def refs(found: Found) -> set[tuple[str, str | None]]:
    return {(hit.given_id, hit.ref) for hit in found.hits}


EVERYTHING = {"limit": 1000}


@pytest.fixture
def three(database: Database) -> Database:
    texts = [
        (
            "قال وزير الخارجية المصري بدر عبد العاطي إن مصر تدعم حل الدولتين. وأدان الوزير الاستيطان الإسرائيلي.",
            "صحيفة النيل",
            "2024-03-02",
        ),
        (
            "زار وزير الخارجية المصري بدر عبد العاطي أمس أنقرة. وأدان الوزير التركي العدوان على غزة.",
            "صدى",
            "2024-05-07",
        ),
        ("قال وزير خارجية الأردن أيمن الصفدي إن الدولتين الجارتين ترفضان الحل العسكري.", "صحيفة البتراء", "2025-01-01"),
    ]
    write(database, [prepare(read_text(t, source=s, published=d), "test") for t, s, d in texts])
    return database


def shown(found: Found) -> list[str]:
    return [hit.snippet.shown for hit in found.hits]


def test_words_in_all_their_forms(three: Database) -> None:
    assert ask(three, Query("الدولتين", of="statements")).total == 2
    assert ask(three, Query("دولة", of="statements")).total == 2
    assert ask(three, Query("وللدولتين الحل", of="statements")).total == 2
    assert ask(three, Query("لغزة")).total == 1


def test_a_phrase_and_a_word_to_leave_out(three: Database) -> None:
    for typed in ('"حل الدولتين"', "«حل الدولتين»", "الدولتين -العسكري", '"حل الدولتين" -"الدولتين الجارتين"'):
        assert shown(ask(three, Query(typed, of="statements"))) == ["مصر تدعم حل الدولتين"]
    assert ask(three, Query('"الدولتين حل"')).total == 0


def test_who_speaks_and_when(three: Database) -> None:
    said = Query("الدولتين", speaker_countries=("JOR",))
    assert said.kind() == "statements"
    assert [hit.published for hit in ask(three, said).hits] == ["2025-01-01"]
    assert ask(three, replace(said, until="2024")).total == 0
    assert ask(three, replace(said, since="2025-01-01", until="2025-01-01")).total == 1
    assert ask(three, replace(said, since="2025-01-02")).total == 0
    assert {h.act for h in ask(three, Query(speaker="عبد العاطى")).hits} == {"say", "condemn"}
    assert ask(three, Query(speaker="الصفدي", acts=("condemn",))).total == 0


def test_events_by_type_status_and_outlet(three: Database) -> None:
    [visit] = ask(three, Query(types=("CONSULT",), modes=("visit",), statuses=("occurred",))).hits
    assert (visit.first, visit.last, visit.outlet) == ("2024-05-06", "2024-05-06", "صدى")
    assert visit.snippet.shown.startswith("زار وزير الخارجية المصري")
    assert [party.country for party in visit.parties] == ["EGY", "TUR"]
    assert ask(three, Query(person="عبد العاطي", types=("CONSULT",))).total == 1
    assert ask(three, Query(types=("CONSULT",), outlets=("صحيفة",))).total == 0
    # a statement that amounts to an event is one
    assert ask(three, Query(types=("ACCUSE",), outlets=("صحيفة النيل",))).hits[0].act == "condemn"


def test_the_country_of_the_outlet(three: Database) -> None:
    with three.writing() as connection:
        connection.execute(text("UPDATE outlets SET country = 'EGY' WHERE name = 'صحيفة النيل'"))
    for of in ("statements", "events", "articles"):
        found = ask(three, Query(outlet_countries=("EGY", "KAZ"), of=of), facets=True)
        assert found.facets["outlet"] == {"صحيفة النيل": found.total}
        assert found.facets["outlet_country"] == {"EGY": found.total}
        assert ask(three, Query(outlet_countries=("JOR",), of=of)).total == 0


def test_two_states_and_any_of_several(three: Database) -> None:
    assert ask(three, Query(pair=("TUR", "EGY"))).total == ask(three, Query(pair=("EGY", "TUR"))).total == 1
    assert ask(three, Query(pair=("EGY", "JOR"))).total == 0
    assert ask(three, Query(countries=("EGY", "JOR"), of="statements")).total == 3
    assert ask(three, Query("وزير", countries=("JOR",))).total == 1
    assert ask(three, Query(countries=("EGY",), of="articles")).total == 2


def test_issues_and_stances(three: Database) -> None:
    against = ask(three, Query(issues=("settlements",), stances=("against",)), facets=True)
    assert shown(against) == ["الاستيطان الإسرائيلي"]
    assert against.facets["issue"] == {"settlements": 1}
    assert against.facets["stance"] == {"against": 1}
    assert ask(three, Query(issues=("settlements",), stances=("for",))).total == 0


def test_facets_count_all_that_is_found_not_only_the_page(filled: Database) -> None:
    for query in (
        Query(of="events"),
        Query("فلسطين", of="statements"),
        Query("غزة"),
        Query(countries=("EGY",), of="events"),
    ):
        whole = ask(filled, replace(query, limit=1000), facets=True)
        page = ask(filled, replace(query, limit=1), facets=True)
        assert whole.total == len(whole.hits) == page.total > len(page.hits) == 1
        assert page.facets == whole.facets
        for name, of in (("type", "type"), ("act", "act"), ("status", "status"), ("outlet", "outlet")):
            values = [getattr(hit, of) for hit in whole.hits if getattr(hit, of) is not None]
            assert whole.facets.get(name, {}) == {value: values.count(value) for value in values}


def test_what_is_found_is_what_reading_every_record_finds(filled: Database, press: list[Record]) -> None:
    """The same questions put to the records themselves."""
    countries = {(r.article.id, a.id): a.country for r in press for a in r.actors}

    def of(record: Record, ref: str | None) -> str | None:
        return countries.get((record.article.id, str(ref)), ref)

    condemned = {
        (r.article.id, s.id)
        for r in press
        for s in r.statements
        if s.act == "condemn" and "ISR" in {of(r, s.speaker), of(r, s.on_behalf_of), *(of(r, t) for t in s.targets)}
    }
    assert refs(ask(filled, Query(acts=("condemn",), countries=("ISR",), **EVERYTHING))) == condemned
    meetings = {
        (r.article.id, e.statement or e.id)
        for r in press
        for e in r.events
        if e.type == "CONSULT" and "KAZ" in {of(r, ref) for ref in (*e.actors, *e.recipients)}
    }
    assert refs(ask(filled, Query(types=("CONSULT",), countries=("KAZ",), **EVERYTHING))) == meetings
    word = stems("غزة")
    said = {(r.article.id, s.id) for r in press for s in r.statements if word in stems(s.content.of(r.text)).split()}
    assert refs(ask(filled, Query("غزة", of="statements", **EVERYTHING))) == said
    assert len(condemned) > 3 and len(meetings) > 3 and len(said) > 3


def test_pages_follow_one_another(filled: Database) -> None:
    for query in (Query("الوزير", of="statements"), Query(of="events"), Query("غزة", newest=True)):
        whole = ask(filled, replace(query, limit=30)).hits
        pages = [hit for offset in (0, 10, 20) for hit in ask(filled, replace(query, limit=10, offset=offset)).hits]
        assert pages == list(whole)
    days = [hit.first for hit in ask(filled, Query("غزة", newest=True)).hits if hit.first]
    assert days == sorted(days, reverse=True)


def test_a_snippet_shows_the_hit() -> None:
    text = "كلمة " * 200 + "ثم زار الوزير غزة والقدس أمس. " + "كلمة " * 200
    found = snippet(text, 0, len(text), terms_of('"زار الوزير" للقدس'), 80)
    assert len(found.shown) <= 82
    assert [found.shown[a:b] for a, b in found.hits] == ["زار الوزير", "والقدس"]
    assert text[found.start : found.end] == found.shown
    assert snippet(text, 0, len(text), terms_of("لندن")).shown.startswith("كلمة")
    assert snippet("غَـزّة", 0, 6, terms_of("غزة")).hits == ((0, 6),)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (Query("، . !"), "no word"),
        (Query("-غزة"), "at least one"),
        (Query(of="articles", types=("AID",)), "--type is for statements and events"),
        (Query(of="events", speaker_countries=("KAZ",)), "--speaker-country is for statements"),
    ],
)
def test_a_search_that_makes_no_sense(database: Database, query: Query, told: str) -> None:
    with pytest.raises(SearchError, match=told):
        ask(database, query)


def test_what_is_typed_cannot_break_the_query(three: Database) -> None:
    hostile = [
        "' OR 1=1 --",
        '" * ) NEAR(',
        'a" b" NOT',
        "':* & !()",
        "غزة:* | <->",
        "NOT غزة",
        "%",
        "-" * 500,
        "\0غزة",
    ]
    for typed in hostile:
        for query in (Query(typed), Query(person=typed, of="events"), Query(outlets=(typed,), of="events")):
            with suppress(SearchError):
                ask(three, query)
    assert terms_of("NOT غزة") == (Term(("not",)), Term((stems("غزة"),)))
