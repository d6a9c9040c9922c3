"""Whom an article is taken from by its own account: 'الرياض (واس)', '/وام/', 'المصدر: رويترز'.

A credit stands in a dateline, on a line of its own, or in brackets behind the last sentence. An agency that is named
anywhere else ('قالت رويترز') is somebody's source, not the article's.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.outlets import LETTERS, LONGEST_SIGN, Outlet, outlet_called, outlet_signed, sign_heads
from mahdar.packs import table
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold
from mahdar.record import Credit

OPENING_LINES: Final = 5
CLOSING_LINES: Final = 8
DATELINE: Final = 24  # tokens of a line in which its dateline ends
OWN: Final = 3  # words of an outlet's own name at the head of a dateline
SHORT_LINE: Final = 14  # tokens of a line of credits
LIST: Final = 40  # tokens of a line that a label opens
NAME: Final = 7  # words of a name that a label announces

FRAMES: Final = frozenset('()[]{}/-–—_|«»"*=ـ•')
DASHES: Final = frozenset("-–—_/|")
BETWEEN: Final = frozenset("،,+&;؛:")
ENDS: Final = frozenset('.!؟?»"”)…')

Line = tuple[int, int]
Found = tuple[int, int, Outlet | None]
"""First token, the one after the last, and the outlet if it is one of the table's."""


@dataclass(frozen=True, slots=True)
class CreditWords:
    """The table's words around credits, folded; phrases by their first word, the longest first."""

    unnamed: frozenset[tuple[str, ...]]
    labels: dict[str, list[tuple[tuple[str, ...], bool]]]  # with whether only a known outlet may follow
    in_a_dateline: frozenset[str]
    heads: frozenset[str]  # with which a sign may begin


@cache
def credit_words() -> CreditWords:
    """The words of the table."""
    data = table("ar", "outlets")
    unnamed = frozenset(tuple(fold(phrase).split()) for phrase in data["unnamed"])
    labels: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for key in ("labels", "before_an_outlet"):
        for phrase in sorted(data[key], key=len, reverse=True):
            words = tuple(fold(phrase).split())
            labels.setdefault(words[0], []).append((words, key == "before_an_outlet"))
    heads = frozenset(phrase[0] for phrase in unnamed) | sign_heads()
    return CreditWords(unnamed, labels, frozenset(fold(word) for word in data["in_a_dateline"]), heads)


def credits_of(scene: Scene, *, has_title: bool) -> tuple[Credit, ...]:
    """The credits of an article in the order of its text, each source once."""
    opening, closing = _edges(scene, has_title=has_title)
    found: list[Found] = []
    for line in dict.fromkeys(opening + closing):
        found += _alone(scene, line) or _labelled(scene, line) or []
    for line in opening:
        found += _in_dateline(scene, line)
    for line in closing:
        found += _behind(scene, line)
    out: dict[str, Credit] = {}
    for first, last, outlet in sorted(found, key=lambda f: f[:2]):
        start, end = scene.tokens.starts[first], scene.tokens.ends[last - 1]
        name = scene.tokens.text[start:end]
        out.setdefault(outlet.id if outlet else fold(name), Credit(name, outlet.id if outlet else None, start, end))
    return tuple(out.values())


def _edges(scene: Scene, *, has_title: bool) -> tuple[list[Line], list[Line]]:
    """The first and the last lines of the body."""
    words = scene.tokens.words
    breaks = [k for k in scene.signs if words[k] == "\n"]
    lines = [
        (start, end)
        for start, end in zip([0, *[k + 1 for k in breaks]], [*breaks, len(words)], strict=True)
        if start < end
    ]
    body = lines[1:] if has_title else lines
    return body[:OPENING_LINES], body[-CLOSING_LINES:]


def _source_at(words: list[str], k: int, stop: int) -> Found | None:
    """The agency, or the agencies unnamed, whose sign begins at a token: the longest."""
    head = words[k]
    known = credit_words()
    if head not in known.heads and not (head.isascii() and head.lower() in known.heads):
        if len(head) > LETTERS or k + 1 >= stop or len(words[k + 1]) > LETTERS:
            return None  # neither a sign's first word nor the first of its letters
    for last in range(min(stop, k + LONGEST_SIGN), k, -1):
        if words[last - 1] == ".":
            continue
        if tuple(words[k:last]) in known.unnamed:
            return k, last, None
        outlet = outlet_signed(words[k:last])
        if outlet is not None:
            return k, last, outlet
    return None


def _alone(scene: Scene, line: Line) -> list[Found]:
    """The credits of a line that holds nothing else: '(واس)', 'رويترز، أ ف ب', '// انتهى // وام'."""
    first, last = line
    words = scene.tokens.words
    found: list[Found] = []
    if last - first > SHORT_LINE:
        return found
    k = first
    while k < last:
        source = _source_at(words, k, last)
        if source is not None:
            found.append(source)
            k = source[1]
        elif words[k].startswith("و") and (joined := _source_at([words[k][1:], *words[k + 1 : last]], 0, last - k)):
            found.append((k, k + joined[1], joined[2]))
            k += joined[1]
        elif not words[k].isalpha() or words[k] in credit_words().in_a_dateline:
            k += 1
        else:
            return []
    return found


def _labelled(scene: Scene, line: Line) -> list[Found]:
    """The credits behind a label that opens a line: 'المصدر: رويترز + وكالات'."""
    first, last = line
    words = scene.tokens.words
    while first < last and words[first] in FRAMES:
        first += 1
    while last > first and (words[last - 1] in FRAMES or words[last - 1] == "."):
        last -= 1
    for phrase, known in credit_words().labels.get(words[first], ()) if first < last else ():
        after = first + len(phrase)
        if tuple(words[first:after]) == phrase and after < last:
            if not known:
                if last - first <= LIST and (words[after] in BETWEEN or words[after] in FRAMES):
                    return _listed(scene, after + 1, last, known=False)
            elif last - first <= SHORT_LINE:
                return _listed(scene, after, last, known=True)
    return []


def _listed(scene: Scene, first: int, last: int, *, known: bool) -> list[Found]:
    """The sources of a list; `known`: all of them have to be in the table."""
    words = scene.tokens.words
    found: list[Found] = []
    k = first
    while k < last:
        while k < last and (words[k] in FRAMES or words[k] in BETWEEN):
            k += 1
        end = k
        while end < last and words[end] not in BETWEEN and words[end] not in ("/", "|", "\n"):
            end += 1
        stop = end
        while stop > k and words[stop - 1] in FRAMES:
            stop -= 1
        if stop > k:
            source = _source_at(words, k, stop)
            if source is None or source[1] != stop:
                outlet = outlet_called(scene.tokens.span_text(k, stop))
                if outlet is None and (known or stop - k > NAME):
                    return []
                source = (k, stop, outlet)
            found.append(source)
        k = end
    return found


def _in_dateline(scene: Scene, line: Line) -> list[Found]:
    """The agency of a dateline: 'الرياض (واس)', 'واس - الرياض', 'مسقط العمانية:'."""
    first, last = line
    words = scene.tokens.words
    stop = min(last, first + DATELINE)
    k = _behind_its_own(words, line)
    after_date = False
    found: list[Found] = []
    while k < stop:
        source = _source_at(words, k, last)
        if source is not None and _framed(scene, first, source, last, after_date=after_date):
            found.append(source)
            k = source[1]
            continue
        mention = scene.at.get(k)
        if mention is not None and mention.kind in ("place", "country", "date") and not mention.conj:
            after_date = mention.kind == "date"
            k = mention.last
        elif mention is not None and mention.kind == "person" and not mention.offices and words[k - 1] in FRAMES:
            k = mention.last  # the reporter
        elif words[k] in FRAMES or words[k] in BETWEEN or words[k].isdecimal():
            k += 1
        elif words[k] in credit_words().in_a_dateline:
            after_date = True
            k += 1
        else:
            break
    return found


def _behind_its_own(words: list[str], line: Line) -> int:
    """Where a dateline goes on that an outlet opens with its own name, 'سبق - وكالات:'; else where the line begins."""
    first, last = line
    for k in range(first + 1, min(last - 1, first + OWN + 1)):
        if words[k] in DASHES:
            source = _source_at(words, k + 1, last)
            signed = source is not None and (source[1] == last or words[source[1]] == ":" or words[source[1]] in FRAMES)
            return k if signed else first
        if not words[k].isalpha():
            break
    return first


def _framed(scene: Scene, first: int, source: Found, last: int, *, after_date: bool) -> bool:
    """Whether what stands around a sign in a dateline shows that it is one, and not the beginning of the news."""
    tokens, words = scene.tokens, scene.tokens.words
    start, end, _ = source
    closed = end == last or words[end] in FRAMES
    info = scene.infos[start]
    a_word = end - start == 1 and bool(info.ordinary or info.nisbas or info.preposition or info.function)
    if start == first:
        if a_word and end + 1 < last:  # وطنية - بيروت, not معا - نبني
            place = scene.at.get(end + 1)
            return closed and place is not None and place.kind in ("place", "country")
        return closed and (end < last or last - first <= SHORT_LINE)
    if closed or words[end] == ":":
        return True
    behind_a_frame = words[start - 1] in FRAMES
    if behind_a_frame and tokens.ends[start - 1] == tokens.starts[start]:
        return True  # طوكيو-سانا
    return not a_word and (after_date or (behind_a_frame and words[end] == "."))


def _behind(scene: Scene, line: Line) -> list[Found]:
    """The agency in brackets, slashes or dashes behind the last sentence of a line: '... . (واس)'."""
    first, last = line
    words = scene.tokens.words
    end = last
    while end > first and not words[end - 1].isalpha():
        end -= 1
    for start in range(max(first + 1, end - LONGEST_SIGN), end):
        if words[start - 1] not in FRAMES:
            continue
        source = _source_at(words, start, end)
        if source is not None and source[1] == end:
            before = start - 1
            while before > first and words[before] in FRAMES and words[before - 1] in FRAMES:
                before -= 1
            if before > first and (words[before - 1] in ENDS or words[before] in "-–—"):
                return [source]
    return []
