"""Small words around what is said (packs/ar/speech.toml, [words]), folded for look-up; and what opens a content."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from mahdar.packs import table
from mahdar.reading.clauses import Clause
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.predicates import finite_verb, participle_of_speech
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold

OPENING: Final = frozenset('«“"')


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The table's lists, each under its key there."""

    before_colon: frozenset[str]
    quantities: frozenset[str]
    about: frozenset[str]
    ends_phrase_after_comma: frozenset[str]
    left_over: frozenset[str]
    as_said: frozenset[str]
    sayings: frozenset[str]
    own_sayings: frozenset[str]
    quoting: frozenset[str]
    documents: frozenset[str]
    topic: frozenset[str]
    impersonal: frozenset[str]
    spokesmen: frozenset[str]
    missions: frozenset[str]
    manner: frozenset[tuple[str, ...]]
    according_to: frozenset[tuple[str, ...]]
    ends_after_comma: frozenset[tuple[str, ...]]
    goes_with_next: frozenset[tuple[str, ...]]


PHRASES: Final = ("manner", "according_to", "ends_after_comma", "goes_with_next")


@cache
def speech_words() -> SpeechWords:
    """The table of small words around speech."""
    words = table("ar", "speech")["words"]
    lists: dict[str, Any] = {key: frozenset(fold(w) for w in words[key]) for key in SpeechWords.__dataclass_fields__}
    lists["about"] = frozenset(words["about"])  # prepositions as the lexicon names them: not folded
    for key in PHRASES:
        lists[key] = frozenset(tuple(fold(phrase).split()) for phrase in words[key])
    return SpeechWords(**lists)


@dataclass(slots=True, eq=False)
class Opening:
    """How a predicate opens what is said: the act, the content's first token, whom it names on the way there."""

    act: str
    first: int
    rule: str
    targets: list[Mention] = field(default_factory=list)
    quotation: bool = False  # the content is the quotation whose mark stands at `first`
    stranger: bool = False  # the speaker is somebody not understood
    document: str = ""  # the word for the document that speaks for its author: بيان, البيان
    source: Mention | None = None  # who is quoted, where that is not the subject: نقلا عن مصدر


def verb_of(clause: Clause) -> VerbSense:
    """The sense of a clause whose predicate is a verb or a participle."""
    assert isinstance(clause.sense, VerbSense)
    return clause.sense


def is_predicate(scene: Scene, k: int, sentence: tuple[int, int]) -> bool:
    """Whether another predicate stands at token k: a finite verb or a participle of speech."""
    if not scene.infos[k].verbs:
        return False
    return finite_verb(scene, k, sentence) is not None or participle_of_speech(scene, k, sentence) is not None


def document_after(scene: Scene, clause: Clause) -> tuple[str, int]:
    """The document that is the subject of a verb (ذكر البيان الختامي) or in which it stands (جاء في بيان); the token
    after it and its adjective; "" and the token after the verb if there is none."""
    words, infos = scene.tokens.words, scene.infos
    k, last = clause.at + 1, clause.sentence[1]
    noun = k + 1 if words[k : k + 1] == ["في"] else k
    if clause.kind != "verb" or noun >= last or words[noun].removeprefix("ال") not in speech_words().documents:
        return "", k
    after = noun + 1
    if after + 1 < last and not infos[after].clitic:
        if infos[after].ordinary in ("adjective", "participle") or infos[after + 1].preposition == "عن":  # صادر عن
            after += 1
    return words[noun], after


def manner_at(words: list[str], k: int) -> int:
    """How many words at a token say how a thing is said: بأشد العبارات; 0 if none does."""
    manner = speech_words().manner
    return next((n for n in (2, 1) if tuple(words[k : k + n]) in manner), 0)


def past_bracket(words: list[str], k: int, limit: int) -> int:
    """The token after what stands between brackets or dashes from k on."""
    want = ")" if words[k] == "(" else words[k]
    for j in range(k + 1, min(limit, k + 25)):
        if words[j] == want:
            return j + 1
    return k + 1
