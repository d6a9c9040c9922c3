"""Whom an act of speech is aimed at: those named as its object, else those in the content of acts that praise, blame
or promise."""

from collections.abc import Callable
from typing import Final

from mahdar.reading.coreference import SUPRANATIONAL, Entity
from mahdar.reading.grammar import RELATIVE
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.scene import ENTITY, Scene
from mahdar.reading.statements.attribution import Floor, Party

FROM_CONTENT: Final = frozenset(
    {"praise", "support", "condemn", "welcome", "concern", "promise", "reject", "condole", "invite"}
)
REACH: Final = 14  # tokens of the content in which its object is named
RELATIVE_REACH: Final = 10  # tokens of a relative clause
HEAD: Final = 3  # tokens from the content's start to an adjective of its first noun
DOER_COUNTS: Final = frozenset({"praise", "support", "welcome", "condemn"})
ANAPHORS: Final = frozenset({"realm", "guest", "stand-in", "body", "pair", "countries"})


def targets_of(
    scene: Scene, floor: Floor, act: str, content: tuple[int, int], speaker: Party | None, given: list[Mention]
) -> list[tuple[Party, Mention]]:
    """The parties aimed at, each with the mention that names it; `given`: the object of the verb itself."""

    def others(mention: Mention) -> list[Party]:
        """Whom a mention stands for, but for the speaker's own side."""
        return [
            who
            for who in parties(floor, mention)
            if who != speaker and who not in SUPRANATIONAL and not own_side(act, speaker, who)
        ]

    mentions = given
    if not given and act in FROM_CONTENT:
        mentions = in_content(scene, act, content, others)
    out: dict[int | str, tuple[Party, Mention]] = {}
    for mention in mentions:
        for who in others(mention):
            out.setdefault(who if isinstance(who, str) else id(who), (who, mention))
    return list(out.values())


def parties(floor: Floor, mention: Mention) -> list[Party]:
    """Whom a mention stands for as a target: both of a pair; a state for its unnamed people."""
    if mention.kind == "anaphor" and mention.word in ("pair", "countries"):
        return floor.pair
    if mention.country and (mention.kind == "nisba" or (mention.kind == "group" and not mention.countries)):
        return [mention.country]
    who = floor.who(mention)
    return [] if who is None else [who]


def own_side(act: str, speaker: Party | None, who: Party) -> bool:
    """A state and its own officials are not aimed at by each other, except where one demands or blames."""
    if isinstance(who, Entity) and isinstance(speaker, str):
        return who.country == speaker and act != "demand"
    if isinstance(who, str) and isinstance(speaker, Entity):
        return who == speaker.country and act not in ("demand", "accuse", "condemn")
    return False


def in_content(
    scene: Scene, act: str, content: tuple[int, int], others: Callable[[Mention], list[Party]]
) -> list[Mention]:
    """The mentions in the first phrase of a content that the act is aimed at: whose the thing is that is praised,
    blamed or welcomed, else who did it (الدور الذي تلعبه نواكشوط). `others`: whom a mention may stand for."""
    first, last = content
    words, infos = scene.tokens.words, scene.infos
    limit = min(last, first + REACH)
    end = next((k for k in range(first, limit) if words[k] in COMMAS or words[k] in RELATIVE), limit)
    found: list[Mention] = []
    for mention in scene.between(first, end):
        before = infos[mention.first - 1].preposition if mention.first > first else ""
        if mention.kind in ("date", "place"):
            continue
        if mention.prep == "ل" and mention.first > first + 1 and found:
            break
        if mention.kind == "anaphor" and mention.word not in ANAPHORS:
            continue
        if not aimed_at_kind(act, mention, first) or not others(mention):
            continue
        if act == "condemn" and mention.kind in ("country", "organisation", "person"):
            if mention.prep or before in ("في", "على", "ضد", "إلى"):
                continue
        if found and not mention.conj:
            break
        if act in ("welcome", "praise") and before in ("في", "ضد", "حول", "من"):
            continue
        found.append(mention)
    if not found and end < limit and words[end] in RELATIVE and act in DOER_COUNTS:
        found = doers(scene, end, min(last, end + RELATIVE_REACH))
    return found


def doers(scene: Scene, relative: int, limit: int) -> list[Mention]:
    """The subject of a relative clause, and those joined to it."""
    found: list[Mention] = []
    k = relative + 2  # past the verb
    while k < limit:
        mention = scene.at.get(k)
        if mention is None and not found and scene.infos[k].function and k < relative + 4:
            k += 1  # التي تقوم بها مصر
            continue
        if mention is None or mention.kind not in ENTITY or mention.prep or (found and not mention.conj):
            break
        found.append(mention)
        k = mention.last
    return found


def aimed_at_kind(act: str, mention: Mention, first: int) -> bool:
    """Whether an act is aimed at what is mentioned in this way."""
    if mention.kind == "nisba" and act in ("concern", "reject"):
        return mention.det and mention.number == "s" and mention.first <= first + HEAD
    if act == "concern":
        return False
    if act == "reject":
        return mention.kind == "organisation"
    if act == "promise":
        people = mention.number != "s" if mention.kind == "nisba" else mention.kind != "organisation"
        return people or mention.prep == "ل"
    if act == "condemn":
        return mention.kind in ("nisba", "organisation", "country", "person") or bool(mention.country)
    return True
