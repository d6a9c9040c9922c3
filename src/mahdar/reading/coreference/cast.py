"""The mentions of one article become actors."""

from mahdar.reading.coreference.bodies import join_group
from mahdar.reading.coreference.countries import fill_countries
from mahdar.reading.coreference.entities import SUPRANATIONAL, Cast, Entity, Roster
from mahdar.reading.coreference.people import join_named, join_unnamed
from mahdar.reading.coreference.pointing import resolve
from mahdar.reading.coreference.sides import countries_by_place
from mahdar.reading.lexicon import Lexicon
from mahdar.reading.mentions import Mention, name_parts
from mahdar.reading.text import Tokens


def cast_of(tokens: Tokens, mentions: list[Mention], lex: Lexicon, home: str | None, home_rule: str) -> Cast:
    """Who the mentions are; `home` is the state whose officials are named without saying whose they are."""
    roster = Roster(tokens, mentions, lex, home, breaks=[k for k, word in enumerate(tokens.words) if word == "\n"])
    # Bodies first: an office may be one of 'the ministry'. Then full names: a surname or an office may come before
    # the full name (headlines). Then everything that is left, in the order of the text.
    countries_by_place(roster)
    for mention in mentions:
        if mention.kind == "person" and mention.name and len(name_parts(tokens.words, mention)) > 1:
            join_named(roster, mention)
    for mention in mentions:
        if mention.first not in roster.of_mention:
            _join(roster, mention)
        entity = roster.of_mention.get(mention.first)
        if isinstance(entity, Entity) and entity.kind == "person":
            roster.touch(entity, mention.first)
    fill_countries(roster, home_rule)
    _number(roster.entities)
    return Cast(roster.entities, roster.of_mention, home, home_rule)


def _join(roster: Roster, mention: Mention) -> None:
    kind = mention.kind
    if kind == "person":
        if mention.name:
            join_named(roster, mention)
        else:
            join_unnamed(roster, mention)
    elif kind == "group":
        join_group(roster, mention)
    elif kind == "country":
        if mention.country and mention.country not in SUPRANATIONAL:
            roster.of_mention[mention.first] = mention.country
    elif kind == "anaphor":
        resolve(roster, mention)


def _number(entities: list[Entity]) -> None:
    """Actors and their mentions stand in the order of the text."""
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.first)
    entities.sort(key=lambda e: e.mentions[0].first)
    for number, entity in enumerate(entities, 1):
        entity.id = f"a{number}"
