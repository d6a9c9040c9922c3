"""The same text again: near copies of an article's body, across files and, with a file to keep them in, across runs.

The first article with a text is remembered by a MinHash sketch of its runs of words and by the set of its words; no
text is kept. A later article is a reprint of it if most of its own text stands in it, and if one of the two has hardly
a word that the other lacks: two cables of congratulation share their sentences, but each has a name of its own.
"""

import operator
import re
import sqlite3
import struct
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final
from zlib import crc32

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.record import Article

# docs/reprints.md says how these were found.
RUN: Final = 3  # words that are compared together
SHORTEST: Final = 20  # words of a body that is compared
SHARE: Final = 0.5  # of an article's text that a reprint has from the first
NEW_WORDS: Final = 0.1  # words of its own that one of the two may have,
NAMES: Final = 3  # less so many: the words that differ between two cables of one form
BANDS: Final = 32
ROWS: Final = 3  # numbers of a sketch in a band: texts that share one band are compared
BITS: Final = 2048  # of the set of words
IN_A_BAND: Final = 64  # texts of a band that are looked at: enough, as the first of a thousand alike is what is wanted
CANDIDATES: Final = 8  # texts with which an article is compared at most

_LAYOUT: Final = 1  # of the file; another one cannot be read
_WORD = re.compile(r"[^\W_]+")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (layout INTEGER, probe BLOB);
CREATE TABLE IF NOT EXISTS text (
    n INTEGER PRIMARY KEY, id TEXT, source TEXT, url TEXT, runs INTEGER, words INTEGER, sketch BLOB, bits BLOB
);
CREATE TABLE IF NOT EXISTS band (key INTEGER, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
"""


class ReprintsError(Exception):
    """Why a file cannot serve as an index, in one line."""


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What is remembered of a text."""

    runs: int  # different runs of words
    words: list[int]  # different words, each the number of its bit
    sketch: bytes
    bands: tuple[int, ...]


class Reprints:
    """The index of first texts: in a file if one is given, else for this run. A context manager."""

    def __init__(self, file: Path | None = None) -> None:
        """Raises ReprintsError for a file that is no such index or cannot be used."""
        self._name = str(file) if file is not None else ""
        try:
            # A database without a name is one that SQLite keeps on the disk where it grows large, and drops at the end.
            self._base = sqlite3.connect(self._name, timeout=60, isolation_level=None)
        except sqlite3.Error as error:
            raise ReprintsError(f"{self._name}: {error}") from None
        try:
            self._prepare()
        except BaseException as error:
            self._base.close()
            if isinstance(error, sqlite3.Error):
                raise ReprintsError(f"{self._name}: no index of reprints: {error}") from None
            raise

    def _prepare(self) -> None:
        tables = {name for (name,) in self._base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and "made" not in tables:
            raise ReprintsError(f"{self._name}: no index of reprints: a database of something else")
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.executescript(_SCHEMA)
        probe = _sketched(["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة"], 0)
        assert probe is not None
        made = self._base.execute("SELECT layout, probe FROM made").fetchone()
        if made is None:
            self._base.execute("INSERT INTO made VALUES (?, ?)", (_LAYOUT, probe.sketch))
        elif made != (_LAYOUT, probe.sketch):
            raise ReprintsError(f"{self._name}: made by another version of Mahdar: give another file")

    def __enter__(self) -> "Reprints":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def placed(self, article: Article) -> Article:
        """The article with the group of its text and, if it is a reprint, the first one's id and how much it shares.

        A text seen for the first time is remembered; the same article read again is no reprint of itself. Raises
        ReprintsError if the file cannot be used any more.
        """
        sketch = sketch_of(article)
        if sketch is None:
            return article
        try:
            found = self._closest(sketch)
            if found is None:
                return replace(article, reprint_group=_group(self._remember(article, sketch)))
        except sqlite3.Error as error:
            raise ReprintsError(f"{self._name}: {error}") from None
        (first, source, url, kept), share = found
        if (first, source, url) == (article.id, article.source, article.url):
            return replace(article, reprint_group=_group(kept))
        return replace(article, reprint_of=first, reprint_group=_group(kept), reprint_share=round(share, 2))

    def _closest(self, new: _Sketch) -> "tuple[tuple[str, str | None, str | None, bytes], float] | None":
        """The first article whose text this is, and the share of this one's text that stands in it."""
        shared: Counter[int] = Counter()
        for key in new.bands:
            found = self._base.execute(f"SELECT n FROM band WHERE key = ? LIMIT {IN_A_BAND}", (key,))
            shared.update(n for (n,) in found)
        nearest = [n for n, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:CANDIDATES]]
        rows = self._base.execute(
            f"""SELECT id, source, url, runs, words, sketch, bits FROM text
                WHERE n IN ({", ".join("?" * len(nearest))}) ORDER BY n""",
            nearest,
        )
        best = None
        for first, source, url, runs, words, sketch, bits in rows:
            alike = _alike(new.sketch, sketch)
            common = alike * (new.runs + runs) / (1 + alike)
            share = min(1.0, common / new.runs)
            if share >= SHARE and _same_words(new.words, words, bits) and (best is None or share > best[1]):
                best = (first, source, url, sketch), share
        return best

    def _remember(self, article: Article, sketch: _Sketch) -> bytes:
        self._base.execute("BEGIN IMMEDIATE")
        n = self._base.execute(
            "INSERT INTO text (id, source, url, runs, words, sketch, bits) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                article.id, article.source, article.url, sketch.runs, len(sketch.words), sketch.sketch,
                _bits(sketch.words),
            ),
        ).lastrowid  # fmt: skip
        self._base.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", ((key, n) for key in sketch.bands))
        self._base.execute("COMMIT")
        return sketch.sketch


def sketch_of(article: Article) -> _Sketch | None:
    """What is compared of an article: most of the body's words, folded. None if it is too short."""
    body = article.text[len(article.title) :] if article.title else article.text
    passed_over = _passed_over()
    return _sketched([word for word in _WORD.findall(fold_letters(body)) if word not in passed_over], SHORTEST)


def _sketched(words: list[str], shortest: int) -> _Sketch | None:
    from rensa import RMinHash  # type: ignore[import-untyped]  # imported here: only who asks for reprints needs it

    if len(words) < max(shortest, RUN):
        return None
    runs = {" ".join(run) for run in zip(*(words[n:] for n in range(RUN)), strict=False)}
    made = RMinHash(num_perm=BANDS * ROWS, seed=1)
    made.update(runs)
    digest = made.digest()
    # Two bytes of each number are enough to compare, and those of a band, with its own number, to find it.
    sketch = struct.pack(f"<{len(digest)}H", *[number & 0xFFFF for number in digest])
    bands = tuple(
        band << 8 * 2 * ROWS | int.from_bytes(sketch[2 * ROWS * band : 2 * ROWS * (band + 1)], "little")
        for band in range(BANDS)
    )
    return _Sketch(len(runs), [crc32(word.encode()) % BITS for word in set(words)], sketch, bands)


def _alike(one: bytes, other: bytes) -> float:
    """The part of all runs of two texts that both have, as their sketches tell it."""
    equal: int = sum(map(operator.eq, memoryview(one).cast("H"), memoryview(other).cast("H")))
    return equal / (BANDS * ROWS)


def _bits(words: list[int]) -> bytes:
    """The set of some words."""
    bits = bytearray(BITS // 8)
    for bit in words:
        bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def _same_words(new: list[int], number: int, bits: bytes) -> bool:
    """Whether one of two texts has hardly a word that the other lacks. Of one the words are known, of the other their
    number and their set."""
    filled = int.from_bytes(bits, "big").bit_count() / BITS
    missing = sum([not bits[bit >> 3] & 1 << (bit & 7) for bit in new])
    own = min(len(new), missing / (1 - filled)) if filled < 1 else 0.0  # a bit may be set by another word
    own_of_first = number - (len(new) - own)
    return own <= _allowed(len(new)) or own_of_first <= _allowed(number)


def _allowed(words: int) -> float:
    """How many of its words a text may have alone; a short one hardly any, as a name may be all that differs."""
    return max(1.0, NEW_WORDS * words - NAMES)


def _group(sketch: bytes) -> str:
    """The name of a text, the same in every run."""
    return blake2b(sketch, digest_size=8).hexdigest()


@cache
def _passed_over() -> frozenset[str]:
    """The words that come and go from copy to copy: those of respect, and those that credit an agency."""
    outlets = table("ar", "outlets")
    phrases = [row["word"] for row in table("ar", "honorifics")["honorific"]]
    phrases += [*outlets["labels"], *outlets["unnamed"]]
    phrases += [code for row in outlets["outlet"] for code in row.get("codes", ())]
    return frozenset(word for phrase in phrases for word in fold_letters(phrase).split())
