"""Names compared."""

from functools import lru_cache

from mahdar.reading.phrases.again import close_spelling
from mahdar.reading.phrases.words import COMPOUNDING, COMPOUNDS, DESCENT


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two names agree: 0 if they cannot be one person's."""
    less, more = (one, other) if len(one) <= len(other) else (other, one)
    if len(less) > 1 and more[-len(less) :] == less:
        # ولد ابنو, بن رمضان; but سلمان بن عبدالعزيز is the father of محمد بن سلمان بن عبدالعزيز
        return 0.0 if len(more) > len(less) and more[-len(less) - 1] in DESCENT else 1.0
    if all(len(p) < 5 and p not in more for p in less):
        return 0.0
    short, long = _parts(one), _parts(other)
    if len(short) > len(long):
        short, long = long, short
    if not all(any(close_spelling(p, q) for q in long) for p in short):
        return 0.0
    if len(short) == 1:
        # a single part must be the surname or the only name given; a father's name is neither
        if close_spelling(short[0], long[-1]):
            return 0.0 if len(more) > 2 and more[-2] in DESCENT else 0.9
        return 0.5 if close_spelling(short[0], long[0]) else 0.0
    if not close_spelling(short[0], long[0]) and not close_spelling(short[-1], long[-1]):
        return 0.0
    # محمد بن سلمان is not محمد بن عبد العزيز, though the one's father is the other's
    fathers_differ = one[1] in DESCENT and other[1] in DESCENT and one[2:3] != other[2:3] and one[0] == other[0]
    return 0.0 if fathers_differ else 1.0 + len(short) / 100


@lru_cache(maxsize=5_000)
def _parts(name: tuple[str, ...]) -> list[str]:
    """The parts of a name, a compound (عبد الله, أبو زيد) and a clan being one."""
    out: list[str] = []
    joined = ""
    for part in name:
        if part in COMPOUNDS:
            joined += part
        elif part not in COMPOUNDING:
            out.append(joined + part)
            joined = ""
    return out or list(name)
