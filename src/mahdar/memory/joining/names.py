"""Names of people compared across articles: their parts, their sound, and how well two of them agree.

What counts as one spelling stands in packs/ar/joining.toml. Arabic names are compared letter by letter after the
spelling rules, as one vowel makes another name (سالم, سليم); foreign ones by their consonants, as writers render the
rest as they hear it.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters, strip_marks
from mahdar.reading.latin.traditions import tradition_of

CLOSE = 75.0  # similarity, of 100, from which two foreign parts may be one name
MARKS = "\"'«»“”().,،؛:"
SHORT = 2  # consonants up to which a sound is too short to stand for the letters


class Agreement(NamedTuple):
    """How two names agree: full, spelling, given-and-father, shorter, close, surname, or "" if they are two names."""

    kind: str
    seen: str = ""


NONE = Agreement("")


class _Spelling(NamedTuple):
    sounds: dict[int, str]
    digraphs: tuple[tuple[str, str], ...]
    vowels: dict[int, None]
    links: frozenset[str]
    glued: dict[str, str]
    generations: frozenset[str]
    arab: frozenset[str]
    given: frozenset[str]
    descent: frozenset[str]


@cache
def _spelling() -> _Spelling:
    rules = table("ar", "joining")
    names = table("ar", "names")
    sounds = {}
    for line in rules["sounds"]:
        first, *others = line.split()
        sounds.update({ord(letter): first for letter in others})
    families = (word for word in names["family"] if word.startswith("ال"))
    arab = {
        part
        for word in (*names["given_male"], *names["given_female"], *families)
        for part in fold_letters(word).split()
    }
    return _Spelling(
        sounds,
        tuple((fold_letters(two), fold_letters(one)) for two, one in rules["digraphs"].items()),
        {ord(letter): None for letter in rules["vowels"].split()},
        frozenset(map(fold_letters, rules["links"])),
        {fold_letters(w): fold_letters(rules["glued_as"].get(w, w)) for w in rules["glued"]},
        frozenset(_bare(fold_letters(w)) for w in rules["generations"]),
        frozenset(map(_bare, arab | tradition_of(None).arab)),
        frozenset(_bare(fold_letters(word)) for word in names["given_male"]),
        frozenset(map(fold_letters, table("ar", "phrases")["descent"])),
    )


def _folded(word: str) -> str:
    """A word folded; what begins with a hamza (ألافا) is kept from looking like an article."""
    folded = fold_letters(word)
    return "ا" + folded if folded[:2] == "ال" and len(folded) > 2 and not word.startswith("ال") else folded


def _bare(part: str) -> str:
    """A part without the article, a hamza by itself and doubled weak letters: الحارثي, رءوف, داوود."""
    if part.startswith("اال"):
        return part[1:]
    if part.startswith("ال") and len(part) > 4:
        part = part[2:]
    return part.replace("ء", "").replace("وو", "و").replace("يي", "ي")


@lru_cache(maxsize=50_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name that tell it from others: folded, عبد and أبو written on to what follows, no بن, آل or ال."""
    rules = _spelling()
    written = strip_marks(name.replace("-", " ").replace("–", " ")).split()
    words = [w for word in written if any(map(str.isalnum, word)) for w in [_folded(word.strip(MARKS))]]
    out: list[str] = []
    joined = ""
    for number, word in enumerate(words):
        if word in rules.glued and number + 1 < len(words):
            joined += rules.glued[word]
        elif joined:
            out.append(joined + _bare(word))
            joined = ""
        elif word and word != "ال" and word not in rules.links:
            out.append(_unglued(_bare(word)))
    if joined:
        out.append(joined)
    return tuple(out) or tuple(words)


def _unglued(part: str) -> str:
    """عبدالله as عبد الله is taken: the article within it dropped; so too ابوالغيط."""
    for head, plain in _spelling().glued.items():
        rest = part.removeprefix(head)
        if rest != part and len(rest) > 3 and (rest.startswith("ال") or head != plain):
            return plain + _bare(rest)
    return part


@lru_cache(maxsize=50_000)
def sound_of(part: str) -> str:
    """The consonants of a part, one letter a sound, none twice in a row: the key under which spellings meet."""
    rules = _spelling()
    plain = part.translate(rules.sounds).translate(rules.vowels)
    for two, one in rules.digraphs:
        plain = plain.replace(two, one)
    if len(plain) > 1 and plain.endswith("ه"):
        plain = plain[:-1]
    out = "".join(letter for k, letter in enumerate(plain) if not k or letter != plain[k - 1])
    return out or part[:1]


def is_arab(part: str) -> bool:
    """Whether a part is one that Arabs bear: its vowels then tell it from others."""
    return part in _spelling().arab or part.startswith(("عبد", "ابو"))


def is_given(part: str) -> bool:
    """Whether a part is a given name of Arab men, as a father's or a grandfather's is too."""
    return part in _spelling().given


@lru_cache(maxsize=50_000)
def tells_father(name: str) -> bool:
    """Whether a name says whose son or daughter somebody is: محمد بن سلمان."""
    return not _spelling().descent.isdisjoint(fold_letters(name).split())


@lru_cache(maxsize=200_000)
def same_part(one: str, other: str) -> str:
    """How two parts agree: "equal", "spelling" (a foreign name written by ear), "close", or ""."""
    if one == other:
        return "equal"
    if is_arab(one) and is_arab(other):
        return ""
    sounds = sound_of(one), sound_of(other)
    plain = one.translate(_spelling().sounds), other.translate(_spelling().sounds)
    alike = abs(len(one) - len(other)) < 2 and plain[0][0] == plain[1][0]
    if sounds[0] == sounds[1] and (len(sounds[0]) > SHORT or alike):
        return "spelling"
    if min(len(one), len(other)) < 4:
        return ""
    from rapidfuzz import fuzz  # imported here: most names never come this far

    return "close" if fuzz.ratio(*plain) >= CLOSE or fuzz.ratio(*sounds) >= CLOSE else ""


@lru_cache(maxsize=200_000)
def agree(one: tuple[str, ...], other: tuple[str, ...]) -> Agreement:
    """How two names, as `parts_of` gives them, agree."""
    less, more = (one, other) if len(one) <= len(other) else (other, one)
    if not less:
        return NONE
    generations = _spelling().generations
    marks = {p for p in less if p in generations} ^ {p for p in more if p in generations}
    if marks:
        return NONE
    if len(less) == 1:
        if len(more) == 1:
            how = same_part(less[0], more[0])
            return Agreement({"equal": "full", "spelling": "spelling", "close": "close", "": ""}[how])
        return Agreement("surname", less[0]) if same_part(less[0], more[-1]) in ("equal", "spelling") else NONE
    matched = _aligned(less, more)
    if matched is None:
        return NONE
    ways = {how for _, how in matched}
    if "close" in ways:
        return Agreement("close", " ".join(more))
    at = [where for where, _ in matched]
    if len(less) == len(more):
        return Agreement("spelling" if "spelling" in ways else "full", " ".join(more))
    if at[-1] == len(more) - 1:
        return Agreement("shorter", " ".join(more))
    return Agreement("given-and-father", " ".join(more)) if at == list(range(len(less))) else NONE


def _aligned(less: tuple[str, ...], more: tuple[str, ...]) -> list[tuple[int, str]] | None:
    """Where each part of the shorter name stands in the longer, the given name first, and how they agree."""
    how = same_part(less[0], more[0])
    if not how:
        return None
    out = [(0, how)]
    at = 1
    for part in less[1:]:
        while at < len(more) and not (how := same_part(part, more[at])):
            at += 1
        if at == len(more):
            return None
        out.append((at, how))
        at += 1
    # a family's name given by both has to be the same: أحمد ناصر المحمد, أحمد ناصر الصباح
    return out
