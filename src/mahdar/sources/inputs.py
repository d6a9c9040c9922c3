"""One input on its way to articles: how it is called, what stands in for what its articles lack, what is wrong."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mahdar.record import Article
from mahdar.sources.articles import ArticleError, OtherLanguageError, article_from

if TYPE_CHECKING:
    from mahdar.sources.fetching import Client

DEPTH = 4
"""How deep inputs may lie in one another: a letter in a letter in an archive."""
MAX_UNPACKED = 4 * 1024**3
"""How many bytes one archive may unpack to, with all that lies in it."""


class RefusedError(Exception):
    """Why an input is not read any further, nor what lies beside it in the same archive."""


@dataclass(frozen=True, slots=True)
class InputError:
    """Something that is no article: where it stands and why."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return ":".join(part for part in (self.path, str(self.line or "")) if part) + ": " + self.message


@dataclass(frozen=True, slots=True)
class AsideError(InputError):
    """An article in a language that is not read yet, to be set aside."""

    article: Article


def refusal(path: str, line: int | None, error: Exception) -> InputError:
    """What comes out in place of an article that could not be made."""
    if isinstance(error, OtherLanguageError):
        return AsideError(path, line, str(error), error.article)
    return InputError(path, line, str(error))


Found = Article | InputError


@dataclass(slots=True)
class Room:
    """How much an archive may still unpack."""

    left: int = MAX_UNPACKED

    def take(self, size: int) -> None:
        """Use some of it. Raises RefusedError where there is not enough."""
        self.left -= size
        if self.left < 0:
            raise RefusedError(f"unpacks to more than {MAX_UNPACKED:,} bytes: refused; unpack it and read the folder")


class Web:
    """The way to the web, for all inputs of a run: the client is made when the first address is met."""

    def __init__(self, *, allow_private: bool = False, contact: str | None = None) -> None:
        self.allow_private = allow_private
        self.contact = contact

    @cached_property
    def client(self) -> "Client":
        """The one that asks all servers, so that it knows when it may ask again."""
        from mahdar.sources.fetching import Client, Manners

        return Client(Manners(allow_private=self.allow_private, contact=self.contact))


@dataclass(frozen=True, slots=True)
class Input:
    """An input: its name, the id of an article that has none, the date and outlet of those that name none."""

    name: str
    stem: str
    published: str | None = None
    source: str | None = None
    given_from: str = "given"
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field of an article -> what it is called here."""
    passed: Counter[str] = field(default_factory=Counter)
    """What was passed over, by its kind."""
    depth: int = 0
    room: Room = field(default_factory=Room)
    web: Web = field(default_factory=Web)

    def article(self, fields: Any, line: int | None = None, default_id: str | None = None) -> Found:
        """The article that some fields make, or what is wrong with them."""
        if not isinstance(fields, dict):
            return self.error(line, "not an article: a JSON object expected")
        fields = {**fields, **{ours: fields[theirs] for ours, theirs in self.columns.items() if theirs in fields}}
        try:
            return article_from(
                fields,
                default_id=default_id or self.stem,
                published=self.published,
                source=self.source,
                given_from=self.given_from,
            )
        except ArticleError as error:
            return refusal(self.name, line, error)

    def error(self, line: int | None, message: str) -> InputError:
        """What is wrong, at this input."""
        return InputError(self.name, line, message)

    def part(self, name: str, stem: str | None = None) -> "Input":
        """Something that stands in this input, by a name of its own: a page, a letter."""
        return replace(self, name=f"{self.name}: {printable(name)}", stem=stem or self.stem)

    def inside(self, member: str) -> "Input":
        """A file that lies in this input. Raises ArticleError where they lie in one another too deep."""
        shown = printable(member)
        return replace(self.unpacked(), name=f"{self.name}/{shown}", stem=stem_of(shown))

    def unpacked(self) -> "Input":
        """The same input once it is unpacked. Raises ArticleError where that was done too often."""
        if self.depth >= DEPTH:
            raise ArticleError(f"lies in {DEPTH} archives or letters in one another: not opened")
        return replace(self, depth=self.depth + 1)

    def pass_over(self, name: str) -> None:
        """Count a file that is not read, by its suffix."""
        self.passed[suffix_of(name) or "without a suffix"] += 1


def printable(name: str) -> str:
    """A name as one line of text that can be written anywhere, whatever bytes it is made of."""
    text = os.fsencode(name).decode("utf-8", "replace") if _undecoded(name) else name
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def stem_of(name: str) -> str:
    """A file's name without folders and suffix; news.jsonl.gz is called news."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    last = last.removesuffix(".gz")
    stem, dot, _ = last.rpartition(".")
    return stem if dot and stem else last


def _undecoded(name: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in name)


def suffix_of(name: str) -> str:
    """The suffix of a file's name, in small letters, .gz with what is before it: .txt, .warc.gz."""
    found = re.search(r"[^/\\](\.[^/\\.\s]{1,10}(?:\.gz)?)$", name.lower())
    return found[1] if found else ""
