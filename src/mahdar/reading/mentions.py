"""What stage 3 finds: mentions, stretches of tokens that name somebody, something, somewhere or some time."""

from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.dates import DateExpression
from mahdar.reading.lexicon import Body, BodyHead, Country, GroupHead, Office, Place

QUOTES: Final = frozenset('"«»“”')
COMMAS: Final = frozenset("،,")
HYPHENS: Final = frozenset("-–")


@mypyc_attr(acyclic=True)
class OfficePhrase:
    """وزير خارجية كازاخستان: a head with what belongs to it."""

    def __init__(
        self,
        first: int,
        last: int,
        office: Office,
        gender: str,
        number: str,
        det: bool,
        suffix: str,
        conj: str = "",
        prep: str = "",
    ) -> None:
        self.first = first
        self.last = last
        self.office = office
        self.gender = gender
        self.number = number
        self.det = det
        self.suffix = suffix
        self.country: str | None = None
        self.country_at: tuple[int, int] | None = None
        self.body: Mention | None = None
        self.portfolio = False
        self.sector: str | None = None
        self.former = False
        self.deputy = False
        self.posted: str | None = None
        self.conj = conj
        self.prep = prep
        self.countries: list[str] = []


@mypyc_attr(acyclic=True)
class Mention:
    """One stretch of tokens: a person, a body, a state, a group, a place, a date, a nationality, a word that points."""

    def __init__(
        self,
        kind: str,  # person organisation country group place date nisba anaphor
        first: int,
        last: int,
        conj: str = "",
        prep: str = "",
        *,
        name: tuple[int, int] | None = None,
        offices: list[OfficePhrase] | None = None,
        country: str | None = None,
        country_at: tuple[int, int] | None = None,
        sector: str | None = None,
        sector_at: tuple[int, int] | None = None,
        gender: str = "",
        number: str = "s",
        entry: Body | BodyHead | Country | GroupHead | Place | None = None,
        date: DateExpression | None = None,
        word: str = "",  # the anaphor's or head's folded word
        suffix: str = "",
        det: bool = False,
        counterpart: bool = False,
        capital: bool = False,
        surname: bool = False,  # found again by a part of a name
        countries: list[str] | None = None,  # a dual's or plural's
        titles: tuple[str, ...] = (),  # honorifics before a person's name or office, folded
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.conj = conj
        self.prep = prep
        self.name = name
        self.offices: list[OfficePhrase] = [] if offices is None else offices
        self.country = country
        self.country_at = country_at
        self.sector = sector
        self.sector_at = sector_at
        self.gender = gender
        self.number = number
        self.entry = entry
        self.date = date
        self.word = word
        self.suffix = suffix
        self.det = det
        self.counterpart = counterpart
        self.capital = capital
        self.surname = surname
        self.countries: list[str] = [] if countries is None else countries
        self.sides: tuple[str, ...] = ()  # the states of a body of two
        self.titles = titles


def name_parts(words: list[str], mention: Mention) -> tuple[str, ...]:
    """The folded words of a mention's name, without what is written on to the first."""
    if mention.name is None:
        return ()
    first, last = mention.name
    parts = [w for w in words[first:last] if w not in HYPHENS and w not in QUOTES]
    if first == mention.first and parts:
        parts[0] = parts[0][len(mention.conj) + len(mention.prep) :]
    return tuple(parts)
