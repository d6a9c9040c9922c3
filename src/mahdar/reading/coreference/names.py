"""Names compared."""

from mahdar.reading.phrases.again import close_spelling
from mahdar.reading.phrases.words import COMPOUNDING


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two names agree: 0 if they cannot be one person's."""
    a = [p for p in one if p not in COMPOUNDING] or list(one)
    b = [p for p in other if p not in COMPOUNDING] or list(other)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    hits = [any(close_spelling(p, q) for q in long) for p in short]
    if not all(hits):
        return 0.0
    if len(short) == 1:
        # a single part must be the surname or the only name given
        if close_spelling(short[0], long[-1]):
            return 0.9
        return 0.5 if len(short[0]) > 2 else 0.0
    return 1.0 + len(short) / 100
