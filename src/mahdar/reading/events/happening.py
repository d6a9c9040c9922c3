"""An event in the making."""

from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.amounts import Quantity
from mahdar.reading.coreference import Entity
from mahdar.reading.lexicon import Frame
from mahdar.reading.mentions import Mention

CONFLICT: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""The types of violence, force and protest."""

Party = Entity | str
"""Who takes part: an actor, or a state by its code."""


@mypyc_attr(acyclic=True)
class Happening:
    """What is known so far of one event; spans are tokens, *_rule says how a field was inferred."""

    def __init__(
        self,
        frame: Frame,
        triggers: list[tuple[int, int]],
        sentence: int,
    ) -> None:
        self.frame = frame
        self.triggers = triggers
        self.sentence = sentence
        self.actors: list[Party] = []
        self.recipients: list[Party] = []
        self.mode: str | None = None
        self.mode_rule = ""
        self.status = "occurred"
        self.status_at: tuple[int, int] | None = None
        self.status_rule = ""
        self.date: str | None = None
        self.date_at: tuple[int, int] | None = None
        self.date_rule = ""
        self.place: Mention | None = None
        self.place_rule = ""
        self.amount: Quantity | None = None
        self.party_mentions: dict[str, list[Mention]] = {}  # actor, recipient, host -> who says so
        self.party_rules: dict[str, str] = {}
        self.title = False
        self.margins = False

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
