"""Whose official somebody is by where he is named: of the ministry spoken of, of a side, of a delegation.

An office that names no state takes it from the body it points to (المتحدث باسم المنظمة), from the body or state before
it (سفيرها), from the side whose people are listed (حضره عن الجانب الماليزي وزير الصحة ...), or from the delegation that
he heads or belongs to (وفد قبرصي برئاسة النائبة ...).
"""

from typing import Final

from mahdar.reading.coreference.bodies import body_meant, join_body, of_the_state
from mahdar.reading.coreference.entities import SUPRANATIONAL, Entity, Roster
from mahdar.reading.coreference.pointing import resolve
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.phrases.words import (
    AT_THE_HEAD,
    AT_THEIR_HEAD,
    FROM_A_SIDE,
    HEADING,
    IN_THE_STEAD_OF,
    MEMBERS_FOLLOW,
    OPENING,
)

REACH: Final = 3  # words after a delegation's name in which it is said who heads it
GENDERS: Final = {"ه": "m", "ها": "f"}  # of what a pronoun points to
NEAR: Final = 8  # mentions before an office among which its owner is looked for

Whose = tuple[str, tuple[int, int]]
"""A state's or a body's code, and the tokens that tell it."""


def countries_by_place(roster: Roster) -> None:
    """Join the bodies, and set the country of people and bodies that name none, where the words around them do."""
    mentions = roster.mentions
    border = iter(roster.tokens.sentences)
    first, end = next(border, (0, 0))
    side: Whose | None = None
    subject: Whose | None = None
    for k, mention in enumerate(mentions):
        while mention.first >= end:
            first, end = next(border, (end, len(roster.tokens.words) + 1))
            side = subject = None
        if mention.kind == "person":
            join_bodies_of_offices(roster, mention)
            member = roster.tokens.words[mention.first - 1] in MEMBERS_FOLLOW if mention.first else False
            if mention.country is None and (mention.offices or member):
                before = mentions[max(0, k - NEAR) : k]
                whose = _owner(roster, before, mention) or _headed(roster, before, mention) or side
                if whose is not None:
                    mention.country, mention.country_at = whose
            subject = subject or _whose(mention)
        elif mention.kind == "organisation":
            if mention.country is None and side is not None and of_the_state(mention):
                mention.country, mention.country_at = side
            join_body(roster, mention)
            side = _side(roster, mention, subject) or side
        elif mention.word == "body":
            resolve(roster, mention)
        elif mention.kind == "country" and k + 1 < len(mentions) and _acting(roster, mention, mentions[k + 1]):
            side = _whose(mention)
        else:
            side = _side(roster, mention, subject) or _scene(roster, mention, first) or side


def _acting(roster: Roster, state: Mention, following: Mention) -> bool:
    """وقعه عن مصر | وزير التخطيط, نيابة عن الحكومة المصرية | وزير ...: whose official acts for it."""
    if following.kind != "person" or following.first != state.last:
        return False
    words = roster.tokens.words
    return any(word in IN_THE_STEAD_OF for word in words[max(0, state.first - 2) : state.first])


def _scene(roster: Roster, mention: Mention, first: int) -> Whose | None:
    """وفي مدريد، أعلن رئيس الوزراء ...: a capital that opens a sentence, before a comma."""
    words = roster.tokens.words
    opens = mention.first - 1 == first and words[first] in OPENING
    if not (opens and mention.kind == "country" and mention.capital and mention.last < len(words)):
        return None
    return _whose(mention) if words[mention.last] in COMMAS else None


def _whose(mention: Mention) -> Whose | None:
    if mention.country is None:
        return None
    return mention.country, mention.country_at or (mention.first, mention.last)


def _side(roster: Roster, mention: Mention, subject: Whose | None) -> Whose | None:
    """The side whose people are listed from here on."""
    words = roster.tokens.words
    before = words[mention.first - 1] if mention.first else ""
    if mention.word == "side":
        return _whose(mention) if before in FROM_A_SIDE or mention.prep else None
    if mention.kind not in ("group", "organisation") or mention.country in SUPRANATIONAL:
        return None
    headed = before.removeprefix("و") in HEADING
    if headed or any(w in MEMBERS_FOLLOW for w in words[mention.last : mention.last + REACH]):
        return _whose(mention) or (subject if before in AT_THE_HEAD else None)
    return None


def join_bodies_of_offices(roster: Roster, mention: Mention) -> None:
    """المتحدث باسم المنظمة: country and sector of the body that was named before; of a body named here, join it."""
    for office in mention.offices:
        if office.body is None:
            continue
        if office.body.kind != "anaphor":
            join_body(roster, office.body)
            continue
        body = body_meant(roster, office.body)
        if body is not None:
            roster.of_mention[office.body.first] = body
        if body is not None and body.country and mention.country is None:
            mention.country, mention.country_at = body.country, (office.body.first, office.body.last)
        if body is not None and body.sector and office.sector is None:
            office.sector = mention.sector = body.sector


def _headed(roster: Roster, before: list[Mention], mention: Mention) -> Whose | None:
    """القيادة المصرية وعلى رأسها | الرئيس فلان: whose those are that he stands at the head of."""
    word = roster.tokens.words[mention.first - 1] if mention.first else ""
    return _whose(before[-1]) if word in AT_THEIR_HEAD and before else None


def _owner(roster: Roster, before: list[Mention], mention: Mention) -> Whose | None:
    """سفيرها, المتحدث باسمها: an office whose state is that of the body or state named before it."""
    phrase = next((o for o in mention.offices if o.suffix and not o.country), None)
    if phrase is None:
        return None
    of_a_body = phrase.office.takes == "body" and not roster.tokens.words[phrase.first].endswith(phrase.suffix)
    if of_a_body and any(other.kind == "organisation" for other in before):
        before = [other for other in before if other.kind == "organisation"]  # رئيس مكتبها السياسي
    for other in reversed(before):
        if other.gender and GENDERS.get(phrase.suffix, other.gender) != other.gender:
            continue  # الحزب ... | أمينها العام
        known = roster.of_mention.get(other.first)
        code = other.country or (known.country if isinstance(known, Entity) else known)
        sector = other.sector or (known.sector if isinstance(known, Entity) else None)
        if other.kind == "organisation" and sector and phrase.office.takes == "body":
            phrase.sector = mention.sector = sector
        if code and (other.kind in ("country", "organisation") or (other.kind == "person" and phrase.suffix == "ه")):
            return code, other.country_at or (other.first, other.last)
        if other.kind == "organisation":
            return None
    return None
