"""Entries: what one row of the pack's tables says, ready for the reading. Words of a text point to them."""

from dataclasses import dataclass, field
from typing import Any

from mahdar.hints import mypyc_attr
from mahdar.reading.text import fold


@dataclass(slots=True, eq=False)
class Speech:
    """A verb's way of introducing what was said (packs/ar/speech.toml)."""

    act: str
    content: frozenset[str]
    object_is_target: bool = False
    clause: bool = True
    loose: bool = False
    second_object: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()
    document: bool = False
    recast: dict[str, str] = field(default_factory=dict)  # first word of the content -> another act


@dataclass(slots=True, eq=False)
class Carrier:
    """A verb whose act the noun after it decides."""

    link: frozenset[str]
    all: bool
    only: frozenset[str]
    never: frozenset[str]


@dataclass(slots=True, eq=False)
class Stance:
    """A noun of attitude."""

    act: str
    content: frozenset[str]
    addressee: frozenset[str]
    strong: bool
    whole: frozenset[str]  # before these the noun belongs to the content: تضامنها مع


@dataclass(slots=True, eq=False)
class Frame:
    """A way to report an event (packs/ar/frames.toml)."""

    id: str
    type: str
    mode: str | None
    subject: str
    object: str
    genitive: str
    preps: dict[str, str]
    needs: tuple[str, ...]
    objects: tuple[tuple[str, ...], ...]
    object_heads: tuple[tuple[str, ...], ...]
    after_objects: str
    contexts: tuple[str, ...]
    anaphor: frozenset[tuple[str, ...]]
    flags: frozenset[str]  # the keys of the row that are true
    family: str  # frames of one family can tell of one event


@dataclass(slots=True, eq=False)
class NounFrame:
    """A noun that reports an event: the frame, and the words that must follow the noun."""

    frame: Frame
    rest: tuple[str, ...]
    participle: bool = False
    definite: bool = False
    second: frozenset[str] = frozenset()  # the forms that the first of those words may have

    def __post_init__(self) -> None:
        if self.rest:
            word = self.rest[0]
            self.second = frozenset((word, word + "ا", "ال" + word, "ال" + word + "ا"))


@dataclass(slots=True, eq=False)
class Light:
    """A verb that lends its subject to an event's noun."""

    inverse: bool
    impersonal: bool
    gathers: bool
    tells: bool
    hosts: bool
    agrees: bool
    calls_off: bool
    houses: bool


@dataclass(slots=True, eq=False)
class Verb:
    """All that the tables say of one verb."""

    past: str
    present: str | None = None
    participle: str | None = None
    speech: list[Speech] = field(default_factory=list)
    carriers: list[Carrier] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Known as a verb, but of no interest."""
        return not (self.speech or self.carriers or self.frames or self.lights)


@dataclass(slots=True, eq=False)
class Office:
    """A head of an office phrase (وزير), with its gender and number."""

    word: str
    sector: str | None
    takes: str
    bare: bool
    unnamed: bool
    words: tuple[str, ...] = ()  # of `word`, folded

    def __post_init__(self) -> None:
        self.words = tuple(fold(self.word).split())


@dataclass(slots=True, eq=False)
class Country:
    code: str
    short: str
    kind: str  # form, official, capital, nisba


@dataclass(slots=True, eq=False)
class Place:
    name: str
    country: str | None
    city: str | None = None


@dataclass(slots=True, eq=False)
class Body:
    name: str
    head: str  # the first word of its name, folded
    code: str
    sector: str | None
    short: tuple[str, ...]
    english: str


@dataclass(slots=True, eq=False)
class BodyHead:
    word: str
    sector: str | None
    takes: str


@dataclass(slots=True, eq=False)
class GroupHead:
    word: str
    sector: str | None


@dataclass(slots=True, eq=False)
class Honorific:
    word: str
    gender: str
    state: bool = False  # also a state: دولة


@mypyc_attr(acyclic=True)
@dataclass(slots=True, eq=False)
class Multi:
    """The rest of a name of several words, and what it names."""

    rest: tuple[str, ...]
    kind: str
    entry: Any
    gender: str
    number: str
