"""A record as text for people: title, people, events one a line, statements with their words.

People and bodies are listed with their Latin form beside the name, and go by it in the lines below if they have one.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mahdar.ontology import BODIES, COUNTRIES
from mahdar.record import Actor, Amount, Event, Place, Record, Span, Statement

WIDTH = 100
"""How wide a line is if nobody says."""

LEAST = 40
"""Of a statement's words at least so many characters are shown, however narrow the page."""

# What may not reach a terminal from an article: control characters, and marks that turn the direction of writing.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is laid out.

    `isolate` sets Arabic apart from English with Unicode's isolates, so that a terminal that knows about direction
    keeps each line in order; `bold` makes the headings bold with a terminal's escape codes; `ids` begins each line
    with the id of its part.
    """

    width: int = WIDTH
    isolate: bool = False
    bold: bool = False
    ids: bool = False

    def set_apart(self, text: str) -> str:
        """Arabic in a line of English."""
        return f"\u2068{text}\u2069" if self.isolate else text

    def strong(self, text: str) -> str:
        """A heading, or what a search has hit."""
        return f"\x1b[1m{text}\x1b[0m" if self.bold else text


def render(record: Record, style: Style = Style()) -> str:
    """The record as lines of text, without a line end at the last."""
    return "\n".join(_Page(record, style).lines())


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def event_words(kind: str, mode: str | None) -> str:
    """What kind of event it is, in plain English."""
    events = _words()["events"]
    if mode is None:
        return str(events[kind])
    return str(events.get(f"{kind} {mode}") or f"{events[kind]} ({mode})")


def act_words(act: str) -> str:
    """What somebody does who speaks so, in plain English."""
    return str(_words()["acts"][act])


def country_name(code: str) -> str:
    """The English name of a country or of a body's kind; the code itself if it has none."""
    return COUNTRIES.get(code) or BODIES.get(code, code)


def shorten(text: str, width: int) -> str:
    """The text, cut at a word's end with an ellipsis if it is longer than `width`."""
    if len(text) <= width:
        return text
    cut = text.rfind(" ", 0, width)
    return text[: cut if cut > width // 2 else width - 1].rstrip(" ،؛,;") + "…"


class _Page:
    def __init__(self, record: Record, style: Style) -> None:
        self.record = record
        self.style = style
        self.actors = {actor.id: actor for actor in record.actors}

    def lines(self) -> Iterable[str]:
        yield from self.head()
        events = [e for e in self.record.events if e.statement is None]
        people = [a for a in self.record.actors if a.kind == "person"]
        others = [a for a in self.record.actors if a.kind in {"organisation", "group"}]
        yield from self.section("People", people, self.actor)
        yield from self.section("Bodies and groups", others, self.actor)
        yield from self.section("Events", events, self.event)
        yield from self.section("Statements", self.record.statements, self.statement)
        if not (events or self.record.statements):
            yield "  no event and no statement found"

    def head(self) -> Iterable[str]:
        article = self.record.article
        title = article.title or shorten(clean(article.text[:400]), self.style.width)
        yield self.strong(self.set_apart(clean(title)))
        date = None
        if article.published:
            known = _words()["published_from"].get(article.published_from, article.published_from)
            date = f"{article.published} ({known})"
        parts = (self.outlet(), date or "no date known", self.credit(), self.reprint(), clean(article.url or ""))
        yield " · ".join(part for part in parts if part)

    def outlet(self) -> str:
        """The outlet as the article names it, and what it is known to be."""
        article = self.record.article
        name = self.set_apart(clean(article.source)) if article.source else article.outlet or ""
        if article.outlet_kind is None or article.outlet_country is None:
            return name
        return f"{name} ({article.outlet_kind.replace('-', ' ')}, {country_name(article.outlet_country)})"

    def credit(self) -> str:
        """Whom the text is taken from, unless it is the outlet itself."""
        article = self.record.article
        others = [c.name for c in article.credit if c.outlet is None or c.outlet != article.outlet]
        return f"taken from {', '.join(self.set_apart(clean(name)) for name in others)}" if others else ""

    def reprint(self) -> str:
        """Of which article met before the text is, and how much of it."""
        article = self.record.article
        if article.reprint_of is None or article.reprint_share is None:
            return ""
        return f"{article.reprint_share:.0%} of the text is that of {self.set_apart(clean(article.reprint_of))}"

    def section(self, title: str, parts: Iterable[Any], line: Callable[[Any], str]) -> Iterable[str]:
        rows = [f"{part.id}  {line(part)}" if self.style.ids else line(part) for part in parts]
        if rows:
            yield self.strong(title)
            # a mark of direction keeps a line that begins with Arabic from being laid out right to left
            yield from (f"  \u200e{row}" if self.style.isolate else f"  {row}" for row in rows)

    def actor(self, actor: Actor) -> str:
        parts = [self.set_apart(clean(actor.name))]
        if actor.latin:
            parts[0] += f" ({clean(actor.latin)})"
        if actor.role:
            parts.append(self.set_apart(clean(actor.role)))
        if actor.country:
            parts.append(country_name(actor.country))
        return " — ".join(parts)

    def event(self, event: Event) -> str:
        parts = [event.date or "no date"]
        if event.place:
            parts.append(self.place(event.place))
        sides = self.sides(event)
        if sides:
            parts.append(sides)
        what = event_words(event.type, event.mode)
        if event.amount:
            what += f", {self.amount(event.amount)}"
        what += f": {self.triggers(event.triggers)}"
        if event.status != "occurred":
            what += f" ({event.status})"
        parts.append(what)
        return " · ".join(parts)

    def sides(self, event: Event) -> str:
        actors, recipients = self.names(event.actors), self.names(event.recipients)
        return f"{actors or '?'} → {recipients}" if recipients else actors

    def statement(self, statement: Statement) -> str:
        act = act_words(statement.act)
        targets = f" ({self.names(statement.targets)})" if statement.targets else ""
        speaker = self.name(statement.speaker) if statement.speaker else "somebody"
        start = f"{speaker} {act}{targets}{', verbatim' if statement.quoted else ''}: "
        room = max(LEAST, self.style.width - len(_UNSAFE.sub("", start)) - 4)
        return f"{start}“{self.set_apart(shorten(clean(statement.content.of(self.record.text)), room))}”"

    def place(self, place: Place) -> str:
        name = self.set_apart(clean(place.name))
        return f"{name}, {country_name(place.country)}" if place.country else name

    def amount(self, amount: Amount) -> str:
        value = int(amount.value) if amount.value == int(amount.value) else amount.value
        return f"{value:,} {self.set_apart(clean(amount.unit))}"

    def triggers(self, spans: Iterable[Span]) -> str:
        words = dict.fromkeys(clean(span.of(self.record.text)) for span in spans)
        return ", ".join(self.set_apart(word) for word in words)

    def names(self, refs: Iterable[str]) -> str:
        return ", ".join(self.name(ref) for ref in refs)

    def name(self, ref: str) -> str:
        actor = self.actors.get(ref)
        if actor is None:
            return country_name(ref)
        if actor.kind == "country" and actor.country:
            return country_name(actor.country)
        return clean(actor.latin) if actor.latin else self.set_apart(clean(actor.name))

    def set_apart(self, text: str) -> str:
        return self.style.set_apart(text)

    def strong(self, text: str) -> str:
        return self.style.strong(text)


def clean(text: str) -> str:
    """The text on one line, without what may not reach a terminal."""
    return _SPACES.sub(" ", _UNSAFE.sub("", text)).strip()
