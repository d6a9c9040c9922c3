"""How much two tellings speak for one event: named parts that add up."""

import itertools
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from mahdar.memory.joining.dates import Window, rules, window_of
from mahdar.memory.joining.model import Part, Sighting, Told
from mahdar.packs.ar.folding import fold_letters


class Face(NamedTuple):
    """What a party is to an event: who it is, and how its article shows it."""

    entity: str
    kind: str
    country: str | None
    named: bool  # a person with a name
    offices: frozenset[str]
    shown: str  # as written


def face_of(sighting: Sighting, entity: str) -> Face:
    """A sighting, known to be an entity, as a party."""
    named = sighting.kind == "person" and bool(sighting.name)
    if sighting.kind == "group":  # whether two groups are one is decided by the events, and not the other way round
        entity = group_label(sighting)
    return Face(entity, sighting.kind, sighting.country, named, frozenset(sighting.offices), sighting.shown)


def group_label(sighting: Sighting) -> str:
    """What makes two groups one by their description alone: its words, the country, the year."""
    return sighting.id if sighting.day is not None else repr((sorted(sighting.name), sighting.country, sighting.year))


Faces = Mapping[str, Face]
"""By sighting."""


def window(told: Told) -> Window | None:
    """The days on which the event can have been."""
    return window_of(told.date, told.status, told.published)


def compare_events(one: Told, other: Told, faces: Faces) -> tuple[Part, ...]:
    """The evidence that two tellings of one type are of one event; () if nothing can make them one."""
    if one.type != other.type or bool(one.act) != bool(other.act):
        return ()
    wording = _wording(one, other)
    date = _date(one, other, wording)
    if date is None:
        return ()
    parts = [*_parties(one, other, faces), date, _mode(one, other), _place(one, other), _amount(one, other), wording]
    if one.act:
        if wording is None or one.act != other.act:
            return ()
    return tuple(part for part in parts if part is not None)


def told_twice(one: Told, other: Told, faces: Faces) -> bool:
    """Whether two tellings of one article are one thing told twice: the same two parties or more, days, mode, status.

    Else the article that tells of both knows that they are two: the visit and the talks in it.
    """
    if (one.mode, one.status, window(one)) != (other.mode, other.status, window(other)):
        return False
    parties = [{face.entity for _, face in _sides(told, faces)} for told in (one, other)]
    return len(parties[0]) > 1 and parties[0] == parties[1]


# --- when


def _date(one: Told, other: Told, wording: Part | None) -> Part | None:
    points = rules()["date"]
    a, b = window(one), window(other)
    if a is None or b is None:
        return None
    seen = f"{one.date or 'undated, ' + str(one.published)} / {other.date or 'undated, ' + str(other.published)}"
    if not a.meets(b):
        slip = wording is not None and one.worked_out and other.worked_out
        if slip and abs((a.first - b.first).days) <= rules()["window"]["slip"]:
            return Part("date slipped", points["overlapping"], seen)
        return None
    if a.sure and b.sure:
        if (a.first, a.last) == (b.first, b.last):
            return Part("date same day", points["same_day"], seen)
        return Part("date within", points["within"], seen)
    longest = max((w.last - w.first).days for w in (a, b))
    if longest > 31:
        dated = one.date is not None and other.date is not None
        return Part("date same year", points["year"], seen) if dated else Part("date vague", points["vague"], seen)
    return Part("date overlapping", points["overlapping"], seen)


# --- who


def _parties(one: Told, other: Told, faces: Faces) -> list[Part]:
    points = rules()["party"]
    limit = rules()["limit"]["parties"]
    left = [(face, side) for side, face in _sides(one, faces)][:limit]
    right = [(face, side) for side, face in _sides(other, faces)][:limit]
    turnable = one.type in rules()["symmetric"]["types"]
    parts = []
    for kind in ("same", "unnamed", "state"):
        for mine in list(left):
            theirs = next((face for face in right if _match(mine[0], face[0]) == kind), None)
            if theirs is None:
                continue
            left.remove(mine)
            right.remove(theirs)
            value = points["country"] if mine[0].kind == theirs[0].kind == "country" else points[kind]
            parts.append(Part(f"party {kind}", value, f"{mine[0].shown} / {theirs[0].shown}"))
            if mine[1] != theirs[1] and not turnable:
                parts.append(Part("party turned", points["turned"], mine[0].shown))
    common = len(parts)
    # a state that stands beside its own official adds nobody: مصر ووزير خارجيتها
    left = [face for face in left if not _stands_by(face[0], one, faces)]
    right = [face for face in right if not _stands_by(face[0], other, faces)]
    for mine, theirs in zip(left, right, strict=False):
        name = "other_of_many" if common >= points["many"] else "other"
        parts.append(Part("party other", points[name], f"{mine[0].shown} / {theirs[0].shown}"))
    more = abs(len(left) - len(right))
    if more:
        parts.append(Part("party missing", points["missing"] * more, f"{more}"))
    elif not left and common > 1:
        parts.append(Part("party all", points["all"], f"{common}"))
    return parts


def _sides(told: Told, faces: Faces) -> list[tuple[str, Face]]:
    """The parties and their sides, each entity once, in a settled order."""
    found: dict[str, tuple[str, Face]] = {}
    for side, ids in (("actor", told.actors), ("recipient", told.recipients)):
        for sighting in ids:
            face = faces[sighting]
            if face.entity not in found or (face.named and not found[face.entity][1].named):
                found[face.entity] = side, face
    return [found[entity] for entity in sorted(found)]


def _match(one: Face, other: Face) -> str:
    """How two parties can be one: the same, an official and its state, one whose name is not told; "" if not."""
    if one.entity == other.entity:
        return "same"
    if one.country is None or one.country != other.country:
        return "unnamed" if one.kind == other.kind == "group" and (one.country is None or other.country is None) else ""
    if "country" in (one.kind, other.kind):
        return "state"
    if one.kind == other.kind == "person":
        if one.named and other.named:
            return ""
        return "unnamed" if not one.offices or not other.offices or one.offices & other.offices else ""
    return "state" if "organisation" in (one.kind, other.kind) and one.kind != other.kind else ""


def _stands_by(face: Face, told: Told, faces: Faces) -> bool:
    """Whether a party is a state whose official is a party too."""
    return face.kind == "country" and any(
        faces[sighting].country == face.country and faces[sighting].kind != "country"
        for sighting in (*told.actors, *told.recipients)
    )


# --- how, where, how much


def _mode(one: Told, other: Told) -> Part | None:
    points = rules()["mode"]
    if one.mode is None or other.mode is None:
        return None
    if one.mode == other.mode:
        return Part("mode same", points["same"], one.mode)
    if any({one.mode, other.mode} == set(pair) for pair in rules()["compatible"]["modes"]):
        return None
    name = "other" if one.type in rules()["symmetric"]["types"] else "other_deed"
    return Part("mode other", points[name], f"{one.mode} / {other.mode}")


def _place(one: Told, other: Told) -> Part | None:
    points = rules()["place"]
    if one.place is None or other.place is None:
        return None
    seen = f"{one.place} / {other.place}"
    if _plain(one.place) == _plain(other.place):
        return Part("place same", points["same"], seen)
    if one.place_country and other.place_country and one.place_country != other.place_country:
        return Part("place other state", points["other_state"], seen)
    return Part("place other", points["other_place"], seen)


def _plain(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold_letters(name).split())


def _amount(one: Told, other: Told) -> Part | None:
    if one.amount is None or one.amount != other.amount:
        return None
    return Part("amount same", rules()["amount"]["same"], f"{one.amount[0]:g} {one.amount[1]}")


def _wording(one: Told, other: Told) -> Part | None:
    points = rules()["wording"]
    share = _share(one.words, other.words)
    return Part("wording", points["same"], f"{share:.2f} in common") if share >= points["least"] else None


@lru_cache(maxsize=50_000)
def _share(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Words in common of all words of two sentences, by pairs of neighbours; short ones say nothing."""
    if min(len(one), len(other)) < 4:
        return 1.0 if one == other and len(one) > 1 else 0.0
    a, b = ({(x, y) for x, y in itertools.pairwise(words)} for words in (one, other))
    return len(a & b) / len(a | b)
