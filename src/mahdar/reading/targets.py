"""Whom an act of speech is aimed at: those named as its object, else those in the content of acts that praise, blame
or promise."""

from mahdar.reading.actors import SUPRANATIONAL, Entity
from mahdar.reading.attribution import Floor, Party
from mahdar.reading.clauses import Scene
from mahdar.reading.grammar import RELATIVE
from mahdar.reading.mentions import COMMAS, Mention

FROM_CONTENT = frozenset(
    {"praise", "support", "condemn", "welcome", "concern", "promise", "reject", "condole", "invite"}
)
REACH = 14  # tokens of the content in which its object is named
ANAPHORS = frozenset({"realm", "guest", "stand-in", "body"})


def targets_of(
    scene: Scene, floor: Floor, act: str, content: tuple[int, int], speaker: Party | None, given: list[Mention]
) -> list[tuple[Party, Mention]]:
    """The parties aimed at, each with the mention that names it; `given`: the object of the verb itself."""
    mentions = given
    if not given and act in FROM_CONTENT:
        mentions = in_content(scene, act, content)
    out: dict[int | str, tuple[Party, Mention]] = {}
    for mention in mentions:
        who = mention.country if mention.kind == "nisba" else floor.who(mention)
        if who is None or who == speaker or who in SUPRANATIONAL or own_side(act, speaker, who):
            continue
        out.setdefault(who if isinstance(who, str) else id(who), (who, mention))
    return list(out.values())


def own_side(act: str, speaker: Party | None, who: Party) -> bool:
    """A state and its own officials are not aimed at by each other, except where one demands or blames."""
    if isinstance(who, Entity) and isinstance(speaker, str):
        return who.country == speaker and act != "demand"
    if isinstance(who, str) and isinstance(speaker, Entity):
        return who == speaker.country and act not in ("demand", "accuse", "condemn")
    return False


def in_content(scene: Scene, act: str, content: tuple[int, int]) -> list[Mention]:
    """The mentions in the first phrase of a content that the act is aimed at."""
    first, last = content
    words, infos = scene.tokens.words, scene.infos
    limit = min(last, first + REACH)
    limit = next((k for k in range(first, limit) if words[k] in COMMAS or words[k] in RELATIVE), limit)
    found: list[Mention] = []
    for mention in scene.between(first, limit):
        before = infos[mention.first - 1].preposition
        if mention.kind in ("date", "place"):
            continue
        if mention.prep == "ل" and mention.first > first + 1 and found:
            break
        if mention.kind == "anaphor" and mention.word not in ANAPHORS:
            continue
        if not aimed_at_kind(act, mention):
            continue
        if act == "condemn" and mention.kind in ("country", "organisation", "person"):
            if mention.prep or before in ("في", "على", "ضد", "إلى"):
                continue
        if found and not mention.conj:
            break
        if act in ("welcome", "praise") and mention.first > first and before in ("في", "بين", "ضد", "حول", "من"):
            continue
        found.append(mention)
    return found


def aimed_at_kind(act: str, mention: Mention) -> bool:
    """Whether an act is aimed at what is mentioned in this way."""
    if act == "concern":
        return mention.kind == "nisba" and mention.det
    if act == "reject":
        return mention.kind == "organisation"
    if act == "promise":
        return mention.kind != "nisba"
    if act == "condemn":
        return mention.kind in ("nisba", "organisation", "country", "person")
    return True
