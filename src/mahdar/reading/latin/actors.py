"""The Latin form of an actor, and where it is from."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from mahdar.ontology import COUNTRIES
from mahdar.packs import table
from mahdar.reading.coreference import Entity
from mahdar.reading.entries import Body
from mahdar.reading.latin.names import latin_name
from mahdar.reading.text import Tokens
from mahdar.record import Span

ALIKE = 50  # per cent: what stands in brackets is the name if it is spelt that much like it

_SPACES = re.compile(r"\s+")
_BRACKET = re.compile(r"[»”\"]?\s?[(\[]\s*([A-Z][^()\[\]\n\u0600-\u06ff]{1,60}?)\s*[)\]]")


class Latin(NamedTuple):
    """A Latin form, and where it is from: a span of the text or a rule."""

    form: str
    at: Span | None = None
    rule: str = ""


def latin_of(entity: Entity, name: str, tokens: Tokens) -> Latin | None:
    """The Latin form of an actor whose name in the record is `name`.

    None rather than one that would mislead: an office and a description are no names.
    """
    if entity.kind == "person":
        ends = [m.name[1] for m in entity.mentions if m.name]
        return _person(name, entity.country, tokens, ends) if ends else None
    if entity.kind == "organisation":
        for mention in entity.mentions:
            if isinstance(mention.entry, Body):
                return Latin(mention.entry.english, rule="table:bodies")
        named = _bracketed(tokens, [m.last for m in entity.mentions])
        return next((Latin(spelt, span) for spelt, span in named), None)
    if entity.kind == "country" and entity.country in COUNTRIES:
        return Latin(COUNTRIES[entity.country], rule="table:countries")
    return None


def _person(name: str, country: str | None, tokens: Tokens, ends: list[int]) -> Latin:
    """A person's, as the article has it in brackets, else as the tables and the romanisation have it."""
    form, rule = latin_name(name, country)
    for spelt, span in _bracketed(tokens, ends):
        if ratio(_plain(spelt), form.lower()) >= ALIKE:
            return Latin(spelt, span)
    return Latin(form, rule=rule)


def _bracketed(tokens: Tokens, ends: Iterable[int]) -> Iterable[tuple[str, Span]]:
    """What stands in brackets in Latin letters before these tokens, but for the names of those who took a picture."""
    for end in ends:
        found = _BRACKET.match(tokens.text, tokens.ends[end - 1])
        if found and found[1] not in _credits():
            yield _SPACES.sub(" ", found[1]), Span(*found.span(1))


@cache
def _credits() -> frozenset[str]:
    return frozenset(table("ar", "latin")["credits"])


def _plain(text: str) -> str:
    """In lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
