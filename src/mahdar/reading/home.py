"""The state an article is at home in: its officials are named without saying whose they are."""

from collections import Counter

from mahdar.reading.clauses import Scene
from mahdar.reading.coreference import SUPRANATIONAL
from mahdar.reading.lexicon import Place
from mahdar.reading.text import fold
from mahdar.record import Article


def home_state(scene: Scene, sentences: list[tuple[int, int]], article: Article) -> tuple[str | None, str]:
    """The state an article is at home in, whose officials it names without saying whose they are.

    The state it names most, where its outlet and its dateline count for more, and a state whose officials carry
    its name for less: at home one writes 'the minister', of others 'the French minister'.
    """
    counts: Counter[str] = Counter()
    for mention in scene.mentions:
        code = mention.country
        if not code or code in SUPRANATIONAL or mention.kind == "place":
            continue
        counts[code] += -2 if mention.offices or mention.counterpart else 1
    rule = "most-named-country"
    dateline = outlet = None
    for sentence in sentences[1 if article.title else 0 : 3]:
        head = scene.between(sentence[0], sentence[0] + 3)
        if head and head[0].first == sentence[0] and head[0].kind in ("country", "place") and head[0].country:
            after = head[0].last
            word = scene.tokens.words[after] if after < len(scene.tokens.words) else ""
            if word in ("-", "–", "(", "/", ":", "،", ",", "|") or word.isdecimal() or word == "في":
                dateline = head[0].country
                counts[dateline] += 3
                break
    for part in fold(article.source or "").split():
        info = scene.lex.look(part.strip("()،,"))
        for sense in (*info.places, *info.nisbas):
            if not isinstance(sense.entry, Place):
                outlet = sense.entry.code
    if outlet:
        counts[outlet] += 5
    if not counts:
        return None, ""
    best = counts.most_common(1)[0][0]
    rule = "outlet-country" if best == outlet else "dateline-country" if best == dateline else rule
    return best, rule
