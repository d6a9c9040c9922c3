"""The body of an answer as sent -> the bytes meant, whatever the headers say of gzip, within a size."""

import zlib

from mahdar.sources.fetching.errors import FetchError

GZIP = b"\x1f\x8b\x08"
LAYERS = 2  # a .gz file in a packed answer


def unpacked(data: bytes, limit: int) -> bytes:
    """The bytes without their gzip layers, which are told by their first bytes. Raises FetchError."""
    for _ in range(LAYERS):
        if not data.startswith(GZIP):
            break
        data = _gunzipped(data, limit)
    return data


def is_whole_gzip(data: bytes, limit: int) -> bool:
    """Whether some bytes are a gzip stream with its end, so that nothing is missing whatever length was announced."""
    if not data.startswith(GZIP):
        return False
    try:
        _gunzipped(data, limit)
    except FetchError:
        return False
    return True


def _gunzipped(data: bytes, limit: int) -> bytes:
    whole = bytearray()
    while data.startswith(GZIP):  # one member after another
        stream = zlib.decompressobj(wbits=31)
        try:
            # asks for one byte more than allowed, and for one at least, as 0 would mean no bound
            whole += stream.decompress(data, limit - len(whole) + 1)
        except zlib.error as error:
            raise FetchError(f"broken gzip: {error}") from None
        if len(whole) > limit:
            raise FetchError(f"too large: more than {limit:,} bytes when unpacked")
        if not stream.eof:
            raise FetchError("broken gzip: it ends early")
        data = stream.unused_data
    return bytes(whole)
