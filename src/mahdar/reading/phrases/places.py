"""States, nationalities and places."""

from mahdar.reading.anaphors import anaphors
from mahdar.reading.lexicon import Country, NounSense
from mahdar.reading.mentions import HYPHENS, Mention
from mahdar.reading.phrases.fixed import read_fixed
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.words import AT_A_PLACE, BROTHERLY, HUNDREDS, OF_A_GOVERNMENT, PLACE_WORDS
from mahdar.reading.text import fold_entry


def country_at(line: Line, j: int) -> tuple[str, int] | None:
    """(code, end) of a state at j, or of a capital or a government that stands for it; proclitics allowed."""
    if j >= line.end:
        return None
    for _, _, multi in line.hits[j]:
        if multi.kind == "country":
            return multi.entry.code, j + 1 + len(multi.rest)
    info = line.infos[j]
    for sense in info.places:
        if isinstance(sense.entry, Country):
            return sense.entry.code, j + 1
    if info.points:
        government = anaphors().government
        if info.text in government or info.text[1:] in government:
            found = read_government(line, j, "", "")
            if found is not None and found.country:
                return found.country, found.last
    return None


def state_at(line: Line, j: int) -> tuple[str, int] | None:
    """The same where a state has the name before a capital of the same letters: وزير خارجية عمان is of Oman."""
    for sense in line.infos[j].places if j < line.end and not line.hits[j] else ():
        if isinstance(sense.entry, Country) and sense.entry.kind != "capital":
            return sense.entry.code, j + 1
    return country_at(line, j)


def names_state(line: Line, j: int) -> bool:
    """Whether the word at j names a state, alone or as the first of several words, no proclitic on it."""
    return any(multi.kind == "country" and not conj and not prep for conj, prep, multi in line.hits[j]) or any(
        isinstance(s.entry, Country) and not s.conj and not s.prep for s in line.infos[j].places
    )


def country_after_and(line: Line, j: int) -> tuple[str, int] | None:
    """(code, end) of a state joined by و at j."""
    if j >= line.end:
        return None
    for conj, _, multi in line.hits[j]:
        if conj == "و" and multi.kind == "country":
            return multi.entry.code, j + 1 + len(multi.rest)
    for sense in line.infos[j].places:
        if sense.conj == "و" and isinstance(sense.entry, Country):
            return sense.entry.code, j + 1
    return None


def past_brotherly(line: Line, j: int) -> int:
    """Past the adjectives of courtesy at j."""
    while j < line.end and line.words[j] in BROTHERLY:
        j += 1
    return j


def read_government(line: Line, i: int, conj: str, prep: str) -> Mention | None:
    """الحكومة العراقية, السلطات في كينشاسا, دولة فلسطين: the state itself."""
    named = read_fixed(line, i)
    if named is not None and named.kind == "country":
        return named  # سلطنة عمان is not a sultanate of Amman
    words = line.words
    j = past_kind(line, i + 1)
    if j >= line.end:
        return None
    if words[j] in ("في", "ب") and j + 1 < line.end:
        inner = country_at(line, j + 1)
        if inner and (words[i].endswith("سلطات") or j > i + 1):
            return Mention("country", i, inner[1], conj, prep, country=inner[0], country_at=(j + 1, inner[1]))
    nisba = nisba_at(line, j)
    if nisba is not None and not nisba.prep and not nisba.conj:
        code, at = nisba.entry.code, (j, j + 1)
    else:
        inner = country_at(line, j)
        if inner is None or line.infos[j].clitic:
            return None
        code, at = inner[0], (j, inner[1])
    last = at[1]
    while last < line.end and words[last] in OF_A_GOVERNMENT:
        last += 1
    return Mention("country", i, last, conj, prep, country=code, country_at=at)


def past_kind(line: Line, j: int) -> int:
    """Past what tells one government from another at j: حكومة | الوحدة الوطنية."""
    for kind in anaphors().government_kinds.get(line.word(j), ()):
        if tuple(line.words[j : j + len(kind)]) == kind:
            return j + len(kind)
    return j


def government_at(line: Line, i: int) -> Mention | None:
    """The state named by its government at i."""
    info = line.infos[i]
    if info.points:
        government = anaphors().government
        for conj, prep, word in info.plain:
            if word in government:
                return read_government(line, i, conj, prep)
    return None


def read_place(line: Line, i: int) -> Mention | None:
    """The place or state of one word at i."""
    info = line.infos[i]
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
    lead = i > 0 and line.infos[i - 1].preposition in AT_A_PLACE
    if info.verbs and not sense.prep and not lead and (sense.conj or any(not v.verb.plain for v in info.verbs)):
        return None  # وأدان is a town of Mauritania, and "and he condemned"
    plain = fold_entry(entry.name)
    if plain in line.lex.weak and not after_place_word(line, i):
        if plain in line.lex.hard_places:
            return None
        if not sense.prep and not lead:
            return None
    return Mention("place", i, i + 1, sense.conj, sense.prep, country=entry.country, country_at=(i, i + 1), entry=entry)


def after_official(line: Line, j: int) -> bool:
    """Whether an official, a body or a government stands before j."""
    if j == 0:
        return False
    before = line.infos[j - 1]
    ana = anaphors()
    pointing = before.text in ana.government or before.text in ana.side
    return bool(before.offices or before.body_heads or before.counterpart or pointing)


def after_place_word(line: Line, i: int) -> bool:
    """After مدينة, محافظة and the like anything may be a place's name."""
    return i > 0 and line.words[i - 1].lstrip("بلو").removeprefix("ال") in PLACE_WORDS


def nisba_at(line: Line, j: int, *, det: bool | None = None) -> NounSense | None:
    """The nationality at j; det: True only with the article, False only without."""
    if j >= line.end:
        return None
    info = line.infos[j]
    if info.nisbas and not info.nisbas[0].det and names_state(line, j):
        return None  # غينيا بيساو, مقدونيا الشمالية: the accusative of the adjective is spelt like the state
    for conj, prep, multi in line.hits[j]:
        if multi.kind == "nisba":
            with_article = "ال" in info.text[:4]
            if det is None or with_article == det:
                return NounSense(multi.entry, multi.gender, multi.number, conj, prep, with_article, "", False)
    for sense in info.nisbas:
        if det is None or sense.det == det:
            if info.name and info.text in line.lex.ambiguous_names and not sense.det:
                if not _said_of_a_noun(line, j):
                    continue
            if sense.entry.code == "MLI" and not _malian(line, j, sense):
                continue
            return sense
    return None


def _malian(line: Line, j: int, sense: NounSense) -> bool:
    """مالي: financial, unless an official, a government or an army is Mali's: الجيش المالي; not وزير المالية."""
    if sense.gender == "m" and j > 1 and line.words[j - 1] in line.lex.portfolios and line.infos[j - 2].offices:
        return True  # وزير الخارجية المالي
    if not after_official(line, j):
        return False
    before = line.infos[j - 1]
    if sense.det and not before.det and not before.counterpart:
        return False
    return not before.body_heads or any(s.entry.sector == "MIL" for s in before.body_heads)


def _said_of_a_noun(line: Line, j: int) -> bool:
    """تركي: a name, but after an indefinite noun or a nationality (لقاء مصري - تركي, وفد تركي) a nationality."""
    k = j - 1
    if k > 0 and line.words[k] in HYPHENS:
        k -= 1
    if k < 0:
        return False
    info = line.infos[k]
    if info.nisbas:
        return True
    if k < j - 1 or info.det or info.name or info.honorific or info.offices:
        return False
    if j + 1 < line.end and line.infos[j + 1].name:
        return False  # نجل | تركي آل الشيخ
    return bool(info.group_heads or info.nouns or info.ordinary in ("noun", "masdar"))


def nisba_end(line: Line, j: int) -> int:
    """Past the nationality at j."""
    for _, _, multi in line.hits[j]:
        if multi.kind == "nisba":
            return j + 1 + len(multi.rest)
    return j + 1


def read_nisba(line: Line, i: int) -> Mention | None:
    """A nationality on its own."""
    sense = nisba_at(line, i)
    if sense is None:
        return None
    last = nisba_end(line, i)
    if _counted(line, i, sense):
        return Mention(
            "group", i, last, country=sense.entry.code, country_at=(i, last), number="p", det=sense.det,
            sector="CVL", sector_at=(i, last),
        )  # fmt: skip
    return Mention(
        "nisba", i, last, sense.conj, sense.prep, country=sense.entry.code, country_at=(i, last),
        gender=sense.gender, number=sense.number, det=sense.det,
    )  # fmt: skip


def _counted(line: Line, i: int, sense: NounSense) -> bool:
    """14 فلسطينيا, ثلاثة لبنانيين, آلاف | الفلسطينيين: people, by a number before their nationality."""
    if i == 0 or sense.conj or sense.prep or sense.gender == "f":
        return False
    several = sense.number in ("d", "p")
    if line.words[i - 1] in HUNDREDS:
        return several
    return line.infos[i - 1].number and not sense.det and (several or line.words[i].endswith("ا"))


def place_at(line: Line, k: int) -> Mention | None:
    """The place or state at k, of one word or several."""
    found = read_fixed(line, k)
    return found if found is not None and found.kind in ("country", "place") else read_place(line, k)


def has_proclitic(line: Line, k: int) -> bool:
    """Whether a conjunction or a preposition is written on to the name at k."""
    info = line.infos[k]
    if info.places and not info.places[0].conj and not info.places[0].prep:
        return False
    hits = line.hits[k]
    if hits and not hits[0][0] and not hits[0][1]:
        return False
    senses = info.places or info.bodies or info.body_heads or info.nisbas
    if senses:
        return bool(senses[0].conj or senses[0].prep)
    return bool(hits and (hits[0][0] or hits[0][1])) or (line.words[k][0] == "و" and bool(info.conj))
