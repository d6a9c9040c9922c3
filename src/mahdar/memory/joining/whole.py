"""The whole chronicle from all records and all decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from mahdar.memory.joining.chronicle import event_ids, events_of, parties_alike
from mahdar.memory.joining.entities import bodies_and_groups, entities_of, faces_of, ids_of
from mahdar.memory.joining.happenings import name_of, same_or_not
from mahdar.memory.joining.holders import Tenures
from mahdar.memory.joining.model import Chronicle, Decision, Join, Maybe, Part, Ref, Seen, Sighting, Told, Trace
from mahdar.memory.joining.people import who_is_who
from mahdar.memory.joining.scores import total
from mahdar.memory.joining.traces import country_sighting, trace_of
from mahdar.record import Record


def join(records: Iterable[Record], decisions: Iterable[Decision] = ()) -> Chronicle:
    """The chronicle of all records, the same whatever their order.

    No two records may be of one article. A decision on an actor or event that no record has is passed over.
    """
    return join_traces(map(trace_of, records), decisions)


def join_traces(traces: Iterable[Trace], decisions: Iterable[Decision] = ()) -> Chronicle:
    """The chronicle of all articles, from what the joining keeps of them."""
    decided = sorted(set(decisions), key=lambda d: (d.what, d.one, d.other, d.same))
    cast = _Cast(sorted(traces, key=lambda trace: trace.article), [d for d in decided if d.what == "actor"])
    people = who_is_who(cast.seen, cast.apart)
    of = bodies_and_groups(cast.seen) | people.of
    _set_apart(of, cast.apart)
    of = unite(of, cast.same)
    ids = ids_of(of, cast.seen)
    faces = faces_of(ids, cast.seen)

    told = {name_of(one.ref): one for one in cast.told}
    on_events = [d for d in decided if d.what == "event" and name_of(d.one) in told and name_of(d.other) in told]
    apart_events = frozenset(frozenset((d.one, d.other)) for d in on_events if not d.same)
    found = same_or_not(told.values(), faces, apart_events)
    happened = dict(found.of)
    _set_apart(happened, {frozenset(map(name_of, pair)) for pair in apart_events})
    happened = unite(happened, [(name_of(d.one), name_of(d.other)) for d in on_events if d.same])
    events = event_ids(happened, told)

    alike = [pair for pair in parties_alike(events, told, faces) if frozenset(pair[:2]) not in cast.apart]
    joins = [*people.joins, *(_of_one_event(*pair) for pair in alike)]
    ids = ids_of(unite(of, [pair[:2] for pair in alike]), cast.seen)
    faces = faces_of(ids, cast.seen)

    named = ((ids[name], one) for name, one in cast.seen.items() if len(one.sighting.name) > 1)
    return Chronicle(
        entities_of(ids, cast.seen, cast.mentions, joins),
        events_of(events, told, faces, found.joins),
        (
            *_maybes("actor", people.doubtful, ids, cast.apart),
            *_maybes("event", found.doubtful, events, {frozenset(map(name_of, p)) for p in apart_events}),
        ),
        tuple(Tenures(named).overlaps()),
        tuple(sorted(people.skipped | found.skipped)),
        {ref: ids[name] for name, refs in cast.mentions.items() for ref in refs},
        {told[name].ref: event for name, event in events.items()},
    )


class _Cast:
    """All sightings, where each is from, and what was decided of them."""

    def __init__(self, traces: Sequence[Trace], decisions: Sequence[Decision]) -> None:
        shown = {Ref(t.article, actor): sighting for t in traces for actor, sighting in t.actors.items()}
        known = [d for d in decisions if d.one in shown and d.other in shown]
        for decision in known:
            one, other = shown[decision.one], shown[decision.other]
            if not decision.same and one.id == other.id:  # nothing tells them apart but the decision
                shown[decision.other] = replace(other, id=_digest(f"{other.id} {decision.other}"))
        self.same = [(shown[d.one].id, shown[d.other].id) for d in known if d.same]
        self.apart = frozenset(frozenset((shown[d.one].id, shown[d.other].id)) for d in known if not d.same)
        self.told: list[Told] = []
        self.mentions: dict[str, list[Ref]] = defaultdict(list)
        self.seen: dict[str, Seen] = {}
        for trace in traces:
            renamed = {}
            actors: dict[str, list[Ref]] = defaultdict(list)
            for actor, before in trace.actors.items():
                sighting = shown[Ref(trace.article, actor)]
                renamed[before.id] = sighting.id
                actors[sighting.id].append(Ref(trace.article, actor))
                self._see(sighting, trace.published or "")
            for told in trace.events:
                for party in (*told.actors, *told.recipients):
                    if party not in renamed:  # a state by its bare code
                        renamed[party] = party
                        actors[party].append(Ref(trace.article, party))
                        self._see(country_sighting(party), trace.published or "")
                self.told.append(_renamed(told, renamed))
            for sighting_id, refs in actors.items():
                self.mentions[sighting_id] += refs

    def _see(self, sighting: Sighting, day: str) -> None:
        new = Seen(sighting, day, day)
        old = self.seen.get(sighting.id)
        self.seen[sighting.id] = new if old is None else both(old, new)


def both(one: Seen, other: Seen) -> Seen:
    """What two counts of one sighting come to."""
    first = min(one.first, other.first) if one.first and other.first else one.first or other.first
    return Seen(one.sighting, first, max(one.last, other.last), one.count + other.count)


def _renamed(told: Told, names: Mapping[str, str]) -> Told:
    if all(name == new for name, new in names.items()):
        return told
    actors, recipients = (tuple([names[party] for party in side]) for side in (told.actors, told.recipients))
    return replace(told, actors=actors, recipients=recipients)


def unite(of: Mapping[str, str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A partition with the parts of each pair made one."""
    parent = {root: root for root in of.values()}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for one, other in pairs:
        a, b = root(of[one]), root(of[other])
        parent[max(a, b)] = min(a, b)
    return {name: root(part) for name, part in of.items()}


def _set_apart(of: dict[str, str], apart: Iterable[frozenset[str]]) -> None:
    """Take the second of each pair out of a part that holds both."""
    for one, other in sorted(sorted(pair) for pair in apart if len(pair) > 1):
        if one in of and of[one] == of[other]:
            of[other] = f"{other} apart"


def _of_one_event(one: str, other: str, event: str) -> Join:
    parts = (Part("party of one event", 0.0, event),)
    return Join(min(one, other), max(one, other), total(parts), parts, "the-one-group-of-the-event")


def _maybes(
    what: str, doubtful: Iterable[Join], ids: Mapping[str, str], apart: Iterable[frozenset[str]]
) -> list[Maybe]:
    """Doubtful pairs as pairs of what they belong to, each once by its best score; what was decided is left out."""
    decided = {frozenset(ids[name] for name in pair) for pair in apart if all(name in ids for name in pair)}
    best: dict[tuple[str, str], Maybe] = {}
    for join in sorted(doubtful, key=lambda j: (-j.score, j.one, j.other)):
        one, other = sorted((ids[join.one], ids[join.other]))
        if one != other and frozenset((one, other)) not in decided:
            best.setdefault((one, other), Maybe(what, one, other, join.score, join.parts))
    return [best[pair] for pair in sorted(best)]


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=9).hexdigest()
