"""The world that the press reports on: states, people in offices over time, and what happened between them."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from .spelling import arab_name, foreign_name

START, END = date(2024, 1, 8), date(2024, 12, 20)

ARAB = (
    "DZA",
    "BHR",
    "EGY",
    "IRQ",
    "JOR",
    "KWT",
    "LBN",
    "LBY",
    "MAR",
    "OMN",
    "QAT",
    "SAU",
    "SDN",
    "SYR",
    "TUN",
    "ARE",
    "YEM",
)
FOREIGN = (
    "KAZ",
    "TUR",
    "RUS",
    "FRA",
    "ESP",
    "ITA",
    "DEU",
    "POL",
    "NOR",
    "SWE",
    "JPN",
    "IND",
    "BRA",
    "GRC",
    "GEO",
    "UZB",
    "HUN",
    "CHN",
    "MYS",
    "CAN",
)
MASCULINE = ("IRQ", "JOR", "LBN", "MAR", "SDN", "YEM")
NAMED = {"OMN": "سلطنة عمان"}  # whose short name is another place's too
MINISTRIES = ("الخارجية", "الدفاع", "التجارة")


@dataclass(frozen=True, slots=True)
class State:
    """A state, as the press writes it."""

    code: str
    name: str
    nisba: str  # masculine, without article
    capital: str
    arab: bool
    feminine: bool  # قالت مصر, but قال العراق


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the world; `key` is who they are."""

    key: str
    name: str
    state: State


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office from one day to another."""

    person: Person
    office: str  # وزير الخارجية, رئيس الوزراء, سفير, نائب وزير الخارجية
    host: State | None
    first: date
    last: date


@dataclass(slots=True, eq=False)
class Deed:
    """What happened, or was to happen: the truth that articles tell of."""

    key: str
    kind: str  # meet, call, visit, sign, aid, recall
    one: Person | State
    other: Person | State
    day: date
    place: State | None = None
    number: int = 0
    plan: str = ""  # "", kept, denied, moved
    planned: date | None = None  # the day first announced, where it was moved


@dataclass(slots=True)
class World:
    """States, terms of office, and deeds, all from one seed."""

    random: Random
    states: list[State]
    terms: list[Term] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    _people: int = 0

    def person(self, state: State, name: str | None = None) -> Person:
        self._people += 1
        made = name or (arab_name(self.random) if state.arab else foreign_name(self.random))
        return Person(f"p{self._people}", made, state)

    def term_of(self, person: Person, day: date) -> Term:
        """The office somebody bears on a day."""
        return next(term for term in self.terms if term.person is person and term.first <= day <= term.last)

    def holds(self, party: Person | State, day: date) -> bool:
        """Whether somebody is in the same office on that day and the day before."""
        return any(t.person is party and t.first < day <= t.last for t in self.terms)

    def bearer(self, state: State, office: str, day: date) -> Person | None:
        """Who bears an office of one holder on a day."""
        return next(
            (
                term.person
                for term in self.terms
                if term.person.state is state and term.office == office and term.first <= day <= term.last
            ),
            None,
        )


def states(rows: list[dict[str, object]]) -> list[State]:
    """The states of the press out of the pack's table of countries."""
    by_code = {str(row["code"]): row for row in rows}
    out = []
    for code in (*ARAB, *FOREIGN):
        row = by_code[code]
        nisba, capital = row["nisba"], row["capital"]
        assert isinstance(nisba, list)
        assert isinstance(capital, list)
        name = NAMED.get(code, str(row["short"]))
        out.append(State(code, name, str(nisba[0]), str(capital[0]), code in ARAB, code not in MASCULINE))
    return out


def make_world(seed: int, rows: list[dict[str, object]], deeds: int) -> World:
    """A world with handovers, careers, namesakes, and fathers and sons."""
    random = Random(seed)
    world = World(random, states(rows))
    for state in world.states:
        _offices(world, state)
    _namesakes(world)
    while len(world.deeds) < deeds:
        deed = _deed(world, f"d{len(world.deeds)}")
        world.deeds.append(deed)
        if deed.kind == "meet" and random.random() < 0.25:
            world.deeds.append(_neighbour(world, deed, f"d{len(world.deeds)}"))
    return world


def _neighbour(world: World, deed: Deed, key: str) -> Deed:
    """What is easily taken for a meeting: the same two on the next day, or the host's other guest of that day."""
    random = world.random
    if random.random() < 0.5 and all(world.holds(p, deed.day + timedelta(1)) for p in (deed.one, deed.other)):
        return replace(deed, key=key, day=deed.day + timedelta(1))
    guests = [t.person for t in world.terms if t.office == "سفير" and t.first <= deed.day <= t.last]
    guest = random.choice([g for g in guests if g is not deed.other and g.state is not deed.place])
    return replace(deed, key=key, other=guest)


def _offices(world: World, state: State) -> None:
    random = world.random
    head = world.person(state)
    world.terms.append(Term(head, "رئيس الوزراء", None, START, END))
    for ministry in MINISTRIES:
        office = f"وزير {ministry}"
        if ministry == "الدفاع" and state.arab and random.random() < 0.3:
            # a son of the head of government: خالد بن سعد, سعد بن خالد بن سعد
            family = head.name.split()[-1]
            father, son = random.sample(["خالد", "سعد", "راشد", "فيصل", "حمد"], 2)
            head.name = f"{father} بن {son} آل {family.removeprefix('ال')}"
            name = f"{son} بن {father} بن {son} آل {family.removeprefix('ال')}"
            world.terms.append(Term(world.person(state, name), office, None, START, END))
        elif ministry == "الخارجية" and random.random() < 0.6:
            _handover(world, state, office)
        else:
            world.terms.append(Term(world.person(state), office, None, START, END))
    for host in random.sample([s for s in world.states if s is not state], 3):
        world.terms.append(Term(world.person(state), "سفير", host, START, END))


def _handover(world: World, state: State, office: str) -> None:
    """Two in sequence; the second was ambassador and deputy before: three offices over time."""
    random = world.random
    change = START + timedelta(random.randrange(120, 260))
    early = START + timedelta(random.randrange(50, 100))
    first, second = world.person(state), world.person(state)
    world.terms.append(Term(first, office, None, START, change - timedelta(1)))
    host = random.choice([s for s in world.states if s is not state])
    world.terms.append(Term(second, "سفير", host, START, early - timedelta(1)))
    world.terms.append(Term(second, "نائب وزير الخارجية", None, early, change - timedelta(1)))
    world.terms.append(Term(second, office, None, change, END))


def _namesakes(world: World) -> None:
    """Officials of two states with one name, and a minister and an ambassador of one state with one name."""
    random = world.random
    arab = [term for term in world.terms if term.person.state.arab and term.first == START and term.last == END]
    for one, other in zip(random.sample(arab, 12), random.sample(arab, 12), strict=True):
        if one.person.state is not other.person.state:
            other.person.name = one.person.name
    for state in random.sample([s for s in world.states if s.arab], 3):
        minister = next(t for t in arab if t.person.state is state and t.office == "وزير التجارة")
        envoy = next(t for t in arab if t.person.state is state and t.office == "سفير")
        envoy.person.name = minister.person.name


def _deed(world: World, key: str) -> Deed:
    random = world.random
    day = START + timedelta(random.randrange((END - START).days))
    kind = random.choices(["meet", "call", "visit", "sign", "aid", "recall"], [6, 3, 4, 3, 2, 1])[0]
    one, other = random.sample(world.states, 2)
    if kind == "meet" and random.random() < 0.6:
        envoys = [t for t in world.terms if t.office == "سفير" and t.host is not None and t.first <= day <= t.last]
        term = random.choice(envoys)
        assert term.host is not None
        host = world.bearer(term.host, f"وزير {random.choice(MINISTRIES)}", day)
        assert host is not None
        return Deed(key, "meet", host, term.person, day, term.host)
    ministry = random.choice(MINISTRIES) if kind in ("meet", "sign") else "الخارجية"
    a, b = (world.bearer(state, f"وزير {ministry}", day) for state in (one, other))
    assert a is not None
    assert b is not None
    if kind in ("aid", "recall"):
        return Deed(key, kind, one, other, day, number=random.randrange(2, 60) if kind == "aid" else 0)
    if kind == "visit":
        plan = random.choice(["", "", "kept", "kept", "denied", "moved"])
        planned = day - timedelta(random.randrange(5, 15)) if plan == "moved" else None
        return Deed(key, kind, a, other, day, other, plan=plan, planned=planned)
    return Deed(key, kind, a, b, day, other, number=random.randrange(2, 9) if kind == "sign" else 0)
