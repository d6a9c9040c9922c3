"""The joining's plain data as JSON and back."""

import json
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from mahdar.memory.joining import ChronicleEvent, Entity, Join, Maybe, Ref, Sighting, Told

T = TypeVar("T", Sighting, Told)


def to_json(value: Sighting | Told | Entity | ChronicleEvent | Maybe | Join) -> str:
    """Any of the joining's dataclasses as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    """What JSON has no form for: sets, and the dataclasses themselves."""
    if isinstance(value, frozenset):
        return sorted(value)
    return {name: getattr(value, name) for name in value.__slots__}


def from_json(cls: type[T], body: str) -> T:
    """A sighting or a telling from its JSON."""
    data: dict[str, Any] = json.loads(body)
    kind: Any = cls
    for name, make in _made_of(kind).items():
        if data[name] is not None:
            data[name] = make(data[name])
    return cls(**data)


@cache
def _made_of(cls: type) -> dict[str, Any]:
    """Field → what its JSON list is turned into."""
    out: dict[str, Any] = {}
    for field in fields(cls):
        kind = str(field.type)
        if "Ref" in kind:
            out[field.name] = lambda value: Ref(*value)
        elif "frozenset" in kind:
            out[field.name] = frozenset
        elif "tuple" in kind:
            out[field.name] = tuple
    return out
