"""Offices as keys that articles share: وزيرة الخارجية والمغتربين الفلسطينية and وزير الشؤون الخارجية are "وزير خارجيه".

A role is read with the phrases of the reading, so that what an office is stands in one place, packs/ar/offices.toml.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.reading.coreference.entities import Roster
from mahdar.reading.coreference.offices import key_of
from mahdar.reading.lexicon import Body, lexicon
from mahdar.reading.mentions import OfficePhrase
from mahdar.reading.phrases import scan_text
from mahdar.reading.text import tokenise

LONGEST = 400  # characters of a role that are read


class Role(NamedTuple):
    """What a description of somebody says."""

    offices: tuple[str, ...]  # keys, in the order of the text, each once
    alone: bool  # whether it is an office from its first word on, and has no name in it


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_plain(row) for row in table("ar", "joining")[key])


@cache
def _never_together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(_plain, pair)) for pair in table("ar", "joining")["never_together"])


def _plain(phrase: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold_letters(phrase).split())


@lru_cache(maxsize=20_000)
def role_of(text: str) -> Role:
    """The offices that a description names."""
    text = text[:LONGEST]
    lex = lexicon()
    tokens = tokenise(text)
    mentions = scan_text(tokens, [lex.look(word) for word in tokens.words], lex)
    roster = Roster(tokens, mentions, lex, None)
    phrases = [phrase for mention in mentions for phrase in mention.offices]
    keys = dict.fromkeys(_key(roster, phrase) for phrase in phrases)
    named = any(mention.kind == "person" and mention.name for mention in mentions)
    return Role(tuple(keys), not named and any(phrase.first == 0 for phrase in phrases))


def _key(roster: Roster, phrase: OfficePhrase) -> str:
    words = " ".join(key_of(roster, phrase)).split()
    if phrase.office.takes == "portfolio" and phrase.portfolio:
        # a ministry gains and loses fields with every government: the first tells which it is
        head = " ".join(key_of(roster, phrase)[:1]).split()
        words = words[: len(head) + (2 if phrase.deputy else 1)]
    text = " ".join(words)
    for many, plain in roster.lex.same_offices:
        if text.endswith(" " + many):
            text = text.removesuffix(many) + plain
    body = phrase.body.entry if phrase.body else None
    if isinstance(body, Body):
        text += f" of {fold_letters(body.name)}"
    if phrase.posted:
        text += f"@{phrase.posted}"
    return f"former {text}" if phrase.former else text


@lru_cache(maxsize=10_000)
def one_holder(office: str) -> bool:
    """Whether one person holds an office at a time, in one state or body."""
    plain, _, abroad = office.partition(" of ")[0].partition("@")
    if plain in _words("one_holder_abroad" if abroad else "one_holder"):
        return True
    heads = _heads_of(plain)
    if any(head in _words("several_holders") for head in heads):
        return False
    return len(heads) > 1 and any(head in _words("one_holder_of_a_field") for head in heads)


def together(one: str, other: str) -> bool:
    """Whether one person may hold two offices at the same time."""
    return one == other or all(frozenset((a, b)) not in _never_together() for a in _heads(one) for b in _heads(other))


@lru_cache(maxsize=10_000)
def _heads_of(office: str) -> tuple[str, ...]:
    words = office.partition("@")[0].split()
    return tuple(" ".join(words[:n]) for n in range(1, len(words) + 1))


def _heads(office: str) -> Iterator[str]:
    """The longest beginning of an office that the table names: of رئيس وزراء not رئيس."""
    known = {head for pair in _never_together() for head in pair}
    fitting = [head for head in _heads_of(office) if head in known]
    return iter(fitting[-1:])
