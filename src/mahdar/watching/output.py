"""Where records go: to a file of JSON Lines, which tells after a kill what had been written, or to a stream."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol

BEGINNING = b'{"article"'
"""How the line of a record begins."""


class OutputError(Exception):
    """Why an output cannot be written to, in one line."""


class Output(Protocol):
    """Something that takes records."""

    size: int

    def append(self, record: str) -> None:
        """Write a record; it is safe when this returns."""


class Stream:
    """A terminal or a pipe. What it was given cannot be asked for again: after a kill, a record may come twice."""

    size = 0

    def __init__(self, write: Callable[[str], None]) -> None:
        self.append = write


class Lines:
    """A file of JSON Lines to which records are added, by one watch at a time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._out: BinaryIO = file.open("ab", buffering=0)
        try:
            self._lock()
        except OutputError:
            self._out.close()
            raise
        self.size = os.fstat(self._out.fileno()).st_size

    def __enter__(self) -> "Lines":
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()

    def append(self, record: str) -> None:
        """Write a record, which ends in a newline, down to the disk. Raises OSError; then nothing was written."""
        data = memoryview(record.encode("utf-8", "backslashreplace"))
        whole = self.size + len(data)
        try:
            while data:
                data = data[self._out.write(data) :]
            os.fsync(self._out.fileno())
        except OSError as error:
            os.ftruncate(self._out.fileno(), self.size)
            raise OSError(error.errno, error.strerror, str(self._file)) from None
        self.size = whole

    def recovered(self, written: int) -> Iterator[str]:
        """The ids and addresses of the articles in the lines beyond `written` bytes, all if the file is shorter.

        A record at the end that was cut off is taken away. Raises OutputError if the file holds something else.
        """
        if self.size < written:
            written = 0  # another file by the same name: its lines count all the same
        with self._file.open("rb") as lines:
            lines.seek(written)
            at = written
            for line in lines:
                record = _record(line)
                if record is None and not line.endswith(b"\n") and _begins_a_record(line):
                    os.ftruncate(self._out.fileno(), at)
                    self.size = at
                    return
                if record is None and (at == 0 or not line.endswith(b"\n")):
                    raise OutputError(
                        f"{self._file}: holds something else than records; a watch adds to a file of its own"
                    )
                yield from _names(record or {})
                at += len(line)
        if at > written and not line.endswith(b"\n"):
            self.append("\n")

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows
            return
        try:
            fcntl.flock(self._out.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"{self._file}: another watch is writing to it") from None
        except OSError:  # a file system without locks
            return


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _begins_a_record(line: bytes) -> bool:
    return line.startswith(BEGINNING) or BEGINNING.startswith(line)


def _names(record: dict[str, Any]) -> Iterator[str]:
    article = record.get("article")
    if isinstance(article, dict):
        yield from (name for name in (article.get("id"), article.get("url")) if isinstance(name, str))
