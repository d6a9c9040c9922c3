"""Who is who among people, in three steps, each resting on the one before.

1. Sightings with a full name and a state that the article tells are joined among each other, state by state.
2. A full name whose state is not told, or only inferred, goes to the one bearer whom it fits, else to its likes.
3. A surname or an office alone goes to whoever bore that office then (holders.py), marked inferred, else to its likes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

from mahdar.memory.joining.clusters import Pair, cluster
from mahdar.memory.joining.dates import days_between
from mahdar.memory.joining.grouping import Apart, Grouping
from mahdar.memory.joining.holders import Found, Tenures, held_by
from mahdar.memory.joining.model import Join, Part, Seen
from mahdar.memory.joining.offices import one_holder
from mahdar.memory.joining.scores import compare, excluded, rules, total

NOBODY: Mapping[str, str] = {}


def who_is_who(seen: Mapping[str, Seen], apart: Apart = frozenset(), settled: Mapping[str, str] = NOBODY) -> Grouping:
    """The people among the sightings; those of other kinds are left out.

    `settled` are sightings whose entity is known and not in question: others may join them, they join nothing.
    """
    people = Grouping(dict(settled))
    everybody = {name: one for name, one in sorted(seen.items()) if one.sighting.kind == "person"}
    named = {name: one for name, one in everybody.items() if len(one.sighting.name) > 1}
    sure = {name: one for name, one in named.items() if one.sighting.country and one.sighting.sure}
    _join(people, sure, apart, by_state=True)
    rest = {name: one for name, one in named.items() if name not in sure}
    left = _attach_names(people, rest, sure, apart)
    left |= {name: one for name, one in rest.items() if name in settled}
    _join(people, left, apart, by_state=False)
    tenures = Tenures((people.of[name], one) for name, one in named.items())
    short = {name: one for name, one in everybody.items() if name not in named}
    left = _attach_holders(people, short, tenures, apart)
    _join(people, {n: s for n, s in left.items() if s.sighting.name}, apart, by_state=True)
    _join_unnamed(people, {n: s for n, s in left.items() if not s.sighting.name}, apart)
    return people


def buckets(seen: Mapping[str, Seen], by_state: bool, skipped: set[str]) -> Iterable[tuple[str, str]]:
    """The pairs that share a key of a name, each once, the smaller first; of a crowd only some are compared."""
    found: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for name, one in seen.items():
        state = one.sighting.country if by_state else None
        for key in one.sighting.keys:
            if key[0] in "ps":
                found[key, state].append(name)
    limit: int = rules()["limit"]["compared"]
    pairs: set[tuple[str, str]] = set()
    for (key, _), names in found.items():
        names.sort()
        pairs.update(combinations(names[:limit], 2))
        if len(names) > limit:
            skipped.add(key)
            pairs.update((one, other) for other in names[limit:] for one in names[:limit])
            pairs.update(_equals(names[limit:], seen))
    return sorted(pairs)


def _equals(names: list[str], seen: Mapping[str, Seen]) -> Iterable[tuple[str, str]]:
    """Neighbours among those of one name and office: a chain joins them without comparing all with all."""
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in names:
        alike[seen[name].sighting.name, seen[name].sighting.offices].append(name)
    for chain in alike.values():
        yield from pairwise(chain)


def _join(people: Grouping, seen: Mapping[str, Seen], apart: Apart, *, by_state: bool) -> None:
    """Join sightings among each other by their names."""
    points = rules()["threshold"]
    pairs, foes, why, maybe = [], [], {}, []
    settled = people.of.keys() & seen.keys()
    for one, other in buckets(seen, by_state, people.skipped):
        if one in settled or other in settled:
            continue
        parts = compare(seen[one], seen[other])
        if excluded(parts) or frozenset((one, other)) in apart:
            foes.append((one, other))
            continue
        score = total(parts)
        if score >= points["same"]:
            pairs.append(Pair(one, other, score))
            why[one, other] = parts
        elif score >= points["maybe"]:
            maybe.append(Join(one, other, score, parts))
    done = cluster(seen.keys() - settled, pairs, foes, points["lead"])
    people.of |= done.of
    people.joins += [Join(p.one, p.other, p.score, why[p.one, p.other]) for p in done.made]
    people.doubtful += [Join(p.one, p.other, p.score, why[p.one, p.other]) for p in done.doubtful]
    people.doubtful += [join for join in maybe if people.of[join.one] != people.of[join.other]]


def _attach_names(
    people: Grouping, seen: Mapping[str, Seen], sure: Mapping[str, Seen], apart: Apart
) -> dict[str, Seen]:
    """Give names without a state of their own to whom they fit; those that are nobody's come back."""
    points = rules()["threshold"]
    limit: int = rules()["limit"]["compared"]
    by_key: dict[str, list[str]] = defaultdict(list)
    for name, one in sure.items():
        for key in one.sighting.keys:
            if key.startswith("p|"):
                by_key[key].append(name)
    left = {}
    for name, one in seen.items():
        if name in people.of:
            continue
        best: dict[str, Join] = {}
        barred: set[str] = set()
        near: set[str] = set()
        for key in one.sighting.keys:
            near.update(by_key.get(key, ())[:limit])
        for other in sorted(near):
            parts = compare(one, sure[other])
            if frozenset((name, other)) in apart or excluded(parts):
                barred.add(people.of[other])
                continue
            join = Join(name, other, total(parts), parts)
            held = best.get(people.of[other])
            if held is None or (-join.score, join.other) < (-held.score, held.other):
                best[people.of[other]] = join
        ranked = sorted((j for e, j in best.items() if e not in barred), key=lambda j: (-j.score, j.other))
        if _leads(people, name, ranked, points["same"]):
            continue
        people.doubtful += [join for join in ranked[:3] if join.score >= points["maybe"]]
        left[name] = one
    return left


def _leads(people: Grouping, name: str, ranked: list[Join], least: float) -> bool:
    """Join to the first of the candidates, if it is good enough and leads the next."""
    if not ranked or ranked[0].score < least:
        return False
    if len(ranked) > 1 and ranked[1].score > ranked[0].score - rules()["threshold"]["lead"]:
        return False
    people.of[name] = people.of[ranked[0].other]
    people.joins.append(ranked[0])
    return True


def _attach_holders(people: Grouping, seen: Mapping[str, Seen], tenures: Tenures, apart: Apart) -> dict[str, Seen]:
    """Give surnames and offices alone to whoever bore the office on that day; the others come back."""
    left = {}
    for name, one in seen.items():
        if name in people.of:
            continue
        found: Found = held_by(tenures, one)
        join = found.join
        if join is not None and not _barred(people, name, people.of[join.other], apart):
            people.of[name] = people.of[join.other]
            people.joins.append(join)
            continue
        people.doubtful += found.doubtful
        left[name] = one
    return left


def _barred(people: Grouping, name: str, entity: str, apart: Apart) -> bool:
    return any(people.of.get(other) == entity for pair in apart if name in pair for other in pair if other != name)


def _join_unnamed(people: Grouping, seen: Mapping[str, Seen], apart: Apart) -> None:
    """Join offices alone to each other where the holder is nobody known: one office, one state, days not far apart."""
    chains: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for name, one in seen.items():
        sighting = one.sighting
        if sighting.country is None or not sighting.day or "@" in sighting.day:
            continue
        for office in sighting.offices:
            if one_holder(office):
                chains[sighting.country, office].append(name)
    pairs, why = [], {}
    for (country, office), names in chains.items():
        names.sort(key=lambda n: (seen[n].first, n))
        for before, after in pairwise(names):
            days = days_between(seen[before].last, seen[after].first)
            if days <= rules()["time"]["unnamed"] and frozenset((before, after)) not in apart:
                low, high = min(before, after), max(before, after)
                points = rules()["office"]["same_of_one"] + rules()["country"]["same"]
                pairs.append(Pair(low, high, points + 1.0))
                parts = (
                    Part("office same", rules()["office"]["same_of_one"], office),
                    Part("country same", rules()["country"]["same"], f"{country}"),
                    Part("time", 1.0, f"{days} days"),
                )
                why[low, high] = parts
    done = cluster(seen, pairs, [], rules()["threshold"]["lead"])
    people.of |= done.of
    people.joins += [Join(p.one, p.other, p.score, why[p.one, p.other], "same-unnamed-holder") for p in done.made]
