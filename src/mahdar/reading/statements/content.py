"""Where what is said ends: at the next statement, a word by which another takes the turn, or the sentence's end.

The borders of a sentence are found once, from right to left, so that any number of contents in it can be ended
without looking at its words again.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.grammar import RELATIVE, THAT
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import COMMAS
from mahdar.reading.modality import modality
from mahdar.reading.scene import Scene
from mahdar.reading.statements.speech import OPENING, speech_words, verb_of

STOPS: Final = frozenset({".", "؛"})
AFTER_QUOTATION: Final = COMMAS | {".", "؛", "!", "؟"}
AROUND: Final = COMMAS | {".", "؛", ":", "-", "–", "(", "و", "..", "!"}
CLOSES: Final = frozenset('»"”)')


@dataclass(slots=True, eq=False)
class Borders:
    """Where a content ends, by the token from which it goes on.

    `places` are the tokens of a sentence that may matter, in order; for each, and for the sentence's end after them,
    `clause` and `phrase` say where a content ends that has come as far as there.
    """

    places: list[int]
    clause: list[int]  # a clause after أن, which only a clear border ends
    phrase: list[int]  # any other content
    verbs: frozenset[int]  # tokens that are a border as the verb of the next statement

    def end(self, first: int, *, of_clause: bool) -> int:
        """The end of a content that begins at `first`. A verb that is its first word does not end it."""
        ends = self.clause if of_clause else self.phrase
        return ends[bisect_left(self.places, first + (first in self.verbs))]


def borders_of(scene: Scene, sentence: tuple[int, int], predicates: dict[int, Clause]) -> Borders:
    """The borders of a sentence, quotations and names passed over; `predicates`: its verbs and participles by token."""
    first, last = sentence
    words, quotes, inside = scene.tokens.words, scene.tokens.quotes, scene.inside
    places = sorted({*scene.signs_between(first, last), *predicates})
    clause = [last] * (len(places) + 1)
    phrase = [last] * (len(places) + 1)
    verbs: set[int] = set()
    narration = speech_words().ends_phrase_after_comma
    for n in range(len(places) - 1, -1, -1):
        k = places[n]
        close = quotes.get(k)
        after = n + 1 if close is None else bisect_left(places, min(close + 1, last))
        clause[n], phrase[n] = clause[after], phrase[after]
        if close is not None or inside[k]:
            continue
        word = words[k]
        if word in STOPS or word in COMMAS:
            if plain_border(scene, k, last):
                clause[n] = phrase[n] = k
            elif word in COMMAS and k + 1 < last and words[k + 1] in narration:
                phrase[n] = k
        elif k in predicates:
            border = verb_border(scene, predicates[k])
            if border is not None:
                verbs.add(k)
                at, clear = border
                phrase[n] = at
                if clear:
                    clause[n] = at
    return Borders(places, clause, phrase, frozenset(verbs))


def plain_border(scene: Scene, k: int, last: int) -> bool:
    """A stop, or a comma before words that take the turn or name the source."""
    tokens = scene.tokens
    words = tokens.words
    word = words[k]
    if k + 1 >= last:
        return False
    if word in STOPS:
        return tokens.starts[k + 1] > tokens.ends[k]  # no decimal point
    if word not in COMMAS:
        return False
    one, two = words[k + 1], words[k + 2 : k + 3]
    ends, turns = speech_words().ends_after_comma, modality().turns
    plain = one.removeprefix("و")
    if one not in _opening_words() and plain not in _opening_words():
        return False
    return (one,) in ends or (one, *two) in ends or (plain,) in turns or (plain, *two) in turns


@cache
def _opening_words() -> frozenset[str]:
    """The first words of the phrases that end a content after a comma: most words are none of them."""
    return frozenset(phrase[0] for phrase in speech_words().ends_after_comma | modality().turns)


def verb_border(scene: Scene, clause: Clause) -> tuple[int, bool] | None:
    """Where what was said before ends, if a predicate opens the next statement; and whether that also ends a clause."""
    k, sense = clause.at, verb_of(clause)
    if clause.kind == "participle":
        return k, True
    if sense.kind != "past":
        return None
    words, leads = scene.tokens.words, speech_words().goes_with_next
    before = words[k - 1] if k else ""
    lead = next((n for n in (1, 2) if tuple(words[max(k - n, 0) : k]) in leads), 0)
    if not (sense.conj or before in COMMAS or lead):
        return None
    clear = next_statement(scene, k, sense, clause.sentence)
    if clear is None:
        return None
    return k - lead, clear


def next_statement(scene: Scene, k: int, sense: VerbSense, sentence: tuple[int, int]) -> bool | None:
    """Whether a verb inside a content opens the next statement rather than going on with it: None if it goes on,
    True if it ends a clause too."""
    verb = sense.verb
    words = scene.tokens.words
    before = words[k - 1] if k else ""
    if not (verb.speech or verb.carriers):
        return True if verb.frames and before in COMMAS and sense.conj else None
    if before in COMMAS or before in speech_words().left_over or before in CLOSES:
        return True
    after = scene.at.get(k + 1)
    opened = k + 1 < sentence[1] and (words[k + 1] in THAT or scene.infos[k + 1].preposition != "")
    if not verb.carriers and after is None and not opened and all(e.loose for e in verb.speech):
        return None
    return after is not None and after.kind == "person"


def content_end(scene: Scene, borders: Borders, first: int, end: int) -> int:
    """The end of a content that begins at `first`: of the quotation that it is, else the first border before `end`,
    the sentence's."""
    words, infos = scene.tokens.words, scene.infos
    if first >= end:
        return end
    close = scene.tokens.quotes.get(first) if words[first] in OPENING else None
    if close is not None:
        after = close + 1
        if after >= end or words[after] in AFTER_QUOTATION or infos[after].conj or words[after] in RELATIVE:
            return after
    return borders.end(first, of_clause=words[first - 1] in THAT)


def strip(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """A content without the punctuation and the conjunctions around it."""
    words, quotes = scene.tokens.words, scene.tokens.quotes
    left_over = speech_words().left_over
    while last > first and (words[last - 1] in AROUND or words[last - 1] in left_over):
        last -= 1
    while first < last and (words[first] in COMMAS or words[first] in ":-"):
        first += 1
    if last > first and words[last - 1] in OPENING and (last - 1) in quotes:
        last -= 1
    return first, last


def extent(scene: Scene, borders: Borders, first: int, sentence: tuple[int, int]) -> tuple[int, int, bool]:
    """(first, last, quoted) of the content that opens at `first`."""
    first, last = strip(scene, first, content_end(scene, borders, first, sentence[1]))
    if first < last and scene.tokens.words[first] in OPENING and scene.tokens.quotes.get(first) == last - 1:
        return first + 1, last - 1, True
    return first, last, False


def says_something(scene: Scene, first: int, last: int) -> bool:
    """Whether a content holds more than marks or one small word."""
    if last <= first:
        return False
    if last - first == 1:
        return scene.infos[first].arabic and not scene.infos[first].function
    return any(scene.tokens.words[k][0].isalnum() for k in range(first, last))
