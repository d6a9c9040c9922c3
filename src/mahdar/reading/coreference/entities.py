"""Actors in the making, and the roster of those known so far."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.anaphors import anaphors
from mahdar.reading.lexicon import Lexicon
from mahdar.reading.mentions import Mention, OfficePhrase
from mahdar.reading.phrases.words import NOT_OF_A_REALM, POSTED_OFFICES
from mahdar.reading.text import Tokens

SUPRANATIONAL: Final = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
REMEMBERED: Final = 60  # people that count as named lately


@mypyc_attr(acyclic=True)
class Entity:
    """An actor in the making: its mentions and what they say."""

    def __init__(self, id: str, kind: str) -> None:
        self.id = id
        self.kind = kind
        self.mentions: list[Mention] = []
        self.names: list[tuple[str, ...]] = []
        self.offices: list[OfficePhrase] = []  # each office once
        self.titles: set[str] = set()  # honorifics before the name
        self.country: str | None = None
        self.country_at: tuple[int, int] | None = None
        self.country_rule: str | None = None
        self.sector: str | None = None
        self.sector_at: tuple[int, int] | None = None
        self.sector_rule: str | None = None
        self.gender = ""
        self.countries: list[str] = []

    @property
    def posted_abroad(self) -> bool:
        """An ambassador or the like: at home where he is posted."""
        return any(posted(office) for office in self.offices)

    def fits_gender(self, gender: str) -> bool:
        """Whether a mention of this grammatical gender can be this actor."""
        return not (self.gender and gender and self.gender != gender)


def posted(office: OfficePhrase) -> bool:
    """Whether an office is borne in another state: سفير, قنصل."""
    return office.office.word in POSTED_OFFICES


@dataclass(slots=True, eq=False)
class Cast:
    """Everybody in an article."""

    entities: list[Entity]
    of_mention: dict[int, Entity | str]  # first token of a mention -> its entity, or a country's code
    home: str | None
    home_rule: str


@dataclass(slots=True, eq=False)
class Roster:
    """Everybody known so far in one article, with the indexes by which they are found again."""

    tokens: Tokens
    mentions: list[Mention]
    lex: Lexicon
    home: str | None
    entities: list[Entity] = field(default_factory=list)
    of_mention: dict[int, Entity | str] = field(default_factory=dict)
    recent: dict[str, Entity] = field(default_factory=dict)  # people read so far, the last named last
    last_at: dict[str, int] = field(default_factory=dict)  # where each was named last
    by_part: dict[str, list[Entity]] = field(default_factory=dict)
    by_head: dict[str, list[Entity]] = field(default_factory=dict)
    by_state: dict[str, list[Entity]] = field(default_factory=dict)
    bodies: dict[object, list[Entity]] = field(default_factory=dict)  # by entry, words and head noun
    groups: list[Entity] = field(default_factory=list)
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)  # of office phrases, by first token
    words_of: dict[int, frozenset[str]] = field(default_factory=dict)  # of bodies and groups, by mention
    breaks: list[int] = field(default_factory=list)  # tokens at which a paragraph ends

    def touch(self, entity: Entity, at: int) -> None:
        """Remember who was named last, and where."""
        self.recent.pop(entity.id, None)
        self.recent[entity.id] = entity
        self.last_at[entity.id] = at
        if len(self.recent) > REMEMBERED:
            del self.recent[next(iter(self.recent))]

    def state_of(self, entity: Entity) -> str | None:
        """Whose official somebody is: the state the text gives, else the home state for an office borne at home."""
        if entity.country is not None or not self.home:
            return entity.country
        return self.home if serves_at_home(entity, self.home) else None

    def paragraph(self, token: int) -> int:
        """The number of the paragraph a token stands in."""
        return bisect_left(self.breaks, token)


def serves_at_home(entity: Entity, home: str) -> bool:
    """Whether an official whose state is not named is one of the home state: not by ambassador alone, nor by a body
    that belongs to none, nor as the president of a kingdom."""
    realm = any(home in states for states in anaphors().realm.values())
    return any(
        not posted(o)
        and not o.posted
        and not (realm and _president(o))
        and (o.sector or o.office.sector) not in ("JRN", "CVL")
        for o in entity.offices
    )


def _president(office: OfficePhrase) -> bool:
    """الرئيس, without more."""
    return office.det and office.last - office.first == 1 and office.office.word in NOT_OF_A_REALM
