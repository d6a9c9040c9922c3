"""How much two sightings of people speak for one person: named parts that add up."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mahdar.memory.joining.model import Part, Seen, Sighting
from mahdar.memory.joining.names import Agreement, agree, is_arab, is_given, tells_father
from mahdar.memory.joining.offices import one_holder, together


@cache
def rules() -> dict[str, Any]:
    """The table of points, entities.toml beside this file."""
    return tomllib.loads(files(__package__).joinpath("entities.toml").read_text(encoding="utf-8"))


def total(parts: tuple[Part, ...]) -> float:
    """The score that parts add up to."""
    return round(sum(part.value for part in parts), 3)


def compare(one: Seen, other: Seen) -> tuple[Part, ...]:
    """The evidence that two sightings with names are one person; () if the names are two people's."""
    a, b = one.sighting, other.sighting
    found = agree(a.name, b.name)
    if not found.kind:
        return ()
    parts = [*_name(a, b, found), _country(a, b), *_offices(one, other), _sector(a, b), _latin(a, b)]
    return tuple(part for part in parts if part is not None)


def excluded(parts: tuple[Part, ...]) -> bool:
    """Whether the parts of a score say that two cannot be one, whatever else joins them."""
    return any(part.name == "office apart" or part.name == "country different" for part in parts)


def _name(a: Sighting, b: Sighting, found: Agreement) -> list[Part]:
    points, seen = rules()["name"], f"{a.shown} / {b.shown}"
    shorter = min(a, b, key=lambda s: (len(s.name), s.name))
    less = shorter.name
    if len(less) == 1 and found.kind != "surname":
        kind = "single_arab" if is_arab(less[0]) else "single"
        return [Part(f"name {kind}", points[kind], seen)]
    parts = [Part(f"name {found.kind}", points[found.kind], seen)]
    if len(less) == 2 and all(map(is_given, less)) and not tells_father(shorter.shown):
        parts.append(Part("name common", points["common"], " ".join(less)))
    return parts


def _country(a: Sighting, b: Sighting) -> Part | None:
    points = rules()["country"]
    if a.country is None or b.country is None:
        known, company = (a.country, b.company) if b.country is None else (b.country, a.company)
        return Part("country in company", points["in_company"], known) if known and known in company else None
    kind = "same" if a.country == b.country else "different"
    if not (a.sure and b.sure):
        kind += "_inferred"
    return Part(f"country {kind.replace('_', ' ')}", points[kind], f"{a.country} / {b.country}")


def _offices(one: Seen, other: Seen) -> list[Part]:
    points = rules()["office"]
    a, b = one.sighting, other.sighting
    shared = [office for office in a.offices if office in b.offices]
    if shared:
        unique = [office for office in shared if one_holder(office)]
        if unique:
            return [Part("office same", points["same_of_one"], unique[0])]
        return [Part("office same", points["same"], shared[0])]
    if a.year and a.year == b.year and one.first <= other.last and other.first <= one.last:
        for office in a.offices:
            for held in b.offices:
                if not together(office, held):
                    return [Part("office apart", points["apart"], f"{office} / {held}, {max(one.first, other.first)}")]
    return []


def _sector(a: Sighting, b: Sighting) -> Part | None:
    walks = rules()["walks"]
    kinds = {name for name, sectors in walks.items() for s in (a, b) if s.sector in sectors}
    if len(kinds) < 2:
        return None
    return Part("sector different", rules()["sector"]["different"], f"{a.sector} / {b.sector}")


def _latin(a: Sighting, b: Sighting) -> Part | None:
    if a.latin is None or a.latin != b.latin or a.name == b.name:
        return None
    return Part("latin same", rules()["latin"]["same"], a.latin)
