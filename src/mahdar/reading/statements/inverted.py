"""What is said before its predicate: '«لن نقبل»، يقول الوزير', 'الوضع خطير، كما قال الوزير'."""

from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.lexicon import Speech
from mahdar.reading.mentions import COMMAS
from mahdar.reading.scene import Scene
from mahdar.reading.statements.content import strip
from mahdar.reading.statements.speech import speech_words, verb_of

SHORTEST: Final = 3  # tokens of a content without quotation marks
CLOSING: Final = frozenset('»”›"')
TAIL: Final = 3  # tokens that may follow the speaker


def inverted(
    scene: Scene, clause: Clause, opened: dict[int, int], earliest: int
) -> tuple[Speech, int, int, bool] | None:
    """(entry, first, last, quoted) of what stands before a verb of speech whose speaker ends the sentence; `opened`:
    closing -> opening mark of the quotations; `earliest`: where the content may begin."""
    if clause.kind != "verb" or not clause.subject or clause.subject_before:
        return None
    entry = next((e for e in verb_of(clause).verb.speech if e.clause), None)
    words = scene.tokens.words
    last = clause.sentence[1]
    end = clause.subject[-1].last
    if entry is None or not (end >= last - TAIL or words[end] in COMMAS or words[end] == "."):
        return None
    k = clause.at
    if words[k - 1] in speech_words().as_said and k > earliest:
        k -= 1
    comma = k > earliest and words[k - 1] in COMMAS
    close = k - 1 - comma
    if opened.get(close, -1) >= earliest:
        return entry, opened[close] + 1, close, True
    if not comma:
        return None
    first, stop = strip(scene, earliest, k)
    return (entry, first, stop, False) if stop - first >= SHORTEST else None
