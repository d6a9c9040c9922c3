"""Offices compared: what tells one office from another, and whether an office named again is the same."""

from mahdar.reading.coreference.entities import Entity, Roster, posted
from mahdar.reading.mentions import OfficePhrase
from mahdar.reading.phrases.words import OF_OFFICE_NAMES


def key_of(roster: Roster, phrase: OfficePhrase) -> tuple[str, ...]:
    """The head of an office and the words of its field: no article, no state, one word for offices of one rank."""
    found = roster.keys.get(phrase.first)
    if found is None:
        found = roster.keys[phrase.first] = _make_key(roster, phrase)
    return found


def is_title(roster: Roster, phrase: OfficePhrase) -> bool:
    """Whether an office phrase is a head alone: الوزير, السفيرة, المتحدث الرسمي; not رئيس الجمهورية."""
    alone = phrase.body is None and not phrase.portfolio
    if " " in phrase.office.word and phrase.office.takes == "state":
        return False
    return alone and len(key_of(roster, phrase)) == 1


def same_kind(roster: Roster, one: OfficePhrase, other: OfficePhrase) -> bool:
    """Whether two phrases say the same of an office, word for word apart from article and order."""

    def told(phrase: OfficePhrase) -> tuple[object, ...]:
        return (
            key_of(roster, phrase), phrase.country, phrase.posted, phrase.former, phrase.number, phrase.portfolio,
            phrase.body is None,
        )  # fmt: skip

    return told(one) == told(other)


def bears(roster: Roster, entity: Entity, asked: OfficePhrase) -> int:
    """How well an office named again fits a person: 0 not at all, 1 by its head alone, 2 by part of its words, 3 fully.

    One head, one state, one place of posting, and fields of which one contains the other.
    """
    state = asked.country and roster.state_of(entity)
    if state and state != asked.country:
        return 0
    wanted = key_of(roster, asked)
    head, field = wanted[0], set(wanted[1:])
    title = is_title(roster, asked)
    best = 0
    fielded = False
    for held in entity.offices:
        if held.number != asked.number or held.former != asked.former:
            continue
        have = key_of(roster, held)
        if have[0] != head or (asked.posted and held.posted and asked.posted != held.posted):
            continue
        if asked.country and not state and not posted(held):
            continue
        ours, whole = _body_of(roster, asked), _body_of(roster, held)
        if ours is not None and whole is not None:
            if ours is not whole:
                continue  # the secretary-general of another organisation
            if asked.deputy or held.deputy:
                best = max(best, 3 * (have == wanted))
                continue
            best = 3  # الأمين العام للجامعة, of the Arab League named before
            continue
        theirs = set(have[1:])
        fielded = fielded or bool(theirs)
        if theirs == field:
            best = 3
        elif title or (field and not theirs and asked.office.takes != "body"):
            best = max(best, 1)
        elif field and theirs and (field <= theirs or theirs <= field):
            best = max(best, 2)
    if not title and fielded and best == 1:
        return 0  # a minister of something else, called the minister elsewhere
    return best


def _body_of(roster: Roster, phrase: OfficePhrase) -> Entity | None:
    """The body that an office is borne in, where it is known which."""
    found = roster.of_mention.get(phrase.body.first) if phrase.body is not None else None
    return found if isinstance(found, Entity) else None


def _make_key(roster: Roster, phrase: OfficePhrase) -> tuple[str, ...]:
    lex = roster.lex
    skip = set(range(*phrase.country_at)) if phrase.country_at else set()
    words_of_head = [w.removeprefix("ال") for w in phrase.office.words]
    head_end = phrase.first + len(words_of_head)
    field: list[str] = []
    for k in range(head_end, phrase.last):
        word = roster.tokens.words[k]
        info = lex.look(word)
        if k in skip or word in lex.qualifiers or info.preposition or info.nisbas or info.places:
            continue
        word = (word[1:] if word.startswith("وال") else word).removeprefix("لل").removeprefix("ال")
        if info.clitic and word[0] == info.clitic:
            word = word[1:].removeprefix("ال")
        if len(word) > 1 and word not in OF_OFFICE_NAMES:
            field.append(word)
    text = " ".join([*words_of_head, *field])
    for same, plain in lex.same_offices:
        if text == same or text.startswith(same + " "):
            head, *rest = (plain + text[len(same) :]).split()
            return head, *rest
    return " ".join(words_of_head), *field
