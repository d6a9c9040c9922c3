"""What people decided about records, and how a decision points at what it is about. Plain data.

A decision points by content, the article's hash and the words in its text, not by numbers that a new reading may give
to something else. What was accepted, edited or added is kept whole, so that no later reading can lose it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from mahdar import wire

Verb = Literal["accept", "reject", "edit", "add", "settle", "merge", "split", "undo"]

VERBS: dict[str, str] = {
    "accept": "it is right as it is",
    "reject": "there is nothing like it",
    "edit": "it is so instead",
    "add": "this was missed",
    "settle": "this is the whole record of the article",
    "merge": "these two are one",
    "split": "these two are not one",
    "undo": "an earlier decision is taken back",
}
"""All that can be decided."""

PUTTING = ("accept", "edit", "add")
"""Verbs that hold a part of a record as it is to be."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A part of an article's record, by the words that it stands on: the first mention, the clearest trigger, the
    content of a statement."""

    article: str
    what: str = field(metadata={"codes": ("actor", "event", "statement")})
    start: int
    end: int
    kind: str = field(metadata={"doc": "the actor's kind, the event's type or the statement's act"})


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `number` is its place in the order of all; 0 as long as it is not kept."""

    verb: Verb
    who: str
    why: str | None = None
    part: Pointer | None = None
    other: Pointer | None = None
    value: dict[str, Any] = field(default_factory=dict)
    """accept, edit, add: `part`, in its JSON form, and `actors`, those that it refers to; settle: the whole record's
    `actors`, `events` and `statements`; undo: `number`."""
    hash: str | None = None
    """Of the article, where no part points to it."""
    made: str = ""
    number: int = 0

    @property
    def article(self) -> str | None:
        """The hash of the article that it changes the record of."""
        return self.part.article if self.part else self.hash

    @property
    def across(self) -> bool:
        """Whether it is the joining of articles that it changes, not the record of one."""
        two = self.other is not None and self.part is not None
        return two and (self.verb == "split" or self.other.article != self.part.article)  # type: ignore[union-attr]


def body_of(decision: Decision) -> str:
    """What has no column of its own, as JSON."""
    body = {"part": decision.part, "other": decision.other}
    written = {name: wire.write(pointer) for name, pointer in body.items() if pointer is not None}
    return json.dumps({**written, "value": decision.value}, ensure_ascii=False, allow_nan=False)


def decision_of(row: Any) -> Decision:
    """A decision from its row."""
    data = json.loads(row.body)
    part, other = (wire.read(Pointer, data[n], n) if n in data else None for n in ("part", "other"))
    return Decision(row.verb, row.who, row.why, part, other, data["value"], row.hash, row.made, row.id)


def standing(decisions: Iterable[Decision]) -> Sequence[Decision]:
    """Those that were not taken back, in their order. To take back an undoing is to decide again."""
    undone: set[int] = set()
    left = []
    for decision in sorted(decisions, key=lambda d: d.number, reverse=True):
        if decision.number in undone:
            continue
        if decision.verb == "undo":
            undone.add(decision.value["number"])
        else:
            left.append(decision)
    return left[::-1]
