"""The state an article is at home in: its officials are named without saying whose they are."""

from collections import Counter

from mahdar.reading.clauses import Scene
from mahdar.reading.coreference import SUPRANATIONAL
from mahdar.reading.lexicon import Place
from mahdar.reading.mentions import Mention
from mahdar.reading.text import fold
from mahdar.record import Article

# What each sign is worth, a state named by its name being two. Whoever is written of by nationality and office
# ('the French minister') is abroad; an adversary is named often, but by what is his ('the Israeli army').
NAMED = 2
NATIONALITY = 1
OFFICIAL = -2
DATELINE_CAPITAL = 10
DATELINE_PLACE = 4
OUTLET = 12
ENOUGH = 3

AFTER_A_DATELINE = frozenset({"-", "–", "(", "/", ":", "،", ",", "|", "في"})


def home_state(
    scene: Scene, sentences: list[tuple[int, int]], article: Article
) -> tuple[str | None, str]:  # fmt: skip
    """The home state and by what it is known: the state named most, where outlet and dateline count for more."""
    counts: Counter[str] = Counter()
    for mention in scene.mentions:
        if mention.country and mention.country not in SUPRANATIONAL:
            counts[mention.country] += _worth(mention)
    dateline = _dateline(scene, sentences[1 if article.title else 0 : 3])
    if dateline is not None and dateline.country:
        counts[dateline.country] += DATELINE_CAPITAL if dateline.kind == "country" else DATELINE_PLACE
    outlet = _outlet(scene, article.source or "")
    if outlet:
        counts[outlet] += OUTLET
    best, worth = counts.most_common(1)[0] if counts else (None, 0)
    if best is None or worth < ENOUGH:
        return None, ""
    if best == outlet:
        return best, "outlet-country"
    return best, "dateline-country" if dateline is not None and best == dateline.country else "most-named-country"


def _worth(mention: Mention) -> int:
    if mention.offices and mention.country_at and mention.country_at[0] == mention.offices[0].first:
        return 0  # an office that only one state has
    if mention.offices or mention.counterpart:
        return OFFICIAL
    return {"country": NAMED, "nisba": NATIONALITY, "group": NATIONALITY}.get(mention.kind, 0)


def _dateline(scene: Scene, sentences: list[tuple[int, int]]) -> Mention | None:
    """'عمان 5 آذار (جلعاد)-': the place an article is sent from."""
    words = scene.tokens.words
    for first, _ in sentences:
        head = scene.between(first, first + 1)
        if head and head[0].kind in ("country", "place") and head[0].country:
            after = words[head[0].last] if head[0].last < len(words) else ""
            if after in AFTER_A_DATELINE or after.isdecimal():
                return head[0]
    return None


def _outlet(scene: Scene, source: str) -> str | None:
    """The state in an outlet's name."""
    code = None
    for part in fold(source).split():
        info = scene.lex.look(part.strip("()،,"))
        for sense in (*info.places, *info.nisbas):
            if not isinstance(sense.entry, Place):
                code = sense.entry.code
    return code
