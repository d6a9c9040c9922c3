"""The state an article is at home in: its officials are named without saying whose they are."""

from typing import Final

from mahdar.ontology import OUTLETS_AT_HOME
from mahdar.reading.coreference import SUPRANATIONAL
from mahdar.reading.dateline import Dateline
from mahdar.reading.lexicon import Place
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold
from mahdar.record import Article

# What each sign is worth, a state named by its name being two. Whoever is written of by nationality and office
# ('the French minister') is abroad; an adversary is named often, but by what is his ('the Israeli army').
NAMED: Final = 2
NATIONALITY: Final = 1
OFFICIAL: Final = -2
DATELINE_CAPITAL: Final = 10
DATELINE_PLACE: Final = 4
OUTLET: Final = 12
ENOUGH: Final = 3


def home_state(
    scene: Scene, article: Article, dateline: Dateline | None
) -> tuple[str | None, str]:  # fmt: skip
    """The home state and by what it is known: the state named most, where outlet and dateline count for more."""
    counts: dict[str, int] = {}
    for mention in scene.mentions:
        if mention.country and mention.country not in SUPRANATIONAL:
            counts[mention.country] = counts.get(mention.country, 0) + _worth(mention)
    sent_from = dateline.place.country if dateline is not None else None
    if dateline is not None and sent_from:
        worth = DATELINE_CAPITAL if dateline.place.kind == "country" else DATELINE_PLACE
        counts[sent_from] = counts.get(sent_from, 0) + worth
    outlet = _outlet(scene, article)
    if outlet:
        counts[outlet] = counts.get(outlet, 0) + OUTLET
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or counts[best] < ENOUGH:
        return None, ""
    if best == outlet:
        return best, "outlet-country"
    return best, "dateline-country" if best == sent_from else "most-named-country"


def _worth(mention: Mention) -> int:
    if mention.offices and mention.country_at and mention.country_at[0] == mention.offices[0].first:
        return 0  # an office that only one state has
    if mention.offices or mention.counterpart:
        return OFFICIAL
    return {"country": NAMED, "nisba": NATIONALITY, "group": NATIONALITY}.get(mention.kind, 0)


def _outlet(scene: Scene, article: Article) -> str | None:
    """The state that an outlet is at home in: by the table of outlets, else the one in its name."""
    if article.outlet is not None:
        return article.outlet_country if article.outlet_kind in OUTLETS_AT_HOME else None
    code = None
    for part in fold(article.source or "").split():
        info = scene.lex.look(part.strip("()،,"))
        for sense in (*info.places, *info.nisbas):
            if not isinstance(sense.entry, Place):
                code = sense.entry.code
    return code
