"""Mode: visit, third-party, multilateral, phone or none; and who of those who met is the guest."""

from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.events.happening import Happening, Party, country_of
from mahdar.reading.events.parties import Memory, parties_of
from mahdar.reading.events.where import houses
from mahdar.reading.grammar import AT_A_DISTANCE, ENVOYS, MEDIATED
from mahdar.reading.modality import modality

BEFORE, AFTER = 12, 25  # tokens around the predicate in which 'on the margins of' stands
MANY: Final = 3  # states from which on a meeting is none of two sides
NEAR: Final = 9  # tokens after it in which 'by telephone' stands


def set_mode(memory: Memory, found: Happening, clause: Clause) -> None:
    """The mode of an event, and its sides where the mode decides them."""
    words = memory.scene.tokens.words
    first, last = clause.sentence
    margins = modality().margins
    around = range(max(first, clause.at - BEFORE), min(last, clause.at + AFTER))
    found.margins = any(words[k] in margins for k in around)
    mode = found.frame.mode
    near = max(clause.at + NEAR, min(clause.last, clause.at + AFTER))
    if mode == "meeting" and any(words[k] in AT_A_DISTANCE for k in range(clause.at, min(last, near))):
        mode = "phone"
        found.mode_rule = "at-a-distance"
    if mode == "meeting":
        mode = _of_a_third(memory, found, clause) or _meeting(memory, found)
    elif mode is not None and not found.mode_rule:
        found.mode_rule = f"frame:{found.frame.id}"
    if mode == "phone":
        found.place = None
    found.mode = mode


def _of_a_third(memory: Memory, found: Happening, clause: Clause) -> str | None:
    """Talks of two sides that a third mediates, who takes part, or houses: بوساطة قطر, احتضنتها الدوحة."""
    sides = found.sides
    mediators = _mediators(memory, clause, sides)
    ground = found.place.country if found.place is not None else None
    housed = clause.governor is not None and houses(clause.governor) and ground is not None
    foreign = housed and len(sides) > 1 and all(country_of(p) not in (None, ground) for p in sides)
    if not (mediators and len(sides) > 1) and not foreign:
        return None
    found.actors, found.recipients = [*sides, *mediators], []
    found.mode_rule = "mediated" if mediators else "housed-by-a-third"
    return "third-party"


def _mediators(memory: Memory, clause: Clause, sides: list[Party]) -> list[Party]:
    """Who mediates, by the words of the clause: بوساطة مصرية, برعاية الأمم المتحدة."""
    scene = memory.scene
    states = {country_of(p) for p in sides}
    first = min(clause.first, clause.governor.first) if clause.governor is not None else clause.first
    for k in range(max(first, clause.at - AFTER), min(clause.sentence[1] - 1, clause.at + AFTER)):
        if scene.tokens.words[k] in MEDIATED:
            named = scene.at.get(k + 1)
            found = parties_of(memory, [named]) if named is not None else []
            return [p for p in found if country_of(p) not in states]
    return []


def _meeting(memory: Memory, found: Happening) -> str | None:
    sides = found.sides
    ground = found.place.country if found.place is not None else None
    if found.margins:
        found.actors, found.recipients = sides, []
        found.mode_rule = "on-the-margins"
        return "multilateral"
    if "reception" in found.frame.flags:
        return _reception(memory, found, ground)
    states = {c for c in map(country_of, sides) if c}
    if len(states) >= MANY:
        found.actors, found.recipients = sides, []
        found.mode_rule = "several-states"
        return "multilateral"
    if len(states) < 2:
        return None
    if ground is not None:
        hosts = [p for p in sides if country_of(p) == ground]
        guests = [p for p in sides if p not in hosts]
        if hosts and guests:
            found.actors, found.recipients = guests, hosts
            if all(_resident(memory, found, g, ground) for g in guests):
                return None
            found.mode_rule = "ground-of-the-host"
            return "visit"
        if "talks" in found.frame.flags:
            found.actors, found.recipients = sides, []
        return None
    return _during_a_visit(memory, found)


def _reception(memory: Memory, found: Happening, ground: str | None) -> str | None:
    """The guest of a reception at home visits, unless he is posted there."""
    if not found.recipients:
        return None
    home = country_of(found.recipients[0])
    if ground is not None and ground != home:
        return None
    if all(_resident(memory, found, guest, home) for guest in found.actors):
        return None
    found.mode_rule = "guest-from-abroad"
    return "visit"


def _during_a_visit(memory: Memory, found: Happening) -> str | None:
    """Talks of somebody whose visit the article told are part of the visit."""
    sides = found.sides
    visitors = [
        p for event in memory.out if event.mode == "visit" and event.status == found.status for p in event.actors
    ]
    guests = [p for p in sides if p in visitors]
    hosts = [p for p in sides if p not in guests]
    if not (guests and hosts):
        return None
    found.actors, found.recipients = guests, hosts
    found.mode_rule = "during-the-visit"
    return "visit"


def _resident(memory: Memory, found: Happening, party: Party, ground: str | None) -> bool:
    """Posted there, or of that country: no visitor."""
    words = memory.scene.tokens.words
    if isinstance(party, str):
        # سفيرا اليابان وكندا: envoys who stand for their states
        named = [m for mentions in found.party_mentions.values() for m in mentions if party in m.countries]
        return party == ground or any(words[m.first] in ENVOYS for m in named)
    if party.country == ground and ground is not None:
        return True
    if party.posted_abroad:
        return True
    if party.kind == "group":
        return any(words[k] in ENVOYS for m in party.mentions for k in range(m.first, m.last))
    return party.country is None
