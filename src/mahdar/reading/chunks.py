"""A sentence cut into chunks, the pieces of clauses: mentions, predicates, nouns, prepositions, borders."""

from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.grammar import CLAUSE_OPENERS, EACH, RELATIVES, THAT, WITH_PRONOUN
from mahdar.reading.lexicon import NounFrame, NounSense, VerbSense, Word
from mahdar.reading.mentions import COMMAS, QUOTES, Mention
from mahdar.reading.predicates import event_noun, finite_verb, participle_of_speech
from mahdar.reading.scene import Scene

KINDS: Final = {
    "person": "who", "organisation": "who", "country": "who", "group": "who", "anaphor": "who",
    "place": "where", "date": "when", "nisba": "adjective",
}  # fmt: skip
STOPS: Final = frozenset({":", "؛"})
OPENINGS: Final = frozenset({"(", "-", "–", "—"})
CLOSING: Final = 25  # tokens that a bracket or a pair of dashes may hold


@mypyc_attr(acyclic=True)
class Chunk:
    """Tokens `first` up to, but without, `last`.

    kind: who, where, when (mentions); verb, participle, event (predicates); noun, adjective, preposition, pronoun
    (a preposition with one), that, relative, each, comma, stop, quote, open (a bracket or dash), function, other.
    close: of an opening bracket or dash the token after its end, 0 if it has none nearby.
    """

    def __init__(
        self,
        kind: str,
        first: int,
        last: int,
        mention: Mention | None = None,
        sense: VerbSense | NounSense | None = None,
        preposition: str = "",
        close: int = 0,
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.mention = mention
        self.sense = sense
        self.preposition = preposition
        self.close = close


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
        kind = info.chunk or _classified(info)
        if kind == "pronoun" and scene.tokens.text[scene.tokens.ends[k] - 1] == "ة":
            kind = _kind_of_word(info, pronoun=False)  # آلية is not إليه
        if info.arabic:
            chunk = _predicate(scene, k, sentence, info) if info.verbs or info.events else None
            chunk = chunk or _other(scene, k, kind, info, mention)
            out.append(chunk)
            k = chunk.last
            continue
        if kind != "mark":
            out.append(Chunk(kind, k, k + 1, close=_close_of(words, k, end) if kind == "open" else 0))
        k += 1
    return out


def _predicate(scene: Scene, k: int, sentence: tuple[int, int], info: Word) -> Chunk | None:
    if info.verbs:
        verb = finite_verb(scene, k, sentence)
        if verb is not None:
            return Chunk("verb", k, k + 1, sense=verb)
        participle = participle_of_speech(scene, k, sentence)
        if participle is not None:
            return Chunk("participle", k, k + 1, sense=participle)
    if info.events and not info.function:
        noun = event_noun(scene, k)
        if noun is not None:
            assert isinstance(noun.entry, NounFrame)
            return Chunk("event", k, min(sentence[1], k + 1 + len(noun.entry.rest)), sense=noun)
    return None


def _other(scene: Scene, k: int, kind: str, info: Word, nisba: Mention | None) -> Chunk:
    """The chunk of a word that is no predicate here, by its kind."""
    if nisba is not None:
        return Chunk("adjective", k, nisba.last, nisba)
    if kind == "pronoun":
        return Chunk("pronoun", k, k + 1, preposition=WITH_PRONOUN[info.text][0])
    if kind == "preposition":
        return Chunk("preposition", k, k + 1, preposition=info.preposition)
    if kind == "each":
        words = scene.tokens.words
        several = k + 1 < len(words) and words[k + 1] == "من"
        return Chunk("each", k, k + 2 if several else k + 1)
    return Chunk(kind, k, k + 1)


def _classified(info: Word) -> str:
    """The kind of a word where it is nothing else, kept with it; mark: a sign that matters to no clause."""
    info.chunk = _kind_of_word(info) if info.arabic else _kind_of_sign(info.text)
    return info.chunk


def _kind_of_sign(sign: str) -> str:
    if sign in COMMAS:
        return "comma"
    if sign in QUOTES:
        return "quote"
    if sign in STOPS:
        return "stop"
    return "open" if sign in OPENINGS else "mark"


def _kind_of_word(info: Word, *, pronoun: bool = True) -> str:
    word = info.text
    if word in THAT:
        return "that"
    if word in RELATIVES:
        return "relative"
    if word in WITH_PRONOUN and pronoun:
        return "pronoun"
    if word in CLAUSE_OPENERS:
        return "function"
    if word in EACH:
        return "each"
    if info.number:
        return "function"  # على خمس شركات: what is counted stands for the number
    if info.preposition:
        return "preposition"
    if info.ordinary in ("noun", "masdar") or info.body_heads:
        return "noun"
    if info.ordinary in ("adjective", "participle"):
        return "adjective"
    return "function" if info.function else "other"


def _close_of(words: list[str], k: int, limit: int) -> int:
    """Past a bracket or a pair of dashes; 0 if it does not close nearby."""
    want = ")" if words[k] == "(" else words[k]
    for j in range(k + 1, min(limit, k + CLOSING)):
        if words[j] == want:
            return j + 1
    return 0
