"""A mention becomes part of an actor, new or known."""

from mahdar.reading.coreference.entities import Entity, Roster
from mahdar.reading.coreference.offices import key_of, same_kind
from mahdar.reading.mentions import Mention, OfficePhrase, name_parts


def new_entity(roster: Roster, kind: str, mention: Mention) -> Entity:
    """An actor named for the first time."""
    entity = Entity(f"a{len(roster.entities) + 1}", kind)
    roster.entities.append(entity)
    add_mention(roster, entity, mention)
    return entity


def add_mention(roster: Roster, entity: Entity, mention: Mention) -> None:
    """Give a mention to an actor, with what it says of office, country, sector, gender and name."""
    entity.mentions.append(mention)
    roster.of_mention[mention.first] = entity
    for office in mention.offices:
        _add_office(roster, entity, office)
    entity.titles.update(mention.titles)
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
        state = roster.state_of(entity)
        if state:
            _file(roster.by_state, state, entity)


def _add_office(roster: Roster, entity: Entity, office: OfficePhrase) -> None:
    if not any(same_kind(roster, office, held) for held in entity.offices):
        entity.offices.append(office)
        _file(roster.by_head, key_of(roster, office)[0], entity)


def _add_name(roster: Roster, entity: Entity, mention: Mention) -> None:
    parts = name_parts(roster.tokens.words, mention)
    if parts not in entity.names:
        entity.names.append(parts)
        for part in dict.fromkeys((*parts, " ".join(parts))):
            _file(roster.by_part, part, entity)


def _file(index: dict[str, list[Entity]], key: str, entity: Entity) -> None:
    bucket = index.setdefault(key, [])
    if entity not in bucket[-1:]:
        bucket.append(entity)
