"""In which encoding a page is written: its bytes decide, and what is said about them only where they leave a choice."""

import codecs
import re

from mahdar.sources.decode import ARABIC_LETTER, DecodeError, decode

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page declares its charset."""

_OTHERS = frozenset({"iso8859-6", "mac-arabic", "cp720", "cp864", "utf-16", "utf-16-le", "utf-16-be"})
"""Encodings of Arabic that the bytes alone do not show, by Python's names."""

_OTHER_AT_MOST = 200_000
"""Bytes of a page of UTF-8 that are none."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(rb"[\x80-\xff]{3,}")
_WORDS_1256 = re.compile("[ء-ْپچژگ،؛؟\xa0]+")


def decode_page(data: bytes, charset: str | None) -> str:
    """The text of a page; `charset` is what the server said. Raises DecodeError.

    UTF-8 and windows-1256 are known by their bytes, whatever is declared. Another encoding of Arabic is believed if the
    bytes are no UTF-8 and it makes more of them Arabic than windows-1256 does. A page of UTF-8 with pieces in
    windows-1256 is read piece by piece; bytes that are neither are left out.
    """
    other = _other(data, charset)
    if other is not None:
        return other
    try:
        return decode(data)
    except DecodeError:
        if not _mostly_utf_8(data):
            raise
        return data.decode("utf-8", "mahdar-pieces")


def _other(data: bytes, charset: str | None) -> str | None:
    """The text in the declared encoding, if that is one of the others and fits better than those that are known."""
    for name in (charset, *(found[1].decode() for found in _META.finditer(data[:_HEAD]))):
        try:
            codec = codecs.lookup(name or "utf-8").name
            if codec not in _OTHERS or _is_utf_8(data):
                continue
            text = data.decode(codec)
        except (LookupError, ValueError):
            continue
        if _arabic(text) > _arabic(data.decode("cp1256")):
            return text
    return None


def _is_utf_8(data: bytes) -> bool:
    try:
        return b"\x00" not in data[:_HEAD] and bool(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False


def _mostly_utf_8(data: bytes) -> bool:
    """Whether a part of the bytes that are not ASCII is UTF-8 with Arabic in it, and the other few enough."""
    text = data.decode("utf-8", "ignore")
    other = len(data) - len(text.encode())
    return other < _OTHER_AT_MOST and "\x00" not in text and ARABIC_LETTER.search(text) is not None


def _arabic(text: str) -> float:
    """Which share of the letters that are not ASCII is Arabic."""
    return len(ARABIC_LETTER.findall(text)) / (len(_BEYOND_ASCII.findall(text)) or 1)


def _piece(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8: as windows-1256 where that makes Arabic words of them, else nothing."""
    assert isinstance(error, UnicodeDecodeError)
    found = _RUN.match(error.object, error.start)
    if found:
        words = found[0].decode("cp1256")
        if _WORDS_1256.fullmatch(words):
            return words, found.end()
    return "", error.end


codecs.register_error("mahdar-pieces", _piece)
