"""The codes a record may carry: PLOVER's types, modes, contexts and sectors, CAMEO's codes, speech acts, countries.

Tables only. Each TOML file beside this one says where its codes come from.
"""

import tomllib
from importlib.resources import files
from typing import Any


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


_PLOVER = _table("plover.toml")

QUADS: dict[str, str] = {code: entry["quad"] for code, entry in _PLOVER["types"].items()}
"""Event type -> its quad category ("verbal cooperation" ...)."""

TYPES: frozenset[str] = frozenset(QUADS)
"""The event types: AGREE, CONSULT, ..."""

MODES: dict[str, frozenset[str]] = {code: frozenset(entry["modes"]) for code, entry in _PLOVER["types"].items()}
"""Event type -> the modes it may have."""

MODE_CODES: frozenset[str] = frozenset(mode for modes in MODES.values() for mode in modes)
"""All modes."""

CONTEXTS: dict[str, str] = _PLOVER["contexts"]
"""Context word -> what it covers."""

SECTORS: dict[str, str] = _PLOVER["sectors"]
"""Sector code -> its name."""

BODIES: dict[str, str] = _PLOVER["bodies"]
"""Codes that stand in place of a country (UNO, EUR, IGO ...) -> their names."""

COUNTRIES: dict[str, str] = _table("countries.toml")["countries"]
"""ISO 3166 alpha-3 code -> short English name."""

_CAMEO = _table("cameo.toml")

GOLDSTEIN: dict[str, float] = _CAMEO["goldstein"]
"""CAMEO code -> its Goldstein value, from -10 (conflict) to 10 (cooperation)."""

CAMEO_TYPES: dict[str, dict[str, Any]] = _CAMEO["types"]
"""Event type -> its CAMEO `code`, and those of its `modes` and `contexts`."""

CAMEO_FRAMES: dict[str, str] = _CAMEO["frames"]
"""Frame -> its CAMEO code, where that is narrower than the one of type and mode."""

CAMEO_ACTS: dict[str, dict[str, Any]] = _CAMEO["acts"]
"""Speech act that amounts to an event -> its CAMEO `code`, and those of its `strengths`."""

VERBAL_TYPES: dict[str, frozenset[str | None]] = {
    act: frozenset(None if kind == "none" else kind for kind in kinds or ["none"])
    for act, kinds in _table("speech.toml")["acts"].items()
}
"""Speech act -> the event types it may amount to, None among them where it may be none."""

ACT_TYPES: dict[str, str] = {
    act: next(kind for kind in kinds if kind is not None) for act, kinds in VERBAL_TYPES.items() if kinds != {None}
}
"""Speech act -> the event type it amounts to, where it amounts to one."""

ACTS: frozenset[str] = frozenset(VERBAL_TYPES)
"""The speech acts: say, affirm, announce, ..."""

SCALES: dict[str, tuple[str, ...]] = {name: tuple(steps) for name, steps in _table("speech.toml")["scales"].items()}
"""Scale of wording -> its steps, the weakest first."""

STRENGTHS: dict[str, int] = {step: rank for steps in SCALES.values() for rank, step in enumerate(steps)}
"""Step of a scale -> its rank in that scale, 0 the weakest."""

STANCES: frozenset[str] = frozenset({"for", "against", "neither"})
"""Where a statement stands towards an issue."""

KINDS: frozenset[str] = frozenset({"person", "country", "organisation", "group"})
"""What an actor can be."""

STATUSES: frozenset[str] = frozenset({"occurred", "planned", "denied"})
"""How far an event has come."""

DATE_SOURCES: frozenset[str] = frozenset({"metadata", "dateline", "text", "file-name", "given"})
"""Where the date of an article's publication is known from."""

_OUTLETS = _table("outlets.toml")

OUTLET_KINDS: dict[str, str] = _OUTLETS["kinds"]
"""What an outlet can be (state-agency, private ...) -> what that means."""

OUTLETS_AT_HOME: frozenset[str] = frozenset(_OUTLETS["at_home"])
"""The kinds of outlets that write for the people of their own state."""
