"""Stage 2, tags: what each word can be.

A word of a text is looked up in the unfolded tables with its proclitics (و ف ب ل ك ال) stripped, and the answer is
kept, so that a word costs one dictionary look-up from its second meeting on. Names of several words hang on their
first word.
"""

import gc
from functools import cache
from typing import Any, Final

from mahdar.hints import mypyc_attr
from mahdar.packs.ar.inflection import Traits
from mahdar.reading.anaphors import pointing_words
from mahdar.reading.collector import no_collecting
from mahdar.reading.dates import may_start
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
from mahdar.reading.grammar import PREPOSITIONS
from mahdar.reading.unfold import Tables

__all__ = [
    "Body", "BodyHead", "Carrier", "Country", "Frame", "GroupHead", "Honorific", "Lexicon", "Light", "Multi",
    "NounFrame", "NounSense", "Office", "Place", "Speech", "Stance", "Verb", "VerbSense", "Word", "lexicon",
]  # fmt: skip

MEMORY: Final = 150_000  # words kept per process before the memory is emptied


@mypyc_attr(acyclic=True)
class VerbSense:
    """One way to read a word as a form of a verb."""

    def __init__(
        self,
        verb: Verb,
        kind: str,  # past, present, participle, passive_participle
        gender: str,
        number: str,
        person: int,
        accusative: bool,
        passive: bool,
        future: bool,
        suffix: str,
        conj: str,
    ) -> None:
        self.verb = verb
        self.kind = kind
        self.gender = gender
        self.number = number
        self.person = person
        self.accusative = accusative
        self.passive = passive
        self.future = future
        self.suffix = suffix
        self.conj = conj


@mypyc_attr(acyclic=True)
class NounSense:
    """One way to read a word as a noun of interest: an entry with the word's clitics."""

    def __init__(
        self,
        entry: Any,
        gender: str,
        number: str,
        conj: str,
        prep: str,
        det: bool,
        suffix: str,
        accusative: bool,
    ) -> None:
        self.entry = entry
        self.gender = gender
        self.number = number
        self.conj = conj
        self.prep = prep
        self.det = det
        self.suffix = suffix
        self.accusative = accusative


@mypyc_attr(acyclic=True)
class Word:
    """Everything a folded word can be. Built once per distinct word."""

    text: str
    verbs: tuple[VerbSense, ...] = ()
    nouns: tuple[NounSense, ...] = ()  # frames' nouns and stances
    finite: VerbSense | None = None  # the finite reading of interest, else the first
    events: tuple[NounSense, ...] = ()  # of the nouns those that report an event, the most words first
    stance: NounSense | None = None  # the first of the nouns that is one of attitude
    offices: tuple[NounSense, ...] = ()
    nisbas: tuple[NounSense, ...] = ()
    places: tuple[NounSense, ...] = ()  # Country, Place
    bodies: tuple[NounSense, ...] = ()  # Body of one word
    body_heads: tuple[NounSense, ...] = ()
    group_heads: tuple[NounSense, ...] = ()
    honorific: NounSense | None = None
    multis: dict[str, tuple[tuple[str, str, Multi], ...]] | None = None  # second word -> (conj, prep, name)
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
    stripped: bool = False  # there is more than one of these
    points: bool = False  # may be a word that points back
    counterpart: bool = False
    refers: tuple[tuple[tuple[str, ...], Frame], ...] = ()  # events' nouns by which a text refers back: اللقاء
    mention: bool = False  # may begin or be part of a mention: worth a look in stage 3
    prefixed: tuple[str, str] | None = None  # (conj, prep) before a given name: لأنطونيو
    strange: bool = False  # in no table, nor a form of what is in one: most of them are names of people and places
    unknown: bool = False  # in no table that says what it is: may be another spelling of a name
    chunk: str = ""  # the kind of chunk it makes where it is nothing else; see chunks.py
    readings: tuple[str, ...] = ()  # without its article, with and without what is written on to it

    def __init__(self, text: str) -> None:
        self.text = text


# Which tables hold a form, as bits: most forms are in one or two of them, and most strings in none.
NOUN, OFFICE, NISBA, BODY_HEAD, GROUP_HEAD, FUNCTION, PREPOSITION = (1 << bit for bit in range(7))
PLACE, BODY, HONORIFIC, MULTI, NAME = (1 << bit for bit in range(7, 12))
POINTING, COUNTERPART, ANAPHOR, VERB, ORDINARY = (1 << bit for bit in range(12, 17))
INFLECTED: Final = NOUN | OFFICE
WITHOUT_ARTICLE: Final = NISBA | BODY_HEAD | GROUP_HEAD
WITH_ARTICLE: Final = PLACE | BODY | HONORIFIC
SMALL: Final = FUNCTION | PREPOSITION
REFERRING: Final = POINTING | COUNTERPART | ANAPHOR

JOINED: Final = frozenset("وف")
ATTACHED: Final = frozenset("بلك")
PROCLITICS: Final = JOINED | ATTACHED

SUFFIXES: Final = {
    "ا": ("هما", "ها", "نا"), "م": ("هم", "كم"), "ن": ("هن",), "ه": ("ه",), "ي": ("ي",),
}  # fmt: skip
"""The pronouns that a word may end in, by their last letter, the longest first."""
RESTORED: Final = {"ت": "ه", "ا": "ي", "ي": "ا"}
"""The last letter that a word has without a pronoun, by the one that it has before it."""
OFFICE_SUFFIXES: Final = frozenset({"", "ه", "ها", "هم", "هما", "نا"})

Stripping = tuple[str, str, bool, str]
"""(conjunction, preposition, whether the article was taken off, what is left) of a word."""


class Lexicon(Tables):
    """The tables with look-up. One per process; see `lexicon()`."""

    def __init__(self) -> None:
        super().__init__()
        self.memory: dict[str, Word] = {}
        self.held = dict.fromkeys(self.ordinary, ORDINARY)
        for bit, forms in (
            (VERB, self.verb_forms), (NOUN, self.nouns), (OFFICE, self.offices), (NISBA, self.nisbas),
            (BODY_HEAD, self.body_heads), (GROUP_HEAD, self.group_heads), (FUNCTION, self.functions),
            (PREPOSITION, PREPOSITIONS), (PLACE, self.places), (BODY, self.bodies), (HONORIFIC, self.honorifics),
            (MULTI, self.multis), (NAME, self.names), (POINTING, pointing_words()), (POINTING, self.stand_ins),
            (COUNTERPART, self.counterparts), (ANAPHOR, self.anaphors),
        ):  # fmt: skip
            for form in forms:
                self.held[form] = self.held.get(form, 0) | bit

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
            word.date = word.number = word.mention = first.isdecimal()
            word.arabic = False
            return word
        if first < "ء" or len(text) > 40:
            word.arabic = False
            return word
        held = self.held.get
        multis: list[tuple[str, str, Multi]] = []
        referring = 0
        for stripping in _strippings(text):
            conj, prep, det, base = stripping
            bare = held(base, 0)
            whole = held("ال" + base, 0) if det else bare
            if (bare | whole) & ~ORDINARY:
                referring |= (bare | whole) & REFERRING
                self._in_tables(word, stripping, bare, whole, multis)
            if not det and base[-1] in SUFFIXES and len(base) > 3:
                self._with_pronoun(word, stripping, multis)
            if (bare | whole) & ORDINARY and not word.ordinary and len(base) > 1:
                kind = self.ordinary[base if bare & ORDINARY else "ال" + base]
                word.ordinary = kind
                word.derived = kind == "noun" and base in self.derived
                if not conj and not prep:
                    word.bare = kind
                word.clitic = prep
                word.conj = conj
                word.det = det
        if first == "ا" and text[1:2] == "ل" and len(text) > 3:
            word.det = True
        if not word.name and "عبدال" in text[:6]:
            self._servant(word)
        if word.verbs:
            if len(word.verbs) > 1:
                word.verbs = _distinct(word.verbs)
            word.finite = _finite(word.verbs)
        if word.nouns:
            word.events = _events(word.nouns)
            word.stance = next((sense for sense in word.nouns if isinstance(sense.entry, Stance)), None)
        if multis:
            word.multis = _by_second_word(multis)
        word.plain = _plain_strippings(text)
        word.stripped = len(word.plain) > 1
        if referring or "لل" in text[:3]:  # what للقاء may be plainly, اللقاء, need be no stripping of it
            self._refer(word)
        word.date = may_start(text)
        word.number = text in self.numbers
        word.mention = bool(
            word.name or word.offices or word.nisbas or word.places or word.bodies or word.body_heads
            or word.group_heads or word.honorific or word.date or word.counterpart or word.points
            or word.prefixed
        )  # fmt: skip
        word.strange = not (
            word.mention or word.ordinary or word.verbs or word.function or word.preposition or word.multis
            or word.number or word.det or len(text) < 3 or not text.isalpha()
            or (first in "لف" and text[1:] in self.verb_forms)
        )  # fmt: skip
        word.unknown = not (word.ordinary or word.verbs or word.function or word.mention)
        return word

    def _in_tables(
        self, word: Word, stripping: Stripping, bare: int, whole: int, multis: list[tuple[str, str, Multi]]
    ) -> None:
        """As what the tables say: `bare` are those that hold it without its article, `whole` those with it."""
        conj, prep, det, base = stripping
        if bare & VERB and not det and not prep:
            word.verbs += tuple(_verb_sense(verb, traits, "", conj) for verb, traits in self.verb_senses(base))
        if bare & INFLECTED:
            self._nouns(word, stripping, bare, "", base)
        if bare & WITHOUT_ARTICLE:
            self._without_article(word, stripping, bare)
        if bare & SMALL and not det:
            self._small(word, stripping, bare)
        with_article = "ال" + base if det else base
        if whole & WITH_ARTICLE:
            self._with_article(word, stripping, whole, with_article)
        if whole & MULTI:
            multis += [(conj, prep, multi) for multi in self.multis[with_article]]
        if (bare | whole) & NAME and not prep and not word.name:
            name = self.names[with_article if whole & NAME else base]
            if name != "particle" or not det or whole & NAME:  # فالدر is no در with ف and an article
                word.name = name
                word.conj = word.conj or conj
        elif bare & NAME and prep and not det and self.names[base] == "given" and base not in self.ambiguous_names:
            word.prefixed = conj, prep

    def _nouns(self, word: Word, stripping: Stripping, tables: int, suffix: str, stem: str) -> None:
        """As a noun or an office, with the pronoun `suffix` on the end of `stem` or without one."""
        conj, prep, det, _ = stripping
        if tables & NOUN:
            word.nouns += tuple(
                NounSense(entry, gender, number, conj, prep, det, suffix, accusative)
                for entry, gender, number, accusative in self.nouns[stem]
            )
        noun = bool(suffix) and stem + suffix in self.ordinary and stem + suffix not in self.derived  # قنصلية
        if tables & OFFICE and suffix in OFFICE_SUFFIXES and not noun:
            word.offices += tuple(
                NounSense(office, gender, number, conj, prep, det, suffix, False)
                for office, gender, number in self.offices[stem]
            )

    def _with_pronoun(self, word: Word, stripping: Stripping, multis: list[tuple[str, str, Multi]]) -> None:
        """As a verb with an object, a noun with an owner, an office with one, of several words too: أمينها العام."""
        conj, prep, _, base = stripping
        for suffix in SUFFIXES[base[-1]]:
            if base.endswith(suffix):
                break
        else:
            return
        stem = base[: -len(suffix)]
        if len(stem) < 2:
            return
        last = stem[-1]
        restored = stem[:-1] + RESTORED[last] if last in RESTORED else stem + "ا" if last == "و" else ""
        for form in (stem, restored) if restored else (stem,):
            tables = self.held.get(form, 0)
            if tables & VERB and not prep and not (form is restored and last in "تي"):
                for verb, traits in self.verb_senses(form):
                    if traits.kind == "past" or traits.kind == "present":
                        word.verbs += (_verb_sense(verb, traits, suffix, conj),)
            if tables & INFLECTED:
                self._nouns(word, stripping, tables, suffix, form)
            if self.held.get("ال" + form, 0) & MULTI and suffix in OFFICE_SUFFIXES:
                multis += [(conj, prep, m) for m in self.multis["ال" + form] if m.kind == "office"]

    def _without_article(self, word: Word, stripping: Stripping, tables: int) -> None:
        """As what the tables hold without its article."""
        conj, prep, det, base = stripping
        if tables & NISBA:
            word.nisbas += tuple(
                NounSense(country, gender, number, conj, prep, det, "", False)
                for country, gender, number in self.nisbas[base]
            )
        if tables & BODY_HEAD:
            word.body_heads += tuple(
                NounSense(head, "", number, conj, prep, det, "", False) for head, number in self.body_heads[base]
            )
        if tables & GROUP_HEAD:
            word.group_heads += (NounSense(self.group_heads[base], "", "p", conj, prep, det, "", False),)

    def _with_article(self, word: Word, stripping: Stripping, tables: int, form: str) -> None:
        """As what the tables hold with its article if it has one."""
        conj, prep, det, _ = stripping
        if (conj or prep) and not det and word.text in self.ordinary and word.text not in self.derived:
            tables &= ~(PLACE | BODY)  # باكرا is early, not in Accra; what the program derived may be either: بأبها
        if tables & PLACE:
            word.places += tuple(NounSense(place, "", "", conj, prep, False, "", False) for place in self.places[form])
        if tables & BODY:
            word.bodies += tuple(NounSense(body, "", "", conj, prep, False, "", False) for body in self.bodies[form])
        if tables & HONORIFIC and word.honorific is None:
            honorific = self.honorifics[form]
            word.honorific = NounSense(honorific, honorific.gender, "s", conj, prep, det, "", False)

    def _small(self, word: Word, stripping: Stripping, tables: int) -> None:
        """As a small word of grammar."""
        conj, prep, _, base = stripping
        if tables & FUNCTION and not word.function:
            word.function = self.functions[base]
            word.conj = conj
            word.clitic = prep
        if tables & PREPOSITION and not prep and not word.preposition:
            word.preposition = PREPOSITIONS[base]
            word.conj = conj

    def _servant(self, word: Word) -> None:
        """As عبدالله, عبدالرحمن: a name of two words written as one."""
        conj = word.text[0] if word.text[0] in JOINED else ""
        if len(word.text) - len(conj) > 6 and word.text.startswith("عبدال", len(conj)):
            word.name = "given"
            word.conj = word.conj or conj

    def _refer(self, word: Word) -> None:
        """As a word that points back: to a person, a state, an event."""
        for _, _, plain in word.plain:
            tables = self.held.get(plain, 0)
            if tables & POINTING:
                word.points = True
            if tables & COUNTERPART:
                word.counterpart = True
            if tables & ANAPHOR and not word.refers:
                word.refers = tuple(self.anaphors[plain])


def _verb_sense(verb: Verb, traits: Traits, suffix: str, conj: str) -> VerbSense:
    kind, gender, number, person, _, case, passive, future, _ = traits
    return VerbSense(verb, kind, gender, number, person, case == "acc", passive, future, suffix, conj)


def _distinct(verbs: tuple[VerbSense, ...]) -> tuple[VerbSense, ...]:
    """Each way to read a word as a verb once."""
    found: dict[tuple[object, ...], VerbSense] = {}
    for v in verbs:
        found.setdefault(
            (id(v.verb), v.kind, v.gender, v.number, v.person, v.accusative, v.passive, v.future, v.suffix, v.conj), v
        )
    return tuple(found.values())


def _finite(verbs: tuple[VerbSense, ...]) -> VerbSense | None:
    """The finite reading of interest, in the third person where there is one (أصيب: he was hit, not I hit); else the
    first."""
    first = None
    for sense in verbs:
        if sense.kind in ("past", "present"):
            if not sense.verb.plain and sense.person == 3:
                return sense
            if first is None or (first.verb.plain and not sense.verb.plain):
                first = sense
    return first


def _events(nouns: tuple[NounSense, ...]) -> tuple[NounSense, ...]:
    """The nouns of events, those that want the most words after them first."""
    found = [s for s in nouns if isinstance(s.entry, NounFrame) and (s.det or not s.entry.definite)]
    found.sort(key=lambda s: -len(s.entry.rest))
    return tuple(found)


def _by_second_word(
    multis: list[tuple[str, str, Multi]],
) -> dict[str, tuple[tuple[str, str, Multi], ...]]:
    """Names of several words by their second, the longest first: one look-up tells whether any can stand here."""
    if len(multis) == 1:
        return {multis[0][2].rest[0]: (multis[0],)}
    found: dict[str, list[tuple[str, str, Multi]]] = {}
    for hit in sorted(multis, key=lambda m: -len(m[2].rest)):
        found.setdefault(hit[2].rest[0], []).append(hit)
    return {second: tuple(hits) for second, hits in found.items()}


def _strippings(text: str) -> list[Stripping]:
    """Every way to take proclitics off a word, the whole word first."""
    found = [("", "", False, text)]
    if (text[0] in PROCLITICS or text[0] == "ا") and len(text) > 2:
        _strip(text, "", found)
        if text[0] in JOINED:
            found.append((text[0], "", False, text[1:]))
            _strip(text[1:], text[0], found)
    return found


def _strip(rest: str, conj: str, found: list[Stripping]) -> None:
    """Add the ways to take an article or a preposition, or both, off what follows the conjunction."""
    length = len(rest)
    if length < 3:
        return
    first = rest[0]
    if first == "ا":
        if length > 3 and rest[1] == "ل":
            found.append((conj, "", True, rest[2:]))
    elif first in ATTACHED:
        if first == "ل" and length > 4 and rest[1] == "ل":
            found.append((conj, "ل", True, rest[2:]))
            found.append((conj, "ل", True, rest[1:]))
        if length > 4 and rest.startswith("ال", 1):
            found.append((conj, first, True, rest[3:]))
        found.append((conj, first, False, rest[1:]))


def _plain_strippings(text: str) -> tuple[tuple[str, str, str], ...]:
    """(conjunction, preposition, word with its article): every way to take those two off a word."""
    if text[0] not in PROCLITICS:
        return (("", "", text),)
    found = [("", "", text)]
    conj, rest = "", text
    while len(rest) > 3:
        first = rest[0]
        if first in ATTACHED:
            if rest.startswith("لل"):
                found.append((conj, "ل", "ا" + rest))
            found.append((conj, first, rest[1:]))
        if conj or first not in JOINED:
            break
        conj, rest = first, rest[1:]
        found.append((conj, "", rest))
    return tuple(found)


@cache
def lexicon() -> Lexicon:
    """The process's lexicon, unfolded at first use."""
    # It lives as long as the process: the collector need not walk it, neither while it is made nor later.
    with no_collecting():
        built = Lexicon()
        gc.freeze()
    return built
