"""Several offices of one person, before a name or after it: نائب رئيس الوزراء ووزير الخارجية."""

from typing import Final

from mahdar.reading.grammar import HEADS_OF_STATE
from mahdar.reading.mentions import COMMAS, HYPHENS, Mention, OfficePhrase
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import honorific_at, name_end, named_after, past_comma
from mahdar.reading.phrases.offices import read_office
from mahdar.reading.phrases.words import CABINET, CHAINED_OFFICES, HEIRS, JOINED_OFFICES, RULERS, SUPREME

MAX_OFFICES: Final = 6  # of one person in one place


def office_chain(line: Line, j: int, *, proclitics: bool) -> list[OfficePhrase]:
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
    if phrase.office.word in RULERS and line.infos[phrase.first].det and phrase.last - phrase.first == 1:
        return True  # العاهل الأردني | الملك فلان
    if _supreme(phrase) and any(_crowned(office) for office in chain):
        return True  # ولي عهد أبوظبي | نائب القائد الأعلى للقوات المسلحة
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
    if second.country and chain[-1].country and second.country != chain[-1].country:
        return False  # رئيس وزراء الأردن | ووزير خارجية فرنسا
    return any(word in CABINET for word in line.words[chain[0].first : chain[-1].last])


def _named(line: Line, office: OfficePhrase) -> bool:
    """Whether a name stands behind an office: then it is that person's."""
    return named_after(line, office.last) or honorific_at(line, office.last) is not None


def trailing_offices(line: Line, mention: Mention) -> None:
    """Offices after the name: '... عصام الرافعى وزير الخارجية', '... نورتيليو، نائب رئيس الوزراء،'."""
    k = mention.last
    comma = k < line.end and line.words[k] in COMMAS
    if comma:
        k += 1
    if k >= line.end:
        return
    chain = office_chain(line, k, proclitics=False)
    while chain and line.word(chain[-1].last) in COMMAS:
        # ولي العهد، نائب رئيس مجلس الوزراء، وزير الداخلية
        more = office_chain(line, chain[-1].last + 1, proclitics=False)
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
    elif name_end(line, after, strong=True) > after:
        return  # استقبل الملك سليم | رئيس وزراء جورجيا غيورغي ...
    chain = _of_one_ruler(mention, chain)
    if not chain:
        return
    after = chain[-1].last
    mention.offices = [*mention.offices, *chain]
    mention.last = after


def _of_one_ruler(mention: Mention, chain: list[OfficePhrase]) -> list[OfficePhrase]:
    """The offices up to one of another state, where somebody rules: استقبل الرئيس سليم | وزير خارجية جورجيا."""
    crowned = [office for office in (*mention.offices, *chain) if _crowned(office)]
    if not crowned:
        return chain
    own = next((office.country for office in crowned if office.country), None)
    others = [k for k, o in enumerate(chain) if o.country and o.country != own and not _crowned(o)]
    return chain[: others[0]] if others else chain


def _crowned(office: OfficePhrase) -> bool:
    """A head of state or an heir to a throne, who is nobody's minister or envoy besides."""
    word = office.office.word
    return word in HEIRS or (word in HEADS_OF_STATE and not (office.body or office.portfolio))


def _supreme(office: OfficePhrase) -> bool:
    """The supreme command of the army, which only rulers and their heirs bear: نائب القائد الأعلى للقوات المسلحة."""
    return office.office.word in SUPREME
