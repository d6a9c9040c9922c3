"""Records in the form of the gold articles (tests/gold/README.md), and gold articles as records.

The gold form quotes the article's words where a record has spans. It has no entries for countries and for what a
statement amounts to: those are worked out again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mahdar.memory.correcting import verbal_event
from mahdar.ontology import COUNTRIES, GOLDSTEIN
from mahdar.reading.cameo import code_of_event
from mahdar.record import Actor, Amount, Article, Event, Place, Record, RecordError, Span, Statement

RULE = "annotated"
"""What fields stand on that a person has read."""


def gold_of(record: Record) -> dict[str, Any]:
    """The gold article of a record."""
    article, text = record.article, record.text
    title = article.title if article.title and text.startswith(f"{article.title}\n\n") else None
    codes = {a.id: a.country for a in record.actors if a.kind == "country" and a.country in COUNTRIES}

    def refs(given: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(codes.get(ref) or ref for ref in given))

    return {
        "id": article.id,
        "source": article.source,
        "published": article.published,
        "title": title,
        "text": text.removeprefix(f"{title}\n\n") if title else text,
        "gold": {
            "actors": [_gold_actor(actor, text) for actor in record.actors if actor.id not in codes],
            "events": [_gold_event(event, text, refs) for event in record.events if event.statement is None],
            "statements": [_gold_statement(statement, text, refs) for statement in record.statements],
        },
    }


def _gold_actor(actor: Actor, text: str) -> dict[str, Any]:
    spans = actor.mentions or actor.evidence.get("name", ())
    return {
        "id": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "country": actor.country,
        "sector": actor.sector,
        "role": actor.role,
        "mentions": _words(spans, text),
    }


def _gold_event(event: Event, text: str, refs: Callable[[Iterable[str]], list[str]]) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "status": event.status,
        "actors": refs(event.actors),
        "recipients": refs(event.recipients),
        "date": event.date,
        "place": {"name": event.place.name, "country": event.place.country} if event.place else None,
        "amount": {"value": event.amount.value, "unit": event.amount.unit} if event.amount else None,
        "triggers": _words(event.triggers, text),
    }


def _gold_statement(said: Statement, text: str, refs: Callable[[Iterable[str]], list[str]]) -> dict[str, Any]:
    return {
        "speaker": refs([said.speaker])[0] if said.speaker else None,
        "act": said.act,
        "trigger": said.trigger.of(text),
        "content": said.content.of(text),
        "type": said.type,
        "targets": refs(said.targets),
        "issues": list(said.issues),
    }


def _words(spans: Iterable[Span], text: str) -> list[str]:
    return list(dict.fromkeys(span.of(text) for span in spans))


def record_of_gold(article: Article, gold: Mapping[str, Any]) -> Record:
    """The record of an article by its gold: actors, events and statements. Raises RecordError."""
    try:
        text = article.text
        actors = [actor_of_gold(text, given) for given in gold["actors"]]
        events = [event_of_gold(text, given, f"e{n}") for n, given in enumerate(gold["events"], 1)]
        statements = [statement_of_gold(text, given, f"s{n}") for n, given in enumerate(gold["statements"], 1)]
        typed = [statement for statement in statements if statement.type is not None]
        verbal = [verbal_event(f"e{n}", statement) for n, statement in enumerate(typed, len(events) + 1)]
        return Record.build(article, actors, [*events, *verbal], statements)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(f"not in the gold form: {type(error).__name__} {error}") from None


def actor_of_gold(text: str, given: Mapping[str, Any]) -> Actor:
    """An actor whose mentions are quoted. Raises RecordError for one that is not in the text."""
    return Actor(
        id=given["id"],
        kind=given["kind"],
        name=given["name"],
        country=given.get("country"),
        sector=given.get("sector"),
        role=given.get("role"),
        mentions=_everywhere(text, given["mentions"]),
        inferred=_by_hand(given, "country", "sector", "role"),
    )


def event_of_gold(text: str, given: Mapping[str, Any], number: str) -> Event:
    """An event whose triggers are quoted. Raises RecordError for one that is not in the text."""
    place, amount = given.get("place"), given.get("amount")
    contexts = tuple(given.get("contexts") or ())
    code, rule = code_of_event(given["type"], given.get("mode"), contexts, "")
    at = _first(text, place["name"]) if place else None
    return Event(
        id=number,
        type=given["type"],
        mode=given.get("mode"),
        contexts=contexts,
        status=given.get("status") or "occurred",
        actors=tuple(given.get("actors") or ()),
        recipients=tuple(given.get("recipients") or ()),
        date=given.get("date"),
        place=Place(place["name"], place.get("country"), at.start, at.end) if place and at else None,
        amount=Amount(amount["value"], amount["unit"]) if amount else None,
        triggers=tuple(dict.fromkeys(_first(text, trigger) for trigger in given["triggers"])),
        cameo=code,
        goldstein=GOLDSTEIN[code],
        inferred={
            **_by_hand(given, "mode", "contexts", "status", "actors", "recipients", "date", "amount"),
            "cameo": rule,
        },
    )


def statement_of_gold(text: str, given: Mapping[str, Any], number: str) -> Statement:
    """A statement whose trigger and content are quoted. Raises RecordError for what is not in the text."""
    content = _first(text, given["content"])
    before = text.rfind(given["trigger"], 0, content.start) if given["trigger"] else -1
    trigger = Span(before, before + len(given["trigger"])) if before >= 0 else _first(text, given["trigger"])
    return Statement(
        id=number,
        speaker=given.get("speaker"),
        act=given["act"],
        trigger=trigger,
        content=content,
        type=given.get("type"),
        targets=tuple(given.get("targets") or ()),
        issues=tuple(given.get("issues") or ()),
        inferred=_by_hand(given, "speaker", "act", "type", "targets", "issues"),
    )


def _by_hand(given: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: RULE for name in names if given.get(name) not in (None, [], "")}


def _first(text: str, quoted: str) -> Span:
    at = text.find(quoted) if quoted else -1
    if at < 0:
        raise RecordError(f"not in the article: {quoted!r:.60}")
    return Span(at, at + len(quoted))


def _everywhere(text: str, quoted: Iterable[str]) -> tuple[Span, ...]:
    """All places of some strings, the longer ones first, none inside another; in the order of the text."""
    found: list[Span] = []
    for string in sorted(set(quoted), key=lambda s: (-len(s), s)):
        _first(text, string)
        for match in re.finditer(re.escape(string), text):
            if not any(span.start <= match.start() and match.end() <= span.end for span in found):
                found.append(Span(match.start(), match.end()))
    return tuple(sorted(found, key=lambda span: span.start))
