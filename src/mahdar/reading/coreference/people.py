"""People joined: by name, by office, as somebody's counterpart."""

from bisect import bisect_left

from mahdar.reading.coreference.entities import Entity, Roster, name_parts
from mahdar.reading.coreference.joining import add_mention, new_entity
from mahdar.reading.coreference.names import same_name
from mahdar.reading.coreference.offices import CANDIDATES, key_of, same_office
from mahdar.reading.mentions import Mention

FEW = 60  # people up to which a name in another spelling is looked for among all


def join_named(roster: Roster, mention: Mention) -> None:
    """A person with a name: one of those known, or a new one."""
    parts = name_parts(roster.tokens, mention)
    candidates: list[Entity] = []
    for part in parts:
        for entity in roster.by_part.get(part, ()):
            if entity not in candidates:
                candidates.append(entity)
    if not candidates and len(roster.people) <= FEW:
        candidates = roster.people
    best: Entity | None = None
    best_score = 0.0
    order = {id(e): n for n, e in enumerate(roster.recent)}
    for entity in candidates:
        if not _agree(entity, mention):
            continue
        score = max((same_name(parts, other) for other in entity.names), default=0.0)
        if score > 0:
            score += 0.001 * order.get(id(entity), 0)
        if score > best_score:
            best, best_score = entity, score
    if best is not None:
        add_mention(roster, best, mention)
        return
    if mention.surname:
        return
    known = _bearer(roster, mention) if mention.offices or mention.counterpart else None
    if known is not None and not known.names:
        add_mention(roster, known, mention)
    else:
        new_entity(roster, "person", mention)


def join_unnamed(roster: Roster, mention: Mention) -> None:
    """A person by office or nationality only: the bearer named before, or a new one."""
    entity = _bearer(roster, mention)
    if entity is not None:
        add_mention(roster, entity, mention)
        return
    if not mention.offices:
        if mention.country:
            new_entity(roster, "person", mention)
        return
    phrase = mention.offices[0]
    if phrase.suffix and not mention.country and not phrase.posted and phrase.last - phrase.first < 2:
        return  # سفيره: an official of somebody the text has not named
    new_entity(roster, "person", mention)


def find_owner(roster: Roster, firsts: list[int], mention: Mention) -> None:
    """سفيرها, المتحدث باسمها: an office whose state is that of the body or state named before it."""
    phrase = next((o for o in mention.offices if o.suffix and not o.country), None)
    if phrase is None or mention.country:
        return
    k = bisect_left(firsts, mention.first)
    for other in reversed(roster.mentions[max(0, k - 8) : k]):
        known = roster.of_mention.get(other.first)
        code = other.country or (known.country if isinstance(known, Entity) else known)
        if other.kind in ("country", "organisation") or (other.kind == "person" and phrase.suffix == "ه"):
            if code:
                mention.country, mention.country_at = code, other.country_at or (other.first, other.last)
                return


def _agree(entity: Entity, mention: Mention) -> bool:
    if not entity.fits_gender(mention.gender):
        return False
    return not (entity.country and mention.country and entity.country != mention.country and mention.offices)


def _bearer(roster: Roster, mention: Mention) -> Entity | None:
    """Who of those named so far bears the office (or is the counterpart, by nationality)."""
    if mention.counterpart:
        return _counterpart(roster, mention)
    if not mention.offices:
        return None
    seen: set[int] = set()
    heads = {key_of(roster, asked)[0] for asked in mention.offices}
    elsewhere = [e for head in heads for e in roster.by_head.get(head, ())[:CANDIDATES]]
    for entity in [*reversed(roster.recent), *elsewhere]:
        if id(entity) in seen:
            continue
        seen.add(id(entity))
        if not entity.fits_gender(mention.gender):
            continue
        if any(same_office(roster, entity, held, asked) for asked in mention.offices for held in entity.offices):
            if entity.names and mention.name:
                continue
            return entity
    # وزيرا خارجية البلدين، البحريني راشد الجودر والإيراني ...: known by name and nationality only
    asked = mention.offices[0]
    if asked.country and not mention.name and not asked.deputy:
        for entity in roster.people:
            if (
                entity.names
                and not entity.offices
                and entity.country == asked.country
                and entity.fits_gender(mention.gender)
            ):
                return entity
    return None


def _counterpart(roster: Roster, mention: Mention) -> Entity | None:
    """نظيره المصري: the official of that state; نظيرته alone: the other side named before."""
    for entity in reversed(roster.recent):
        if mention.country and entity.country == mention.country and entity.fits_gender(mention.gender):
            return entity
    if mention.country is None:
        others = (e for e in reversed(roster.recent) if e.country and e.country != roster.home)
        return next((e for e in others if e.fits_gender(mention.gender)), None)
    for entity in roster.people[:CANDIDATES]:
        if entity.country == mention.country and entity.fits_gender(mention.gender) and not entity.posted_abroad:
            return entity
    return None
