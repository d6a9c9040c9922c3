"""On which issues a statement is, by which formula, and where it stands towards them (packs/ar/issues.toml).

A mark of an issue in the content puts the statement on it. The stance is that of the act, turned by the words right
before the mark: to call for an end of settlements is to be against them.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from mahdar.packs import table
from mahdar.reading.grammar import THAT
from mahdar.reading.lexicon import Word
from mahdar.reading.mentions import COMMAS
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold

SHORT: Final = 2  # letters of a word from which nothing is taken off
BEFORE: Final = 8  # tokens before a mark in which a word shows the stance
CLOSE: Final = 4  # and those in which one turns it

Extent = tuple[int, int]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    id: str
    sides: bool


@dataclass(frozen=True, slots=True)
class Issues:
    """The table, ready for look-up: phrases by their first word, without the article."""

    marks: dict[str, list[tuple[Phrase, Issue]]]
    formulas: dict[str, list[tuple[Phrase, Issue]]]
    for_cues: frozenset[str]
    against_cues: frozenset[str]
    turns: frozenset[str]
    acts: dict[str, int]  # act -> +1 if it is for what it speaks of, -1 if against


@dataclass(slots=True, eq=False)
class Held:
    """A position in the making, in tokens."""

    issue: str
    mark: Extent
    formula: Extent | None = None
    stance: str = "neither"
    evidence: list[Extent] = field(default_factory=list)


class IssuesError(ValueError):
    """Why a file of issues cannot be used, in one line."""


@cache
def issues(file: Path | None = None) -> Issues:
    """The table of issues, with those of a file of the user's own; raises IssuesError for what is none."""
    data = table("ar", "issues")
    rows = [*data["issue"], *(_own(file) if file else ())]
    known = [(Issue(row["id"], row.get("sides", True)), row) for row in rows]
    cues = data["cues"]
    acts = dict.fromkeys(cues["for_acts"], 1) | dict.fromkeys(cues["against_acts"], -1)
    return Issues(
        _by_first_word((phrase, issue) for issue, row in known for phrase in row["marks"]),
        _by_first_word((phrase, issue) for issue, row in known for phrase in row.get("formulas", ())),
        frozenset(_bare(w) for w in cues["for"]),
        frozenset(_bare(w) for w in cues["against"]),
        frozenset(_bare(w) for w in cues["turns"]),
        acts,
    )


def _own(file: Path) -> list[dict[str, Any]]:
    """The rows of a user's file: each with an id and marks, of the form of the pack's."""
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8")).get("issue", [])
    except (OSError, ValueError) as error:
        raise IssuesError(f"{file}: {error}") from None
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
            raise IssuesError(f"{file}: issue {number} has no id")
        for key in ("marks", "formulas"):
            phrases = row.get(key, [])
            if not isinstance(phrases, list) or not all(isinstance(p, str) and p.split() for p in phrases):
                raise IssuesError(f"{file}: {key} of {row['id']}: a list of phrases expected")
        if not row.get("marks"):
            raise IssuesError(f"{file}: {row['id']} has no marks")
        if set(row) - {"id", "ar", "en", "marks", "formulas", "sides", "examples"}:
            raise IssuesError(f"{file}: {row['id']}: unknown key among {', '.join(sorted(row))}")
    return list(rows)


def _by_first_word(phrases: Iterable[tuple[str, Issue]]) -> dict[str, list[tuple[Phrase, Issue]]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[Phrase, Issue]]] = {}
    for phrase, issue in phrases:
        words = tuple(_bare(w) for w in phrase.split())
        found.setdefault(words[0], []).append((words, issue))
    for bucket in found.values():
        bucket.sort(key=lambda entry: -len(entry[0]))
    return found


def _bare(word: str) -> str:
    return fold(word).removeprefix("ال")


def readings(info: Word) -> tuple[str, ...]:
    """A word without article, with and without what is written on to it."""
    if not info.readings:
        info.readings = tuple(_readings(info.text))
    return info.readings


def _readings(text: str) -> Iterator[str]:
    for word in (text, text[1:]) if text[0] in "وف" and len(text) > SHORT else (text,):
        yield word.removeprefix("ال")
        if word.startswith("لل"):
            yield word[2:]
        if word[0] in "بلك" and len(word) > SHORT:
            yield word[1:].removeprefix("ال")


def positions_of(scene: Scene, known: Issues, act: str, trigger: int, content: Extent) -> list[Held]:
    """What a statement holds of each known issue that its content is on, in the order of the text."""
    first, last = content
    held: dict[str, Held] = {}
    k = first
    while k < last:
        hit = _phrase_at(scene, known.marks, k, last)
        if hit is None:
            k += 1
            continue
        end, issue = hit
        if issue.id not in held:
            held[issue.id] = one = Held(issue.id, (k, end))
            if issue.sides:
                one.stance, one.evidence = stance(scene, known, act, trigger, first, k)
        k = end
    if held:
        k, only = first, set(held)
        while k < last:
            hit = _phrase_at(scene, known.formulas, k, last, only)
            if hit is not None and held[hit[1].id].formula is None:
                held[hit[1].id].formula = k, hit[0]
                k = hit[0]
                continue
            k += 1
    return list(held.values())


def _phrase_at(
    scene: Scene, table: dict[str, list[tuple[Phrase, Issue]]], k: int, last: int, only: set[str] | None = None
) -> tuple[int, Issue] | None:
    """The longest phrase of a table that begins at a token: its end, and whose it is."""
    infos = scene.infos
    for reading in readings(infos[k]):
        for phrase, issue in table.get(reading, ()):
            end = k + len(phrase)
            if end <= last and (only is None or issue.id in only):
                if all(w in readings(infos[k + n]) for n, w in enumerate(phrase[1:], 1)):
                    return end, issue
    return None


def stance(scene: Scene, known: Issues, act: str, trigger: int, first: int, mark: int) -> tuple[str, list[Extent]]:
    """Where a statement stands towards what is marked at a token, and the words that show it."""
    words = scene.tokens.words
    sign = 0 if words[first - 1] in THAT else known.acts.get(act, 0)
    evidence = [(trigger, trigger + 1)] if sign else []
    start = next((k + 1 for k in range(mark - 1, first, -1) if words[k] in COMMAS), first)
    for k in range(max(start, mark - BEFORE), mark):
        read = readings(scene.infos[k])
        turn = -1 if not known.against_cues.isdisjoint(read) else 0
        turn = turn if known.for_cues.isdisjoint(read) else 1
        if not turn and sign and k >= mark - CLOSE and not known.turns.isdisjoint(read):
            turn = -1
        if turn:
            sign = (sign or 1) * turn
            evidence.append((k, k + 1))
    return ("for" if sign > 0 else "against" if sign < 0 else "neither"), evidence
