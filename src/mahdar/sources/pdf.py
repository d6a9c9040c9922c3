"""PDF documents -> articles: the glyphs of their pages become lines, the lines paragraphs, the largest the title."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from mahdar.sources.articles import ArticleError
from mahdar.sources.glyphs import Glyph, Line, ligature, lines_of
from mahdar.sources.inputs import Found, Input
from mahdar.sources.printed import Page, PrintedLine, article_of
from mahdar.sources.streams import seekable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage
    from pypdfium2.raw import FS_RECTF

MAX_DOCUMENT = 256 * 1024**2
"""Bytes of a document that has to be kept in memory, as it comes from a pipe or lies in an archive."""
MAX_GLYPHS = 60_000
"""How many glyphs of a page are read; a page of a newspaper has some twenty thousand."""
MAX_PAGES = 5_000
MAX_LETTERS = 5_000_000
"""How many characters of a document: a book of more than a thousand pages."""
_TURNED = (0.05, 6.23)
"""How far letters are turned, in radians, that do not belong to the text."""
_ENLARGED = 2.0
"""Sizes of letters up to this are not their true ones, in points."""
_ASCENT = 1.3
"""How much higher a line's box is than its letters' size, where the font does not tell their size."""
UNKNOWN = "\ufffd"
"""Stands for a glyph of which the document does not tell the character."""


def read_pdf(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The one article of a PDF document."""
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    stream = seekable(stream, MAX_DOCUMENT)
    try:
        document = pypdfium2.PdfDocument(stream)
        try:
            pages = _pages(document)
            author = _author(document)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
            raise ArticleError("encrypted: it opens with a password only") from None
        raise ArticleError("broken PDF document") from None
    fields = article_of(pages)
    _check(fields["title"] + fields["text"])
    yield given.article({**fields, "author": author})


def _author(document: "PdfDocument") -> str | None:
    try:
        return str(document.get_metadata_value("Author"))
    except UnicodeDecodeError:
        return None


def _check(text: str) -> None:
    """Raises ArticleError where the pages of a document are only there to be looked at."""
    if not text.strip():
        raise ArticleError("no text in it: its pages are pictures (a scan)")
    if sum(map(_is_unknown, text)) * 2 > len(text):
        raise ArticleError("its fonts do not tell which letters they show")


def _is_unknown(sign: str) -> bool:
    return sign == UNKNOWN or unicodedata.category(sign) == "Co"


def _pages(document: "PdfDocument") -> list[Page]:
    """The lines of each page. Raises ArticleError if they are too many."""
    if len(document) > MAX_PAGES:
        raise ArticleError(f"too large: more than {MAX_PAGES:,} pages")
    pages, size = [], 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        try:
            pages.append(Page(page.get_height(), _printed(lines_of(_glyphs(text)))))
        finally:
            text.close()
            page.close()
        size += sum(len(line.text) for line in pages[-1].lines)
        if size > MAX_LETTERS:
            raise ArticleError(f"too large: more than {MAX_LETTERS:,} characters")
    return pages


def _printed(lines: list[Line]) -> list[PrintedLine]:
    """The lines as text; those that have no letter are read as most of their page is."""
    arabic = sum(line.is_arabic is not None and (1 if line.is_arabic else -1) for line in lines) > 0
    read = ((line.text(arabic=line.is_arabic if line.is_arabic is not None else arabic), line) for line in lines)
    return [PrintedLine(text, line.foot, line.left, line.right, line.height) for text, line in read if text]


def _glyphs(text: "PdfTextPage") -> list[Glyph]:
    """The glyphs of a page, with the characters that each stands for in the order of reading."""
    from pypdfium2 import raw

    glyphs: dict[tuple[float, float], Glyph] = {}
    handle, box, x, y = text.raw, raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    # each function is called for each of some thousand glyphs: nothing is looked up twice
    made_up, turned, code = raw.FPDFText_IsGenerated, raw.FPDFText_GetCharAngle, raw.FPDFText_GetUnicode
    put_box, put_origin, font_size = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontSize
    least, most = _TURNED
    for n in range(min(text.count_chars(), MAX_GLYPHS)):
        # spaces and line ends that the library makes up are left out: gaps tell more
        if made_up(handle, n) == 1 or least < turned(handle, n) < most:
            continue
        sign = _sign(code(handle, n))
        put_box(handle, n, box)
        put_origin(handle, n, x, y)
        place = round(x.value, 2), round(y.value, 2)
        there = glyphs.get(place)
        if sign == " " and (there is not None or box.left == box.right):
            continue  # one without a width
        if there is not None and there.text != " ":
            glyphs[place] = _with(there, sign, box)
        else:
            # some programs give all fonts the size 1 and enlarge them afterwards
            size = font_size(handle, n)
            size = size if size > _ENLARGED else max((box.top - box.bottom) / _ASCENT, _ENLARGED)
            glyphs[place] = Glyph(sign, box.left, box.right, x.value, y.value, size)
    return list(glyphs.values())


@lru_cache(maxsize=4096)
def _sign(code: int) -> str:
    """A character; in place of a presentation form the letter, of what is none the mark for that."""
    sign = chr(code) if code < 0x110000 else UNKNOWN
    if sign == "\0" or unicodedata.category(sign) in ("Cs", "Cn"):
        return UNKNOWN
    if "\ufb50" <= sign <= "\ufefc":
        sign = unicodedata.normalize("NFKC", sign)
    return " " if sign.isspace() else sign


def _with(glyph: Glyph, sign: str, box: "FS_RECTF") -> Glyph:
    """A glyph that stands for one more character."""
    text = ligature(glyph.text, sign)
    return replace(glyph, text=text, left=min(glyph.left, box.left), right=max(glyph.right, box.right))
