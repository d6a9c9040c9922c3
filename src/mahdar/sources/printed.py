"""The lines of printed pages -> an article: what stands at the head and foot of every page left out, lines joined to
paragraphs, the paragraph in the largest letters the title.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

MARGIN = 0.08
"""How much of a page's height, above and below, may hold its head and foot."""
WIDER = 1.2
"""How much wider than usual the step to the next line is where a paragraph ends."""
LARGER = 1.12
"""How much larger letters are that are those of another kind of paragraph."""
SHORT = 2.5
"""How much shorter the last line of a paragraph is at least, and a first line that is indented, in its size."""
FAR = 4.0
"""A step to the next line that leads out of the text, in the size of its letters."""
FIRST_PARAGRAPHS = 8
"""Among how many the title is looked for."""
STROKE = "/"
_ENDS = re.compile(r"[.؟?!:…][\"”»')\]]*$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as text, its foot, its sides and the size of its letters, in points from the lower left corner."""

    text: str
    y: float
    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its height in points and its lines."""

    height: float
    lines: list[PrintedLine]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    size: float


def article_of(pages: list[Page]) -> dict[str, str]:
    """Title and text of printed pages."""
    paragraphs = list(_paragraphs(_body(pages)))
    title = _title(paragraphs)
    return {
        "title": paragraphs[title].text if paragraphs else "",
        "text": "\n\n".join(paragraph.text for n, paragraph in enumerate(paragraphs) if n != title),
    }


def _body(pages: list[Page]) -> list[list[PrintedLine]]:
    """The lines of each page, but for those at its head or foot that other pages have, too, and for bare figures."""
    marginal = Counter(form for page in pages for form in {_form(line) for line in page.lines if _at_edge(line, page)})
    return [
        [line for line in page.lines if not _at_edge(line, page) or (_form(line) and marginal[_form(line)] < 2)]
        for page in pages
    ]


def _at_edge(line: PrintedLine, page: Page) -> bool:
    return not MARGIN * page.height < line.y < (1 - MARGIN) * page.height


def _form(line: PrintedLine) -> str:
    """A line without its figures and signs: that of the foot of every page."""
    return re.sub(r"[\W\d_]+", " ", line.text).strip()


def _paragraphs(pages: list[list[PrintedLine]]) -> Iterator[_Paragraph]:
    """The paragraphs; one may go on in the next column or on the next page."""
    usual = _usual_step(pages)
    own: list[PrintedLine] = []
    for lines in pages:
        for n, line in enumerate(lines):
            if own and _begins(own[-1], line, usual, same_page=n > 0):
                yield _joined(own)
                own = []
            own.append(line)
    if own:
        yield _joined(own)


def _usual_step(pages: list[list[PrintedLine]]) -> float:
    """How far apart lines are within a paragraph, in the size of their letters."""
    steps = [_step(a, b) for lines in pages for a, b in pairwise(lines)]
    return median([step for step in steps if 0 < step < FAR] or [FAR])


def _step(a: PrintedLine, b: PrintedLine) -> float:
    """How far a line stands under another, in the size of its letters."""
    return (a.y - b.y) / a.size


def _begins(last: PrintedLine, line: PrintedLine, usual: float, *, same_page: bool) -> bool:
    """Whether a line begins a paragraph."""
    if max(last.size, line.size) > LARGER * min(last.size, line.size):
        return True
    step = _step(last, line)
    ended = _ENDS.search(last.text) is not None
    if not same_page or not 0 < step < FAR:  # in the next column, on the next page
        return ended
    short = last.left > line.left + SHORT * line.size
    indented = line.right < last.right - SHORT / 2 * line.size
    return step > WIDER * usual or (ended and (short or indented))


def _joined(lines: list[PrintedLine]) -> _Paragraph:
    # a line may be broken behind a stroke: آذار/مارس
    text = "".join(line.text if line.text.endswith(STROKE) else f"{line.text} " for line in lines).rstrip()
    return _Paragraph(text, median(line.size for line in lines))


def _title(paragraphs: list[_Paragraph]) -> int:
    """Which paragraph is the title: the first of those in the largest letters, else the first."""
    first = paragraphs[:FIRST_PARAGRAPHS]
    if not first:
        return 0
    body = max(paragraphs, key=lambda paragraph: len(paragraph.text)).size
    largest = max(first, key=lambda paragraph: paragraph.size)
    return first.index(largest) if largest.size > LARGER * body else 0
