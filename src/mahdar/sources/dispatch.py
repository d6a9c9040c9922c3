"""One input -> its articles, by the reader of its kind; what the system or its bytes say against it, as an error."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from mahdar.sources.articles import MAX_TEXT, ArticleError
from mahdar.sources.decode import DecodeError, known_binary
from mahdar.sources.inputs import Found, Input
from mahdar.sources.kinds import START, TEXT, kind_of, kind_of_text, named_kind
from mahdar.sources.streams import first_line, joined

if TYPE_CHECKING:
    from mahdar.sources.fetching import Fetched

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


def read_input(given: Input, name: str, stream: BinaryIO) -> Iterator[Found]:
    """The articles of a stream; `name`, as far as it has a suffix, helps to tell its kind.

    Raises RefusedError for what must not be read any further.
    """
    try:
        yield from _read(given, name, stream)
    except (ArticleError, DecodeError) as error:
        yield given.error(None, str(error))
    except OSError as error:
        yield given.error(None, error.strerror or str(error))


def is_url(path: str) -> bool:
    """Whether what a user named is an address, if perhaps one that is not fetched (ftp)."""
    return _ADDRESS.match(path) is not None


def read_url(given: Input, url: str) -> Iterator[Found]:
    """The articles at an address of the web: of a page, of what a feed or a list names, of a document."""
    from mahdar.sources.web import open_url

    def document(fetched: "Fetched") -> Iterator[Found]:
        return read_input(given.inside(fetched.url), urlsplit(fetched.url).path, BytesIO(fetched.data))

    yield from open_url(url, given.web.client, otherwise=document, published=given.published, source=given.source)


def _read(given: Input, name: str, stream: BinaryIO) -> Iterator[Found]:
    start = stream.read(START)
    kind = kind_of(name, start)
    if stream.seekable():
        stream.seek(0)
    else:
        stream = joined(start, stream)
    if kind is None:
        head = first_line(stream, MAX_TEXT + 1)
        kind = kind_of_text(head, given.columns)
        named = named_kind(name)
        if named is not None and kind is TEXT:
            known = known_binary(start)
            raise ArticleError(f"not {named.what}, though its name says so{f', but {known}' if known else ''}")
        stream = joined(head, stream)
    yield from kind.reader()(given, stream)
