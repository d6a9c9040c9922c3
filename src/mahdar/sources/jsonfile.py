"""JSON and JSON Lines -> articles: an object holds the fields of one."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from mahdar.sources.articles import MAX_TEXT
from mahdar.sources.decode import DecodeError, decode
from mahdar.sources.inputs import Found, Input, InputError
from mahdar.sources.streams import whole

MAX_LIST = 1024**3
"""Bytes of a JSON file, which has to be kept in memory; longer lists are JSON Lines."""
JSON_FEED = "jsonfeed.org"
"""What every JSON Feed names, and hardly anything else does."""
# JSON may escape each character in six bytes, and the other fields need room too
_LINE = 6 * MAX_TEXT + 65536


def read_json(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The article of a JSON file, or those of its list."""
    data = whole(stream, MAX_LIST)
    text = decode(data)
    if JSON_FEED in text:
        from mahdar.sources.jsonfeed import is_json_feed
        from mahdar.sources.markupfile import read_feed

        if is_json_feed(data):
            yield from read_feed(given, data)
            return
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
            found = given.article(fields, default_id=f"{given.stem}-{number}")
            if isinstance(found, InputError):
                found = given.error(None, f"article {number}: {found.message}")
            yield found
    else:
        yield given.article(content)


def read_lines(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of JSON Lines, one a line, read line by line."""
    anything = False
    for number, line in enumerate(_bounded_lines(stream), 1):
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


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines, None in place of one that is too long to be kept in memory."""
    while line := stream.readline(_LINE):
        if len(line) < _LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None
