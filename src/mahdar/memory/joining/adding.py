"""One article more among many: what it can touch is joined anew, with the result that joining all again would have.

Whoever keeps the sightings and tellings first takes in what is new, then calls `update` with what was touched. From
there the update walks to all whose place could change: along pairs that are at least doubtful, along offices, along the
entities and events that hold any of them. Everything else is settled and only looked at.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from mahdar.memory.joining.chronicle import event_ids, events_of, parties_alike
from mahdar.memory.joining.dates import rules as event_rules
from mahdar.memory.joining.decisions import Verdicts, united
from mahdar.memory.joining.entities import bodies_and_groups, entities_of, faces_of, ids_of, is_short, parties_of
from mahdar.memory.joining.happenings import name_of, replaces, same_or_not
from mahdar.memory.joining.likeness import Face, compare_events, group_label
from mahdar.memory.joining.model import ChronicleEvent, Entity, Join, Maybe, Seen, Told
from mahdar.memory.joining.people import who_is_who
from mahdar.memory.joining.scores import compare, excluded, rules, total
from mahdar.memory.joining.whole import maybes_of, of_one_event

Shown = tuple[Seen, str | None]
"""A sighting, and the entity it is of as last joined; None if it is new."""
Heard = tuple[Told, str | None]
"""A telling, and the event it is of as last joined; None if it is new."""


class Known(Protocol):
    """What the keeper of sightings and tellings has to find."""

    def sightings(self, ids: Collection[str]) -> Iterable[Shown]:
        """Those of these ids."""

    def sightings_with(self, keys: Collection[str]) -> Iterable[Shown]:
        """Those with any of these keys."""

    def sightings_in(self, entities: Collection[str]) -> Iterable[Shown]:
        """Those of these entities."""

    def tellings(self, names: Collection[str]) -> Iterable[Heard]:
        """Those of these names, article#event."""

    def tellings_with(self, keys: Collection[str]) -> Iterable[Heard]:
        """Those with any of these keys."""

    def tellings_in(self, events: Collection[str]) -> Iterable[Heard]:
        """Those of these events."""

    def tellings_of(self, sightings: Collection[str]) -> Iterable[Heard]:
        """Those with any of these parties."""


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be written: the entity of each sighting and the event of each telling that were joined anew.

    `entities` and `events` are whole, but for the articles that mention an entity, which the keeper counts. Ids of
    `gone` have no member any more. `maybes` and `joins` stand for all that concern the sightings and tellings named.
    """

    entity_of: Mapping[str, str]
    event_of: Mapping[str, str]
    entities: tuple[Entity, ...]
    events: tuple[ChronicleEvent, ...]
    gone: frozenset[str]
    maybes: tuple[Maybe, ...]
    joins: tuple[Join, ...]


def update(
    known: Known,
    sightings: Iterable[str],
    tellings: Iterable[str],
    actors: Verdicts = Verdicts(),  # noqa: B008
    events: Verdicts = Verdicts(),  # noqa: B008
    *,
    entities_touched: Iterable[str] = (),
    events_touched: Iterable[str] = (),
) -> Update:
    """Join anew what these sightings and tellings (added, or seen at other times than before) can touch.

    Where something was taken away, `entities_touched` and `events_touched` are what it belonged to. `actors` and
    `events` are the decisions on any of them, by sighting and by name.
    """
    people = _Actors(known, actors)
    people.walk(sightings, entities_touched)
    labels, joins, doubtful = people.joined()
    moved = {name for name in people.core if labels[name] != people.entity[name]}
    deeds = _Events(known, events, people, labels)
    deeds.walk(tellings, events_touched, moved)
    return deeds.result(joins, doubtful)


class _Actors:
    """The sightings looked at, and among them the core: those whose entity is in question."""

    def __init__(self, known: Known, verdicts: Verdicts) -> None:
        self.known = known
        self.verdicts = verdicts
        self.seen: dict[str, Seen] = {}
        self.entity: dict[str, str | None] = {}
        self.core: set[str] = set()
        self.waiting: list[str] = []
        self.with_key: dict[str, set[str]] = {}
        self.opened: set[str] = set()  # entities whose members are here

    def take(self, shown: Iterable[Shown], *, question: bool = False) -> None:
        """Look at sightings; with `question` their entity is in question."""
        for seen, entity in shown:
            name = seen.sighting.id
            if name not in self.seen:
                self.seen[name] = seen
                self.entity[name] = entity
            if question:
                self.question(name)

    def question(self, name: str) -> None:
        """Put a sighting into the core."""
        if name not in self.core:
            self.core.add(name)
            self.waiting.append(name)

    def walk(self, touched: Iterable[str], entities: Iterable[str]) -> None:
        """From what was touched to all whose entity can change."""
        self.take(self.known.sightings(set(touched)), question=True)
        self.take(self.known.sightings_in(set(entities)), question=True)
        while self.waiting:
            self._spread(self.waiting.pop())

    def _spread(self, name: str) -> None:
        one = self.seen[name]
        sighting = one.sighting
        mates = self.verdicts.mates(name)
        if mates:
            self.take(self.known.sightings(mates), question=True)
        if sighting.kind in ("country", "group"):
            return  # a state is its code; groups are joined by their events
        entity = self.entity[name]
        if entity is not None and entity not in self.opened:
            self.opened.add(entity)
            self.take(self.known.sightings_in({entity}), question=True)
        for key in sorted(sighting.keys):
            for other in sorted(self._under(key)):
                if other not in self.core and self._concerns(one, self.seen[other], key):
                    self.question(other)

    def _under(self, key: str) -> set[str]:
        if key not in self.with_key:
            found = list(self.known.sightings_with({key}))
            self.take(found)
            self.with_key[key] = {seen.sighting.id for seen, _ in found}
        return self.with_key[key]

    def _concerns(self, one: Seen, other: Seen, key: str) -> bool:
        """Whether what becomes of one may change what becomes of the other."""
        if one.sighting.kind == "organisation" or key[0] != "p":
            return one.sighting.kind == "organisation" or is_short(other.sighting)
        parts = compare(one, other)
        sure = all(seen.sighting.country and seen.sighting.sure for seen in (one, other))
        return bool(parts) and (total(parts) >= rules()["threshold"]["maybe"] or (excluded(parts) and not sure))

    def settled(self) -> dict[str, str]:
        """The sightings that are only looked at, with their entities."""
        return {name: entity for name, entity in self.entity.items() if entity is not None and name not in self.core}

    def joined(self) -> tuple[dict[str, str], list[Join], list[Join]]:
        """The entity of each sighting looked at, why, and what is in doubt. Groups have their description's."""
        settled = self.settled()
        people = who_is_who(self.seen, self.verdicts.apart, {n: settled[n] for n in settled if self._is_person(n)})
        core = {name: self.seen[name] for name in self.core}
        of = self.verdicts.applied(settled | bodies_and_groups(core) | people.of)
        return ids_of(of, self.seen, frozenset(settled.values())), people.joins, people.doubtful

    def _is_person(self, name: str) -> bool:
        return self.seen[name].sighting.kind == "person"


class _Events:
    """The tellings looked at, and among them the core: those whose event is in question."""

    def __init__(self, known: Known, verdicts: Verdicts, people: _Actors, labels: dict[str, str]) -> None:
        self.known = known
        self.verdicts = verdicts
        self.people = people
        self.labels = labels  # the entity of each sighting
        self.told: dict[str, Told] = {}
        self.event: dict[str, str | None] = {}
        self.core: set[str] = set()
        self.waiting: list[str] = []
        self.with_key: dict[str, set[str]] = {}
        self.opened: set[str] = set()
        self.faces: dict[str, Face] = {}

    def take(self, heard: Iterable[Heard], *, question: bool = False) -> list[str]:
        """Look at tellings and their parties; with `question` their event is in question."""
        taken = [(name_of(told.ref), told, event) for told, event in heard]
        parties = {party for _, told, _ in taken for party in (*told.actors, *told.recipients)}
        self._meet({party for party in parties if party not in self.faces})
        for name, told, event in taken:
            if name not in self.told:
                self.told[name] = told
                self.event[name] = event
            if question and name not in self.core:
                self.core.add(name)
                self.waiting.append(name)
        return [name for name, _, _ in taken]

    def _meet(self, parties: set[str]) -> None:
        """Know the parties: those not looked at yet are settled."""
        unknown = {party for party in parties if party not in self.labels}
        if unknown:
            self.people.take(self.known.sightings(unknown))
        for party in parties - self.labels.keys():
            self.labels[party] = self.people.entity[party] or party
        self.faces.update(faces_of({party: self.labels[party] for party in parties}, self.people.seen))

    def walk(self, touched: Iterable[str], events: Iterable[str], moved: Collection[str]) -> None:
        """From what was touched, and what has a party that moved, to all whose event can change."""
        self.take(self.known.tellings(set(touched)), question=True)
        self.take(self.known.tellings_in(set(events)), question=True)
        if moved:
            self.take(self.known.tellings_of(moved), question=True)
        while self.waiting:
            self._spread(self.waiting.pop())

    def _spread(self, name: str) -> None:
        one = self.told[name]
        mates = self.verdicts.mates(name)
        if mates:
            self.take(self.known.tellings(mates), question=True)
        event = self.event[name]
        if event is not None and event not in self.opened:
            self.opened.add(event)
            self.take(self.known.tellings_in({event}), question=True)
        for key in sorted(one.keys):
            if key not in self.with_key:
                self.with_key[key] = set(self.take(self.known.tellings_with({key})))
            for other in sorted(self.with_key[key] - self.core):
                if self._concerns(one, self.told[other], key):
                    self.core.add(other)
                    self.waiting.append(other)

    def _concerns(self, one: Told, other: Told, key: str) -> bool:
        """Whether what becomes of one may change what becomes of the other."""
        if key.startswith("m|"):
            return any(a.moved and replaces(a, b, self.faces) for a, b in ((one, other), (other, one)))
        least: float = event_rules()["threshold"]["maybe"]
        return total(compare_events(one, other, self.faces)) >= least

    def result(self, joins: list[Join], doubtful: list[Join]) -> Update:
        """What is to be written."""
        settled = {n: event for n, event in self.event.items() if event is not None and n not in self.core}
        found = same_or_not(self.told.values(), self.faces, self.verdicts.apart, settled)
        event_of = event_ids(self.verdicts.applied(found.of), self.told, frozenset(settled.values()))
        groups = self._groups(event_of)
        joins = [*joins, *groups[1]]
        entity_of = {name: self.labels[name] for name in self.people.core} | groups[0]
        was = {self.people.entity[name] for name in entity_of} | {self.event[name] for name in self.core}
        events = {name: event_of[name] for name in self.core}
        entities, alive = self._entities(entity_of, joins)
        return Update(
            entity_of,
            events,
            entities,
            events_of(events, self.told, self._named(entity_of), found.joins),
            frozenset(old for old in was if old is not None and old not in alive and old not in events.values()),
            (
                *maybes_of("actor", doubtful, self.labels | entity_of, self.people.verdicts.apart),
                *maybes_of("event", found.doubtful, event_of, self.verdicts.apart),
            ),
            (*joins, *found.joins),
        )

    def _named(self, entity_of: Mapping[str, str]) -> dict[str, Face]:
        """The faces by which events name their parties: groups by their entity."""
        ids = {
            party: entity_of.get(party) or self.people.entity.get(party) or self.labels[party] for party in self.faces
        }
        return parties_of(ids, self.people.seen)

    def _groups(self, event_of: Mapping[str, str]) -> tuple[dict[str, str], list[Join]]:
        """The entities of the groups of the events in question, and of all that any of them was one with."""
        seen = self.people.seen
        parties = {p for name in self.core for p in (*self.told[name].actors, *self.told[name].recipients)}
        waiting = [p for p in sorted(parties | self.people.core) if seen[p].sighting.kind == "group"]
        groups: set[str] = set()
        while waiting:
            group = waiting.pop()
            if group in groups:
                continue
            groups.add(group)
            entity = self.people.entity[group]
            near = list(self.known.sightings_with(seen[group].sighting.keys))
            if entity is not None:
                near += self.known.sightings_in({entity})
            self.people.take(near)
            same = group_label(seen[group].sighting)
            waiting += [
                other.sighting.id
                for other, theirs in near
                if (theirs is not None and theirs == entity) or group_label(other.sighting) == same
            ]
        if not groups:
            return {}, []
        told = set(self.take(self.known.tellings_of(groups)))
        others = {event for name in told if name not in self.core and (event := self.event[name]) is not None}
        told |= set(self.take(self.known.tellings_in(others)))
        self._meet({p for p in groups if p not in self.faces})
        now = {name: event_of.get(name) or str(self.event[name]) for name in told | self.core}
        alike = [
            pair
            for pair in parties_alike(now, self.told, self.faces)
            if groups.issuperset(pair[:2]) and frozenset(pair[:2]) not in self.people.verdicts.apart
        ]
        of = self.people.verdicts.applied({group: group_label(seen[group].sighting) for group in groups})
        ids = ids_of(united(of, [pair[:2] for pair in alike]), seen)
        return ids, [of_one_event(*pair) for pair in alike]

    def _entities(self, entity_of: Mapping[str, str], joins: Iterable[Join]) -> tuple[tuple[Entity, ...], set[str]]:
        """The entities that have a sighting in question, whole; and all ids, old and new, that have a member."""
        ids = dict(entity_of)
        asked = {*entity_of.values(), *(old for n in entity_of if (old := self.people.entity[n]) is not None)}
        for seen, entity in self.known.sightings_in(asked):
            if seen.sighting.id not in ids and entity is not None:
                self.people.take([(seen, entity)])
                ids[seen.sighting.id] = entity
        return entities_of(ids, self.people.seen, {}, joins), set(ids.values())
