"""Unfolding: from the rows of the pack's tables to every folded form that stands for them in a text."""

from typing import Any

from mahdar.packs import table
from mahdar.packs.ar.inflection import Traits, nisba_forms, noun_forms
from mahdar.packs.store import kept
from mahdar.reading.entries import (
    Body,
    BodyHead,
    Carrier,
    Country,
    Frame,
    GroupHead,
    Honorific,
    Light,
    Multi,
    NounFrame,
    Office,
    Place,
    Speech,
    Stance,
    Verb,
)
from mahdar.reading.forms import TRAITS, Inflected, Kept, forms_of, unpacked
from mahdar.reading.grammar import PREPOSITIONS
from mahdar.reading.numbers import number_words
from mahdar.reading.text import fold, fold_all


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    return list(table("ar", name).get(key, []))


def _split(string: str) -> tuple[str, ...]:
    return tuple(fold(string).split())


class Tables:
    """The pack's tables by folded form. Filled once, when made; only read from then on."""

    def __init__(self) -> None:
        self.verbs: dict[str, Verb] = {}
        self.numbered: list[Verb] = []
        self.traits: list[Traits] = []
        self.verb_forms: dict[str, tuple[int, ...]] = {}  # numbers of senses: see verb_senses()
        self.nouns: dict[str, list[tuple[Any, str, str, bool]]] = {}
        self.offices: dict[str, list[tuple[Office, str, str]]] = {}
        self.nisbas: dict[str, list[tuple[Country, str, str]]] = {}
        self.places: dict[str, list[Country | Place]] = {}
        self.bodies: dict[str, list[Body]] = {}
        self.body_heads: dict[str, list[tuple[BodyHead, str]]] = {}
        self.group_heads: dict[str, GroupHead] = {}
        self.honorifics: dict[str, Honorific] = {}
        self.multis: dict[str, list[Multi]] = {}
        self.names: dict[str, str] = {}
        self.ambiguous_names: frozenset[str] = frozenset()
        self.arab_names: frozenset[str] = frozenset()  # given names of the Arab world
        self.ordinary: dict[str, str] = {}
        self.functions: dict[str, str] = {}
        self.adjectives: frozenset[str] = frozenset()
        self.derived: frozenset[str] = frozenset()  # plurals and possessives that the program made of nouns
        self.portfolios: frozenset[str] = frozenset()
        self.own_fields: frozenset[str] = frozenset()  # fields of one word without its article: خارجية
        self.portfolio_phrases: dict[str, list[tuple[str, ...]]] = {}
        self.qualifiers: dict[str, dict[str, Any]] = {}
        self.deputies: frozenset[str] = frozenset()
        self.same_offices: list[tuple[str, str]] = []
        self.counterparts: dict[str, dict[str, Any]] = {}
        self.stand_ins: dict[str, str] = {}
        self.eulogies: dict[str, list[tuple[str, ...]]] = {}
        self.stances: dict[str, list[Stance]] = {}
        self.anaphors: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        self.frames: list[Frame] = []
        self.numbers = number_words()
        self.weak: frozenset[str] = frozenset()
        self.hard_places: frozenset[str] = frozenset()
        self.short_bodies: dict[str, list[Body]] = {}
        self._words()
        self._speech()
        self._frames()
        self._plain_verbs()
        self._forms()
        self._countries()
        self._places()
        self._offices()
        self._bodies()
        self._names()

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

    def _words(self) -> None:
        data = table("ar", "words")
        self.adjectives = frozenset(fold_all(data["adjectives"]))
        for group, words in data["adverbs_and_function"].items():
            for word in fold_all(words):
                self.functions.setdefault(word, group)

    def _speech(self) -> None:
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
                for form, traits in noun_forms(noun.split()[0]):
                    self.nouns.setdefault(form, []).append((stance, traits.gender, traits.number, False))
                self.stances.setdefault(head, []).append(stance)
                if head.endswith(("ي", "ا")) is False:
                    self.nouns.setdefault(head + "ا", []).append((stance, "", "", True))

    def _frames(self) -> None:
        for row in table("ar", "frames")["frame"]:
            frame = Frame(
                row["id"], row["type"], row.get("mode"), row.get("subject", ""), row.get("object", ""),
                row.get("genitive", ""), row.get("preps", {}), tuple(row.get("needs", ())),
                tuple(_split(w) for w in row.get("objects", ())), tuple(_split(w) for w in row.get("object_heads", ())),
                row.get("after_objects", ""), tuple(row.get("contexts", ())),
                frozenset(_split(w) for w in row.get("anaphor", ())),
                frozenset(k for k, v in row.items() if v is True), row.get("family", ""),
            )  # fmt: skip
            self.frames.append(frame)
            for spec in row.get("verbs", ()):
                head, _, rest = spec.partition(" ")
                verb = self._verb(head)
                verb.frames.append(frame if not rest else _with_objects(frame, _split(rest)))
            for noun in row.get("nouns", ()):
                self._event_noun(frame, noun)
            for participle in row.get("participles", ()):
                for form, traits in noun_forms(participle, feminine=False) + noun_forms(participle + "ة"):
                    self.nouns.setdefault(form, []).append(
                        (NounFrame(frame, (), True), traits.gender, traits.number, False)
                    )
            for phrase in dict.fromkeys(_split(words) for words in row.get("anaphor", ())):
                self.anaphors.setdefault(phrase[0], []).append((phrase[1:], frame))
        nothing = Frame("", "", None, "", "", "", {}, (), (), (), "", (), frozenset(), frozenset(), "")
        for row in table("ar", "frames").get("no_event", ()):
            for noun in row["nouns"]:
                self._event_noun(nothing, noun)
        for row in table("ar", "frames").get("light", ()):
            light = Light(
                row.get("inverse", False), row.get("impersonal", False), row.get("gathers", False),
                row.get("tells", False), row.get("hosts", False), row.get("agrees", False), row.get("calls_off", False),
                row.get("houses", False),
            )  # fmt: skip
            for spec in row["verbs"]:
                self._verb(spec).lights.append(light)

    def _event_noun(self, frame: Frame, noun: str) -> None:
        first, *rest = noun.split()
        det = first.startswith("ال")
        entry = NounFrame(frame, _split(" ".join(rest)), False, det)
        base = first[2:] if det else first
        seen = set()
        for form, traits in noun_forms(base):
            form = form.removesuffix(traits.suffix)  # whose it is, is told by the look-up: لقائ | ه
            if form not in seen:
                seen.add(form)
                self.nouns.setdefault(form, []).append((entry, traits.gender, traits.number, False))
        folded = fold(base)
        if not folded.endswith("ه") and folded + "ا" not in seen:
            self.nouns.setdefault(folded + "ا", []).append((entry, "m", "s", True))

    def _plain_verbs(self) -> None:
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

    def _forms(self) -> None:
        def make() -> Kept:
            words = table("ar", "words")
            verbs = [Inflected(verb.past, verb.present, verb.participle, verb.plain) for verb in self.numbered]
            return forms_of(fold_all(words["nouns"]), fold_all(words["adjectives"]), self.functions, verbs)

        self.numbered = list(self.verbs.values())
        self.traits, self.verb_forms, self.ordinary, self.derived = unpacked(kept("ar", "forms", make))

    def verb_senses(self, form: str) -> list[tuple[Verb, Traits]]:
        """The verbs of which a folded word is a form, and which form it is."""
        return [(self.numbered[sense // TRAITS], self.traits[sense % TRAITS]) for sense in self.verb_forms[form]]

    def _multi(self, string: str, kind: str, entry: Any, gender: str = "", number: str = "") -> bool:
        """File a name of several words under its first; False if it has one word only."""
        words = _split(string)
        if len(words) < 2:
            return False
        self.multis.setdefault(words[0], []).append(Multi(words[1:], kind, entry, gender, number))
        return True

    def _countries(self) -> None:
        data = table("ar", "countries")
        both = {_split(nisba) for nisba in data["nisba_of_two_words"]["both"]}
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
            self._nisbas(row["nisba"], entry, both)
            for irregular in row.get("nisba_irregular", ()):
                bare = irregular[2:] if irregular.startswith("ال") else irregular  # not the ال of ألبان
                self.nisbas.setdefault(fold(bare), []).append((entry, "m", "p"))
        for row in (*data["former"], *data["uncoded"]):
            entry = Country(row.get("successor") or row["lies_in"], row["forms"][0], "form")
            for form in row["forms"]:
                if not self._multi(form, "country", entry):
                    self.places.setdefault(fold(form), []).append(entry)
            self._nisbas(row["nisba"], entry, both)

    def _nisbas(self, lemmas: list[str], entry: Country, both: set[tuple[str, ...]]) -> None:
        """Adjectives of a state; `both`: those of several words of which each inflects."""
        for nisba in lemmas:
            words = _split(nisba)
            if len(words) > 1:
                self._multi_nisba(words, entry, both=words in both)
                continue
            for form, traits in nisba_forms(nisba):
                self.nisbas.setdefault(form, []).append((entry, traits.gender, traits.number))

    def _multi_nisba(self, words: tuple[str, ...], entry: Country, *, both: bool) -> None:
        """كوري جنوبي: both words inflect and take the article; جنوب أفريقي: the first takes it, the last inflects."""
        *first, last = words
        inflected = [[form for form, _ in nisba_forms(word)] for word in first]
        for index, (form, traits) in enumerate(nisba_forms(last)):
            heads = [forms[index] for forms in inflected] if both else first
            for article in ("", "ال"):
                rest = (*heads[1:], form)
                rest = tuple(article + word for word in rest) if both else rest
                self.multis.setdefault(article + heads[0], []).append(
                    Multi(rest, "nisba", entry, traits.gender, traits.number)
                )

    def _places(self) -> None:
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

    def _offices(self) -> None:
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
        self.own_fields = frozenset(word.removeprefix("ال") for word in self.portfolio_phrases)
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

    def _bodies(self) -> None:
        for row in _rows("bodies", "body"):
            entry = Body(
                row["name"], _split(row["name"])[0], row["code"], row.get("sector") or None,
                tuple(row.get("short", ())), row["english"],
            )  # fmt: skip
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

    def _names(self) -> None:
        data = table("ar", "names")
        for key, kind in (
            ("family", "family"), ("given_male", "given"), ("given_female", "given"),
            ("given_foreign_male", "given"), ("given_foreign_female", "given"),
        ):  # fmt: skip
            for name in fold_all(data[key]):
                for part in name.split():
                    # مي، إلي، بين are given names somewhere, and prepositions everywhere
                    function = self.functions.get(part)
                    if part in PREPOSITIONS or len(part) < 2 or function not in (None, "time_words", "adverbs"):
                        continue
                    self.names[part] = kind
                    if function:
                        del self.functions[part]  # رجب, صباح: a month, a morning, and somebody's name
        ambiguous = {fold(n) for n in data["ambiguous"]}
        ambiguous.update(n for n in self.names if n in self.ordinary or n in self.verb_forms)
        self.ambiguous_names = frozenset(ambiguous).difference(fold_all(data["chiefly"]))
        arab = (*data["given_male"], *data["given_female"], *data["particles"]["joining"])
        self.arab_names = frozenset(part for name in fold_all(arab) for part in name.split())
        for key in ("joining", "foreign"):
            for particle in data["particles"][key]:
                self.names[fold(particle)] = "particle"
        titles = table("ar", "honorifics")
        for row in titles["honorific"]:
            entry = Honorific(row["word"], row.get("gender", ""), row.get("state", False))
            if not self._multi(row["word"], "honorific", entry, entry.gender, "s"):
                self.honorifics[fold(row["word"])] = entry
        for title in data["particles"].get("titles", ()):
            if not self._multi(title, "honorific", Honorific(title, "")):
                self.honorifics.setdefault(fold(title), Honorific(title, ""))
        for row in titles.get("stands_alone", ()):
            self.stand_ins[fold(row["word"])] = row.get("gender", "")
        for eulogy in titles.get("eulogies", ()):
            parts = _split(eulogy)
            self.eulogies.setdefault(parts[0], []).append(parts)


def _bare(phrase: str) -> str:
    """A phrase folded, its words without the article."""
    return " ".join(w.removeprefix("ال") for w in _split(phrase))


def _with_objects(frame: Frame, rest: tuple[str, ...]) -> Frame:
    """The frame for 'أطلق سراح': its object word is part of the verb."""
    return Frame(
        frame.id, frame.type, frame.mode, frame.subject, frame.object, frame.genitive, frame.preps, frame.needs,
        (rest,), frame.object_heads, frame.after_objects, frame.contexts, frame.anaphor, frame.flags, frame.family,
    )  # fmt: skip
