"""Joining by pairs, whatever the order: the strongest pairs first, and never two that exclude each other.

The result depends on the set of pairs alone. Where one thing could go with either of two that exclude each other and
neither leads, it goes with neither: the pairs come back as doubtful.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Pair(NamedTuple):
    """Two ids, the smaller first, and how strongly they belong together."""

    one: str
    other: str
    score: float


class Clusters(NamedTuple):
    """The result: each id's cluster, named by its smallest member; the pairs that made it; those left in doubt."""

    of: dict[str, str]
    made: list[Pair]
    doubtful: list[Pair]


def cluster(ids: Iterable[str], pairs: Iterable[Pair], apart: Iterable[tuple[str, str]], lead: float) -> Clusters:
    """Join ids by pairs, keeping apart what excludes each other; `lead` is what one pair has to be stronger by."""
    foes: dict[str, set[str]] = {}
    for one, other in apart:
        foes.setdefault(one, set()).add(other)
        foes.setdefault(other, set()).add(one)
    kept, doubtful = _unambiguous(set(pairs), foes, lead)
    parent = {name: name for name in ids}
    enemies = {name: set(others) for name, others in foes.items()}  # of a root: all that any of its members excludes
    members = {name: {name} for name in foes}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    made = []
    for pair in sorted(kept, key=lambda p: (-p.score, p.one, p.other)):
        a, b = root(pair.one), root(pair.other)
        if a == b:
            continue
        mine, theirs = members.get(a, {a}), members.get(b, {b})
        if not enemies.get(a, set()).isdisjoint(theirs):
            doubtful.append(pair)
            continue
        a, b = min(a, b), max(a, b)
        parent[b] = a
        made.append(pair)
        if foes:
            members[a] = mine | theirs
            enemies[a] = enemies.get(a, set()) | enemies.get(b, set())
    return Clusters({name: root(name) for name in parent}, made, sorted(set(doubtful)))


def _unambiguous(pairs: set[Pair], foes: dict[str, set[str]], lead: float) -> tuple[set[Pair], list[Pair]]:
    """The pairs without those that tie something to either of two that exclude each other."""
    if not foes:
        return pairs, []
    mates: dict[str, dict[str, Pair]] = {}
    for pair in pairs:
        mates.setdefault(pair.one, {})[pair.other] = pair
        mates.setdefault(pair.other, {})[pair.one] = pair
    dropped: set[Pair] = set()
    doubtful: set[Pair] = set()
    for near in mates.values():
        for mate, pair in near.items():
            rivals = [near[foe].score for foe in foes.get(mate, ()) if foe in near]
            if rivals and pair.score < max(rivals) + lead:
                dropped.add(pair)
                if pair.score > max(rivals) - lead:
                    doubtful.add(pair)
    return pairs - dropped, sorted(doubtful)
