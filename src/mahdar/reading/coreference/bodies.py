"""Bodies and groups joined: by their entry in the tables, by their words, by their head noun."""

from mahdar.reading.coreference.entities import Entity, Roster
from mahdar.reading.coreference.joining import add_mention, new_entity
from mahdar.reading.lexicon import Body, BodyHead
from mahdar.reading.mentions import Mention
from mahdar.reading.text import fold


def join_body(roster: Roster, mention: Mention) -> None:
    """A body: one of those known, or a new one."""
    entry = mention.entry
    key = entry.name if isinstance(entry, Body) else None
    parts = _words(roster, mention)
    for entity in reversed(roster.bodies):
        for other in entity.mentions[:6]:
            if key is not None and isinstance(other.entry, Body) and other.entry.name == key:
                add_mention(roster, entity, mention)
                return
            if key is None and not isinstance(other.entry, Body) and other.kind == "organisation":
                if mention.country and entity.country and mention.country != entity.country:
                    continue
                theirs = _words(roster, other)
                if parts == theirs or (len(parts) > 1 and len(theirs) > 1 and (parts <= theirs or theirs <= parts)):
                    add_mention(roster, entity, mention)
                    return
    new_entity(roster, "organisation", mention)


def join_group(roster: Roster, mention: Mention) -> None:
    """A group: one of those known, or a new one."""
    parts = _words(roster, mention)
    head = roster.tokens.words[mention.first].lstrip("بل").removeprefix("و").removeprefix("ال")
    for entity in reversed(roster.groups):
        theirs = _words(roster, entity.mentions[0])
        same = parts == theirs
        short = mention.det and len(parts) == 1 and any(w.startswith(head[:4]) for w in theirs)
        within = len(parts) > 1 and len(theirs) > 1 and (parts <= theirs or theirs <= parts)
        if same or short or within:
            add_mention(roster, entity, mention)
            return
    new_entity(roster, "group", mention)


def body_meant(roster: Roster, mention: Mention) -> Entity | None:
    """Which body 'الوزارة' is: of those before it, the one the article is about, named most and first."""
    fitting = [
        e for e in roster.bodies if e.mentions[0].first < mention.first and _same_head(e, mention.suffix)
    ]  # fmt: skip
    return max(fitting, key=lambda e: (len(e.mentions), -e.mentions[0].first), default=None)


def _same_head(entity: Entity, head: str) -> bool:
    first = entity.mentions[0]
    if isinstance(first.entry, Body):
        plain = head.removeprefix("ال")
        shorts = {fold(s).removeprefix("ال") for s in first.entry.short}
        return plain in shorts or fold(first.entry.name).split()[0].removeprefix("ال") == plain
    if isinstance(first.entry, BodyHead):
        return fold(first.entry.word) == head
    return first.word == "ministry" and head == "وزاره"


def _words(roster: Roster, mention: Mention) -> frozenset[str]:
    """The words of a body's or group's name, without article and proclitics."""
    return frozenset(w.lstrip("بلو").removeprefix("ال") for w in roster.tokens.words[mention.first : mention.last])
