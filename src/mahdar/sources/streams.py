"""Streams of bytes: looked into and still whole, read up to a bound, made seekable."""

import io
from typing import BinaryIO, cast

from mahdar.sources.articles import ArticleError

BLOCK = 1 << 20


class _Joined(io.RawIOBase):
    """What was read of a stream, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest, self.at = head, rest, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        if self.head:
            size = min(len(buffer), len(self.head))
            buffer[:size], self.head = self.head[:size], self.head[size:]
        else:
            # what there is, not all that is asked for: who reads a pipe does not wait for its end
            data = self.rest.read1(len(buffer))  # type: ignore[attr-defined]
            size = len(data)
            buffer[:size] = data
        self.at += size
        return size


def joined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream that begins with bytes that were read already."""
    return cast(BinaryIO, io.BufferedReader(_Joined(head, rest)))


def first_line(stream: BinaryIO, limit: int) -> bytes:
    """The bytes up to the end of the first line that is not blank, at most about `limit`."""
    head = bytearray()
    while len(head) < limit and (line := stream.readline(limit)):
        head += line
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            break
    return bytes(head)


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream. Raises ArticleError if they are more than `limit`."""
    data = bytearray()
    while block := stream.read(min(BLOCK, limit + 1 - len(data))):
        data += block
        if len(data) > limit:
            raise ArticleError(f"too large: more than {limit:,} bytes")
    return bytes(data)


def seekable(stream: BinaryIO, limit: int) -> BinaryIO:
    """The stream if one can go back in it, else a copy in memory. Raises ArticleError if that had to be too large."""
    return stream if stream.seekable() else io.BytesIO(whole(stream, limit))
