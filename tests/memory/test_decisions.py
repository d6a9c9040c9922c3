"""What people decide holds: at once, after every new reading, and until it is taken back."""

from dataclasses import replace
from uuid import uuid4

import pytest

from mahdar import scoring
from mahdar.memory import deciding
from mahdar.memory.correcting import changed, corrected
from mahdar.memory.database import Database
from mahdar.memory.deciding import By, DecisionError
from mahdar.memory.gold import event_of_gold, gold_of, record_of_gold
from mahdar.memory.identity import content_hash
from mahdar.memory.ledger import every_decision
from mahdar.memory.query import Query
from mahdar.memory.search import search
from mahdar.memory.stored import Stored, load
from mahdar.memory.writing import prepare, write
from mahdar.record import Event, Record, RecordError, Span
from tests.memory.conftest import ROOT, read_text, tables_of

TEXT = (
    "استقبل وزير الخارجية العماني بدر البوسعيدي، أمس الثلاثاء في مسقط، سفير اليابان كين ساتو. "
    "وأدان الوزير العدوان على غزة."
)
ME = By("فاطمة", "قرأت الخبر")


@pytest.fixture
def one(database: Database) -> tuple[Database, Record]:
    record = read_text(TEXT)
    assert [e.type for e in record.events] == ["CONSULT", "ACCUSE"]
    assert [s.act for s in record.statements] == ["condemn"]
    write(database, [prepare(record, "first")])
    return database, record


def now(database: Database) -> Record:
    with database.reading() as connection:
        [stored] = load(connection)
    return stored.record


def read_anew(database: Database, record: Record) -> None:
    """Another reading of the same article takes the place of the last."""
    write(database, [prepare(record, uuid4().hex)])


def events(record: Record) -> list[tuple[str, str, str | None]]:
    return [(event.type, event.status, event.date) for event in record.events]


def total(database: Database, query: Query) -> int:
    with database.reading() as connection:
        return search(connection, query).total


def test_an_edit_holds_at_once_and_after_every_reading(one: tuple[Database, Record]) -> None:
    database, record = one
    deciding.edit(database, "own", "e1", {"date": "2024-12", "status": "planned"}, ME)
    assert events(now(database))[0] == ("CONSULT", "planned", "2024-12")
    assert now(database).events[0].inferred["status"] == "corrected"
    assert total(database, Query(statuses=("planned",))) == 1
    poorer = replace(record, events=(), statements=())
    for again in (record, poorer, record):
        read_anew(database, again)
        assert events(now(database))[0] == ("CONSULT", "planned", "2024-12")
        assert total(database, Query(statuses=("planned",))) == 1
    with database.reading() as connection:
        assert next(load(connection)).machine == record


def test_what_was_accepted_stays_though_a_later_reading_misses_it(one: tuple[Database, Record]) -> None:
    database, record = one
    deciding.accept(database, "own", "e1", ME)
    deciding.accept(database, "own", "s1", ME)
    without = replace(record, actors=(), events=(), statements=())
    read_anew(database, without)
    back = now(database)
    names = {actor.id: actor.name for actor in back.actors}
    [meeting, verbal] = back.events
    was = {actor.id: actor.name for actor in record.actors}
    assert [names[ref] for ref in (*meeting.actors, *meeting.recipients)] == [
        was[ref] for ref in (*record.events[0].actors, *record.events[0].recipients)
    ]
    assert (verbal.type, verbal.statement) == ("ACCUSE", back.statements[0].id)
    assert back.statements[0].content == record.statements[0].content


def test_what_was_rejected_does_not_come_back(one: tuple[Database, Record]) -> None:
    database, record = one
    deciding.reject(database, "own", "s1", ME)
    assert now(database).statements == ()
    assert [event.type for event in now(database).events] == ["CONSULT"]
    # a new reading counts differently and sees the words a little differently
    shifted = replace(record.statements[0], id="s7", content=Span(record.statements[0].content.start, len(TEXT)))
    other = replace(record, statements=(shifted,), events=record.events[:1])
    read_anew(database, other)
    assert now(database).statements == ()
    assert total(database, Query(acts=("condemn",))) == 0
    # but what it takes for something else is not what was rejected
    praise = replace(record, statements=(replace(shifted, act="praise"),), events=record.events[:1])
    read_anew(database, praise)
    assert [s.act for s in now(database).statements] == ["praise"]


def test_a_rejected_actor_takes_part_in_nothing(one: tuple[Database, Record]) -> None:
    database, record = one
    guest = record.events[0].actors[0]
    deciding.reject(database, "own", guest, ME)
    assert guest not in {actor.id for actor in now(database).actors}
    assert now(database).events[0].actors == ()


def test_what_was_missed_is_added(one: tuple[Database, Record]) -> None:
    database, record = one
    missed = event_of_gold(
        record.text, {"type": "AID", "triggers": ["مسقط"], "actors": ["OMN"], "recipients": ["a1"]}, "e9"
    )
    deciding.add(database, "own", replace(record, events=(*record.events, missed)), "e9", ME)
    assert [event.type for event in now(database).events] == ["CONSULT", "AID", "ACCUSE"]
    read_anew(database, replace(record, events=(), statements=()))
    assert [event.type for event in now(database).events] == ["AID"]
    assert total(database, Query(types=("AID",))) == 1


def test_two_actors_of_one_article_that_are_one(one: tuple[Database, Record]) -> None:
    database, record = one
    first, second = record.events[0].actors[0], record.events[0].recipients[0]
    deciding.merge(database, ("own", first), ("own", second), ME)
    back = now(database)
    assert len(back.actors) == len(record.actors) - 1
    assert back.events[0].recipients == (first,)
    mentions = next(actor for actor in back.actors if actor.id == first).mentions
    assert len(mentions) == sum(len(a.mentions) for a in record.actors if a.id in {first, second})


def test_a_whole_record_as_a_person_read_it(database: Database) -> None:
    for given in scoring.load_gold(ROOT / "tests" / "gold" / "dev")[:6]:
        article = read_text(given["text"], title=given["title"], source=given["source"], published=given["published"])
        gold = record_of_gold(article.article, given["gold"])
        write(database, [prepare(article, "test")])
        digest = content_hash(article.article)
        deciding.settle(database, digest, gold, ME)
        read_anew(database, replace(article, events=(), statements=()))
        with database.reading() as connection:
            [stored] = load(connection, hashes=[digest])
        assert stored.record.events == gold.events
        figures = scoring.score([{**given, "id": "own"}], [stored.record.to_dict()]).table()["ALL FACTS"]
        assert figures["f1"] == 1
        assert gold_of(stored.record)["gold"] == gold_of(gold)["gold"]


def test_every_decision_can_be_taken_back(one: tuple[Database, Record]) -> None:
    database, record = one
    before = tables_of(database)
    made = [
        deciding.edit(database, "own", "e1", {"status": "denied"}, ME),
        deciding.reject(database, "own", "s1", ME),
        deciding.accept(database, "own", "e1", ME),
        deciding.settle(database, "own", replace(record, events=(), statements=()), ME),
    ]
    assert [one.number for one in made] == [1, 2, 3, 4]
    for decision in made:
        deciding.undo(database, decision.number, ME)
    assert now(database) == record
    # nothing was taken out of the ledger
    with database.reading() as connection:
        kept = every_decision(connection)
    assert [(d.verb, d.who, d.why) for d in kept] == [
        (verb, ME.who, ME.why) for verb in ("edit", "reject", "accept", "settle", "undo", "undo", "undo", "undo")
    ]
    after = tables_of(database)
    assert len(after["findings"]) == len(before["findings"])
    with pytest.raises(DecisionError, match="taken back already"):
        deciding.undo(database, 1, ME)
    with pytest.raises(DecisionError, match="none that can be"):
        deciding.undo(database, 5, ME)


def test_the_later_decision_holds(one: tuple[Database, Record]) -> None:
    database, _ = one
    deciding.edit(database, "own", "e1", {"date": "2020"}, ME)
    last = deciding.edit(database, "own", "e1", {"date": "2021"}, By("سعيد"))
    assert now(database).events[0].date == "2021"
    deciding.undo(database, last.number, ME)
    assert now(database).events[0].date == "2020"


@pytest.mark.parametrize(
    ("ref", "changes", "told"),
    [
        ("e1", {"status": "perhaps"}, "unknown status: 'perhaps'"),
        ("e1", {"date": "yesterday"}, "not an ISO date"),
        ("e1", {"actors": ["a77"]}, "neither an actor nor a country"),
        ("e1", {"colour": "red"}, "no field 'colour'"),
        ("e1", {"id": "e2"}, "no field 'id'"),
        ("a1", {"country": "ZZZ"}, "unknown country"),
        ("e9", {"status": "planned"}, "no 'e9'"),
        ("e2", {"status": "planned"}, "the statement s1"),
    ],
)
def test_what_makes_no_record_is_not_kept(
    one: tuple[Database, Record], ref: str, changes: dict[str, object], told: str
) -> None:
    database, record = one
    with pytest.raises(DecisionError, match=told):
        deciding.edit(database, "own", ref, changes, ME)
    assert now(database) == record
    with database.reading() as connection:
        assert every_decision(connection) == []


def test_which_article_is_meant(database: Database) -> None:
    write(database, [prepare(read_text(TEXT, source=source), "test") for source in ("أ", "ب")])
    with database.reading() as connection:
        [first, second] = list(load(connection))
        assert deciding.find(connection, first.hash[:8]).hash == first.hash
        assert deciding.find(connection, second.hash).hash == second.hash
        for named, told in (("own", "2 articles"), ("none", "no article"), ("%", "no article"), (first.hash[:3], "no")):
            with pytest.raises(DecisionError, match=told):
                deciding.find(connection, named)


def test_a_decision_that_no_longer_fits_is_passed_over() -> None:
    record = read_text(TEXT)
    event = changed(record.events[0], {"mode": "visit", "type": "CONSULT"})
    assert (event.cameo, event.inferred["cameo"]) == ("042", "mode:visit")
    with pytest.raises(RecordError):
        changed(record.events[0], {"type": "CONSULT", "mode": 7})
    assert isinstance(event, Event)
    assert corrected(record, []) == record


def test_joining_and_parting_two_articles_points_at_both(database: Database) -> None:
    write(database, [prepare(read_text(TEXT, source=source), "test") for source in ("أ", "ب")])
    with database.reading() as connection:
        both: list[Stored] = list(load(connection))
    refs = [(stored.hash, "e1") for stored in both]
    joined = deciding.merge(database, refs[0], refs[1], ME)
    assert joined.across
    with pytest.raises(DecisionError, match="two actors or two events"):
        deciding.merge(database, refs[0], (both[1].hash, "a1"), ME)
    with pytest.raises(DecisionError, match="not one twice"):
        deciding.split(database, refs[0], refs[0], ME)
    with database.reading() as connection:
        assert [stored.record for stored in load(connection)] == [stored.record for stored in both]
