"""Words that point back, or stand for a state: الجانبان, بلاده, المملكة, الحكومة العراقية (packs/ar/anaphors.toml)."""

from dataclasses import dataclass
from functools import cache

from mahdar.packs import table
from mahdar.reading.text import fold


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Who is called معاليه and the like: by the titles before his name, or by the beginning of his office's key."""

    titles: frozenset[str]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anaphors:
    own_country: frozenset[str]
    pair: frozenset[str]
    pair_countries: frozenset[str]
    each_of_two: dict[str, frozenset[str]]  # first word -> second: كل | منهما
    side: frozenset[str]
    government: frozenset[str]
    government_kinds: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    realm: dict[str, list[str]]
    person_nouns: frozenset[str]
    masculine_states: frozenset[str]
    courtesies: dict[str, Courtesy]  # by stand-in


@cache
def anaphors() -> Anaphors:
    """The table of words that point back, folded."""
    data = table("ar", "anaphors")

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(w) for w in data[key])

    courtesies = {
        fold(word): Courtesy(frozenset(fold(t) for t in row["titles"]), tuple(fold(o) for o in row["offices"]))
        for row in data["courtesy"]
        for word in row["stand_ins"]
    }
    kinds: dict[str, tuple[tuple[str, ...], ...]] = {}
    for kind in sorted((tuple(fold(w).split()) for w in data["government_kinds"]["words"]), key=len, reverse=True):
        kinds[kind[0]] = (*kinds.get(kind[0], ()), kind)
    return Anaphors(
        words("own_country"), words("pair"), words("pair_countries"),
        {fold(k): frozenset(fold(w) for w in v) for k, v in data["each_of_two"].items()},
        words("side"), words("government"), kinds,
        {fold(k): v for k, v in data["realm"].items()}, frozenset(fold(w) for w in data["person_nouns"]["words"]),
        frozenset(data["masculine_states"]), courtesies,
    )  # fmt: skip


@cache
def pointing_words() -> frozenset[str]:
    """Every word that begins a mention by pointing."""
    ana = anaphors()
    return frozenset().union(
        ana.own_country, ana.pair, ana.pair_countries, ana.each_of_two, ana.side, ana.government, ana.realm,
        ana.person_nouns, {"الخارجيه", "الداخليه"},
    )  # fmt: skip
