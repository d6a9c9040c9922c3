"""CSV and TSV -> articles: a row holds the fields of one, the first row their names."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from mahdar.sources.articles import MAX_TEXT, ArticleError
from mahdar.sources.days import day_written
from mahdar.sources.decode import DecodeError, decode
from mahdar.sources.inputs import Found, Input
from mahdar.sources.streams import joined

DELIMITERS = ",;\t|"
_SAMPLE = 1 << 16
"""Bytes from which the encoding is told."""
_QUOTED = '"'


def read_table(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of a table, read row by row."""
    sample = stream.read(_SAMPLE)
    # what is no character of the encoding becomes a surrogate, which costs its row and no other
    text = io.TextIOWrapper(joined(sample, stream), _encoding(sample), errors="surrogateescape", newline="")
    first = text.readline(_SAMPLE)
    while first and not first.strip():
        first = text.readline(_SAMPLE)
    if not first:
        raise ArticleError("empty: no text in it")
    csv.field_size_limit(MAX_TEXT)
    delimiter = max(DELIMITERS, key=_unquoted(first).count)
    rows = csv.reader(_lines(first, text), delimiter=delimiter)
    names = _names(given, next(rows))
    published = given.columns.get("published", "published")
    line = rows.line_num
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield given.error(line, f"broken table: {error}")
            continue
        if not any(cell.strip() for cell in row):
            continue
        if any("\udc80" <= c <= "\udcff" for cell in row for c in cell):
            yield given.error(line, f"not in {text.encoding}, as the table is")
            continue
        fields = {name: cell for name, cell in zip(names, row, strict=False) if cell.strip()}
        if published in fields:
            # tables have dates as people and programs write them; one that is not sure stays, and is told
            fields[published] = day_written(fields[published]) or fields[published]
        yield given.article(fields, line, f"{given.stem}-{line}")


def _names(given: Input, header: list[str]) -> list[str]:
    """The names of the columns, those that the map does not speak of in small letters."""
    theirs = set(given.columns.values())
    names = [cell.strip() if cell.strip() in theirs else cell.strip().lower() for cell in header]
    absent = [name for name in (*theirs, *({"text"} - set(given.columns))) if name not in names]
    if absent:
        there = ", ".join(cell.strip() for cell in header)
        raise ArticleError(
            f"no column {absent[0]!r}; there are: {there:.200} (--columns text=NAME says which holds the text)"
        )
    return names


def _lines(first: str, rest: "io.TextIOWrapper") -> Iterator[str]:
    yield first
    # a line is cut at the length that a cell may have, so that one without an end is not kept whole
    while line := rest.readline(MAX_TEXT):
        yield line


def _unquoted(line: str) -> str:
    return "".join(line.split(_QUOTED)[::2])


def _encoding(sample: bytes) -> str:
    """The encoding of most of the first lines that are in one. Raises DecodeError where there are none."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    utf_8 = windows_1256 = 0
    refused = None
    for line in sample.splitlines()[: -1 if len(sample) == _SAMPLE else None]:
        if line.isascii():
            continue
        try:
            is_utf_8 = decode(line).encode() == line.removeprefix(codecs.BOM_UTF8)
        except DecodeError as error:
            refused = error
        else:
            utf_8 += is_utf_8
            windows_1256 += not is_utf_8
    if refused is not None and not utf_8 + windows_1256:
        raise refused
    return "cp1256" if windows_1256 > utf_8 else "utf-8-sig"
