"""For whom a speaker speaks: the spokesman for his body or state, the embassy for the state that sent it."""

from typing import NamedTuple

from mahdar.reading.coreference import SUPRANATIONAL, Cast, Entity
from mahdar.reading.lexicon import BodyHead
from mahdar.reading.mentions import OfficePhrase
from mahdar.reading.statements.attribution import Party, Voice
from mahdar.reading.statements.speech import speech_words
from mahdar.reading.text import fold_entry


class Behalf(NamedTuple):
    """Who is spoken for, and the words that say so or else the rule."""

    who: Party
    at: tuple[int, int] | None
    rule: str


def behalf_of(cast: Cast, voice: Voice) -> Behalf | None:
    """For whom the one who speaks does; None where that is himself, or not told."""
    who = voice.who
    if not isinstance(who, Entity):
        return None
    if who.kind == "organisation":
        return _state_of(who, "state-of-the-mission") if _mission(who) else None
    offices = [*(voice.mention.offices if voice.mention is not None else ()), *who.offices]
    held = [office for office in offices if _speaks_for_others(office)]
    if who.kind != "person" or not held:
        return None
    for office in held:
        body = cast.of_mention.get(office.body.first) if office.body is not None else None
        if office.body is not None and body is not None:
            return Behalf(body, (office.body.first, office.body.last), "")
        if office.country is not None and office.country_at is not None and office.country not in SUPRANATIONAL:
            return Behalf(office.country, office.country_at, "")
    return _state_of(who, "state-of-the-spokesman")


def _speaks_for_others(office: OfficePhrase) -> bool:
    """متحدث, ناطق رسمي: but not one who was it once."""
    return fold_entry(office.office.word).split()[0] in speech_words().spokesmen and not office.former


def _mission(who: Entity) -> bool:
    """An embassy or a consulate."""
    heads = (m.entry.word for m in who.mentions if isinstance(m.entry, BodyHead))
    return any(fold_entry(head) in speech_words().missions for head in heads)


def _state_of(who: Entity, rule: str) -> Behalf | None:
    if who.country is None or who.country in SUPRANATIONAL:
        return None
    if who.country_at is None or who.country_rule:
        return Behalf(who.country, None, rule)
    return Behalf(who.country, who.country_at, "")
