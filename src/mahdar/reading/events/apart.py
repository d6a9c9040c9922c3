"""One deed, several meetings: استقبل الوزير السفيرين كلا على حدة is a reception of each."""

from typing import Final

from mahdar.reading.events.happening import Happening, Party
from mahdar.reading.events.parties import Memory, parties_of
from mahdar.reading.grammar import APART

SEVERAL: Final = 3  # who take part at least, where there is more than one meeting


def one_by_one(memory: Memory, found: Happening, region: tuple[int, int]) -> list[Happening]:
    """The event, or where its clause tells of meetings apart, one for each whom the one on the other side met."""
    if found.frame.type != "CONSULT" or len(found.sides) < SEVERAL or not _apart(memory, region):
        return [found]
    actors, recipients = found.actors, found.recipients
    if len(recipients) == 1:
        return [_with(memory, found, [guest], recipients) for guest in actors]
    if not recipients:
        return [_with(memory, found, actors[:1], [other]) for other in actors[1:]]
    if len(actors) == 1:
        return [_with(memory, found, actors, [other]) for other in recipients]
    return [found]


def _apart(memory: Memory, region: tuple[int, int]) -> bool:
    """على حدة, في لقاءين منفصلين."""
    words = memory.scene.tokens.words
    return any(words[k] in APART for k in range(*region))


def _with(memory: Memory, found: Happening, actors: list[Party], recipients: list[Party]) -> Happening:
    """The event with these sides only, each on the words that name it."""
    part = Happening(found.frame, list(found.triggers), found.sentence)
    part.actors, part.recipients = list(actors), list(recipients)
    sides = part.sides
    part.party_mentions = {
        role: [m for m in mentions if any(party in sides for party in parties_of(memory, [m]))]
        for role, mentions in found.party_mentions.items()
    }
    part.party_rules = dict(found.party_rules)
    part.status, part.status_at, part.status_rule = found.status, found.status_at, found.status_rule
    part.date, part.date_at, part.date_rule = found.date, found.date_at, found.date_rule
    part.place, part.place_rule = found.place, found.place_rule
    return part
