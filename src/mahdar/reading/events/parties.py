"""Whom a mention stands for as a participant, and what an article has told so far."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mahdar.reading.coreference import SUPRANATIONAL, Cast, Entity
from mahdar.reading.dateline import Dateline
from mahdar.reading.events.happening import Happening, Party
from mahdar.reading.grammar import ACCOMPANYING, ASSEMBLED, COUNTED, DELEGATIONS, HEADED, PRONOUNS, WITH_PRONOUN
from mahdar.reading.lexicon import GroupHead, VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import ENTITY, Scene

HEADED_BY: Final = 9  # tokens after a delegation in which it is told who heads it
HEAD: Final = 4  # tokens after that word in which he is named
RECENT: Final = 14  # mentions before a pronoun that it may mean
SUBJECTS: Final = 4  # subjects that a verb without one may go on with


@dataclass(slots=True, eq=False)
class Memory:
    """One article as far as it is read: the events told, the two sides at hand, the last subjects."""

    scene: Scene
    cast: Cast
    published: date | None
    out: list[Happening] = field(default_factory=list)
    pair: list[Party] = field(default_factory=list)
    met: list[Party] = field(default_factory=list)  # all who met last
    pair_countries: list[str] = field(default_factory=list)
    dateline: Dateline | None = None
    anchor: str | None = None  # the last date told
    day: str | None = None  # the last day on which something happened
    subjects: list[tuple[Party, str, str]] = field(default_factory=list)  # (party, gender, number), the last one last

    def remember_subject(self, party: Party, mention: Mention) -> None:
        """Somebody did something: a later verb without a subject may be his."""
        gender = (party.gender if isinstance(party, Entity) else "") or mention.gender
        self.subjects.append((party, gender, mention.number))
        del self.subjects[:-SUBJECTS]

    def carried_subject(self, sense: VerbSense, at: int = 0, first: int = 0) -> list[Party]:
        """Who does what a verb at a token, without a subject, tells; its sentence begins at `first`."""
        if sense.person == 1:
            return []
        if sense.number == "d" and len(self.pair) == 2:
            return list(self.pair)
        for party, gender, _ in reversed(self.subjects):
            if sense.gender and gender and sense.number == "s" and gender != sense.gender:
                continue
            return [party]
        if sense.gender and sense.number == "s":
            # شكر الكويت على القرض الذي منحته: the last named that agrees
            for mention in reversed(self.scene.between(first, at)):
                if mention.kind in ("country", "organisation") and mention.gender == sense.gender:
                    who = self.cast.of_mention.get(mention.first)
                    return [who] if who is not None else []
        return []

    def note_pair(self, first: int, last: int) -> None:
        """The first two states of the article are who 'the two countries' are, until a meeting says otherwise."""
        if self.pair_countries:
            return
        states: list[str] = []
        for mention in self.scene.between(first, last):
            code = mention.country
            if code and mention.kind in ("person", "country", "nisba") and code not in states:
                if code not in SUPRANATIONAL and not mention.capital:
                    states.append(code)
        if len(states) >= 2:
            self.pair_countries = states[:2]


def party_of(memory: Memory, mention: Mention, exclude: list[Party] | None = None) -> list[Party]:
    """Who a mention stands for, as a party to an event."""
    if mention.kind == "anaphor":
        if mention.word in ("pair", "countries"):
            if mention.countries:
                return list(mention.countries)
            if mention.word == "countries":
                return list(memory.pair_countries) or list(memory.pair)
            return list(memory.pair) or list(memory.pair_countries)
        if mention.word == "pronoun":
            whom = WITH_PRONOUN[memory.scene.tokens.words[mention.first]][1]
            return pronoun(memory, mention.first, whom, exclude or [])
    elif mention.kind == "group" and (mention.number == "d" or len(mention.countries) > 1):
        if mention.countries:
            return list(mention.countries)
        if len(memory.pair_countries) == 2:
            return list(memory.pair_countries)
    elif _those_who_met(memory, mention):
        return list(memory.met)
    elif mention.kind == "group" and _accompanying(memory, mention):
        return []
    elif mention.kind in ("group", "organisation") and (head := _head_of(memory, mention)) is not None:
        return [head]
    elif _unnamed_officials(mention) or mention.kind == "nisba":
        return [mention.country] if mention.country else []
    elif mention.kind in ("organisation", "group") and (states := _joint(memory, mention)):
        return states
    who = memory.cast.of_mention.get(mention.first)
    return [who] if who is not None else []


def _accompanying(memory: Memory, group: Mention) -> bool:
    """والوفد المرافق له: members of a delegation take part through whom they came with."""
    words = memory.scene.tokens.words
    return any(words[k] in ACCOMPANYING for k in range(group.first, min(len(words), group.last + 1)))


def _head_of(memory: Memory, group: Mention) -> Party | None:
    """وفدا من الكونغرس برئاسة | السيناتور سميث: a delegation takes part through its head, where that is named."""
    scene = memory.scene
    words = scene.tokens.words
    if not isinstance(group.entry, GroupHead) and words[group.first] not in DELEGATIONS:
        return None
    for k in range(group.last, min(len(words), group.last + HEADED_BY)):
        if words[k] in HEADED:
            named = next((m for m in scene.between(k + 1, k + 1 + HEAD) if m.kind == "person"), None)
            return memory.cast.of_mention.get(named.first) if named is not None else None
        if words[k] == ".":
            return None
    return None


def _joint(memory: Memory, body: Mention) -> list[Party]:
    """اللجنة السعودية | القطرية, القوات السعودية | والباكستانية: bodies of two states stand for both."""
    if body.sides:
        return list(body.sides) if body.sector in (None, "GOV", "MIL") else []
    other = memory.scene.at.get(body.last)
    if other is None or other.kind != "nisba" or other.prep or not body.country:
        return []
    if (
        other.country in (None, body.country)
        or body.sector not in (None, "GOV", "MIL")
        or body.country in SUPRANATIONAL
    ):
        return []
    return [body.country, other.country] if other.country else []


def _those_who_met(memory: Memory, mention: Mention) -> bool:
    """الوزراء الثلاثة, المجتمعون: by the article, several who met, and as many words as say so."""
    if len(memory.met) < 3 or mention.kind != "group" or not mention.det or mention.country or mention.countries:
        return False
    words = memory.scene.tokens.words
    counted = (
        words[mention.last - 1] in COUNTED or words[mention.last : mention.last + 1] and words[mention.last] in COUNTED
    )
    return bool(counted) or words[mention.first] in ASSEMBLED


def _unnamed_officials(mention: Mention) -> bool:
    """دبلوماسيين بريطانيين: unnamed officials stand for their state."""
    return bool(
        mention.kind == "group" and not mention.det and mention.country and mention.sector == "GOV"
        and mention.country not in SUPRANATIONAL
        and mention.number == "p" and mention.offices
    )  # fmt: skip


def parties_of(memory: Memory, mentions: list[Mention], exclude: list[Party] | None = None) -> list[Party]:
    """Who these mentions stand for, each once; a body's code is no participant: the body is."""
    out: list[Party] = []
    for mention in mentions:
        if mention.kind in ENTITY or mention.kind == "nisba":
            for who in party_of(memory, mention, exclude):
                if who not in out and who not in SUPRANATIONAL:
                    out.append(who)
    return out


def pronoun(memory: Memory, at: int, whom: str, exclude: list[Party], *, since: int = 0) -> list[Party]:
    """Whom a pronoun at a token means: the last named before it that agrees and does not act in the same clause.

    since: the token from which on he may be named; before it only the subject of the last deed can be meant.
    """
    if whom == "d":
        return list(memory.pair)
    scene = memory.scene
    n = bisect_left(scene.firsts, at)
    for mention in reversed(scene.mentions[max(0, n - RECENT) : n]):
        if mention.kind not in ("person", "group") or (mention.kind == "group") != (whom == "p"):
            continue
        if mention.first < since:
            break
        who = memory.cast.of_mention.get(mention.first)
        if who is None or who in exclude or isinstance(who, str):
            continue
        if whom != "p" and who.gender and who.gender != whom[0]:
            continue
        return [who]
    if since and memory.subjects:
        party, gender, number = memory.subjects[-1]
        if (number == "s") == (whom != "p") and gender in ("", whom[0]) and party not in exclude:
            return [party]
    return []


def suffixed(memory: Memory, at: int, suffix: str, exclude: list[Party], *, since: int = 0) -> list[Party]:
    """Whom a pronoun written on to the word at a token means; see `pronoun`."""
    whom = PRONOUNS.get(suffix)
    return pronoun(memory, at, whom, exclude, since=since) if whom else []


def state_of(party: Party, *, told: bool) -> Party:
    """A group of officials stands for its state; so do a ministry and an official who only tell of its act."""
    if not isinstance(party, Entity) or not party.country or party.country in SUPRANATIONAL:
        return party
    speaker = told and party.sector == "GOV" and party.kind in ("person", "organisation")
    return party.country if speaker or party.kind == "group" else party
