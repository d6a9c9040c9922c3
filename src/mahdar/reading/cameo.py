"""The CAMEO code of an event: the narrowest row of the ontology's table that fits it."""

from collections.abc import Iterable

from mahdar.ontology import CAMEO_ACTS, CAMEO_FRAMES, CAMEO_TYPES

Coded = tuple[str, str]
"""(code, the rule by which it was chosen)."""


def code_of_event(kind: str, mode: str | None, contexts: Iterable[str], frame: str) -> Coded:
    """The code of an event of a type, told by a frame."""
    if frame in CAMEO_FRAMES:
        return CAMEO_FRAMES[frame], f"frame:{frame}"
    row = CAMEO_TYPES[kind]
    if mode is not None:
        return row["modes"][mode], f"mode:{mode}"
    narrower = row.get("contexts", {})
    for context in contexts:
        if context in narrower:
            return narrower[context], f"context:{context}"
    return row["code"], f"type:{kind}"


def code_of_statement(act: str, strength: str | None) -> Coded:
    """The code of the event that an act of speech amounts to."""
    row = CAMEO_ACTS[act]
    narrower = row.get("strengths", {})
    if strength in narrower:
        return narrower[strength], f"strength:{strength}"
    return row["code"], f"act:{act}"
