"""People: honorifics, offices and a name, in any order that writers use."""

from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.mentions import COMMAS, QUOTES, Mention, OfficePhrase
from mahdar.reading.phrases.chains import office_chain, trailing_offices
from mahdar.reading.phrases.counterparts import read_counterpart
from mahdar.reading.phrases.groups import read_officials, with_number
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import (
    ALI,
    after_name,
    honorific_at,
    is_ali,
    listed,
    name_end,
    only_a_name,
    past_comma,
)
from mahdar.reading.phrases.offices import read_office
from mahdar.reading.phrases.places import nisba_at
from mahdar.reading.phrases.portfolios import qualifier_at
from mahdar.reading.phrases.words import (
    DESCENT,
    DOUBTFUL_OFFICES,
    EACH_OF,
    IN_A_FIELD,
    NEGATING,
    PLACE_WORDS,
    SECTOR_OF_TITLE,
    SON,
    VERB_FOLLOWS,
)
from mahdar.reading.text import fold_entry

LONGEST_FIELD: Final = 8  # tokens between an office and a name
FIELD_PREPOSITIONS: Final = ("في", "ب", "ل")
MOST_ADJECTIVES: Final = 4  # between an office and a name
LONGEST_UNLISTED: Final = 4  # parts of a name found before an office
RANKED: Final = ("MIL", "COP")  # sectors whose ranks stand before a name behind another office
PRIVATE: Final = ("CVL", "JRN", "EDU", "BUS", "MED")  # sectors in which nationality tells more than the body


@mypyc_attr(acyclic=True)
class Lead:
    """What stands before a name: honorifics and offices."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.conj = ""
        self.prep = ""
        self.gender = ""
        self.titles: list[str] = []
        self.titled = False  # begins with an honorific
        self.offices: list[OfficePhrase] = []

    @property
    def sector(self) -> str | None:
        """The sector of somebody who has a title and no office: المواطن, الحكم."""
        return SECTOR_OF_TITLE.get(self.titles[-1]) if self.titles and not self.offices else None


def read_person(line: Line, i: int) -> Mention | None:
    """The person (or several bearers of one office) named from token i on."""
    lead = _titles(line, i)
    if lead.last >= line.end:
        return None
    if not lead.titled:
        counterpart = read_counterpart(line, i)
        if counterpart is not None:
            return counterpart
    _offices(line, lead)
    if not lead.offices and not lead.titled:
        return _plain_name(line, i)
    if lead.offices and i and line.words[i - 1] in NEGATING:
        return None  # غير مسؤولة
    if lead.offices and lead.offices[0].number != "s":
        return read_officials(line, i, lead.offices, lead.conj, lead.prep)
    alone = lead.last
    start = _name_start(line, lead)
    last = name_end(line, start, strong=True) if start < line.end else start
    if last == start and lead.offices:
        start, last = _after_a_field(line, lead)
    if last == start and lead.offices:
        start, last = _after_a_district(line, lead)
    if last > start and _no_name(line, lead, start, last):
        last = start
    if last > start:
        mention = _mention(lead, last, (start, last))
        mention.last = after_name(line, last)
        trailing_offices(line, mention)
    elif lead.offices and _stands_alone(lead.offices[0], titled=lead.titled):
        if _told_of(line, lead.offices[0]):
            return _counted(line, lead) if i and line.infos[i - 1].number else None
        mention = _mention(lead, alone, None)
    else:
        return None
    describe(mention)
    if lead.sector:
        mention.sector, mention.sector_at = lead.sector, (i, alone)
    apposed = nisba_at(line, start - 1, det=True) if mention.name and start > i else None
    of_a_body = any(o.body for o in mention.offices) and mention.sector not in PRIVATE
    field = any(o.portfolio and o.first < start <= o.last for o in mention.offices)  # وزير المالية is no Malian
    if apposed is not None and mention.country is None and not of_a_body and not field:
        # مدرب الرافدين، البرتغالي روي كاسترو
        mention.country, mention.country_at = apposed.entry.code, (start - 1, start)
    return mention


def adopt_name(line: Line, mention: Mention, floor: int) -> None:
    """Begin the mention of an official with the unlisted name before his office, not before token `floor`.

    ماغمد داودوف رئيس البرلمان; وإليغ أزيروف، المندوب الدائم. Two words that no table knows as anything but names.
    """
    office = mention.offices[0]
    if mention.conj or mention.prep or not (office.country or office.body or office.portfolio or office.det):
        return
    last = mention.first - 1 if mention.first and line.words[mention.first - 1] in COMMAS else mention.first
    first = last
    conj = ""
    while first > floor and last - first < LONGEST_UNLISTED and not conj and only_a_name(line, first - 1):
        first -= 1
        joined = line.words[first][0] == "و" and line.words[first] not in line.lex.names
        conj = "و" if joined and last - first > 1 else ""  # نيلميني ويكراماناياكا, وإليغ أزيروف
    if last - first > 1:
        mention.first, mention.name, mention.conj = first, (first, last), conj


def _mention(lead: Lead, last: int, name: tuple[int, int] | None) -> Mention:
    return Mention(
        "person", lead.first, last, lead.conj, lead.prep, name=name, offices=lead.offices, gender=lead.gender,
        titles=tuple(lead.titles),
    )  # fmt: skip


def _plain_name(line: Line, i: int) -> Mention | None:
    """A name with nothing before it but a nationality: النيجيري صنداي أديليكي; كل من فلان وفلان."""
    info = line.infos[i]
    each = i > 1 and line.words[i - 1] in EACH_OF and line.words[i - 2].endswith("كل")
    nisba = nisba_at(line, i, det=True) if not each else None
    if nisba is not None and not info.offices:
        # after another of its kind even a name that is not listed: السعودي عادل الصالح والإيراني كاظم جويا
        start = past_comma(line, i + 1) if line.word(i + 1) in QUOTES else i + 1
        told = bool(nisba.conj) or start > i + 1 or _given_and_more(line, start)
        last = name_end(line, start, strong=told, minimum=2)
        if last == start:
            return None
        return Mention(
            "person", i, after_name(line, last) if start > i + 1 else last, nisba.conj, nisba.prep, name=(start, last),
            country=nisba.entry.code, country_at=(i, i + 1), gender=nisba.gender,
        )  # fmt: skip
    if info.prefixed and not info.name:
        return _prefixed_name(line, i, *info.prefixed)
    if not info.name:
        return None
    if i and info.verbs and line.words[i - 1] in VERB_FOLLOWS:
        return None  # عندما | هاجر محمد
    if i > 1 and line.words[i - 1] in DESCENT and line.infos[i - 2].arabic:
        return None  # لعلي بن | أبي طالب
    if i and not each and line.words[i - 1] == ALI and is_ali(line, i - 1):
        i -= 1  # علي | بن ...: no word by itself may be a name that is so often the preposition
    elif i and not each and info.text in DESCENT and _a_son(line, i):
        i -= 1  # حشر | بن مكتوم
        each = True
    last = name_end(line, i, strong=each, minimum=2)
    if last == i or (each and not listed(line, i, last)):
        return None
    info = line.infos[i]
    conj = "" if info.text in line.lex.names else info.conj  # فؤاد, وليد
    mention = Mention("person", i, last, conj, name=(i, last))
    mention.last = after_name(line, last)
    trailing_offices(line, mention)
    describe(mention)
    return mention


def _a_son(line: Line, i: int) -> bool:
    """Whether what stands before the بن at i is somebody's first name, whatever else it may be: جارية بن قدامة."""
    before = line.infos[i - 1]
    if before.strange:
        return True
    known = before.function or before.preposition or before.honorific or before.offices or before.date or before.places
    first_name = before.name == "given" or not before.ordinary or line.word(i + 1) in line.lex.arab_names
    first_name = first_name and before.ordinary != "masdar"  # مقرب بن سعد, but not رمزية بن غوريون
    told = before.finite is not None and not before.name  # قال | بن علي
    free = not (known or before.det or before.clitic or told)
    return line.words[i] in SON and before.arabic and first_name and free


def _given_and_more(line: Line, start: int) -> bool:
    """Whether a listed given name stands at `start`, and behind it a word that can be a surname."""
    if start + 1 >= line.end:
        return False
    given, more = line.infos[start], line.infos[start + 1]
    told = given.name == "given" and given.text in line.lex.names and not (given.det or given.preposition)
    return told and (more.strange or bool(more.name)) and not (more.conj or more.clitic)


def _prefixed_name(line: Line, i: int, conj: str, prep: str) -> Mention | None:
    """A name with a preposition written on to it: لأنطونيو غوتيريش; a listed given name and one more part."""
    last = name_end(line, i + 1, strong=True)
    if last == i + 1 or not (listed(line, i + 1, last) or line.infos[i + 1].strange):
        return None
    mention = Mention("person", i, last, conj, prep, name=(i, last))
    mention.last = after_name(line, last)
    trailing_offices(line, mention)
    describe(mention)
    return mention


def _titles(line: Line, i: int) -> Lead:
    """The honorifics that begin at token i."""
    lead = Lead(i, i)
    while lead.last < line.end:
        title = honorific_at(line, lead.last)
        if title is None:
            break
        if not lead.titled:
            lead.conj, lead.prep = title.conj, title.prep
        elif title.conj or title.prep:
            break
        lead.gender = lead.gender or title.gender
        lead.last = _past_title_mark(line, title.last)
        lead.titles.append(title.word)
        lead.titled = True
    return lead


def _offices(line: Line, lead: Lead) -> None:
    """The offices that follow the honorifics, or begin the phrase."""
    if line.word(lead.last + 1) in DESCENT and line.infos[lead.last].name:
        return  # سلطان بن محمد: nobody's office
    lead.offices = offices = office_chain(line, lead.last, proclitics=not lead.titled)
    if not offices:
        return
    if not lead.titled:
        lead.conj, lead.prep = offices[0].conj, offices[0].prep
    lead.last = offices[-1].last
    feminine = lead.gender == "f" or any(o.gender == "f" for o in offices)
    lead.gender = "f" if feminine else offices[0].gender or lead.gender


def _name_start(line: Line, lead: Lead) -> int:
    """Where the name begins after honorifics and offices, if there is one."""
    j = lead.last
    if lead.sector:
        return _past_description(line, j)
    if not lead.offices:
        return _past_adjectives(line, j)
    start = _titles_between(line, lead)
    if start > j and read_office(line, start) is not None:
        return line.end  # التقى رئيس الوزراء | سمو ولي العهد: somebody else
    if start == j and line.word(j) == "/" and name_end(line, j + 1, strong=True) > j + 1:
        start = j + 1
    elif start == j or line.word(start) in COMMAS:
        start = past_comma(line, start)
    return _past_adjectives(line, start)


def _no_name(line: Line, lead: Lead, start: int, last: int) -> bool:
    """Whether what looks like a name is none."""
    offices = lead.offices
    doubtful = all(o.last - o.first == 1 and fold_entry(o.office.word) in DOUBTFUL_OFFICES for o in offices)
    if lead.sector or (offices and not lead.titled and doubtful):
        # الفريق, الحكم: more often something else; a name of several parts follows it, one of them listed
        told = listed(line, start, last) or (start > lead.last and line.infos[start].strange)
        first, second = line.infos[start], line.infos[min(start + 1, line.end - 1)]
        if last - start > 1 and (second.strange or (second.text[-1] == "ي" and not (second.bare or second.nisbas))):
            told = told or first.name == "given" or first.strange  # الممثل | آدم ساندلر, الكاتب | صالح الشيحي
        told = told or (bool(offices) and offices[-1].country_at is not None and line.infos[start + 1].strange)
        return last - start < 2 or not told
    first = line.infos[start]
    if offices and first.bare in ("adjective", "participle") and first.text in line.lex.ambiguous_names:
        if first.det and last - start == 1 and first.text not in line.lex.names:
            return True  # الصحافي | المفضل
        last_office = offices[-1]
        whose = last_office.country or last_office.body or last_office.portfolio
        if not first.det and not (last_office.det or whose or lead.titled):
            return True  # رجل أعمال | ناجح
    if last - start == 1 and offices and offices[-1].suffix and first.bare and first.text in line.lex.ambiguous_names:
        return True  # مصدرها | عرب
    if not lead.titled and offices and _wants_owner(offices[-1], start) and last - start < 3:
        # مصدر دولي, مستشار هولموف: an office without the article is somebody's, or is described
        return last - start == 1 or line.words[start] in line.lex.ambiguous_names
    if lead.titled or last - start > 1 or line.words[start] not in line.lex.ambiguous_names:
        return False
    before, office = line.infos[start - 1], offices[-1]
    if first.name == "given" and first.ordinary == "noun" and (before.nisbas or office.office.unnamed):
        return True  # نفى مسؤول إسرائيلي | وجود اتفاق: after a nationality or a source a given name is not left alone
    wanting = office.last == start and office.last - office.first > 1 and not before.det and before.ordinary == "noun"
    if wanting and not before.places and not before.nisbas:
        return True  # مدير إدارة | آسيا: right after a noun that wants a complement
    after = line.infos[last] if last < line.end else None
    # ولوزيرها صاحب | الشخصية: a noun with its own complement
    return after is not None and after.det and bool(after.ordinary) and not after.name


def _after_a_field(line: Line, lead: Lead) -> tuple[int, int]:
    """The name behind the field in which an office is borne: الباحثة | في قضايا الصحراء | سوسن لبطيحي.

    It has two parts, of which the first is a listed name and nothing else, or in no table.
    """
    office = lead.offices[-1]
    first = line.infos[lead.last] if lead.last < line.end else None
    none = lead.last, lead.last
    if first is None or not any(w.removeprefix("ال") in IN_A_FIELD for w in fold_entry(office.office.word).split()):
        return none
    if first.preposition not in FIELD_PREPOSITIONS and not first.clitic:
        return none
    for k in range(lead.last + 1, min(lead.last + LONGEST_FIELD, line.end)):
        info = line.infos[k]
        before = line.infos[k - 1]
        closed = before.det or before.places or before.clitic
        if closed and line.words[k] in COMMAS:
            start = past_comma(line, k)
            return (start, name_end(line, start, strong=True)) if start > k else none
        if not info.arabic or (info.verbs and not (info.ordinary or info.name)) or info.function or info.date:
            break
        if closed and not info.det and (info.strange or (info.name and not info.ordinary)):
            last = name_end(line, k, strong=True, minimum=2)
            if last > k + 1 and (listed(line, k, last) or line.infos[k + 1].strange):
                return k, last
    return none


def _after_a_district(line: Line, lead: Lead) -> tuple[int, int]:
    """The name, with a title or a rank, behind where an office is borne: مدير التعليم | بمنطقة جازان | المهندس فلان.

    The title or rank is added to the lead.
    """
    none = lead.last, lead.last
    if lead.last >= line.end or not _district(line, lead.last):
        return none
    for k in range(lead.last + 1, min(lead.last + LONGEST_FIELD, line.end)):
        info = line.infos[k]
        if not info.arabic or info.function or info.preposition or info.conj or (info.verbs and not info.ordinary):
            break
        title = honorific_at(line, k)
        if title is not None and title.prep:
            break
        rank = read_office(line, k) if title is None and info.offices and info.det else None
        if rank is not None and not (rank.office.bare and rank.office.sector in RANKED and rank.country is None):
            break
        if title is None and rank is None:
            continue
        start = _past_title_mark(line, title.last) if title is not None else (rank.last if rank else k)
        further = honorific_at(line, start)
        last = name_end(line, further.last if further is not None else start, strong=True)
        start = further.last if further is not None else start
        if last == start:
            break
        lead.titles += [t.word for t in (title, further) if t is not None]
        if rank is not None:
            lead.offices.append(rank)
        return start, last
    return none


def _district(line: Line, k: int) -> bool:
    """Whether a place's or a body's noun with ب on it stands at k: بمنطقة, بمحافظة, بشرطة."""
    for _, prep, plain in line.infos[k].plain:
        if prep == "ب" and (plain in PLACE_WORDS or line.lex.look(plain).body_heads):
            return True
    return False


def _wants_owner(office: OfficePhrase, start: int) -> bool:
    """Whether an office stands right before `start` with neither article nor owner."""
    alone = office.last == start and office.last - office.first == 1
    return alone and not (office.det or office.suffix or office.country or office.office.bare)


def _past_description(line: Line, j: int) -> int:
    """Past nationality and adjective after the title of somebody without an office: الحكم | القطري | سلمان ..."""
    while j < line.end and line.infos[j].det:
        adjective = line.infos[j].ordinary in ("adjective", "participle")
        if not (adjective or qualifier_at(line, j) or nisba_at(line, j, det=True)):
            break
        j += 1
    return j


def _past_adjectives(line: Line, j: int) -> int:
    """Past the adjectives between office and name: السلطان | العثماني | محمد, المدافع | الدولي العاجي | إيمانويل.

    j itself where no given name follows them.
    """
    k = j
    while k < line.end and k < j + MOST_ADJECTIVES:
        info = line.infos[k]
        relative = info.text.endswith("ي") or info.ordinary in ("adjective", "participle") or bool(info.nisbas)
        if not (info.det and relative) or info.offices or info.conj:
            break
        k += 1
    if k == j or k >= line.end:
        return j
    given = line.infos[k]
    first = line.infos[j]
    listed_first = first.text in line.lex.names and not (first.nisbas or first.ordinary)
    told = (given.name == "given" and not given.conj and not given.det) or (given.text == ALI and is_ali(line, k))
    more = line.infos[k + 1] if k + 1 < line.end else None
    sure = given.text not in line.lex.ambiguous_names or (more is not None and more.strange)
    return k if told and (sure or not listed_first) else j


def _past_title_mark(line: Line, j: int) -> int:
    """Past the stroke, colon or full stop of a title: السيد/, د."""
    if line.word(j) in ("/", ":") and j < line.end:
        j += 1
    if j < line.end and line.words[j] == "." and line.tokens.starts[j] == line.tokens.ends[j - 1]:
        j += 1
    return j


def _titles_between(line: Line, lead: Lead) -> int:
    """Past honorifics, added to the lead, between office and name: وزير الخارجية معالي السيد ..."""
    k = lead.last
    while k < line.end:
        title = honorific_at(line, k)
        if title is None and k == lead.last and line.words[k] in COMMAS:
            title = honorific_at(line, k + 1)
        if title is None or title.conj or title.prep:
            break
        lead.gender = "f" if title.gender == "f" else lead.gender or title.gender
        lead.titles.append(title.word)
        k = title.last
        if k < line.end and line.words[k] in ("/", ".", ":"):
            k += 1
    return k


def _stands_alone(phrase: OfficePhrase, *, titled: bool) -> bool:
    """Whether an office without a name is somebody: definite, owned by a state or a body, or a source."""
    if titled:
        return True
    if phrase.office.takes == "none" and not phrase.det and not phrase.office.unnamed:
        return False
    owned = phrase.country or phrase.body or phrase.det or phrase.suffix or phrase.portfolio
    return bool(owned) or phrase.office.unnamed


def _counted(line: Line, lead: Lead) -> Mention:
    """اثني عشر | موظفا في السفارة الفرنسية: several, whose they are by the office."""
    office = lead.offices[0]
    mention = Mention("group", office.first, office.last, number="p")
    mention.country, mention.country_at = office.country, office.country_at
    mention.sector, mention.sector_at = office.sector or office.office.sector, (office.first, office.first + 1)
    with_number(line, mention, office.first - 1)
    return mention


def _told_of(line: Line, phrase: OfficePhrase) -> bool:
    """Whether an office in the accusative is what somebody is, or how many: عُين | سفيرا لدى, اثني عشر | موظفا في."""
    word = line.words[phrase.first]
    return not (phrase.det or phrase.suffix) and word[-1] == "ا" and phrase.office.words[0][-1] != "ا"


def describe(mention: Mention) -> None:
    """Country, sector and article of a person, from the offices."""
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
        mention.det = mention.offices[0].det
