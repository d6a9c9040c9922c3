"""Who is who, and same event or not: from the records of single articles to one chronicle.

Pure functions over plain data: no database, no clock, the same result whatever the order of the articles. How a join is
decided stands in docs/joining.md.
"""

from mahdar.memory.joining.model import (
    Chronicle,
    ChronicleEvent,
    Decision,
    Entity,
    Join,
    Maybe,
    NameForm,
    Office,
    Overlap,
    Part,
    Ref,
    Seen,
    Sighting,
    Step,
    Told,
    Trace,
    Variant,
)
from mahdar.memory.joining.traces import entity_keys, event_keys, trace_of
from mahdar.memory.joining.whole import join, join_traces

__all__ = [
    "Chronicle",
    "ChronicleEvent",
    "Decision",
    "Entity",
    "Join",
    "Maybe",
    "NameForm",
    "Office",
    "Overlap",
    "Part",
    "Ref",
    "Seen",
    "Sighting",
    "Step",
    "Told",
    "Trace",
    "Variant",
    "entity_keys",
    "event_keys",
    "join",
    "join_traces",
    "trace_of",
]
