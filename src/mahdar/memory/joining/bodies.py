"""Bodies and groups by the words that tell them apart: no article, preposition or own nationality."""

from functools import lru_cache
from typing import NamedTuple

from mahdar.packs.ar.folding import fold_letters
from mahdar.reading.lexicon import Body, lexicon
from mahdar.reading.phrases import scan_text
from mahdar.reading.phrases.words import OF_OFFICE_NAMES
from mahdar.reading.text import tokenise

LONGEST = 300  # characters of a name that are read


class _Named(NamedTuple):
    listed: str | None  # the name of the body in the pack's table
    words: tuple[str, ...]
    countries: tuple[str | None, ...]  # of each word that is a state or a nationality
    ministry: bool


@lru_cache(maxsize=20_000)
def _read(text: str) -> _Named:
    text = text[:LONGEST]
    lex = lexicon()
    tokens = tokenise(text)
    infos = [lex.look(word) for word in tokens.words]
    mentions = scan_text(tokens, infos, lex)
    entry = mentions[0].entry if mentions and mentions[0].first == 0 else None
    whole = isinstance(entry, Body) and mentions[0].last == len(tokens.words)
    states = {k: m.country for m in mentions if m.kind in ("country", "nisba") for k in range(m.first, m.last)}
    states |= {k: m.country for m in mentions if m.country_at for k in range(*m.country_at)}
    words, countries = [], []
    for k, (word, info) in enumerate(zip(tokens.words, infos, strict=True)):
        if info.preposition or info.function or not word[0].isalnum():
            continue
        word = (word[1:] if word.startswith("وال") else word).removeprefix("لل").removeprefix("ال")
        if len(word) > 1 and word not in OF_OFFICE_NAMES:
            words.append(word)
            countries.append(states.get(k))
    ministry = bool(words) and words[0] == fold_letters("وزارة")
    listed = entry.name if whole and isinstance(entry, Body) else None
    return _Named(listed, tuple(words), tuple(countries), ministry)


def words_of(name: str, country: str | None) -> tuple[str, ...]:
    """The words by which a body or group is the same in all articles; its country is told apart from them."""
    read = _read(name)
    if read.listed is not None:
        return tuple(fold_letters(read.listed).split())
    words = [w for w, state in zip(read.words, read.countries, strict=True) if state is None or state != country]
    return tuple(words[:2] if read.ministry else words) or read.words


def is_listed(name: str) -> bool:
    """Whether the pack's tables have a body by its whole name."""
    return _read(name).listed is not None


def is_vague(name: str) -> bool:
    """Whether a name is a noun alone, which in another article is another's: الوزارة, السفراء."""
    read = _read(name)
    return read.listed is None and len(read.words) < 2
