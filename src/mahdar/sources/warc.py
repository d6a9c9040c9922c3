"""Web archives (.warc, .warc.gz) -> the articles of their pages, one at a time.

Read are the pages that a server answered with (status 200, HTML). A crawl holds far more that is no article: redirects,
pictures, lists of headlines; that is counted, not complained of.
"""

import zlib
from collections.abc import Iterator
from http import HTTPStatus
from io import SEEK_END
from typing import TYPE_CHECKING, BinaryIO

from mahdar.sources.articles import ArticleError
from mahdar.sources.decode import DecodeError
from mahdar.sources.inputs import AsideError, Found, Input, InputError
from mahdar.sources.kinds import GZIP
from mahdar.sources.pages import page_fields
from mahdar.sources.streams import BLOCK

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MAX_PAGE = 16 * 1024**2
"""Bytes of a page, packed and unpacked; larger ones are no news."""
PAGES = ("text/html", "application/xhtml+xml")
TOO_LARGE = "pages that are too large"
END = b"\r\n\r\n"
"""What stands behind every record."""
NO_ARTICLE = "pages without an article"


def read_warc(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of an archive, in its order."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    last, cut = 0, False
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False):
            last = record.stream_pos
            if record.content_length > MAX_PAGE:
                given.passed[TOO_LARGE] += 1
                continue
            data = record.reader.read(record.content_length)
            if cut := len(data) < record.content_length or record.headers.get("Content-Length") is None:
                break
            yield from _page(given, record, data)
    except OSError as error:
        yield given.error(None, f"broken after byte {last:,}: {error}; what stands before was read")
        return
    if cut or _ends_early(stream, last):
        yield given.error(None, f"cut off after byte {last:,}; what stands before was read")


def _page(given: Input, record: "WarcRecord", data: bytes) -> Iterator[Found]:
    """The article of a page, if the record is a page and it has one."""
    if not record.is_http:
        return
    record.set_bytes_content(data)
    try:
        record.parse_http(auto_decode="all")
        answer = record.http_headers
        if answer is None or answer.status_code != HTTPStatus.OK or record.http_content_type not in PAGES:
            return
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
        markup = record.reader.read(MAX_PAGE + 1)
        if len(markup) > MAX_PAGE:
            given.passed[TOO_LARGE] += 1
            return
        fields = page_fields(markup, url=url, charset=record.http_charset)
    except (ArticleError, DecodeError, OSError):
        given.passed[NO_ARTICLE] += 1
        record.set_bytes_content(b"")  # an answer that is broken takes the reader away, and the iterator wants one
        return
    found = (given.part(url) if url else given).article(fields, default_id=url)
    if isinstance(found, InputError) and not isinstance(found, AsideError):
        given.passed[NO_ARTICLE] += 1
    else:
        yield found


def _ends_early(stream: BinaryIO, last: int) -> bool:
    """Whether an archive ends in the middle of its last record; the library says nothing of that."""
    if not last or not stream.seekable():
        return False
    stream.seek(last)
    block = stream.read(BLOCK)
    if not block.startswith(GZIP.begins):
        stream.seek(-len(END), SEEK_END)
        return stream.read() != END
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while block:
        try:
            unpacking.decompress(block, BLOCK)
            while unpacking.unconsumed_tail:
                unpacking.decompress(unpacking.unconsumed_tail, BLOCK)
        except zlib.error:
            return True
        block = unpacking.unused_data or stream.read(BLOCK)
        if unpacking.eof:
            unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16) if block else unpacking
    return not unpacking.eof
