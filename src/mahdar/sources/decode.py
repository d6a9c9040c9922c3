"""Bytes -> text: UTF-8, or windows-1256, in which much of the Arabic web was written; anything else is refused."""

import codecs
import re

ARABIC_LETTER = re.compile("[ء-يٮ-ۓۺ-ۿﭐ-ﷻﹰ-ﻼ]")
"""A letter of the Arabic script, presentation forms included."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ARABIC_1256 = re.compile("[ء-ْپٹچژڈگکڑںھہے،؛؟]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

_BINARY = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\xd0\xcf\x11\xe0": "an old office document (save it as .docx)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"{\\rtf": "an RTF document (save it as .docx)",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a database",
}
"""How well-known kinds of binary files begin."""


class DecodeError(ValueError):
    """Why some bytes are no text that can be read."""


def known_binary(data: bytes) -> str | None:
    """What some bytes are, if they begin like a well-known kind of binary file."""
    return next((kind for start, kind in _BINARY.items() if data.startswith(start)), None)


def decode(data: bytes) -> str:
    """The text of some bytes, to the letter but for a byte order mark. Raises DecodeError."""
    if kind := known_binary(data):
        raise DecodeError(f"not text but {kind}")
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _windows_1256(data, error)
    # A stray NUL is dirt in an article; one control character in ten is no article.
    if len(_CONTROL.findall(text)) * 10 > len(text):
        raise DecodeError("not text but binary data")
    return text


def _windows_1256(data: bytes, error: UnicodeDecodeError) -> str:
    """The bytes as windows-1256, if they are no UTF-8 with a few broken bytes and if it makes them Arabic."""
    text = data.decode("cp1256")
    if len(_CONTROL.findall(text)) * 10 > len(text):
        raise DecodeError("not text but binary data")
    beyond_ascii = len(_BEYOND_ASCII.findall(text))
    in_utf_8 = len(data.decode("utf-8", "ignore").encode()) - (len(data) - beyond_ascii)
    if in_utf_8 * 2 > beyond_ascii or len(_ARABIC_1256.findall(text)) < 0.75 * beyond_ascii:
        raise DecodeError(f"neither UTF-8 ({error.reason} at byte {error.start}) nor windows-1256")
    return text
