"""Words that say whether a thing happened, will happen, did not, or is only thought of (packs/ar/modality.toml)."""

from dataclasses import dataclass
from functools import cache

from mahdar.packs import table
from mahdar.reading.text import fold


@dataclass(frozen=True, slots=True)
class Modality:
    negates_past: frozenset[str]  # before a verb of any tense
    negates_present: frozenset[str]
    future: frozenset[str]
    planned: dict[str, list[tuple[str, ...]]]  # first word -> phrases, the longest first
    unreal: frozenset[str]
    conditional: frozenset[str]
    denial: dict[str, list[tuple[str, ...]]]
    turns: frozenset[tuple[str, ...]]
    margins: frozenset[str]
    accepted: frozenset[str]
    accepting: frozenset[str]
    invitation: frozenset[str]
    inviting: frozenset[str]
    already: frozenset[str]
    ahead: frozenset[str]
    calling_off: frozenset[str]
    putting_off: frozenset[str]


@cache
def modality() -> Modality:
    """The table, folded."""
    data = table("ar", "modality")

    def by_first_word(key: str) -> dict[str, list[tuple[str, ...]]]:
        """A phrase may begin with و or ف."""
        out: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases(key), key=lambda p: (-len(p), p)):
            for first in (phrase[0], "و" + phrase[0], "ف" + phrase[0]):
                out.setdefault(first, []).append((first, *phrase[1:]))
        return out

    def phrases(key: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(fold(w).split()) for w in data[key])

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(w) for w in data[key])

    return Modality(
        words("negates_past"), words("negates_present"), words("future"), by_first_word("planned"), words("unreal"),
        words("conditional"), by_first_word("denial"), phrases("turns"), words("margins"), words("accepted"),
        words("accepting"), words("invitation"), words("inviting"), words("already"), words("ahead"),
        words("calling_off"), words("putting_off"),
    )  # fmt: skip
