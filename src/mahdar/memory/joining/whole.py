"""The whole chronicle from all records and all decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from mahdar.memory.joining.chronicle import event_ids, events_of, parties_alike
from mahdar.memory.joining.decisions import Verdicts, carved, united
from mahdar.memory.joining.entities import bodies_and_groups, entities_of, faces_of, ids_of, is_short, parties_of
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
    decided = tuple(decisions)
    cast = Cast([carved(trace, decided) for trace in sorted(traces, key=lambda trace: trace.article)])
    actors, events = Verdicts.on_actors(decided, cast.sighting_of), Verdicts.on_events(decided, cast.told)

    people = who_is_who(cast.seen, actors.apart)
    of = actors.applied(bodies_and_groups(cast.seen) | people.of)
    faces = faces_of(ids_of(of, cast.seen), cast.seen)

    found = same_or_not(cast.told.values(), faces, events.apart)
    event_of = event_ids(events.applied(found.of), cast.told)

    alike = [pair for pair in parties_alike(event_of, cast.told, faces) if frozenset(pair[:2]) not in actors.apart]
    ids = ids_of(united(of, [pair[:2] for pair in alike]), cast.seen)
    joins = [*people.joins, *(of_one_event(*pair) for pair in alike)]
    named = ((ids[name], one) for name, one in cast.seen.items() if not is_short(one.sighting))
    return Chronicle(
        entities_of(ids, cast.seen, cast.mentions, joins),
        events_of(event_of, cast.told, parties_of(ids, cast.seen), found.joins),
        (
            *maybes_of("actor", people.doubtful, ids, actors.apart),
            *maybes_of("event", found.doubtful, event_of, events.apart),
        ),
        tuple(Tenures(named).overlaps()),
        tuple(sorted(people.skipped | found.skipped)),
        {ref: ids[name] for name, refs in cast.mentions.items() for ref in refs},
        {cast.told[name].ref: event for name, event in event_of.items()},
    )


class Cast:
    """All sightings with when they were seen and where, and all tellings by name."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self.seen: dict[str, Seen] = {}
        self.mentions: dict[str, list[Ref]] = defaultdict(list)
        self.sighting_of: dict[Ref, str] = {}
        self.told: dict[str, Told] = {}
        for trace in traces:
            for ref, sighting in mentions_of(trace):
                self.sighting_of[ref] = sighting.id
                self.mentions[sighting.id].append(ref)
                day = trace.days.get(ref.id, trace.published or "")
                new = Seen(sighting, day, day)
                old = self.seen.get(sighting.id)
                self.seen[sighting.id] = new if old is None else both(old, new)
            self.told.update((name_of(told.ref), told) for told in trace.events)


def mentions_of(trace: Trace) -> list[tuple[Ref, Sighting]]:
    """Who is in an article, those whom it has as a party by a state's bare code among them."""
    out = [(Ref(trace.article, actor), sighting) for actor, sighting in sorted(trace.actors.items())]
    have = {sighting.id for _, sighting in out}
    codes = {party for told in trace.events for party in (*told.actors, *told.recipients)} - have
    return out + [(Ref(trace.article, code), country_sighting(code)) for code in sorted(codes)]


def both(one: Seen, other: Seen) -> Seen:
    """What two counts of one sighting come to."""
    first = min(one.first, other.first) if one.first and other.first else one.first or other.first
    return Seen(one.sighting, first, max(one.last, other.last), one.count + other.count)


def of_one_event(one: str, other: str, event: str) -> Join:
    """Why two groups are one: they are the one group of one event."""
    parts = (Part("party of one event", 0.0, event),)
    return Join(min(one, other), max(one, other), total(parts), parts, "the-one-group-of-the-event")


def maybes_of(
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
