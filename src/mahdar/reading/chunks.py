"""A sentence cut into chunks, the pieces of clauses: mentions, predicates, nouns, prepositions, borders."""

from dataclasses import dataclass

from mahdar.reading.grammar import CLAUSE_OPENERS, EACH, RELATIVES, THAT, WITH_PRONOUN
from mahdar.reading.lexicon import NounFrame, NounSense, VerbSense, Word
from mahdar.reading.mentions import COMMAS, QUOTES, Mention
from mahdar.reading.predicates import event_noun, finite_verb, participle_of_speech
from mahdar.reading.scene import Scene

KINDS = {
    "person": "who", "organisation": "who", "country": "who", "group": "who", "anaphor": "who",
    "place": "where", "date": "when", "nisba": "adjective",
}  # fmt: skip
STOPS = frozenset({":", "؛"})
OPENINGS = frozenset({"(", "-", "–", "—"})
CLOSING = 25  # tokens that a bracket or a pair of dashes may hold


@dataclass(slots=True, eq=False)
class Chunk:
    """Tokens `first` up to, but without, `last`.

    kind: who, where, when (mentions); verb, participle, event (predicates); noun, adjective, preposition, pronoun
    (a preposition with one), that, relative, each, comma, stop, quote, open (a bracket or dash), function, other.
    """

    kind: str
    first: int
    last: int
    mention: Mention | None = None
    sense: VerbSense | NounSense | None = None
    preposition: str = ""
    close: int = 0  # of an opening bracket or dash: the token after its end, 0 if it has none nearby


def chunks_of(scene: Scene, sentence: tuple[int, int]) -> list[Chunk]:
    """The chunks of a sentence in order."""
    out: list[Chunk] = []
    words, infos, at = scene.tokens.words, scene.infos, scene.at
    k, end = sentence
    while k < end:
        mention = at.get(k)
        if mention is not None and mention.kind != "nisba":
            out.append(Chunk(KINDS[mention.kind], k, mention.last, mention))
            k = mention.last
            continue
        info = infos[k]
        word = words[k]
        if not info.arabic:
            if word in COMMAS:
                out.append(Chunk("comma", k, k + 1))
            elif word in QUOTES:
                out.append(Chunk("quote", k, k + 1))
            elif word in STOPS:
                out.append(Chunk("stop", k, k + 1))
            elif word in OPENINGS:
                out.append(Chunk("open", k, k + 1, close=_close_of(words, k, end)))
            k += 1
            continue
        chunk = _predicate(scene, k, sentence, info) or _other(scene, k, word, info, mention)
        out.append(chunk)
        k = chunk.last
    return out


def _predicate(scene: Scene, k: int, sentence: tuple[int, int], info: Word) -> Chunk | None:
    if info.verbs:
        verb = finite_verb(scene, k, sentence)
        if verb is not None:
            return Chunk("verb", k, k + 1, sense=verb)
        participle = participle_of_speech(scene, k, sentence)
        if participle is not None:
            return Chunk("participle", k, k + 1, sense=participle)
    if info.nouns and not info.function:
        noun = event_noun(scene, k)
        if noun is not None:
            assert isinstance(noun.entry, NounFrame)
            return Chunk("event", k, min(sentence[1], k + 1 + len(noun.entry.rest)), sense=noun)
    return None


def _other(scene: Scene, k: int, word: str, info: Word, nisba: Mention | None) -> Chunk:
    if nisba is not None:
        return Chunk("adjective", k, nisba.last, nisba)
    if word in THAT:
        return Chunk("that", k, k + 1)
    if word in RELATIVES:
        return Chunk("relative", k, k + 1)
    if word in WITH_PRONOUN and scene.tokens.text[scene.tokens.ends[k] - 1] != "ة":  # آلية is not إليه
        return Chunk("pronoun", k, k + 1, preposition=WITH_PRONOUN[word][0])
    if word in CLAUSE_OPENERS:
        return Chunk("function", k, k + 1)
    if word in EACH:
        several = scene.tokens.words[k + 1 : k + 2] == ["من"]
        return Chunk("each", k, k + 2 if several else k + 1)
    if info.number:
        return Chunk("function", k, k + 1)  # على خمس شركات: what is counted stands for the number
    if info.preposition:
        return Chunk("preposition", k, k + 1, preposition=info.preposition)
    if info.ordinary in ("noun", "masdar") or info.body_heads:
        return Chunk("noun", k, k + 1)
    if info.ordinary in ("adjective", "participle"):
        return Chunk("adjective", k, k + 1)
    return Chunk("function" if info.function else "other", k, k + 1)


def _close_of(words: list[str], k: int, limit: int) -> int:
    """Past a bracket or a pair of dashes; 0 if it does not close nearby."""
    want = ")" if words[k] == "(" else words[k]
    for j in range(k + 1, min(limit, k + CLOSING)):
        if words[j] == want:
            return j + 1
    return 0
