"""Zip and gzip archives -> the articles of the files in them; what unpacks to too much is refused."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from mahdar.sources.articles import ArticleError
from mahdar.sources.dispatch import read_input
from mahdar.sources.inputs import Found, Input, RefusedError
from mahdar.sources.kinds import WORD, named_kind
from mahdar.sources.streams import joined, seekable

MAX_PACKED = 1024**3
"""Bytes of an archive that has to be kept in memory, as it comes from a pipe or lies in another."""
RATIO = 200
"""How many times its packed size a file may have: text has five to twenty times, a hundred at the utmost."""
SMALL = 16 * 1024**2
"""Bytes up to which nobody asks for that ratio."""
MAC = "__MACOSX"
"""A folder that one system adds to its archives; it holds no files of the user."""
BROKEN = (EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError)
"""What the standard library raises, beside OSError, for archives that are broken, locked or of an unknown kind."""


def read_zip(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of the files of known kinds in a zip archive, in order of their names.

    Raises RefusedError if all its files together are too much.
    """
    with open_zip(stream) as archive:
        members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        if "word/document.xml" in members:
            yield from WORD.reader()(given, stream)
            return
        if "[Content_Types].xml" in members or "mimetype" in members:
            raise ArticleError("an office document or book of a kind that is not read")
        known = []
        for name, member in sorted(members.items()):
            if any(map(_hidden, name.split("/"))):
                continue
            if named_kind(name) is not None:
                known.append(member)
            else:
                given.pass_over(name)
        given.room.take(sum(member.file_size for member in known))
        for member in known:
            yield from _member(given, archive, member)
        if not known:
            raise ArticleError("no file in it of a kind that is read")


def _hidden(part: str) -> bool:
    return part == MAC or (part.startswith(".") and part not in {".", ".."})


def _member(given: Input, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Found]:
    file = given.inside(member.filename)
    try:
        check(member)
        with _opened(archive, member) as packed:
            # joined: going back in a packed file means to unpack it again
            yield from read_input(file, member.filename, joined(b"", packed))
    except ArticleError as error:
        yield file.error(None, str(error))
    except BROKEN as error:
        yield file.error(None, f"cannot be unpacked: {error}")


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast(BinaryIO, archive.open(member))
    except (*BROKEN, OSError) as error:
        raise ArticleError(f"cannot be unpacked: {error}") from None


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip archive. Raises ArticleError if it is none."""
    stream = seekable(stream, MAX_PACKED)
    try:
        return zipfile.ZipFile(stream)
    except (*BROKEN, OSError) as error:
        raise ArticleError(f"broken zip archive: {error}") from None


def check(member: zipfile.ZipInfo) -> None:
    """Raises ArticleError for a file that is packed as only a bomb is."""
    if member.file_size > max(SMALL, RATIO * member.compress_size):
        raise ArticleError(f"unpacks to {member.file_size:,} bytes, more than {RATIO} times its size: refused")


def read_gzip(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of the file that is packed."""
    unpacked = io.BufferedReader(_Unpacked(given, stream))
    try:
        yield from read_input(given.unpacked(), given.name.removesuffix(".gz"), cast(BinaryIO, unpacked))
    except BROKEN as error:
        yield given.error(None, f"broken gzip archive: {error}")


class _Unpacked(io.RawIOBase):
    """What a gzip archive holds, as long as it does not hold too much."""

    def __init__(self, given: Input, packed: BinaryIO) -> None:
        self.packed, self.unpacked = packed, gzip.GzipFile(fileobj=packed)
        # an archive by itself may be of any size, as it is read piece by piece
        self.room = given.room if given.depth else None
        self.size = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.size

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        data = self.unpacked.read1(len(buffer))
        buffer[: len(data)] = data
        self.size += len(data)
        if self.room is not None:
            self.room.take(len(data))
        if self.size > max(SMALL, RATIO * self.packed.tell()):
            raise RefusedError(f"unpacks to more than {RATIO} times its size: refused")
        return len(data)
