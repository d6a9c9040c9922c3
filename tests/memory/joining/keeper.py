"""The simplest keeper of sightings and tellings: what a database does for `update`, in dictionaries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from mahdar.memory.joining.adding import Heard, Shown, Update, update
from mahdar.memory.joining.decisions import Verdicts, carved
from mahdar.memory.joining.happenings import name_of
from mahdar.memory.joining.model import Decision, Ref, Seen, Told, Trace
from mahdar.memory.joining.whole import both, mentions_of


class Keeper:
    """Takes articles one by one and keeps the chronicle up to date."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.decisions = tuple(decisions)
        self.seen: dict[str, Seen] = {}
        self.told: dict[str, Told] = {}
        self.entity: dict[str, str] = {}
        self.event: dict[str, str] = {}
        self.sighting_of: dict[Ref, str] = {}
        self.keys: dict[str, set[str]] = defaultdict(set)
        self.told_keys: dict[str, set[str]] = defaultdict(set)
        self.looked_at = 0

    def add(self, trace: Trace) -> Update:
        trace = carved(trace, self.decisions)
        touched = set()
        for ref, sighting in mentions_of(trace):
            self.sighting_of[ref] = sighting.id
            day = trace.days.get(ref.id, trace.published or "")
            new = Seen(sighting, day, day)
            old = self.seen.get(sighting.id)
            self.seen[sighting.id] = now = new if old is None else both(old, new)
            if old is None or replace(old, count=now.count) != now:
                touched.add(sighting.id)
            for key in sighting.keys:
                self.keys[key].add(sighting.id)
        for told in trace.events:
            self.told[name_of(told.ref)] = told
            for key in told.keys:
                self.told_keys[key].add(name_of(told.ref))
        done = update(
            self,
            touched,
            [name_of(told.ref) for told in trace.events],
            Verdicts.on_actors(self.decisions, self.sighting_of),
            Verdicts.on_events(self.decisions, self.told),
        )
        self.entity.update(done.entity_of)
        self.event.update(done.event_of)
        return done

    def parts(self) -> tuple[dict[Ref, str], dict[Ref, str]]:
        """The entity of each actor and the event of each telling."""
        who = {ref: self.entity[sighting] for ref, sighting in self.sighting_of.items()}
        return who, {told.ref: self.event[name] for name, told in self.told.items()}

    def _shown(self, ids: Iterable[str]) -> list[Shown]:
        return [(self.seen[name], self.entity.get(name)) for name in ids if name in self.seen]

    def _heard(self, names: Iterable[str]) -> list[Heard]:
        return [(self.told[name], self.event.get(name)) for name in names if name in self.told]

    def sightings(self, ids: Collection[str]) -> Iterable[Shown]:
        return self._shown(ids)

    def sightings_with(self, keys: Collection[str]) -> Iterable[Shown]:
        return self._shown({name for key in keys for name in self.keys[key]})

    def sightings_in(self, entities: Collection[str]) -> Iterable[Shown]:
        return self._shown([name for name, entity in self.entity.items() if entity in entities])

    def tellings(self, names: Collection[str]) -> Iterable[Heard]:
        return self._heard(names)

    def tellings_with(self, keys: Collection[str]) -> Iterable[Heard]:
        return self._heard({name for key in keys for name in self.told_keys[key]})

    def tellings_in(self, events: Collection[str]) -> Iterable[Heard]:
        return self._heard([name for name, event in self.event.items() if event in events])

    def tellings_of(self, sightings: Collection[str]) -> Iterable[Heard]:
        wanted = set(sightings)
        return self._heard([n for n, told in self.told.items() if wanted & {*told.actors, *told.recipients}])
