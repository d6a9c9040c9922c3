"""Stage 5c, events: what was done, by whom, to whom, when and where; each once.

Clauses whose predicate has a frame become candidates; roles, dates and places come from the clause's own region; a
frame's needs decide whether there is an event; mentions of one event are joined.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from mahdar.reading.actors import SUPRANATIONAL, Cast, Entity
from mahdar.reading.amounts import Quantity, quantity
from mahdar.reading.clauses import (
    ENTITY,
    Clause,
    Scene,
    finite_verb,
    frames_of,
    modality,
)
from mahdar.reading.dates import resolve
from mahdar.reading.grammar import AT_A_DISTANCE, DURING
from mahdar.reading.lexicon import Frame, NounFrame, NounSense, Place, VerbSense
from mahdar.reading.mentions import COMMAS, Mention

Party = Entity | str


@dataclass(slots=True, eq=False)
class Happening:
    """An event in the making."""

    frame: Frame
    triggers: list[tuple[int, int]]
    sentence: int
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    mode: str | None = None
    mode_rule: str = ""
    status: str = "occurred"
    status_at: tuple[int, int] | None = None
    status_rule: str = ""
    date: str | None = None
    date_at: tuple[int, int] | None = None
    date_rule: str = ""
    place: Mention | None = None
    amount: Quantity | None = None
    party_mentions: dict[str, list[Mention]] = field(default_factory=dict)
    party_rules: dict[str, str] = field(default_factory=dict)
    weak: bool = False
    title: bool = False
    margins: bool = False
    background: bool = False


def country_of(party: Party) -> str | None:
    return party if isinstance(party, str) else party.country


class Witness:
    """Reads the events of one article, sentence by sentence, and joins them."""

    def __init__(self, scene: Scene, cast: Cast, published: date | None) -> None:
        self.scene = scene
        self.cast = cast
        self.published = published
        self.words = scene.tokens.words
        self.infos = scene.infos
        self.out: list[Happening] = []
        self.pair: list[Party] = []
        self.pair_countries: list[str] = []
        self.mood = modality()
        self.subject: Party | None = None

    # --- parties

    def party(self, mention: Mention) -> list[Party]:
        """Who a mention stands for, as a party to an event."""
        if mention.kind == "anaphor":
            if mention.word in ("pair", "countries"):
                if mention.countries:
                    return list(mention.countries)
                if mention.word == "countries":
                    return list(self.pair_countries) or list(self.pair)
                return list(self.pair) or list(self.pair_countries)
            who = self.cast.of_mention.get(mention.first)
            return [who] if who is not None else []
        if mention.kind == "group" and (mention.number == "d" or len(mention.countries) > 1):
            if mention.countries:
                return list(mention.countries)
            if len(self.pair_countries) == 2:
                return list(self.pair_countries)
        if (
            mention.kind == "group"
            and not mention.det
            and mention.country
            and mention.sector == "GOV"
            and mention.number == "p"
            and mention.offices
        ):
            return [mention.country]
        who = self.cast.of_mention.get(mention.first)
        return [who] if who is not None else []

    def parties(self, mentions: list[Mention]) -> list[Party]:
        out: list[Party] = []
        for mention in mentions:
            if mention.kind not in ENTITY:
                continue
            for who in self.party(mention):
                # a body's code is no participant: the body is
                if who not in out and who not in SUPRANATIONAL:
                    out.append(who)
        return out

    def note_pair(self, sentence: tuple[int, int]) -> None:
        people: list[Party] = []
        states: list[str] = []
        for mention in self.scene.between(*sentence):
            if mention.kind in ("person", "group") and mention.kind != "date":
                who = self.cast.of_mention.get(mention.first)
                if isinstance(who, Entity) and who not in people:
                    people.append(who)
            if mention.country and mention.kind in ("person", "country", "nisba") and mention.country not in states:
                if mention.country not in SUPRANATIONAL:
                    states.append(mention.country)
        del people
        if len(states) >= 2 and not self.pair_countries:
            self.pair_countries = states[:2]

    # --- sentences

    def sentence(self, number: int, clauses: list[Clause], *, title: bool = False) -> None:
        if not clauses:
            return
        self.note_pair(clauses[0].sentence)
        for clause in clauses:
            if clause.kind == "participle":
                continue
            if clause.kind == "verb" and clause.subject and not clause.relative:
                got = self.parties(clause.subject)
                if got:
                    self.subject = got[0]
            for frame in frames_of(clause):
                found = self.happening(frame, clause, clauses, number)
                if found is not None:
                    found.title = title
                    self.keep(found)
                    break
        self.point_back(clauses[0].sentence)

    # --- one frame on one clause

    def happening(self, frame: Frame, clause: Clause, clauses: list[Clause], number: int) -> Happening | None:
        if clause.kind == "verb":
            fits = self.objects_fit(frame, clause)
            if fits is None:
                return None
            trigger_end = fits
        else:
            trigger_end = clause.at + 1
            sense = clause.sense
            if isinstance(sense, NounSense) and isinstance(sense.entry, NounFrame):
                trigger_end += len(sense.entry.rest)
        roles = self.roles(frame, clause, clauses, trigger_end)
        if roles is None:
            return None
        found = Happening(frame, [(clause.at, trigger_end)], number)
        found.actors, found.recipients, found.party_mentions, governor = roles
        if "posted" in frame.flags and not found.recipients:
            # سفيرها لدى فرنسا: the state where the one recalled is posted
            for mention in [*clause.object, *clause.subject]:
                for office in mention.offices:
                    if office.posted and office.posted not in SUPRANATIONAL and office.posted not in found.actors:
                        found.recipients = [office.posted]
                        found.party_mentions["recipient"] = [mention]
        self.host_by_default(frame, found, clause)
        if not self.needs_met(frame, found, clause):
            return None
        region = self.region(clause, governor)
        self.status(found, clause, governor)
        if found.status == "unreal":
            return None
        self.when(found, region, clause)
        self.where(found, region, clause)
        if frame.type in ("AID", "COOPERATE"):
            found.amount = self.amount(region, clause)
        if "amount" in frame.needs and found.amount is None:
            return None
        self.finish(found, clause)
        if "aid" in frame.flags and not self.is_aid(found):
            return None
        if frame.mode == "multilateral" and not found.actors:
            return None
        return found

    def objects_fit(self, frame: Frame, clause: Clause) -> int | None:
        """For a verb of many meanings: the object words that must follow. The end of the trigger, or None."""
        at = clause.at
        words = self.words
        limit = min(clause.sentence[1], clause.last + 30, at + 45)
        if not frame.objects and not frame.object_heads:
            return at + 1
        if frame.objects:
            for k in range(at + 1, limit):
                if (
                    k > at + 1
                    and self.infos[k].verbs
                    and not self.scene.inside[k]
                    and finite_verb(self.scene, k, clause.sentence)
                ):
                    return None
                word = words[k]
                for parts in frame.objects:
                    got = words[k : k + len(parts)]
                    if tuple(got) == parts or (len(parts) == 1 and _same(word, parts[0])):
                        return at + 1 if k > at + 3 else k + len(parts)
                if self.infos[k].preposition in ("في", "خلال") and k > at + 20:
                    break
            return None
        for mention in clause.object + clause.subject + clause.prep("of"):
            for office in mention.offices:
                if any(
                    _same(h[0], word)
                    for h in frame.object_heads
                    for word in (self.words[office.first].removeprefix("ال"), office.office.word)
                ):
                    return at + 1
                folded = tuple(w.removeprefix("ال") for w in words[office.first : office.first + 2])
                if any(folded[: len(h)] == tuple(x.removeprefix("ال") for x in h) for h in frame.object_heads):
                    return at + 1
            first = words[mention.first].removeprefix("ال")
            if any(_same(first, h[0]) for h in frame.object_heads):
                return at + 1
        for k in range(at + 1, min(limit, at + 8)):
            if any(_same(words[k].removeprefix("ال"), h[0]) for h in frame.object_heads):
                return at + 1
        return None

    def governor(self, clause: Clause, clauses: list[Clause]) -> Clause | None:
        """The light verb whose object this noun is: 'أجرى ... مباحثات'."""
        best = None
        for n in range(bisect_right(clauses, clause.at, key=lambda c: c.at) - 1, -1, -1):
            if clauses[n].at < clause.at - 60:
                break
            if clauses[n].kind == "verb":
                best = clauses[n]
                break
        if best is None or not isinstance(best.sense, VerbSense):
            return None
        if not best.sense.verb.lights:
            return None
        k = clause.at
        info = self.infos[k]
        if info.conj and best.noun_object != k:
            return None
        return best

    def roles(
        self, frame: Frame, clause: Clause, clauses: list[Clause], after: int
    ) -> tuple[list[Party], list[Party], dict[str, list[Mention]], Clause | None] | None:
        """Actors and recipients by the frame's roles."""
        filled: dict[str, list[Mention]] = {"actor": [], "recipient": [], "host": []}

        def put(role: str, mentions: list[Mention]) -> None:
            if role in filled:
                filled[role].extend(m for m in mentions if m not in filled[role])

        governor: Clause | None = None
        swap = False
        if clause.kind == "verb":
            sense = clause.sense
            assert isinstance(sense, VerbSense)
            subject = list(clause.subject)
            if (
                not subject
                and not clause.other_subject
                and frame.subject
                and self.subject is not None
                and not sense.passive
            ):
                carried = True
            else:
                carried = False
            put(frame.subject, subject)
            if frame.after_objects:
                following = [
                    m for m in self.scene.between(after, min(clause.sentence[1], clause.last + 40)) if m.kind in ENTITY
                ]
                put(frame.after_objects, self.run_of(following, after))
            elif frame.object:
                put(frame.object, clause.object)
            for prep, mentions in clause.preps:
                role = frame.preps.get(prep)
                if role:
                    put(role, mentions)
                elif prep == "of" and frame.object and not clause.object:
                    put(frame.object, mentions)
            if (
                sense.suffix
                and sense.suffix in ("ه", "ها", "هم", "هما")
                and frame.object
                and not filled[frame.object if frame.object in filled else "recipient"]
            ):
                pass
            if carried and sense.number == "d" and len(self.pair) == 2:
                # واتفقا: the two who met
                parties = self.assign(filled, frame)
                target = parties[1] if frame.subject == "recipient" else parties[0]
                target[:0] = [p for p in self.pair if p not in target]
                return parties[0], [p for p in parties[1] if p not in parties[0]], filled, None
            if carried and self.subject is not None:
                parties = self.assign(filled, frame)
                role = frame.subject
                if role == "actor" and self.subject not in parties[0] + parties[1]:
                    parties[0].insert(0, self.subject)
                elif role == "recipient" and self.subject not in parties[0] + parties[1]:
                    parties[1].insert(0, self.subject)
                return parties[0], parties[1], filled, None
        else:
            governor = self.governor(clause, clauses)
            sense_n = clause.sense
            assert isinstance(sense_n, NounSense)
            if governor is not None and isinstance(governor.sense, VerbSense):
                light = governor.sense.verb.lights[0]
                inverse = light.inverse
                impersonal = light.impersonal and not governor.subject
                for entry in governor.sense.verb.lights:
                    if entry.inverse:
                        inverse = True
                if not impersonal:
                    put("recipient" if inverse else (frame.subject or "actor"), list(governor.subject))
                    if not governor.subject and not governor.other_subject and self.subject is not None:
                        swap = True
                for prep, mentions in [
                    *clause.preps,
                    *((p, m) for p, m in governor.preps if p in frame.preps and frame.preps[p] != "host"),
                ]:
                    role = frame.preps.get(prep)
                    if role == "giver":
                        role = "actor" if inverse else ""
                    if role:
                        put(role, mentions)
                    if prep == "بين" and mentions[0].first <= after + 4:
                        put("actor", mentions)
            else:
                adjacent = [
                    m for m in self.scene.between(after, after + 6) if m.kind in ENTITY and m.first <= after + 1
                ]
                genitive = list(clause.object) or adjacent
                if genitive and frame.genitive and not sense_n.suffix:
                    put(frame.subject if frame.genitive == "subject" else frame.object, genitive[:3])
                for prep, mentions in clause.preps:
                    role = frame.preps.get(prep)
                    if role and role != "giver":
                        put(role, mentions)
                    if prep == "بين":
                        put("actor", mentions)
                if sense_n.suffix and self.subject is not None and frame.id in ("visit",):
                    swap = True
            if frame.id == "visit" and governor is None and not filled["actor"] and clause.object:
                put("actor", clause.object)
        parties = self.assign(filled, frame)
        if (
            frame.id == "visit"
            and clause.kind == "noun"
            and isinstance(clause.sense, NounSense)
            and clause.sense.prep == "ل"
        ):
            invited = self.invited(clause, clauses)
            if invited is not None:
                return invited[0], invited[1], filled, None
        if not parties[0] and not parties[1]:
            if clause.kind == "noun" and governor is not None and "agreed" in frame.flags:
                parties[0].extend(self.pair)  # تم الاتفاق على: those who met
            elif "both" in frame.flags:
                parties[0].extend(self.pair_countries)  # التبادل التجاري: of the two states at hand
        if swap and self.subject is not None and self.subject not in parties[0] + parties[1]:
            parties[0].insert(0, self.subject)
        return parties[0], parties[1], filled, governor

    def run_of(self, mentions: list[Mention], start: int) -> list[Mention]:
        """The mentions of one list: 'كل من أ، وب، وج'."""
        out: list[Mention] = []
        previous = start + 6
        for mention in mentions:
            if out and not (mention.conj or self.words[mention.first - 1] in COMMAS):
                break
            if mention.first > previous + 3:
                break
            out.append(mention)
            previous = mention.last
        return out

    def assign(self, filled: dict[str, list[Mention]], frame: Frame) -> tuple[list[Party], list[Party]]:
        actors = self.parties(filled["actor"])
        recipients = [p for p in self.parties(filled["recipient"]) if p not in actors]
        for mention in filled["host"]:
            if mention.kind in ("country", "place") or mention.kind == "anaphor":
                code = mention.country or self.cast.of_mention.get(mention.first)
                if isinstance(code, str) and code not in recipients and code not in SUPRANATIONAL:
                    recipients.append(code)
        if "states" in frame.flags:
            actors = [self.state_of(p) for p in actors]
            recipients = [self.state_of(p) for p in recipients]
        return list(dict.fromkeys(actors)), [r for r in dict.fromkeys(recipients) if r not in actors]

    def state_of(self, party: Party) -> Party:
        if isinstance(party, Entity) and party.kind == "group" and party.country and party.country not in SUPRANATIONAL:
            return party.country
        return party

    def invited(self, clause: Clause, clauses: list[Clause]) -> tuple[list[Party], list[Party]] | None:
        """'وجه دعوة إلى الأمير لزيارة ماليزيا': the one invited visits the one who invites."""
        verb = next((c for c in reversed(clauses) if c.kind != "noun" and c.at < clause.at), None)
        if verb is None or not isinstance(verb.sense, VerbSense):
            return None
        words = self.words[verb.at : clause.at]
        inviting = (
            any(w.lstrip("بو").removeprefix("ال").startswith("دعو") for w in words) or verb.sense.verb.past == "دعا"
        )
        if not inviting:
            return None
        hosts = self.parties(verb.subject)
        guests = self.parties(
            [m for m in (*verb.prep("إلى", "ل"), *verb.object) if m.first < clause.at and m.kind != "country"]
        )
        if not hosts and self.subject is not None:
            hosts = [self.subject]
        if len(hosts) == 1 and not guests and len(self.pair) == 2:
            guests = [p for p in self.pair if p not in hosts][:1]
        guests = [g for g in guests if g not in hosts]
        return (guests[:1], hosts[:1]) if guests and hosts else None

    def host_by_default(self, frame: Frame, found: Happening, clause: Clause) -> None:
        """'زيارة الوزير الفلسطيني في يوليو 2018': a foreigner's visit without a host is to the home state."""
        home = self.cast.home
        if frame.id != "visit" or found.recipients or not found.actors or home is None or clause.kind != "noun":
            return
        guest = country_of(found.actors[0])
        dated = any(m.kind == "date" for m in self.scene.between(clause.at, min(clause.last, clause.at + 16)))
        if guest and guest != home and dated:
            found.recipients = [home]
            found.party_rules["recipients"] = "visit-to-the-home-state"

    def needs_met(self, frame: Frame, found: Happening, clause: Clause) -> bool:
        for need in frame.needs:
            if need == "actor" and not found.actors:
                return False
            if need == "recipient" and not found.recipients:
                return False
            if need == "host" and not found.recipients:
                return False
            if need == "other" and len(found.actors) + len(found.recipients) < 2:
                return False
        if "people" in frame.flags:
            for party in [*found.actors, *found.recipients]:
                if isinstance(party, Entity) and party.kind == "organisation" and party.sector in ("CVL", "EDU", "BUS"):
                    return False
        if "gathering" in frame.flags:
            before = range(max(clause.sentence[0], clause.at - 25), clause.at)
            nouns = [n.entry for k in before for n in self.infos[k].nouns]
            if not any(isinstance(n, NounFrame) and n.frame.id in ("meet", "confer") for n in nouns):
                return False
        if "foreign" in frame.flags:
            for party in found.recipients:
                if isinstance(party, Entity) and party.country and party.country == country_of(found.actors[0]):
                    return False
        if "forces" in frame.flags:
            return any(
                isinstance(p, Entity) and p.sector in ("MIL", "COP", "REB") or isinstance(p, str) for p in found.actors
            )
        return True

    def is_aid(self, found: Happening) -> bool:
        """Giving is aid if something is given: an amount, goods, or the word for help."""
        return bool(found.recipients) or found.amount is not None

    def region(self, clause: Clause, governor: Clause | None) -> tuple[int, int]:
        first, last = clause.first, clause.last
        if governor is not None:
            first = min(first, governor.first)
            last = max(last, governor.last)
        return first, last

    # --- status

    def status(self, found: Happening, clause: Clause, governor: Clause | None) -> None:
        mood = self.mood
        lead = governor or clause
        first = clause.sentence[0]
        if clause.negated or (governor is not None and governor.negated):
            found.status = "denied"
            found.status_at = (lead.at - 1, lead.at)
            return
        for k in range(max(first, clause.at - 14), clause.at):
            if self.words[k].removeprefix("و") in mood.denial and not (k < clause.at - 10):
                found.status, found.status_at = "denied", (k, k + 1)
                return
        planned = clause.planned or (governor.planned if governor else None)
        if planned:
            found.status, found.status_at = "planned", planned
            return
        future = clause.future or (governor is not None and governor.future)
        if future:
            found.status, found.status_at = "planned", (lead.at, lead.at + 1)
            return
        sense = lead.sense
        if isinstance(sense, VerbSense) and sense.kind == "present":
            prev = self.words[lead.at - 1] if lead.at > first else ""
            if prev in ("ان", "بان") and clause.sentence[0] != lead.at:
                # أن يزور: planned only where the words before say so
                for k in range(max(first, lead.at - 7), lead.at):
                    if (
                        (self.words[k],) in mood.planned
                        or (self.words[k].removeprefix("و"),) in mood.planned
                        or tuple(self.words[k : k + 2]) in mood.planned
                    ):
                        found.status, found.status_at = "planned", (k, k + 1)
                        return
                found.status = "unreal"
                return
            if prev in ("ان", "كي", "لكي", "قد", "حتي", "لن"):
                found.status = "unreal"
                return
        if isinstance(clause.sense, NounSense) and governor is None:
            before = clause.at - 1
            if clause.sense.prep == "ل":
                # دعوة لزيارة: planned if accepted
                accepted = self.accepted(clause)
                if accepted:
                    found.status, found.status_at = "planned", accepted
                    return
                found.status = "unreal"
                return
            if before >= first and self.words[before].removeprefix("و").lstrip("بل") in mood.unreal:
                found.status = "unreal"
                return
            for k in range(max(first, clause.at - 4), clause.at):
                if self.words[k] in mood.unreal or self.words[k][1:] in mood.unreal:
                    found.status = "unreal"
                    return
            if (
                before >= first
                and self.words[before] in ("الي", "علي", "في", "حول", "بشان")
                and not clause.preps
                and not clause.object
            ):
                found.status = "unreal"

    def accepted(self, clause: Clause) -> tuple[int, int] | None:
        for k in range(clause.at, min(len(self.words), clause.sentence[1] + 2)):
            if (
                self.words[k] in ("قبلها", "وقبلها", "قبلتها", "قبل", "قبلت", "وقبل")
                or self.words[k] == "الدعوه"
                and self.words[k - 1].startswith(("قبل", "لبي"))
            ):
                if self.words[k] in ("قبل",) and not (k and self.words[k - 1] in ("قد", "وقد")):
                    continue
                return k, k + 1
        return None

    # --- when and where

    def when(self, found: Happening, region: tuple[int, int], clause: Clause) -> None:
        first, last = region
        future = found.status == "planned"
        best: tuple[int, Mention, tuple[str, str]] | None = None
        for mention in self.scene.between(first, last):
            if mention.kind != "date" or mention.date is None:
                continue
            before = self.words[mention.first - 1] if mention.first > 0 else ""
            if before in ("منذ", "قبل", "بعد") or self.words[mention.first] in ("منذ",):
                continue
            result = resolve(mention.date, self.published, future=future)
            if result is None:
                continue
            distance = abs(mention.first - clause.at)
            if mention.first < clause.at:
                distance += 3
            if self.in_relative(mention.first, clause):
                distance += 40
            if best is None or distance < best[0]:
                best = distance, mention, result
        if best is not None:
            _, mention, (iso, rule) = best
            found.date, found.date_rule = iso, rule
            found.date_at = mention.first, mention.last
            if found.status == "occurred" and self.published is not None and clause.kind == "noun":
                if len(iso) == 10 and iso > self.published.isoformat():
                    found.status, found.status_at, found.status_rule = (
                        "planned",
                        found.date_at,
                        "date-after-publication",
                    )
            return
        occasion = self.occasion(found, first, last)
        if occasion is not None and occasion.date:
            found.date, found.date_rule = occasion.date, "date-of-the-occasion"
            if "/" in found.date and found.status == "occurred":
                found.date = found.date.split("/")[-1]

    def occasion(self, found: Happening, first: int, last: int) -> Happening | None:
        """The event in which, or on whose day, this one took place: 'في ختام اللقاء', 'في اليوم ذاته'."""
        for k in range(first, last):
            word = self.words[k]
            before = self.words[k - 1] if k else ""
            if word in ("ذاته", "نفسه", "عينه") and before == "اليوم":
                return next((e for e in reversed(self.out) if e.date and len(e.date) == 10), None)
            if self.infos[k].refers and before in DURING:
                frames = {frame.id for _, frame in self.infos[k].refers}
                match = next((e for e in reversed(self.out) if e.frame.id in frames and e.date), None)
                return match or next((e for e in reversed(self.out) if e.frame.type == "CONSULT" and e.date), None)
        if found.frame.type == "AGREE" and found.status == "occurred":
            sides = {self.key(p) for p in found.actors}
            return next(
                (e for e in reversed(self.out) if e.frame.type == "CONSULT" and e.status == "occurred"
                 and len(sides & {self.key(p) for p in [*e.actors, *e.recipients]}) >= 2),
                None,
            )  # fmt: skip
        return None

    def in_relative(self, k: int, clause: Clause) -> bool:
        """Whether token k stands in a relative clause after the predicate."""
        low, high = (clause.at, k) if clause.at < k else (k, clause.at)
        for j in range(low + 1, high):
            if self.words[j] in ("الذي", "التي", "الذين"):
                return not any(self.words[m] in COMMAS for m in range(j, high))
        return False

    def where(self, found: Happening, region: tuple[int, int], clause: Clause) -> None:
        first, last = region
        best: tuple[int, Mention] | None = None
        host_mentions = found.party_mentions.get("host", [])
        sides = [*found.party_mentions.get("actor", []), *found.party_mentions.get("recipient", [])]
        for mention in self.scene.between(first, last):
            if mention.kind not in ("place", "country") or mention in sides:
                continue  # اعترفت بدولة فلسطين: a side is no place
            lead = mention.prep or (self.infos[mention.first - 1].preposition if mention.first > first else "")
            if lead not in ("ب", "في", "شرقي", "غربي") and not self.city_before(mention, first):
                if mention not in host_mentions:
                    continue
            if (
                mention.kind == "country"
                and mention.entry is not None
                and not mention.capital
                and mention not in host_mentions
                and found.frame.id not in ("visit", "arrive")
            ):
                if mention.first < len(self.words) and not self.infos[mention.first].places:
                    continue
            distance = abs(mention.first - clause.at)
            if self.in_relative(mention.first, clause):
                distance += 40
            if mention in host_mentions:
                distance -= 5
            if isinstance(mention.entry, Place) and mention.entry.city and mention.kind == "place":
                distance += 8  # a palace: its city, where that is named too
            if best is None or distance < best[0]:
                best = distance, mention
        if best is not None:
            found.place = best[1]

    def city_before(self, mention: Mention, first: int) -> bool:
        """'في مدينة كويتا', 'بالعاصمة أستانا', 'بمدينة الداخلة'."""
        k = mention.first - 1
        if k < first:
            return False
        word = self.words[k]
        stripped = word.lstrip("بل").removeprefix("ال").removeprefix("و")
        if stripped in ("مدينه", "عاصمه", "بلده", "مقر", "قصر", "محافظه", "منطقه", "مخيم"):
            before = self.infos[k - 1].preposition if k > first else ""
            return word[0] == "ب" or before in ("في",) or word.startswith("بال")
        return False

    def amount(self, region: tuple[int, int], clause: Clause) -> Quantity | None:
        first, last = region
        k = max(first, clause.at - 3)
        while k < min(last, clause.at + 45):
            info = self.infos[k]
            if info.number or info.text == "(":
                got = quantity(self.words, k)
                if got is not None:
                    return got
            k += 1
        return None

    # --- mode, sides

    def finish(self, found: Happening, clause: Clause) -> None:
        frame = found.frame
        window = range(max(clause.sentence[0], clause.at - 12), min(clause.sentence[1], clause.at + 25))
        found.margins = any(self.words[k] == "هامش" for k in window)
        mode = frame.mode
        near = range(clause.at, min(clause.sentence[1], clause.at + 9))
        if mode == "meeting" and any(self.words[k] in AT_A_DISTANCE for k in near):
            mode = "phone"
            found.mode_rule = "at-a-distance"
        if mode == "meeting":
            mode = self.meeting(found)
        elif mode is not None:
            found.mode_rule = f"frame:{frame.id}"
        if mode == "phone":
            found.place = None
        found.mode = mode

    def meeting(self, found: Happening) -> str | None:
        """Visit, third-party, multilateral or none, and who is the guest."""
        sides = [*found.actors, *found.recipients]
        countries = [country_of(p) for p in sides]
        ground = found.place.country if found.place is not None else None
        if found.margins:
            found.actors, found.recipients = sides, []
            found.mode_rule = "on-the-margins"
            return "multilateral"
        if found.frame.id == "receive":
            host = found.recipients[0] if found.recipients else None
            if host is None:
                return None
            at_home = ground is None or ground == country_of(host)
            if not at_home:
                return None
            guests = found.actors
            if all(self.resident(g, country_of(host)) for g in guests):
                return None
            found.mode_rule = "guest-from-abroad"
            return "visit"
        if len(sides) < 2:
            return None
        distinct = {c for c in countries if c}
        if len(distinct) < 2:
            return None
        if ground is not None:
            hosts = [p for p, c in zip(sides, countries, strict=True) if c == ground]
            guests = [p for p in sides if p not in hosts]
            if hosts and guests:
                found.actors, found.recipients = guests, hosts
                if all(self.resident(g, ground) for g in guests):
                    return None
                found.mode_rule = "ground-of-the-host"
                return "visit"
            if found.frame.id in ("confer", "meet", "gather"):
                if found.frame.id in ("confer", "gather"):
                    found.actors, found.recipients = sides, []
                return None
        visiting = [
            h for h in self.out if h.mode == "visit" and h.status == found.status and any(p in sides for p in h.actors)
        ]
        if visiting:
            guests = [p for p in sides if any(p in h.actors for h in visiting)]
            hosts = [p for p in sides if p not in guests]
            if guests and hosts:
                found.actors, found.recipients = guests, hosts
                found.mode_rule = "during-the-visit"
                return "visit"
        return None

    def resident(self, party: Party, ground: str | None) -> bool:
        """Posted there, or of that country: no visitor."""
        if isinstance(party, str):
            return party == ground
        if party.country == ground and ground is not None:
            return True
        if party.posted_abroad:
            return True
        if party.kind == "group":
            return any(
                m.offices and m.offices[0].office.word in ("سفير", "قائم بالأعمال") for m in party.mentions
            ) or any(
                self.words[k].removeprefix("ال") in ("سفراء", "السفراء")
                for m in party.mentions
                for k in range(m.first, m.last)
            )
        return party.country is None

    # --- one event once

    def keep(self, found: Happening) -> None:
        for other in reversed(self.out):
            if self.same(other, found):
                self.join(other, found)
                self.pair_from(other)
                return
        self.out.append(found)
        self.pair_from(found)

    def pair_from(self, found: Happening) -> None:
        if found.frame.type != "CONSULT" or found.background or found.status != "occurred":
            return
        sides = [*found.actors, *found.recipients]
        if found.actors and found.recipients and len(sides) > 2:
            sides = [found.actors[0], found.recipients[0]]
        if len(sides) == 2:
            if not self.pair or any(isinstance(p, Entity) for p in sides):
                self.pair = sides
            codes = [country_of(p) for p in sides]
            if all(codes) and len(set(codes)) == 2 and not SUPRANATIONAL & set(codes):
                self.pair_countries = [c for c in codes if c]

    def same(self, other: Happening, found: Happening) -> bool:
        if other.frame.type != found.frame.type:
            return False
        if other.status != found.status and not (other.title or found.title):
            return False
        one, two = other.mode, found.mode
        families = {
            "gather": "m",
            "visit": "v",
            "arrive": "v",
            "receive": "m",
            "meet": "m",
            "confer": "m",
            "call": "c",
            "summit": "s",
        }
        fam_a, fam_b = families.get(other.frame.id, other.frame.id), families.get(found.frame.id, found.frame.id)
        if one == "phone" or two == "phone":
            fam_a = fam_b = "c"
            if {other.frame.id, found.frame.id} & {"visit", "arrive", "summit", "receive"}:
                return False
        if fam_a != fam_b:
            return False
        if other.date and found.date and not _dates_touch(other.date, found.date):
            return False
        a = {self.key(p) for p in [*other.actors, *other.recipients]}
        b = {self.key(p) for p in [*found.actors, *found.recipients]}
        if a & b and (a <= b or b <= a or len(a & b) >= 2):
            return True
        states_a = {country_of(p) for p in [*other.actors, *other.recipients]} - {None}
        states_b = {country_of(p) for p in [*found.actors, *found.recipients]} - {None}
        if not (other.title and states_a and states_b and (states_a <= states_b or states_b <= states_a)):
            return False
        return bool(a & b) or len(states_a & states_b) >= 2

    def key(self, party: Party) -> str:
        return party if isinstance(party, str) else party.id

    def join(self, other: Happening, found: Happening) -> None:
        other.triggers.extend(t for t in found.triggers if t not in other.triggers)
        if other.title and not found.title:
            other.title = False
            richer = len(found.actors) + len(found.recipients) >= len(other.actors) + len(other.recipients)
            if richer or any(isinstance(p, str) for p in [*other.actors, *other.recipients]):
                other.actors, other.recipients = found.actors, found.recipients
                other.party_mentions = found.party_mentions
                other.mode, other.mode_rule = found.mode, found.mode_rule
                other.frame = found.frame
            other.status, other.status_at = found.status, found.status_at
            other.triggers.sort(key=lambda t: t not in found.triggers)
        else:
            if (
                not other.recipients
                and found.recipients
                and len(found.actors) + len(found.recipients) > len(other.actors)
            ):
                other.actors, other.recipients = found.actors, found.recipients
                other.mode, other.mode_rule = found.mode, found.mode_rule
            else:
                known = {self.key(p) for p in [*other.actors, *other.recipients]}
                for party in found.actors:
                    if self.key(party) not in known and len(found.recipients) + len(found.actors) > 2:
                        other.actors.append(party)
                        known.add(self.key(party))
        if found.date and (not other.date or len(found.date) > len(other.date)):
            other.date, other.date_at, other.date_rule = found.date, found.date_at, found.date_rule
        if other.place is None:
            other.place = found.place
        if other.amount is None:
            other.amount = found.amount

    def point_back(self, sentence: tuple[int, int]) -> None:
        """'اللقاء', 'خلال الزيارة': one more mention of an event told before."""
        for k in range(sentence[0], sentence[1]):
            options = self.infos[k].refers
            if not options or self.scene.inside[k]:
                continue
            for rest, frame in options:
                if rest and tuple(self.words[k + 1 : k + 1 + len(rest)]) != rest:
                    continue
                event = next((e for e in reversed(self.out) if e.frame.id == frame.id), None)
                if event is not None and event.triggers[0][0] < k and not any(a <= k < b for a, b in event.triggers):
                    event.triggers.append((k, k + 1 + len(rest)))
                    break


def _same(word: str, want: str) -> bool:
    """A noun with or without clitics and the accusative's alef."""
    if word == want:
        return True
    plain = word
    if plain[:1] in "بلو" and len(plain) > 3:
        if plain[1:] == want:
            return True
    if plain.endswith("ا") and plain[:-1] == want:
        return True
    return plain == "ال" + want or plain in ("بال" + want, want + "ين", want + "ي")


def _dates_touch(one: str, two: str) -> bool:
    """Whether two ISO dates or intervals can be of one event."""

    def ends(value: str) -> tuple[str, str]:
        first, _, last = value.partition("/")
        last = last or first
        return first, last + "~"

    a, b = ends(one), ends(two)
    return a[0] <= b[1] and b[0] <= a[1] or one.startswith(two) or two.startswith(one)


def planned_later(events: list[Happening], published: date | None) -> list[Happening]:
    """A future date makes an event planned."""
    if published is None:
        return events
    today = published.isoformat()
    out = []
    for event in events:
        if event.status == "occurred" and event.date and event.date[:10] > today and len(event.date) >= 10:
            event = replace(event, status="planned", status_at=event.date_at, status_rule="date-after-publication")
        out.append(event)
    return out
