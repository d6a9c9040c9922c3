"""A mention becomes part of an actor, new or known."""

from mahdar.reading.coreference.entities import Entity, Roster, name_parts
from mahdar.reading.coreference.offices import key_of
from mahdar.reading.mentions import Mention


def new_entity(roster: Roster, kind: str, mention: Mention) -> Entity:
    """An actor named for the first time."""
    entity = Entity(f"a{len(roster.entities) + 1}", kind)
    roster.entities.append(entity)
    of_kind = {"person": roster.people, "organisation": roster.bodies}.get(kind, roster.groups)
    of_kind.append(entity)
    add_mention(roster, entity, mention)
    return entity


def add_mention(roster: Roster, entity: Entity, mention: Mention) -> None:
    """Give a mention to an actor, with what it says of office, country, sector, gender and name."""
    entity.mentions.append(mention)
    roster.of_mention[mention.first] = entity
    entity.offices.extend(mention.offices)
    for office in mention.offices:
        bucket = roster.by_head.setdefault(key_of(roster, office)[0], [])
        if entity not in bucket[-1:]:
            bucket.append(entity)
    entity.gender = entity.gender or mention.gender
    if mention.country and entity.country is None:
        entity.country, entity.country_at = mention.country, mention.country_at
    if mention.sector and entity.sector is None:
        entity.sector, entity.sector_at = mention.sector, mention.sector_at
    if mention.name:
        _add_name(roster, entity, mention)
    for code in mention.countries:
        if code not in entity.countries:
            entity.countries.append(code)
    if entity.kind == "person":
        roster.touch(entity)


def _add_name(roster: Roster, entity: Entity, mention: Mention) -> None:
    parts = name_parts(roster.tokens, mention)
    if parts in entity.names:
        return
    entity.names.append(parts)
    for part in parts:
        bucket = roster.by_part.setdefault(part, [])
        if entity not in bucket:
            bucket.append(entity)
