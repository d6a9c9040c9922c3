"""A press of any size for measuring the database: articles put together from paragraphs of the project's own.

Who the people are and on which day it was is drawn anew, from 20,000 names of people and 3,000 of bodies over ten
years, few of them often and most seldom, and half of the words are replaced by others of their length. It makes no
sense as news, but has the lengths of a real press and about as many actors, events and statements.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from mahdar import read_many
from mahdar.memory.correcting import verbal_event
from mahdar.ontology import COUNTRIES
from mahdar.packs import table
from mahdar.record import Actor, Article, Event, Record, Span, Statement
from mahdar.sources import read_paths

NAMES = (
    "محمد أحمد علي حسن خالد سعيد عمر يوسف إبراهيم عبدالله فيصل "
    "ماجد سامي نبيل طارق وليد رامي هاني جمال كريم المنصور الخطيب "
    "الزياني العلي الحداد النجار القاسم الشامي المصري البكري الصالح الراشد السالم الحمد العمري"
)
OUTLETS = 60
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
MEDIAN, SPREAD = 1300, 0.8
"""Characters of an article: the median and the spread of their logarithm, as in a year of a newspaper."""
KEPT = 0.3
"""How much of what is read in the project's articles is kept: they hold far more events than a newspaper does."""
CHANGED = 0.5
"""How many of the words that nothing stands on are others each time."""


Drawn = TypeVar("Drawn")
FATHERS = 0.3
"""How many people are called by their father's name too."""
WORD = re.compile(r"[^\W\d_]+")


def _nouns() -> set[str]:
    return {noun for noun in table("ar", "words")["nouns"] if " " not in noun and WORD.fullmatch(noun)}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and what was read in it, its spans counted from its beginning."""

    text: str
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]


def paragraphs(root: Path) -> list[Paragraph]:
    """The paragraphs of the gold and demo articles."""
    found = [one for one in read_paths([root / "tests/gold/dev", root / "demo/articles"]) if isinstance(one, Article)]
    return [part for record in read_many(found) for part in _parts(record)]


def _parts(record: Record) -> Iterator[Paragraph]:
    start = 0
    for text in record.text.split("\n\n"):
        end = start + len(text)

        def inside(span: Span, start: int = start, end: int = end) -> bool:
            return start <= span.start and span.end <= end

        def moved(span: Span, start: int = start) -> Span:
            return Span(span.start - start, span.end - start)

        actors = []
        for actor in record.actors:
            spans = tuple([moved(span) for span in actor.mentions if inside(span)])
            if spans:
                actors.append(replace(actor, mentions=spans, evidence={}, inferred={}))
        known = {actor.id for actor in actors} | COUNTRIES.keys()
        events = [
            Event(
                event.id,
                event.type,
                event.mode,
                (),
                event.status,
                _known(event.actors, known),
                _known(event.recipients, known),
                triggers=tuple([moved(s) for s in event.triggers if inside(s)]),
            )
            for event in record.events
            if event.statement is None and inside(event.triggers[0])
        ]
        statements = [
            Statement(
                said.id,
                said.speaker if said.speaker in known else None,
                said.act,
                moved(said.trigger),
                moved(said.content),
                said.quoted,
                said.type,
                _known(said.targets, known),
                said.issues,
            )
            for said in record.statements
            if inside(said.trigger) and inside(said.content)
        ]
        if text.strip():
            yield Paragraph(text, tuple(actors), tuple(events), tuple(statements))
        start = end + 2


def _known(refs: Sequence[str], known: set[str]) -> tuple[str, ...]:
    return tuple([ref for ref in refs if ref in known])


class Press:
    """Articles without end, the same for the same seed."""

    def __init__(self, parts: Sequence[Paragraph], seed: int) -> None:
        self.parts = parts
        self.random = Random(seed)
        codes = sorted(COUNTRIES)
        self.random.shuffle(codes)
        self.codes = codes
        self.words: dict[int, list[str]] = {}
        for word in sorted({word for part in parts for word in WORD.findall(part.text)} | _nouns()):
            self.words.setdefault(len(word), []).append(word)
        given = NAMES.split()
        families = [*self.words[5], *self.words[6], *self.words[7]]
        self.people = []
        for _ in range(20_000):
            fathers = [self._one(given)] if self.random.random() < FATHERS else []
            name = " ".join((self._one(given), *fathers, self._one(families)))
            self.people.append((name, self._rare(codes)))
        self.bodies = [
            (f"{self._one(('هيئة', 'مجلس', 'لجنة'))} {self._one(self.words[7])} {self._one(self.words[8])}", country)
            for _ in range(3_000)
            for country in [self._rare(codes)]
        ]

    def _one(self, words: Sequence[str]) -> str:
        return self.random.choice(words)

    def _rare(self, values: Sequence[Drawn]) -> Drawn:
        """One of them, the first ones often."""
        return values[int(len(values) * self.random.random() ** 3)]

    def records(self) -> Iterator[Record]:
        """Record after record."""
        number = 0
        while True:
            number += 1
            yield self._record(number)

    def _record(self, number: int) -> Record:
        random = self.random
        wanted = random.lognormvariate(0, SPREAD) * MEDIAN
        texts: list[str] = []
        actors: list[Actor] = []
        events: list[Event] = []
        statements: list[Statement] = []
        at = 0
        day = FIRST_DAY + timedelta(random.randrange(DAYS))
        while at < wanted:
            part = random.choice(self.parts)
            self._add(part, at, day, actors, events, statements)
            texts.append(self._changed(part))
            at += len(part.text) + 2
        verbal = [said for said in statements if said.type is not None]
        events += [verbal_event(f"e{n}", said) for n, said in enumerate(verbal, len(events) + 1)]
        outlet = f"صحيفة {int(OUTLETS * random.random() ** 2)}"
        article = Article(
            f"crowd-{number}", "\n\n".join(texts), source=outlet, published=day.isoformat(), published_from="metadata"
        )
        return Record.build(article, actors, events, statements)

    def _changed(self, part: Paragraph) -> str:
        """The paragraph with some words replaced, none of those that something was read in."""
        fixed = sorted((span.start, span.end) for actor in part.actors for span in actor.mentions)

        def other(match: re.Match[str]) -> str:
            if self.random.random() > CHANGED or any(a < match.end() and match.start() < b for a, b in fixed):
                return match[0]
            return self.random.choice(self.words[len(match[0])])

        return WORD.sub(other, part.text)

    def _add(
        self, part: Paragraph, at: int, day: date, actors: list[Actor], events: list[Event], said: list[Statement]
    ) -> None:
        def moved(span: Span) -> Span:
            return Span(span.start + at, span.end + at)

        new: dict[str, str] = {}
        for actor in part.actors:
            if self.random.random() > 2 * KEPT:
                continue
            new[actor.id] = f"a{len(actors) + 1}"
            name, country = actor.name, actor.country
            if actor.kind == "person":
                name, country = self._rare(self.people)
            elif actor.kind != "country":
                name, country = self._rare(self.bodies)
            elif actor.kind == "country":
                country = self._rare(self.codes)
            actors.append(
                Actor(
                    new[actor.id],
                    actor.kind,
                    name,
                    country,
                    None,
                    None,
                    None,
                    tuple(map(moved, actor.mentions)),
                    {},
                    {"country": "drawn"} if country else {},
                )
            )
        codes: dict[str, str] = {}

        def refer(ref: str) -> str:
            return new.get(ref) or codes.setdefault(ref, self._rare(self.codes))

        for event in part.events:
            if self.random.random() > KEPT:
                continue
            events.append(
                replace(
                    event,
                    id=f"e{len(events) + 1}",
                    actors=tuple(dict.fromkeys(map(refer, event.actors))),
                    recipients=tuple(dict.fromkeys(map(refer, event.recipients))),
                    date=(day - timedelta(self.random.randrange(3))).isoformat(),
                    triggers=tuple(map(moved, event.triggers)),
                    inferred=dict.fromkeys(("mode", "status", "actors", "recipients", "date"), "drawn"),
                )
            )
        for one in part.statements:
            if self.random.random() > KEPT:
                continue
            said.append(
                replace(
                    one,
                    id=f"s{len(said) + 1}",
                    speaker=refer(one.speaker) if one.speaker else None,
                    targets=tuple(dict.fromkeys(map(refer, one.targets))),
                    trigger=moved(one.trigger),
                    content=moved(one.content),
                    inferred=dict.fromkeys(("speaker", "targets", "type", "issues", "act"), "drawn"),
                )
            )
