"""Dataclasses to JSON and back, and their JSON Schema, all three from the same type hints.

Knows nothing of records: any frozen dataclass whose fields are text, numbers, truth values, dataclasses, tuples
and dictionaries of those, or None. A field's metadata may carry `doc` (a description), `codes` (the words allowed) and
`outside` (true: the field is no part of the JSON form of its object).
"""

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class WireError(ValueError):
    """What is wrong with some JSON data, in one line that says where."""


class Form(NamedTuple):
    """The JSON form of one type: how it is read, written and described."""

    read: Callable[[Any, str], Any]
    write: Callable[[Any], Any]
    schema: dict[str, Any]


def write(value: Any) -> Any:
    """A dataclass as plain dictionaries and lists."""
    kind: Any = type(value)
    return form(kind).write(value)


def brief(value: Any) -> Any:
    """A dataclass as plain dictionaries and lists, without the fields that hold their default: `read` takes it back."""
    kind: Any = type(value)
    return _brief_writer(kind)(value)


def read(cls: type[T], data: Any, where: str, **outside: Any) -> T:
    """An object of a dataclass from its JSON form; `outside` gives the fields that are not part of that form.

    Raises WireError for a missing or unknown key and for a value of the wrong type.
    """
    return typing.cast(T, _read_object(cls, data, where, outside))


def schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of one dataclass, its nested dataclasses referred to as `#/$defs/Name`."""
    properties = {}
    required = []
    for field in _fields(cls):
        described = dict(form(_hints(cls)[field.name]).schema)
        _limit(described, field.metadata.get("codes"))
        if "doc" in field.metadata:
            described["description"] = field.metadata["doc"]
        properties[field.name] = described
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            required.append(field.name)
    return {
        "description": (cls.__doc__ or "").split("\n")[0],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _limit(described: dict[str, Any], codes: Any) -> None:
    """Narrow a schema to the words allowed: of the text itself, of a list's items or of a dictionary's keys."""
    if codes is None:
        return
    words = sorted(codes)
    if described["type"] == "array":
        described["items"] = {"enum": words}
    elif described["type"] == "object":
        described["propertyNames"] = {"enum": words}
    else:
        described["enum"] = [*words, None] if "null" in described["type"] else words


@cache
def form(hint: Any) -> Form:
    """The JSON form of a type hint."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PLAIN:
        return _plain(hint)
    if dataclasses.is_dataclass(hint):
        return Form(
            lambda value, where: _read_object(typing.cast(type, hint), value, where, {}),
            lambda value: _write_object(typing.cast(type, hint), value),
            {"$ref": f"#/$defs/{typing.cast(type, hint).__name__}"},
        )
    if origin in (types.UnionType, typing.Union):
        return _optional(form(next(t for t in inner if t is not types.NoneType)))
    if origin is tuple:
        return _list(form(inner[0]))
    if origin is dict:
        return _dictionary(form(inner[1]))
    raise TypeError(f"no JSON form for {hint!r}")


_PLAIN: dict[Any, tuple[str, str]] = {
    str: ("string", "text"),
    bool: ("boolean", "true or false"),
    int: ("integer", "a whole number"),
    float: ("number", "a number"),
}


def _plain(kind: type) -> Form:
    name, expected = _PLAIN[kind]
    accepted = (int, float) if kind is float else kind

    def read_plain(value: Any, where: str) -> Any:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise WireError(f"{where}: {expected} expected, not {value!r:.60}")
        return value

    return Form(read_plain, _number if kind is float else lambda value: value, {"type": name})


def _number(value: float) -> int | float:
    """A number as it is told, 50 and not 50.0; what is not finite is left to whoever reads it."""
    return int(value) if math.isfinite(value) and value == int(value) else value


def _optional(inner: Form) -> Form:
    described = inner.schema
    if "type" in described:
        described = {**described, "type": [described["type"], "null"]}
    else:
        described = {"anyOf": [described, {"type": "null"}]}
    return Form(
        lambda value, where: None if value is None else inner.read(value, where),
        lambda value: None if value is None else inner.write(value),
        described,
    )


def _list(item: Form) -> Form:
    def read_list(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WireError(f"{where}: a list expected, not {value!r:.60}")
        return tuple([item.read(v, f"{where}[{n}]") for n, v in enumerate(value)])

    return Form(read_list, lambda value: [item.write(v) for v in value], {"type": "array", "items": item.schema})


def _dictionary(item: Form) -> Form:
    def read_dictionary(value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WireError(f"{where}: an object expected, not {value!r:.60}")
        return {key: item.read(v, f"{where}.{key}") for key, v in value.items()}

    return Form(
        read_dictionary,
        lambda value: {key: item.write(v) for key, v in value.items()},
        {"type": "object", "additionalProperties": item.schema},
    )


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


@cache
def _fields(cls: type) -> tuple["dataclasses.Field[Any]", ...]:
    return tuple(f for f in dataclasses.fields(cls) if not f.metadata.get("outside"))


@cache
def _plan(cls: type) -> dict[str, tuple[Form, bool]]:
    """Field name -> its form, and whether it has to be there."""
    return {
        f.name: (
            form(_hints(cls)[f.name]),
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in _fields(cls)
    }


@cache
def _brief_writer(cls: type) -> Callable[[Any], dict[str, Any]]:
    """The function that `brief` is for one class, made once: objects of it are many, and most fields hold defaults."""
    names: dict[str, Any] = {}
    kept, left_out = [], []
    for part in _fields(cls):
        written = f"value.{part.name}"
        if (write_inner := _brief_inner(_hints(cls)[part.name])) is not None:
            names[f"write_{part.name}"] = write_inner
            written = f"write_{part.name}({written})"
        if part.default_factory is not dataclasses.MISSING or part.default == ():
            left_out.append(f"    if value.{part.name}: out[{part.name!r}] = {written}")
        elif part.default is not dataclasses.MISSING:
            names[f"default_{part.name}"] = part.default
            test = "is not" if part.default is None else "!="
            left_out.append(f"    if value.{part.name} {test} default_{part.name}: out[{part.name!r}] = {written}")
        else:
            kept.append(f"{part.name!r}: {written}")
    exec("\n".join(("def write(value):", f"    out = {{{', '.join(kept)}}}", *left_out, "    return out")), names)
    return typing.cast("Callable[[Any], dict[str, Any]]", names["write"])


def _brief_inner(hint: Any) -> Callable[[Any], Any] | None:
    """How a value of a type is written briefly; None where it is written as it is."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint):
        return _brief_writer(typing.cast(type, hint))
    if hint is float:
        return _number
    if origin in (types.UnionType, typing.Union):
        # only called where it is not None: that is the default
        return _brief_inner(next(t for t in inner if t is not types.NoneType))
    if origin is tuple:
        return _brief_list(_brief_inner(inner[0]))
    if origin is dict:
        return _brief_dictionary(_brief_inner(inner[1]))
    return None


def _brief_list(item: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if item is None:
        return list
    return lambda values: [item(value) for value in values]


def _brief_dictionary(item: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if item is None:
        return None
    return lambda values: {key: item(value) for key, value in values.items()}


def _write_object(cls: type, value: Any) -> dict[str, Any]:
    return {name: one.write(getattr(value, name)) for name, (one, _) in _plan(cls).items()}


def _read_object(cls: type, data: Any, where: str, outside: Mapping[str, Any]) -> Any:
    if not isinstance(data, dict):
        raise WireError(f"{where}: an object expected, not {data!r:.60}")
    plan = _plan(cls)
    for key in data:
        if key not in plan:
            raise WireError(f"{where}: unknown key {key!r:.60}")
    values = dict(outside)
    for name, (one, needed) in plan.items():
        if name in data:
            values[name] = one.read(data[name], f"{where}.{name}")
        elif needed:
            raise WireError(f"{where}: no {name!r}")
    return cls(**values)
