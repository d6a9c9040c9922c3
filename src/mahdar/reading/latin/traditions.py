"""Traditions of spelling: how the people of some countries write their names in Latin letters (packs/ar/latin.toml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.reading.latin.words import Speller, pairs, speller

Affixes = tuple[tuple[str, str], ...]
"""(Arabic, folded; Latin) of what is written on to names."""


@dataclass(frozen=True, slots=True, eq=False)
class Tradition:
    """A way of spelling: the names and parts of names that are known, and what is done with others."""

    known: dict[str, str]  # folded name -> its spelling
    begins: frozenset[str]  # the first words of those that have several
    arab: frozenset[str]  # those that Arabs bear
    article: str
    servant: str
    prefixes: Affixes
    suffixes: Affixes
    words: str
    speller: Speller


class _Group(NamedTuple):
    """One list of names by their folded Arabic; those of several words also written as one."""

    known: dict[str, str]
    shared: dict[str, str]  # those that other traditions may spell so too


@cache
def tradition_of(country: str | None) -> Tradition:
    """The tradition of a country; for those of no known one every list counts, the Arab one first."""
    rows = _rows()
    row = next((row for row in rows if country in row["countries"]), None)
    return _tradition(row["id"] if row else "")


@cache
def article() -> str:
    """The Arabic article, as it is written on to words."""
    return str(table("ar", "latin")["article"])


@cache
def servant() -> str:
    """The word before a name of God that makes a man's name of it."""
    return fold_letters(table("ar", "latin")["servant"])


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table("ar", "latin")["tradition"]
    return rows


@cache
def _tradition(name: str) -> Tradition:
    data = table("ar", "latin")
    first = _rows()[0]
    row = next((row for row in _rows() if row["id"] == name), first | {"words": ""})
    groups = _groups()
    known: dict[str, str] = {}
    for group in reversed(groups.values()):
        known.update(group.shared)
    for listed in reversed(row["names"]):
        known.update(groups[listed].known)
    return Tradition(
        known,
        frozenset(key.partition(" ")[0] for key in known if " " in key),
        frozenset(groups[_arab_list()].known),
        row.get("article", first["article"]),
        row.get("servant", first["servant"]),
        _affixes(row.get("prefixes", data["prefixes"])),
        _affixes(data["suffixes"]),
        row.get("words", ""),
        speller(row),
    )


def _affixes(rows: Iterable[str]) -> Affixes:
    return tuple((fold_letters(arabic), latin) for arabic, latin in pairs(rows))


@cache
def _groups() -> dict[str, _Group]:
    """The lists of names.

    What is made of Arab parts only (عبد العزيز, الحسين) is spelt in other traditions as they spell the parts.
    """
    lists = table("ar", "latin")["names"]
    arab = {form for arabic, _ in _affixes(lists[_arab_list()]) for form in arabic.split("، ")} | {servant()}
    groups = {}
    for name, rows in lists.items():
        group = groups[name] = _Group({}, {})
        for arabic, latin in _affixes(rows):
            for form in arabic.split("، "):
                words = form.split(" ")
                plain = [word.removeprefix(article()) for word in words]
                parts = all(w in arab or p in arab for w, p in zip(words, plain, strict=True))
                local = parts and form not in plain and name != _arab_list()
                for key in (form, "".join(words)):
                    group.known.setdefault(key, latin)
                    if not local:
                        group.shared.setdefault(key, latin)
    return groups


def _arab_list() -> str:
    """The list of the names that Arabs bear: the first tradition's."""
    return str(_rows()[0]["names"][0])
