"""Articles about the world's deeds: each outlet in its own words, spelling and order, with its truth beside it."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .spelling import respelt, shortened, surname
from .world import END, START, Deed, Person, State, World

OUTLETS = tuple(
    f"{kind} {name}"
    for kind in ("وكالة", "صحيفة", "شبكة", "موقع")
    for name in ("النخلة", "المرسى", "الشروق الجديد", "الوادي", "البوصلة", "الميزان")
)
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
MONTHS = (
    ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
        "كانون الأول",
    ),
    ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)  # fmt: skip
TOPICS = (
    "العلاقات الثنائية وسبل تعزيزها", "التطورات في المنطقة", "التعاون الاقتصادي بين البلدين", "ملف الطاقة والنقل",
    "الأوضاع في قطاع غزة", "التحضير لاجتماعات اللجنة المشتركة", "سبل زيادة التبادل التجاري", "قضايا الأمن الإقليمي",
)  # fmt: skip
FIELDS = ("الطاقة", "الصحة", "التعليم العالي", "النقل الجوي", "الزراعة", "السياحة")
TAILS = (
    "وتربط البلدين علاقات دبلوماسية منذ عقود.", "وشهدت العلاقات بين البلدين تطورا ملحوظا في السنوات الأخيرة.",
    "ولم تصدر تفاصيل أخرى.", "ويأتي ذلك في وقت تشهد فيه المنطقة تطورات متسارعة.",
)  # fmt: skip
MODES = {"meet": None, "call": "phone", "visit": "visit", "sign": None, "aid": None, "recall": "withdraw"}
TYPES = {
    "meet": "CONSULT",
    "call": "CONSULT",
    "visit": "CONSULT",
    "sign": "SUPPORT",
    "aid": "AID",
    "recall": "SANCTION",
}

Party = Person | State
Part = tuple[str, str, str, Party]
"""A party as it is written: the words, the name in them, the office in them, and who it is."""


@dataclass(slots=True)
class Shown:
    """How an article shows somebody: where, under what, and who it is in truth."""

    key: str
    kind: str
    name: str
    country: str | None
    role: str | None
    spans: list[tuple[int, int]] = field(default_factory=list)
    who: str = ""  # who it is in truth, where the key is only the article's


@dataclass(slots=True)
class Tell:
    """One event as an article tells it, and which it is in truth."""

    key: str
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    day: str | None
    place: str | None
    place_country: str | None
    amount: tuple[float, str] | None
    trigger: tuple[int, int]
    told: tuple[int, int] = (0, 0)  # the paragraph
    words: tuple[tuple[int, int], ...] = ()  # where an event is told in several places: its words instead


@dataclass(slots=True)
class Page:
    """An article and its truth."""

    id: str
    source: str
    published: str
    title: str = ""
    text: str = ""
    story: str = ""  # of which it is one outlet's version, word for word
    shown: dict[str, Shown] = field(default_factory=dict)
    tells: list[Tell] = field(default_factory=list)


class Writer:
    """One article in the making, in one outlet's manner."""

    def __init__(self, world: World, random: Random, number: int, published: date) -> None:
        self.world = world
        self.random = random
        self.published = published
        self.months = random.choice(MONTHS[:2] if random.random() < 0.8 else MONTHS[2:])
        self.page = Page(f"press-{number:05}", random.choice(OUTLETS), published.isoformat())
        self.names: dict[str, str] = {}
        self.said: set[str] = set()

    # --- words

    def name(self, person: Person) -> str:
        """Somebody's name in this article: one spelling throughout."""
        if person.key not in self.names:
            name = shortened(person.name, self.random) if self.random.random() < 0.5 else person.name
            self.names[person.key] = respelt(name, self.random, foreign=not person.state.arab)
        return self.names[person.key]

    def nisba(self, state: State) -> str:
        return f"ال{state.nisba}"

    def office(self, person: Person, day: date) -> str:
        """Somebody's office on a day, with its state."""
        term = self.world.term_of(person, day)
        if term.office == "سفير":
            assert term.host is not None
            return self.random.choice(
                [f"سفير {person.state.name} لدى {term.host.name}", f"السفير {self.nisba(person.state)}"]
            )
        if term.office == "نائب وزير الخارجية":
            return f"نائب وزير الخارجية {self.nisba(person.state)}"
        if term.office == "رئيس الوزراء":
            return self.random.choice([f"رئيس الوزراء {self.nisba(person.state)}", f"رئيس وزراء {person.state.name}"])
        ministry = term.office.removeprefix("وزير ")
        return self.random.choice(
            [f"وزير {ministry} {self.nisba(person.state)}", f"وزير {ministry.removeprefix('ال')} {person.state.name}"]
        )

    def full(self, person: Person, day: date) -> tuple[str, str, str]:
        """Somebody in full: what is written, the name in it or "", the office in it, which may stand alone."""
        office = self.office(person, day)
        term = self.world.term_of(person, day)
        if term.office.startswith(("وزير", "رئيس")) and self.random.random() < 0.12:
            return office, "", office
        name = self.name(person)
        if self.random.random() < 0.25:
            return f"{name} {office}", name, office
        return f"{office} {self.random.choice(['', '', 'السيد ', 'الدكتور '])}{name}".replace("  ", " "), name, office

    def day(self, day: date) -> str:
        """A day as an article of this date says it."""
        days = (self.published - day).days
        weekday = WEEKDAYS[day.weekday()]
        long = f"{day.day} {self.months[day.month - 1]} {day.year}"
        if days == 0:
            return self.random.choice([f"اليوم {weekday}", f"اليوم {weekday} {long}"])
        if days == 1:
            return self.random.choice([f"أمس {weekday}", f"أمس {weekday} {long}"])
        if -6 <= days <= -2 and self.random.random() < 0.4:
            return f"يوم {weekday} المقبل"
        return self.random.choice([f"يوم {weekday} {long}", f"في {long}", f"بتاريخ {long}"])

    # --- text with its truth

    def put(self, template: str, **parts: object) -> dict[str, tuple[int, int]]:
        """Append a sentence; {x} are parties or plain words, [x] the event's own word. Gives the spans."""
        spans: dict[str, tuple[int, int]] = {}
        out = self.page.text
        template = template.replace("{d}، ", "{d}، " if parts.get("d") else "").replace(
            " {d}", " {d}" if parts.get("d") else ""
        )
        for piece in re.split(r"(\{\w+\}|\[[^\]]+\])", template):
            if piece.startswith("["):
                spans["trigger"] = (len(out), len(out) + len(piece) - 2)
                out += piece[1:-1]
            elif piece.startswith("{"):
                part = parts[piece[1:-1]]
                spans[piece[1:-1]] = (len(out), len(out) + len(self._text(part)))
                out += self._text(part)
            else:
                out += piece
        self.page.text = out
        for name, part in parts.items():
            if name in spans and isinstance(part, tuple):
                self._show(part, spans[name])
        return spans

    def _text(self, part: object) -> str:
        if isinstance(part, tuple):
            return str(part[0])
        return str(part)

    def _show(self, part: tuple[object, ...], span: tuple[int, int]) -> None:
        _, name, office, party = part
        assert isinstance(party, Person | State)
        if isinstance(party, State):
            shown = Shown(party.code, "country", party.name, party.code, None)
        else:
            shown = Shown(party.key, "person", str(name or office), party.state.code, str(office) or None)
        held = self.page.shown.setdefault(shown.key, shown)
        if name and held.kind == "person" and held.name != name:
            held.name = str(name)
        if shown.role and held.role is None:
            held.role = shown.role
        held.spans.append(span)

    def party(self, party: Party, day: date, *, state_only: bool = False) -> Part:
        """A party as it is written here: in full the first time, then by surname and office."""
        if isinstance(party, State):
            return party.name, "", "", party
        if state_only:
            return party.state.name, "", "", party.state
        if party.key in self.said:
            name = surname(self.names[party.key]) if party.key in self.names else ""
            if name:
                return f"{self.random.choice(['', 'السيد '])}{name}", "", "", party
            return self.office(party, day), "", "", party
        self.said.add(party.key)
        written, name, office = self.full(party, day)
        return written, name, office, party

    # --- events

    def tell(self, deed: Deed, *, status: str = "occurred", day: date | None = None, undated: bool = False) -> None:
        """Append a sentence that tells of a deed, or of a plan for it."""
        day = day or deed.day
        state_only = isinstance(deed.one, Person) and deed.kind in ("call", "sign") and self.random.random() < 0.08
        one, other = (self.party(party, max(day, START), state_only=state_only) for party in (deed.one, deed.other))
        place = deed.place if deed.kind in ("meet", "visit", "sign") and self.random.random() < 0.7 else None
        if deed.kind == "visit":
            place = None  # told as the host
        number = deed.number + (deed.kind == "sign" and self.random.random() < 0.15)  # one outlet counts one more
        begin = len(self.page.text)
        if deed.kind == "visit":
            spans = self._visit(deed, status, one, "" if undated else self.day(day), day)
        else:
            she = isinstance(one[3], State) and one[3].feminine
            template = self._sentence(deed.kind, number, she=she, by_state=state_only)
            at = f" في {place.capital}" if place else ""
            spans = self.put(template.replace("{p}", at), a=one, b=other, d="" if undated else self.day(day))
        keys = [part[3].code if isinstance(part[3], State) else part[3].key for part in (one, other)]
        actors, recipients = ((keys[0],), (keys[1],)) if deed.kind != "sign" else (tuple(keys), ())
        if deed.kind == "visit":
            recipients = (deed.place.code,) if deed.place else ()
        amounts = {"sign": (float(number), "اتفاقيات") if number > 2 else None, "aid": (number * 1e6, "USD")}
        self.page.tells.append(
            Tell(
                deed.key, TYPES[deed.kind], MODES[deed.kind], status, actors, recipients,
                None if undated else day.isoformat(), place.capital if place else None, place.code if place else None,
                amounts.get(deed.kind), spans["trigger"], (begin, len(self.page.text)),
            )
        )  # fmt: skip

    def _sentence(self, kind: str, number: int, *, she: bool, by_state: bool) -> str:
        """A sentence for a deed: {a} and {b} its parties, {d} the day, {p} the place."""
        topic = self.random.choice(TOPICS)
        if kind == "meet":
            return self.random.choice(
                [
                    f"[استقبل] {{a}} {{d}}{{p}} {{b}}، وبحث معه {topic}. ",
                    f"[التقى] {{a}}، {{d}}، {{b}}{{p}}، وتناول اللقاء {topic}. ",
                    f"[اجتمع] {{a}} {{d}}{{p}} مع {{b}}، وجرى خلال الاجتماع بحث {topic}. ",
                ]
            )
        if kind == "call":
            if by_state or self.random.random() < 0.6:
                verb = "أجرت" if she else "أجرى"
                return f"{verb} {{a}} {{d}} [اتصالا هاتفيا] مع {{b}}، جرى خلاله بحث {topic}. "
            return f"تلقى {{b}} {{d}} [اتصالا هاتفيا] من {{a}}، تناول {topic}. "
        if kind == "sign":
            count = "اتفاقيتين" if number == 2 else f"{number} اتفاقيات"
            verb, subject = "وقعت" if she else "وقع", self.random.choice(FIELDS)
            return f"[{verb}] {{a}} و{{b}} {{d}}{{p}} {count} للتعاون في مجال {subject}. "
        if kind == "aid":
            millions = "ملايين" if 2 < number < 11 else "مليون"
            verb = "قدمت" if she else "قدم"
            return f"[{verb}] {{a}} {{d}} مساعدات إنسانية بقيمة {number} {millions} دولار إلى {{b}}. "
        verb, envoy = ("استدعت", "سفيرها") if she else ("استدعى", "سفيره")
        return f"[{verb}] {{a}} {{d}} {envoy} لدى {{b}} للتشاور. "

    def _visit(self, deed: Deed, status: str, guest: Part, when: str, day: date) -> dict[str, tuple[int, int]]:
        host = deed.place
        assert host is not None
        parts: dict[str, object] = {"a": guest, "d": when, "h": (host.name, "", "", host), "c": host.capital}
        if status == "planned" and day != deed.day:
            return self.put("من المقرر أن [يزور] {a} {h} {d}. ", **parts)
        if status == "planned" and deed.plan == "moved":
            return self.put("أرجأ {a} [زيارته] إلى {h} إلى {d}. ", **parts)
        if status == "planned":
            return self.put(
                self.random.choice(["من المقرر أن [يزور] {a} {h} {d}. ", "يقوم {a} [بزيارة] رسمية إلى {h} {d}. "]),
                **parts,
            )
        if status == "denied":
            return self.put("لم [يزر] {a} {h} {d}. ", **parts)
        return self.put(
            self.random.choice(
                [
                    "[زار] {a} {h} {d}. ",
                    "وصل {a} {d} إلى {c} في [زيارة] رسمية إلى {h}. ",
                    "بدأ {a} {d} [زيارة] رسمية إلى {h}. ",
                ]
            ),
            **parts,
        )


def make_press(world: World, number: int, seed: int) -> list[Page]:
    """Articles on the world's deeds, each deed told by several outlets, in no order."""
    random = Random(seed)
    pages: list[Page] = []
    while len(pages) < number:
        deed = random.choice(world.deeds)
        pages.append(_article(world, random, len(pages), deed))
    random.shuffle(pages)
    return pages


def _article(world: World, random: Random, number: int, deed: Deed) -> Page:
    stages = ["occurred"]
    if deed.plan == "kept":
        stages = ["planned", "occurred", "occurred"]
    elif deed.plan == "denied":
        stages = ["planned", "denied"]
    elif deed.plan == "moved":
        stages = ["announced", "planned", "occurred"]
    stage = random.choice(stages)
    if stage == "announced":
        assert deed.planned is not None
        published = deed.planned - timedelta(random.randrange(8, 14))
    elif stage == "planned":
        published = (
            deed.day - timedelta(random.randrange(2, 9)) if deed.plan != "moved" else deed.planned - timedelta(2)
        )
    else:
        published = deed.day + timedelta(random.choice([0, 0, 1, 1, 1, 2]))
    published = max(published, START)
    writer = Writer(world, random, number, published)
    status = {"announced": "planned"}.get(stage, stage)
    writer.page.title = random.choice(TOPICS)
    writer.page.text = writer.page.title + "\n\n"
    undated = status == "occurred" and random.random() < 0.08
    writer.tell(deed, status=status, day=deed.planned if stage == "announced" else deed.day, undated=undated)
    writer.page.text += random.choice(TAILS)
    writer.page.tells[0].told = (writer.page.tells[0].told[0], len(writer.page.text))
    if random.random() < 0.45:
        writer.page.text += "\n\n"
        _background(writer, deed, published)
    writer.page.text = writer.page.text.rstrip()
    return writer.page


def _background(writer: Writer, deed: Deed, published: date) -> None:
    """An earlier deed of one of the states, told with its own date."""
    sides = {_state(deed.one), _state(deed.other)}
    earlier = [
        other
        for other in writer.world.deeds
        if 5 < (published - other.day).days < 90
        and other is not deed
        and other.plan in ("", "kept")
        and sides & {_state(other.one), _state(other.other)}
    ]
    if earlier:
        writer.tell(writer.random.choice(earlier))


def _state(party: Party) -> str:
    return party.code if isinstance(party, State) else party.state.code


__all__ = ["END", "START", "Page", "Shown", "Tell", "Writer", "make_press"]
