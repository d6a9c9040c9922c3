"""Outlets: whose account an article is, by its address or by the name of its source (packs/ar/outlets.toml)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.packs.store import kept

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ARABIC = re.compile("[ء-ي]")
_ADDRESS = re.compile(r"[\w.-]+\.[a-z]{2,}(/\S*)?", re.ASCII | re.IGNORECASE)
_APART = re.compile(r"\s[-–—|/:]+\s|[()\[\]،,|«»\"]")
_LONGEST = 200  # characters of a name


class Outlet(NamedTuple):
    """One row of the table: `country` is an ISO 3166 alpha-3 or PLOVER code, `kind` one of ontology's OUTLET_KINDS."""

    id: str
    name: str
    country: str
    kind: str


def outlet_of(url: str | None, source: str | None) -> Outlet | None:
    """Whose account an article is: by its address, else by the name of its source as it is written."""
    return (outlet_at(url) if url else None) or (outlet_called(source) if source else None)


def outlet_at(url: str) -> Outlet | None:
    """The outlet on whose site, or on a site below it, an address is."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").rstrip(".") if parts.scheme in ("", "http", "https") else ""
    except ValueError:
        return None
    while "." in host:
        if host in _domains():
            return _outlets()[_domains()[host]]
        host = host.partition(".")[2]
    return None


def outlet_called(name: str) -> Outlet | None:
    """The outlet of a name: in Arabic or Latin letters, short or long, with its kind of outlet or without, or a site.

    None for a name that nobody has, and for one that several have, unless a nationality tells which.
    """
    return _called(name.strip()[:_LONGEST])


@lru_cache(maxsize=4096)
def _called(name: str) -> Outlet | None:
    if _ADDRESS.fullmatch(name.removeprefix("https://").removeprefix("http://")):
        return outlet_at(name)
    found = _named(name)
    if found is None:  # وكالة الأنباء السعودية (واس): its parts, if they agree; but الرياض behind a name is the town
        pieces = [piece for piece in _APART.split(name) if _key(piece) not in _places()]
        parts = {part for piece in pieces if (part := _named(piece)) is not None}
        found = parts.pop() if len(parts) == 1 else None
    return found


def outlet_signed(words: list[str]) -> Outlet | None:
    """The agency whose sign or name some words are: واس, أ . ف . ب, AFP."""
    found = _signs().get(_sign(words))
    return None if found is None else _outlets()[found]


LONGEST_SIGN = 8
"""The most words, each full stop one, that a sign has."""
LETTERS = 2
"""The most letters that a piece of an abbreviation has: أ ف ب, أف ب."""


@cache
def sign_heads() -> frozenset[str]:
    """The first words of all signs but those written letter by letter, in small letters."""
    return frozenset(sign.partition(" ")[0] for sign in _signs())


def _named(name: str) -> Outlet | None:
    whole, bare = _names()
    words = _key(name)
    candidates = whole.get(words) or (None if _places().get(words) else bare.get(words))  # المغرب is the state
    if not candidates and " " in words:
        rest, _, last = words.rpartition(" ")
        states = _nationalities().get(last, ())
        candidates = [n for n in whole.get(rest) or bare.get(rest) or () if _outlets()[n].country in states]
    return _outlets()[candidates[0]] if candidates and len(candidates) == 1 else None


def _key(name: str) -> str:
    """A name as it is compared: folded, no signs, one word for a kind of outlet, Latin letters without blanks."""
    name = fold_letters(name).lower()
    if not _ARABIC.search(name):
        plain = unicodedata.normalize("NFKD", name)
        return "".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
    words = " ".join(_WORD.findall(name))
    for head, usual in _heads():
        if words.startswith(head):
            return usual + words[len(head) :]
    return words


def _sign(words: Iterable[str]) -> str:
    """A sign as it is compared: أ ف ب, أ.ف.ب and أف ب are one; words remain apart."""
    parts = [word for word in words if word != "."]
    return ("" if all(len(part) <= LETTERS for part in parts) else " ").join(parts).lower()


@cache
def _outlets() -> list[Outlet]:
    return [Outlet(row["id"], row["name"], row["country"], row["kind"]) for row in table("ar", "outlets")["outlet"]]


@cache
def _heads() -> list[tuple[str, str]]:
    """Each word for a kind of outlet, the longest first, and the usual one of its kind."""
    pairs = [(_folded(word), _folded(kind[0])) for kind in table("ar", "outlets")["heads"] for word in kind]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _folded(word: str) -> str:
    return fold_letters(word) + " "


@cache
def _index() -> dict[str, dict[str, Any]]:
    return kept("ar", "outlets", _indexed)


def _indexed() -> dict[str, dict[str, Any]]:
    """Rows of the table by all that they are found by."""
    whole: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    signs: dict[str, int] = {}
    domains: dict[str, int] = {}
    for number, row in enumerate(table("ar", "outlets")["outlet"]):
        codes = row.get("codes", [])
        for name in (row["name"], *row.get("forms", ()), *codes, *row["latin"]):
            words = _key(name)
            _file(whole, words, number)
            for _, usual in _heads():
                if words.startswith(usual):
                    _file(bare, words[len(usual) :], number)
        if codes or row["kind"] in ("agency", "state-agency"):
            for name in (row["name"], *row.get("forms", ()), *codes, *row["latin"]):
                signs[_sign(fold_letters(name).split())] = number
        for domain in row.get("domains", ()):
            domains[domain] = number
    return {"whole": whole, "bare": bare, "signs": signs, "domains": domains, "places": _states_and_towns()}


def _states_and_towns() -> dict[str, bool]:
    """States (true) and towns (false) by name."""
    found = {_key(town): False for row in table("ar", "places")["place"] for town in row["cities"]}
    for row in table("ar", "countries")["country"]:
        found |= {_key(town): False for town in row["capital"]}
    for row in table("ar", "countries")["country"]:
        found |= {_key(name): True for name in (row["short"], *row["forms"])}
    return found


def _file(index: dict[str, list[int]], words: str, number: int) -> None:
    numbers = index.setdefault(words, [])
    if number not in numbers:
        numbers.append(number)


def _names() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    return _index()["whole"], _index()["bare"]


def _signs() -> dict[str, int]:
    return _index()["signs"]


def _domains() -> dict[str, int]:
    return _index()["domains"]


def _places() -> dict[str, bool]:
    return _index()["places"]


@cache
def _nationalities() -> dict[str, frozenset[str]]:
    """السعودية, السعودي: the states that an adjective behind a name may mean."""
    found: dict[str, set[str]] = {}
    for row in table("ar", "countries")["country"]:
        for adjective in _adjectives(row["nisba"]):
            found.setdefault(adjective, set()).add(row["code"])
    return {adjective: frozenset(codes) for adjective, codes in found.items()}


def _adjectives(nisbas: list[str]) -> Iterator[str]:
    for nisba in nisbas:
        masculine = fold_letters(f"ال{nisba}")
        yield from (masculine, fold_letters(f"{masculine}ة"))
