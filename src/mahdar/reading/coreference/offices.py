"""Offices compared: what tells one office from another, and whether an office named again is the same."""

from mahdar.reading.coreference.entities import POSTED, Entity, Roster
from mahdar.reading.mentions import OfficePhrase
from mahdar.reading.text import fold

CANDIDATES = 80  # people an office is compared with, beyond those named last: keeps long texts linear

_FILLER = frozenset({"جمهوريه", "مملكه", "دوله", "رسمي", "شقيقه", "صديقه", "شوون", "سلطنه", "اتحاديه", "ساده", "باسم"})


def key_of(roster: Roster, phrase: OfficePhrase) -> tuple[str, ...]:
    """The words that tell an office from others: no article, no nationality, one word for offices of one rank."""
    found = roster.keys.get(phrase.first)
    if found is None:
        found = roster.keys[phrase.first] = _make_key(roster, phrase)
    return found


def _make_key(roster: Roster, phrase: OfficePhrase) -> tuple[str, ...]:
    lex = roster.lex
    skip = set(range(*phrase.country_at)) if phrase.country_at else set()
    head = phrase.first + len(phrase.office.word.split())
    out: list[str] = []
    for k in range(phrase.first, phrase.last):
        word = roster.tokens.words[k]
        info = lex.look(word)
        if (
            k in skip
            or (word in lex.qualifiers and k >= head)
            or (k > phrase.first and (info.preposition or info.nisbas or info.places))
        ):
            continue
        for _, _, plain in info.plain:
            bare = plain.removeprefix("ال")
            if k > phrase.first or any(bare == fold(o.entry.word).split()[0].removeprefix("ال") for o in info.offices):
                word = plain
                break
        word = (word[1:] if word.startswith("وال") else word).removeprefix("لل").removeprefix("ال")
        if k == phrase.first:
            word = fold(phrase.office.word).split()[0].removeprefix("ال")
        if len(word) > 1 and (k == phrase.first or word not in _FILLER):
            out.append(word)
    text = " ".join(out)
    for same, plain in lex.same_offices:
        if text.startswith(same):
            text = plain + text[len(same) :]
            break
    return tuple(text.split()) or ("",)


def same_office(roster: Roster, entity: Entity, held: OfficePhrase, asked: OfficePhrase) -> bool:
    """Whether an office named again is the one this person bears: one head, one state, nothing that contradicts."""
    if held.number != asked.number or held.former != asked.former:
        return False
    home = roster.home
    country = held.country or entity.country
    if asked.country and country and asked.country != country:
        return False
    if asked.country and not country and asked.country != home and held.office.word not in POSTED:
        return False
    have, wanted = key_of(roster, held), key_of(roster, asked)
    if have[0] != wanted[0]:
        return False
    if country and not asked.country and country != home and len(wanted) > 1:
        # 'وزير الخارجية' without a country is the home one, if there is one
        at_home = (
            key_of(roster, o) for e in roster.people[:CANDIDATES] if e is not entity for o in e.offices
            if (o.country or e.country or home) == home
        )  # fmt: skip
        if any(key[0] == wanted[0] and len(key) > 1 for key in at_home):
            return False
    if asked.posted and held.posted and asked.posted != held.posted:
        return False
    one, other = set(have[1:]), set(wanted[1:])
    return other <= one or (one <= other and not one and bool(asked.country or held.country))
