"""The sentence that some words of a text stand in."""

_ENDS = ("\n", ". ", "؟ ", "! ")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `text[start:end]` begins and ends."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    last = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    while first < start and text[first].isspace():
        first += 1
    return first, last
