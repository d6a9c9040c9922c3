"""A record as the machine made it, and decisions → the record as it is to be. Pure functions.

Decisions are applied in their order. One that points to nothing in a new reading still holds: what was accepted, edited
or added is put there; what was rejected is not there anyway.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from typing import Any, TypeVar

from mahdar import wire
from mahdar.memory.decisions import PUTTING, Decision, Pointer
from mahdar.ontology import GOLDSTEIN
from mahdar.reading.cameo import code_of_event, code_of_statement
from mahdar.record import Actor, Event, Record, RecordError, Span, Statement

RULE = "corrected"
"""What the fields stand on that a person decided."""

Part = Actor | Event | Statement
P = TypeVar("P", Actor, Event, Statement)


def corrected(record: Record, decisions: Iterable[Decision]) -> Record:
    """The record with decisions applied, those that do not fit a new reading passed over."""
    for decision in decisions:
        with suppress(RecordError):
            record = applied(record, decision)
    return record


def applied(record: Record, decision: Decision) -> Record:
    """The record with one decision applied. Raises RecordError if that makes no record."""
    draft = _Draft(record)
    try:
        if decision.verb in PUTTING and decision.part:
            draft.put(decision.part, decision.value)
        elif decision.verb == "reject" and decision.part:
            draft.remove(decision.part)
        elif decision.verb == "settle":
            return Record.from_dict({**record.to_dict(), **decision.value})
        elif decision.verb == "merge" and decision.part and decision.other and not decision.across:
            draft.merge(decision.part, decision.other)
        else:
            return record
    except wire.WireError as error:
        raise RecordError(str(error)) from None
    return draft.record()


def pointer_to(record: Record, article: str, ref: str) -> Pointer:
    """The pointer to a part by its id in a record. Raises RecordError if nothing can be decided about it."""
    part = part_called(record, ref)
    if isinstance(part, Event) and part.statement is not None:
        raise RecordError(f"{ref} is what the statement {part.statement} amounts to: decide about that")
    words = _words(part)[0]
    return Pointer(article, _what(part), words.start, words.end, _kind(part))


def part_called(record: Record, ref: str) -> Part:
    """The part of that id. Raises RecordError if there is none."""
    parts: tuple[Part, ...] = (*record.actors, *record.events, *record.statements)
    for part in parts:
        if part.id == ref:
            return part
    raise RecordError(f"no {ref!r} in the record")


def part_at(record: Record, pointer: Pointer) -> Part | None:
    """The part of a record that a pointer points to now, if there is one."""
    found: Part | None = _Draft(record).find(pointer)
    return found


def snapshot(record: Record, part: Part) -> dict[str, Any]:
    """A part in its JSON form, with the actors that it refers to: the value of a decision that puts it."""
    refs = set(_refs(part))
    return {"part": wire.brief(part), "actors": [wire.brief(actor) for actor in record.actors if actor.id in refs]}


def changed(part: P, changes: Mapping[str, Any]) -> P:
    """The part with some fields set to JSON values, which then stand on the decision. Raises RecordError."""
    known = {field.name for field in fields(part)} - {"id", "evidence", "inferred"}
    if unknown := sorted(set(changes) - known):
        raise RecordError(f"no field {unknown[0]!r}: {', '.join(sorted(known))}")
    try:
        made: P = wire.read(type(part), {**wire.brief(part), **changes}, _what(part))
    except wire.WireError as error:
        raise RecordError(str(error)) from None
    evidence = {name: spans for name, spans in made.evidence.items() if name not in changes}
    grounds = {name: RULE for name in changes if name in _GROUNDED[_what(part)]}
    made = replace(made, evidence=evidence, inferred={**made.inferred, **grounds})
    if isinstance(made, Event) and made.statement is None and {"type", "mode", "contexts"} & set(changes):
        return _coded(made)
    return made


_GROUNDED = {
    "actor": {"kind", "name", "country", "sector", "role", "latin"},
    "event": {"type", "mode", "contexts", "status", "actors", "recipients", "date", "place", "amount", "part_of"},
    "statement": {"speaker", "on_behalf_of", "act", "content", "quoted", "type", "targets", "issues", "strength"},
}
"""The fields that have to stand on something."""


def verbal_event(number: str, statement: Statement) -> Event:
    """The event that a statement with a type amounts to."""
    code, rule = code_of_statement(statement.act, statement.strength)
    return Event(
        number,
        statement.type or "",
        actors=(statement.speaker,) if statement.speaker else (),
        recipients=statement.targets,
        triggers=(statement.trigger,),
        statement=statement.id,
        cameo=code,
        goldstein=GOLDSTEIN[code],
        inferred={
            "actors": f"speaker-of:{statement.id}",
            "recipients": f"targets-of:{statement.id}",
            "cameo": rule,
        },
    )


def _coded(event: Event) -> Event:
    code, rule = code_of_event(event.type, event.mode, event.contexts, "")
    evidence = {name: spans for name, spans in event.evidence.items() if name != "cameo"}
    return replace(
        event, cameo=code, goldstein=GOLDSTEIN[code], evidence=evidence, inferred={**event.inferred, "cameo": rule}
    )


_CLASSES: dict[str, Any] = {"actor": Actor, "event": Event, "statement": Statement}


def _what(part: Part) -> str:
    return next(what for what, cls in _CLASSES.items() if isinstance(part, cls))


def _kind(part: Part) -> str:
    if isinstance(part, Actor):
        return part.kind
    return part.type if isinstance(part, Event) else part.act


def _words(part: Part) -> tuple[Span, ...]:
    """What a part stands on, the most telling first."""
    if isinstance(part, Actor):
        return part.mentions or next(iter(part.evidence.values()), (Span(0, 1),))
    return part.triggers if isinstance(part, Event) else (part.content,)


def _refs(part: Part) -> tuple[str, ...]:
    """The ids of actors and codes of countries that a part names."""
    if isinstance(part, Actor):
        return ()
    if isinstance(part, Event):
        return (*part.actors, *part.recipients)
    return (*(ref for ref in (part.speaker, part.on_behalf_of) if ref), *part.targets)


def _with_refs(part: Part, refer: Callable[[str], str | None]) -> Part:
    """The part with each reference replaced, or dropped where that gives None."""

    def many(refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for ref in refs if (new := refer(ref)) is not None))

    if isinstance(part, Event):
        return replace(part, actors=many(part.actors), recipients=many(part.recipients))
    if isinstance(part, Statement):
        speaker = refer(part.speaker) if part.speaker else None
        behalf = refer(part.on_behalf_of) if part.on_behalf_of else None
        return replace(part, speaker=speaker, on_behalf_of=behalf, targets=many(part.targets))
    return part


class _Draft:
    """A record in the making."""

    def __init__(self, record: Record) -> None:
        self.of = record
        self.parts: dict[str, list[Any]] = {
            "actor": list(record.actors),
            "event": [event for event in record.events if event.statement is None],
            "statement": list(record.statements),
        }
        self.verbal = {event.statement: event for event in record.events if event.statement is not None}

    def record(self) -> Record:
        events = list(self.parts["event"])
        taken = {event.id for event in (*events, *self.verbal.values())}
        for statement in self.parts["statement"]:
            if statement.type is not None:
                event = self.verbal.get(statement.id)
                if event is None or not _tells(event, statement):
                    event = verbal_event(event.id if event else _free("e", taken), statement)
                    taken.add(event.id)
                events.append(event)
        visits = {event.id for event in events if (event.type, event.mode) == ("CONSULT", "visit")}
        events = [event if event.part_of in visits else _part_of_none(event) for event in events]
        return Record.build(self.of.article, self.parts["actor"], events, self.parts["statement"], self.of.furniture)

    def put(self, pointer: Pointer, value: Mapping[str, Any]) -> None:
        """Put a part where the pointer points: in the place of what stands there, else beside all others."""
        part: Part = wire.read(_CLASSES[pointer.what], value["part"], pointer.what)
        known = {ref.id: self.actor(pointer.article, ref) for ref in _actors_of(value)}
        part = _with_refs(part, lambda ref: known.get(ref, ref))
        present = self.find(pointer)
        if present is not None:
            at = self.parts[pointer.what].index(present)
            self.parts[pointer.what][at] = replace(part, id=present.id)
            return
        number = _free(pointer.what[0], {one.id for parts in self.parts.values() for one in parts} | self.of_verbal())
        self.parts[pointer.what].append(replace(part, id=number))

    def of_verbal(self) -> set[str]:
        return {event.id for event in self.verbal.values()}

    def actor(self, article: str, wanted: Actor) -> str:
        """The id here of an actor that a decision refers to; added if nobody here stands on its words."""
        words = _words(wanted)[0]
        pointer = Pointer(article, "actor", words.start, words.end, wanted.kind)
        present = self.find(pointer)
        if present is not None:
            return str(present.id)
        number = _free("a", {actor.id for actor in self.parts["actor"]})
        self.parts["actor"].append(replace(wanted, id=number))
        return number

    def remove(self, pointer: Pointer) -> None:
        """Remove what the pointer points to, if it is there and still is what it was."""
        present = self.find(pointer)
        if present is None or _kind(present) != pointer.kind:
            return
        self.parts[pointer.what].remove(present)
        if pointer.what == "actor":
            self.refer({present.id: None})

    def merge(self, pointer: Pointer, other: Pointer) -> None:
        """Two parts of one article are one: the first keeps its fields and gains the other's words."""
        one, two = self.find(pointer), self.find(other)
        if one is None or two is None or one is two or pointer.what not in {"actor", "event"}:
            return
        name = "mentions" if pointer.what == "actor" else "triggers"
        both = replace(one, **{name: tuple(dict.fromkeys((*getattr(one, name), *getattr(two, name))))})
        self.parts[pointer.what] = [
            both if part is one else part for part in self.parts[pointer.what] if part is not two
        ]
        if pointer.what == "actor":
            self.refer({two.id: one.id})

    def refer(self, new: Mapping[str, str | None]) -> None:
        """Give references new targets, or drop them."""
        for what in ("event", "statement"):
            self.parts[what] = [_with_refs(part, lambda ref: new.get(ref, ref)) for part in self.parts[what]]
        self.verbal = {key: _with_refs(e, lambda ref: new.get(ref, ref)) for key, e in self.verbal.items()}  # type: ignore[misc]

    def find(self, pointer: Pointer) -> Any | None:
        """The part that stands on the pointer's words: of several the most alike one."""
        best, found = (0.0, False, False), None
        for part in self.parts[pointer.what]:
            shared = max((_shared(span, pointer) for span in _words(part)), default=0.0)
            first = _words(part)[0] == Span(pointer.start, pointer.end)
            likeness = (float(shared >= SHARED), _kind(part) == pointer.kind, first)
            if shared >= SHARED and (found is None or likeness > best):
                best, found = likeness, part
        return found


SHARED = 0.5
"""How much of their words two parts share at least that are the same: characters of both by characters of either."""


def _shared(span: Span, pointer: Pointer) -> float:
    both = min(span.end, pointer.end) - max(span.start, pointer.start)
    return both / (span.end - span.start + pointer.end - pointer.start - both) if both > 0 else 0.0


def _actors_of(value: Mapping[str, Any]) -> list[Actor]:
    return [wire.read(Actor, actor, "actor") for actor in value.get("actors", ())]


def _tells(event: Event, statement: Statement) -> bool:
    """Whether a verbal event still is the one of its statement."""
    actors = (statement.speaker,) if statement.speaker else ()
    return (event.type, event.actors, event.recipients) == (statement.type, actors, statement.targets)


def _part_of_none(event: Event) -> Event:
    if event.part_of is None:
        return event
    evidence = {name: spans for name, spans in event.evidence.items() if name != "part_of"}
    inferred = {name: rule for name, rule in event.inferred.items() if name != "part_of"}
    return replace(event, part_of=None, evidence=evidence, inferred=inferred)


def _free(letter: str, taken: Iterable[str]) -> str:
    """The next id of its kind."""
    numbers = [int(one[1:]) for one in taken if one[0] == letter and one[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1}"
