"""The glyphs of a printed page -> its lines as text, in the order of reading.

A PDF holds glyphs with places; the order in which it names them says little, and what libraries make of Arabic lines is
often wrong (brackets, numbers at the end of a line, لا). A line is therefore put together from the places: from right
to left where it is Arabic, its numbers and Latin words from left to right.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from mahdar.sources.decode import ARABIC_LETTER

SAME_LINE = 0.55
"""How far two glyphs of a line may stand above each other, in their size."""
COLUMN = 1.5
"""How wide a gap in a line is the border of a column, in the size of its glyphs."""
SPACE = 0.18
"""How wide a gap is a space, in the size of the glyphs."""
ONE_POINT = 0.08
"""How far apart two glyphs are drawn that lie on each other, in their size."""
OPEN_LINES = 6
"""Among how many of the last lines a glyph looks for its own."""

_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏ]")
_NOT_ARABIC = r"[^\n\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_NUMBER = "[0-9٠-٩۰-۹](?:[.,:/٫٬]?[0-9٠-٩۰-۹])*"
_NUMBERS = re.compile(_NUMBER)
# what is read from left to right, as it stands in a line that was put together from right to left: Latin words with
# the numbers among them, or a number (after Arabic, neither a hyphen nor a sign belongs to it)
_RUNS = re.compile(rf"[%$€£]?[0-9A-Za-zÀ-ɏ](?:{_NOT_ARABIC}*[0-9A-Za-zÀ-ɏ][%$€£]?)?|{_NUMBER}")
_OPENING, _CLOSING = "([{«‹", ")]}»›"
_OTHER = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_ALEF_LAM = re.compile("[اأإآ]ل")
_STRETCH = "ـ"


@dataclass(slots=True)
class Glyph:
    """One glyph: the characters it stands for, its sides, the point it is drawn from and its size, in points."""

    text: str
    left: float
    right: float
    x: float
    y: float
    size: float

    @property
    def is_mark(self) -> bool:
        """Whether it is a vowel sign or the like, which stands over another glyph."""
        return unicodedata.combining(self.text[0]) != 0 and all(map(unicodedata.combining, self.text))


@dataclass(slots=True)
class Line:
    """A line of glyphs: foot and size of its first, and how far it reaches."""

    y: float
    size: float
    left: float
    right: float
    glyphs: list[Glyph] = field(default_factory=list)

    def add(self, glyph: Glyph) -> None:
        """Take one more glyph."""
        self.glyphs.append(glyph)
        self.left, self.right = min(self.left, glyph.left), max(self.right, glyph.right)

    def join(self, other: "Line") -> None:
        """Take all glyphs of another line; what moves is the fewer of the two, so that long lines stay cheap."""
        few, many = sorted((self.glyphs, other.glyphs), key=len)
        many.extend(few)
        self.glyphs = many
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)

    def takes(self, glyph: Glyph) -> bool:
        """Whether a glyph stands in this line."""
        return self._is_beside(glyph.left, glyph.right, glyph.y, max(self.size, glyph.size))

    def goes_on_in(self, other: "Line") -> bool:
        """Whether another line is a part of this one, which was named with something else in between."""
        return self._is_beside(other.left, other.right, other.y, max(self.size, other.size))

    def _is_beside(self, left: float, right: float, y: float, size: float) -> bool:
        near = self.left - COLUMN * size < right and left < self.right + COLUMN * size
        return near and abs(y - self.y) < SAME_LINE * size

    @property
    def foot(self) -> float:
        """The height at which most of its glyphs stand."""
        return median(glyph.y for glyph in self.glyphs)

    @property
    def height(self) -> float:
        """The size of most of its glyphs."""
        return median(glyph.size for glyph in self.glyphs)

    @property
    def is_arabic(self) -> bool | None:
        """Whether it is read from right to left; None if it has no letter that tells."""
        letters = "".join(glyph.text for glyph in self.glyphs)
        arabic, latin = len(ARABIC_LETTER.findall(letters)), len(_LATIN_LETTER.findall(letters))
        return arabic * 4 >= latin if arabic or latin else None

    def text(self, *, arabic: bool) -> str:
        """Its characters in the order of reading, from right to left if it is `arabic`."""
        glyphs = _in_place(_distinct(self.glyphs))
        if not arabic:
            return _spaced(glyphs, self.size)
        return _turned(_with_numbers_turned(_spaced(glyphs[::-1], self.size, reverse=True)))


def ligature(text: str, sign: str) -> str:
    """What a glyph stands for that stands for `text` and, named after it, for one more character.

    PDFium names the letters of an Arabic ligature from the last to the first, but those of لا, where the font has it
    as one character, from the first; no glyph stands for ال.
    """
    if sign == text:  # drawn twice
        return text
    whole = sign + text if ARABIC_LETTER.fullmatch(sign) else text + sign
    return whole[::-1] if _ALEF_LAM.fullmatch(whole) else whole


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page, in the order in which its glyphs are named."""
    lines: list[Line] = []
    own: Line | None = None
    for glyph in glyphs:
        if own is None or not own.takes(glyph):
            own = next((line for line in reversed(lines[-OPEN_LINES:]) if line.takes(glyph)), None)
        if own is None:
            own = Line(glyph.y, glyph.size, glyph.left, glyph.right)
            lines.append(own)
        own.add(glyph)
    return _merged(lines)


def _merged(lines: list[Line]) -> list[Line]:
    """The lines, the parts of one together at the place of the first."""
    out: list[Line] = []
    for line in lines:
        at = _part_of(line, out)
        if at is None:
            out.append(line)
            continue
        out[at].join(line)
        while (other := _part_of(out[at], out, but=at)) is not None:
            at, later = sorted((at, other))
            out[at].join(out.pop(later))
    return out


def _part_of(line: Line, lines: list[Line], but: int | None = None) -> int | None:
    """Which of the last lines a line belongs to."""
    last = range(len(lines) - 1, max(len(lines) - OPEN_LINES, 0) - 1, -1)
    return next((n for n in last if n != but and lines[n].goes_on_in(line)), None)


def _distinct(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs from left to right, each letter once, without spaces that take no room.

    A letter may be drawn twice to look bold, or in parts, its dots apart, each of which claims to be the letter.
    """
    kept: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.x):
        near = kept[-2:]
        alike = [other for other in near if other.text == glyph.text != _STRETCH]
        whole = next((other for other in alike if _is_part(glyph, other)), None)
        if whole is not None:
            whole.left, whole.right = min(whole.left, glyph.left), max(whole.right, glyph.right)
        elif glyph.text == " " and any(_is_at(glyph, other) for other in near):
            continue
        else:
            if kept and kept[-1].text == " " and _is_at(glyph, kept[-1]):
                kept.pop()
            kept.append(glyph)
    return kept


def _is_at(glyph: Glyph, other: Glyph) -> bool:
    """Whether two glyphs are drawn from one point."""
    return abs(glyph.x - other.x) < ONE_POINT * other.size


def _is_part(glyph: Glyph, other: Glyph) -> bool:
    """Whether of two glyphs for one letter each lies on the other, or one in the other."""
    room = 0.02 * other.size
    inside = other.left - room <= glyph.left and glyph.right <= other.right + room
    around = glyph.left - room <= other.left and other.right <= glyph.right + room
    return _is_at(glyph, other) or inside or around


def _in_place(glyphs: list[Glyph]) -> list[Glyph]:
    """From left to right, with marks at the left of the glyph that they stand over: they are read after it."""
    placed: list[tuple[float, float, Glyph]] = []
    base: Glyph | None = None
    bases = [glyph for glyph in glyphs if not glyph.is_mark]
    at = 0
    for glyph in glyphs:
        if not glyph.is_mark:
            placed.append((glyph.x, 1, glyph))
            continue
        middle = (glyph.left + glyph.right) / 2
        while at + 1 < len(bases) and bases[at + 1].left <= middle:
            at += 1
        base = bases[at] if bases else None
        placed.append((base.x if base else glyph.x, 0, glyph))
    return [glyph for _, _, glyph in sorted(placed, key=lambda one: one[:2])]


def _spaced(glyphs: list[Glyph], size: float, *, reverse: bool = False) -> str:
    """The characters of glyphs that follow one another on the page, with a space where there is a gap."""
    out: list[str] = []
    edge: float | None = None
    for glyph in glyphs:
        near, far = (glyph.right, glyph.left) if reverse else (glyph.left, glyph.right)
        gap = 0.0 if edge is None else (edge - near if reverse else near - edge)
        if gap > SPACE * size:
            out.append(" ")
        out.append(glyph.text)
        edge = far if edge is None else (min(edge, far) if reverse else max(edge, far))
    return " ".join("".join(out).split())


def _with_numbers_turned(line: str) -> str:
    """A line that was put together from right to left, with what is read from left to right turned round."""

    def turned(found: "re.Match[str]") -> str:
        if not _LATIN_LETTER.search(found[0]):
            return _NUMBERS.sub(lambda number: number[0][::-1], found[0])
        return found[0][::-1]

    return _RUNS.sub(turned, line)


def _turned(line: str) -> str:
    """Brackets and quotation marks turned as they are read: an opening one has its word behind it.

    One within a word opens if none of its kind is open, as in و«الأهرام».
    """
    out = list(line)
    open_kinds: set[str] = set()
    for n, sign in enumerate(line):
        if sign in _OTHER:
            before, behind = line[n - 1] if n else " ", line[n + 1] if n + 1 < len(line) else " "
            opening, closing = (sign, _OTHER[sign]) if sign in _OPENING else (_OTHER[sign], sign)
            opens = _opens(before, behind)
            if opens if opens is not None else opening not in open_kinds:
                out[n] = opening
                open_kinds.add(opening)
            else:
                out[n] = closing
                open_kinds.discard(opening)
    return "".join(out)


def _opens(before: str, behind: str) -> bool | None:
    """Whether a bracket between two characters opens; None if they do not tell."""
    if before.isalnum() != behind.isalnum():
        return behind.isalnum()
    return behind != " " if (before == " ") != (behind == " ") else None
