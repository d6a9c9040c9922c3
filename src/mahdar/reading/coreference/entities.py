"""Actors in the making, and the roster of those known so far."""

from dataclasses import dataclass, field

from mahdar.reading.lexicon import Lexicon
from mahdar.reading.mentions import HYPHENS, QUOTES, Mention, OfficePhrase
from mahdar.reading.text import Tokens

SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
POSTED = frozenset({"سفير", "قائم بالأعمال", "قنصل", "قنصل عام", "مندوب دائم", "مندوب"})
REMEMBERED = 60  # people that count as named lately


@dataclass(slots=True, eq=False)
class Entity:
    """An actor in the making: its mentions and what they say."""

    id: str
    kind: str
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[OfficePhrase] = field(default_factory=list)
    country: str | None = None
    country_at: tuple[int, int] | None = None
    country_rule: str | None = None
    sector: str | None = None
    sector_at: tuple[int, int] | None = None
    sector_rule: str | None = None
    gender: str = ""
    countries: list[str] = field(default_factory=list)

    @property
    def posted_abroad(self) -> bool:
        """An ambassador or the like: at home where he is posted."""
        return any(o.office.word in POSTED or "سفير" in o.office.word for o in self.offices)

    def fits_gender(self, gender: str) -> bool:
        """Whether a mention of this grammatical gender can be this actor."""
        return not (self.gender and gender and self.gender != gender)


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
    people: list[Entity] = field(default_factory=list)
    bodies: list[Entity] = field(default_factory=list)
    groups: list[Entity] = field(default_factory=list)
    of_mention: dict[int, Entity | str] = field(default_factory=dict)
    recent: list[Entity] = field(default_factory=list)  # people, latest last
    by_part: dict[str, list[Entity]] = field(default_factory=dict)
    by_head: dict[str, list[Entity]] = field(default_factory=dict)
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)  # of office phrases, by first token

    def touch(self, entity: Entity) -> None:
        """Remember who was named last."""
        if self.recent and self.recent[-1] is entity:
            return
        self.recent.append(entity)
        if len(self.recent) > REMEMBERED:
            del self.recent[: REMEMBERED // 2]


def name_parts(tokens: Tokens, mention: Mention) -> tuple[str, ...]:
    """The folded words of a mention's name."""
    if mention.name is None:
        return ()
    first, last = mention.name
    return tuple(w for w in tokens.words[first:last] if w not in HYPHENS and w not in QUOTES)
