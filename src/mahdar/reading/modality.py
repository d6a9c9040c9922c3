"""Words that say whether a thing happened, will happen, did not, or is only thought of (packs/ar/modality.toml)."""

from dataclasses import dataclass
from functools import cache

from mahdar.packs import table
from mahdar.reading.text import fold


@dataclass(frozen=True, slots=True)
class Modality:
    negation: frozenset[str]
    planned: frozenset[tuple[str, ...]]
    unreal: frozenset[str]
    denial: frozenset[str]
    turns: frozenset[tuple[str, ...]]
    margins: frozenset[str]


@cache
def modality() -> Modality:
    """The table, folded."""
    data = table("ar", "modality")

    def phrases(key: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(fold(w).split()) for w in data[key])

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(w) for w in data[key])

    return Modality(
        words("negation"), phrases("planned"), words("unreal"), words("denial"), phrases("turns"), words("margins")
    )
