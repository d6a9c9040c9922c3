"""Stage 3, phrases: who and what the text names, and where.

A mention is a stretch of tokens: a person (offices, honorifics and name in any order), a body, a country, a group,
a place, a date, a word that points back (الجانبان، بلاده). A name is found by where it stands (after an office or an
honorific), by its parts, and by not being an ordinary word; once found it is known in the whole article.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from mahdar.reading import dates
from mahdar.reading.anaphors import anaphors
from mahdar.reading.dates import DateExpression
from mahdar.reading.lexicon import (
    Body,
    BodyHead,
    Country,
    GroupHead,
    Lexicon,
    Multi,
    NounSense,
    Office,
    Place,
    Word,
    lexicon,
)
from mahdar.reading.text import Tokens, fold

MAX_NAME = 12  # parts of one name
MAX_OFFICE = 40  # tokens of one office phrase

QUOTES = frozenset('"«»“”')
COMMAS = frozenset("،,")
HYPHENS = frozenset("-–")


@dataclass(slots=True, eq=False)
class OfficePhrase:
    """وزير خارجية كازاخستان: a head with what belongs to it."""

    first: int
    last: int
    office: Office
    gender: str
    number: str
    det: bool
    suffix: str
    country: str | None = None
    country_at: tuple[int, int] | None = None
    body: "Mention | None" = None
    portfolio: bool = False
    sector: str | None = None
    former: bool = False
    deputy: bool = False
    posted: str | None = None
    conj: str = ""
    prep: str = ""
    countries: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Mention:
    """One stretch of tokens that names somebody, something, somewhere or some time."""

    kind: str  # person organisation country group place date nisba anaphor
    first: int
    last: int
    conj: str = ""
    prep: str = ""
    name: tuple[int, int] | None = None
    offices: list[OfficePhrase] = field(default_factory=list)
    country: str | None = None
    country_at: tuple[int, int] | None = None
    sector: str | None = None
    sector_at: tuple[int, int] | None = None
    gender: str = ""
    number: str = "s"
    entry: Body | BodyHead | Country | GroupHead | Place | None = None
    date: DateExpression | None = None
    word: str = ""  # the anaphor's or head's folded word
    suffix: str = ""
    det: bool = False
    counterpart: bool = False
    capital: bool = False
    surname: bool = False  # found again by a part of a name
    inside: bool = False  # part of a longer mention
    countries: list[str] = field(default_factory=list)  # a dual's or plural's
    core: tuple[int, int] | None = None  # without honorifics before it


class Scanner:
    """Finds the mentions of one text, left to right; every token is looked at a bounded number of times."""

    def __init__(self, tokens: Tokens, infos: list[Word], lex: Lexicon) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.infos = infos
        self.lex = lex
        self.ana = anaphors()
        self.end = len(tokens.words)

    def scan(self, first: int, last: int) -> list[Mention]:
        """The mentions between two tokens of one sentence or line, in order, not overlapping."""
        out: list[Mention] = []
        infos = self.infos
        self.end = last
        i = first
        while i < last:
            info = infos[i]
            if info.mention:
                mention = self.at(i)
                if mention is not None:
                    if not mention.gender and mention.kind in ("country", "organisation"):
                        mention.gender = self.grammar(mention)
                    if mention.kind == "group" and mention.conj == "و" and out and self.one_group(out[-1], mention):
                        out[-1].last = mention.last
                        out[-1].core = (out[-1].first, mention.last)
                        i = mention.last
                        continue
                    out.append(mention)
                    i = mention.last
                    continue
            i += 1
        return out

    def grammar(self, mention: Mention) -> str:
        """The grammatical gender of a state or a body, by which its verb agrees."""
        if mention.kind == "country" and isinstance(mention.entry, Country):
            return (
                "m"
                if mention.country in self.ana.masculine_states
                and not mention.capital
                and mention.last - mention.first == 1
                else "f"
            )
        word = self.words[mention.first]
        return "f" if word.endswith(("ه", "ات")) else "m"

    def one_group(self, first: Mention, second: Mention) -> bool:
        """'السفراء ورؤساء البعثات': one group under two names."""
        return (
            first.kind == "group"
            and first.last == second.first
            and first.number == "p"
            and first.last - first.first == 1
        )

    def at(self, i: int) -> Mention | None:
        """The longest mention beginning at token i."""
        info = self.infos[i]
        if info.date:
            expression = dates.find(self.words[i : min(i + dates.WINDOW, self.end)], 0)
            if expression is not None:
                return Mention("date", i, i + expression.end, info.conj, info.clitic, date=expression)
        found = self.pointing(i)
        if found:
            return found
        found = self.multi(i)
        if found:
            return found
        found = self.person(i)
        if found:
            return found
        found = self.body(i)
        if found:
            return found
        found = self.group(i)
        if found:
            return found
        found = self.place(i)
        if found:
            return found
        return self.nisba(i)

    # --- words that point back

    def pointing(self, i: int) -> Mention | None:
        info = self.infos[i]
        if not info.points:
            return None
        ana = self.ana
        for conj, prep, word in info.plain:
            if word in ana.own_country:
                return Mention("anaphor", i, i + 1, conj, prep, word="own", suffix=word)
            if word in ana.pair or word in ana.pair_countries:
                if word in ("وفدا", "وفدي"):
                    continue
                kind = "pair" if word in ana.pair else "countries"
                nisba = self.nisba_sense(i + 1, det=True)
                last = i + 1
                mention = Mention("anaphor", i, last, conj, prep, word=kind, number="d")
                if nisba is not None:
                    # الوزيران المصري والأردني
                    second = self.nisba_sense(i + 2, det=True) if i + 2 < self.end else None
                    if second is not None and second.conj:
                        mention.countries = [nisba.entry.code, second.entry.code]
                        mention.last = i + 3
                return mention
            if word in ana.side:
                nisba = self.nisba_sense(i + 1, det=True)
                if nisba is not None:
                    return Mention(
                        "country", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2),
                        word="side",
                    )  # fmt: skip
            if word in ana.realm:
                nisba = self.nisba_sense(i + 1, det=True)
                if nisba is not None and nisba.entry.code:
                    return Mention("country", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2))
                if word != "المملكه" or not self.lex.look(self.word(i + 1)).det or self.infos[i + 1].nisbas:
                    if not any(m.rest == tuple(self.words[i + 1 : i + 1 + len(m.rest)]) for _, _, m in info.multis):
                        return Mention("anaphor", i, i + 1, conj, prep, word="realm", suffix=word)
            if word in ana.government:
                state = self.government(i, conj, prep)
                if state:
                    return state
            if word in ana.person_nouns:
                nisba = self.nisba_sense(i + 1, det=True)
                if nisba is not None or word in ("الضيف", "الضيفه"):
                    last = i + 2 if nisba is not None else i + 1
                    end = self.name_end(last, strong=True)
                    if end > last:
                        return None
                    return Mention(
                        "anaphor", i, last, conj, prep, word="guest", country=nisba.entry.code if nisba else None,
                        gender="f" if word.endswith("ه") else "m",
                    )  # fmt: skip
            if word in self.lex.stand_ins:
                return Mention(
                    "anaphor", i, i + 1, conj, prep, word="stand-in", suffix=word, gender=self.lex.stand_ins[word]
                )
        return None

    def government(self, i: int, conj: str, prep: str) -> Mention | None:
        """الحكومة العراقية, السلطات في كينشاسا, دولة فلسطين: the state itself."""
        j = i + 1
        if j >= self.end:
            return None
        if self.words[j] in ("في", "ب") and j + 1 < self.end:
            inner = self.country_at(j + 1)
            if inner and self.words[i].endswith("سلطات"):
                return Mention("country", i, inner[1], conj, prep, country=inner[0], country_at=(j + 1, inner[1]))
        nisba = self.nisba_sense(j, det=None)
        if nisba is not None and not nisba.prep and not nisba.conj:
            last = j + 1
            while last < self.end and self.words[last] in ("الشقيقه", "الصديقه", "الشقيق", "الصديق", "الانتقاليه"):
                last += 1
            return Mention("country", i, last, conj, prep, country=nisba.entry.code, country_at=(j, j + 1))
        inner = self.country_at(j)
        if inner and not self.infos[j].clitic:
            last = inner[1]
            while last < self.end and self.words[last] in ("الشقيقه", "الصديقه", "الشقيق", "الصديق"):
                last += 1
            return Mention("country", i, last, conj, prep, country=inner[0], country_at=(j, inner[1]))
        return None

    # --- names of several words

    def match(self, i: int, multi: Multi) -> bool:
        rest = multi.rest
        j = i + 1 + len(rest)
        if j > self.end:
            return False
        return tuple(self.words[i + 1 : j]) == rest

    def multi(self, i: int) -> Mention | None:
        for conj, prep, multi in self.infos[i].multis:
            if multi.kind in ("office", "honorific", "nisba", "body_head") or not self.match(i, multi):
                continue
            last = i + 1 + len(multi.rest)
            entry = multi.entry
            if multi.kind == "country":
                return Mention(
                    "country", i, last, conj, prep, country=entry.code, country_at=(i, last), entry=entry,
                    capital=entry.kind == "capital",
                )  # fmt: skip
            if multi.kind in ("place", "site"):
                return Mention("place", i, last, conj, prep, country=entry.country, country_at=(i, last), entry=entry)
            if multi.kind == "body":
                return self.whole_body(Mention(
                    "organisation", i, last, conj, prep, country=entry.code, country_at=(i, last), entry=entry,
                    sector=entry.sector, sector_at=(i, last),
                ))  # fmt: skip
            if multi.kind == "group":
                return self.group_phrase(i, last, conj, prep, entry)
        return None

    def whole_body(self, mention: Mention) -> Mention:
        """With the short name in brackets that may follow: (إيكواس)."""
        j = mention.last
        if j + 2 < self.end and self.words[j] == "(":
            k = j + 1
            while k < self.end and k < j + 5 and self.words[k] != ")":
                k += 1
            if k < self.end and self.words[k] == ")" and not self.infos[j + 1].date:
                mention.last = k + 1
        return mention

    # --- persons

    def person(self, i: int) -> Mention | None:
        """Honorifics, offices and a name, in any order that writers use."""
        info = self.infos[i]
        if not (info.honorific or info.offices or info.multis or info.name or info.nisbas or info.counterpart):
            return None
        j = i
        gender = ""
        conj = prep = ""
        honorifics = 0
        while j < self.end:
            step = self.honorific(j)
            if step is None:
                break
            if j == i:
                conj, prep = step[2], step[3]
            elif step[2] or step[3]:
                break
            gender = gender or step[1]
            j = step[0]
            honorifics += 1
            if j < self.end and self.words[j] in ("/", ":") and honorifics:
                j += 1
            if j < self.end and self.words[j] == "." and self.tokens.starts[j] == self.tokens.ends[j - 1]:
                j += 1
        offices: list[OfficePhrase] = []
        if j < self.end:
            if self.counterpart_at(j) is not None and not honorifics:
                row = self.counterpart_at(j)
                assert row is not None
                conj, prep, gender = row[0], row[1], row[2]
                number = row[3]
                k = j + 1
                country = None
                at = None
                countries = []
                nisba = self.nisba_sense(k, det=True)
                if nisba is not None:
                    country, at = nisba.entry.code, (k, k + 1)
                    countries.append(nisba.entry.code)
                    k += 1
                    if number != "s":
                        while k < self.end:
                            other = self.nisba_sense(k, det=True)
                            if other is None or not other.conj:
                                break
                            countries.append(other.entry.code)
                            k += 1
                name_end = self.name_end(self.skip_comma_to_name(k), strong=True)
                name_first = self.skip_comma_to_name(k)
                mention = Mention(
                    "person" if number == "s" else "group", i, k, conj, prep, gender=gender, number=number,
                    country=country, country_at=at, counterpart=True, suffix=row[4], countries=countries,
                )  # fmt: skip
                if name_end > name_first and number == "s":
                    mention.name = (name_first, name_end)
                    mention.last = self.after_name(name_end)
                return mention
            chain = self.office_chain(j, allow_clitics=honorifics == 0)
            if chain:
                offices = chain
                if honorifics == 0:
                    conj, prep = chain[0].conj, chain[0].prep
                j = chain[-1].last
                gender = "f" if gender == "f" or any(o.gender == "f" for o in chain) else chain[0].gender or gender
        if offices and offices[0].number != "s":
            return self.office_group(i, offices, conj, prep)
        # honorifics between office and name: وزير الخارجية معالي السيد ...
        k = j
        between = 0
        while k < self.end and offices:
            if self.words[k] in COMMAS and k + 1 < self.end and self.honorific(k + 1) and not between:
                step = self.honorific(k + 1)
            else:
                step = self.honorific(k)
            if step is None or step[2] or step[3]:
                break
            gender = "f" if step[1] == "f" else gender or step[1]
            k = step[0]
            between += 1
            if k < self.end and self.words[k] in ("/", ".", ":"):
                k += 1
        strong = bool(offices or honorifics)
        start = k if between else j
        if offices and not between:
            start = self.skip_comma_to_name(j)
        if not strong:
            nisba = self.nisba_sense(j, det=True)
            if nisba is not None and j == i and not info.offices:
                # النيجيري صنداي أديليكي
                end = self.name_end(j + 1, strong=False, minimum=2)
                if end > j + 1:
                    return Mention(
                        "person", i, end, nisba.conj, nisba.prep, name=(j + 1, end), country=nisba.entry.code,
                        country_at=(j, j + 1), gender=nisba.gender,
                    )  # fmt: skip
                return None
            if not info.name:
                return None
            conj = info.conj
        end = self.name_end(start, strong=strong, minimum=1 if strong else 2)
        # "وزير الخارجية البحريني راشد ..." handled; "رئيس الوزراء، اليوم" has no name
        if end == start and offices and start == j and j < self.end and self.words[j] in COMMAS:
            pass
        if end > start:
            mention = Mention("person", i, end, conj, prep, name=(start, end), offices=offices, gender=gender)
            mention.last = self.after_name(end)
            self.trailing_offices(mention)
        elif offices:
            if not self.stands_alone(offices[0], honorifics):
                return None
            mention = Mention("person", i, j, conj, prep, offices=offices, gender=gender)
        else:
            return None
        self.describe(mention)
        return mention

    def stands_alone(self, phrase: OfficePhrase, honorifics: int) -> bool:
        """Whether an office without a name is somebody: definite, owned by a state or a body, or a source."""
        if phrase.office.takes == "none" and not phrase.det and not phrase.office.unnamed and not honorifics:
            return False
        if phrase.country or phrase.body or phrase.det or phrase.suffix or phrase.portfolio or honorifics:
            return True
        return phrase.office.unnamed

    def describe(self, mention: Mention) -> None:
        """Country, sector and core of a person from the offices."""
        former = False
        for phrase in mention.offices:
            if phrase.country and not mention.country:
                mention.country, mention.country_at = phrase.country, phrase.country_at
            if phrase.body is not None and phrase.body.country and not mention.country:
                mention.country, mention.country_at = phrase.body.country, (phrase.body.first, phrase.body.last)
            sector = phrase.sector or phrase.office.sector
            if sector is None and phrase.body is not None:
                sector = phrase.body.sector
            if sector and not mention.sector:
                mention.sector, mention.sector_at = sector, (phrase.first, phrase.last)
            former = former or phrase.former
        if former and mention.sector in ("GOV", "LEG", "MIL"):
            mention.sector = "ELI"
        if mention.offices:
            mention.core = (mention.offices[0].first, mention.offices[-1].last)
            mention.det = mention.offices[0].det

    def honorific(self, j: int) -> tuple[int, str, str, str] | None:
        """(end, gender, conj, prep) of an honorific at j."""
        info = self.infos[j]
        for conj, prep, multi in info.multis:
            if multi.kind == "honorific" and self.match(j, multi):
                return j + 1 + len(multi.rest), multi.gender, conj, prep
        if info.honorific is not None:
            word = info.honorific
            if len(info.text) == 1 and not (j + 1 < self.end and self.words[j + 1] in (".", "/")):
                return None
            if any(not v.verb.plain for v in info.verbs) and not self.titled(j + 1):
                return None  # حضرة صاحب الجلالة, and حضره (attended it)
            if info.text == "دوله" or (word.entry.word == "دولة"):
                # the title of prime ministers, not a state
                nxt = self.infos[j + 1] if j + 1 < self.end else None
                if nxt is None or not (
                    nxt.offices or nxt.honorific or nxt.name or any(m.kind == "honorific" for _, _, m in nxt.multis)
                ):
                    return None
            return j + 1, word.gender, word.conj, word.prep
        return None

    def titled(self, j: int) -> bool:
        """Whether an honorific may begin at j."""
        if j >= self.end:
            return False
        info = self.infos[j]
        return info.honorific is not None or any(m.kind == "honorific" for _, _, m in info.multis)

    def counterpart_at(self, j: int) -> tuple[str, str, str, str, str] | None:
        if not self.infos[j].counterpart:
            return None
        for conj, prep, word in self.infos[j].plain:
            row = self.lex.counterparts.get(word)
            if row is not None:
                return conj, prep, row.get("gender", "m"), row.get("number", "s"), row.get("suffix", "")
        return None

    def skip_comma_to_name(self, j: int) -> int:
        """Past a comma (or an opening quotation mark) that stands between an office and the name."""
        if j + 1 < self.end and self.words[j] in COMMAS:
            k = j + 1
            step = self.honorific(k)
            if step is not None and not step[2]:
                k = step[0]
                if k < self.end and self.words[k] in ("/", "."):
                    k += 1
            nisba = self.nisba_sense(k, det=True)
            if nisba is not None and not nisba.conj and k + 1 < self.end:
                k += 1
            end = self.name_end(k, strong=True)
            if end > k and self.convincing(k, end):
                return k
        if j + 1 < self.end and self.words[j] in QUOTES:
            end = self.name_end(j + 1, strong=True)
            if end > j + 1 and end < self.end and self.words[end] in QUOTES:
                return j + 1
        if j + 1 < self.end and self.words[j] == "-" and self.name_end(j + 1, strong=True) > j + 2:
            return j + 1
        return j

    def convincing(self, first: int, last: int) -> bool:
        """Whether a name after a comma is one: two parts, or a known name."""
        return last - first >= 2 or self.infos[first].name == "given"

    def name_end(self, j: int, *, strong: bool, minimum: int = 1) -> int:
        """The end of a name beginning at j; j itself if there is none."""
        infos, words, lex = self.infos, self.words, self.lex
        start = j
        parts = 0
        pending = False  # a particle that wants another part
        known = 0
        while j < self.end and parts < MAX_NAME:
            info = infos[j]
            word = info.text
            kind = info.name
            if word in HYPHENS:
                tight = (
                    parts and j + 1 < self.end and self.tokens.starts[j] == self.tokens.ends[j - 1]
                    and self.tokens.starts[j + 1] == self.tokens.ends[j]
                )  # fmt: skip
                if not tight or not infos[j + 1].arabic:
                    break
                j += 1
                pending = True
                continue
            if not info.arabic:
                break
            if kind == "particle" and not info.conj:
                follower = infos[j + 1] if j + 1 < self.end else None
                if follower is None or not follower.arabic:
                    break
                if (follower.preposition or follower.function) and follower.text != "علي":
                    break
                if parts == 0 and word in ("دي", "دا", "دو", "لا", "لو", "دن", "در", "ذو", "سان", "با") and not strong:
                    break
                if not (parts or strong or word in ("ابو", "ابن", "ولد", "ال", "ام")):
                    break
                if follower.verbs and not follower.name and word in ("لا", "لو", "دا", "دي", "ان"):
                    break
                pending = True
                j += 1
                continue
            if not self.name_part(j, parts, strong, pending):
                break
            if kind in ("given", "family") and word not in lex.ambiguous_names:
                known += 1
            parts += 1
            pending = False
            j += 1
        if pending:
            j -= 1
            while j > start and (infos[j - 1].name == "particle" or words[j - 1] in HYPHENS) and parts == 0:
                j -= 1
            while j > start and words[j - 1] in HYPHENS:
                j -= 1
        if parts < minimum:
            return start
        if not strong and (known == 0 or infos[start].text in lex.ambiguous_names and known < 2):
            return start
        if not strong and (infos[start].name != "given" or infos[start].verbs or words[start].startswith("ال")):
            return start
        return max(j, start)

    def name_part(self, j: int, parts: int, strong: bool, pending: bool) -> bool:
        """Whether token j can be a part of a name of which `parts` parts have been read."""
        info = self.infos[j]
        lex = self.lex
        word = info.text
        if info.conj and parts and not pending and not (info.conj == "ف" and self.surname_like(j)):
            if info.name or info.ordinary or info.function:
                return False  # and another one
        if len(word) < 2 or word in _BROTHERLY or info.counterpart:
            return False
        if word == "علي":  # the name Ali, folded like the preposition على
            return pending or bool((parts or strong) and self.tokens.text[self.tokens.ends[j] - 1] == "ي")
        if strong and parts == 1 and word in _REGNAL:
            return True  # غازي الثاني
        if parts and not pending and info.offices and not info.offices[0].conj:
            phrase = self.office(j)
            if phrase is not None and (phrase.last - phrase.first > 1 or phrase.det):
                return False  # ... ساغينديكوف نائب رئيس مجلس الوزراء
        if info.multis and any(m.kind == "honorific" and self.match(j, m) for _, _, m in info.multis):
            return False
        if info.name:
            if info.conj:
                return False
            if (
                parts == 0
                and not pending
                and word[0] in "بلك"
                and word[1:] in lex.ordinary
                and word[1:] not in lex.derived
            ):
                # بدور: a name, and "for the role of"
                follower = self.infos[j + 1] if j + 1 < self.end else None
                return bool(follower is not None and follower.name and not follower.clitic and not follower.conj)
            if (
                parts == 0
                and info.ordinary
                and j + 1 < self.end
                and self.infos[j + 1].date
                and not self.infos[j + 1].name
            ):
                return False  # صباح اليوم
            if word in lex.ambiguous_names:
                if parts or pending:
                    return not (info.function or info.preposition)
                if strong:
                    return not info.preposition
                return not (info.function or info.preposition)
            return True
        if info.preposition or info.function:
            return False
        if pending:
            return not info.honorific or word.startswith("ال")  # عبد المقصود, بن رمضان
        if info.ordinary and not (parts and self.surname_like(j)):
            return False
        if info.honorific or info.offices or info.body_heads or info.group_heads or info.multis and any(
            self.match(j, m) for _, _, m in info.multis
        ):  # fmt: skip
            return False
        if info.verbs and not (parts and self.surname_like(j)):
            return False
        if info.number and info.ordinary:
            return False
        if info.nisbas:
            sense = info.nisbas[0]
            return bool(parts and sense.det and not sense.prep and not sense.conj and sense.gender == "m") or pending
        if info.places:
            return False
        if info.date and not info.name:
            return False
        if info.points:
            return False
        if not (strong or parts):
            return False
        if word[0] == "و" and len(word) > 4 and (parts and not pending):
            return False
        return not (word.startswith(("بال", "لل", "وال", "فال", "كال")) and len(word) > 4 and info.ordinary)

    def surname_like(self, j: int) -> bool:
        """Whether an ordinary word right after a name is its next part: الحارثي, الحديد؛ فودي (not ف + ودي)."""
        info = self.infos[j]
        word = info.text
        if info.conj == "ف" or info.clitic == "ك":
            return not info.bare and all(v.verb.plain for v in info.verbs)
        if not info.det or info.conj or info.clitic or word in self.lex.qualifiers:
            return False
        if word.endswith("ي") and info.ordinary != "function" and (word not in self.lex.ordinary):
            return self.ends_phrase(j + 1) if word[2:] in self.adjectives else True
        return (
            not word.endswith(("ه", "ات", "ين", "ون"))
            and info.bare in ("noun", "participle", "adjective")
            and self.ends_phrase(j + 1)
        )

    @property
    def adjectives(self) -> frozenset[str]:
        return self.lex.adjectives

    def ends_phrase(self, j: int) -> bool:
        """A comma, a preposition, a verb, a date or the end: what follows a name, not a noun in a phrase."""
        if j >= self.end:
            return True
        info = self.infos[j]
        return bool(
            not info.arabic or info.preposition or info.date or info.function or info.clitic or info.conj
            or (info.verbs and not info.bare)
        )  # fmt: skip

    def after_name(self, end: int) -> int:
        """Past a closing quotation mark, a nickname in quotes, a Latin form or an age in brackets, a eulogy."""
        j = end
        if j < self.end and self.words[j] in QUOTES and j > 0:
            opener = self.tokens.quotes.get(j)
            if opener is None:
                j += 1
            elif opener - j <= 4:
                j = opener + 1
        if j + 2 < self.end and self.words[j] == "(":
            k = j + 1
            while k < self.end and k < j + 6 and self.words[k] != ")":
                k += 1
            if k < self.end and self.words[k] == ")":
                inner = self.words[j + 1 : k]
                if all(w.isascii() for w in inner) or "عاما" in inner or "سنه" in inner:
                    j = k + 1
        for eulogy in self.lex.eulogies:
            k = j + 1 if j < self.end and self.words[j] in ("-", "–", "،") else j
            if tuple(self.words[k : k + len(eulogy)]) == eulogy:
                j = k + len(eulogy)
                if j < self.end and self.words[j] in ("-", "–"):
                    j += 1
                break
        return j

    def trailing_offices(self, mention: Mention) -> None:
        """Offices after the name: '... عصام الرافعى وزير الخارجية', '... نورتيليو، نائب رئيس الوزراء،'."""
        j = mention.last
        k = j
        comma = False
        if k < self.end and self.words[k] in COMMAS:
            k += 1
            comma = True
        if k >= self.end:
            return
        chain = self.office_chain(k, allow_clitics=False)
        if not chain or chain[0].number != "s" or chain[0].conj or chain[0].prep:
            return
        if comma:
            # the office must close with a comma, a full stop or the end, else it is the next one of a list
            after = chain[-1].last
            nxt = self.words[after] if after < self.end else "."
            name_after = after < self.end and self.name_end(self.skip_comma_to_name(after), strong=True) > after
            if name_after and nxt not in (".", ")", "-"):
                return
            if not (chain[0].country or chain[0].body or chain[0].portfolio or chain[0].det or chain[0].posted):
                return
        elif self.name_end(chain[-1].last, strong=True) > chain[-1].last and not mention.offices:
            return
        mention.offices = [*mention.offices, *chain]
        mention.last = chain[-1].last
        if mention.last < self.end and self.words[mention.last] in COMMAS and comma:
            pass

    # --- offices

    def office_sense(self, j: int) -> tuple[Office, str, str, str, str, bool, str, int] | None:
        """(office, gender, number, conj, prep, det, suffix, end) of an office head at j; the longest reading."""
        info = self.infos[j]
        for conj, prep, multi in info.multis:
            if multi.kind == "office" and self.match(j, multi):
                det = multi.rest[-1].startswith("ال") or info.text.removeprefix(conj).removeprefix(prep).startswith(
                    "ال"
                )
                return multi.entry, multi.gender, multi.number, conj, prep, det, "", j + 1 + len(multi.rest)
        if info.offices:
            for sense in info.offices:
                if sense.conj and info.name and not sense.prep:
                    continue
                return (sense.entry, sense.gender, sense.number, sense.conj, sense.prep, sense.det, sense.suffix, j + 1)
        return None

    def office_chain(self, j: int, *, allow_clitics: bool) -> list[OfficePhrase]:
        """One or more offices of one person: 'نائب رئيس الوزراء ووزير الخارجية'."""
        chain: list[OfficePhrase] = []
        k = j
        while k < self.end and len(chain) < 6:
            phrase = self.office(k)
            if phrase is None:
                break
            if not chain and not allow_clitics and (phrase.conj or phrase.prep):
                break
            if chain:
                if phrase.prep or phrase.number != chain[0].number:
                    break
                if phrase.conj and not self.one_person(chain[-1], phrase):
                    break
                if not phrase.conj and chain[-1].country and phrase.country != chain[-1].country:
                    break  # استقبل وزير الخارجية المصري | سفير اليابان
                if not phrase.conj and not (
                    phrase.portfolio or phrase.country or phrase.body or phrase.office.bare or phrase.det
                ):
                    break
            chain.append(phrase)
            k = phrase.last
            if k + 1 < self.end and self.words[k] in COMMAS:
                nxt = self.office(k + 1)
                if nxt is not None and not nxt.conj and not nxt.prep and nxt.number == "s" and phrase.number == "s":
                    after = nxt.last
                    named = self.name_end(self.skip_comma_to_name(after), strong=True) > after or (
                        after < self.end and self.honorific(after) is not None
                    )
                    if (
                        named
                        or (after < self.end and self.words[after] in COMMAS and self.skip_comma_to_name(after) > after)
                    ) and (phrase.office.word in ("وزير", "نائب", "رئيس", "عميد", "ولي العهد", "وزير دولة", "عضو")):
                        k += 1
                        continue
                break
        return chain

    def one_person(self, first: OfficePhrase, second: OfficePhrase) -> bool:
        """Whether an office joined by و belongs to the same person: a (deputy) prime minister's ministry."""
        if second.office.word not in (
            "وزير",
            "مستشار",
            "وزير دولة",
            "ناطق",
            "متحدث",
            "مبعوث",
            "رئيس",
            "قائد",
            "عضو",
            "أمين",
            "سفير",
            "مندوب",
        ):
            return False
        text = " ".join(self.words[first.first : first.last])
        return any(w in text for w in ("الوزراء", "الحكومه", "الدوله", "العهد", "وزراء"))

    def office(self, j: int) -> OfficePhrase | None:
        """An office phrase beginning at token j."""
        sense = self.office_sense(j)
        if sense is None:
            return None
        office, gender, number, conj, prep, det, suffix, k = sense
        phrase = OfficePhrase(j, k, office, gender, number, det, suffix, conj=conj, prep=prep)
        limit = min(self.end, j + MAX_OFFICE)
        # an office of an office: نائب رئيس الوزراء, مساعد وزير الخارجية
        if not suffix and k < limit:
            inner = self.office_sense(k)
            if (
                inner is not None
                and not inner[3]
                and not inner[4]
                and (fold(office.word) in self.lex.deputies or not det)
                and (inner[0].takes != "none" or inner[5])
            ):
                deep = self.office(k)
                if deep is not None and deep.number in ("s", "p"):
                    phrase.last = deep.last
                    phrase.country, phrase.country_at = deep.country, deep.country_at
                    phrase.body, phrase.portfolio = deep.body, deep.portfolio or not deep.det
                    phrase.sector = deep.sector or deep.office.sector or office.sector
                    phrase.former = deep.former
                    phrase.deputy = True
                    phrase.det = phrase.det or deep.det
                    return phrase
        self.complement(phrase, k, limit)
        return phrase

    def complement(self, phrase: OfficePhrase, k: int, limit: int) -> None:
        """What belongs to an office head: portfolio, state, body, nationality, qualifiers, posting."""
        words, infos = self.words, self.infos
        takes_portfolio = phrase.office.takes == "portfolio"
        first = True
        while k < limit:
            info = infos[k]
            word = info.text
            if word in _BROTHERLY and not first:
                k += 1
                continue
            step = self.qualifier(k)
            if step is not None:
                end, former = step
                phrase.former = phrase.former or former
                k = end
                continue
            nisba = self.nisba_sense(k, det=None)
            if nisba is not None and not nisba.prep and nisba.number != "d":
                conj_ok = not nisba.conj or (phrase.number != "s" and phrase.country is not None)
                if (
                    conj_ok
                    and (nisba.det or not phrase.det or phrase.country is None)
                    and phrase.country in (None, nisba.entry.code)
                    or (conj_ok and phrase.number != "s")
                ):
                    if not (nisba.det is False and phrase.det and not first):
                        if nisba.entry.code not in phrase.countries:
                            phrase.countries.append(nisba.entry.code)
                        if phrase.country is None:
                            phrase.country, phrase.country_at = nisba.entry.code, (k, self.nisba_end(k))
                        k = self.nisba_end(k)
                        first = False
                        continue
            if word in _IN_THE_NAME_OF and not phrase.suffix:
                phrase.suffix = word[4:]
                phrase.sector = phrase.sector or "GOV"
                k += 1
                first = False
                continue
            if info.preposition in ("لدى", "إلى", "باسم", "في") or self.prefixed(k):
                step2 = self.posting(phrase, k)
                if step2 is not None:
                    k = step2
                    first = False
                    continue
            if takes_portfolio or phrase.office.takes == "portfolio":
                end = self.portfolio(k)
                if end > k:
                    phrase.portfolio = True
                    k = end
                    first = False
                    continue
            # a genitive cannot follow a word with the article: السفيرة | مسقط, رئيس مجلس الوزراء | ماليزيا
            inner = self.country_at(k) if not words[k - 1].startswith("ال") or phrase.number != "s" else None
            if inner is not None and not self.has_clitic(k):
                if phrase.country is None or phrase.number != "s":
                    phrase.country = phrase.country or inner[0]
                    phrase.country_at = phrase.country_at or (k, inner[1])
                    phrase.countries.append(inner[0])
                    k = inner[1]
                    while k < limit and words[k] in ("الشقيقه", "الصديقه", "الشقيق", "الصديق"):
                        k += 1
                    if phrase.number != "s":
                        while k < limit:
                            nxt = self.country_after_and(k)
                            if nxt is None:
                                break
                            phrase.countries.append(nxt[0])
                            k = nxt[1]
                    first = False
                    continue
            if first and not phrase.suffix:
                body = self.body(k) if not self.has_clitic(k) else None
                if body is None and info.multis and not self.has_clitic(k):
                    found = self.multi(k)
                    if found is not None and found.kind == "organisation":
                        body = found
                if body is not None and not body.prep and not body.conj:
                    phrase.body = body
                    if body.country and phrase.country is None:
                        phrase.country, phrase.country_at = body.country, body.country_at
                    k = body.last
                    first = False
                    continue
                place = self.place(k) if not self.has_clitic(k) else None
                if place is not None and place.kind == "place" and not place.prep:
                    phrase.country, phrase.country_at = (
                        phrase.country or place.country,
                        phrase.country_at or (place.first, place.last),
                    )
                    phrase.portfolio = True
                    k = place.last
                    first = False
                    continue
                if self.generic_complement(k, phrase):
                    phrase.portfolio = True
                    k += 1
                    while (
                        k < limit
                        and infos[k].det
                        and infos[k].ordinary == "adjective"
                        and not infos[k].nisbas
                        and not infos[k].offices
                    ):
                        k += 1
                    first = False
                    continue
            break
        phrase.last = max(k, phrase.last)
        if phrase.body is not None and phrase.sector is None and phrase.office.sector is None:
            phrase.sector = phrase.body.sector

    def prefixed(self, k: int) -> bool:
        """Whether a preposition is written on to the word at k."""
        info = self.infos[k]
        if info.clitic in ("ب", "ل") or any(prep for _, prep, _ in info.multis):
            return True
        return any(s.prep for s in (*info.places, *info.body_heads, *info.bodies))

    def generic_complement(self, k: int, phrase: OfficePhrase) -> bool:
        """A definite noun right after an indefinite head: رئيس الدورة, مدير التسويق."""
        info = self.infos[k]
        if phrase.det or phrase.office.takes == "none" and not phrase.office.bare:
            return False
        if info.verbs and not info.ordinary:
            return False
        if info.offices or info.nisbas or info.places or info.date or info.clitic or info.conj:
            return False
        return (
            info.text.startswith("ال")
            and info.ordinary in ("noun", "masdar", "adjective", "participle")
            and not info.name
        )

    def has_clitic(self, k: int) -> bool:
        word = self.words[k]
        info = self.infos[k]
        if info.places and not info.places[0].conj and not info.places[0].prep:
            return False
        if info.multis and not info.multis[0][0] and not info.multis[0][1]:
            return False
        senses = info.places or info.bodies or info.body_heads or info.nisbas
        if senses:
            return bool(senses[0].conj or senses[0].prep)
        return bool(info.multis) and bool(info.multis[0][0] or info.multis[0][1]) or word[0] == "و" and bool(info.conj)

    def qualifier(self, k: int) -> tuple[int, bool] | None:
        words = self.words
        for length in (2, 1):
            phrase = " ".join(words[k : k + length])
            row = self.lex.qualifiers.get(phrase)
            if row is not None and k + length <= self.end:
                end = k + length
                if phrase.startswith("المكلف") and end < self.end and self.words[end].startswith("ب"):
                    end += 1
                    while (
                        end < self.end
                        and self.infos[end].det
                        and self.infos[end].ordinary
                        and not self.infos[end].verbs
                    ):
                        end += 1
                return end, bool(row.get("former"))
        return None

    def portfolio(self, k: int) -> int:
        """The end of a ministry's field at k: 'الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج'."""
        lex, words = self.lex, self.words
        start = k
        while k < self.end and k - start < 14:
            word = words[k]
            info_k = self.infos[k]
            found = False
            plain = word[1:] if k > start and word[0] == "و" and word[1:] else word
            if k > start and plain == word and not (info_k.ordinary == "adjective" and word.startswith("ال")):
                break  # a further field needs its و
            for candidate in {plain, "ال" + plain}:
                for parts in lex.portfolio_phrases.get(candidate, ()):
                    if tuple(words[k + 1 : k + len(parts)]) == parts[1:] and k + len(parts) <= self.end:
                        k += len(parts)
                        found = True
                        break
                if found:
                    break
            if not found:
                if plain in lex.portfolios or ("ال" + plain in lex.portfolios and k == start):
                    if k > start and self.infos[k].verbs and plain == word and not word.startswith("ال"):
                        break
                    k += 1
                    found = True
            if not found and k > start and word.startswith("وال"):
                # والمصريين بالخارج, والموريتانيين في الخارج
                for ahead in range(k + 1, min(k + 4, self.end)):
                    if words[ahead] in ("بالخارج", "الخارج"):
                        k = ahead + 1
                        found = True
                        break
            if not found and k > start and word.startswith("ال") and self.infos[k].ordinary == "adjective":
                if not self.infos[k].nisbas and not self.qualifier(k):
                    k += 1
                    found = True
            if not found:
                break
        if k > start and words[k : k + 2] == ["في", "الخارج"]:
            k += 2
        elif k > start and k < self.end and words[k] == "بالخارج":
            k += 1
        return k

    def posting(self, phrase: OfficePhrase, k: int) -> int | None:
        """'لدى العراق', 'بالجزائر', 'للأمم المتحدة', 'باسم وزارة الخارجية', 'إلى ليبيا', 'بالديوان الملكي'."""
        info = self.infos[k]
        word = info.text
        j = k
        if word in ("لدي", "الي", "في", "باسم"):
            j = k + 1
            if j >= self.end:
                return None
            prep = word
        elif self.prefixed(k):
            prep = word[0]
        else:
            return None
        if prep == "في" and phrase.office.takes == "none":
            return None
        if prep == "الي" and not any(w in _ENVOYS for w in fold(phrase.office.word).split()):
            return None  # زيارة رئيس الوزراء إلى البحرين
        body = None
        found = self.multi(j)
        if found is not None and found.kind == "organisation":
            body = found
        if body is None and (found is None or found.kind != "country"):
            body = self.body(j)
        if body is not None and not body.conj:
            if prep == "في" and not phrase.det and phrase.country:
                return None
            phrase.body = phrase.body or body
            if prep == "باسم":
                phrase.sector = phrase.sector or body.sector or "GOV"
            if body.country and phrase.country is None and prep not in ("لدي", "الي"):
                phrase.country, phrase.country_at = body.country, body.country_at
            if phrase.office.takes == "state" and prep in ("لدي", "ل") and phrase.country is None and prep == "لدي":
                phrase.posted = body.country
            return body.last
        government = self.pointing(j)
        if government is not None and government.kind == "country" and prep == "باسم":
            phrase.country, phrase.country_at = (
                phrase.country or government.country,
                phrase.country_at or government.country_at,
            )
            phrase.sector = phrase.sector or "GOV"
            return government.last
        country = self.country_at(j)
        if country is not None:
            if prep in ("ل",) and phrase.country is None:
                phrase.country, phrase.country_at = country[0], (j, country[1])
                return country[1]
            if prep in ("لدي", "الي"):
                phrase.posted = country[0]
                return country[1]
            if (
                prep in ("ب", "في")
                and phrase.office.takes in ("state", "portfolio", "body")
                and (phrase.portfolio or phrase.country or phrase.det)
            ):
                if phrase.country is None and phrase.office.takes == "portfolio":
                    phrase.country, phrase.country_at = country[0], (j, country[1])
                    return country[1]
                if phrase.office.takes == "state":
                    phrase.posted = country[0]
                    return country[1]
            return None
        if prep in ("لدي", "الي") and phrase.office.takes == "state":
            anaphor = self.pointing(j)
            if anaphor is not None and anaphor.word == "realm":
                return anaphor.last
            place = self.place(j)
            if place is not None:
                return place.last
        if prep == "باسم" and self.words[j][0] == "ا" and self.infos[j].arabic:
            # باسم الوزارة, باسم الحكومة
            phrase.sector = phrase.sector or "GOV"
            return j + 1
        return None

    def office_group(self, i: int, offices: list[OfficePhrase], conj: str, prep: str) -> Mention | None:
        """وزيرا خارجية مصر والأردن, السفراء العرب: several people at once."""
        phrase = offices[0]
        last = offices[-1].last
        mention = Mention(
            "group", i, last, conj, prep, offices=offices, number=phrase.number, gender=phrase.gender,
            country=phrase.country, country_at=phrase.country_at, sector=phrase.sector or phrase.office.sector,
            sector_at=(phrase.first, last), countries=list(phrase.countries), det=phrase.det,
        )  # fmt: skip
        if phrase.number == "p":
            mention.last = self.group_tail(last)
        elif not (phrase.countries or phrase.portfolio or phrase.det):
            return None
        for k in range(last, mention.last):
            nisba = self.nisba_sense(k, det=None)
            if nisba is not None and mention.country is None and not mention.countries:
                mention.country, mention.country_at = nisba.entry.code, (k, k + 1)
        if len(mention.countries) > 1:
            mention.country = None
        if phrase.number == "d" and not mention.countries and last < self.end and self.words[last] in ("البلدين",):
            mention.last = last + 1
        mention.core = (phrase.first, mention.last)
        return mention

    # --- bodies

    def body(self, i: int) -> Mention | None:
        """A body by its name or by a head noun with its words: وزارة الخارجية المصرية, حزب العمال."""
        info = self.infos[i]
        found: tuple[BodyHead, str, str, bool, int, str] | None = None
        for conj, prep, multi in info.multis:
            if multi.kind == "body" and self.match(i, multi):
                return self.multi(i)
            if multi.kind == "body_head" and self.match(i, multi) and found is None:
                found = (multi.entry, conj, prep, True, i + 1 + len(multi.rest), multi.number)
        if info.bodies:
            sense = info.bodies[0]
            body = sense.entry
            return self.whole_body(Mention(
                "organisation", i, i + 1, sense.conj, sense.prep, country=body.code, country_at=(i, i + 1),
                entry=body, sector=body.sector, sector_at=(i, i + 1),
            ))  # fmt: skip
        if found is None and info.body_heads:
            sense = info.body_heads[0]
            found = (sense.entry, sense.conj, sense.prep, sense.det, i + 1, sense.number)
        if found is None:
            # الخارجية المصرية: a ministry by its field
            return self.ministry_by_field(i)
        head, conj, prep, det, j, number = found
        if (
            not det
            and j < self.end
            and (self.infos[j].group_heads or any(o.number == "p" for o in self.infos[j].offices))
        ):
            # مجلس السفراء العرب, رابطة الأدباء: people taken together
            sense = next(iter(self.infos[j].group_heads or self.infos[j].offices))
            group = Mention(
                "group", i, self.group_tail(j + 1), conj, prep, number="p",
                sector=sense.entry.sector, sector_at=(j, j + 1),
                entry=sense.entry if isinstance(sense.entry, GroupHead) else None,
            )  # fmt: skip
            group.core = (i, group.last)
            return group
        mention = Mention(
            "organisation", i, j, conj, prep, entry=head, sector=head.sector, sector_at=(i, j), det=det, number=number
        )
        start = j
        if head.takes == "portfolio" or head.word in ("وزارة", "رئاسة"):
            j = self.portfolio(j)
        elif head.takes == "state":
            pass
        elif not det:
            j = self.proper_words(j)
        country = None
        for _ in range(4):
            if j >= self.end:
                break
            nisba = self.nisba_sense(j, det=None)
            if (
                nisba is not None
                and not nisba.prep
                and not nisba.conj
                and nisba.number != "d"
                and country is None
                and (nisba.det or not det)
            ):
                country, mention.country_at = nisba.entry.code, (j, self.nisba_end(j))
                j = self.nisba_end(j)
                continue
            inner = self.country_at(j)
            if inner is not None and not self.has_clitic(j) and country is None and (not det or False):
                country, mention.country_at = inner[0], (j, inner[1])
                j = inner[1]
                continue
            if (
                self.infos[j].det
                and self.infos[j].ordinary == "adjective"
                and not self.infos[j].clitic
                and not self.infos[j].conj
                and not self.infos[j].offices
            ):
                j += 1
                continue
            if self.words[j] in ("في", "ب") and country is None and det and j + 1 < self.end:
                inner = self.country_at(j + 1)
                if inner is not None and head.word in ("المجلس", "مجلس", "الجيش", "جيش"):
                    country, mention.country_at = inner[0], (j + 1, inner[1])
                    j = inner[1]
            break
        mention.country = country
        mention.last = j
        if j == start and country is None:
            # a head alone points back (الوزارة), or is nothing
            if not det:
                return None
            mention.kind = "anaphor"
            mention.word = "body"
            mention.suffix = fold(head.word)
            return mention
        if mention.last < self.end and self.words[mention.last] in QUOTES:
            close = self.tokens.quotes.get(mention.last)
            if close is not None and close - mention.last <= 5 and head.takes != "portfolio":
                mention.last = close + 1
        return self.whole_body(mention)

    def ministry_by_field(self, i: int) -> Mention | None:
        if not self.infos[i].points:
            return None
        for conj, prep, word in self.infos[i].plain:
            if word in ("الخارجيه", "الداخليه", "الدفاع"):
                nisba = self.nisba_sense(i + 1, det=True) if i + 1 < self.end else None
                if nisba is not None and not nisba.conj and not nisba.prep:
                    return Mention(
                        "organisation", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2),
                        sector="GOV", sector_at=(i, i + 1), word="ministry",
                    )  # fmt: skip
        return None

    def proper_words(self, j: int) -> int:
        """The words after a body's head that belong to its name: 'هيئة شؤون الأسرى والمحررين', 'حزب العمال'."""
        start = j
        if j < self.end and self.words[j] in QUOTES:
            close = self.tokens.quotes.get(j)
            if close is not None and close - j <= 6:
                return close + 1
            return j
        while j < self.end and j - start < 7:
            info = self.infos[j]
            if not info.arabic or info.preposition or info.function:
                break
            if info.verbs and not info.ordinary and not info.name:
                break
            if info.nisbas or info.date or info.honorific:
                break
            if info.offices and not info.text.startswith("ال"):
                break
            if info.places and not info.ordinary:
                break
            definite = info.text.startswith("ال")
            joined = info.text.startswith("وال")
            if joined and j > start and info.ordinary:
                j += 1
                continue
            if info.clitic in ("ب", "ل") or (info.conj and not joined):
                if info.text.startswith("لل") and j > start:
                    j += 1
                    continue
                break
            if j > start and not definite:
                break
            if not definite and j == start:
                # an indefinite noun is part of the name only if a definite one follows it
                nxt = self.words[j + 1] if j + 1 < self.end else ""
                if not nxt.startswith("ال"):
                    if info.name or not info.ordinary:
                        j += 1
                    break
            j += 1
        return j

    # --- groups

    def group(self, i: int) -> Mention | None:
        info = self.infos[i]
        if info.group_heads:
            sense = info.group_heads[0]
            return self.group_phrase(i, i + 1, sense.conj, sense.prep, sense.entry, det=sense.det)
        return None

    def group_phrase(self, i: int, j: int, conj: str, prep: str, head: GroupHead, det: bool = False) -> Mention:
        mention = Mention(
            "group", i, j, conj, prep, entry=head, sector=head.sector, sector_at=(i, j), number="p", det=det
        )
        mention.last = self.group_tail(j)
        for k in range(j, mention.last):
            nisba = self.nisba_sense(k, det=None)
            if nisba is not None:
                mention.country, mention.country_at = nisba.entry.code, (k, k + 1)
                break
        if mention.country is None and j < mention.last:
            inner = self.country_at(j)
            if inner is not None and not self.has_clitic(j):
                mention.country, mention.country_at = inner[0], (j, inner[1])
        mention.core = (i, mention.last)
        return mention

    def group_tail(self, j: int) -> int:
        """What belongs to a group's name: adjectives, states, bodies, 'لدى …', 'المعتمدين لدى …'."""
        start = j
        while j < self.end and j - start < 16:
            info = self.infos[j]
            if not info.arabic:
                break
            nisba = self.nisba_sense(j, det=None)
            if nisba is not None and not nisba.prep:
                j = self.nisba_end(j)
                continue
            if info.text in ("لدي", "المعتمدين", "المعتمدون", "المعتمدي", "العرب", "العربيه"):
                if info.text == "لدي":
                    inner = self.country_at(j + 1) if j + 1 < self.end else None
                    if inner is None:
                        break
                    j = inner[1]
                    continue
                j += 1
                continue
            end = self.portfolio(j) if j == start else j
            if end > j:
                j = end
                continue
            if info.clitic or info.conj and not info.text.startswith("وال"):
                break
            found = self.multi(j) or (self.body(j) if not info.conj else None)
            if found is not None and found.kind == "organisation" and not found.prep and not found.conj:
                j = found.last
                continue
            inner = self.country_at(j) if j == start or self.words[j - 1] in ("دول", "الدول", "حكومات", "في") else None
            if inner is not None and not self.has_clitic(j):
                j = inner[1]
                continue
            if (
                info.text.startswith(("ال", "وال"))
                and info.ordinary in ("adjective", "noun", "participle")
                and not info.verbs
                and not info.conj
            ):
                j += 1
                continue
            if info.text in ("دول", "الدول", "حكومات"):
                j += 1
                continue
            break
        return j

    # --- places, countries, nationalities

    def country_at(self, j: int) -> tuple[str, int] | None:
        """(code, end) of a country, or a capital that stands for it, at j (clitics allowed)."""
        if j >= self.end:
            return None
        info = self.infos[j]
        for _, _, multi in info.multis:
            if multi.kind == "country" and self.match(j, multi):
                return multi.entry.code, j + 1 + len(multi.rest)
        for sense in info.places:
            if isinstance(sense.entry, Country):
                return sense.entry.code, j + 1
        if info.text in self.ana.government or info.text[1:] in self.ana.government:
            found = self.government(j, "", "")
            if found is not None and found.country:
                return found.country, found.last
        return None

    def country_after_and(self, j: int) -> tuple[str, int] | None:
        info = self.infos[j]
        for conj, _, multi in info.multis:
            if conj == "و" and multi.kind == "country" and self.match(j, multi):
                return multi.entry.code, j + 1 + len(multi.rest)
        for sense in info.places:
            if sense.conj == "و" and isinstance(sense.entry, Country):
                return sense.entry.code, j + 1
        return None

    def place(self, i: int) -> Mention | None:
        info = self.infos[i]
        for _, _, multi in info.multis:
            if multi.kind in ("country", "place", "site") and self.match(i, multi):
                return self.multi(i)
        if not info.places:
            return None
        sense = info.places[0]
        entry = sense.entry
        if isinstance(entry, Country):
            # a form before a capital of the same letters; which one is meant is for the clause to say
            return Mention(
                "country", i, i + 1, sense.conj, sense.prep, country=entry.code, country_at=(i, i + 1), entry=entry,
                capital=entry.kind == "capital" and not any(
                    isinstance(s.entry, Country) and s.entry.kind != "capital" for s in info.places
                ),
            )  # fmt: skip
        lead = i and self.infos[i - 1].preposition in ("في", "إلى", "من", "قرب", "نحو")
        if info.verbs and not sense.prep and not lead and (sense.conj or any(not v.verb.plain for v in info.verbs)):
            return None  # وأدان is a town of Mauritania, and "and he condemned"
        plain = fold(entry.name)
        if plain in self.lex.weak and not self.after_place_word(i):
            if plain in self.lex.hard_places:
                return None
            if not sense.prep and (i == 0 or self.infos[i - 1].preposition not in ("في", "إلى", "من", "قرب", "نحو")):
                return None
        return Mention(
            "place", i, i + 1, sense.conj, sense.prep, country=entry.country, country_at=(i, i + 1), entry=entry
        )

    def after_official(self, j: int) -> bool:
        if j == 0:
            return False
        before = self.infos[j - 1]
        pointing = before.text in self.ana.government or before.text in self.ana.side
        return bool(before.offices or before.body_heads or before.counterpart or pointing)

    def after_place_word(self, i: int) -> bool:
        """After مدينة, محافظة and the like anything may be a place's name."""
        return i > 0 and self.words[i - 1].lstrip("بلو").removeprefix("ال") in _PLACE_WORDS

    def nisba_sense(self, j: int, *, det: bool | None) -> NounSense | None:
        """The nationality at j; det: True only with the article, None either way."""
        if j >= self.end:
            return None
        info = self.infos[j]
        for conj, prep, multi in info.multis:
            if multi.kind == "nisba" and self.match(j, multi):
                with_article = "ال" in info.text[:4]
                if det is None or with_article == det:
                    return NounSense(multi.entry, multi.gender, multi.number, conj, prep, with_article, "", False)
        for sense in info.nisbas:
            if det is None or sense.det == det:
                if info.name and info.text in self.lex.ambiguous_names and not sense.det:
                    continue
                if sense.entry.code == "MLI" and not self.after_official(j):
                    continue  # مالي: financial, unless an official or a government is Mali's
                return sense
        return None

    def nisba_end(self, j: int) -> int:
        for _, _, multi in self.infos[j].multis:
            if multi.kind == "nisba" and self.match(j, multi):
                return j + 1 + len(multi.rest)
        return j + 1

    def nisba(self, i: int) -> Mention | None:
        sense = self.nisba_sense(i, det=None)
        if sense is None:
            return None
        last = self.nisba_end(i)
        return Mention(
            "nisba", i, last, sense.conj, sense.prep, country=sense.entry.code, country_at=(i, last),
            gender=sense.gender, number=sense.number, det=sense.det,
        )  # fmt: skip

    def word(self, j: int) -> str:
        return self.words[j] if j < self.end else "."


_BROTHERLY = frozenset(["الشقيقه", "الصديقه", "الشقيق", "الصديق", "الشقيقين", "الصديقين", "الشقيقتين", "الصديقتين"])
_IN_THE_NAME_OF = frozenset({"باسمه", "باسمها", "باسمهم"})
_ENVOYS = frozenset(["مبعوث", "موفد", "مفوض", "ممثل", "وسيط", "منسق", "سفير", "رسول", "مندوب"])
_REGNAL = frozenset(["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"])
_PLACE_WORDS = frozenset(
    [
        "مدينه",
        "عاصمه",
        "بلده",
        "قريه",
        "محافظه",
        "ولايه",
        "منطقه",
        "اقليم",
        "مخيم",
        "جزيره",
        "ميناء",
        "مطار",
        "حي",
        "مقاطعه",
    ]
)


def find_again(scanner: Scanner, mentions: list[Mention]) -> list[Mention]:
    """Second look: parts of names found in the article (the surname alone) wherever no mention stands yet."""
    tokens = scanner.tokens
    words = tokens.words
    tails: dict[str, list[tuple[str, ...]]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.name:
            parts = [w for w in words[mention.name[0] : mention.name[1]] if w not in HYPHENS and w not in QUOTES]
            if len(parts) < 1:
                continue
            for start in range(len(parts)):
                tail = tuple(parts[start:])
                if _whole_tail(parts, start) and _distinct(scanner.lex, tail, start):
                    bucket = tails.setdefault(tail[0], [])
                    if tail not in bucket:
                        bucket.append(tail)
    if not tails:
        return mentions
    spellings = [part for part in tails if len(part) > 4]
    for bucket in tails.values():
        bucket.sort(key=len, reverse=True)
    taken = bytearray(len(words))
    for mention in mentions:
        for k in range(mention.first, mention.last):
            taken[k] = 1
    extra: list[Mention] = []
    for i, word in enumerate(words):
        if taken[i] or not word[0].isalpha():
            continue
        info = scanner.infos[i]
        unknown = len(word) > 4 and info.arabic and not (info.ordinary or info.verbs or info.function or info.mention)
        for conj, prep, base in scanner.infos[i].plain:
            matched = None
            for tail in tails.get(base, ()):
                if tuple(words[i + 1 : i + len(tail)]) == tail[1:] and not any(taken[i : i + len(tail)]):
                    matched = tail
                    break
            if matched is None and unknown and not conj and not prep:
                # another spelling of a foreign name: هالفورسين for هالفورسن
                other = next((p for p in spellings if close_spelling(base, p)), None)
                if other is not None:
                    matched = (base,)
                    for tail in tails[other]:
                        if len(tail) > 1 and i + 1 < len(words) and close_spelling(words[i + 1], tail[1]):
                            matched = (base, words[i + 1])
            if matched:
                if len(matched) == 1 and (info.function or info.preposition) and not conj and not prep:
                    break
                extra.append(
                    Mention("person", i, i + len(matched), conj, prep, name=(i, i + len(matched)), surname=True)
                )
                for k in range(i, i + len(matched)):
                    taken[k] = 1
                break
    if not extra:
        return mentions
    return sorted([*mentions, *extra], key=lambda m: m.first)


@lru_cache(maxsize=20_000)
def close_spelling(one: str, other: str) -> bool:
    """Two spellings of one foreign name: one letter in four may differ."""
    if one == other:
        return True
    if len(one) < 5 or len(other) < 5 or (one[0] != other[0] and one[1:3] != other[1:3]):
        return False
    limit = max(1, min(len(one), len(other)) // 4)
    return DamerauLevenshtein.distance(one, other, score_cutoff=limit) <= limit


def _whole_tail(parts: list[str], start: int) -> bool:
    """A tail may not begin in the middle of a compound: بن، عبد، أبو belong to what follows."""
    return start == 0 or parts[start - 1] not in (
        "عبد",
        "ابو",
        "ابي",
        "ابا",
        "ام",
        "بن",
        "ابن",
        "ولد",
        "ال",
        "بنت",
        "دي",
        "فان",
        "فون",
        "دا",
        "دو",
        "در",
    )


def _distinct(lex: Lexicon, tail: tuple[str, ...], start: int) -> bool:
    if len(tail) > 1:
        return True
    word = tail[0]
    if start == 0 and word in lex.ambiguous_names:
        return False
    return len(word) > 2 and word not in lex.functions and (word not in lex.ordinary or word.startswith("ال"))


def scan_text(tokens: Tokens, infos: list[Word]) -> list[Mention]:
    """All mentions of a text, in order."""
    scanner = Scanner(tokens, infos, lexicon())
    out: list[Mention] = []
    for first, last in tokens.sentences:
        out.extend(scanner.scan(first, last))
    scanner.end = len(tokens.words)
    return find_again(scanner, out)
