"""Stage 2, tags: what each word can be.

The pack's tables are unfolded once per process into a dictionary from folded forms to senses; a word of a text is
looked up with its proclitics (و ف ب ل ك س ال) stripped, and the answer is kept, so that a word costs one dictionary
look-up from its second meeting on. Names of several words hang on their first word.
"""

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from mahdar.packs import table
from mahdar.packs.ar.inflection import nisba_forms, noun_forms, verb_forms
from mahdar.reading.anaphors import plain_strippings, pointing_words
from mahdar.reading.dates import may_start
from mahdar.reading.grammar import PREPOSITIONS
from mahdar.reading.numbers import number_words
from mahdar.reading.text import fold

MEMORY = 150_000  # words kept per process before the memory is emptied

# --- entries: what a table row says ------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Speech:
    """A verb's way of introducing what was said (packs/ar/speech.toml)."""

    act: str
    content: frozenset[str]
    object_is_target: bool = False
    clause: bool = True
    loose: bool = False
    second_object: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()
    document: bool = False
    recast: dict[str, str] = field(default_factory=dict)  # first word of the content -> another act


@dataclass(slots=True, eq=False)
class Carrier:
    """A verb whose act the noun after it decides."""

    link: frozenset[str]
    all: bool
    only: frozenset[str]
    never: frozenset[str]


@dataclass(slots=True, eq=False)
class Stance:
    """A noun of attitude."""

    act: str
    content: frozenset[str]
    addressee: frozenset[str]
    strong: bool
    whole: frozenset[str]  # before these the noun belongs to the content: تضامنها مع


@dataclass(slots=True, eq=False)
class Frame:
    """A way to report an event (packs/ar/frames.toml)."""

    id: str
    type: str
    mode: str | None
    subject: str
    object: str
    genitive: str
    preps: dict[str, str]
    needs: tuple[str, ...]
    objects: tuple[tuple[str, ...], ...]
    object_heads: tuple[tuple[str, ...], ...]
    after_objects: str
    contexts: tuple[str, ...]
    anaphor: frozenset[tuple[str, ...]]
    flags: frozenset[str]


@dataclass(slots=True, eq=False)
class Light:
    """A verb that lends its subject to an event's noun."""

    inverse: bool
    impersonal: bool


@dataclass(slots=True, eq=False)
class Verb:
    """All that the tables say of one verb."""

    past: str
    present: str | None = None
    participle: str | None = None
    speech: list[Speech] = field(default_factory=list)
    carriers: list[Carrier] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Known as a verb, but of no interest."""
        return not (self.speech or self.carriers or self.frames or self.lights)


class VerbSense(NamedTuple):
    """One way to read a word as a form of a verb."""

    verb: Verb
    kind: str  # past, present, participle, passive_participle
    gender: str
    number: str
    person: int
    accusative: bool
    passive: bool
    future: bool
    suffix: str
    conj: str


class NounSense(NamedTuple):
    """One way to read a word as a noun of interest: an entry with the word's clitics."""

    entry: Any
    gender: str
    number: str
    conj: str
    prep: str
    det: bool
    suffix: str
    accusative: bool


@dataclass(slots=True, eq=False)
class Office:
    """A head of an office phrase (وزير), with its gender and number."""

    word: str
    sector: str | None
    takes: str
    bare: bool
    unnamed: bool


@dataclass(slots=True, eq=False)
class Country:
    code: str
    short: str
    kind: str  # form, official, capital, nisba


@dataclass(slots=True, eq=False)
class Place:
    name: str
    country: str | None
    city: str | None = None


@dataclass(slots=True, eq=False)
class Body:
    name: str
    code: str
    sector: str | None
    short: tuple[str, ...]


@dataclass(slots=True, eq=False)
class BodyHead:
    word: str
    sector: str | None
    takes: str


@dataclass(slots=True, eq=False)
class GroupHead:
    word: str
    sector: str | None


@dataclass(slots=True, eq=False)
class Honorific:
    word: str
    gender: str


class Multi(NamedTuple):
    """The rest of a name of several words, and what it names."""

    rest: tuple[str, ...]
    kind: str
    entry: Any
    gender: str
    number: str


@dataclass(slots=True, eq=False)
class Word:
    """Everything a folded word can be. Built once per distinct word."""

    text: str
    verbs: tuple[VerbSense, ...] = ()
    nouns: tuple[NounSense, ...] = ()  # frames' nouns and stances
    offices: tuple[NounSense, ...] = ()
    nisbas: tuple[NounSense, ...] = ()
    places: tuple[NounSense, ...] = ()  # Country, Place
    bodies: tuple[NounSense, ...] = ()  # Body of one word
    body_heads: tuple[NounSense, ...] = ()
    group_heads: tuple[NounSense, ...] = ()
    honorific: NounSense | None = None
    multis: tuple[tuple[str, str, Multi], ...] = ()  # (conj, prep, name)
    name: str = ""  # given, family, particle
    ordinary: str = ""  # noun, adjective, function class: not a name
    derived: bool = False  # ordinary only as a form that the program made: أجري (my wage), for أجرى (held)
    bare: str = ""  # the same, where the word is one without taking proclitics off
    function: str = ""  # prepositions, conjunctions, ...
    preposition: str = ""  # the preposition it is
    clitic: str = ""  # the preposition written on to it: ب ل ك
    conj: str = ""  # the و or ف written on to it
    date: bool = False
    number: bool = False
    arabic: bool = True
    det: bool = False
    plain: tuple[tuple[str, str, str], ...] = ()  # (conj, prep, the word with its article)
    points: bool = False  # may be a word that points back
    counterpart: bool = False
    refers: tuple[tuple[tuple[str, ...], Frame], ...] = ()  # events' nouns by which a text refers back: اللقاء
    mention: bool = False  # may begin or be part of a mention: worth a look in stage 3


ATTACHED = {"ب": "ب", "ل": "ل", "ك": "ك"}
SUFFIXES = ("هما", "هم", "ها", "هن", "نا", "كم", "ه", "ي")


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    return list(table("ar", name).get(key, []))


def _split(string: str) -> tuple[str, ...]:
    return tuple(fold(string).split())


class Lexicon:
    """The pack unfolded for look-up. One per process; see `lexicon()`."""

    def __init__(self) -> None:
        self.verbs: dict[str, Verb] = {}
        self.verb_forms: dict[str, list[tuple[Verb, Any]]] = {}
        self.nouns: dict[str, list[tuple[Any, str, str, bool]]] = {}
        self.offices: dict[str, list[tuple[Office, str, str]]] = {}
        self.nisbas: dict[str, list[tuple[Country, str, str]]] = {}
        self.places: dict[str, list[Any]] = {}
        self.bodies: dict[str, list[Body]] = {}
        self.body_heads: dict[str, list[tuple[BodyHead, str]]] = {}
        self.group_heads: dict[str, GroupHead] = {}
        self.honorifics: dict[str, Honorific] = {}
        self.multis: dict[str, list[Multi]] = {}
        self.names: dict[str, str] = {}
        self.ambiguous_names: frozenset[str] = frozenset()
        self.ordinary: dict[str, str] = {}
        self.functions: dict[str, str] = {}
        self.adjectives: frozenset[str] = frozenset()
        self.derived: frozenset[str] = frozenset()  # plurals and possessives that the program made of nouns
        self.portfolios: frozenset[str] = frozenset()
        self.portfolio_phrases: dict[str, list[tuple[str, ...]]] = {}
        self.qualifiers: dict[str, dict[str, Any]] = {}
        self.deputies: frozenset[str] = frozenset()
        self.same_offices: list[tuple[str, str]] = []
        self.counterparts: dict[str, dict[str, Any]] = {}
        self.stand_ins: dict[str, str] = {}
        self.eulogies: list[tuple[str, ...]] = []
        self.stances: dict[str, list[Stance]] = {}
        self.anaphors: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        self.frames: list[Frame] = []
        self.numbers = number_words()
        self.weak: frozenset[str] = frozenset()
        self.hard_places: frozenset[str] = frozenset()
        self.short_bodies: dict[str, list[Body]] = {}
        self.memory: dict[str, Word] = {}
        self._load()

    # --- look-up

    def look(self, word: str) -> Word:
        """All that a folded word can be."""
        found = self.memory.get(word)
        if found is None:
            if len(self.memory) >= MEMORY:
                self.memory.clear()
            found = self.memory[word] = self._analyse(word)
        return found

    def _analyse(self, text: str) -> Word:
        word = Word(text)
        first = text[0]
        if not first.isalpha():
            word.date = first.isdecimal()
            word.number = first.isdecimal()
            word.arabic = False
            word.mention = word.date
            return word
        if first < "ء" or len(text) > 40:
            word.arabic = False
            return word
        verbs: list[VerbSense] = []
        nouns: list[NounSense] = []
        offices: list[NounSense] = []
        nisbas: list[NounSense] = []
        places: list[NounSense] = []
        bodies: list[NounSense] = []
        heads: list[NounSense] = []
        groups: list[NounSense] = []
        multis: list[tuple[str, str, Multi]] = []
        for conj, prep, det, base in _strippings(text):
            raw = base  # with the article, as multi-word names and some entries have it
            for suffix, stem in _suffixes(base) if not det else (("", base),):
                if not prep and not det:
                    for verb, form in self.verb_forms.get(stem, ()):
                        if suffix and form.kind not in ("past", "present"):
                            continue
                        verbs.append(
                            VerbSense(verb, form.kind, form.gender, form.number, form.person, form.case == "acc",
                                      form.passive, form.future, suffix, conj)
                        )  # fmt: skip
                for entry, gender, number, accusative in self.nouns.get(stem, ()):
                    nouns.append(NounSense(entry, gender, number, conj, prep, det, suffix, accusative))
                for office, gender, number in self.offices.get(stem, ()):
                    if suffix in ("", "ه", "ها", "هم", "هما", "نا"):
                        offices.append(NounSense(office, gender, number, conj, prep, det, suffix, False))
            bare = ("ال" + base) if det else base
            if not det:
                for country, gender, number in self.nisbas.get(base, ()):
                    nisbas.append(NounSense(country, gender, number, conj, prep, False, "", False))
            else:
                for country, gender, number in self.nisbas.get(base, ()):
                    nisbas.append(NounSense(country, gender, number, conj, prep, True, "", False))
            for place in self.places.get(bare, ()):
                places.append(NounSense(place, "", "", conj, prep, False, "", False))
            for body in self.bodies.get(bare, ()):
                bodies.append(NounSense(body, "", "", conj, prep, False, "", False))
            for body_head, number in self.body_heads.get(base, ()):
                heads.append(NounSense(body_head, "", number, conj, prep, det, "", False))
            group = self.group_heads.get(base)
            if group:
                groups.append(NounSense(group, "", "p", conj, prep, det, "", False))
            if word.honorific is None:
                honorific = self.honorifics.get(bare)
                if honorific:
                    word.honorific = NounSense(honorific, honorific.gender, "s", conj, prep, det, "", False)
            for multi in self.multis.get(bare, ()):
                multis.append((conj, prep, multi))
            if not word.name:
                kind = self.names.get(bare) or (self.names.get(raw) if det else None)
                if kind is None and bare.startswith("عبدال") and len(bare) > 6:
                    kind = "given"  # عبدالله, عبدالرحمن written as one word
                if kind and not prep:
                    word.name = kind
                    word.conj = word.conj or conj
            if not word.function and not det:
                function = self.functions.get(base)
                if function:
                    word.function = function
                    word.conj = conj
                    word.clitic = prep
            if not word.ordinary and len(base) > 1:
                ordinary = self.ordinary.get(base) or (self.ordinary.get(bare) if det else None)
                if ordinary:
                    word.ordinary = ordinary
                    word.derived = base in self.derived
                    if not conj and not prep:
                        word.bare = ordinary
                    word.clitic = prep
                    word.conj = conj
                    word.det = det
            if base in PREPOSITIONS and not det and not prep and not word.preposition:
                word.preposition = PREPOSITIONS[base]
                word.conj = conj
            if det and not word.det and not conj and not prep:
                word.det = True
        word.verbs = tuple(dict.fromkeys(verbs)) if len(verbs) > 1 else tuple(verbs)
        word.nouns = tuple(nouns)
        word.offices = tuple(offices)
        word.nisbas = tuple(nisbas)
        word.places = tuple(places)
        word.bodies = tuple(bodies)
        word.body_heads = tuple(heads)
        word.group_heads = tuple(groups)
        word.multis = tuple(sorted(multis, key=lambda m: -len(m[2].rest)))
        word.date = may_start(text)
        word.plain = tuple(plain_strippings(text))
        pointing = pointing_words()
        for _, _, plain in word.plain:
            word.points = word.points or plain in pointing or plain in self.stand_ins
            word.counterpart = word.counterpart or plain in self.counterparts
            if not word.refers and plain in self.anaphors:
                word.refers = tuple(self.anaphors[plain])
        word.number = text in self.numbers
        word.mention = bool(
            word.offices or word.nisbas or word.places or word.bodies or word.body_heads or word.group_heads
            or word.honorific or word.multis or word.name or word.date or word.counterpart or word.points
        )  # fmt: skip
        return word

    # --- loading

    def _load(self) -> None:
        self._load_words()
        self._load_speech()
        self._load_frames()
        self._load_plain_verbs()
        self._inflect_verbs()
        self._load_countries()
        self._load_places()
        self._load_offices()
        self._load_bodies()
        self._load_names()

    def _verb(self, spec: str) -> Verb:
        parts = spec.split("/")
        verb = self.verbs.get(parts[0])
        if verb is None:
            verb = self.verbs[parts[0]] = Verb(parts[0])
        if len(parts) > 1 and verb.present is None:
            verb.present = parts[1] or None
        if len(parts) > 2 and verb.participle is None:
            verb.participle = parts[2] or None
        return verb

    def _load_words(self) -> None:
        data = table("ar", "words")
        for word in data["nouns"]:
            self.ordinary[fold(word)] = "noun"
        self.adjectives = frozenset(fold(word) for word in data["adjectives"])
        for word in data["adjectives"]:
            folded = fold(word)
            for ending in ("", "ه", "ات", "ين", "ون", "ان", "ا", "تين", "تان"):
                self.ordinary.setdefault(folded + ending, "adjective")
        base = frozenset(self.ordinary)
        for word in base:
            if self.ordinary[word] == "noun":
                stem = word[:-1] if word.endswith("ه") else word
                for ending in ("ات", "ا", "ين", "ان", "ون", "ي", "ها", "هم", "هما", "نا", "اتها", "اته", "اتهم", "وا"):
                    self.ordinary.setdefault(stem + ending, "noun")
                if word.endswith("ه"):
                    for ending in ("ته", "تها", "تهم", "تهما", "تي", "تين", "تان", "تا", "تنا"):
                        self.ordinary.setdefault(stem + ending, "noun")
                else:
                    self.ordinary.setdefault(stem + "ه", "noun")
        self.derived = frozenset(self.ordinary) - base
        for group, words in data["adverbs_and_function"].items():
            for word in words:
                self.functions.setdefault(fold(word), group)
                self.ordinary.setdefault(fold(word), "function")

    def _load_speech(self) -> None:
        data = table("ar", "speech")
        for row in data["speech"]:
            entry = Speech(
                row["act"], frozenset(row.get("content", ())), row.get("object") == "target", row.get("clause", True),
                row.get("loose", False), frozenset(fold(w) for w in row.get("second_object", ())),
                frozenset(row.get("to", ())), frozenset(row.get("source", ())),
                row.get("document", False),
                {fold(w): act for act, firsts in row.get("recast", {}).items() for w in firsts},
            )  # fmt: skip
            for spec in row["verbs"]:
                self._verb(spec).speech.append(entry)
        for row in data["carrier"]:
            carrier = Carrier(
                frozenset(row["link"]), row.get("all", False), frozenset(row.get("only", ())),
                frozenset(row.get("not", ())),
            )  # fmt: skip
            for spec in row["verbs"]:
                self._verb(spec).carriers.append(carrier)
        for row in data["stance"]:
            stance = Stance(
                row["act"], frozenset(row["content"]), frozenset(row.get("addressee", ())), row.get("strong", False),
                frozenset(row.get("whole", ())),
            )  # fmt: skip
            for noun in row["nouns"]:
                head = _split(noun)[0]
                for form in noun_forms(noun.split()[0]):
                    self.nouns.setdefault(form.text, []).append((stance, form.gender, form.number, False))
                self.stances.setdefault(head, []).append(stance)
                if head.endswith(("ي", "ا")) is False:
                    self.nouns.setdefault(head + "ا", []).append((stance, "", "", True))

    def _load_frames(self) -> None:
        for row in table("ar", "frames")["frame"]:
            frame = Frame(
                row["id"], row["type"], row.get("mode"), row.get("subject", ""), row.get("object", ""),
                row.get("genitive", ""), row.get("preps", {}), tuple(row.get("needs", ())),
                tuple(_split(w) for w in row.get("objects", ())), tuple(_split(w) for w in row.get("object_heads", ())),
                row.get("after_objects", ""), tuple(row.get("contexts", ())),
                frozenset(_split(w) for w in row.get("anaphor", ())),
                frozenset(k for k, v in row.items() if v is True),
            )  # fmt: skip
            self.frames.append(frame)
            for spec in row.get("verbs", ()):
                head, _, rest = spec.partition(" ")
                verb = self._verb(head)
                verb.frames.append(frame if not rest else _with_objects(frame, _split(rest)))
            for noun in row.get("nouns", ()):
                self._event_noun(frame, noun)
            for participle in row.get("participles", ()):
                for form in noun_forms(participle, feminine=False) + noun_forms(participle + "ة"):
                    self.nouns.setdefault(form.text, []).append(
                        (NounFrame(frame, (), True), form.gender, form.number, False)
                    )
            for phrase in frame.anaphor:
                self.anaphors.setdefault(phrase[0], []).append((phrase[1:], frame))
        for row in table("ar", "frames").get("light", ()):
            light = Light(row.get("inverse", False), row.get("impersonal", False))
            for spec in row["verbs"]:
                self._verb(spec).lights.append(light)

    def _event_noun(self, frame: Frame, noun: str) -> None:
        first, *rest = noun.split()
        det = first.startswith("ال")
        entry = NounFrame(frame, _split(" ".join(rest)), False, det)
        base = first[2:] if det else first
        seen = set()
        for form in noun_forms(base):
            if form.text not in seen:
                seen.add(form.text)
                self.nouns.setdefault(form.text, []).append((entry, form.gender, form.number, False))
        folded = fold(base)
        if not folded.endswith("ه") and folded + "ا" not in seen:
            self.nouns.setdefault(folded + "ا", []).append((entry, "m", "s", True))

    def _load_plain_verbs(self) -> None:
        """The verbs of no interest, which still end names and open clauses; after those that have entries."""
        for spec in table("ar", "words")["verbs"]:
            past, _, present = spec.partition("/")
            known = self.verbs.get(past)
            if known is None:
                self._verb(spec)
            elif known.present and known.present != present:
                self.verbs.setdefault(spec, Verb(past, present))  # وقع: يوقع has an entry, يقع has none
            elif known.present is None:
                known.present = present

    def _inflect_verbs(self) -> None:
        forms = self.verb_forms
        for verb in self.verbs.values():
            for form in verb_forms(verb.past, verb.present, participle=verb.participle, suffixes=False):
                kind = form.kind
                if kind == "masdar":
                    if verb.plain:
                        self.ordinary.setdefault(form.text, "noun")
                    else:
                        self.ordinary.setdefault(form.text, "masdar")
                    continue
                if kind in ("participle", "passive_participle"):
                    self.ordinary.setdefault(form.text, "participle")
                    if verb.plain or kind == "passive_participle":
                        continue
                bucket = forms.get(form.text)
                if bucket is None:
                    forms[form.text] = [(verb, form)]
                else:
                    bucket.append((verb, form))

    def _multi(self, string: str, kind: str, entry: Any, gender: str = "", number: str = "") -> bool:
        """File a name of several words under its first; False if it has one word only."""
        words = _split(string)
        if len(words) < 2:
            return False
        self.multis.setdefault(words[0], []).append(Multi(words[1:], kind, entry, gender, number))
        return True

    def _load_countries(self) -> None:
        data = table("ar", "countries")
        weak = {fold(row["form"]) for row in data.get("weak", ())}
        self.weak = frozenset(weak)
        for row in data["country"]:
            for kind, forms in (
                ("form", [row["short"], *row["forms"]]),
                ("official", row["official"]),
                ("capital", row["capital"]),
            ):
                entry = Country(row["code"], row["short"], kind)
                for form in dict.fromkeys(forms):
                    if not self._multi(form, "country", entry):
                        self.places.setdefault(fold(form), []).append(entry)
            entry = Country(row["code"], row["short"], "nisba")
            for nisba in row["nisba"]:
                words = _split(nisba)
                if len(words) > 1:
                    self._multi_nisba(words, entry)
                    continue
                for nisba_form in nisba_forms(nisba):
                    self.nisbas.setdefault(nisba_form.text, []).append((entry, nisba_form.gender, nisba_form.number))
            for irregular in row.get("nisba_irregular", ()):
                bare = irregular[2:] if irregular.startswith("ال") else irregular  # not the ال of ألبان
                self.nisbas.setdefault(fold(bare), []).append((entry, "m", "p"))

    def _multi_nisba(self, words: tuple[str, ...], entry: Country) -> None:
        """'كوري جنوبي': both words inflect and both take the article."""
        heads = nisba_forms(words[0])
        for head in heads:
            feminine = head.gender == "f"
            rest = tuple(w + "ه" if feminine and head.number == "s" else w for w in words[1:])
            for article in ("", "ال"):
                self.multis.setdefault(article + head.text, []).append(
                    Multi(tuple(article + w for w in rest), "nisba", entry, head.gender, head.number)
                )

    def _load_places(self) -> None:
        data = table("ar", "places")
        # Places whose name is another word: some count only after a preposition, some only after مدينة and the like.
        hard = {fold(row["form"]) for row in data.get("weak_place", ()) if row.get("hard")}
        self.hard_places = frozenset(hard)
        self.weak = self.weak | {fold(row["form"]) for row in data.get("weak_place", ())}
        for row in data["place"]:
            for form in [*row.get("cities", ()), *row.get("regions", ())]:
                entry = Place(form, row["country"])
                if not self._multi(form, "place", entry):
                    self.places.setdefault(fold(form), []).append(entry)
        for row in data.get("region", ()):
            for form in [row["name"], *row.get("forms", ())]:
                if " " not in form:
                    self.ordinary.setdefault(fold(form), "noun")
        for row in data.get("site", ()):
            for form in [row["name"], *row.get("forms", ())]:
                site = Place(form, row["country"], row.get("city"))
                if not self._multi(form, "site", site):
                    self.places.setdefault(fold(form), []).append(site)

    def _load_offices(self) -> None:
        data = table("ar", "offices")
        seen: set[tuple[str, str]] = set()

        def add(string: str, office: Office, gender: str, number: str) -> None:
            words = _split(string)
            if len(words) > 1:
                for article in ("", "ال"):
                    first = words[0] if words[0].startswith("ال") else article + words[0]
                    self.multis.setdefault(first, []).append(Multi(words[1:], "office", office, gender, number))
                    if article and not words[1].startswith("ال"):
                        rest = tuple("ال" + w for w in words[1:])
                        self.multis.setdefault(first, []).append(Multi(rest, "office", office, gender, number))
                return
            base = words[0]
            key = base, number + gender
            if key not in seen:
                seen.add(key)
                self.offices.setdefault(base, []).append((office, gender, number))
                if base.startswith("ال"):
                    self.offices.setdefault(base[2:], []).append((office, gender, number))
                elif number == "s" and not base.endswith(("ه", "ي", "ا")):
                    self.offices.setdefault(base + "ا", []).append((office, gender, number))

        for row in data["head"]:
            office = Office(
                row["word"], row.get("sector") or None, row.get("takes", "none"), row.get("bare", False),
                row.get("unnamed", False),
            )  # fmt: skip
            add(row["word"], office, "m", "s")
            for key, gender, number in (
                ("feminine", "f", "s"), ("dual", "m", "d"), ("plural", "m", "p"), ("feminine_plural", "f", "p"),
            ):  # fmt: skip
                forms = row.get(key, ())
                for form in [forms] if isinstance(forms, str) else forms:
                    add(form, office, gender, number)
        for rank in data.get("ranks", ()):
            add(rank, Office(rank, "MIL", "none", True, False), "m", "s")
        words: set[str] = set()
        for phrase in data["portfolios"]:
            parts = _split(phrase)
            self.portfolio_phrases.setdefault(parts[0], []).append(parts)
            words.update(p.removeprefix("و") if p.startswith("وال") else p for p in parts)
        self.portfolios = frozenset(words)
        for phrases in self.portfolio_phrases.values():
            phrases.sort(key=len, reverse=True)
        for row in data["qualifiers"]:
            for form in (row["word"], row.get("feminine") or row["word"]):
                self.qualifiers[fold(form)] = row
        self.same_offices = sorted(
            ((_bare(other), _bare(word)) for word, others in data.get("same", {}).items() for other in others),
            key=lambda pair: -len(pair[0]),
        )
        self.deputies = frozenset(fold(w) for w in data["deputies"])
        for row in data["counterparts"]:
            self.counterparts[fold(row["word"])] = row

    def _load_bodies(self) -> None:
        for row in _rows("bodies", "body"):
            entry = Body(row["name"], row["code"], row.get("sector") or None, tuple(row.get("short", ())))
            for form in dict.fromkeys([row["name"], *row.get("forms", ())]):
                if not self._multi(form, "body", entry):
                    self.bodies.setdefault(fold(form), []).append(entry)
            for short in row.get("short", ()):
                self.short_bodies.setdefault(fold(short), []).append(entry)
        data = table("ar", "body_heads")
        for row in data["head"]:
            head = BodyHead(row["word"], row.get("sector") or None, row.get("takes", "words"))
            forms = [
                (row["word"], "s"),
                *((f, "d") for f in row.get("dual", ())),
                *((f, "p") for f in row.get("plural", ())),
            ]
            for form, number in forms:
                words = _split(form)
                if len(words) > 1:
                    self.multis.setdefault(words[0], []).append(Multi(words[1:], "body_head", head, "", number))
                else:
                    self.body_heads.setdefault(words[0].removeprefix("ال"), []).append((head, number))
        for row in data["group_heads"]:
            head_entry = GroupHead(row["word"], row.get("sector") or None)
            for form in (row["word"], *row.get("forms", ())):
                words = _split(form)
                if len(words) > 1:
                    self.multis.setdefault(words[0], []).append(Multi(words[1:], "group", head_entry, "", "p"))
                else:
                    self.group_heads.setdefault(words[0].removeprefix("ال"), head_entry)

    def _load_names(self) -> None:
        data = table("ar", "names")
        for key, kind in (
            ("family", "family"), ("given_male", "given"), ("given_female", "given"),
            ("given_foreign_male", "given"), ("given_foreign_female", "given"),
        ):  # fmt: skip
            for name in data[key]:
                for part in _split(name):
                    # مي، إلي، بين are given names somewhere, and prepositions everywhere
                    function = self.functions.get(part)
                    if part in PREPOSITIONS or len(part) < 2 or function not in (None, "time_words", "adverbs"):
                        continue
                    self.names[part] = kind
                    if function:
                        del self.functions[part]  # رجب, صباح: a month, a morning, and somebody's name
        ambiguous = {fold(n) for n in data["ambiguous"]}
        ambiguous.update(n for n in self.names if n in self.ordinary or n in self.verb_forms)
        self.ambiguous_names = frozenset(ambiguous)
        for key in ("joining", "foreign"):
            for particle in data["particles"][key]:
                self.names[fold(particle)] = "particle"
        titles = table("ar", "honorifics")
        for row in titles["honorific"]:
            entry = Honorific(row["word"], row.get("gender", ""))
            if not self._multi(row["word"], "honorific", entry, entry.gender, "s"):
                self.honorifics[fold(row["word"])] = entry
        for title in data["particles"].get("titles", ()):
            if not self._multi(title, "honorific", Honorific(title, "")):
                self.honorifics.setdefault(fold(title), Honorific(title, ""))
        for row in titles.get("stands_alone", ()):
            self.stand_ins[fold(row["word"])] = row.get("gender", "")
        self.eulogies = [_split(e) for e in titles.get("eulogies", ())]


@dataclass(slots=True, eq=False)
class NounFrame:
    """A noun that reports an event: the frame, and the words that must follow the noun."""

    frame: Frame
    rest: tuple[str, ...]
    participle: bool = False
    definite: bool = False


def _bare(phrase: str) -> str:
    """A phrase folded, its words without the article."""
    return " ".join(w.removeprefix("ال") for w in _split(phrase))


def _with_objects(frame: Frame, rest: tuple[str, ...]) -> Frame:
    """The frame for 'أطلق سراح': its object word is part of the verb."""
    return Frame(
        frame.id, frame.type, frame.mode, frame.subject, frame.object, frame.genitive, frame.preps, frame.needs,
        (rest,), frame.object_heads, frame.after_objects, frame.contexts, frame.anaphor, frame.flags,
    )  # fmt: skip


def _strippings(text: str) -> Iterable[tuple[str, str, bool, str]]:
    """(conj, prep, det, base): every way to take proclitics off a word, the whole word first."""
    yield "", "", False, text
    conj = ""
    rest = text
    for _ in range(2):
        if len(rest) > 2:
            if rest.startswith("ال") and len(rest) > 3:
                yield conj, "", True, rest[2:]
            first = rest[0]
            if first in ATTACHED and len(rest) > 2:
                if first == "ل" and rest.startswith("لل") and len(rest) > 4:
                    yield conj, "ل", True, rest[2:]
                    yield conj, "ل", True, rest[1:]
                after = rest[1:]
                if after.startswith("ال") and len(after) > 3:
                    yield conj, first, True, after[2:]
                yield conj, first, False, after
        if conj or rest[0] not in "وف" or len(rest) < 3:
            return
        conj, rest = rest[0], rest[1:]
        yield conj, "", False, rest


def _suffixes(base: str) -> Iterable[tuple[str, str]]:
    """(suffix, stem): the word itself, and without the pronoun that it may end in."""
    yield "", base
    if len(base) > 3:
        for suffix in SUFFIXES:
            if base.endswith(suffix):
                stem = base[: -len(suffix)]
                if len(stem) > 1:
                    yield suffix, stem
                    last = stem[-1]
                    if last == "ت":
                        yield suffix, stem[:-1] + "ه"
                    elif last == "ا":
                        yield suffix, stem[:-1] + "ي"
                    elif last == "و":
                        yield suffix, stem + "ا"
                    elif last == "ي":
                        yield suffix, stem[:-1] + "ا"
                break


@cache
def lexicon() -> Lexicon:
    """The process's lexicon, unfolded at first use."""
    built = Lexicon()
    gc.collect()
    gc.freeze()  # it lives as long as the process: no need to walk it at every collection
    return built
