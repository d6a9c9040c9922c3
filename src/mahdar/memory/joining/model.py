"""What the joining takes in and hands out: plain frozen data, no database, no clock.

Two small things are kept of an article for the joining: a `Sighting` for each actor (all that who-is-who may look at)
and a `Told` for each event. Both are made by `traces.py` from the record alone. Everything else here is the result.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Ref(NamedTuple):
    """An actor or an event of one article: the article's id and its id there."""

    article: str
    id: str


# --- taken in


@dataclass(frozen=True, slots=True)
class Sighting:
    """How an article shows an actor: all that who-is-who depends on, so that two equal sightings are one entity.

    There are far fewer sightings than mentions: one official is seen some ten times differently in a year.
    """

    id: str  # digest of what follows
    kind: str  # person, country, organisation, group
    name: tuple[str, ...]  # folded parts of the name; () for an office without a name
    shown: str  # the name, or the office that stands for it, as written
    latin: str | None = None
    country: str | None = None
    sure: bool = True  # whether the article says the country, rather than its being inferred
    sector: str | None = None
    offices: tuple[str, ...] = ()  # keys of offices, as offices.py makes them
    role: str | None = None  # the office as written
    year: str = ""  # of which the article speaks of it
    day: str | None = None  # the same, kept only where the name alone does not say who it is
    company: tuple[str, ...] = ()  # countries of the article, kept only where it shows no country of the actor
    keys: frozenset[str] = frozenset()  # under which it is found, and finds


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting, first and last day of which articles show it ("" where none has a date), how often it is seen."""

    sighting: Sighting
    first: str = ""
    last: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """How an article tells an event: all that same-or-not depends on."""

    ref: Ref
    type: str
    mode: str | None
    status: str
    moved: bool  # put off to its date
    actors: tuple[str, ...]  # ids of sightings; a country's sighting is its code
    recipients: tuple[str, ...]
    countries: tuple[str, ...]  # of the parties, sorted
    date: str | None
    place: str | None
    place_country: str | None
    amount: tuple[float, str] | None
    words: tuple[str, ...]  # of what was said, or of the sentence that tells of it; folded
    act: str | None  # speech act, if the event is a statement
    worked_out: bool  # whether the date follows from that of publication
    source: str | None
    published: str | None
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trace:
    """One article, as the joining sees it."""

    article: str
    published: str | None
    actors: Mapping[str, Sighting]  # by the actor's id in the article
    events: tuple[Told, ...]
    days: Mapping[str, str] = field(default_factory=dict)  # of which it speaks of each actor, if it has a date


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of two actors or of two events; it stands above every score."""

    what: str  # actor, event
    one: Ref
    other: Ref
    same: bool


# --- handed out


@dataclass(frozen=True, slots=True)
class Part:
    """One named part of a score: what was compared, what it adds, what was seen."""

    name: str
    value: float
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Why something belongs where it is: the two that were compared, the score and its parts."""

    one: str  # id of a sighting or of an event "article#id"
    other: str
    score: float
    parts: tuple[Part, ...]
    inferred: str | None = None  # the rule, where no name says so


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form of a name, as written, and how many articles have it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody was seen in, and the first and last day of which articles show it."""

    key: str
    text: str  # as most articles write it
    country: str | None
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, group or country of all articles."""

    id: str
    kind: str
    name: str  # the form most articles have, the fuller of equals
    names: tuple[NameForm, ...]
    latin: str | None
    country: str | None
    offices: tuple[Office, ...]
    sightings: tuple[str, ...]
    mentions: tuple[Ref, ...] = ()
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Maybe:
    """Two that may be one: for a person to decide; never joined by the score alone."""

    what: str  # actor, event
    one: str  # ids of entities or of events of the chronicle, the smaller first
    other: str
    score: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bearers of one office that has one bearer at a time, seen in it at overlapping times."""

    office: str
    country: str | None
    one: str
    other: str
    first: str  # of the time they share
    last: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One value of a field, and who says so."""

    field: str
    value: str
    members: tuple[Ref, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage in the life of an event: planned, postponed, occurred, denied, with the date told and who tells it."""

    status: str
    date: str | None
    published: str | None  # first told
    members: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ChronicleEvent:
    """One real interaction, whoever tells of it."""

    id: str
    type: str
    mode: str | None
    status: str  # the last step's
    date: str | None
    place: str | None
    actors: tuple[str, ...]  # ids of entities
    recipients: tuple[str, ...]
    members: tuple[Ref, ...]
    sources: tuple[str, ...]  # outlets, sorted
    history: tuple[Step, ...]
    variants: tuple[Variant, ...]  # of the fields in which members differ
    first_reporters: tuple[Ref, ...]  # more than one: a tie
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Who is who, and what happened, over all articles."""

    entities: tuple[Entity, ...] = ()
    events: tuple[ChronicleEvent, ...] = ()
    maybes: tuple[Maybe, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    skipped: tuple[str, ...] = ()  # keys with too many members to compare, see docs/joining.md
    entity_of: Mapping[Ref, str] = field(default_factory=dict)
    event_of: Mapping[Ref, str] = field(default_factory=dict)
