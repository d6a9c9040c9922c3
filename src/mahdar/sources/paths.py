"""Files, folders, addresses, standard input -> articles, one at a time; what cannot be read as an `InputError`.

What is named by the user is read whatever it is called, if its bytes tell what it is; in a folder, files of kinds
that are not read are passed over and counted.
"""

import os
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mahdar.sources.dispatch import is_url, read_input, read_url
from mahdar.sources.inputs import Found, Input, InputError, RefusedError, Room, Web, printable, stem_of
from mahdar.sources.kinds import named_kind

STDIN = "-"

FileIdentity = tuple[int, int]
"""Device and inode: which file it is, whatever it is called."""


def read_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    source: str | None = None,
    columns: Mapping[str, str] | None = None,
    skip: Container[FileIdentity] = (),
    passed: Counter[str] | None = None,
    allow_private: bool = False,
    contact: str | None = None,
) -> Iterator[Found]:
    """The articles of files and folders (and of standard input, "-"), in order, errors among them.

    `published` and `source` stand in where an article has none; `columns` says what a field of an article is called in
    the tables and JSON of the user. `skip` holds files that are not to be read, such as the one that the output goes
    to; `passed` is where what is passed over is counted; `allow_private` lets addresses of private networks be asked,
    `contact` is told to the servers.
    """
    given = Input(
        "stdin",
        "stdin",
        published,
        source,
        columns=columns or {},
        passed=Counter() if passed is None else passed,
        web=Web(allow_private=allow_private, contact=contact),
    )
    for path in [os.fspath(p) for p in paths]:
        if path == STDIN:
            yield from _guarded(given, read_input(given, "", sys.stdin.buffer))
        elif is_url(path):
            yield from _guarded(given, read_url(given, path))
        elif Path(path).is_dir():
            yield from _folder(given, path, skip)
        else:
            yield from _file(given, path, skip, named=True)


def count_articles(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """About how many articles there are to read; None if that cannot be known beforehand."""
    total = 0
    for path in [os.fspath(p) for p in paths]:
        if Path(path).is_dir():
            files = [found for found in _walk(path) if isinstance(found, str) and named_kind(found) is not None]
        else:
            files = [path]
        for file in files:
            kind = named_kind(file)
            if kind is None or kind.holds is None or not Path(file).is_file():
                return None
            total += _lines(Path(file)) if kind.holds == "lines" else 1
    return total


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 0


def _folder(given: Input, folder: str, skip: Container[FileIdentity]) -> Iterator[Found]:
    anything = False
    for found in _walk(folder):
        if isinstance(found, InputError):
            anything = True
            yield found
        elif named_kind(found) is None:
            given.pass_over(found)
        else:
            anything = True
            yield from _file(given, found, skip, named=False)
    if not anything:
        yield InputError(printable(folder), None, "no file in it of a kind that is read")


def _walk(folder: str) -> Iterator[str | InputError]:
    """The files in a folder and its folders, sorted, but for hidden ones; folders that cannot be opened, as errors."""
    refused: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(place, name)  # noqa: PTH118 - the name as it is, in bytes that may be no text
            if not name.startswith(".") and (os.path.isfile(path) or not os.path.exists(path)):  # noqa: PTH110, PTH113
                yield path
    for error in refused:
        yield InputError(printable(str(error.filename)), None, error.strerror or str(error))


def _file(given: Input, path: str, skip: Container[FileIdentity], *, named: bool) -> Iterator[Found]:
    given = replace(given, name=printable(path), stem=stem_of(printable(path)), room=Room())
    try:
        with Path(path).open("rb") as stream:
            status = os.fstat(stream.fileno())
            if (status.st_dev, status.st_ino) not in skip:
                yield from _guarded(given, read_input(given, path, stream))
            elif named:
                yield given.error(None, "is also the output")
    except OSError as error:
        yield given.error(None, error.strerror or str(error))


def _guarded(given: Input, found: Iterator[Found]) -> Iterator[Found]:
    """What an input gives, and why it is not read any further, as a value."""
    try:
        yield from found
    except RefusedError as error:
        yield given.error(None, str(error))
