"""From tellings that are one to an event of the chronicle: its history, who says what, and who said it first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from mahdar.memory.joining.dates import rules
from mahdar.memory.joining.happenings import name_of
from mahdar.memory.joining.likeness import Face, Faces, window
from mahdar.memory.joining.model import ChronicleEvent, Join, Step, Told, Variant

UNDATED = "9999"


def event_ids(of: Mapping[str, str], told: Mapping[str, Told], kept: Collection[str] = ()) -> dict[str, str]:
    """Each telling's event by an id that stays: that of the telling published first. `kept` have their id already."""
    earliest: dict[str, tuple[str, str]] = {}
    for name, root in of.items():
        when = (told[name].published or UNDATED, name)
        earliest[root] = min(earliest.get(root, when), when)
    return {name: root if root in kept else f"e-{earliest[root][1]}" for name, root in of.items()}


def events_of(
    ids: Mapping[str, str], told: Mapping[str, Told], faces: Faces, joins: Iterable[Join]
) -> tuple[ChronicleEvent, ...]:
    """All events of the chronicle, sorted by id."""
    members: dict[str, list[Told]] = defaultdict(list)
    for name, event in ids.items():
        members[event].append(told[name])
    why: dict[str, list[Join]] = defaultdict(list)
    for join in joins:
        why[ids[join.one]].append(join)
    return tuple([_event(event, tellings, faces, why.get(event, [])) for event, tellings in sorted(members.items())])


def _event(event: str, tellings: list[Told], faces: Faces, joins: list[Join]) -> ChronicleEvent:
    tellings.sort(key=lambda t: (t.published or UNDATED, t.ref))
    history = _history(tellings)
    status = _status(tellings)
    telling = [t for t in tellings if t.status == status]
    actors, recipients = _sides(tellings, faces)
    first = tellings[0].published
    return ChronicleEvent(
        event,
        tellings[0].type,
        _commonest(t.mode for t in tellings),
        status,
        _date(telling) or _date(tellings),
        _commonest(t.place for t in tellings),
        actors,
        recipients,
        tuple([t.ref for t in tellings]),
        tuple(sorted({t.source for t in tellings if t.source})),
        history,
        _variants(tellings, faces),
        tuple([t.ref for t in tellings if first is not None and t.published == first]),
        tuple(sorted(joins, key=lambda j: (j.one, j.other))),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _date(tellings: Sequence[Told]) -> str | None:
    """The date most tellings have, of the most exact ones; of a plan put off the latest told."""
    dated = [t for t in tellings if t.date is not None]
    dated = [t for t in dated if t.moved] or dated
    if dated and dated[-1].moved:
        return dated[-1].date
    longest = max((len(t.date or "") for t in dated if _is_day(t)), default=0)
    return _commonest(t.date for t in dated if not longest or _is_day(t))


def _is_day(told: Told) -> bool:
    days = window(told)
    return days is not None and days.sure


def _stage(told: Told) -> str:
    return "postponed" if told.moved else told.status


def _status(tellings: Sequence[Told]) -> str:
    """How far it has come: what has occurred has occurred; else what was told last."""
    if any(t.status == "occurred" for t in tellings):
        return "occurred"
    order: list[str] = rules()["stages"]["order"]
    return max(tellings, key=lambda t: (t.published or "", order.index(_stage(t)))).status


def _history(tellings: Sequence[Told]) -> tuple[Step, ...]:
    """The stages told, each with its date, in the order in which they were first told."""
    order: list[str] = rules()["stages"]["order"]
    steps: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for told in tellings:
        steps[_stage(told), told.date].append(told)
    return tuple(
        [
            Step(stage, date, told[0].published, tuple([t.ref for t in told]))
            for (stage, date), told in sorted(
                steps.items(),
                key=lambda s: (s[1][0].published or UNDATED, order.index(s[0][0]), s[0][1] or UNDATED),
            )
        ]
    )


def _sides(tellings: Sequence[Told], faces: Faces) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who took part: each party once, on the side where most tellings have it; no state beside its official."""
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, list[Face]] = defaultdict(list)
    for told in tellings:
        for side, sightings in (("actor", told.actors), ("recipient", told.recipients)):
            for face in {faces[sighting] for sighting in sightings}:
                sides[face.entity][side] += 1
                shown[face.entity].append(face)
    named = {entity for entity, looks in shown.items() if any(face.named for face in looks)}
    officials = {face.country for looks in shown.values() for face in looks if face.kind == "person"}
    known = {face.country for entity in named for face in shown[entity]}

    def stands_for_itself(entity: str) -> bool:
        face = shown[entity][0]
        if face.kind == "country":
            return face.country not in officials
        return face.kind != "person" or entity in named or face.country not in known

    kept = [entity for entity in sides if stands_for_itself(entity)]
    actors = {entity for entity in kept if sides[entity]["actor"] >= sides[entity]["recipient"]}
    return tuple(sorted(actors)), tuple(sorted(set(kept) - actors))


def _variants(tellings: Sequence[Told], faces: Faces) -> tuple[Variant, ...]:
    """The fields in which tellings differ, each value with those who tell it."""

    def amount(told: Told) -> str | None:
        return f"{told.amount[0]:g} {told.amount[1]}" if told.amount else None

    def parties(told: Told) -> str | None:
        return ", ".join(sorted({faces[s].entity for s in (*told.actors, *told.recipients)})) or None

    fields: dict[str, Callable[[Told], str | None]] = {
        "status": _stage,
        "mode": lambda told: told.mode,
        "date": lambda told: told.date,
        "place": lambda told: told.place,
        "amount": amount,
        "parties": parties,
    }
    out = []
    for field, value_of in fields.items():
        values: dict[str, list[Told]] = defaultdict(list)
        for told in tellings:
            value = value_of(told)
            if value is not None:
                values[value].append(told)
        if len(values) < 2:
            continue
        for value, tell in sorted(values.items(), key=lambda v: (-len(v[1]), v[0])):
            sources = tuple(sorted({t.source for t in tell if t.source}))
            out.append(Variant(field, value, tuple([t.ref for t in tell]), sources))
    return tuple(out)


def parties_alike(of: Mapping[str, str], told: Mapping[str, Told], faces: Faces) -> list[tuple[str, str, str]]:
    """Groups that are one because they are the one group of one event, in other words: two sightings and the event.

    مجلس السفراء العرب of one article and رؤساء البعثات العربية of another, who both met the minister that day.
    """
    events: dict[str, list[Told]] = defaultdict(list)
    for name, event in sorted(of.items()):
        events[event].append(told[name])
    pairs = []
    for tellings in events.values():
        alone: list[str] = []
        for one in tellings:
            groups = sorted({s for s in (*one.actors, *one.recipients) if faces[s].kind == "group"})
            if len(groups) == 1:
                alone.append(groups[0])
        for sighting in alone[1:]:
            if faces[sighting].entity != faces[alone[0]].entity:
                pairs.append((alone[0], sighting, name_of(tellings[0].ref)))
    return pairs
