"""The record: what one article reports, each field with the characters that say so.

A `Record` holds an article and what was read in it: actors, events and statements. It cannot be built, in Python or
from JSON, unless every span lies in the text, every participant is known, every code is one of the ontology's, and
every field that needs it stands on evidence (spans of the text) or says by which rule it was inferred.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

from mahdar import wire
from mahdar.ontology import (
    ACTS,
    BODIES,
    CONTEXTS,
    COUNTRIES,
    DATE_SOURCES,
    GOLDSTEIN,
    KINDS,
    MODE_CODES,
    MODES,
    OUTLET_KINDS,
    SECTORS,
    STANCES,
    STATUSES,
    STRENGTHS,
    TYPES,
)

COUNTRY_CODES = frozenset(COUNTRIES) | frozenset(BODIES)
"""What an actor's country may be: a country, or a code for those who belong to none."""


Part = TypeVar("Part")


class RecordError(ValueError):
    """Why a record cannot be built, in one line."""


def _doc(text: str, codes: Iterable[str] | None = None) -> dict[str, Any]:
    return {"doc": text} if codes is None else {"doc": text, "codes": frozenset(codes)}


def _quickly_made(cls: type[Part]) -> type[Part]:
    """A frozen dataclass with an __init__ that fills its slots directly: its own takes five times as long."""
    names: dict[str, Any] = {}
    takes, fills = [], []
    for part in fields(cls):  # type: ignore[arg-type]
        name = part.name
        names[f"fill_{name}"] = cls.__dict__[name].__set__
        value = name
        if part.default_factory is not MISSING:
            names[f"new_{name}"], names[f"default_{name}"] = part.default_factory, MISSING
            value = f"new_{name}() if {name} is default_{name} else {name}"
        else:
            names[f"default_{name}"] = part.default
        takes.append(name if names[f"default_{name}"] is MISSING and value == name else f"{name}=default_{name}")
        fills.append(f"    fill_{name}(self, {value})")
    exec("\n".join((f"def __init__(self, {', '.join(takes)}):", *fills)), names)
    names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    setattr(cls, "__init__", names["__init__"])  # noqa: B010 - mypy forbids to assign it
    return cls


@_quickly_made
@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the record's text, in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


Evidence = dict[str, tuple[Span, ...]]
"""Field name -> the spans that say it."""

Inferred = dict[str, str]
"""Field name -> the rule that worked it out."""

_EVIDENCE_DOC = "field -> the spans of the text that say it"
_INFERRED_DOC = "field -> the rule by which it was worked out"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article."""

    url: str | None = field(default=None, metadata=_doc("where it is to be seen"))
    caption: str | None = field(default=None, metadata=_doc("what stands under it"))


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the text of an article is taken from by its own account, and the span that says so."""

    name: str = field(metadata=_doc("the agency or other source, in the article's words"))
    outlet: str | None = field(metadata=_doc("its id in the table of outlets, if it is one of them"))
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news item. `text` is the full text: the title, a blank line and the body."""

    id: str = field(metadata=_doc("the article's own id, as it came in"))
    text: str = field(metadata={"outside": True})
    url: str | None = field(default=None, metadata=_doc("where it was published"))
    source: str | None = field(default=None, metadata=_doc("the outlet"))
    language: str = field(default="ar", metadata=_doc("ISO 639 code"))
    title: str | None = field(default=None, metadata=_doc("the headline"))
    author: str | None = field(default=None, metadata=_doc("the byline"))
    published: str | None = field(default=None, metadata=_doc("ISO date of publication"))
    published_from: str | None = field(default=None, metadata=_doc("where that date is known from", DATE_SOURCES))
    updated: str | None = field(default=None, metadata=_doc("ISO date of its last change"))
    section: str | None = field(default=None, metadata=_doc("the part of the outlet that it stood in"))
    images: tuple[Image, ...] = field(default=(), metadata=_doc("its pictures"))
    outlet: str | None = field(default=None, metadata=_doc("whose account it is: id in the table of outlets"))
    outlet_country: str | None = field(default=None, metadata=_doc("the outlet's state or organisation", COUNTRY_CODES))
    outlet_kind: str | None = field(default=None, metadata=_doc("what the outlet is", OUTLET_KINDS))
    credit: tuple[Credit, ...] = field(default=(), metadata=_doc("whom the text is taken from, by its own account"))
    reprint_group: str | None = field(default=None, metadata=_doc("the name of its text, which reprints of it share"))
    reprint_of: str | None = field(default=None, metadata=_doc("id of the first article met that has this text"))
    reprint_share: float | None = field(
        default=None, metadata=_doc("the part of its text that stands in that one, 0 to 1")
    )


@_quickly_made
@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place, and the span that names it."""

    name: str
    country: str | None = field(default=None, metadata=_doc("ISO 3166 alpha-3", COUNTRY_CODES))
    start: int | None = None
    end: int | None = None


@_quickly_made
@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money or of goods, and the span that gives it."""

    value: float
    unit: str = field(metadata=_doc("ISO 4217 code, or the noun for goods"))
    start: int | None = None
    end: int | None = None


@_quickly_made
@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, organisation or group that the article names."""

    id: str
    kind: str = field(metadata=_doc("what it is", KINDS))
    name: str = field(metadata=_doc("the fullest form in the article, without title"))
    country: str | None = field(default=None, metadata=_doc("ISO 3166 alpha-3 or PLOVER code", COUNTRY_CODES))
    sector: str | None = field(default=None, metadata=_doc("PLOVER sector", SECTORS))
    role: str | None = field(default=None, metadata=_doc("the office, in the article's words"))
    latin: str | None = field(default=None, metadata=_doc("the name in Latin letters, for readers without Arabic"))
    mentions: tuple[Span, ...] = field(default=(), metadata=_doc("where the article refers to it"))
    evidence: Evidence = field(default_factory=dict, metadata=_doc(_EVIDENCE_DOC))
    inferred: Inferred = field(default_factory=dict, metadata=_doc(_INFERRED_DOC))


@_quickly_made
@dataclass(frozen=True, slots=True)
class Event:
    """One interaction: who did what to whom, when and where."""

    id: str
    type: str = field(metadata=_doc("PLOVER event type", TYPES))
    mode: str | None = field(default=None, metadata=_doc("PLOVER mode of that type", MODE_CODES))
    contexts: tuple[str, ...] = field(default=(), metadata=_doc("PLOVER contexts", CONTEXTS))
    status: str = field(default="occurred", metadata=_doc("how far it has come", STATUSES))
    actors: tuple[str, ...] = field(default=(), metadata=_doc("who did it: ids of actors or country codes"))
    recipients: tuple[str, ...] = field(default=(), metadata=_doc("to whom: ids of actors or country codes"))
    date: str | None = field(default=None, metadata=_doc("ISO day, month or year, or an interval of them"))
    place: Place | None = None
    amount: Amount | None = None
    triggers: tuple[Span, ...] = field(default=(), metadata=_doc("the words that report it, the clearest first"))
    statement: str | None = field(default=None, metadata=_doc("id of the statement that is this event, if verbal"))
    part_of: str | None = field(default=None, metadata=_doc("id of the visit in which it took place"))
    cameo: str | None = field(default=None, metadata=_doc("CAMEO code of such an event", GOLDSTEIN))
    goldstein: float | None = field(default=None, metadata=_doc("Goldstein value of that code, -10 to 10"))
    evidence: Evidence = field(default_factory=dict, metadata=_doc(_EVIDENCE_DOC))
    inferred: Inferred = field(default_factory=dict, metadata=_doc(_INFERRED_DOC))


@_quickly_made
@dataclass(frozen=True, slots=True)
class Position:
    """What a statement holds of one issue: its formula, and where it stands."""

    issue: str = field(metadata=_doc("id of the issue in the table of issues"))
    mark: Span = field(metadata=_doc("the words that show it is on this issue"))
    formula: Span | None = field(default=None, metadata=_doc("the set phrase of diplomacy that it uses"))
    stance: str = field(default="neither", metadata=_doc("where it stands", STANCES))
    evidence: tuple[Span, ...] = field(default=(), metadata=_doc("the words that show where it stands"))


@_quickly_made
@dataclass(frozen=True, slots=True)
class Statement:
    """One act of speech: who said what, about or to whom."""

    id: str
    speaker: str | None = field(metadata=_doc("id of an actor or country code; null if not told"))
    act: str = field(metadata=_doc("the speech act", ACTS))
    trigger: Span = field(metadata=_doc("the word that introduces it"))
    content: Span = field(metadata=_doc("what was said"))
    quoted: bool = field(default=False, metadata=_doc("whether the content stands in quotation marks"))
    type: str | None = field(default=None, metadata=_doc("the PLOVER event type it amounts to", TYPES))
    targets: tuple[str, ...] = field(default=(), metadata=_doc("at whom: ids of actors or country codes"))
    issues: tuple[str, ...] = field(default=(), metadata=_doc("what it is about: ids of issues"))
    positions: tuple[Position, ...] = field(default=(), metadata=_doc("what it holds of each of them"))
    strength: str | None = field(
        default=None, metadata=_doc("how strongly it is worded, on the scale of its act", STRENGTHS)
    )
    on_behalf_of: str | None = field(
        default=None, metadata=_doc("for whom the speaker speaks: id of an actor or country code")
    )
    evidence: Evidence = field(default_factory=dict, metadata=_doc(_EVIDENCE_DOC))
    inferred: Inferred = field(default_factory=dict, metadata=_doc(_INFERRED_DOC))


@dataclass(frozen=True, slots=True)
class Record:
    """One article and what was read in it. Building one checks it; RecordError says what is wrong."""

    article: Article
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    furniture: tuple[Span, ...] = ()
    """The lines of the text that are none of the article's, in order: nothing was read in them."""

    def __post_init__(self) -> None:
        _Check(self).all()

    @classmethod
    def build(
        cls,
        article: Article,
        actors: Iterable[Actor] = (),
        events: Iterable[Event] = (),
        statements: Iterable[Statement] = (),
        furniture: Iterable[Span] = (),
    ) -> "Record":
        """A checked record from its parts; raises RecordError."""
        return cls(article, tuple(actors), tuple(events), tuple(statements), tuple(furniture))

    @property
    def text(self) -> str:
        """The text that all spans point into: title, blank line, body."""
        return self.article.text

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dictionaries and lists, ready for JSON."""
        return {
            "article": wire.write(self.article),
            "text": self.article.text,
            "actors": [wire.write(a) for a in self.actors],
            "events": [wire.write(e) for e in self.events],
            "statements": [wire.write(s) for s in self.statements],
            "furniture": [wire.write(span) for span in self.furniture],
        }

    def to_json(self) -> str:
        """The record as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False)

    @classmethod
    def from_dict(cls, data: Any) -> "Record":
        """A checked record from what `to_dict` gave; raises RecordError, also for keys it does not know."""
        try:
            if not isinstance(data, dict):
                raise RecordError(f"record: an object expected, not {data!r:.60}")
            for key in data:
                if key not in {"article", "text", "actors", "events", "statements", "furniture"}:
                    raise RecordError(f"record: unknown key {key!r:.60}")
            for key in ("article", "text"):
                if key not in data:
                    raise RecordError(f"record: no {key!r}")
            text = wire.form(str).read(data["text"], "text")
            return cls.build(
                article=wire.read(Article, data["article"], "article", text=text),
                actors=_read_list(Actor, data, "actors"),
                events=_read_list(Event, data, "events"),
                statements=_read_list(Statement, data, "statements"),
                furniture=_read_list(Span, data, "furniture"),
            )
        except wire.WireError as error:
            raise RecordError(str(error)) from None

    @classmethod
    def from_json(cls, line: str) -> "Record":
        """A checked record from a line of JSON; raises RecordError."""
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(f"not JSON: {error}") from None
        return cls.from_dict(data)


def _read_list(cls: type[Any], data: Mapping[str, Any], key: str) -> Iterable[Any]:
    parts = data.get(key, [])
    if not isinstance(parts, list):
        raise RecordError(f"{key}: a list expected, not {parts!r:.60}")
    return [wire.read(cls, part, f"{key}[{n}]") for n, part in enumerate(parts)]


_OBJECTS = (Article, Image, Credit, Span, Place, Amount, Actor, Event, Position, Statement)
"""All that a record is made of."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record's JSON form."""

    def list_of(name: str) -> dict[str, Any]:
        return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Mahdar record",
        "description": "What one article reports, each field with the characters of the article that say so",
        "type": "object",
        "properties": {
            "article": {"$ref": "#/$defs/Article"},
            "text": {"type": "string", "description": "title, blank line, body: what all spans point into"},
            "actors": list_of("Actor"),
            "events": list_of("Event"),
            "statements": list_of("Statement"),
            "furniture": {
                **list_of("Span"),
                "description": "lines that are none of the article's, such as other news and captions: not read",
            },
        },
        "required": ["article", "text"],
        "additionalProperties": False,
        "$defs": {c.__name__: wire.schema(c) for c in _OBJECTS},
    }


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@lru_cache(maxsize=4096)
def is_date(text: str) -> bool:
    """Whether a text is an ISO day, month or year of the calendar: 2024-12-10, 2024-12, 2024."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def is_date_or_interval(text: str) -> bool:
    """Whether a text is an ISO date, or two of them in order with a slash between."""
    first, slash, last = text.partition("/")
    if not slash:
        return is_date(first)
    shorter = min(len(first), len(last))
    return is_date(first) and is_date(last) and first[:shorter] <= last[:shorter]


_STANDS_ON = {
    Actor: frozenset({"kind", "name", "country", "sector", "role", "latin"}),
    Event: frozenset(
        {
            "type",
            "mode",
            "contexts",
            "status",
            "actors",
            "recipients",
            "date",
            "place",
            "amount",
            "statement",
            "part_of",
            "cameo",
        }
    ),
    Statement: frozenset(
        {"speaker", "on_behalf_of", "act", "content", "quoted", "type", "targets", "issues", "strength"}
    ),
}
"""The fields that evidence and inferred may speak of."""


class _Check:
    """All that a record has to keep; each method raises RecordError at the first breach."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.length = len(record.article.text)
        self.ids = {actor.id for actor in record.actors}
        self.statements = {statement.id: statement for statement in record.statements}
        self.modes = {event.id: (event.type, event.mode) for event in record.events}

    def all(self) -> None:
        record = self.record
        self.article(record.article)
        self.distinct("actor", [a.id for a in record.actors])
        self.distinct("event", [e.id for e in record.events])
        self.distinct("statement", [s.id for s in record.statements])
        for actor in record.actors:
            self.actor(actor)
        for event in record.events:
            self.event(event)
        for statement in record.statements:
            self.statement(statement)
        self.spans("record", "furniture", record.furniture)

    def article(self, article: Article) -> None:
        if not article.id:
            raise RecordError("article: no id")
        try:
            article.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise RecordError(f"article: lone surrogate at {error.start} of the text") from None
        if article.published is not None:
            if not is_date(article.published):
                raise RecordError(f"article: published {article.published!r:.60} is not an ISO date")
            if article.published_from is None:
                raise RecordError("article: published without published_from")
        if article.updated is not None and not is_date(article.updated):
            raise RecordError(f"article: updated {article.updated!r:.60} is not an ISO date")
        if article.published_from is not None:
            if article.published_from not in DATE_SOURCES:
                _unknown("article", "published_from", article.published_from)
        if article.outlet_country is not None and article.outlet_country not in COUNTRY_CODES:
            _unknown("article", "outlet_country", article.outlet_country)
        if article.outlet_kind is not None and article.outlet_kind not in OUTLET_KINDS:
            _unknown("article", "outlet_kind", article.outlet_kind)
        if article.reprint_of is not None and article.reprint_group is None:
            raise RecordError("article: a reprint without a group")
        if article.reprint_share is not None and not 0 <= article.reprint_share <= 1:
            raise RecordError(f"article: reprint_share {article.reprint_share!r} is no part of a text")
        for credit in article.credit:
            if not credit.name:
                raise RecordError("article: a credit without a name")
            self.span("article", "credit", credit.start, credit.end)

    def actor(self, actor: Actor) -> None:
        where = f"actor {actor.id}"
        evidence, inferred = actor.evidence, actor.inferred
        if actor.kind not in KINDS:
            _unknown(where, "kind", actor.kind)
        if not actor.name:
            raise RecordError(f"{where}: no name")
        self.spans(where, "mentions", actor.mentions)
        self.grounds(where, actor)
        if actor.country is not None:
            if actor.country not in COUNTRY_CODES:
                _unknown(where, "country", actor.country)
            # a country is its own evidence: the mentions name it
            if not (actor.kind == "country" and actor.mentions):
                if "country" not in evidence and "country" not in inferred:
                    _ungrounded(where, "country")
        elif actor.kind == "country":
            raise RecordError(f"{where}: a country without its code")
        if actor.sector is not None:
            if actor.sector not in SECTORS:
                _unknown(where, "sector", actor.sector)
            if "sector" not in evidence and "sector" not in inferred:
                _ungrounded(where, "sector")
        if actor.role is not None:
            if "role" not in evidence and "role" not in inferred:
                _ungrounded(where, "role")
        if actor.latin is not None:
            if "latin" not in evidence and "latin" not in inferred:
                _ungrounded(where, "latin")
        if not actor.mentions:
            if "name" not in evidence and "name" not in inferred:
                _ungrounded(where, "name")

    def event(self, event: Event) -> None:
        where = f"event {event.id}"
        evidence, inferred = event.evidence, event.inferred
        if event.type not in TYPES:
            _unknown(where, "type", event.type)
        if event.status not in STATUSES:
            _unknown(where, "status", event.status)
        if not event.triggers:
            raise RecordError(f"{where}: no triggers")
        self.spans(where, "triggers", event.triggers)
        self.grounds(where, event)
        if event.mode is not None:
            if event.mode not in MODES[event.type]:
                _unknown(where, f"mode of {event.type}", event.mode)
            if "mode" not in evidence and "mode" not in inferred:
                _ungrounded(where, "mode")
        if event.contexts:
            for context in event.contexts:
                if context not in CONTEXTS:
                    _unknown(where, "context", context)
            if "contexts" not in evidence and "contexts" not in inferred:
                _ungrounded(where, "contexts")
        if event.status != "occurred":
            if "status" not in evidence and "status" not in inferred:
                _ungrounded(where, "status")
        if event.actors:
            self.refs(where, "actors", event.actors)
            if "actors" not in evidence and "actors" not in inferred:
                _ungrounded(where, "actors")
        if event.recipients:
            self.refs(where, "recipients", event.recipients)
            if "recipients" not in evidence and "recipients" not in inferred:
                _ungrounded(where, "recipients")
        if event.date is not None:
            if not is_date_or_interval(event.date):
                raise RecordError(f"{where}: date {event.date!r:.60} is not an ISO date or interval")
            if "date" not in evidence and "date" not in inferred:
                _ungrounded(where, "date")
        if event.place is not None:
            if event.place.country is not None:
                if event.place.country not in COUNTRY_CODES:
                    _unknown(where, "country of place", event.place.country)
            self.own_span(where, "place", event, event.place)
        if event.amount is not None:
            if not math.isfinite(event.amount.value):
                raise RecordError(f"{where}: amount {event.amount.value!r} is not a number")
            self.own_span(where, "amount", event, event.amount)
        if event.statement is not None:
            statement = self.statements.get(event.statement)
            if statement is None:
                raise RecordError(f"{where}: no such statement: {event.statement!r:.60}")
            if statement.type != event.type:
                raise RecordError(f"{where}: type {event.type}, but statement {statement.id} is {statement.type}")
        if event.part_of is not None:
            if event.part_of == event.id or self.modes.get(event.part_of, ("", None)) != ("CONSULT", "visit"):
                raise RecordError(f"{where}: part of {event.part_of!r:.60}, which is no other event that is a visit")
            if "part_of" not in evidence and "part_of" not in inferred:
                _ungrounded(where, "part_of")
        if event.cameo is not None:
            if event.cameo not in GOLDSTEIN:
                _unknown(where, "CAMEO code", event.cameo)
            if "cameo" not in evidence and "cameo" not in inferred:
                _ungrounded(where, "cameo")
        if event.goldstein != (None if event.cameo is None else GOLDSTEIN[event.cameo]):
            raise RecordError(f"{where}: Goldstein value {event.goldstein!r:.60} is not that of {event.cameo}")

    def statement(self, statement: Statement) -> None:
        where = f"statement {statement.id}"
        evidence, inferred = statement.evidence, statement.inferred
        if statement.act not in ACTS:
            _unknown(where, "act", statement.act)
        self.span(where, "trigger", statement.trigger.start, statement.trigger.end)
        self.span(where, "content", statement.content.start, statement.content.end)
        self.grounds(where, statement)
        if statement.type is not None:
            if statement.type not in TYPES:
                _unknown(where, "type", statement.type)
        if statement.speaker is not None:
            self.refs(where, "speaker", (statement.speaker,))
            if "speaker" not in evidence and "speaker" not in inferred:
                _ungrounded(where, "speaker")
        if statement.on_behalf_of is not None:
            self.refs(where, "on_behalf_of", (statement.on_behalf_of,))
            if "on_behalf_of" not in evidence and "on_behalf_of" not in inferred:
                _ungrounded(where, "on_behalf_of")
        if statement.targets:
            self.refs(where, "targets", statement.targets)
            if "targets" not in evidence and "targets" not in inferred:
                _ungrounded(where, "targets")
        if statement.strength is not None:
            if statement.strength not in STRENGTHS:
                _unknown(where, "strength", statement.strength)
            if "strength" not in evidence and "strength" not in inferred:
                _ungrounded(where, "strength")
        for position in statement.positions:
            self.position(where, position)

    def position(self, where: str, position: Position) -> None:
        """A stance other than neither stands on words of the text."""
        where = f"{where}: position on {position.issue!r:.60}"
        if not position.issue:
            raise RecordError(f"{where}: no issue")
        if position.stance not in STANCES:
            _unknown(where, "stance", position.stance)
        spans = [("mark", position.mark), *(("evidence", span) for span in position.evidence)]
        if position.formula is not None:
            spans.append(("formula", position.formula))
        for name, span in spans:
            self.span(where, name, span.start, span.end)
        if position.stance != "neither" and not position.evidence:
            raise RecordError(f"{where}: stance without evidence")

    def distinct(self, what: str, ids: list[str]) -> None:
        if len(set(ids)) != len(ids):
            twice = next(i for n, i in enumerate(ids) if i in ids[:n])
            raise RecordError(f"{what} {twice}: the id is used twice")
        if "" in ids:
            raise RecordError(f"{what}: an empty id")

    def refs(self, where: str, name: str, refs: tuple[str, ...]) -> None:
        for ref in refs:
            if ref not in self.ids and ref not in COUNTRIES:
                raise RecordError(f"{where}: {name}: neither an actor nor a country code: {ref!r:.60}")

    def span(self, where: str, name: str, start: int, end: int) -> None:
        if not 0 <= start < end <= self.length:
            raise RecordError(f"{where}: {name}: span {start}-{end} is empty or outside the text (0-{self.length})")

    def spans(self, where: str, name: str, spans: tuple[Span, ...]) -> None:
        length = self.length
        for span in spans:
            if not 0 <= span.start < span.end <= length:
                self.span(where, name, span.start, span.end)

    def own_span(self, where: str, name: str, event: Event, part: Place | Amount) -> None:
        """A place or an amount stands on its own span, else on evidence."""
        if part.start is not None and part.end is not None:
            self.span(where, name, part.start, part.end)
        elif part.start is not None or part.end is not None:
            raise RecordError(f"{where}: {name}: half a span")
        elif name not in event.evidence and name not in event.inferred:
            _ungrounded(where, name)

    def grounds(self, where: str, part: Actor | Event | Statement) -> None:
        """The evidence points into the text, and speaks of fields that there are."""
        fields = _STANDS_ON[type(part)]
        for name, spans in part.evidence.items():
            if name not in fields:
                raise RecordError(f"{where}: evidence for {name!r:.60}, which is no field that needs it")
            if not spans:
                raise RecordError(f"{where}: evidence for {name} without a span")
            self.spans(where, f"evidence for {name}", spans)
        for name, rule in part.inferred.items():
            if name not in fields:
                raise RecordError(f"{where}: inferred {name!r:.60}, which is no field that can be")
            if not rule:
                raise RecordError(f"{where}: inferred {name} without a rule")


def _unknown(where: str, name: str, code: str) -> NoReturn:
    raise RecordError(f"{where}: unknown {name}: {code!r:.60}")


def _ungrounded(where: str, name: str) -> NoReturn:
    raise RecordError(f"{where}: {name} without evidence or an inferred note")
