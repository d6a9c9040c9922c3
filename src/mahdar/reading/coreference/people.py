"""People joined: by name, by office, as somebody's counterpart."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from mahdar.reading.coreference.entities import Entity, Roster, posted
from mahdar.reading.coreference.joining import add_mention, new_entity
from mahdar.reading.coreference.names import same_name
from mahdar.reading.coreference.offices import bears, is_title, key_of
from mahdar.reading.mentions import Mention, OfficePhrase, name_parts
from mahdar.reading.phrases.words import WHO_IS

CANDIDATES: Final = 40  # people of one name, office or state that a mention is compared with: keeps long texts linear


def join_named(roster: Roster, mention: Mention) -> None:
    """A person with a name: one of those known, or a new one."""
    parts = name_parts(roster.tokens.words, mention)
    best: Entity | None = None
    best_score = 0.0
    for entity in _of_name(roster, parts):
        if not _agree(entity, mention):
            continue
        score = max((same_name(parts, other) for other in entity.names), default=0.0)
        if score > best_score:
            best, best_score = entity, score
    if best is None and not mention.surname:
        best = _unnamed_bearer(roster, mention)
        if best is None:
            new_entity(roster, "person", mention)
            return
    if best is not None:
        add_mention(roster, best, mention)


def join_unnamed(roster: Roster, mention: Mention) -> None:
    """A person by office or nationality only: the bearer named before, or a new one."""
    entity = _bearer(roster, mention)
    if entity is not None:
        add_mention(roster, entity, mention)
    elif mention.offices:
        phrase = mention.offices[0]
        # سفيره: an official of somebody the text has not named
        if not (phrase.suffix and not mention.country and not phrase.posted and phrase.last - phrase.first < 2):
            new_entity(roster, "person", mention)
    elif mention.country:
        new_entity(roster, "person", mention)


def _of_name(roster: Roster, parts: tuple[str, ...]) -> Iterator[Entity]:
    """People who share a part of a name, the last named first; if nobody does, those whose name may be respelt."""
    buckets = [roster.by_part[p] for p in (" ".join(parts), *parts) if p in roster.by_part]
    if not buckets:
        lately = (e for e in reversed(roster.recent.values()) if e.names)
        return _distinct(lately, islice(reversed(roster.entities), CANDIDATES))
    sharing = list(_distinct(*(bucket[-CANDIDATES:] for bucket in buckets)))
    sharing.sort(key=lambda e: -roster.last_at.get(e.id, -1))
    return iter(sharing)


def _distinct(*several: Iterable[Entity]) -> Iterator[Entity]:
    seen: set[str] = set()
    for entity in chain(*several):
        if entity.kind == "person" and entity.id not in seen:
            seen.add(entity.id)
            yield entity


def _agree(entity: Entity, mention: Mention) -> bool:
    if not entity.fits_gender(mention.gender):
        return False
    return not (entity.country and mention.country and entity.country != mention.country and mention.offices)


def _unnamed_bearer(roster: Roster, mention: Mention) -> Entity | None:
    """Whoever was named by office only, and has got a name now."""
    known = _bearer(roster, mention) if mention.offices or mention.counterpart else None
    return known if known is not None and not known.names else None


def _bearer(roster: Roster, mention: Mention) -> Entity | None:
    """Who bears the office, or is the counterpart."""
    if mention.counterpart:
        return _counterpart(roster, mention)
    if roster.tokens.words[mention.first - 1] in WHO_IS and mention.first and roster.recent:
        return next(reversed(roster.recent.values()))  # وقال قاو، وهو أيضا عضو المكتب السياسي
    best: Entity | None = None
    best_fit = (0, 0)
    for asked in mention.offices:
        for entity in _of_office(roster, asked):
            if not entity.fits_gender(mention.gender) or (mention.name and entity.names):
                continue
            if mention.country and roster.state_of(entity) not in (None, mention.country):
                continue  # سفيرها: of the state named before
            fit = bears(roster, entity, asked)
            if fit:
                at_hand = _at_hand(roster, entity, mention, asked)
                # the minister, without more: who is at hand counts for more than how he was called before
                rank = (at_hand, fit) if is_title(roster, asked) else (fit, at_hand)
                if rank > best_fit:
                    best, best_fit = entity, rank
    if best is None and mention.offices and mention.country and not mention.name and not mention.offices[0].deputy:
        # وزيرا خارجية البلدين، البحريني راشد الجودر والإيراني ...: known by name and nationality only
        for entity in roster.by_state.get(mention.country, ())[:CANDIDATES]:
            if entity.names and not entity.offices and entity.fits_gender(mention.gender):
                if _may_bear(roster, entity, mention):
                    return entity
    return best


def _may_bear(roster: Roster, entity: Entity, mention: Mention) -> bool:
    """Whether somebody named without an office may have this one: a minister's counterpart is no president."""
    if not any(m.counterpart for m in entity.mentions):
        return True
    heads = {key[0] for key in _heads_of_others(roster, roster.entities, mention.country or "")}
    return not heads or any(key_of(roster, office)[0] in heads for office in mention.offices)


def _of_office(roster: Roster, asked: OfficePhrase) -> Iterator[Entity]:
    """People with an office of this head: those read so far, the last named first; then those who come later."""
    head = key_of(roster, asked)[0]
    if head not in roster.by_head:
        return iter(())
    lately = (
        e for e in reversed(roster.recent.values()) if any(key_of(roster, held)[0] == head for held in e.offices)
    )  # fmt: skip
    return _distinct(lately, roster.by_head.get(head, ())[:CANDIDATES])


def _at_hand(roster: Roster, entity: Entity, mention: Mention, asked: OfficePhrase) -> int:
    """Which of two ministers 'the minister' is: the home state's, unless another is being spoken of."""
    if asked.country or mention.country or posted(asked):
        return 1
    if roster.state_of(entity) == roster.home:
        return 2
    if not is_title(roster, asked):
        return 1
    at = roster.last_at.get(entity.id)
    here = roster.paragraph(mention.first)
    if at is None or roster.paragraph(at) != here:
        return 1
    # spoken of in this paragraph: the other one, unless somebody of the home state is too
    for other in reversed(roster.recent.values()):
        if roster.paragraph(roster.last_at[other.id]) != here:
            break
        if other is not entity and roster.state_of(other) == roster.home and bears(roster, other, asked):
            return 1
    return 3


def _counterpart(roster: Roster, mention: Mention) -> Entity | None:
    """نظيره المصري: the official of that state; نظيرته alone: the other side named before."""
    lately = list(reversed(roster.recent.values()))
    if mention.country is None:
        others = (e for e in lately if e.offices and roster.state_of(e) not in (None, roster.home))
        return next((e for e in others if e.fits_gender(mention.gender)), None)
    heads = _heads_of_others(roster, lately, mention.country)
    fitting: Entity | None = None
    for entity in _distinct(
        (e for e in lately if roster.state_of(e) == mention.country),
        roster.by_state.get(mention.country, ())[:CANDIDATES],
    ):
        if not entity.fits_gender(mention.gender) or (mention.name and entity.names):
            continue
        if any(_same_rank(key_of(roster, o), key) for o in entity.offices for key in heads):
            return entity
        plain = not entity.offices or not heads
        if fitting is None and plain and not entity.posted_abroad:
            fitting = entity
    return fitting


def _same_rank(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two offices, of two states, are each other's: one head, and fields of which one contains the other."""
    fields = set(one[1:]), set(other[1:])
    return one[0] == other[0] and (fields[0] <= fields[1] or fields[1] <= fields[0])


def _heads_of_others(roster: Roster, lately: list[Entity], state: str) -> set[tuple[str, ...]]:
    """The offices of the official of another state who was named last: his counterpart bears one of them."""
    for entity in lately:
        if entity.offices and roster.state_of(entity) != state and not entity.posted_abroad:
            return {key_of(roster, o) for o in entity.offices}
    return set()
