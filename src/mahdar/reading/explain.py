"""Every stage of the reading, printed: what was seen in each sentence, which rule and which spans made each record."""

from collections.abc import Iterator

from mahdar.reading.clauses import Clause
from mahdar.reading.coreference import Entity
from mahdar.reading.events import Happening, Party
from mahdar.reading.lexicon import NounSense, VerbSense, Word
from mahdar.reading.mentions import Mention
from mahdar.reading.recording import record_of
from mahdar.reading.scene import Scene
from mahdar.reading.stages import Reading, read_stages
from mahdar.reading.statements.listener import Said
from mahdar.record import Article, Event, Span, Statement


def explain(article: Article, *, sentence: int | None = None) -> str:
    """The stages for every sentence of an article, or for one (counted from 1). ValueError if there is none such."""
    reading = read_stages(article)
    count = len(reading.sentences)
    if sentence is not None and not 1 <= sentence <= count:
        raise ValueError(f"no sentence {sentence}: the article has {count}")
    wanted = range(count) if sentence is None else range(sentence - 1, sentence)
    lines = list(_head(reading))
    for number in wanted:
        lines.extend(_sentence(reading, number))
    lines.extend(_records(reading, None if sentence is None else reading.sentences[sentence - 1]))
    return "\n".join(lines)


def _head(reading: Reading) -> Iterator[str]:
    article, cast = reading.article, reading.cast
    yield f"{article.id}: {article.title or ''}".rstrip()
    yield f"published  {article.published or 'not known'}" + (
        f" (from {article.published_from})" if article.published else ""
    )
    yield f"at home in {cast.home} ({cast.home_rule})" if cast.home else "at home nowhere"
    yield f"sentences  {len(reading.sentences)}"
    for first, last in reading.furniture:
        yield f"not news   {_span(reading.scene, first, last)}"


def _sentence(reading: Reading, number: int) -> Iterator[str]:
    scene = reading.scene
    first, last = reading.sentences[number]
    tokens = scene.tokens
    yield ""
    yield f"── sentence {number + 1} [{tokens.starts[first]}-{tokens.ends[last - 1]}]"
    yield tokens.span_text(first, last)
    yield "  tags"
    for k in range(first, last):
        tags = _tags(scene.infos[k])
        if tags:
            yield f"    {tokens.span_text(k, k + 1)}: {', '.join(tags)}"
    yield "  phrases"
    for mention in scene.between(first, last):
        yield f"    {_mention(reading, mention)}"
    yield "  clauses"
    for clause in reading.clauses[number]:
        yield f"    {_clause(scene, clause)}"


def _tags(info: Word) -> list[str]:
    """What a word can be, in short."""
    tags = [f"verb {v.verb.past} ({v.kind}{', plain' if v.verb.plain else ''})" for v in info.verbs]
    tags += [f"office {o.entry.word}" for o in info.offices]
    tags += [f"nationality {n.entry.code}" for n in info.nisbas]
    tags += [f"place {p.entry.country if hasattr(p.entry, 'country') else p.entry.code}" for p in info.places]
    tags += [f"body {b.entry.name}" for b in info.bodies] + [f"body head {b.entry.word}" for b in info.body_heads]
    tags += [f"group {g.entry.word}" for g in info.group_heads]
    if info.nouns:
        tags.append("event or attitude noun")
    if info.name:
        tags.append(f"name ({info.name})")
    if info.ordinary:
        tags.append(info.ordinary)
    return list(dict.fromkeys(tags))


def _span(scene: Scene, first: int, last: int) -> str:
    return f"«{scene.tokens.span_text(first, last)}» [{scene.tokens.starts[first]}-{scene.tokens.ends[last - 1]}]"


def _who(reading: Reading, party: Entity | str | None) -> str:
    if party is None:
        return "nobody known"
    if isinstance(party, str):
        return party
    longest: tuple[str, ...] = max(party.names, key=lambda parts: len(parts), default=())
    first = party.mentions[0]
    name = " ".join(longest) or reading.scene.tokens.span_text(first.first, first.last)
    return f"{party.id} {name}"


def _mention(reading: Reading, mention: Mention) -> str:
    scene = reading.scene
    parts = [mention.kind, _span(scene, mention.first, mention.last)]
    if mention.name:
        parts.append(f"name «{scene.tokens.span_text(*mention.name)}»")
    parts += [f"office «{scene.tokens.span_text(o.first, o.last)}»" for o in mention.offices]
    if mention.country:
        parts.append(mention.country)
    who = reading.cast.of_mention.get(mention.first)
    if who is not None:
        parts.append(f"= {_who(reading, who)}")
    return "  ".join(parts)


def _clause(scene: Scene, clause: Clause) -> str:
    sense = clause.sense
    if isinstance(sense, VerbSense):
        what = f"{sense.verb.past} ({sense.kind})"
    else:
        assert isinstance(sense, NounSense)
        what = f"{sense.entry.frame.id} (noun)"
    parts = [f"{_span(scene, clause.at, clause.at + 1)} {what}"]

    def names(mentions: list[Mention]) -> str:
        return " + ".join(scene.tokens.span_text(m.first, m.last) for m in mentions)

    if clause.subject:
        parts.append(f"subject{' before' if clause.subject_before else ''}: {names(clause.subject)}")
    if clause.object:
        parts.append(f"object: {names(clause.object)}")
    parts += [f"{prep}: {names(mentions)}" for prep, mentions in clause.preps]
    if clause.negated:
        parts.append("negated")
    if clause.future:
        parts.append("future")
    if clause.planned:
        parts.append(f"planned by «{scene.tokens.span_text(*clause.planned)}»")
    return " | ".join(parts)


def _records(reading: Reading, within: tuple[int, int] | None) -> Iterator[str]:
    """The finished records, each with its rule and the spans of its fields."""
    record = record_of(reading)
    text = record.text
    tokens = reading.scene.tokens
    low, high = (0, len(text)) if within is None else (tokens.starts[within[0]], tokens.ends[within[1] - 1])

    def show(spans: tuple[Span, ...]) -> str:
        return _shown(text, spans)

    def grounds(part: Statement) -> Iterator[str]:
        for field, spans in part.evidence.items():
            yield f"      {field}: {show(spans)}"
        for field, rule in part.inferred.items():
            yield f"      {field}: inferred by {rule}"

    yield ""
    yield "── people and bodies"
    for actor in record.actors:
        whose = f"{actor.country or '?'} {actor.sector or ''}"
        yield f"  {actor.id} {actor.kind} {actor.name} | {actor.role or ''} | {whose}".rstrip()
        for field, spans in actor.evidence.items():
            yield f"      {field}: {show(spans)}"
        for field, rule in actor.inferred.items():
            yield f"      {field}: inferred by {rule}"
    yield "── events"
    frames = dict(enumerate(reading.happenings, 1))
    verbal = {event.statement: event for event in record.events if event.statement is not None}
    for number, event in enumerate(record.events, 1):
        if event.statement is not None or not any(low <= t.start < high for t in event.triggers):
            continue
        what = f"{event.type} {event.mode or ''} {event.status}"
        yield f"  {event.id} {what} {event.actors} → {event.recipients} {event.date or ''}"
        yield from _why(reading, event, frames[number])
    yield "── statements"
    said: list[Said] = sorted(reading.said, key=lambda s: s.at)
    for statement, source in zip(record.statements, said, strict=True):
        if not low <= statement.trigger.start < high:
            continue
        what = f"{statement.act} {statement.type or ''} {statement.targets or ''}"
        yield f"  {statement.id} {statement.speaker} {what}".rstrip()
        yield f"      rule {source.rule}; word: {show((statement.trigger,))}"
        yield f"      content: {show((statement.content,))}"
        if statement.strength:
            yield f"      strength: {statement.strength}"
        for position in statement.positions:
            formula = f", formula {show((position.formula,))}" if position.formula else ""
            yield f"      {position.stance} {position.issue} {show((position.mark, *position.evidence))}{formula}"
        yield from grounds(statement)
        if statement.id in verbal:
            event = verbal[statement.id]
            yield f"      event {event.id} {event.type}: by the act {statement.act}"
            yield f"        cameo {event.cameo} (Goldstein {event.goldstein}): inferred by {event.inferred['cameo']}"


def _shown(text: str, spans: tuple[Span, ...]) -> str:
    return ", ".join(f"«{s.of(text)}» [{s.start}-{s.end}]" for s in spans)


def _why(reading: Reading, event: Event, found: Happening) -> Iterator[str]:
    """Why an event has its type, mode, status, date, place, sides and codes: the words or the rule, one a line."""
    text = reading.article.text

    def because(field: str, value: object, *own: Span) -> str:
        reasons = [_shown(text, spans) for spans in ((*own, *event.evidence.get(field, ())),) if spans]
        if field in event.inferred:
            reasons.append(f"inferred by {event.inferred[field]}")
        return f"      {field} {value}: {', '.join(reasons)}"

    yield f"      type {event.type}: frame {found.frame.id}, told by {_shown(text, event.triggers)}"
    if event.mode is not None:
        yield because("mode", event.mode)
    if event.status == "occurred":
        yield "      status occurred: nothing there plans, denies or supposes it"
    else:
        yield because("status", event.status)
    yield because("date", event.date) if event.date is not None else "      date not known: none of its own"
    if event.place is not None:
        place = event.place
        own = (Span(place.start, place.end),) if place.start is not None and place.end is not None else ()
        yield because("place", f"{place.name}, {place.country or '?'}", *own)
    else:
        yield "      place not known: none of its own"
    yield from _sides(reading, "actors", found.actors, found)
    yield from _sides(reading, "recipients", found.recipients, found)
    if event.amount is not None:
        amount = event.amount
        own = (Span(amount.start, amount.end),) if amount.start is not None and amount.end is not None else ()
        yield because("amount", f"{amount.value} {amount.unit}", *own)
    yield because("contexts", " ".join(event.contexts))
    if event.part_of is not None:
        yield because("part_of", event.part_of)
    yield because("cameo", f"{event.cameo} (Goldstein {event.goldstein})")


def _sides(reading: Reading, side: str, parties: list[Party], found: Happening) -> Iterator[str]:
    """Each participant of one side, and the words that put him there, else the rule."""
    told = [mention for mentions in found.party_mentions.values() for mention in mentions]
    for party in parties:
        his = {
            _span(reading.scene, m.first, m.last)
            for m in told
            if reading.cast.of_mention.get(m.first) is party or (isinstance(party, str) and m.country == party)
        }
        rule = found.party_rules.get(side, "" if his else "same-subject")
        reasons = [*sorted(his), *([f"inferred by {rule}"] if rule else [])]
        yield f"      {side} {_who(reading, party)}: {', '.join(reasons)}"
