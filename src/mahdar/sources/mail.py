"""Letters (.eml), mailboxes (.mbox) and pages saved as letters (.mhtml) -> articles, attached documents among them.

A letter's text is the article, its subject the title, its date the date, its sender the outlet. Of a letter in two
forms the plain one is read, where it is Arabic.
"""

import email
import email.errors
import email.header
import email.utils
import io
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any, BinaryIO

from mahdar.sources.articles import ArticleError
from mahdar.sources.decode import ARABIC_LETTER, DecodeError, decode
from mahdar.sources.dispatch import read_input
from mahdar.sources.inputs import Found, Input
from mahdar.sources.kinds import named_kind
from mahdar.sources.pages import page_fields
from mahdar.sources.streams import whole

MAX_LETTER = 64 * 1024**2
"""Bytes of one letter with what is attached to it."""
PARTS = 1000
"""How many parts of a letter are looked at."""
_BORDER = b"From "
_UNKNOWN_CHARSETS = {"", "unknown-8bit", "x-unknown", "default"}


def read_letter(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The article of one letter, and those of the documents attached to it."""
    yield from _letter(given, email.message_from_bytes(whole(stream, MAX_LETTER)))


def read_mailbox(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The articles of a mailbox, letter by letter, never more than one of them in memory."""
    for number, data in enumerate(_letters(stream), 1):
        letter = given.part(f"letter {number}", f"{given.stem}-{number}")
        if data is None:
            yield letter.error(None, f"too large: more than {MAX_LETTER:,} bytes")
            continue
        try:
            yield from _letter(letter, email.message_from_bytes(data))
        except (ArticleError, DecodeError) as error:
            yield letter.error(None, str(error))


def read_saved_page(given: Input, stream: BinaryIO) -> Iterator[Found]:
    """The article of a page that a browser saved with all that belongs to it."""
    message = email.message_from_bytes(whole(stream, MAX_LETTER))
    for part in _parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = _header(part, "Content-Location") or _header(message, "Snapshot-Content-Location")
            yield given.article(page_fields(_content(part), url=url, charset=_charset(part)))
            return
    raise ArticleError("no page in it")


def _letter(given: Input, message: Message) -> Iterator[Found]:
    published = _day(message)
    fields = {
        "id": (_header(message, "Message-ID") or "").strip("<> ") or None,
        "title": _header(message, "Subject"),
        "published": published,
        "source": _sender(message),
    }
    parts = [part for part in _parts(message) if not part.is_multipart() or _is_letter(part)]
    attached = [part for part in parts if _is_letter(part) or _is_document(part)]
    body = _body([part for part in parts if part not in attached])
    if (body is not None and ARABIC_LETTER.search(body["text"])) or not attached:
        # the letter itself says who wrote it and when; what its page may say of that belongs to the page
        told = {name: value for name, value in fields.items() if value is not None}
        yield given.article({**(body or {"text": ""}), **told})
    inner = replace(
        given, published=published or given.published, given_from="metadata" if published else given.given_from
    )
    for part in attached:
        yield from _attachment(inner, part)


def _attachment(given: Input, part: Message) -> Iterator[Found]:
    name = _filename(part) or "letter"
    try:
        file = given.inside(name)
        if _is_letter(part):
            for letter in part.get_payload():
                if isinstance(letter, Message):
                    yield from _letter(file, letter)
        else:
            yield from read_input(file, name, io.BytesIO(_content(part)))
    except ArticleError as error:
        yield given.error(None, str(error))


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a letter, in order; a letter in it is one part."""
    waiting, seen = [message], 0
    while waiting and seen < PARTS:
        part = waiting.pop(0)
        seen += 1
        yield part
        if part.is_multipart() and not _is_letter(part):
            waiting[:0] = [inner for inner in part.get_payload() if isinstance(inner, Message)]


def _is_letter(part: Message) -> bool:
    """Whether a part is another letter, attached as one."""
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _is_document(part: Message) -> bool:
    """Whether a part is a file of a kind that is read, and not the letter's own text."""
    name = _filename(part)
    return name is not None and named_kind(name) is not None


def _body(parts: list[Message]) -> dict[str, Any] | None:
    """The fields of the letter's text: the plain form where it is Arabic, else the page."""
    plain = "\n\n".join(_text(part) for part in parts if part.get_content_type() == "text/plain").strip()
    if ARABIC_LETTER.search(plain):
        return {"text": plain}
    for part in parts:
        if part.get_content_type() == "text/html":
            try:
                return page_fields(_content(part), charset=_charset(part))
            except (ArticleError, DecodeError):
                continue
    return {"text": plain} if plain else None


def _text(part: Message) -> str:
    """A part's characters, by the charset it names if its bytes are in it, else by what they are."""
    data, charset = _content(part), _charset(part)
    try:
        text = data.decode(charset) if charset and charset not in _UNKNOWN_CHARSETS else decode(data)
    except (LookupError, UnicodeError):
        text = decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
        return _decoded(name) if name else None
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None


def _header(message: Message, name: str) -> str | None:
    """A header as one line of text; None where it is absent, empty or broken."""
    # raw, as bytes beyond ASCII, which no letter should have there and many do, would be lost otherwise
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), None)
    return " ".join(_decoded(str(value)).split()) or None if value is not None else None


def _decoded(value: str) -> str:
    """What a header says, whether it is encoded as it should be or stands there in plain bytes."""
    try:
        if value.isascii():
            return str(email.header.make_header(email.header.decode_header(value)))
        return decode(value.encode("utf-8", "surrogateescape"))
    except (LookupError, UnicodeError, DecodeError, ValueError, email.errors.MessageError):
        return value.encode("utf-8", "replace").decode()


def _sender(message: Message) -> str | None:
    name, address = email.utils.parseaddr(_header(message, "From") or "")
    return name or address or None


def _day(message: Message) -> str | None:
    """The day of the letter, in its own time zone."""
    try:
        return email.utils.parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _letters(stream: BinaryIO) -> Iterator[bytes | None]:
    """The letters of a mailbox, None in place of one that is too large."""
    letter, size, after_blank = bytearray(), 0, True
    while line := stream.readline(1 << 16):
        if after_blank and line.startswith(_BORDER):
            if size:
                yield bytes(letter) if size <= MAX_LETTER else None
            letter, size, after_blank = bytearray(), 0, False
            continue
        size += len(line)
        if size <= MAX_LETTER:
            # a line of the text that begins so was written >From, to be no border
            letter += line[1:] if line.lstrip(b">").startswith(_BORDER) and line.startswith(b">") else line
        after_blank = not line.strip()
    if size:
        yield bytes(letter) if size <= MAX_LETTER else None
