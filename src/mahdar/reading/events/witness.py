"""Reads the events of one article, sentence by sentence, and joins them."""

from datetime import date, timedelta
from typing import Final

from mahdar.reading.amounts import Quantity, quantity
from mahdar.reading.clauses import Clause, frames_of
from mahdar.reading.coreference import SUPRANATIONAL, Cast, Entity
from mahdar.reading.dateline import Dateline
from mahdar.reading.events.apart import one_by_one
from mahdar.reading.events.happening import CONFLICT, Happening, Party, country_of
from mahdar.reading.events.mode import set_mode
from mahdar.reading.events.needs import needs_met
from mahdar.reading.events.objects import ends_of, noun_ends
from mahdar.reading.events.parties import Memory, parties_of
from mahdar.reading.events.roles import home_is_host, posted_abroad, roles_of
from mahdar.reading.events.same import join, kind_of, same_event
from mahdar.reading.events.status import called_off, calls_off, put_off, set_status
from mahdar.reading.events.when import set_date
from mahdar.reading.events.where import set_place
from mahdar.reading.grammar import AT_A_PLACE, DURING, RELATIVES, SPORT, WITHIN
from mahdar.reading.lexicon import Frame, NounFrame, NounSense, VerbSense
from mahdar.reading.scene import ENTITY, Scene

FINITE: Final = ("past", "present")
CLOSE: Final = 3  # tokens after a noun in which a verb that it is the subject of stands
NEAR: Final = 16  # tokens after a noun in which its date stands
AMOUNT: Final = (3, 45)  # tokens before and after the predicate in which an amount stands
BACKGROUND: Final = timedelta(days=30)
_OCCASION: Final = DURING | WITHIN
LOOK_BACK: Final = 40  # events with which a new one is compared


class Witness:
    """Call `sentence` for each sentence in order; `out` holds the events told so far."""

    def __init__(self, scene: Scene, cast: Cast, published: date | None, dateline: Dateline | None) -> None:
        self.memory = Memory(scene, cast, published, dateline=dateline)
        self.scene = scene
        self.sport = ((0, 0), False)  # the last sentence asked about, and whether it is one of the sports pages

    @property
    def out(self) -> list[Happening]:
        """The events, each once, in the order of their first mention."""
        return self.memory.out

    @property
    def pair(self) -> list[Party]:
        """The two who met last: who 'both sides' are."""
        return self.memory.pair

    def sentence(self, number: int, clauses: list[Clause], *, title: bool = False) -> None:
        """Read the events of a sentence from its clauses."""
        if not clauses:
            return
        memory = self.memory
        first, last = clauses[0].sentence
        memory.note_pair(first, last)
        for clause in clauses:
            if clause.kind == "participle":
                continue
            told = len(self.out)
            for found in self._first_that_fits(clause, clauses, number, title):
                found.title = title
                self._keep(found, told)
            if clause.kind == "verb" and clause.subject and not clause.relative:
                subject = parties_of(memory, clause.subject)
                if subject:
                    memory.remember_subject(subject[0], clause.subject[0])
        self._point_back(first, last, clauses)

    def _first_that_fits(self, clause: Clause, clauses: list[Clause], number: int, title: bool) -> list[Happening]:
        """The event by the first frame that fits; توقع is tried as 'signs' where it is no 'expected'."""
        senses: list[VerbSense | NounSense] = [clause.sense]
        if isinstance(clause.sense, VerbSense):
            verbs = self.scene.infos[clause.at].verbs
            senses += [v for v in verbs if v.verb.frames and v.verb is not clause.sense.verb and v.kind in FINITE]
        else:
            senses += _further(self.scene.infos[clause.at].events, clause.sense)
        chosen = clause.sense
        for sense in senses:
            clause.sense = sense
            read = _with_subject(clause, chosen)
            for frame in frames_of(clause):
                found = self._happening(frame, read, clauses, number, title)
                if found:
                    return found
        clause.sense = chosen
        return []

    def _happening(
        self, frame: Frame, clause: Clause, clauses: list[Clause], number: int, title: bool
    ) -> list[Happening]:
        """What one frame makes of one clause: an event, or of meetings apart one for each; nothing if it is none."""
        memory = self.memory
        if clause.kind == "verb":
            assert isinstance(clause.sense, VerbSense)
            if "past" in frame.flags and clause.sense.kind != "past" and not title:
                return []
            if "main" in frame.flags and clause.relative:
                return []
            ends = ends_of(self.scene, frame, clause)
            if ends is None:
                return []
            after, behind = ends
        else:
            assert isinstance(clause.sense, NounSense)
            assert isinstance(clause.sense.entry, NounFrame)
            if self._refers_back(clause) or (clause.governor is None and not self._told(frame, clause)):
                return []
            ends = noun_ends(self.scene, frame, clause, len(clause.sense.entry.rest))
            if ends is None:
                return []
            after, behind = ends
        found = Happening(frame, [(clause.at, after)], number)
        roles = roles_of(memory, frame, clause, clauses, behind)
        found.actors, found.recipients, found.party_mentions = roles.actors, roles.recipients, roles.mentions
        posted_abroad(found, clause)
        home_is_host(memory, found, clause)
        if frame.type not in CONFLICT and self._of_sport(clause):
            return []
        if not needs_met(found):
            if clause.kind == "noun" and called_off(self.scene, clause):
                self._call_off(found, clause)
            return []
        set_status(self.scene, found, clause)
        if found.status == "unreal":
            return []
        region = _region(self.scene, found.frame, clause)
        set_date(memory, found, region, clause)
        if not self._agreed(found, clause):
            return []
        set_place(memory, found, region, clause)
        if frame.type in ("AID", "COOPERATE"):
            found.amount = self._amount(region, clause)
        if "amount" in frame.needs and found.amount is None:
            return []
        if "aid" in frame.flags and not (found.recipients or found.amount):
            return []
        parts = one_by_one(memory, found, region)
        for part in parts:
            set_mode(memory, part, clause)
        return parts

    def _of_sport(self, clause: Clause) -> bool:
        """التقى المدرب اللاعبين بعد المباراة: what sports pages tell."""
        if self.sport[0] != clause.sentence:
            words = self.scene.tokens.words
            self.sport = clause.sentence, any(words[k] in SPORT for k in range(*clause.sentence))
        return self.sport[1]

    def _call_off(self, found: Happening, clause: Clause) -> None:
        """لكنه ألغى زيارته, ألغيت القمة: the plan told before, of the same people, will not be."""
        for event in reversed(self.out[-LOOK_BACK:]):
            if self._is_planned(event) and kind_of(event) == kind_of(found):
                if all(party in event.sides for party in found.sides):
                    event.status, event.status_at = "denied", called_off(self.scene, clause)
                    event.triggers.append((clause.at, clause.at + 1))
                return

    def _is_planned(self, event: Happening) -> bool:
        return event.status == "planned" or (event.status == "occurred" and _is_ahead(event, self.memory.published))

    def _agreed(self, found: Happening, clause: Clause) -> bool:
        """What was agreed on or put off is a plan if its day is to come, else only agreed on or put off."""
        governor = clause.governor
        by = clause.at - 1
        if not put_off(self.scene, clause):
            if governor is None or not isinstance(governor.sense, VerbSense) or found.frame.type == "AGREE":
                return True
            if not any(light.agrees for light in governor.sense.verb.lights):
                return True
            by = governor.at
        published = self.memory.published
        if published is None or not found.date or found.date[:10] <= published.isoformat()[: len(found.date[:10])]:
            return False
        found.status, found.status_at = "planned", (by, by + 1)
        return True

    def _told(self, frame: Frame, clause: Clause) -> bool:
        """A summit that no verb governs is told of where it has a day or a relative clause of its own."""
        assert isinstance(clause.sense, NounSense)
        before = self.scene.infos[clause.at - 1].preposition if clause.at > clause.sentence[0] else ""
        if "reception" in frame.flags and (clause.sense.prep or before) in AT_A_PLACE:
            return False  # كان في استقباله المحافظ: part of his coming
        if "free" in frame.flags and self._referred_to(clause):
            return False
        if "light" not in frame.flags or self._told_by_a_relative(clause):
            return True
        if clause.sense.det and before == "في":
            return False  # أنهت اللجنة أعمالها في الدورة الثالثة: where something else was done
        kinds = {m.kind for m in self.scene.between(clause.at, min(clause.sentence[1], clause.at + NEAR))}
        return "date" in kinds

    def _referred_to(self, clause: Clause) -> bool:
        """منذ اغتيال الرئيس, جريمة اغتيال الرئيس: a noun under a preposition or a noun; المظاهرات: one with the
        article, if no relative clause tells of it."""
        assert isinstance(clause.sense, NounSense)
        k = clause.at - 1
        if clause.sense.prep or (clause.sense.det and not self._told_by_a_relative(clause)):
            return True
        if k < clause.sentence[0] or clause.sense.conj:
            return False
        info = self.scene.infos[k]
        return bool(info.preposition) or (info.ordinary in ("noun", "masdar") and not info.verbs)

    def _told_by_a_relative(self, clause: Clause) -> bool:
        """العدوان الأمريكي | الذي استهدف الميناء."""
        assert isinstance(clause.sense, NounSense)
        words, infos = self.scene.tokens.words, self.scene.infos
        k = clause.at + 1 + len(clause.sense.entry.rest)
        while k < clause.sentence[1] and (infos[k].ordinary == "adjective" or infos[k].nisbas):
            k += 1
        return k < clause.sentence[1] and words[k] in RELATIVES

    def _refers_back(self, clause: Clause) -> bool:
        """خلال اللقاء, خلال زيارته: a noun on whose occasion something else is told, and no relative clause it."""
        assert isinstance(clause.sense, NounSense)
        at, governor = clause.at, clause.governor
        if governor is not None and governor.occasion is clause:
            return False
        if clause.sense.suffix and "visit" in clause.sense.entry.frame.flags:
            return self.scene.tokens.words[at - 1] in _OCCASION
        return bool(clause.sense.det and self.scene.infos[at].refers and self.scene.tokens.words[at - 1] in DURING)

    def _amount(self, region: tuple[int, int], clause: Clause) -> Quantity | None:
        before, behind = AMOUNT
        words, infos = self.scene.tokens.words, self.scene.infos
        for k in range(max(region[0], clause.at - before), min(region[1], clause.at + behind)):
            if infos[k].number or words[k] == "(":
                got = quantity(words, k)
                if got is not None:
                    return got
        return None

    def _keep(self, found: Happening, told: int) -> None:
        """Join the event with one of the `told` before its clause, or add it."""
        for other in reversed(self.out[max(0, told - LOOK_BACK) : told]):
            if same_event(other, found):
                join(other, found)
                self._take_pair(other)
                return
        self.out.append(found)
        self._take_pair(found)

    def _take_pair(self, found: Happening) -> None:
        """Who met last are 'both sides' from now on."""
        if found.frame.type != "CONSULT" or found.status != "occurred" or self._long_past(found):
            return
        memory = self.memory
        sides = found.sides
        memory.met = list(sides)
        if found.actors and found.recipients and len(sides) > 2:
            sides = [found.actors[0], found.recipients[0]]
        if len(sides) != 2:
            return
        if not memory.pair or all(isinstance(p, Entity) for p in sides):
            memory.pair = sides
        codes = [country_of(p) for p in sides]
        if all(codes) and len(set(codes)) == 2 and not SUPRANATIONAL & set(codes):
            memory.pair_countries = [c for c in codes if c]

    def _long_past(self, found: Happening) -> bool:
        """Background: told of in passing, long before the article."""
        published = self.memory.published
        if published is None or not found.date:
            return False
        return found.date[:10] < (published - BACKGROUND).isoformat()[: len(found.date[:10])]

    def _point_back(self, first: int, last: int, clauses: list[Clause]) -> None:
        """'اللقاء', 'خلال الزيارة': one more mention of an event told before."""
        words, infos, inside = self.scene.tokens.words, self.scene.infos, self.scene.inside
        for k in range(first, last):
            options = infos[k].refers
            if not options or inside[k]:
                continue
            for rest, frame in options:
                if rest and tuple(words[k + 1 : k + 1 + len(rest)]) != rest:
                    continue
                event = next((e for e in reversed(self.out[-LOOK_BACK:]) if e.frame.id == frame.id), None)
                if event is not None and event.triggers[0][0] < k and not any(a <= k < b for a, b in event.triggers):
                    event.triggers.append((k, k + 1 + len(rest)))
                    off = _called_off_at(self.scene, clauses, k) if self._is_planned(event) else None
                    if off is not None:
                        event.status, event.status_at = "denied", off
                    break


def _with_subject(clause: Clause, chosen: VerbSense | NounSense) -> Clause:
    """توقع مصر: 'expects' (he) has no subject here, 'signs' (she) has: who stands behind a verb of the other gender."""
    sense = clause.sense
    if sense is chosen or not (isinstance(sense, VerbSense) and isinstance(chosen, VerbSense)):
        return clause
    first = clause.object[0] if clause.object and not clause.subject else None
    if (
        first is None
        or first.kind not in ENTITY
        or first.first != clause.at + 1
        or sense.gender == chosen.gender
        or sense.number != "s"
        or first.gender not in ("", sense.gender)
    ):
        return clause
    read = clause.read_as(sense, clause.object, subject_before=False)
    read.object = []
    return read


def _further(events: tuple[NounSense, ...], first: NounSense) -> list[NounSense]:
    """The other frames of an event's noun: اجتماع is talks of two sides, or a session of a body."""
    return [
        sense for sense in events
        if sense.entry.frame is not first.entry.frame and sense.entry.rest == first.entry.rest
        and sense.entry.frame.type and sense.suffix == first.suffix and sense.prep == first.prep
    ]  # fmt: skip


def _called_off_at(scene: Scene, clauses: list[Clause], k: int) -> tuple[int, int] | None:
    """إلغاء الزيارة, ألغى الزيارة, الزيارة ألغيت: what says that the event which token k refers to will not be."""
    for clause in clauses:
        if clause.at == k:
            off = called_off(scene, clause)
            if off is not None:
                return off if clause.governor is None or not clause.governor.negated else None
        elif k < clause.at <= k + CLOSE and calls_off(clause) and not clause.negated:
            return clause.at, clause.at + 1
    return None


def _region(scene: Scene, frame: Frame, clause: Clause) -> tuple[int, int]:
    """Where date and place of the event may stand: its own clause and that of the verb that governs it.

    Of an agreement only up to what was agreed on: اتفقا أمس على | عقد اجتماع في معبر نصيب.
    """
    governor = clause.governor
    first, last = clause.first, clause.last
    if governor is not None:
        first, last = min(first, governor.first), max(last, governor.last)
    if frame.type == "AGREE":
        content = (k for k in range(clause.at + 1, last) if scene.infos[k].preposition == "على")
        last = next(content, last)
    return first, last


def _is_ahead(event: Happening, published: date | None) -> bool:
    """Whether the event's date is after the day of publication."""
    first = event.date.partition("/")[0] if event.date else ""
    return published is not None and first > published.isoformat()[: len(first)]


def planned_later(events: list[Happening], published: date | None) -> list[Happening]:
    """A date after the day of publication makes an event planned."""
    for event in events:
        if event.status == "occurred" and _is_ahead(event, published):
            event.status, event.status_at, event.status_rule = "planned", event.date_at, "date-after-publication"
    return events
