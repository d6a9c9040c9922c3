"""Words that point back: بلاده, المملكة, الضيف السيراليوني, معاليه, الوزارة."""

from collections import Counter

from mahdar.reading.anaphors import Courtesy, anaphors
from mahdar.reading.coreference.bodies import body_meant
from mahdar.reading.coreference.entities import SUPRANATIONAL, Entity, Roster
from mahdar.reading.coreference.joining import add_mention
from mahdar.reading.coreference.offices import key_of
from mahdar.reading.mentions import Mention


def resolve(roster: Roster, mention: Mention) -> None:
    """Give a word that points back to what it points to, if that can be told."""
    word = mention.word
    if word == "own":
        _state(roster, mention, _own_country(roster, mention))
    elif word == "realm":
        _state(roster, mention, _realm(roster, mention))
    elif word in ("guest", "stand-in"):
        entity = _guest(roster, mention) if word == "guest" else _stand_in(roster, mention)
        if entity is not None:
            add_mention(roster, entity, mention)
    elif word == "body":
        body = body_meant(roster, mention)
        if body is not None:
            body.mentions.append(mention)
            roster.of_mention[mention.first] = body


def _state(roster: Roster, mention: Mention, code: str | None) -> None:
    if code:
        roster.of_mention[mention.first] = code


def _realm(roster: Roster, mention: Mention) -> str | None:
    """Which state المملكة is: the home state if it is one, else the one named most."""
    options = anaphors().realm.get(mention.suffix, [])
    if not options:
        return _at_hand(roster, mention) or roster.home
    if roster.home in options:
        return roster.home
    counts = Counter(m.country for m in roster.mentions if m.country in options)
    return counts.most_common(1)[0][0] if counts else None


def _at_hand(roster: Roster, mention: Mention) -> str | None:
    """Whose government is meant: that of the official named last in this sentence, if he serves at home."""
    here = roster.paragraph(mention.first)
    for entity in reversed(roster.recent.values()):
        if roster.paragraph(roster.last_at[entity.id]) != here:
            return None
        state = roster.state_of(entity)
        if entity.offices and state and state not in SUPRANATIONAL and not entity.posted_abroad:
            return state
    return None


def _guest(roster: Roster, mention: Mention) -> Entity | None:
    """الضيف السيراليوني: the last official of that state; الضيف: the last one of another state."""
    for entity in reversed(roster.recent.values()):
        state = roster.state_of(entity)
        fits = state == mention.country if mention.country else state not in (None, roster.home)
        if fits and entity.fits_gender(mention.gender):
            return entity
    return None


def _stand_in(roster: Roster, mention: Mention) -> Entity | None:
    """معاليه, سموه: the last person who is addressed so, by the text or by his office."""
    courtesy = anaphors().courtesies.get(mention.suffix)
    for entity in reversed(roster.recent.values()):
        if entity.fits_gender(mention.gender) and (courtesy is None or _addressed(roster, entity, courtesy)):
            return entity
    return None


def _addressed(roster: Roster, entity: Entity, courtesy: Courtesy) -> bool:
    if not courtesy.titles.isdisjoint(entity.titles):
        return True
    return any(" ".join(key_of(roster, office)).startswith(courtesy.offices) for office in entity.offices)


def _own_country(roster: Roster, mention: Mention) -> str | None:
    """Whose country 'بلاده' is: the last person or country before it that agrees."""
    gender = "f" if mention.suffix.endswith("ها") else "m"
    for entity in reversed(roster.recent.values()):
        code = roster.state_of(entity)
        if code and code not in SUPRANATIONAL and entity.fits_gender(gender):
            return code
    return roster.home
