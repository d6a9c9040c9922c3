"""The articles that are read: recombined from the project's own, or from a file, cut or joined to one length.

`python bench/corpus.py OUT [--articles N] [--corpus FILE]` writes them as JSON Lines. It runs in a process of its own,
because making them looks words up and what is timed later has to meet them for the first time.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeVar

from variety import Filler, Piece, Stock, paragraphs_of

from mahdar.reading.recording import record_of
from mahdar.reading.stages import read_stages
from mahdar.record import Article
from mahdar.sources import InputError, read_paths

Card = TypeVar("Card")

LENGTH = 3_000
SEED = 20241210
HOME = Path(__file__).resolve().parent.parent
OWN = (HOME / "demo" / "articles", HOME / "tests" / "gold" / "dev")
MARK = "\n\n"  # between paragraphs


def recombined(number: int) -> Iterator[Article]:
    """Articles made of the project's own: a title, its first paragraph, then paragraphs of any; slots filled anew."""
    random = Random(SEED)
    stock = Stock()
    leads: list[tuple[Article, list[list[Piece]]]] = []
    rest: list[list[Piece]] = []
    for article in own():
        reading = read_stages(article)
        title, lead, *others = paragraphs_of(reading)
        leads.append((article, [title.pieces, lead.pieces]))
        record = record_of(reading)
        said = {span.start for event in record.events for span in event.triggers}
        said |= {statement.trigger.start for statement in record.statements}
        # Shuffling parts pronouns and offices from the people they mean. Without the paragraphs in which nothing was
        # read, there are still as many events and statements to a page as in the articles as they were written.
        rest.extend(p.pieces for p in (lead, *others) if any(p.start <= at < p.end for at in said))
    next_lead, next_paragraph = _deck(leads, random), _deck(rest, random)
    for n in range(1, number + 1):
        filler = Filler(stock, random)
        article, opening = next(next_lead)
        headline, text = (filler.fill(pieces) for pieces in opening)
        while len(headline) + len(text) < LENGTH:
            text += MARK + filler.fill(next(next_paragraph))
        yield _article(f"bench-{n}", headline, text, article.published)


def from_file(path: str, number: int) -> Iterator[Article]:
    """The articles of a file: long ones cut, short ones joined with those after them."""
    title, text, published, n = "", "", None, 0
    for found in read_paths([path]):
        if isinstance(found, InputError):
            print(found, file=sys.stderr)
            continue
        if not text:
            title, published = found.title or "", found.published
            text = found.text[len(title) :].strip() if title else found.text
        else:
            text += MARK + found.text
        if len(title) + len(text) >= LENGTH:
            n += 1
            yield _article(f"bench-{n}", title, text, published)
            text = ""
            if n == number:
                return


def own() -> Iterator[Article]:
    """The project's own articles, in a settled order."""
    for folder in OWN:
        for found in sorted(read_paths([str(folder)]), key=_name):
            if isinstance(found, Article):
                yield found


def load(path: str) -> Iterator[Article]:
    """The articles that this module wrote."""
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield Article(published_from="metadata" if fields["published"] else None, **fields)


def _name(found: Article | InputError) -> str:
    return found.id if isinstance(found, Article) else ""


def _deck(cards: list[Card], random: Random) -> Iterator[Card]:
    """All cards in a random order, then again in another."""
    while True:
        yield from random.sample(cards, len(cards))


def _article(id: str, title: str, text: str, published: str | None) -> Article:
    whole = f"{title}{MARK}{text}" if title else text
    if len(whole) > LENGTH:
        whole = whole[: whole.rfind(" ", 0, LENGTH)]
    return Article(id, whole, title=title or None, published=published)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the articles of the benchmark.")
    parser.add_argument("out")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--corpus")
    options = parser.parse_args()
    articles: Iterable[Article] = (
        from_file(options.corpus, options.articles) if options.corpus else recombined(options.articles)
    )
    with Path(options.out).open("w", encoding="utf-8") as out:
        for article in islice(articles, options.articles):
            fields = {"id": article.id, "title": article.title, "text": article.text, "published": article.published}
            out.write(json.dumps(fields, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
