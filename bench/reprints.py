"""How surely the same text is known again, and how seldom another is taken for it.

`python bench/reprints.py [--corpus FILE]` changes articles (the project's own, or those of a .jsonl file with title and
text) in the ways in which outlets change what they take over, and counts how many are known again, whichever of the
two comes first. docs/reprints.md says how to read the figures. It asserts nothing.
"""

import argparse
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from mahdar.packs import table
from mahdar.record import Article
from mahdar.reprints import SHORTEST, Reprints, sketch_of
from mahdar.sources import InputError, full_text, read_paths

HOME = Path(__file__).resolve().parent.parent
OWN = [HOME / "demo" / "articles", *(HOME / "tests" / "gold" / part for part in ("dev", "own", "unseen"))]
PARTS = re.compile(r"\n\s*\n|\n|(?<=[.!؟])\s+")
RESPECT = sorted({row["word"] for row in table("ar", "honorifics")["honorific"]}, key=len, reverse=True)
RESPECTFUL = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, RESPECT))})\s+")
SPELLING = str.maketrans("أإآىة", "اااي" + "ه")
FURNITURE = ["شارك هذا الخبر", "اقرأ أيضا", "تابعونا على جميع المنصات", "صورة أرشيفية"]

Change = Callable[[list[str], Random], list[str]]


def cut(first: int, last: int) -> Change:
    return lambda parts, _: parts[first : len(parts) - last] if len(parts) > first + last else parts


def half_new(parts: list[str], random: Random) -> list[str]:
    """The first half, and as much of something else."""
    return [*parts[: len(parts) // 2], *random.choice(OTHERS)[: len(parts) - len(parts) // 2]]


def grown(parts: list[str], random: Random) -> list[str]:
    """The whole, and a third more of something else."""
    return [*parts, *random.choice(OTHERS)[: max(1, len(parts) // 3)]]


CHANGES: dict[str, Change] = {
    "nothing": lambda parts, _: parts,
    "spelling of hamzas, ة and ى": lambda parts, _: [part.translate(SPELLING) for part in parts],
    "honorifics left out": lambda parts, _: [RESPECTFUL.sub("", part) for part in parts],
    "headline and caption before it": lambda parts, random: [random.choice(OTHERS)[0], FURNITURE[3], *parts],
    "furniture around it": lambda parts, _: [FURNITURE[0], *parts, *FURNITURE[1:3]],
    "first sentence cut": cut(1, 0),
    "last sentence cut": cut(0, 1),
    "first and last sentence cut": cut(1, 1),
    "a third added": grown,
    "half of it new": half_new,
}
OTHERS: list[list[str]] = []


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how surely reprints are known.")
    parser.add_argument("--corpus", metavar="FILE", help="real articles (.jsonl with title, text), not our own")
    options = parser.parse_args()
    articles = list(comparable([options.corpus] if options.corpus else OWN))
    OTHERS.extend(PARTS.split(body(article)) for article in articles)
    print(f"{len(articles):,} articles of {SHORTEST} words or more")
    with Reprints() as index:
        placed = [index.placed(article) for article in articles]
    reprints = [article for article in placed if article.reprint_of]
    firsts = [a for a, p in zip(articles, placed, strict=True) if not p.reprint_of]
    print(f"{len(reprints):,} among them are taken for reprints of others")
    print(f"\n{'change':<34} changed second  changed first   share")
    for name, change in CHANGES.items():
        random = Random(1)
        second = first = 0
        shares = []
        for article in firsts:
            changed = replace(
                article,
                id="changed",
                text=full_text(article.title, "\n".join(change(PARTS.split(body(article)), random))),
            )
            share = known(article, changed)
            second += share is not None
            first += known(changed, article) is not None
            shares.append(share or 0.0)
        print(
            f"{name:<34} {second / len(firsts):>13.1%} {first / len(firsts):>14.1%} {sum(shares) / len(shares):>7.2f}"
        )


def comparable(paths: list[Path] | list[str]) -> Iterator[Article]:
    for found in read_paths(paths):
        if not isinstance(found, InputError) and sketch_of(found) is not None:
            yield found


def body(article: Article) -> str:
    return article.text[len(article.title) :].strip() if article.title else article.text


def known(one: Article, other: Article) -> float | None:
    """The share of the other's text that is the one's, if it is taken for a reprint of it."""
    with Reprints() as index:
        index.placed(one)
        return index.placed(other).reprint_share


if __name__ == "__main__":
    main()
