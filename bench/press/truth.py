"""Records that a reader without fault would make of the press, and the score of a chronicle against the truth."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from mahdar.record import Actor, Amount, Article, Event, Place, Record, Span

from .writer import Page

TOLD = ("type", "mode", "status", "actors", "recipients", "date", "place", "amount")


def article_of(page: Page) -> Article:
    """The article as a reader is given it."""
    return Article(
        page.id, page.text, source=page.source, title=page.title, published=page.published, published_from="metadata"
    )


def record_of(page: Page) -> Record:
    """The record without a fault of reading: each actor under its key, each event under its number."""
    actors = []
    for shown in page.shown.values():
        if shown.kind == "country":
            continue
        spans = tuple([Span(*span) for span in shown.spans])
        evidence = {"country": spans[:1]} | ({"role": spans[:1]} if shown.role else {})
        actors.append(
            Actor(
                shown.key, shown.kind, shown.name, shown.country, "GOV", shown.role, None, spans, evidence,
                {"sector": "truth"},
            )
        )  # fmt: skip
    events = []
    for number, tell in enumerate(page.tells, 1):
        trigger = Span(*tell.trigger)
        events.append(
            Event(
                f"e{number}", tell.type, tell.mode, (), tell.status, tell.actors, tell.recipients, tell.day,
                Place(tell.place, tell.place_country, trigger.start, trigger.end) if tell.place else None,
                Amount(*tell.amount, trigger.start, trigger.end) if tell.amount else None, (trigger,),
                inferred=dict.fromkeys(TOLD, "truth"),
            )
        )  # fmt: skip
    return Record.build(article_of(page), actors, events)


class Score(NamedTuple):
    """Pairs that belong together, pairs that were joined, and how many of both."""

    right: int
    joined: int
    wanted: int

    @property
    def precision(self) -> float:
        """Of the pairs that were joined, those that belong together."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that belong together, those that were joined."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.joined + self.wanted) if self.joined + self.wanted else 1.0


def pairwise(truth: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> Score:
    """Score a partition against the true one, by pairs. What only one of them has is alone in the other."""
    both: Counter[tuple[Hashable, Hashable]] = Counter()
    wanted: Counter[Hashable] = Counter()
    joined: Counter[Hashable] = Counter()
    for thing in truth.keys() | found.keys():
        true, cluster = truth.get(thing, ("only found", thing)), found.get(thing, ("only true", thing))
        both[true, cluster] += 1
        wanted[true] += 1
        joined[cluster] += 1

    def pairs(counts: Counter[Hashable]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    return Score(sum(n * (n - 1) // 2 for n in both.values()), pairs(joined), pairs(wanted))


def people_in(pages: Iterable[Page]) -> dict[Hashable, Hashable]:
    """(article, key of somebody in it) -> who that is: the key itself."""
    return {
        (page.id, key): shown.who or key
        for page in pages
        for key, shown in page.shown.items()
        if shown.kind == "person"
    }


def deeds_in(pages: Iterable[Page]) -> dict[Hashable, Hashable]:
    """(article, number of an event in it) -> which it is."""
    return {(page.id, f"e{number}"): tell.key for page in pages for number, tell in enumerate(page.tells, 1)}


def people_read(pages: Iterable[Page], records: Mapping[str, Record]) -> dict[Hashable, Hashable]:
    """(article, id of a person read in it) -> who that is in truth; whom the article does not have is not there."""
    out: dict[Hashable, Hashable] = {}
    for page in pages:
        for actor in records[page.id].actors:
            if actor.kind != "person":
                continue
            shares: dict[str, int] = defaultdict(int)
            for key, shown in page.shown.items():
                for start, end in shown.spans:
                    shares[key] += sum(max(0, min(end, m.end) - max(start, m.start)) for m in actor.mentions)
            key = max(shares, key=lambda k: (shares[k], k), default="")
            if shares.get(key) and page.shown[key].kind == "person":
                out[page.id, actor.id] = page.shown[key].who or key
    return out


def _meets(span: tuple[int, int], event: Event) -> bool:
    return any(trigger.start < span[1] and span[0] < trigger.end for trigger in event.triggers)


def deeds_read(pages: Iterable[Page], records: Mapping[str, Record]) -> dict[Hashable, Hashable]:
    """(article, id of an event read in it) -> which it is in truth, by its type and the words that tell of it.

    What is read where the truth has nothing is an error of the reading; in versions of one story that share its words
    it is one and the same. Statements are left out: the gold has no events for them.
    """
    out: dict[Hashable, Hashable] = {}
    for page in pages:
        for event in records[page.id].events:
            if event.statement is not None:
                continue
            for tell in page.tells:
                if tell.type == event.type and any(_meets(span, event) for span in tell.words or (tell.told,)):
                    out[page.id, event.id] = tell.key
                    break
            else:
                if page.story and event.triggers:
                    out[page.id, event.id] = (page.story, event.type, event.triggers[0].of(page.text))
    return out
