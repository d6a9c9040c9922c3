"""From what the stages found to the checked record, each field with its evidence or its rule."""

from mahdar.ontology import ACT_TYPES, GOLDSTEIN
from mahdar.reading.cameo import code_of_event, code_of_statement
from mahdar.reading.coreference import SUPRANATIONAL, Entity
from mahdar.reading.events import Happening, Party, parts_of_visits
from mahdar.reading.latin import latin_of
from mahdar.reading.mentions import Mention
from mahdar.reading.stages import Reading
from mahdar.reading.statements.behalf import behalf_of
from mahdar.reading.statements.listener import Said
from mahdar.reading.statements.positions import Held, Issues, issues, positions_of
from mahdar.reading.statements.strength import strength_of
from mahdar.record import Actor, Amount, Event, Place, Position, Record, Span, Statement


def record_of(reading: Reading, known: Issues | None = None) -> Record:
    """The checked record of a reading, its statements put on the issues known (the pack's, if no others are given)."""
    return Builder(reading, known or issues()).build()


class Builder:
    """Turns token ranges into spans, and what was found into actors, events and statements with their evidence."""

    def __init__(self, reading: Reading, known: Issues) -> None:
        self.reading = reading
        self.known = known
        self.tokens = reading.scene.tokens
        self.used: set[str] = set()
        self.parts = parts_of_visits(reading.happenings)

    def span(self, at: tuple[int, int]) -> Span:
        first, last = at
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def spans(self, places: list[tuple[int, int]]) -> tuple[Span, ...]:
        """The spans of stretches of tokens, each once."""
        if len(places) == 1:
            return (self.span(places[0]),)
        return tuple([self.span(at) for at in dict.fromkeys(places)])

    def ref(self, party: Party) -> str:
        if isinstance(party, Entity):
            self.used.add(party.id)
            return party.id
        return party

    def build(self) -> Record:
        statements = [self.statement(n, s) for n, s in enumerate(sorted(self.reading.said, key=lambda s: s.at), 1)]
        events = [self.event(n, h) for n, h in enumerate(self.reading.happenings, 1)]
        for statement in statements:
            if statement.type is not None:
                events.append(self.verbal(len(events) + 1, statement))
        actors = [self.actor(e) for e in self.reading.cast.entities if e.id in self.used or self.worth(e)]
        furniture = self.spans(self.reading.furniture)
        return Record.build(self.reading.article, actors, events, statements, furniture)

    def worth(self, entity: Entity) -> bool:
        """People with a name, and officials, are kept; bodies and groups only if they take part."""
        if entity.kind != "person":
            return False
        return bool(entity.names)

    def actor(self, entity: Entity) -> Actor:
        evidence: dict[str, tuple[Span, ...]] = {}
        inferred: dict[str, str] = {}
        name, role, role_at = self.name(entity)
        if entity.country is not None:
            if entity.country_rule or entity.country_at is None:
                inferred["country"] = entity.country_rule or "entity"
            else:
                evidence["country"] = (self.span(entity.country_at),)
        if entity.sector is not None:
            if entity.sector_rule or entity.sector_at is None:
                inferred["sector"] = entity.sector_rule or "office"
            else:
                evidence["sector"] = (self.span(entity.sector_at),)
        if role is not None and role_at is not None:
            evidence["role"] = (self.span(role_at),)
        named = []
        for mention in entity.mentions:
            named.append((mention.first, mention.last))
            if mention.name:
                named.append(mention.name)
            for office in mention.offices:
                named.append((office.first, office.last))
        latin = latin_of(entity, name, self.tokens)
        if latin is not None and latin.at is not None:
            evidence["latin"] = (latin.at,)
        elif latin is not None:
            inferred["latin"] = latin.rule
        return Actor(
            entity.id, entity.kind, name, entity.country, entity.sector, role, latin.form if latin else None,
            self.spans(named),
            evidence, inferred,
        )  # fmt: skip

    def name(self, entity: Entity) -> tuple[str, str | None, tuple[int, int] | None]:
        """The fullest name, the office, and where the office stands."""
        offices = [o for m in entity.mentions for o in m.offices]
        role_at: tuple[int, int] | None = None
        if offices:
            longest = max(
                (m for m in entity.mentions if m.offices), key=lambda m: m.offices[-1].last - m.offices[0].first
            )
            chain = longest.offices
            role_at = chain[0].first, chain[-1].last
            if longest.name and chain[0].first < longest.name[0] < chain[-1].first:
                before = [o for o in chain if o.last <= longest.name[0]]
                role_at = before[0].first, before[-1].last
        role = self.clean(role_at) if role_at else None
        if entity.kind == "person":
            named = [m for m in entity.mentions if m.name]
            if named:
                best = max(named, key=lambda m: (m.name[1] - m.name[0], -m.first) if m.name else (0, 0))
                assert best.name is not None
                joined = len(best.conj) + len(best.prep) if best.name[0] == best.first else 0
                return self.text(best.name)[joined:], role, role_at
            if role_at:
                return self.clean(role_at), role, role_at
            first = entity.mentions[0]
            return self.clean((first.first, first.last)), role, role_at
        best = max(entity.mentions, key=lambda m: (m.kind != "anaphor", m.last - m.first))
        return self.clean((best.first, best.last)), None, None

    def text(self, at: tuple[int, int]) -> str:
        return self.tokens.span_text(*at)

    def clean(self, at: tuple[int, int]) -> str:
        """A description without the و or the preposition written on to it."""
        text = self.text(at)
        info = self.reading.scene.infos[at[0]]
        clitics = 0
        for senses in (info.offices, info.body_heads, info.group_heads, info.bodies):
            if senses:
                clitics = len(senses[0].conj) + len(senses[0].prep)
                if senses[0].prep == "ل" and senses[0].det and text[clitics - 1 : clitics + 1] == "لل":
                    return "ا" + text[clitics:]
                break
        else:
            for hits in (info.multis or {}).values():
                clitics = len(hits[0][0]) + len(hits[0][1])
                break
        return text[clitics:]

    # --- events

    def event(self, number: int, found: Happening) -> Event:
        evidence: dict[str, tuple[Span, ...]] = {}
        inferred: dict[str, str] = {}
        for role, parties in (("actors", found.actors), ("recipients", found.recipients)):
            if not parties:
                continue
            if role in found.party_rules:
                inferred[role] = found.party_rules[role]
                continue
            at = [
                (m.first, m.last) for key in ("actor", "recipient", "host") for m in found.party_mentions.get(key, ())
            ]
            if at:
                evidence[role] = self.spans(at)
            else:
                inferred[role] = "same-subject"
        place = None
        if found.place is not None:
            span = self.span(found.place.country_at or (found.place.first, found.place.last))
            name = self.place_name(found.place)
            place = Place(
                name, found.place.country if found.place.country not in SUPRANATIONAL else None, span.start, span.end
            )
            if found.place_rule:
                inferred["place"] = found.place_rule
        amount = None
        if found.amount is not None:
            span = self.span((found.amount.first, found.amount.last))
            amount = Amount(found.amount.value, found.amount.unit, span.start, span.end)
        if found.mode is not None:
            inferred["mode"] = found.mode_rule or f"frame:{found.frame.id}"
        if found.date is not None:
            if found.date_at is not None:
                evidence["date"] = (self.span(found.date_at),)
                if found.date_rule != "stated":
                    inferred["date"] = found.date_rule
            else:
                inferred["date"] = found.date_rule
        if found.status != "occurred":
            if found.status_at is not None:
                evidence["status"] = (self.span(found.status_at),)
            else:
                inferred["status"] = found.status_rule or "clause"
        contexts = tuple(found.frame.contexts) or ("diplomatic",)
        inferred["contexts"] = f"frame:{found.frame.id}"
        part_of = None
        if number in self.parts:
            visit, inferred["part_of"] = self.parts[number]
            part_of = f"e{visit}"
        cameo, inferred["cameo"] = code_of_event(found.frame.type, found.mode, contexts, found.frame.id)
        return Event(
            f"e{number}", found.frame.type, found.mode, contexts, found.status,
            tuple(self.ref(p) for p in found.actors), tuple(self.ref(p) for p in found.recipients),
            found.date, place, amount, self.spans(found.triggers), None,
            part_of, cameo, GOLDSTEIN[cameo], evidence, inferred,
        )  # fmt: skip

    def place_name(self, mention: Mention) -> str:
        text = self.text((mention.first, mention.last))
        return text[len(mention.conj) + len(mention.prep) :]

    def verbal(self, number: int, statement: Statement) -> Event:
        """The event that a statement amounts to."""
        evidence: dict[str, tuple[Span, ...]] = {}
        inferred: dict[str, str] = {"actors": f"speaker-of:{statement.id}"}
        if statement.targets:
            inferred["recipients"] = f"targets-of:{statement.id}"
        actors = (statement.speaker,) if statement.speaker else ()
        assert statement.type is not None
        cameo, inferred["cameo"] = code_of_statement(statement.act, statement.strength)
        return Event(
            f"e{number}", statement.type, actors=actors, recipients=statement.targets, triggers=(statement.trigger,),
            statement=statement.id, cameo=cameo, goldstein=GOLDSTEIN[cameo], evidence=evidence, inferred=inferred,
        )  # fmt: skip

    # --- statements

    def statement(self, number: int, said: Said) -> Statement:
        evidence: dict[str, tuple[Span, ...]] = {}
        inferred: dict[str, str] = {}
        scene, content = self.reading.scene, (said.first, said.last)
        voice = said.voice
        speaker = self.ref(voice.who) if voice.who is not None else None
        if voice.mention is not None:
            evidence["speaker"] = (self.span((voice.mention.first, voice.mention.last)),)
        if speaker is not None and (voice.mention is None or not voice.rule.startswith("subject")):
            inferred["speaker"] = voice.rule
        behalf = behalf_of(self.reading.cast, voice)
        if behalf is not None:
            if behalf.at is not None:
                evidence["on_behalf_of"] = (self.span(behalf.at),)
            else:
                inferred["on_behalf_of"] = behalf.rule
        targets = tuple(self.ref(t) for t in said.targets)
        if targets:
            evidence["targets"] = self.spans([(m.first, m.last) for m in said.target_mentions])
        kind = ACT_TYPES.get(said.act)
        if said.act == "concern" and not targets:
            kind = None
        if said.act == "warn" and self.reprisal(said):
            kind = "THREATEN"
        positions = tuple(self.position(held) for held in positions_of(scene, self.known, said.act, said.at, content))
        if positions:
            evidence["issues"] = tuple(dict.fromkeys(p.mark for p in positions))
        strength, shown = strength_of(scene, said.act, said.verb, said.at, content) or (None, [])
        if shown:
            evidence["strength"] = tuple(self.span(at) for at in shown)
        elif strength is not None:
            inferred["strength"] = f"act:{said.act}"
        return Statement(
            f"s{number}", speaker, said.act, self.span((said.at, said.at + 1)), self.span(content),
            said.quoted, kind, targets, tuple(p.issue for p in positions), positions, strength,
            self.ref(behalf.who) if behalf is not None else None, evidence, inferred,
        )  # fmt: skip

    def position(self, held: Held) -> Position:
        return Position(
            held.issue, self.span(held.mark), self.span(held.formula) if held.formula else None, held.stance,
            tuple(self.span(at) for at in held.evidence),
        )  # fmt: skip

    def reprisal(self, said: Said) -> bool:
        return bool(said.targets)
