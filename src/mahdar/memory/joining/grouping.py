"""What a joining gives, of people and of events alike: groups, why, and what is left to a person."""

from collections.abc import Collection
from dataclasses import dataclass, field

from mahdar.memory.joining.model import Join

Apart = Collection[frozenset[str]]
"""Pairs that a person has decided are two."""


@dataclass(slots=True)
class Grouping:
    """Each one's group, named by its smallest member; the joins that made it; doubtful pairs; keys compared in part."""

    of: dict[str, str]
    joins: list[Join] = field(default_factory=list)
    doubtful: list[Join] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
