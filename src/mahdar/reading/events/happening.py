"""An event in the making."""

from dataclasses import dataclass, field

from mahdar.reading.amounts import Quantity
from mahdar.reading.coreference import Entity
from mahdar.reading.lexicon import Frame
from mahdar.reading.mentions import Mention

Party = Entity | str
"""Who takes part: an actor, or a state by its code."""


@dataclass(slots=True, eq=False)
class Happening:
    """What is known so far of one event; spans are tokens, *_rule says how a field was inferred."""

    frame: Frame
    triggers: list[tuple[int, int]]
    sentence: int
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    mode: str | None = None
    mode_rule: str = ""
    status: str = "occurred"
    status_at: tuple[int, int] | None = None
    status_rule: str = ""
    date: str | None = None
    date_at: tuple[int, int] | None = None
    date_rule: str = ""
    place: Mention | None = None
    place_rule: str = ""
    amount: Quantity | None = None
    party_mentions: dict[str, list[Mention]] = field(default_factory=dict)  # actor, recipient, host -> who says so
    party_rules: dict[str, str] = field(default_factory=dict)
    title: bool = False
    margins: bool = False

    @property
    def sides(self) -> list[Party]:
        """Everybody who takes part."""
        return [*self.actors, *self.recipients]


def country_of(party: Party) -> str | None:
    """The state of a participant, if the text lets us know."""
    return party if isinstance(party, str) else party.country


def key_of(party: Party) -> str:
    """What a participant is compared by."""
    return party if isinstance(party, str) else party.id
