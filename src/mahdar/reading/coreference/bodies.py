"""Bodies and groups joined: by their entry in the tables, by their words, by their head noun."""

from functools import lru_cache
from typing import Final

from mahdar.reading.coreference.entities import Entity, Roster
from mahdar.reading.coreference.joining import add_mention, new_entity
from mahdar.reading.lexicon import Body, BodyHead
from mahdar.reading.mentions import Mention
from mahdar.reading.text import fold

OF_A_STATE: Final = ("GOV", "LEG", "MIL", "JUD", "COP")
CANDIDATES: Final = 40  # groups, or bodies of one head noun, that a mention is compared with: keeps long texts linear


def join_body(roster: Roster, mention: Mention) -> None:
    """A body: one of those known, or a new one."""
    entity = _known_body(roster, mention)
    if entity is None:
        entity = new_entity(roster, "organisation", mention)
    else:
        add_mention(roster, entity, mention)
    for key in _keys(mention):
        bucket = roster.bodies.setdefault(key, [])
        if entity not in bucket[-CANDIDATES:]:
            bucket.append(entity)


def _keys(mention: Mention) -> tuple[str, ...]:
    """By what a body is found again: its name in the tables, and the nouns that it may be called by."""
    entry = mention.entry
    if isinstance(entry, Body):
        return (entry.name, *heads_of(mention))
    return heads_of(mention)


def _known_body(roster: Roster, mention: Mention) -> Entity | None:
    if isinstance(mention.entry, Body):
        known = roster.bodies.get(mention.entry.name)
        if known:
            return known[0]
    parts = words_of(roster, mention)
    bucket = [e for head in heads_of(mention)[:1] for e in roster.bodies.get(head, ())[-CANDIDATES:]]
    for entity in reversed(bucket):
        if isinstance(mention.entry, Body) and any(isinstance(m.entry, Body) for m in entity.mentions[:1]):
            continue
        state = entity.country or (roster.home if of_the_state(entity.mentions[0]) else None)
        if mention.country and state and mention.country != state:
            continue
        for other in entity.mentions[:6]:
            theirs = words_of(roster, other)
            if parts == theirs or (len(parts) > 1 and len(theirs) > 1 and (parts <= theirs or theirs <= parts)):
                return entity
    return None


def join_group(roster: Roster, mention: Mention) -> None:
    """A group: one of those known, or a new one."""
    parts = words_of(roster, mention)
    head = roster.tokens.words[mention.first].lstrip("بل").removeprefix("و").removeprefix("ال")
    for entity in reversed(roster.groups[-CANDIDATES:]):
        theirs = words_of(roster, entity.mentions[0])
        same = parts == theirs
        short = mention.det and len(parts) == 1 and any(w.startswith(head[:4]) for w in theirs)
        within = len(parts) > 1 and len(theirs) > 1 and (parts <= theirs or theirs <= parts)
        if same or short or within:
            add_mention(roster, entity, mention)
            return
    roster.groups.append(new_entity(roster, "group", mention))


def body_meant(roster: Roster, mention: Mention) -> Entity | None:
    """Which body 'الوزارة' is: of those before it, the one the article is about, named most and first."""
    fitting = [
        e for e in roster.bodies.get(_bare(mention.suffix), ())[:CANDIDATES]
        if e.mentions[0].first < mention.first
    ]  # fmt: skip
    return max(fitting, key=lambda e: (len(e.mentions), -e.mentions[0].first), default=None)


def of_the_state(mention: Mention) -> bool:
    """A ministry, an army, a court: it belongs to some state."""
    return isinstance(mention.entry, BodyHead) and mention.sector in OF_A_STATE


def heads_of(mention: Mention) -> tuple[str, ...]:
    """The nouns by which a body may be called again: الوزارة, المنظمة."""
    entry = mention.entry
    if isinstance(entry, Body):
        nouns = [word for word in entry.name.split() if not word.startswith("ال")]
        return tuple(dict.fromkeys(_bare(form) for form in (entry.name.split()[0], *nouns, *entry.short)))
    if isinstance(entry, BodyHead):
        return (_bare(entry.word),)
    return ("وزاره",) if mention.word == "ministry" else ()


@lru_cache(maxsize=5_000)
def _bare(name: str) -> str:
    return fold(name).removeprefix("ال")


def words_of(roster: Roster, mention: Mention) -> frozenset[str]:
    """The words of a body's or group's name, without article and proclitics."""
    found = roster.words_of.get(id(mention))
    if found is None:
        words = roster.tokens.words[mention.first : mention.last]
        found = roster.words_of[id(mention)] = frozenset(w.lstrip("بلو").removeprefix("ال") for w in words)
    return found
