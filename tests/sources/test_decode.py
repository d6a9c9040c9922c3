"""Bytes are read as UTF-8 or windows-1256, or refused; never guessed wrong, never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.sources import DecodeError, decode

NEWS = "استقبل وزير الخارجية في أستانا، أمس الثلاثاء، سفراء الدول العربية «المعتمدين» لدى بلاده (2024)."
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"
ARABIC = st.text(LETTERS + " ", min_size=8, max_size=60)
POINTED = st.text(LETTERS + "،؛؟«»", min_size=8, max_size=60)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_arabic_in_the_encodings_of_the_web(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)) == NEWS


def test_words_in_latin_letters_do_no_harm() -> None:
    text = NEWS + " BBC News — 25%"
    assert decode(text.encode("cp1256")) == text


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\u2067", "\ufeff", "ﻻ", "\u200f", "ـ", "\u064b"])
def test_odd_signs_are_kept(sign: str) -> None:
    text = NEWS + sign + NEWS
    assert decode(text.encode()) == text


def test_one_broken_byte_is_not_taken_for_windows_1256() -> None:
    data = bytearray(NEWS.encode())
    data[11] = 0xFF
    with pytest.raises(DecodeError, match="neither UTF-8"):
        decode(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04...",
        b"\x89PNG\r\n",
        b"\x7fELF\x02",
        b"{\\rtf1\\ansi",
        bytes(range(256)) * 8,
        b"\x00" * 500,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError, match="not text but"):
        decode(data)


def test_latin_1_is_refused() -> None:
    with pytest.raises(DecodeError, match="neither UTF-8"):
        decode("Le ministre a été reçu à Genève".encode("latin-1"))


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except DecodeError as error:
        assert "\n" not in str(error)


@given(ARABIC)
def test_arabic_survives_both_encodings(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(text.encode("cp1256")) == text


@given(POINTED, st.data())
def test_broken_utf_8_is_never_windows_1256(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    broken = text[:place].encode() + b"\xff" + text[place:].encode()
    with pytest.raises(DecodeError):
        decode(broken)
