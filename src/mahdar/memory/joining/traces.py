"""From a record to what the joining keeps of it: a sighting for each actor, what is told of each event, and their keys.

Keys are short texts. Two actors, or two events, that may be one share a key; what shares none is never compared.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from itertools import combinations

from mahdar.memory.joining import bodies
from mahdar.memory.joining.dates import months_of, window_of
from mahdar.memory.joining.model import Ref, Sighting, Told, Trace
from mahdar.memory.joining.names import parts_of, sound_of
from mahdar.memory.joining.offices import one_holder, role_of
from mahdar.ontology import COUNTRIES
from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.record import Actor, Article, Event, Record, Statement

PARTIES = 8  # of an event by whose countries it is found
BEFORE = 60  # characters before an event's own word in which its being put off is told
WORDS = 40  # of a statement or sentence that are kept
AROUND = 120  # characters on each side of an event's word that show its wording


def trace_of(record: Record) -> Trace:
    """What the joining keeps of an article."""
    article = record.article
    company = _company(record)
    days = _days(record)
    actors = {actor.id: _sighting(actor, article, days.get(actor.id), company) for actor in record.actors}
    statements = {statement.id: statement for statement in record.statements}
    told = [_told(event, record, actors, statements) for event in record.events]
    return Trace(article.id, article.published, actors, tuple(told), days)


def entity_keys(actor: Actor, record: Record) -> set[str]:
    """The keys under which an actor is found by, and finds, those it may be one with."""
    return set(_sighting(actor, record.article, _days(record).get(actor.id), _company(record)).keys)


def event_keys(event: Event, record: Record) -> set[str]:
    """The keys under which an event is found by, and finds, those it may be one with."""
    trace = trace_of(record)
    return set(next(told.keys for told in trace.events if told.ref.id == event.id))


# --- actors


def _company(record: Record) -> tuple[str, ...]:
    """The states that an article's actors belong to."""
    return tuple(sorted({actor.country for actor in record.actors if actor.country in COUNTRIES}))


def _days(record: Record) -> dict[str, str]:
    """The day of which an article speaks of each actor: that of publication, but for who is only in what was earlier.

    An article of December that tells of a meeting in May shows the ministers of May.
    """
    published = record.article.published
    if published is None:
        return {}
    days = dict.fromkeys((actor.id for actor in record.actors), published)
    earlier: dict[str, set[str | None]] = {}
    for event in record.events:
        window = window_of(event.date, event.status, None) if event.status != "planned" else None
        day = window.last.isoformat() if window is not None and window.sure and event.statement is None else None
        for party in (*event.actors, *event.recipients):
            earlier.setdefault(party, set()).add(day)
    for statement in record.statements:
        earlier.setdefault(statement.speaker or "", set()).add(None)
    for party, told in earlier.items():
        if party in days and None not in told:
            days[party] = min(published, max(day for day in told if day is not None))
    return days


def _sighting(actor: Actor, article: Article, day: str | None, company: tuple[str, ...]) -> Sighting:
    kind, shown, country = actor.kind, actor.name, actor.country
    if kind == "country" and country in COUNTRIES:
        return country_sighting(country)
    when = day or ""
    offices: tuple[str, ...] = ()
    latin = actor.latin
    if kind == "person":
        described = role_of(shown)
        nameless = shown == actor.role or described.alone
        name = () if nameless else parts_of(shown)
        held = role_of(actor.role).offices if actor.role else ()
        offices = tuple(sorted({*held, *(described.offices if nameless else ())}))
        vague = len(name) < 2
        # whoever bears an office that others bear too, without a name, is somebody else in every article
        known = bool(when) and (bool(name) or (country is not None and any(map(one_holder, offices))))
    else:
        name = bodies.words_of(shown, country)
        vague, known = bodies.is_vague(shown), False
    alone = (when if known else f"{when}@{article.id}") if vague else None
    met = company if country is None else ()
    sure = "country" not in actor.inferred
    content = (kind, name, latin, country, sure, actor.sector, offices, when[:4], alone, met)
    return Sighting(
        _digest(repr(content)), kind, name, shown, latin, country, sure, actor.sector, offices, actor.role,
        when[:4], alone, met, _keys(kind, name, country, offices, vague=vague),
    )  # fmt: skip


@cache
def country_sighting(code: str) -> Sighting:
    """A state: its code says who it is."""
    return Sighting(code, "country", (code,), code, country=code, keys=frozenset({f"c|{code}"}))


def _keys(
    kind: str, name: tuple[str, ...], country: str | None, offices: tuple[str, ...], *, vague: bool
) -> frozenset[str]:
    if kind != "person":
        return frozenset() if vague else frozenset({f"b|{kind}|{' '.join(sorted(name))}"})
    keys = {f"o|{country}|{office}" for office in offices} if country is not None else set()
    if len(name) == 1:
        keys.add(f"s|{country}|{sound_of(name[0])}")
    elif name:
        given = sound_of(name[0])
        keys |= {f"p|{given}|{sound_of(part)}" for part in (name[1], name[-1])}
        keys |= {f"p|{given}|{sound_of(name[-1])[:2]}|{country}"}
    return frozenset(keys)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=9).hexdigest()


# --- events


def _told(event: Event, record: Record, actors: dict[str, Sighting], statements: dict[str, Statement]) -> Told:
    def sightings(parties: Iterable[str]) -> tuple[Sighting, ...]:
        return tuple([actors.get(party) or country_sighting(party) for party in parties])

    article = record.article
    doers, others = sightings(event.actors), sightings(event.recipients)
    countries = tuple(sorted({s.country or "?" for s in (*doers, *others)}))
    statement = statements.get(event.statement) if event.statement else None
    words = _words(statement.content.of(record.text) if statement else _sentence(event, record.text))
    keys = _said_keys(event, words, article.published) if statement else _deed_keys(event, countries, article.published)
    return Told(
        Ref(article.id, event.id), event.type, event.mode, event.status, _moved(event, record.text),
        tuple([s.id for s in doers]), tuple([s.id for s in others]), countries, event.date,
        event.place.name if event.place else None, event.place.country if event.place else None,
        (event.amount.value, event.amount.unit) if event.amount else None, words, statement.act if statement else None,
        "date" in event.inferred, article.source, article.published, keys,
    )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    words = (word.strip("\"'«»“”().,،؛:") for word in fold_letters(text).split())
    return tuple([word for word in words if word][:WORDS])


def _sentence(event: Event, text: str) -> str:
    """The words around the clearest word of an event, in its paragraph."""
    if not event.triggers:
        return ""
    at = event.triggers[0].start
    before = text[max(0, at - AROUND) : at].rpartition("\n")[2]
    return before + text[at : at + AROUND].partition("\n")[0]


def _deed_keys(event: Event, countries: tuple[str, ...], published: str | None) -> frozenset[str]:
    window = window_of(event.date, event.status, published)
    if window is None:
        return frozenset()
    known = countries[:PARTIES]
    pairs = list(combinations(known, 2)) or [(country, country) for country in known] or [("?", "?")]
    keys = {f"e|{event.type}|{one}|{other}|{month}" for one, other in pairs for month in months_of(window)}
    if event.status == "planned":
        keys |= {f"m|{event.type}|{one}|{other}" for one, other in pairs}
    if window.sure:
        keys |= {f"e|{event.type}|{country}|{window.first.isoformat()}" for country in known}
    return frozenset(keys)


def _said_keys(event: Event, said: tuple[str, ...], published: str | None) -> frozenset[str]:
    """Reprints share words in a row: the smallest digests of its triples find them whatever was cut or changed."""
    if published is None:
        return frozenset()
    triples = {_digest(" ".join(said[k : k + 3])) for k in range(max(1, len(said) - 2))}
    return frozenset(f"v|{event.type}|{published[:4]}|{digest}" for digest in sorted(triples)[:4])


@cache
def _words_of_moving() -> frozenset[str]:
    return frozenset(fold_letters(word) for word in table("ar", "joining")["moved"])


def _moved(event: Event, text: str) -> bool:
    """Whether the words before a planned event's own, in its sentence, say that it was put off."""
    if event.status != "planned":
        return False
    for span in event.triggers:
        before = text[max(0, span.start - BEFORE) : span.end].rpartition("\n")[2].rpartition(". ")[2]
        words = fold_letters(before).split()
        if any(word in _words_of_moving() or word.removeprefix("و") in _words_of_moving() for word in words):
            return True
    return False
