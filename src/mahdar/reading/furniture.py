"""What in a text is not the article: other news, share lines, captions, tags, comments, what is said twice, sign-offs.

All of it stands on lines of its own. What a line begins with is looked up in the pack's table; other news are known by
their look: short lines one after the other, each with a verb and none with a full stop.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.packs import table
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold

Range = tuple[int, int]
"""The first token and the one after the last."""

Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases by their first word, the longest first."""

LINE: Final = 40  # tokens from which a line is too long for one of furniture, whatever it begins with
HEADLINE: Final = 22  # tokens of the longest line that may be a headline
PROSE: Final = 25  # tokens from which a line without a full stop is a paragraph all the same
OVER: Final = 0.35  # of the text's prose: a heading over other news with no more than this behind it ends the article
BEGUN: Final = 60  # tokens of prose after which comments or tags end it in any case
HEADLINES_BEFORE: Final = 5  # a headline may have four lines of its own under it
HEADLINES_BEHIND: Final = 2
STAMP: Final = 14
SIGN_OFF: Final = 6
INITIALS: Final = 12
LABELLED: Final = 4  # tokens of a line that is no more than a label and what it labels
STOPS: Final = frozenset(".؟!:؛")
BRACKETS: Final = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Table:
    """The pack's table, folded for look-up."""

    closing: Phrases
    ending: Phrases
    line: Phrases
    label: Phrases
    marks: frozenset[str]


@cache
def _table() -> Table:
    data = table("ar", "furniture")

    def phrases(*keys: str) -> Phrases:
        found: Phrases = {}
        for words in sorted(
            {tuple(fold(phrase).split()) for key in keys for phrase in data[key]}, key=len, reverse=True
        ):
            found.setdefault(words[0], []).append(words)
        return found

    return Table(
        phrases("closing"), phrases("ending"), phrases("line", "updated"), phrases("label", "byline"),
        frozenset(fold(mark) for mark in data["marks"]),
    )  # fmt: skip


def set_aside(scene: Scene, title_end: int) -> tuple[list[Range], list[Range]]:
    """The sentences that tell the news, and the lines that do not; `title_end` is where the title ends, 0 without one.

    The title is news whatever it looks like.
    """
    sentences = scene.tokens.sentences
    lines = _lines(scene)
    aside = _Lines(scene, lines, title_end).aside()
    kept: list[Range] = []
    number = 0
    for line in range(len(lines)):
        while number < len(sentences) and sentences[number][0] < lines[line][1]:
            if not aside[line] and not _is_empty(scene, sentences[number]):
                kept.append(sentences[number])
            number += 1
    return kept, [lines[k] for k in range(len(lines)) if aside[k] and not _is_empty(scene, lines[k])]


def _lines(scene: Scene) -> list[Range]:
    """The lines of a text: what stands between line breaks, a quotation over several of them in one piece."""
    words = scene.tokens.words
    lines: list[Range] = []
    for first, last in scene.tokens.sentences:
        if lines and words[first - 1] != "\n":
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((first, last))
    return lines


def _is_empty(scene: Scene, part: Range) -> bool:
    return all(not word[0].isalnum() for word in scene.tokens.words[part[0] : part[1]])


class _Lines:
    """The lines of one text, and which of them were set aside."""

    def __init__(self, scene: Scene, lines: list[Range], title_end: int) -> None:
        self.scene = scene
        self.words = scene.tokens.words
        self.lines = lines
        self.out = bytearray(len(lines))
        self.titles = 0  # lines of the title
        while self.titles < len(lines) and scene.tokens.starts[lines[self.titles][0]] < title_end:
            self.titles += 1

    def aside(self) -> bytearray:
        """Which lines are none of the article's."""
        self.said_before()
        self.by_phrases()
        self.headlines_before()
        self.headlines_behind()
        self.sign_off()
        return self.out

    def said_before(self) -> None:
        """The headline over the body once more, a caption that says the same, a paragraph printed twice."""
        seen: set[str] = set()
        for number, (first, last) in enumerate(self.lines):
            said = " ".join(self.words[first : last - 1 if self.words[last - 1] == "." else last])
            if said in seen and number >= self.titles:
                self.out[number] = 1
            seen.add(said)

    def by_phrases(self) -> None:
        """Lines that begin as the table says, and what a heading has under it."""
        known = _table()
        words = self.words
        whole = sum(self.prose(number) for number in range(self.titles, len(self.lines)))
        read = 0
        under = False  # right under a heading over other news
        for number in range(self.titles, len(self.lines)):
            first, last = self.lines[number]
            if self.out[number]:
                continue
            start = first
            while start < last and not words[start][0].isalnum():
                start += 1
            if last - first < LINE and start < last:
                ends = _behind(words, start, known.ending.get(words[start]))
                closes = _behind(words, start, known.closing.get(words[start]))
                over = read > 0 and whole - read <= OVER * whole
                if ends and read >= BEGUN or closes >= last - 1 and over:
                    self.out[number:] = b"\1" * (len(self.lines) - number)
                    return
                if ends or closes:
                    self.out[number] = 1
                    under = True
                    continue
                if under and self.is_headline(number) or self.is_small(number, start):
                    self.out[number] = 1
                    continue
            prose = self.prose(number)
            read += prose
            under = under and not prose

    def is_small(self, number: int, start: int) -> bool:
        """Whether a line whose first word is at `start` is a mark, a caption in brackets, a stamp, a phrase or a label
        of the table."""
        known = _table()
        first, last = self.lines[number]
        word = self.words[start]
        if self.words[first] in known.marks or self.is_bracketed(first, last) or self.is_stamp(number):
            return True
        if _behind(self.words, start, known.line.get(word)):
            return True
        behind = _behind(self.words, start, known.label.get(word))
        return behind > 0 and self.is_label(start, last, behind)

    def prose(self, number: int) -> int:
        """How many tokens of running text a line has: all of a paragraph, none of a line that is no sentence."""
        first, last = self.lines[number]
        length = last - first
        return length if length >= PROSE or self.words[last - 1] in STOPS and length > LABELLED else 0

    def is_bracketed(self, first: int, last: int) -> bool:
        """Whether all of a line is in brackets: a caption, a source, initials."""
        closing = BRACKETS.get(self.words[first])
        return closing is not None and closing in self.words[max(first, last - 2) : last]

    def is_label(self, start: int, last: int, behind: int) -> bool:
        """Whether nothing but what it labels stands behind a label: a few words, what follows a sign, a date."""
        if behind >= last or not self.words[behind][0].isalnum() or last - start <= LABELLED:
            return True
        mention = self.scene.at.get(behind)
        return mention is not None and mention.kind == "date" and last - start <= STAMP

    def is_stamp(self, number: int) -> bool:
        """Whether a short line among the first or last ones begins with a date and tells nothing."""
        first, last = self.lines[number]
        if last - first > STAMP or self.titles + 3 <= number < len(self.lines) - 3:
            return False
        date = self.scene.at.get(first) or self.scene.at.get(first + 1)
        return date is not None and date.kind == "date" and not self.has_verb(first, last)

    def has_verb(self, first: int, last: int) -> bool:
        infos = self.scene.infos
        return any(infos[k].finite is not None for k in range(first, last))

    def is_headline(self, number: int) -> bool:
        """Whether a line looks like the headline of other news: short, no full stop, going on with nothing."""
        first, last = self.lines[number]
        if last - first > HEADLINE or self.words[last - 1] in STOPS and self.words[last - 1] != "؟":
            return False
        head = self.scene.infos[first]
        return self.words[first].isalpha() and not head.conj and not (head.finite is not None and head.finite.conj)

    def headlines_before(self) -> None:
        """A list of other news before the body, as sites put it that save all of a page."""
        end = self.titles
        while end < len(self.lines) and (self.out[end] or self.is_headline(end)):
            end += 1
        run = [n for n in range(self.titles, end) if not self.out[n]]
        if end < len(self.lines) and len(run) >= HEADLINES_BEFORE and self.with_verbs(run) >= HEADLINES_BEFORE - 2:
            self.out[self.titles : end] = b"\1" * (end - self.titles)

    def headlines_behind(self) -> None:
        """A list of other news behind a body that is written in full sentences."""
        start = len(self.lines)
        while start > self.titles and (self.out[start - 1] or self.is_headline(start - 1)):
            start -= 1
        run = [n for n in range(start, len(self.lines)) if not self.out[n]]
        while run and not self.has_verb(*self.lines[run[0]]):
            run.pop(0)
        if self.with_verbs(run) < HEADLINES_BEHIND:
            return
        body = [n for n in range(self.titles, start) if not self.out[n]]
        full = sum(1 for n in body if self.words[self.lines[n][1] - 1] in STOPS)
        if full >= 2 and full * 10 >= len(body) * 7:
            for number in run:
                self.out[number] = 1

    def with_verbs(self, run: list[int]) -> int:
        return sum(1 for number in run if self.has_verb(*self.lines[number]))

    def sign_off(self) -> None:
        """The last line, if it is a few signs or words without a verb: initials, an agency's mark."""
        if len(self.lines) - self.titles < 2:
            return
        number = len(self.lines) - 1
        while number > self.titles and self.out[number]:
            number -= 1
        first, last = self.lines[number]
        words = self.words[first:last]
        short = len(words) <= SIGN_OFF and not (words[-1] in STOPS and len(words) > 3)
        initials = len(words) <= INITIALS and max(map(len, words)) <= 2
        if number > self.titles + 1 and (short or initials) and not self.has_verb(first, last):
            self.out[number] = 1


def _behind(words: list[str], start: int, phrases: list[tuple[str, ...]] | None) -> int:
    """The token behind the longest of the phrases that stands at a token, 0 if none does."""
    for phrase in phrases or ():
        end = start + len(phrase)
        if tuple(words[start:end]) == phrase:
            return end
    return 0
