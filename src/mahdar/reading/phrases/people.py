"""People: honorifics, offices and a name, in any order that writers use."""

from mahdar.reading.mentions import COMMAS, HYPHENS, Mention, OfficePhrase
from mahdar.reading.phrases.groups import read_officials
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, honorific_at, name_end, named_after, past_comma
from mahdar.reading.phrases.offices import read_office
from mahdar.reading.phrases.places import nisba_at
from mahdar.reading.phrases.words import (
    CABINET,
    CHAINED_OFFICES,
    DOUBTFUL_OFFICES,
    JOINED_OFFICES,
    NEGATING,
    OF_ONE_STATE,
)
from mahdar.reading.text import fold

MAX_OFFICES = 6  # of one person in one place


def read_person(line: Line, i: int) -> Mention | None:
    """The person (or several bearers of one office) named from token i on."""
    end = line.end
    info = line.infos[i]
    conj = prep = gender = ""
    j = i
    titles: list[str] = []
    while j < end:
        title = honorific_at(line, j)
        if title is None:
            break
        if not titles:
            conj, prep = title.conj, title.prep
        elif title.conj or title.prep:
            break
        gender = gender or title.gender
        j = _past_title_mark(line, title.last)
        titles.append(title.word)
    titled = bool(titles)
    if j >= end:
        return None
    if not titled:
        counterpart = _read_counterpart(line, j)
        if counterpart is not None:
            return counterpart
    offices = _office_chain(line, j, proclitics=not titled)
    if offices and i and line.words[i - 1] in NEGATING:
        return None  # غير مسؤولة
    if offices:
        if not titled:
            conj, prep = offices[0].conj, offices[0].prep
        j = offices[-1].last
        gender = "f" if gender == "f" or any(o.gender == "f" for o in offices) else offices[0].gender or gender
        if offices[0].number != "s":
            return read_officials(line, i, offices, conj, prep)
    start = j
    if offices:
        start, gender = _titles_between(line, j, gender, titles)
        if start == j and line.word(j) == "/" and name_end(line, j + 1, strong=True) > j + 1:
            start = j + 1
        elif start == j:
            start = past_comma(line, j)
        elif line.word(start) in COMMAS:
            start = past_comma(line, start)
        start += _unlisted_adjective(line, start)
    strong = bool(offices or titled)
    if not strong:
        nisba = nisba_at(line, j, det=True)
        if nisba is not None and not info.offices:
            # النيجيري صنداي أديليكي; after another of its kind even a name that is not listed: ... والإيراني كاظم جويا
            last = name_end(line, j + 1, strong=bool(nisba.conj), minimum=2)
            if last == j + 1:
                return None
            return Mention(
                "person", i, last, nisba.conj, nisba.prep, name=(j + 1, last), country=nisba.entry.code,
                country_at=(j, j + 1), gender=nisba.gender,
            )  # fmt: skip
        if not info.name:
            return None
        conj = info.conj
    apposed = None
    last = name_end(line, start, strong=strong, minimum=1 if strong else 2)
    if last > start and offices and not titled and _no_name(line, offices, start, last):
        last = start
    if last > start:
        mention = Mention("person", i, last, conj, prep, name=(start, last), offices=offices, gender=gender)
        mention.last = after_name(line, last)
        _trailing_offices(line, mention)
        apposed = nisba_at(line, start - 1, det=True) if start > i else None
    elif offices and _stands_alone(offices[0], titled):
        mention = Mention("person", i, j, conj, prep, offices=offices, gender=gender)
    else:
        return None
    mention.titles = tuple(titles)
    _describe(mention)
    if apposed is not None and mention.country is None and not any(o.body for o in mention.offices):
        # مدرب الرافدين، البرتغالي روي كاسترو
        mention.country, mention.country_at = apposed.entry.code, (start - 1, start)
    return mention


def _no_name(line: Line, offices: list[OfficePhrase], start: int, last: int) -> bool:
    """Whether what looks like a name after offices is none."""
    ambiguous = line.lex.ambiguous_names
    if all(o.last - o.first == 1 and fold(o.office.word) in DOUBTFUL_OFFICES for o in offices):
        # الفريق, اللواء: a rank, and more often something else; a name of several parts follows it, one of them listed
        listed = any(line.infos[k].name and line.words[k] not in ambiguous for k in range(start, last))
        return not listed or last - start < 2
    # مدير إدارة | آسيا: a word that may be a name, right after a noun that wants a complement
    before, office = line.infos[start - 1], offices[-1]
    wanting = office.last == start and office.last - office.first > 1 and not before.det and before.ordinary == "noun"
    plain = wanting and not before.places and not before.nisbas
    after = line.infos[last] if last < line.end else None
    # ولوزيرها صاحب | الشخصية: a noun with its own complement
    with_own = after is not None and after.det and bool(after.ordinary) and not after.name
    return (plain or with_own) and last == start + 1 and line.words[start] in ambiguous


def _unlisted_adjective(line: Line, j: int) -> int:
    """1 if an adjective that no table knows stands between office and name: رئيس الوزراء | العثماني | محمد ..."""
    if j + 1 >= line.end:
        return 0
    info, after = line.infos[j], line.infos[j + 1]
    relative = info.det and info.text.endswith("ي") and not info.name and not info.nisbas and not info.offices
    return int(relative and after.name == "given" and not after.conj and not after.det)


def _past_title_mark(line: Line, j: int) -> int:
    """Past the stroke, colon or full stop of a title: السيد/, د."""
    if line.word(j) in ("/", ":") and j < line.end:
        j += 1
    if j < line.end and line.words[j] == "." and line.tokens.starts[j] == line.tokens.ends[j - 1]:
        j += 1
    return j


def _titles_between(line: Line, j: int, gender: str, titles: list[str]) -> tuple[int, str]:
    """Past honorifics, added to `titles`, between office and name: وزير الخارجية معالي السيد ..."""
    k = j
    while k < line.end:
        title = honorific_at(line, k)
        if title is None and k == j and line.words[k] in COMMAS:
            title = honorific_at(line, k + 1)
        if title is None or title.conj or title.prep:
            break
        gender = "f" if title.gender == "f" else gender or title.gender
        titles.append(title.word)
        k = title.last
        if k < line.end and line.words[k] in ("/", ".", ":"):
            k += 1
    return k, gender


def _read_counterpart(line: Line, i: int) -> Mention | None:
    """نظيره المصري سامح شكري, نظيريه التركي والإيراني."""
    info = line.infos[i]
    if not info.counterpart:
        return None
    rows = line.lex.counterparts
    found = next(((c, p, rows[w]) for c, p, w in info.plain if w in rows), None)
    if found is None:
        return None
    conj, prep, row = found
    number = row.get("number", "s")
    k = i + 1
    country = at = None
    countries: list[str] = []
    nisba = nisba_at(line, k, det=True)
    if nisba is not None:
        country, at = nisba.entry.code, (k, k + 1)
        countries.append(country)
        k += 1
        while number != "s":
            other = nisba_at(line, k, det=True)
            if other is None or not other.conj:
                break
            countries.append(other.entry.code)
            k += 1
    mention = Mention(
        "person" if number == "s" else "group", i, k, conj, prep, gender=row.get("gender", "m"), number=number,
        country=country, country_at=at, counterpart=True, suffix=row.get("suffix", ""), countries=countries,
    )  # fmt: skip
    if number == "s":
        start = past_comma(line, k)
        last = name_end(line, start, strong=True)
        if last > start:
            mention.name = (start, last)
            mention.last = after_name(line, last)
    return mention


def _stands_alone(phrase: OfficePhrase, titled: bool) -> bool:
    """Whether an office without a name is somebody: definite, owned by a state or a body, or a source."""
    if titled:
        return True
    if phrase.office.takes == "none" and not phrase.det and not phrase.office.unnamed:
        return False
    owned = phrase.country or phrase.body or phrase.det or phrase.suffix or phrase.portfolio
    return bool(owned) or phrase.office.unnamed


def _describe(mention: Mention) -> None:
    """Country, sector and article of a person, from the offices."""
    former = False
    for phrase in mention.offices:
        if phrase.country is None and phrase.office.word in OF_ONE_STATE:
            phrase.country, phrase.country_at = OF_ONE_STATE[phrase.office.word], (phrase.first, phrase.last)
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


def _office_chain(line: Line, j: int, *, proclitics: bool) -> list[OfficePhrase]:
    """One or more offices of one person: 'نائب رئيس الوزراء ووزير الخارجية'."""
    chain: list[OfficePhrase] = []
    k = j
    while k < line.end and len(chain) < MAX_OFFICES:
        if not (line.infos[k].offices or line.hits[k]):
            break
        phrase = read_office(line, k)
        if phrase is None:
            break
        if not chain:
            if not proclitics and (phrase.conj or phrase.prep):
                break
        elif not _continues(chain, phrase, line):
            break
        chain.append(phrase)
        k = phrase.last
        if k + 1 < line.end and (line.words[k] in COMMAS or line.words[k] in HYPHENS):
            if not _further_office(line, phrase, k + 1):
                break
            k += 1
    return chain


def _continues(chain: list[OfficePhrase], phrase: OfficePhrase, line: Line) -> bool:
    """Whether the next office belongs to the bearer of those before."""
    if phrase.prep or phrase.number != chain[0].number:
        return False
    last = chain[-1]
    if phrase.conj:
        return _one_person(line, chain, phrase)
    if last.country and phrase.country != last.country:
        return False  # استقبل وزير الخارجية المصري | سفير اليابان
    return bool(phrase.portfolio or phrase.country or phrase.body or phrase.office.bare or phrase.det)


def _further_office(line: Line, phrase: OfficePhrase, k: int) -> bool:
    """Whether a comma joins a further office of the same person: a name has to follow it."""
    following = read_office(line, k)
    if following is None or following.conj or following.prep or following.number != "s" or phrase.number != "s":
        return False
    if phrase.office.word not in CHAINED_OFFICES:
        return False
    return _named(line, following)


def _one_person(line: Line, chain: list[OfficePhrase], second: OfficePhrase) -> bool:
    """Whether an office joined by و belongs to the same person: a (deputy) prime minister's ministry."""
    if second.office.word not in JOINED_OFFICES:
        return False
    return any(word in CABINET for word in line.words[chain[0].first : chain[-1].last])


def _named(line: Line, office: OfficePhrase) -> bool:
    """Whether a name stands behind an office: then it is that person's."""
    return named_after(line, office.last) or honorific_at(line, office.last) is not None


def _trailing_offices(line: Line, mention: Mention) -> None:
    """Offices after the name: '... عصام الرافعى وزير الخارجية', '... نورتيليو، نائب رئيس الوزراء،'."""
    k = mention.last
    comma = k < line.end and line.words[k] in COMMAS
    if comma:
        k += 1
    if k >= line.end:
        return
    chain = _office_chain(line, k, proclitics=False)
    while chain and line.word(chain[-1].last) in COMMAS:
        # ولي العهد، نائب رئيس مجلس الوزراء، وزير الداخلية
        more = _office_chain(line, chain[-1].last + 1, proclitics=False)
        if not more or more[0].conj or more[0].prep or len(chain) + len(more) > MAX_OFFICES or _named(line, more[-1]):
            break
        chain = [*chain, *more]
    if not chain or chain[0].number != "s" or chain[0].conj or chain[0].prep:
        return
    after = chain[-1].last
    if comma:
        # where a name follows, the office is the next one's of a list
        start = past_comma(line, after)
        if name_end(line, start, strong=True) > start and line.word(after) not in (".", ")", "-"):
            return
        head = chain[0]
        if not (head.country or head.body or head.portfolio or head.det or head.posted):
            return
    elif name_end(line, after, strong=True) > after and not mention.offices:
        return
    mention.offices = [*mention.offices, *chain]
    mention.last = after
