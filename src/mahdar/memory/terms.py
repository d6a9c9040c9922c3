"""What a person types into a search → the terms to be found: words, "phrases", and -words to leave out.

Both kinds of quotation marks hold a phrase: "…", «…», “…”. Words are looked for in all their forms (`words.py`).
"""

import re
from dataclasses import dataclass

from mahdar.memory.words import stems


class SearchError(ValueError):
    """Why nothing can be searched for, in one line."""


@dataclass(frozen=True, slots=True)
class Term:
    """Stems that stand one after the other; a single one is a word."""

    stems: tuple[str, ...]
    without: bool = False
    """Whether it must not be there."""


_TYPED = re.compile(r"(?P<no>(?<!\S)[-−])?(?:\"(?P<a>[^\"]*)\"|«(?P<b>[^»]*)»|“(?P<c>[^”]*)”|(?P<word>[^\s\"«“]+))")


def terms_of(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed, each once. Raises SearchError if nothing in it can be found."""
    found: dict[Term, None] = {}
    for match in _TYPED.finditer(typed):
        text = next(group for group in match.group("a", "b", "c", "word") if group is not None)
        if words := tuple(stems(text).split()):
            found[Term(words, match["no"] is not None)] = None
    if typed.strip() and not found:
        raise SearchError(f"no word in what is searched for: {typed!r:.60}")
    if found and all(term.without for term in found):
        raise SearchError("only words to leave out: at least one has to be there")
    return tuple(found)


def for_fts5(terms: tuple[Term, ...]) -> str:
    """The terms as SQLite's FTS5 takes them. Stems hold letters and digits only, so that nothing has to be escaped."""
    there = [f'"{" ".join(term.stems)}"' for term in terms if not term.without]
    gone = [f'"{" ".join(term.stems)}"' for term in terms if term.without]
    query = " AND ".join(there)
    return f"({query}) NOT ({' OR '.join(gone)})" if gone else query


def for_postgresql(terms: tuple[Term, ...]) -> str:
    """The terms as PostgreSQL's to_tsquery takes them."""
    phrases = ["(" + " <-> ".join(f"'{stem}'" for stem in term.stems) + ")" for term in terms]
    return " & ".join(("!" if term.without else "") + phrase for term, phrase in zip(terms, phrases, strict=True))
