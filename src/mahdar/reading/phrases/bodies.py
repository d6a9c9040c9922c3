"""Bodies: by their name, or by a head noun with its words (وزارة الخارجية المصرية, حزب العمال)."""

from mahdar.reading.lexicon import BodyHead, NounSense
from mahdar.reading.mentions import HYPHENS, QUOTES, Mention
from mahdar.reading.phrases.fixed import read_fixed, with_short_name
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.places import country_at, has_proclitic, nisba_at, nisba_end
from mahdar.reading.phrases.portfolios import portfolio_end
from mahdar.reading.phrases.words import MINISTRIES, SEATED_BODIES
from mahdar.reading.text import fold_entry

Head = tuple[BodyHead, str, str, bool, int, str]
"""A head noun with conjunction, preposition, article, the token after it, and its number."""


def head_at(line: Line, i: int) -> Head | None:
    """The head noun of a body at i."""
    for conj, prep, multi in line.hits[i]:
        if multi.kind == "body_head":
            return multi.entry, conj, prep, True, i + 1 + len(multi.rest), multi.number
    heads = line.infos[i].body_heads
    if heads:
        sense = heads[0]
        return sense.entry, sense.conj, sense.prep, sense.det, i + 1, sense.number
    return None


def read_body(line: Line, i: int) -> Mention | None:
    """The body that begins at i; a head noun alone (الوزارة) points back to one."""
    for _, _, multi in line.hits[i]:
        if multi.kind == "body":
            return read_fixed(line, i)
        if multi.kind == "body_head":
            break
    info = line.infos[i]
    if info.bodies:
        sense = info.bodies[0]
        body = sense.entry
        return with_short_name(line, Mention(
            "organisation", i, i + 1, sense.conj, sense.prep, country=body.code, country_at=(i, i + 1),
            entry=body, sector=body.sector, sector_at=(i, i + 1),
        ))  # fmt: skip
    found = head_at(line, i)
    if found is None:
        return _ministry_by_field(line, i)
    head, conj, prep, det, start, number = found
    mention = Mention(
        "organisation", i, start, conj, prep, entry=head, sector=head.sector, sector_at=(i, start), det=det,
        number=number,
    )  # fmt: skip
    j = start
    inner = None if det else _body_within(line, j)
    if inner is not None:
        mention.country, mention.country_at, mention.sector = inner.country, inner.country_at, inner.sector
        j = inner.last
    elif head.takes == "portfolio":
        j = portfolio_end(line, j)
    elif head.takes != "state" and not det:
        j = _proper_words(line, j)
    mention.last = _whose(line, mention, head, j)
    if mention.last == start and mention.country is None and not mention.sides:
        if not det:
            return None
        mention.kind = "anaphor"
        mention.word = "body"
        mention.suffix = fold_entry(head.word)
        return mention
    if mention.last < line.end and line.words[mention.last] in QUOTES:
        close = line.tokens.quotes.get(mention.last)
        if close is not None and close - mention.last <= 5 and head.takes != "portfolio":
            mention.last = close + 1
    return with_short_name(line, mention)


def _body_within(line: Line, j: int) -> Mention | None:
    """مفوضية | إيكواس, بعثة | الأمم المتحدة: a part of a body that is in the tables belongs where the whole does."""
    if j >= line.end or has_proclitic(line, j):
        return None
    found = read_fixed(line, j)
    if found is None and line.infos[j].bodies:
        found = read_body(line, j)
    if found is None or found.kind != "organisation" or found.prep or found.conj:
        return None
    return found


def _whose(line: Line, mention: Mention, head: BodyHead, j: int) -> int:
    """Past nationality, state and adjectives after a body's words; the mention's country is set from them."""
    infos = line.infos
    det = mention.det
    for _ in range(4):
        if j >= line.end:
            break
        nisba = nisba_at(line, j)
        if (
            nisba is not None
            and not nisba.prep
            and not nisba.conj
            and nisba.number != "d"
            and mention.country is None
            and not mention.sides
            and (nisba.det or not det)
        ):
            last = nisba_end(line, j)
            mention.country, mention.country_at = nisba.entry.code, (j, last)
            other = _other_side(line, last, nisba)
            if other is not None:
                mention.country = mention.country_at = None  # of both
                mention.sides = (nisba.entry.code, other[0])
            j = last if other is None else other[1]
            continue
        if not det and mention.country is None and not has_proclitic(line, j) and line.words[j - 1] not in QUOTES:
            inner = country_at(line, j)
            if inner is not None:
                mention.country, mention.country_at = inner[0], (j, inner[1])
                j = inner[1]
                continue
        info = infos[j]
        if info.det and info.ordinary == "adjective" and not info.clitic and not info.conj and not info.offices:
            j += 1
            continue
        if det and mention.country is None and line.words[j] in ("في", "ب") and head.word in SEATED_BODIES:
            inner = country_at(line, j + 1)
            if inner is not None:
                mention.country, mention.country_at = inner[0], (j + 1, inner[1])
                j = inner[1]
        break
    return j


def _other_side(line: Line, j: int, first: NounSense) -> tuple[str, int] | None:
    """The state of a second nationality right behind the first, and its end: اللجنة السعودية | العراقية."""
    k = j + 1 if line.word(j) in HYPHENS else j
    second = nisba_at(line, k, det=first.det)
    if second is None or second.prep or second.conj or second.number != first.number or second.gender != first.gender:
        return None
    return (second.entry.code, nisba_end(line, k)) if second.entry.code != first.entry.code else None


def _ministry_by_field(line: Line, i: int) -> Mention | None:
    """الخارجية المصرية: a ministry by its field and its state."""
    info = line.infos[i]
    if not info.points:
        return None
    for conj, prep, word in info.plain:
        if word in MINISTRIES:
            nisba = nisba_at(line, i + 1, det=True)
            if nisba is not None and not nisba.conj and not nisba.prep:
                return Mention(
                    "organisation", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2),
                    sector="GOV", sector_at=(i, i + 1), word="ministry",
                )  # fmt: skip
    return None


def _proper_words(line: Line, j: int) -> int:
    """The words after a body's head that belong to its name: 'هيئة شؤون الأسرى والمحررين', 'حزب العمال'."""
    words, infos, end = line.words, line.infos, line.end
    start = j
    if j < end and words[j] in QUOTES:
        close = line.tokens.quotes.get(j)
        return close + 1 if close is not None and close - j <= 6 else j
    while j < end and j - start < 7:
        info = infos[j]
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
            following = words[j + 1] if j + 1 < end else ""
            if not following.startswith("ال"):
                if info.name or not info.ordinary:
                    j += 1
                break
        j += 1
    return j
