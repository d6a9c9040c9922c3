"""The chronicle in the database is the one that joining all records at once gives, whatever came when and how."""

import json
from dataclasses import asdict, replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from mahdar.memory import deciding, joining
from mahdar.memory.bodies import to_json
from mahdar.memory.chronicle import Asked, chronicle, doubts, who_is
from mahdar.memory.database import Database, open_database
from mahdar.memory.deciding import By
from mahdar.memory.identity import content_hash
from mahdar.memory.joined import decisions_across, join_waiting
from mahdar.memory.query import Query
from mahdar.memory.rebuilding import rebuild
from mahdar.memory.rows import days
from mahdar.memory.search import search
from mahdar.memory.stored import load
from mahdar.memory.tables import entities, happenings, maybes, mentions, sightings, tellings
from mahdar.memory.writing import prepare, write
from mahdar.record import Record
from tests.memory.conftest import ROOT, read_text

ME = By("فاطمة")


def joined(database: Database) -> None:
    for _ in join_waiting(database):
        pass


def kept(database: Database) -> dict[str, dict[str, object]]:
    """Entities and happenings by id, and which actor and event belongs to which, without the reasons."""
    with database.reading() as connection:
        out: dict[str, dict[str, object]] = {
            table.name: {row.id: {**json.loads(row.body), "joins": []} for row in connection.execute(select(table))}
            for table in (entities, happenings)
        }
        hashes = {stored.number: stored.hash for stored in load(connection)}
        query = select(mentions.c.article_id, mentions.c.ref, sightings.c.entity_id).join_from(mentions, sightings)
        out["who"] = {f"{hashes[n]}#{ref}": entity for n, ref, entity in connection.execute(query)}
        out["what"] = {row.name: row.happening_id for row in connection.execute(select(tellings))}
        out["doubtful"] = {f"{row.one} {row.other}": row.what for row in connection.execute(select(maybes))}
    return out


def at_once(database: Database) -> dict[str, dict[str, object]]:
    """The same from all records together."""
    with database.reading() as connection:
        every = [replace(s.record, article=replace(s.record.article, id=s.hash)) for s in load(connection)]
        whole = joining.join(every, decisions_across(connection))
    return {
        "entities": {e.id: json.loads(to_json(replace(e, mentions=(), joins=()))) for e in whole.entities},
        "happenings": {e.id: json.loads(to_json(replace(e, joins=()))) for e in whole.events},
        "who": {f"{ref.article}#{ref.id}": entity for ref, entity in whole.entity_of.items()},
        "what": {f"{ref.article}#{ref.id}": event for ref, event in whole.event_of.items()},
        "doubtful": {f"{maybe.one} {maybe.other}": maybe.what for maybe in whole.maybes},
    }


def test_the_chronicle_is_that_of_all_records_at_once(filled: Database) -> None:
    before = kept(filled)
    assert before == at_once(filled)
    assert rebuild(filled) == 46
    assert kept(filled) == before


@given(order=st.randoms(use_true_random=False), batch=st.integers(1, 9))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_articles_does_not_matter(
    press: list[Record], tmp_path_factory: pytest.TempPathFactory, order: Random, batch: int
) -> None:
    some = press[:9]
    order.shuffle(some)
    with open_database(tmp_path_factory.mktemp("order") / "x.db", create=True) as database:
        for start in range(0, len(some), batch):
            write(database, [prepare(record, "test") for record in some[start : start + batch]])
            joined(database)
        assert kept(database) == at_once(database)
        now = kept(database)
        rebuild(database)
        assert kept(database) == now


def test_three_articles_on_one_meeting_are_one_happening_with_three_sources(filled: Database) -> None:
    links = json.loads((ROOT / "tests" / "gold" / "links.json").read_text(encoding="utf-8"))
    articles = {one.partition("#")[0] for one in links["events"][0]}
    with filled.reading() as connection:
        ids = {s.hash: s.record.article.id for s in load(connection)}
        total, found = chronicle(
            connection, Asked(("KAZ",), types=("CONSULT",), since="2025-02-12", until="2025-02-12")
        )
        assert total == 1
        assert {ids[source.article] for source in found[0].sources} == articles
        assert "KAZ" in {party.country for party in (*found[0].actors, *found[0].recipients)}
        # whoever calls the minister by another spelling finds the same man
        people = {who.who.id for name in ("ساغيندكوف", "ساغيندقوف") for who in who_is(connection, name)}
        assert len(people) == 1
        by_name = search(connection, Query(person="ساغيندقوف", of="events", limit=100))
        assert articles <= {ids[hit.article] for hit in by_name.hits}


def test_an_article_read_anew_takes_its_place_in_the_chronicle(filled: Database, press: list[Record]) -> None:
    poorer = [replace(record, events=record.events[:1], statements=(), actors=record.actors) for record in press[:8]]
    poorer = [replace(record, events=tuple(e for e in record.events if e.statement is None)) for record in poorer]
    write(filled, [prepare(record, "newer") for record in poorer])
    joined(filled)
    assert kept(filled) == at_once(filled)


TEXTS = {
    "أ": ("استقبل وزير الخارجية العماني بدر البوسعيدي أمس في مسقط وزير الخارجية الأردني أيمن الصفدي.", "2024-12-11"),
    "ب": ("التقى أيمن الصفدي وزير الخارجية الأردني نظيره العماني بدر البوسعيدي في مسقط أمس.", "2024-12-11"),
    "ج": ("استقبل وزير الخارجية العماني بدر البوسعيدي أمس في مسقط سفير اليابان.", "2024-12-11"),
}


@pytest.fixture
def small(database: Database) -> tuple[Database, dict[str, str]]:
    made = {outlet: read_text(text, source=outlet, published=day) for outlet, (text, day) in TEXTS.items()}
    write(database, [prepare(record, "test") for record in made.values()])
    joined(database)
    return database, {outlet: content_hash(record.article) for outlet, record in made.items()}


def happening_of(database: Database, digest: str) -> str:
    with database.reading() as connection:
        query = select(tellings.c.happening_id).where(tellings.c.name == f"{digest}#e1")
        return str(connection.execute(query).scalar_one())


def test_people_join_and_part_happenings_and_take_it_back(small: tuple[Database, dict[str, str]]) -> None:
    database, of = small
    was = kept(database)
    assert happening_of(database, of["أ"]) == happening_of(database, of["ب"]) != happening_of(database, of["ج"])
    parted = deciding.split(database, (of["أ"], "e1"), (of["ب"], "e1"), ME)
    assert happening_of(database, of["أ"]) != happening_of(database, of["ب"])
    one = deciding.merge(database, (of["أ"], "e1"), (of["ج"], "e1"), ME)
    assert happening_of(database, of["أ"]) == happening_of(database, of["ج"])
    assert kept(database) == at_once(database)
    rebuild(database)
    assert happening_of(database, of["أ"]) == happening_of(database, of["ج"]) != happening_of(database, of["ب"])
    deciding.undo(database, parted.number, ME)
    deciding.undo(database, one.number, ME)
    assert kept(database) == was


def test_people_part_and_join_persons(small: tuple[Database, dict[str, str]]) -> None:
    database, of = small
    with database.reading() as connection:
        [before] = who_is(connection, "البوسعيدي")
        refs = {s.hash: next(a.id for a in s.record.actors if "البوسعيدي" in a.name) for s in load(connection)}
    assert before.articles == 3
    parted = deciding.split(database, (of["أ"], refs[of["أ"]]), (of["ج"], refs[of["ج"]]), ME)
    who = kept(database)["who"]
    assert who[f"{of['أ']}#{refs[of['أ']]}"] != who[f"{of['ج']}#{refs[of['ج']]}"]
    assert kept(database) == at_once(database)
    deciding.undo(database, parted.number, ME)
    with database.reading() as connection:
        assert [who.who for who in who_is(connection, "البوسعيدي")] == [before.who]


def test_what_is_asked_of_the_chronicle(filled: Database) -> None:
    with filled.reading() as connection:
        total, whole = chronicle(connection, Asked(limit=10_000))
        assert total == len(whole) > 100
        firsts = [days(one.date)[0] or "" for one in whole]
        assert firsts == sorted(firsts, reverse=True)
        for asked in (
            Asked(("PSE",)),
            Asked(("KAZ", "PSE")),
            Asked(types=("AID",)),
            Asked(statuses=("planned",)),
            Asked(since="2024", until="2024-12"),
        ):
            count, found = chronicle(connection, replace(asked, limit=10_000))
            wanted = [one.id for one in whole if _fits(asked, one)]
            assert [one.id for one in found] == wanted
            assert count == len(wanted) > 0
            pages = [one.id for at in (0, 2) for one in chronicle(connection, replace(asked, limit=2, offset=at))[1]]
            assert pages == wanted[:4]
        number, pairs = doubts(connection, 1000)
        assert number == len(pairs)
        json.dumps([asdict(pair) for pair in pairs])


def _fits(asked: Asked, one: object) -> bool:
    parties = {party.country for party in (*one.actors, *one.recipients)}  # type: ignore[attr-defined]
    dates = (one.date or "").split("/")  # type: ignore[attr-defined]
    return (
        set(asked.countries) <= parties
        and (not asked.types or one.type in asked.types)  # type: ignore[attr-defined]
        and (not asked.statuses or one.status in asked.statuses)  # type: ignore[attr-defined]
        and (not asked.since or any(day.startswith("2024") for day in dates))
    )
