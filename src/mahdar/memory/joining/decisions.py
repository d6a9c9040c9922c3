"""What people decided, above every score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from mahdar.memory.joining.model import Decision, Ref, Told, Trace


def carved(trace: Trace, decisions: Iterable[Decision]) -> Trace:
    """An article with a sighting of its own for each actor of whom it was decided that he is not another's.

    Two actors who are shown alike would otherwise share a sighting, and nothing could tell them apart.
    """
    own = {d.other.id for d in decisions if d.what == "actor" and not d.same and d.other.article == trace.article}
    renamed = {}
    actors = dict(trace.actors)
    for actor in sorted(own & actors.keys()):
        name = f"{actors[actor].id} {trace.article} {actor}"
        new = replace(actors[actor], id=blake2b(name.encode(), digest_size=9).hexdigest())
        renamed[actors[actor].id] = new.id
        actors[actor] = new
    if not renamed:
        return trace
    events = tuple(
        [
            replace(
                told,
                actors=tuple([renamed.get(party, party) for party in told.actors]),
                recipients=tuple([renamed.get(party, party) for party in told.recipients]),
            )
            for told in trace.events
        ]
    )
    return replace(trace, actors=actors, events=events)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Pairs of sightings, or of tellings by name, that are one or two because somebody said so."""

    same: tuple[tuple[str, str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()

    @classmethod
    def on_actors(cls, decisions: Iterable[Decision], sighting_of: Mapping[Ref, str]) -> "Verdicts":
        """The decisions on actors that are known."""
        known = [d for d in decisions if d.what == "actor" and d.one in sighting_of and d.other in sighting_of]
        return cls._of((sighting_of[d.one], sighting_of[d.other], d.same) for d in known)

    @classmethod
    def on_events(cls, decisions: Iterable[Decision], told: Mapping[str, Told]) -> "Verdicts":
        """The decisions on events that are known."""
        named = ((f"{d.one.article}#{d.one.id}", f"{d.other.article}#{d.other.id}", d.same) for d in decisions
                 if d.what == "event")  # fmt: skip
        return cls._of(verdict for verdict in named if verdict[0] in told and verdict[1] in told)

    @classmethod
    def _of(cls, pairs: Iterable[tuple[str, str, bool]]) -> "Verdicts":
        listed = sorted(set(pairs))
        return cls(
            tuple((one, other) for one, other, same in listed if same),
            frozenset(frozenset((one, other)) for one, other, same in listed if not same and one != other),
        )

    def applied(self, of: Mapping[str, str]) -> dict[str, str]:
        """A partition as people want it: the second of each pair of two taken out, then pairs that are one united."""
        out = dict(of)
        for one, other in sorted(sorted(pair) for pair in self.apart):
            if out.get(one) == out.get(other, ""):
                out[other] = f"{other} apart"
        return united(out, self.same)

    def mates(self, name: str) -> set[str]:
        """All that something was compared with by somebody."""
        pairs = [*self.same, *(tuple(pair) for pair in self.apart)]
        return {other for pair in pairs if name in pair for other in pair if other != name}


def united(of: Mapping[str, str], pairs: Iterable[tuple[str, ...]]) -> dict[str, str]:
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
