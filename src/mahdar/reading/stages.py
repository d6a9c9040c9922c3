"""The cascade: all stages of the reading of one article, one after the other."""

from dataclasses import dataclass, replace

from mahdar.outlets import outlet_of
from mahdar.reading.clauses import Clause, clauses_of
from mahdar.reading.coreference import Cast, cast_of
from mahdar.reading.credit import credits_of
from mahdar.reading.dateline import dateline_of
from mahdar.reading.events import Happening, Witness, planned_later
from mahdar.reading.furniture import set_aside
from mahdar.reading.home import home_state
from mahdar.reading.lexicon import lexicon
from mahdar.reading.mentions import Mention
from mahdar.reading.phrases import scan_text
from mahdar.reading.published import published_date
from mahdar.reading.scene import Scene
from mahdar.reading.statements.listener import Listener, Said
from mahdar.reading.text import tokenise
from mahdar.record import Article

SentenceOf = tuple[int, int]


@dataclass(slots=True)
class Reading:
    """Everything the stages found in one article, before it is put into a record."""

    article: Article
    scene: Scene
    sentences: list[SentenceOf]
    furniture: list[SentenceOf]  # lines that are none of the article's
    clauses: list[list[Clause]]
    cast: Cast
    happenings: list[Happening]
    said: list[Said]


def read_stages(article: Article) -> Reading:
    """All stages of the reading of one article."""
    lex = lexicon()
    tokens = tokenise(article.text)
    look = lex.memory.get
    infos = [look(w) or lex.look(w) for w in tokens.words]
    mentions = scan_text(tokens, infos, lex)
    scene = Scene(tokens, infos, mentions, lex)
    day, iso, source = published_date(scene, article.published, [image.url for image in article.images if image.url])
    outlet = outlet_of(article.url, article.source)
    has_title = bool(article.title)
    article = replace(
        article,
        published=iso,
        published_from=article.published_from or source if iso else None,
        outlet=outlet.id if outlet else None,
        outlet_country=outlet.country if outlet else None,
        outlet_kind=outlet.kind if outlet else None,
        credit=credits_of(scene, has_title=has_title),
    )
    title_end = len(article.title or "")
    sentences, furniture = set_aside(scene, title_end)
    dateline = dateline_of(scene, sentences, has_title=has_title)
    home, rule = home_state(scene, article, dateline)
    kept: list[Mention] = []
    for first, last in sentences:
        kept.extend(scene.between(first, last))
    cast = cast_of(tokens, kept, lex, home, rule)
    listener = Listener(scene, cast)
    witness = Witness(scene, cast, day, dateline)
    titles = [tokens.starts[sentence[0]] < title_end for sentence in sentences]
    # Stage by stage through the whole text, not sentence by sentence through the stages: the code of one stage fits
    # into the processor's nearest memory, that of all of them does not.
    clauses = [clauses_of(scene, sentence) for sentence in sentences]
    pairs = []
    for number in range(len(sentences)):
        witness.sentence(number, clauses[number], title=titles[number])
        pairs.append(witness.pair)
    for number, sentence in enumerate(sentences):
        if pairs[number]:
            listener.floor.pair = pairs[number]
        if not titles[number]:
            listener.sentence(sentence, clauses[number])
    happenings = planned_later(witness.out, day)
    return Reading(article, scene, sentences, furniture, clauses, cast, happenings, listener.out)
