"""Offices and who bore them when, learned from the articles that name the bearer with the office."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from mahdar.memory.joining.dates import days_between, shifted
from mahdar.memory.joining.model import Join, Overlap, Part, Seen
from mahdar.memory.joining.names import agree
from mahdar.memory.joining.offices import one_holder
from mahdar.memory.joining.scores import rules, total

Post = tuple[str, str]
"""A state or body, and the key of an office in it."""


class Tenure(NamedTuple):
    """Somebody seen in an office: first and last day of publication, and a sighting that shows it."""

    entity: str
    first: str
    last: str
    sighting: str
    shown: str
    name: tuple[str, ...]


class Found(NamedTuple):
    """To whom an office or a surname alone belongs, or to whom it may."""

    join: Join | None
    doubtful: list[Join]


class Tenures:
    """All tenures by post, those of one bearer as one from the first to the last day."""

    def __init__(self, named: Iterable[tuple[str, Seen]]) -> None:
        spans: dict[Post, dict[str, Tenure]] = defaultdict(dict)
        for entity, seen in named:
            sighting = seen.sighting
            if sighting.country is None or not seen.first:
                continue
            for office in sighting.offices:
                held = spans[sighting.country, office]
                new = Tenure(entity, seen.first, seen.last, sighting.id, sighting.shown, sighting.name)
                old = held.get(entity)
                held[entity] = _both(old, new) if old else new
        self.by_post: dict[Post, list[Tenure]] = {
            post: sorted(held.values(), key=lambda t: (t.first, t.last, t.sighting)) for post, held in spans.items()
        }

    def overlaps(self) -> list[Overlap]:
        """Two bearers of one office of one bearer at overlapping times."""
        out = []
        for (country, office), tenures in sorted(self.by_post.items()):
            if not one_holder(office):
                continue
            latest: Tenure | None = None
            for tenure in tenures:
                if latest is not None and tenure.first <= latest.last and tenure.last > latest.first:
                    first, last = max(tenure.first, latest.first), min(tenure.last, latest.last)
                    one, other = sorted((latest.entity, tenure.entity))
                    out.append(Overlap(office, country, one, other, first, last))
                if latest is None or tenure.last > latest.last:
                    latest = tenure
        return out


def _both(one: Tenure, other: Tenure) -> Tenure:
    first, last = min(one.first, other.first), max(one.last, other.last)
    shown = one if (-len(one.name), one.sighting) < (-len(other.name), other.sighting) else other
    return shown._replace(first=first, last=last)


def held_by(tenures: Tenures, seen: Seen) -> Found:
    """Who a sighting without a full name is: by an office it tells, its state and the day of publication."""
    sighting = seen.sighting
    if sighting.country is None or not seen.first:
        return Found(None, [])
    best: dict[str, Join] = {}
    doubtful: dict[str, Join] = {}
    for office in sighting.offices:
        bearers = tenures.by_post.get((sighting.country, office), [])
        found = _bearers(seen, office, bearers)
        for tenure in found:
            join = _join(seen, office, tenure)
            (best if len(found) == 1 else doubtful).setdefault(tenure.entity, join)
    if len(best) == 1 and all(entity in best for entity in doubtful):
        return Found(next(iter(best.values())), [])
    return Found(None, sorted([*best.values(), *doubtful.values()], key=lambda j: (-j.score, j.other))[:3])


def _bearers(seen: Seen, office: str, tenures: list[Tenure]) -> list[Tenure]:
    """The bearers on a day: those whose time it lies in, else those near whose time it lies."""
    if seen.sighting.name:
        tenures = [t for t in tenures if agree(seen.sighting.name, t.name).kind in ("surname", "full", "spelling")]
        slack = rules()["time"]["slack"]
    elif one_holder(office):
        slack = rules()["time"]["slack"]
    else:
        slack = rules()["time"]["sole_bearer"]
    near = [t for t in tenures if shifted(t.first, -slack) <= seen.last and seen.first <= shifted(t.last, slack)]
    within = [t for t in near if t.first <= seen.last and seen.first <= t.last]
    return within or near


def _join(seen: Seen, office: str, tenure: Tenure) -> Join:
    points = rules()
    alone = not seen.sighting.name
    apart = max(0, days_between(seen.last, tenure.first), days_between(tenure.last, seen.first))
    parts = [
        Part("office same", points["office"]["same_of_one" if one_holder(office) else "same"], office),
        Part("country same", points["country"]["same"], f"{seen.sighting.country}"),
        Part("time", 1.0 if apart == 0 else 0.5, f"{seen.first}, bearer from {tenure.first} to {tenure.last}"),
    ]
    if not alone:
        parts.append(Part("name surname", points["name"]["surname"], f"{seen.sighting.shown} / {tenure.shown}"))
    rule = "holder-of-the-office" if alone else "surname-and-office"
    return Join(seen.sighting.id, tenure.sighting, total(tuple(parts)), tuple(parts), rule)
