"""What is timed: the full reading, the bare scan of the lexicon, spaCy's tokenizer; and how the reading grows.

Times are processor time of this process, which other processes on the machine disturb least; the three take turns on
small blocks of articles, so that what disturbs one disturbs all, and medians over the blocks are reported.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from mahdar.reading import reader
from mahdar.reading.lexicon import Lexicon
from mahdar.reading.reader import read_article
from mahdar.reading.stages import read_stages
from mahdar.reading.text import fold
from mahdar.record import Article

BLOCKS = 25
ROUNDS = 5
STARTS = 5

Work = Callable[[Article], object]
Times = list[list[float]]
"""Seconds an article: by round, by block."""

FORMS = (
    "verb_forms", "nouns", "stances", "anaphors", "offices", "nisbas", "places", "bodies", "short_bodies",
    "body_heads", "group_heads", "honorifics", "names", "ordinary", "functions", "qualifiers", "deputies",
    "counterparts", "portfolios", "stand_ins",
)  # fmt: skip
"""The lexicon's tables whose keys are words of a text."""


def forms_of(lexicon: Lexicon) -> list[str]:
    """Every surface form of the lexicon, folded: its words, and its names and phrases of several words."""
    forms: set[str] = set()
    for name in FORMS:
        forms.update(getattr(lexicon, name))
    for first, multis in lexicon.multis.items():
        forms.update(" ".join((first, *multi.rest)) for multi in multis)
    for phrases in lexicon.portfolio_phrases.values():
        forms.update(" ".join(phrase) for phrase in phrases)
    forms.discard("")
    return sorted(forms)


@dataclass(slots=True)
class Reader:
    """The full reading, from article to checked record. A fault in one is counted and does not end the benchmark."""

    faults: dict[str, str] = field(default_factory=dict)

    def __call__(self, article: Article) -> object:
        try:
            return read_article(article)
        except Exception as fault:
            self.faults[article.id] = f"{type(fault).__name__}: {fault}"
            return None


def scanner(forms: Sequence[str]) -> Work:
    """Folding, and one pass of the automaton over the folded text."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
    find = automaton.find_matches_as_indexes
    return lambda article: find(fold(article.text))


def tokenizer() -> Work:
    """spaCy's blank Arabic tokenizer."""
    import spacy

    tokenize = spacy.blank("ar").tokenizer
    return lambda article: tokenize(article.text)


def compiled() -> bool:
    """Whether the reading that is measured is compiled."""
    return not str(reader.__file__).endswith(".py")


def start_up(corpus: Path) -> float:
    """Seconds from the command to its exit, for the first article of a corpus."""
    one = corpus.with_name("one.jsonl")
    with corpus.open(encoding="utf-8") as lines:
        one.write_text(next(lines, ""), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("mahdar")), "read", str(one)]
    taken = []
    for _ in range(STARTS):
        start = perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        taken.append(perf_counter() - start)
    return median(taken)


def take_turns(works: Sequence[Work], articles: Sequence[Article], rounds: int = ROUNDS) -> list[Times]:
    """The times of each work. Round 1 meets every article for the first time, the others meet it again."""
    size = max(1, len(articles) // BLOCKS)
    blocks = [articles[at : at + size] for at in range(0, len(articles) - size + 1, size)]
    out: list[Times] = [[] for _ in works]
    for turn in range(rounds):
        for times in out:
            times.append([])
        for number, block in enumerate(blocks):
            for k in range(len(works)):
                which = (number + turn + k) % len(works)  # nobody always goes first
                out[which][turn].append(_time(works[which], block) / len(block))
    return out


def first(times: Times) -> list[float]:
    """Seconds an article, by block, when the articles are new."""
    return times[0]


def again(times: Times) -> list[float]:
    """Seconds an article, by block, when the articles were seen before."""
    return [median(column) for column in zip(*times[1:], strict=True)]


def ratios(reading: list[float], scanning: list[float], tokenizing: list[float]) -> tuple[float, float]:
    """The reading's speed / the tokenizer's, and the reading's time / the scan's, by times block by block."""
    to_tokenizer = median(y / x for x, y in zip(reading, tokenizing, strict=True))
    return to_tokenizer, median(x / y for x, y in zip(reading, scanning, strict=True))


def whole(articles: Iterable[Article]) -> list[Article]:
    """Those read to their end. After "read also" nothing is read, and an article that ends so would hide the rest."""
    out = []
    for article in articles:
        with suppress(Exception):  # counted elsewhere
            reading = read_stages(article)
            if reading.sentences and reading.sentences[-1] == reading.scene.tokens.sentences[-1]:
                out.append(article)
    return out


def growth(work: Work, articles: Sequence[Article], length: int, samples: int) -> list[float]:
    """For each sample: the time of ten articles' texts in one, divided by the time of the ten by themselves.

    The articles are to be `whole` ones; `length` is how many of them make the shorter text. All words have been met
    before: what is measured is how the stages grow with a text's length and with the people and countries it names.
    """
    out = []
    for sample in range(samples):
        at = sample * length * 10 % max(1, len(articles) - length * 10 + 1)
        parts = [_joined(articles[at + k * length : at + (k + 1) * length]) for k in range(10)]
        whole = _joined(articles[at : at + 10 * length])
        short, long = [], []
        _time(work, parts)
        for _ in range(3):
            short.append(_time(work, parts))
            long.append(_time(work, [whole]))
        out.append(median(long) / median(short))
    return out


def _joined(articles: Sequence[Article]) -> Article:
    one = articles[0]
    text = "\n\n".join(article.text for article in articles)
    return Article(one.id, text, title=one.title, published=one.published, published_from=one.published_from)


def _time(work: Work, articles: Iterable[Article]) -> float:
    start = process_time()
    for article in articles:
        work(article)
    return process_time() - start
