"""People taken together: السفراء العرب, وفد من رجال الأعمال, وزيرا خارجية مصر والأردن."""

from typing import Final

from mahdar.reading.lexicon import GroupHead
from mahdar.reading.mentions import HYPHENS, Mention, OfficePhrase
from mahdar.reading.phrases.bodies import head_at, read_body
from mahdar.reading.phrases.fixed import read_fixed
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.places import country_at, has_proclitic, nisba_at, nisba_end
from mahdar.reading.phrases.portfolios import portfolio_end
from mahdar.reading.phrases.words import COUNTED, HUNDREDS, OF_A_GROUP, STATES_OF_A_GROUP

LONGEST: Final = 16  # tokens after a group's head


def read_group_phrase(line: Line, i: int) -> Mention | None:
    """A group whose head has several words."""
    for conj, prep, multi in line.hits[i]:
        if multi.kind == "group":
            return _of_head(line, i, i + 1 + len(multi.rest), conj, prep, multi.entry)
    return None


def read_council(line: Line, i: int) -> Mention | None:
    """مجلس السفراء العرب, رابطة الأدباء: people taken together, under a body's head noun."""
    found = head_at(line, i)
    if found is None:
        return None
    _, conj, prep, det, j, _ = found
    if det or j >= line.end:
        return None
    info = line.infos[j]
    members = info.group_heads or tuple(o for o in info.offices if o.number == "p")
    if not members:
        return None
    entry = members[0].entry
    return Mention(
        "group", i, _tail(line, j + 1), conj, prep, number="p", sector=entry.sector, sector_at=(j, j + 1),
        entry=entry if isinstance(entry, GroupHead) else None,
    )  # fmt: skip


def read_group(line: Line, i: int) -> Mention | None:
    """A group by its head noun."""
    heads = line.infos[i].group_heads
    if not heads:
        return None
    sense = heads[0]
    return _of_head(line, i, i + 1, sense.conj, sense.prep, sense.entry, det=sense.det)


def read_counted(line: Line, i: int) -> Mention | None:
    """87 جنديا كونغوليا: people counted in figures."""
    noun = line.word(i + 1)
    if noun not in COUNTED:
        return None
    mention = Mention("group", i, i + 2, number="p", sector=COUNTED[noun] or None, sector_at=(i + 1, i + 2))
    nisba = nisba_at(line, i + 2, det=False)
    if nisba is not None and not nisba.prep and not nisba.conj:
        mention.last = nisba_end(line, i + 2)
        mention.country, mention.country_at = nisba.entry.code, (i + 2, mention.last)
    return mention


def with_number(line: Line, mention: Mention, floor: int) -> None:
    """Begin a group with the number that stands before it: تسعة من المحتجين, مئات الصيادين; not before `floor`."""
    first = mention.first
    if mention.conj or mention.prep:
        return
    if first - 1 > floor and line.words[first - 1] == "من":
        first -= 1
    before = first - 1
    if before < floor:
        return
    word = line.words[before]
    if word in HUNDREDS or (line.infos[before].number and (word.isdecimal() or first < mention.first)):
        mention.first = before


def read_officials(line: Line, i: int, offices: list[OfficePhrase], conj: str, prep: str) -> Mention | None:
    """وزيرا خارجية مصر والأردن, السفراء العرب: several bearers of one office."""
    phrase = offices[0]
    last = offices[-1].last
    mention = Mention(
        "group", i, last, conj, prep, offices=offices, number=phrase.number, gender=phrase.gender,
        country=phrase.country, country_at=phrase.country_at, sector=phrase.sector or phrase.office.sector,
        sector_at=(phrase.first, last), countries=list(phrase.countries), det=phrase.det,
    )  # fmt: skip
    if phrase.number == "p":
        mention.last = _tail(line, last)
    elif not (phrase.countries or phrase.portfolio or phrase.det):
        return None
    if mention.country is None and not mention.countries:
        _first_nisba(line, mention, last)
    if len(mention.countries) > 1:
        mention.country = None
    if phrase.number == "d" and not mention.countries and line.word(last) == "البلدين":
        mention.last = last + 1
    return mention


def one_group(first: Mention, second: Mention) -> bool:
    """'السفراء ورؤساء البعثات': one group under two names."""
    return (
        first.kind == "group" and first.last == second.first and first.number == "p" and first.last - first.first == 1
    )


def _of_head(line: Line, i: int, j: int, conj: str, prep: str, head: GroupHead, det: bool = False) -> Mention:
    mention = Mention("group", i, j, conj, prep, entry=head, sector=head.sector, sector_at=(i, j), number="p", det=det)
    mention.last = _tail(line, j)
    _first_nisba(line, mention, j)
    if mention.country is None and j < mention.last:
        inner = country_at(line, j)
        if inner is not None and not has_proclitic(line, j):
            mention.country, mention.country_at = inner[0], (j, inner[1])
    return mention


def _first_nisba(line: Line, mention: Mention, start: int) -> None:
    """A group's country by the first nationality in its tail."""
    for k in range(start, mention.last):
        nisba = nisba_at(line, k)
        if nisba is None and line.infos[k].nisbas and _described(line, start, k):
            nisba = line.infos[k].nisbas[0]
        if nisba is not None:
            mention.country, mention.country_at = nisba.entry.code, (k, k + 1)
            return


def _tail(line: Line, j: int) -> int:
    """What belongs to a group's name: adjectives, states, bodies, 'لدى …', 'المعتمدين لدى …'."""
    words, infos, end = line.words, line.infos, line.end
    start = j
    while j < end and j - start < LONGEST:
        info = infos[j]
        if words[j] in HYPHENS and nisba_at(line, j - 1) and nisba_at(line, j + 1):
            j = nisba_end(line, j + 1)  # القبرصية - اللبنانية
            continue
        if not info.arabic:
            break
        nisba = nisba_at(line, j)
        if nisba is not None and not nisba.prep:
            j = nisba_end(line, j)
            continue
        if info.preposition == "لدى":
            inner = country_at(line, j + 1)
            if inner is None:
                break
            j = inner[1]
            continue
        if info.text in OF_A_GROUP:
            j += 1
            continue
        if j == start:
            field = portfolio_end(line, j)
            if field > j:
                j = field
                continue
        if info.clitic or (info.conj and not info.text.startswith("وال")):
            break
        found = read_fixed(line, j) or (read_body(line, j) if not info.conj else None)
        if found is not None and found.kind == "organisation" and not found.prep and not found.conj:
            j = found.last
            continue
        if j == start or words[j - 1] in STATES_OF_A_GROUP or words[j - 1] == "في":
            inner = country_at(line, j)
            if inner is not None and not has_proclitic(line, j):
                j = inner[1]
                continue
        genitive = not words[j - 1].startswith("ال")  # a noun follows only a noun without the article
        fits = info.ordinary in ("adjective", "participle") or (info.ordinary == "noun" and genitive)
        if info.det and fits and not info.verbs and not info.conj and not info.offices:
            j += 1
            continue
        if info.text in STATES_OF_A_GROUP:
            j += 1
            continue
        if _described(line, start, j):
            j += 1
            continue
        break
    return j


def _described(line: Line, start: int, j: int) -> bool:
    """An adjective after a group, both without the article: وفدا | فنيا تركيا, also where it is spelt like a state."""
    info, head = line.infos[j], line.words[start - 1]
    if info.det or info.clitic or info.conj or info.verbs or info.name or not head.endswith("ا"):
        return False
    return info.text.endswith("ا") and bool(info.nisbas or info.ordinary == "adjective")
