"""The mentions of one article, in the order of the text, become actors."""

from mahdar.reading.coreference.bodies import join_body, join_group
from mahdar.reading.coreference.countries import fill_countries
from mahdar.reading.coreference.entities import SUPRANATIONAL, Cast, Entity, Roster, name_parts
from mahdar.reading.coreference.people import find_owner, join_named, join_unnamed
from mahdar.reading.coreference.pointing import resolve
from mahdar.reading.lexicon import Lexicon
from mahdar.reading.mentions import Mention
from mahdar.reading.text import Tokens


def cast_of(tokens: Tokens, mentions: list[Mention], lex: Lexicon, home: str | None, home_rule: str) -> Cast:
    """Who the mentions are; `home` is the state whose officials are named without saying whose they are."""
    roster = Roster(tokens, mentions, lex, home)
    firsts = [m.first for m in mentions]
    for mention in mentions:
        if mention.kind == "person" and mention.offices:
            find_owner(roster, firsts, mention)
    # Full names first: a surname or an office may come before the full name (headlines).
    for mention in mentions:
        if mention.kind == "person" and mention.name and len(name_parts(tokens, mention)) > 1:
            join_named(roster, mention)
    for mention in mentions:
        entity = roster.of_mention.get(mention.first)
        if entity is None:
            _join(roster, mention)
        elif isinstance(entity, Entity) and entity.kind == "person":
            roster.touch(entity)
    fill_countries(roster, home_rule)
    return Cast(roster.entities, roster.of_mention, home, home_rule)


def _join(roster: Roster, mention: Mention) -> None:
    kind = mention.kind
    if kind == "person":
        if mention.name:
            join_named(roster, mention)
        else:
            join_unnamed(roster, mention)
    elif kind == "organisation":
        join_body(roster, mention)
    elif kind == "group":
        join_group(roster, mention)
    elif kind == "country":
        if mention.country and mention.country not in SUPRANATIONAL:
            roster.of_mention[mention.first] = mention.country
    elif kind == "anaphor":
        resolve(roster, mention)
