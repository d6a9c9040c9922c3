"""Whether everybody takes part whom a frame cannot do without, and nobody whom it cannot have."""

from collections.abc import Callable

from mahdar.reading.events.happening import Happening, Party, country_of
from mahdar.reading.grammar import HEADS_OF_STATE, LEADERS, STATE_TITLES
from mahdar.reading.lexicon import GroupHead

OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "PRE", "REL", "ELI"})
BODIES_OF_STATES = frozenset({"UNO", "EUR", "IGO"})
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "SPY", "UAF"})


def needs_met(found: Happening) -> bool:
    """Whether everybody takes part whom the frame cannot do without, and nobody whom it cannot have."""
    frame = found.frame
    sides = found.sides
    for need in frame.needs:
        if need == "actor" and not found.actors:
            return False
        if need in ("recipient", "host") and not found.recipients:
            return False
        if need == "other" and len(sides) < 2:
            return False
        if need == "any" and not sides:
            return False
    return all(test(found) for flag, test in _TESTS.items() if flag in frame.flags) and (
        "anybody" in frame.flags or _of_state(found)
    )


def _of_state(found: Happening) -> bool:
    """Whether officials take part. A state that meets clubs and private people meets nobody."""
    officials = [p for p in found.sides if _official(p)]
    if found.frame.type != "CONSULT" or len(found.sides) == 1:
        return bool(officials)
    return len(officials) > 1 or any(not isinstance(p, str) for p in officials)


def _official(party: Party) -> bool:
    """A state, a body of states, or somebody who acts for one, or for an army, a party, a faith."""
    if isinstance(party, str) or party.country in BODIES_OF_STATES or party.sector in OFFICIAL:
        return True
    if not party.titles.isdisjoint(STATE_TITLES):
        return True
    return party.kind == "group" and party.sector is None and party.country is not None


def _society(party: Party) -> bool:
    """A club, a school, a firm: it meets nobody on behalf of a state."""
    return not isinstance(party, str) and party.kind == "organisation" and party.sector in ("CVL", "EDU", "BUS")


def _abroad(found: Happening) -> bool:
    if not any(_official(p) for p in found.actors):
        return False
    guests = {country_of(p) for p in found.actors}
    return None in guests or any(country_of(host) not in guests for host in found.recipients)


def _foreign(found: Happening) -> bool:
    home = country_of(found.actors[0]) if found.actors else None
    return home is None or not any(country_of(p) == home for p in found.recipients if not isinstance(p, str))


def _armed(found: Happening) -> bool:
    return not found.actors or any(isinstance(p, str) or p.sector in ARMED or p.country == "IMG" for p in found.actors)


def _head_of_state(party: Party) -> bool:
    return not isinstance(party, str) and any(o.office.word in HEADS_OF_STATE for o in party.offices)


def _treaty(found: Happening) -> bool:
    return all(not isinstance(p, str) and p.country in BODIES_OF_STATES for p in found.recipients)


def _international(found: Happening) -> bool:
    """Not inside one state; where nobody is named who takes it, the giver is a state or acts for one."""
    givers = {country_of(p) for p in found.actors}
    takers = {country_of(p) for p in found.recipients}
    return not (len(givers) == 1 and givers == takers and None not in givers)


def _assembly(found: Happening) -> bool:
    return all(
        not isinstance(p, str) and (p.country in BODIES_OF_STATES or (p.kind == "group" and p.country is None))
        for p in found.actors
    )


def _chamber(party: Party) -> bool:
    """A cabinet, a parliament or a body of states."""
    if isinstance(party, str) or party.kind != "organisation":
        return False
    return party.sector in ("GOV", "LEG") or party.country in BODIES_OF_STATES


def _convened(party: Party) -> bool:
    if isinstance(party, str):
        return False
    if party.kind == "group":
        if all(m.last - m.first == 1 for m in party.mentions):
            return False  # الوزراء: of a cabinet
        heads = {m.entry.word for m in party.mentions if isinstance(m.entry, GroupHead)}
        return any(o.office.word in LEADERS for o in party.offices) or not LEADERS.isdisjoint(heads)
    return party.kind == "organisation" and party.country in BODIES_OF_STATES


_TESTS: dict[str, Callable[[Happening], bool]] = {
    "people": lambda found: not any(_society(p) for p in found.sides),
    "bodily": lambda found: all(not isinstance(p, str) and p.kind != "organisation" for p in found.actors),
    "abroad": _abroad,
    "foreign": _foreign,
    "forces": _armed,
    "assembly": _assembly,
    "bearer": lambda found: not any(_head_of_state(p) for p in found.actors),
    "treaty": _treaty,
    "chamber": lambda found: all(_chamber(p) for p in found.actors),
    "convened": lambda found: any(_convened(p) for p in found.actors),
    "aid": _international,
}
"""What a frame's flags ask of those who take part."""
