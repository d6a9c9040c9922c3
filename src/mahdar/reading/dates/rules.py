"""The rules of the grammar, by the words that an expression may begin with.

A rule is a function of the tokens, the place where its expression would begin, and the word that leads up to it.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.words import TimeWords, at, figure, stems, time_words

Rule = Callable[[list[str], int, str], DateExpression | None]
Openers = Callable[[TimeWords], Iterable[str]]

FIGURES: Final = "0"  # stands for any number in figures

_RULES: Final[list[tuple[Openers, Rule]]] = []


def begins(openers: Openers) -> Callable[[Rule], Rule]:
    """Registers a rule under the first words of the phrases that `openers` takes from the table."""

    def register(rule: Rule) -> Rule:
        _RULES.append((openers, rule))
        return rule

    return register


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """First word -> the rules to try."""
    found: dict[str, dict[Rule, None]] = {}
    for openers, rule in _RULES:
        for phrase in openers(time_words()):
            found.setdefault(phrase.split()[0], {})[rule] = None
    return {word: tuple(known) for word, known in found.items()}


def opens(word: str) -> bool:
    """Whether a rule may begin with this word, as it stands."""
    return word[0].isdecimal() or word in rules() or figure(word) is not None


def single(w: list[str], j: int, before: str) -> DateExpression | None:
    """The longest expression at j that is no interval of two; `before` is the word that leads up to it."""
    if j >= len(w):
        return None
    word = w[j]
    best: DateExpression | None = None
    for rule in rules().get(FIGURES if word[:1].isdecimal() or figure(word) is not None else word, ()):
        found = rule(w, j, before)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def prefixed(w: list[str], j: int, before: str) -> DateExpression | None:
    """As `single`, where the word at j may carry a conjunction or a preposition: لعام 2024، والأربعاء."""
    for stem in stems(at(w, j)):
        found = single(w if stem == at(w, j) else [*w[:j], stem, *w[j + 1 :]], j, before)
        if found is not None:
            return found
    return None
