"""A text file -> its article: the first line that is not blank is the title, the rest the body."""

from collections.abc import Iterator
from typing import BinaryIO

from mahdar.sources.articles import MAX_TEXT
from mahdar.sources.decode import decode
from mahdar.sources.inputs import Found, Input
from mahdar.sources.streams import whole


def read_text(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The one article of a text file."""
    yield given.article(title_and_body(decode(whole(stream, MAX_TEXT))))


def title_and_body(text: str) -> dict[str, str]:
    """A text's first line as the title, the rest as the body."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(" \t\n")
    title, _, body = lines.partition("\n")
    return {"title": title.rstrip(), "text": body.strip("\n")}
