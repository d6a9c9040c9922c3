"""Names found again: the surname alone, or another spelling, wherever a name was read elsewhere in the article."""

from functools import lru_cache
from typing import Final

from mahdar.reading.lexicon import Country, Lexicon
from mahdar.reading.mentions import Mention, name_parts
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.somebody import named_after_somebody, of_somebody
from mahdar.reading.phrases.words import BEFORE_SOMEBODY, COMPOUNDING, REGNAL

COMPARED: Final = 40  # names of one beginning that a word is compared with: keeps long texts linear
NO_NOUN: Final = ("conjunctions", "particles", "relatives", "prepositions")  # words of grammar with no adjective
OF_OTHER_GENDER: Final = ("ه", "ات")  # the ends of nouns that an adjective in the masculine cannot go with
LONG: Final = 4  # letters beyond which a word may be another spelling of a name

Tails = dict[str, list[tuple[str, ...]]]
"""First part -> the ends of names that begin with it, the longest first."""


def find_again(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those added that are ends of names (the surname alone) where none stands yet."""
    words, infos = line.words, line.infos
    tails = _tails(line, mentions)
    if not tails:
        return mentions
    alike = _alike(tails)
    taken = bytearray(len(words))
    for mention in mentions:
        for k in range(mention.first, mention.last):
            taken[k] = 1
    extra: list[Mention] = []
    for i, word in enumerate(words):
        if taken[i]:
            continue
        info = infos[i]
        unknown = info.unknown and len(word) > LONG
        if not unknown and not info.stripped and word not in tails:
            continue
        for conj, prep, base in info.plain:
            bucket = tails.get(base)
            if not bucket and not unknown:
                continue
            matched = _matching(words, taken, i, bucket) if bucket else None
            if matched is None and unknown and not conj and not prep:
                matched = _respelt(words, i, tails, alike)
            if matched is None:
                continue
            if len(matched) == 1 and (info.function or info.ordinary or info.nisbas):
                if conj or prep or not _free(line, i):
                    break
            if named_after_somebody(line, i):
                break
            if len(matched) == 1 and i + 1 < len(words) and infos[i + 1].name and not infos[i + 1].ordinary:
                break  # another one of that name
            last = i + len(matched)
            if len(matched) == 1 and last < len(words) and infos[last].strange and not taken[last]:
                if _respelt(words, last, tails, alike):
                    last += 1  # إنجريد هالفورسن and انجريد هالفورسين
                elif base in line.lex.arab_names and words[last][0] != "و":
                    break  # عبدالعزيز فلاتة
            extra.append(Mention("person", i, last, conj, prep, name=(i, last), surname=True))
            for k in range(i, last):
                taken[k] = 1
            break
    return sorted([*mentions, *extra], key=lambda m: m.first) if extra else mentions


def _free(line: Line, i: int) -> bool:
    """Whether the word at i stands where it can be a name and hardly else.

    An adjective (صالح) after a verb, a conjunction, a preposition, a mark; a noun (الخطيب) or whatever has the article
    (الشرقي) only after a verb of saying or of an event. Either where a name is somebody's (تصريحات الخطيب).
    """
    if i == 0:
        return True
    before, after = line.infos[i - 1], line.infos[i + 1] if i + 1 < len(line.infos) else None
    if after is not None and after.det and after.ordinary and not after.name:
        return False  # كبير المفاوضين
    info = line.infos[i]
    if info.det or (info.ordinary in ("noun", "masdar") and not info.derived):
        if of_somebody(before) or (before.text in BEFORE_SOMEBODY and not before.preposition):
            return True
        return any(not sense.verb.plain for sense in before.verbs)
    if before.function:
        return before.function in NO_NOUN
    if not before.arabic or before.preposition or (before.text.endswith(OF_OTHER_GENDER) and of_somebody(before)):
        return True
    return bool(before.verbs and not before.bare) or any(not sense.verb.plain for sense in before.verbs)


def _tails(line: Line, mentions: list[Mention]) -> Tails:
    tails: Tails = {}
    for mention in mentions:
        if mention.kind != "person" or mention.name is None:
            continue
        parts = name_parts(line.words, mention)
        for start in range(len(parts)):
            # بن، عبد، أبو belong to what follows: no surname begins after them
            if start and (parts[start - 1] in COMPOUNDING or parts[start] in REGNAL):
                continue
            _add(tails, line.lex, parts[start:], start)
        if len(parts) > 1:
            _add(tails, line.lex, parts[:1], 0)  # فانغ يوي تشن is فانغ
    for bucket in tails.values():
        bucket.sort(key=len, reverse=True)
    return tails


def _add(tails: Tails, lex: Lexicon, tail: tuple[str, ...], start: int) -> None:
    if _distinct(lex, tail, start):
        bucket = tails.setdefault(tail[0], [])
        if tail not in bucket:
            bucket.append(tail)


def _matching(words: list[str], taken: bytearray, i: int, tails: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The longest end of a name that stands at i."""
    for tail in tails:
        if tuple(words[i + 1 : i + len(tail)]) == tail[1:] and not any(taken[i : i + len(tail)]):
            return tail
    return None


def _alike(tails: Tails) -> dict[str, list[str]]:
    """First parts of names by what another spelling shares with them: the first letter, or the two after it."""
    alike: dict[str, list[str]] = {}
    for part in tails:
        if len(part) > LONG:
            for key in (part[0], part[1:3]):
                bucket = alike.setdefault(key, [])
                if len(bucket) < COMPARED:
                    bucket.append(part)
    return alike


def _respelt(words: list[str], i: int, tails: Tails, alike: dict[str, list[str]]) -> tuple[str, ...] | None:
    """Another spelling of a foreign name at i: هالفورسين for هالفورسن."""
    word = words[i]
    parts = (*alike.get(word[0], ()), *alike.get(word[1:3], ()))
    other = next((part for part in parts if close_spelling(word, part)), None)
    if other is None:
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    if any(len(tail) > 1 and close_spelling(following, tail[1]) for tail in tails[other]):
        return word, following
    return (word,)


def _distinct(lex: Lexicon, tail: tuple[str, ...], start: int) -> bool:
    """Whether the end of a name says by itself who is meant."""
    if len(tail) > 1:
        return True
    word = tail[0]
    if start == 0 and word in lex.ambiguous_names:
        return False
    # الجديد, العربي, كوريا: a surname once, and everywhere else the word that it is
    info = lex.look(word)
    if len(word) < 3 or any(isinstance(s.entry, Country) for s in info.places) or (info.places and not info.name):
        return False
    if info.verbs and not info.ordinary:
        return False
    if info.ordinary == "function" and (info.function != "particles" or word not in lex.names):
        return False
    if start and (word in lex.names or (info.name == "family" and info.det)):
        return True  # and see at each place whether it can be one there
    return not (info.ordinary or info.function)


def close_spelling(one: str, other: str) -> bool:
    """Two spellings of one foreign name: one letter in four may differ."""
    if one == other:
        return True
    if len(one) < 5 or len(other) < 5 or (one[0] != other[0] and one[1:3] != other[1:3]):
        return False
    return _close(one, other)


@lru_cache(maxsize=20_000)
def _close(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # imported here: many articles have no two such names

    limit = max(1, min(len(one), len(other)) // 4)
    return DamerauLevenshtein.distance(one, other, score_cutoff=limit) <= limit
