"""News brings new words; a few dozen articles told over and over do not. This module gives the variety back.

A paragraph is cut once into words that stay and slots. Slots are the words that differ from one item of news to the
next: names of people, countries with their nationalities and capitals, cities, months, weekdays, figures, portfolios,
ordinary nouns and adjectives, and verbs, for which others stand in of which the tables say the same. They are filled
from the pack's own tables, in the same form (proclitics, ending), and alike throughout an article. What makes the
reading work stays: events' nouns, words that frames ask for, offices, bodies, prepositions, pronouns, words that point
back. What comes out is nonsense, but nonsense with as much in it to read as the articles it was made of.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import Any

from mahdar.packs import table
from mahdar.reading.lexicon import Verb, Word, lexicon
from mahdar.reading.stages import Reading
from mahdar.reading.text import fold

SHARE = 0.85
"""The share of an article's slots that are filled anew.

It is set so that the corpus gains words as the press does. Measured as distinct strings between blanks, in articles of
3,000 characters, against 30,000 news articles of 2015 from several Arab papers, cut and joined to that length (the
range is over three samples):

    articles    strings    distinct in the press    distinct here
         100     50,000        17,000 to 18,500          17,000
         300    150,000        40,000 to 41,500          37,000
       1,000    500,000        84,000 to 92,000          82,000

Words of letters alone, folded, give the same picture (13,500 to 15,300, 30,000 to 31,500, 58,000 to 63,400 in the
press; 14,900, 31,100, 62,800 here). To be near the press, but not beyond it: lower the share if the tables grow so
that it is passed. The commonest thousand strings still make up 49 % of the text here and 42 % in the press, so a
cache of seen strings still finds a little more than it would in news.
"""

PROCLITICS = re.compile("(?:[وف](?=..))?(?:لل|(?:[بلك])?ال|[بلك](?=...))?")
ENDINGS = (
    "ياتها", "ياتهم", "اتها", "اتهم", "اتهما", "اتنا", "تها", "تهم", "تهما", "تنا", "ته",
    "يات", "ات", "يتين", "تين", "تان", "يين", "يون", "ين", "ون", "ان", "ية", "يا",
    "ها", "هم", "هما", "نا", "ة", "ه", "ي", "ا", "",
)  # fmt: skip
"""Endings that a filled slot keeps; the longest that fits."""

OF_RELATIVE = frozenset(("ياتها", "ياتهم", "يات", "يتين", "يين", "يون", "ية", "يا", "ي"))
OF_FEMININE = frozenset(("اتها", "اتهم", "اتهما", "اتنا", "تها", "تهم", "تهما", "تنا", "ته", "ات", "تين", "تان", "ة"))
OF_PERSON = frozenset(("ين", "ون"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A word that may change: what kind of word, what it is called within the article, and what is written on to it."""

    kind: str  # name, country, capital, nisba, city, month, weekday, number, portfolio, verb, ordinary
    key: str
    word: str  # as it stands
    before: str = ""
    after: str = ""
    cell: tuple[str, ...] = ()  # a verb's place in the paradigm


Piece = str | Slot


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, and where it stood in its article."""

    start: int
    end: int
    pieces: list[Piece]


class Stock:
    """The words that slots are filled with."""

    def __init__(self) -> None:
        names = table("ar", "names")
        countries = table("ar", "countries")["country"]
        self.names: dict[str, list[str]] = {
            kind: sorted({word.strip() for key in keys for word in names[key] if " " not in word.strip()})
            for kind, keys in {
                "given": ("given_male", "given_female"),
                "family": ("family", "given_foreign_male", "given_foreign_female"),
            }.items()
        }
        self.countries: list[tuple[str, str, str]] = [
            (row["short"], row["capital"][0], row["nisba"][0])
            for row in countries
            if row["capital"] and row["nisba"] and row["nisba"][0].endswith("ي")
            if not any(" " in form for form in (row["short"], row["capital"][0], row["nisba"][0]))
        ]
        self.cities: list[str] = sorted(
            {city for row in table("ar", "places")["place"] for city in row.get("cities", ()) if " " not in city}
        )
        calendar = table("ar", "calendar")
        self.months: list[str] = [
            form for forms in calendar["months"].values() for form in forms[:2] if " " not in form
        ]
        self.weekdays: list[str] = [forms[0] for forms in calendar["weekdays"].values()]
        self.ordinary = _ordinary()
        self.verbs = _verbs()
        self.portfolios = _portfolios()


def _ordinary() -> dict[str, list[str]]:
    """Stems of the tables' nouns and adjectives by the kind of ending they take."""
    words = table("ar", "words")
    pools: dict[str, set[str]] = defaultdict(set)
    for word in (*words["nouns"], *words["adjectives"]):
        if len(word) < 3 or " " in word or not _plain(lexicon().look(fold(word))):
            continue
        if word.endswith("ة"):
            pools["relative" if word.endswith("ية") else "feminine"].add(word[:-1].removesuffix("ي"))
        elif word.endswith("ي"):
            pools["relative"].add(word[:-1])
        elif word.endswith(("ات", "ون", "ين")):
            pools["feminine" if word.endswith("ات") else "person"].add(word[:-2])
        elif not word.endswith(("ا", "ى", "ان")):
            pools["bare"].add(word)
            if word.startswith("م") and len(word) > 3:
                pools["person"].add(word)
    return {kind: sorted(stems) for kind, stems in pools.items()}


def _verbs() -> dict[tuple[str, ...], list[str]]:
    """Forms of verbs by what the tables say of the verb, and by their place in the paradigm.

    Verbs of which the tables say the same (أكد, أوضح) stand in for one another: the reading has the same to do.
    """
    pools: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in lexicon().verb_forms:
        senses = lexicon().verb_senses(text)
        if all(sense[0] is senses[0][0] for sense in senses):
            verb, form = senses[0]
            pools[_cell(verb, form, form.case == "acc")].add(text)
    return {cell: sorted(forms) for cell, forms in pools.items()}


def _cell(verb: Verb, form: Any, accusative: bool) -> tuple[str, ...]:
    """What the tables say of a verb, and the place of a form of it in the paradigm."""
    said = sorted(str(id(entry)) for entry in (*verb.speech, *verb.carriers, *verb.frames, *verb.lights))
    traits = form.kind, form.gender, form.number, form.person, form.passive, form.future, accusative
    return (*said, *map(str, traits))


def _portfolios() -> list[str]:
    """Portfolios of one word, without the article."""
    found = (phrase for phrase in table("ar", "offices")["portfolios"] if " " not in phrase)
    return [phrase.removeprefix("ال") for phrase in found if phrase.startswith("ال")]


def _frame_words() -> frozenset[str]:
    """The words that complete a verb or a noun of the frames."""
    lex = lexicon()
    phrases = [phrase for frame in lex.frames for phrase in (*frame.objects, *frame.object_heads)]
    phrases += [entry.rest for senses in lex.nouns.values() for entry, *_ in senses if hasattr(entry, "rest")]
    phrases += [phrase for verb in lex.verbs.values() for frame in verb.frames for phrase in frame.objects]
    return frozenset(word.removeprefix("ال") for phrase in phrases for word in phrase)


def _idle(word: Word) -> bool:
    """Whether the word, outside of any mention, is nothing to the reading."""
    return not (
        word.nouns or word.refers or word.function or word.preposition or word.number or word.date or word.offices
        or word.bodies or word.body_heads or word.group_heads or word.honorific or word.counterpart or word.points
        or any(not sense.verb.plain for sense in word.verbs)
    )  # fmt: skip


def _plain(word: Word) -> bool:
    """Whether it is nothing to the reading wherever it stands."""
    return _idle(word) and not (word.verbs or word.places or word.nisbas or word.multis or word.name)


def paragraphs_of(reading: Reading) -> list[Paragraph]:
    """The paragraphs of an article that was read, cut into what stays and what may change."""
    return _Cutter(reading).paragraphs()


class _Cutter:
    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.scene.tokens
        self.infos = reading.scene.infos
        self.held = _frame_words()
        self.portfolios = {fold(portfolio) for portfolio in _portfolios()}
        self.named: set[int] = set()
        self.mentions: dict[int, str] = {}  # token -> the kind of mention it is in
        for mention in reading.scene.mentions:
            self.mentions.update(dict.fromkeys(range(mention.first, mention.last), mention.kind))
            if mention.name:
                self.named.update(range(*mention.name))
        self.months = {
            fold(form) for forms in table("ar", "calendar")["months"].values() for form in forms if " " not in form
        }
        self.weekdays = {fold(form) for forms in table("ar", "calendar")["weekdays"].values() for form in forms}
        countries = table("ar", "countries")["country"]
        self.shorts = {fold(row["short"]): row["code"] for row in countries}
        self.capitals = {fold(row["capital"][0]): row["code"] for row in countries if row["capital"]}
        self.nisbas = {fold(nisba): row["code"] for row in reversed(countries) for nisba in row["nisba"]}
        self.cities = {fold(city) for row in table("ar", "places")["place"] for city in row.get("cities", ())}

    def paragraphs(self) -> list[Paragraph]:
        text = self.tokens.text
        pieces: list[Piece] = []
        out: list[Paragraph] = []
        start = at = 0
        for i, end in enumerate(self.tokens.ends):
            word = text[self.tokens.starts[i] : end]
            if word == "\n":
                out.append(Paragraph(start, at, pieces))
                pieces, start = [], end
            else:
                pieces += text[at : self.tokens.starts[i]], self.slot(i, word) or word
            at = end
        out.append(Paragraph(start, at, pieces))
        return [paragraph for paragraph in out if paragraph.pieces]

    def slot(self, i: int, word: str) -> Slot | None:
        info = self.infos[i]
        if word.isdigit():
            return Slot("number", word, word)
        if not info.arabic:
            return None
        if i in self.named:
            kind = info.name or "family"
            return Slot("name", info.text, word, kind) if kind in ("given", "family") and len(word) > 2 else None
        before = PROCLITICS.match(word)
        assert before is not None
        for cut in dict.fromkeys((0, 1 if word[0] in "وبلف" else 0, len(before.group()))):
            slot = self.calendar(i, word, cut) or self.place(i, word, cut)
            if slot:
                return slot
        if i in self.mentions:
            return self.portfolio(word, before.group())
        if info.verbs and not info.function and (not info.ordinary or self.opens(i) or not _idle(info)):
            return self.verb(word, info)
        if len(word) < 4 or not _idle(info) or self.holds(info):
            return None
        start = len(before.group())
        if len(word) - start < 3:
            start = 0
        ending = next(e for e in ENDINGS if word.endswith(e) and (not e or len(word) - start - len(e) >= 3))
        return Slot("ordinary", fold(word[start : len(word) - len(ending)]), word, word[:start], ending)

    def holds(self, info: Word) -> bool:
        """Whether frames ask for the word: the علاقات of قطع العلاقات."""
        return any(word.removeprefix("ال") in self.held for _, _, word in info.plain) or info.text in self.held

    def opens(self, i: int) -> bool:
        """Whether a word begins a clause: one that may be a verb or a noun is then a verb."""
        return i == 0 or not self.tokens.words[i - 1].isalnum()

    def calendar(self, i: int, word: str, cut: int) -> Slot | None:
        if self.mentions.get(i) == "date":
            base = fold(word[cut:])
            for kind, known in (("month", self.months), ("weekday", self.weekdays)):
                if base in known:
                    return Slot(kind, base, word, word[:cut])
        return None

    def place(self, i: int, word: str, cut: int) -> Slot | None:
        base = fold(word[cut:])
        if self.mentions.get(i) in ("country", "place"):
            for kind, codes in (("country", self.shorts), ("capital", self.capitals)):
                if base in codes:
                    return Slot(kind, codes[base], word, word[:cut])
            if base in self.cities:
                return Slot("city", base, word, word[:cut])
        if self.infos[i].nisbas:
            for ending in ("ين", "ون", "ة", "ا", ""):
                stem = fold(word[cut : len(word) - len(ending)])
                if word.endswith(ending) and stem in self.nisbas:
                    return Slot("nisba", self.nisbas[stem], word, word[:cut], ending)
        return None

    def portfolio(self, word: str, before: str) -> Slot | None:
        """The خارجية of وزير الخارجية."""
        base = fold(word[len(before) :])
        return Slot("portfolio", base, word, before) if before == "ال" and base in self.portfolios else None

    def verb(self, word: str, info: Word) -> Slot | None:
        sense = info.verbs[0]
        cell = _cell(sense.verb, sense, sense.accusative)
        return Slot("verb", info.text, word, sense.conj, sense.suffix, cell)


class Filler:
    """Fills the slots of one article: the same word by the same word."""

    def __init__(self, stock: Stock, random: Random) -> None:
        self.stock = stock
        self.random = random
        self.chosen: dict[tuple[str, str], str] = {}
        self.states: dict[str, tuple[str, str, str] | None] = {}

    def fill(self, pieces: list[Piece]) -> str:
        return "".join(piece if isinstance(piece, str) else self.word(piece) for piece in pieces)

    def word(self, slot: Slot) -> str:
        if slot.kind in ("country", "capital", "nisba"):
            return self.of_state(slot)
        if slot.kind == "number":
            return self.number(slot.word)
        group = _group(slot.after) if slot.kind == "ordinary" else slot.kind
        chosen = self.chosen.get((group, slot.key))
        if chosen is None:
            chosen = self.chosen[group, slot.key] = self.choose(slot, group)
        if not chosen:
            return slot.word
        if slot.kind in ("ordinary", "verb"):
            return slot.before + chosen + slot.after
        return chosen if slot.kind == "name" else _joined(slot.before, chosen)

    def choose(self, slot: Slot, group: str) -> str:
        """Another word for the slot, or "" if it keeps its own."""
        draw, stock = self.random, self.stock
        if draw.random() >= SHARE:
            return ""
        match slot.kind:
            case "name":
                return draw.choice(stock.names[slot.before])
            case "city":
                return draw.choice(stock.cities)
            case "month":
                return draw.choice(stock.months)
            case "weekday":
                return draw.choice(stock.weekdays)
            case "portfolio":
                return draw.choice(stock.portfolios)
            case _:
                pool = stock.verbs.get(slot.cell) if slot.kind == "verb" else stock.ordinary.get(group)
                return draw.choice(pool) if pool else ""

    def of_state(self, slot: Slot) -> str:
        if slot.key not in self.states:
            self.states[slot.key] = self.random.choice(self.stock.countries) if self.random.random() < SHARE else None
        state = self.states[slot.key]
        if state is None:
            return slot.word
        short, capital, nisba = state
        if slot.kind == "nisba":
            return slot.before + nisba + slot.after
        return _joined(slot.before, short if slot.kind == "country" else capital)

    def number(self, word: str) -> str:
        if len(word) == 4 and word.startswith(("19", "20")):
            return str(self.random.randint(1945, 2026))
        if int(word) <= 31:
            return str(self.random.randint(1, 31))
        return str(self.random.randint(10 ** (len(word) - 1), 10 ** len(word) - 1))


def _joined(before: str, word: str) -> str:
    return before + word[1:] if before.endswith("ل") and word.startswith("ال") else before + word


def _group(ending: str) -> str:
    """Which stems take an ending."""
    if ending in OF_RELATIVE:
        return "relative"
    if ending in OF_FEMININE:
        return "feminine"
    if ending in OF_PERSON:
        return "person"
    return "bare"
