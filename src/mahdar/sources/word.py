"""Word documents (.docx) -> articles: paragraphs and the text of tables, in their order."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from mahdar.sources.archive import check, open_zip
from mahdar.sources.articles import ArticleError
from mahdar.sources.inputs import Found, Input
from mahdar.sources.streams import seekable

if TYPE_CHECKING:
    from docx.document import Document

MAX_DOCUMENT = 256 * 1024**2
"""Bytes that a document may unpack to, as all of it is kept in memory."""
TITLES = ("Title", "Heading 1")
"""Word's own names of the styles that a headline has, the stronger first."""
TEMPLATE = "python-docx"
"""The author of a document that a program made without saying who or when: its dates are those of a template."""


def read_word(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The one article of a Word document."""
    stream = seekable(stream, MAX_DOCUMENT)
    with open_zip(stream) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_DOCUMENT:
            raise ArticleError(f"too large: unpacks to more than {MAX_DOCUMENT:,} bytes")
        for part in parts.infolist():
            check(part)
    stream.seek(0)
    try:
        fields = _fields(stream)
    except Exception as error:  # what the library meets in a broken document comes out in many shapes
        raise ArticleError(f"broken Word document: {type(error).__name__}: {error!s:.100}") from None
    yield given.article(fields)


def _fields(stream: BinaryIO) -> dict[str, Any]:
    import docx

    document = docx.Document(stream)
    paragraphs = [(text, style) for text, style in _paragraphs(document.iter_inner_content()) if text]
    title = _title(paragraphs)
    text = "\n\n".join(text for n, (text, _) in enumerate(paragraphs) if n != title)
    headline = paragraphs[title][0] if title is not None else None
    return {"title": headline, "text": text, **_properties(document)}


def _paragraphs(blocks: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The text and the style of each paragraph; cells are read one after the other, a merged one once."""
    from docx.table import Table

    for block in blocks:
        if isinstance(block, Table):
            seen = set()
            for row in block.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from _paragraphs(cell.iter_inner_content())
        else:
            yield "\n".join(" ".join(line.split()) for line in block.text.strip().splitlines()), _style(block)


def _style(paragraph: Any) -> str:
    return paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""


def _title(paragraphs: list[tuple[str, str]]) -> int | None:
    """Which paragraph is the headline: the first that is styled as one, else the first of all."""
    for style in TITLES:
        for n, (_, own) in enumerate(paragraphs):
            if own == style:
                return n
    return 0 if paragraphs else None


def _properties(document: "Document") -> dict[str, Any]:
    """Author and dates. The day it was made is that of its publication only if it was never changed on a later one."""
    known = document.core_properties
    if known.author == TEMPLATE:
        return {}
    made, changed = (date.date().isoformat() if date else None for date in (known.created, known.modified))
    return {
        "author": known.author or None,
        "published": made if made == changed else None,
        "updated": changed,
        "section": known.category or None,
    }
