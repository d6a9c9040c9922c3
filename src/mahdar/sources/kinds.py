"""The kinds of inputs: the suffixes and first bytes that tell them, and the function that reads each.

A reader takes an `Input` and a stream of bytes and yields articles and errors. It is imported when the first input of
its kind is met.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from mahdar.sources.inputs import Found, Input, suffix_of

Reader = Callable[[Input, BinaryIO], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input."""

    what: str
    """What such an input is called in a message."""
    suffixes: tuple[str, ...]
    reading: str
    """Module of this package and function that read it."""
    begins: tuple[bytes, ...] = ()
    """One of these stands at the beginning of all such inputs; of none, if there is no such sign."""
    holds: str | None = "one"
    """How many articles: one, lines (one a line), or None: not to be known without reading."""

    def reader(self) -> Reader:
        """The function that reads it."""
        module, _, function = self.reading.partition(":")
        reader: Reader = getattr(import_module(f"mahdar.sources.{module}"), function)
        return reader


TEXT = Kind("a text file", (".txt",), "textfile:read_text")
JSON = Kind("a JSON file", (".json",), "jsonfile:read_json")
LINES = Kind("a JSON Lines file", (".jsonl", ".ndjson"), "jsonfile:read_lines", holds="lines")
TABLE = Kind("a table", (".csv", ".tsv"), "table:read_table", holds="lines")
ZIP = Kind("a zip archive", (".zip",), "archive:read_zip", (b"PK\x03\x04", b"PK\x05\x06"), None)
GZIP = Kind("a gzip archive", (".gz",), "archive:read_gzip", (b"\x1f\x8b",), None)

WORD = Kind("a Word document", (".docx",), "word:read_word", (b"PK\x03\x04",))
PDF = Kind("a PDF document", (".pdf",), "pdf:read_pdf", (b"%PDF-",))
PAGE = Kind("a page", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"), "markupfile:read_markup")
FEED = Kind("a feed", (".xml", ".rss", ".atom", ".rdf", ".opml"), "markupfile:read_markup", holds=None)
LETTER = Kind("a letter", (".eml",), "mail:read_letter")
MAILBOX = Kind("a mailbox", (".mbox",), "mail:read_mailbox", holds=None)
SAVED_PAGE = Kind("a saved page", (".mhtml", ".mht"), "mail:read_saved_page")
WARC = Kind("a web archive", (".warc", ".warc.gz"), "warc:read_warc", (b"WARC/", b"\x1f\x8b"), None)

KINDS = (TEXT, JSON, LINES, TABLE, ZIP, GZIP, WORD, PDF, PAGE, FEED, LETTER, MAILBOX, SAVED_PAGE, WARC)
"""All of them. What begins with a sign of a kind is of that kind, whatever it is called."""

BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}

_HEADER = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|Content-Type|(?:X|ARC|DKIM)-[\w-]+):",
    re.IGNORECASE,
)
"""How a letter begins."""
START = 8
"""How many first bytes the signs need."""


def named_kind(name: str) -> Kind | None:
    """The kind that a name tells by its suffix."""
    suffix = suffix_of(name)
    return BY_SUFFIX.get(suffix) or (GZIP if suffix.endswith(".gz") else None)


def kind_of(name: str, start: bytes) -> Kind | None:
    """The kind that the name and the first bytes of an input tell, if they tell one: a sign tells more than a name."""
    named = named_kind(name)
    if named is not None and start.startswith(named.begins):
        return named
    signed = next((kind for kind in KINDS if start.startswith(kind.begins)), None)
    if signed is None and named is not None and not named.begins:
        return named
    return signed


def kind_of_text(line: bytes, columns: Mapping[str, str]) -> Kind:
    """The kind of an input that nothing else tells, by its first line that is not blank; text at the last.

    `columns` is the user's map of columns: where there is one, it is a table.
    """
    start = line.removeprefix(b"\xef\xbb\xbf").strip()
    if start.startswith(b"{"):
        return LINES if start.endswith(b"}") else JSON
    if start.startswith(b"<"):
        return PAGE
    if start.startswith(b"From "):
        return MAILBOX
    if _HEADER.match(start):
        return SAVED_PAGE if start.startswith(b"From: <Saved by") else LETTER
    if start.startswith(b"[") and start[1:].strip()[:1] in {b"", b"{", b"]"}:
        return JSON
    return TABLE if columns else TEXT
