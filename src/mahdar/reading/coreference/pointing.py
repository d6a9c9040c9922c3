"""Words that point back: بلاده, المملكة, الضيف السيراليوني, معاليه, الوزارة."""

from collections import Counter

from mahdar.reading.anaphors import anaphors
from mahdar.reading.coreference.bodies import body_meant
from mahdar.reading.coreference.entities import SUPRANATIONAL, Entity, Roster
from mahdar.reading.coreference.joining import add_mention
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
    if roster.home in options:
        return roster.home
    counts = Counter(m.country for m in roster.mentions if m.country in options)
    return counts.most_common(1)[0][0] if counts else None


def _guest(roster: Roster, mention: Mention) -> Entity | None:
    for entity in reversed(roster.recent):
        if mention.country and entity.country and entity.country != mention.country:
            continue
        if mention.country is None and (entity.country is None or entity.country == roster.home):
            continue
        if entity.fits_gender(mention.gender):
            return entity
    return None


def _stand_in(roster: Roster, mention: Mention) -> Entity | None:
    for entity in reversed(roster.recent):
        if entity.fits_gender(mention.gender) and entity.mentions[-1].first < mention.first:
            return entity
    return None


def _own_country(roster: Roster, mention: Mention) -> str | None:
    """Whose country 'بلاده' is: the last person or country before it that agrees."""
    gender = "f" if mention.suffix.endswith("ها") else "m"
    for entity in reversed(roster.recent):
        if not entity.fits_gender(gender) or entity.mentions[-1].first > mention.first:
            continue
        code = entity.country or (roster.home if entity.offices else None)
        if code and code not in SUPRANATIONAL:
            return code
    return roster.home
