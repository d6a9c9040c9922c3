"""Files, folders and standard input -> articles, one at a time; what cannot be read comes out as an `InputError`.

.txt holds one article, its first line the title; .json one article or a list; .jsonl one a line. In a folder,
files of other kinds are passed over.
"""

import io
import json
import os
import sys
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from mahdar.record import Article
from mahdar.sources.articles import MAX_TEXT, ArticleError, article_from
from mahdar.sources.decode import DecodeError, decode

TEXT, JSON, LINES = {".txt"}, {".json"}, {".jsonl", ".ndjson"}

FileIdentity = tuple[int, int]
"""Device and inode: which file it is, whatever it is called."""


@dataclass(frozen=True, slots=True)
class InputError:
    """Something that is no article: where it stands and why."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return ":".join(part for part in (self.path, str(self.line or "")) if part) + ": " + self.message


Found = Article | InputError


@dataclass(frozen=True, slots=True)
class _Input:
    """One input on its way: how it is called, and what stands in for fields that its articles lack."""

    name: str
    stem: str
    published: str | None
    source: str | None

    def article(self, fields: Any, line: int | None, default_id: str) -> Found:
        if not isinstance(fields, dict):
            return self.error(line, "not an article: a JSON object expected")
        try:
            return article_from(fields, default_id=default_id, published=self.published, source=self.source)
        except ArticleError as error:
            return self.error(line, str(error))

    def error(self, line: int | None, message: str) -> InputError:
        return InputError(self.name, line, message)


def read_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    source: str | None = None,
    skip: Container[FileIdentity] = (),
) -> Iterator[Found]:
    """The articles of files and folders (and of standard input, "-"), in order, errors among them.

    `published` and `source` stand in where an article has none. `skip` holds files that are not to be read, such
    as the one that the output goes to.
    """
    for path in [os.fspath(p) for p in paths]:
        if path == "-":
            given = _Input("stdin", "stdin", published, source)
            yield from _guarded(given, _sniffed(given, sys.stdin.buffer))
            continue
        nothing = True
        for file in _files(path):
            nothing = False
            given = _Input(_printable(str(file)), _printable(file.stem), published, source)
            yield from _guarded(given, _file(given, file, path, skip))
        if nothing:
            yield InputError(_printable(path), None, "no .txt, .json or .jsonl file in it")


def count_articles(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """About how many articles there are to read; None if that cannot be known beforehand."""
    total = 0
    for path in [os.fspath(p) for p in paths]:
        if path == "-":
            return None
        for file in _files(path):
            if not file.is_file():
                return None
            total += _lines(file) if file.suffix.lower() in LINES else 1
    return total


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 0


def _files(path: str) -> Iterator[Path]:
    """The file itself, or the files of the known kinds in a folder and its folders, sorted."""
    if not Path(path).is_dir():
        yield Path(path)
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix.lower() in TEXT | JSON | LINES and not name.startswith("."):
                yield Path(folder, name)


def _file(given: _Input, file: Path, path: str, skip: Container[FileIdentity]) -> Iterator[Found]:
    suffix = file.suffix.lower()
    with file.open("rb") as stream:
        status = os.fstat(stream.fileno())
        if (status.st_dev, status.st_ino) in skip:
            if str(file) == str(Path(path)):
                yield given.error(None, "is also the output")
        elif suffix in LINES:
            yield from _json_lines(given, stream)
        elif suffix in JSON:
            yield from _json(given, stream.read())
        elif suffix in TEXT:
            yield _text(given, stream.read(MAX_TEXT + 1))
        elif not suffix:
            yield from _sniffed(given, stream)
        else:
            yield given.error(None, f"a {suffix} file: only .txt, .json and .jsonl are read")


def _guarded(given: _Input, found: Iterator[Found]) -> Iterator[Found]:
    """What an input gives, and what the system or the encoding says against it, as a value."""
    try:
        yield from found
    except DecodeError as error:
        yield given.error(None, str(error))
    except OSError as error:
        yield given.error(None, error.strerror or str(error))


def _sniffed(given: _Input, stream: BinaryIO) -> Iterator[Found]:
    """An input without a name that tells its kind: JSON Lines, JSON or text, by how it begins."""
    head = bytearray()
    for line in iter(lambda: stream.readline(MAX_TEXT + 1), b""):
        head += line
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            break
    start = bytes(head).removeprefix(b"\xef\xbb\xbf").strip()
    if start.startswith(b"{") and start.endswith(b"}"):
        yield from _json_lines(given, stream, bytes(head))
    elif start.startswith(b"{") or (start.startswith(b"[") and start[1:].strip()[:1] in {b"", b"{", b"]"}):
        yield from _json(given, bytes(head) + stream.read())
    else:
        yield _text(given, bytes(head) + stream.read(max(0, MAX_TEXT + 1 - len(head))))


def _text(given: _Input, data: bytes) -> Found:
    """One article: the first line that is not blank is the title, the rest the body."""
    if len(data) > MAX_TEXT:
        return given.error(None, f"too large: more than {MAX_TEXT:,} bytes")
    lines = decode(data).replace("\r\n", "\n").replace("\r", "\n").lstrip(" \t\n")
    title, _, body = lines.partition("\n")
    return given.article({"title": title.rstrip(), "text": body.strip("\n")}, None, given.stem)


def _json(given: _Input, data: bytes) -> Iterator[Found]:
    text = decode(data)
    if not text.strip():
        yield given.error(None, "empty: no text in it")
        return
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        yield given.error(error.lineno, f"broken JSON: {error.msg}")
        return
    except (ValueError, RecursionError) as error:
        yield given.error(None, f"broken JSON: {error}")
        return
    if isinstance(content, list):
        for number, fields in enumerate(content, 1):
            found = given.article(fields, None, f"{given.stem}-{number}")
            if isinstance(found, InputError):
                found = given.error(None, f"article {number}: {found.message}")
            yield found
    else:
        yield given.article(content, None, given.stem)


def _json_lines(given: _Input, stream: BinaryIO, head: bytes = b"") -> Iterator[Found]:
    """One article a line, read line by line; `head` holds lines that were read already."""
    anything = False
    for number, line in enumerate(_bounded_lines(head, stream), 1):
        if line is None:
            anything = True
            yield given.error(number, f"too large: more than {MAX_TEXT:,} bytes")
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        anything = True
        try:
            fields = json.loads(decode(line))
        except DecodeError as error:
            yield given.error(number, str(error))
        except json.JSONDecodeError as error:
            yield given.error(number, f"broken JSON: {error.msg} at column {error.colno}")
        except (ValueError, RecursionError) as error:
            yield given.error(number, f"broken JSON: {error}")
        else:
            yield given.article(fields, number, f"{given.stem}-{number}")
    if not anything:
        yield given.error(None, "empty: no text in it")


def _bounded_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines, None in place of one that is too long to be kept in memory."""
    # JSON may escape each character in six bytes, and the other fields need room too
    limit = 6 * MAX_TEXT + 65536
    for source in (io.BytesIO(head), stream):
        while line := source.readline(limit):
            if len(line) < limit or line.endswith(b"\n"):
                yield line
                continue
            while (rest := source.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield None


def _printable(name: str) -> str:
    """A file's name as text that can be written anywhere, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", "replace")
