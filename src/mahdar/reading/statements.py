"""Stage 5b, statements: who said what, by which act, about whom.

A verb or participle of speech opens a statement; the noun under it may decide the act ("أعرب عن قلقه"); the content
begins after أن, a preposition of the verb's, a colon or a quotation mark, and ends where the next statement, another
speaker or the sentence begins.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from mahdar.reading.actors import Cast
from mahdar.reading.attribution import STRANGER, Floor, Party, Voice, pair_in, speaker_of, with_subject
from mahdar.reading.carried import carried
from mahdar.reading.clauses import Clause, Scene
from mahdar.reading.content import Borders, borders_of, extent, says_something
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.speech import speech_words, verb_of
from mahdar.reading.spoken import spoken
from mahdar.reading.targets import targets_of
from mahdar.reading.trailing import trailing_in


@dataclass(slots=True, eq=False)
class Said:
    """One act of speech in the making."""

    at: int
    act: str
    first: int  # content, in tokens
    last: int
    quoted: bool
    voice: Voice
    rule: str
    targets: list[Party] = field(default_factory=list)
    target_mentions: list[Mention] = field(default_factory=list)


class Listener:
    """Reads the statements of one article, in order; it remembers who spoke last."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene = scene
        self.floor = Floor(cast)
        self.out: list[Said] = []

    def sentence(self, clauses: list[Clause]) -> None:
        """The statements of one sentence."""
        if not clauses:
            return
        floor, sentence = self.floor, clauses[0].sentence
        floor.pair = floor.pair or pair_in(self.scene, floor.cast, sentence)
        floor.subject = Voice()
        predicates = [c for c in clauses if c.kind != "noun" and isinstance(c.sense, VerbSense)]
        relays = Relays(predicates)
        borders: Borders | None = None
        found: list[Said] = []
        covered = -1
        for clause in predicates:
            if clause.at < covered:
                continue  # inside what is said already
            verb = verb_of(clause).verb
            said = None
            if verb.speech or verb.carriers:
                borders = borders or borders_of(self.scene, sentence)
                said = self.one(clause, borders)
            if said is None:
                floor.acts(clause)
            elif not relays.something(said):
                found.append(said)
                covered = said.last
                floor.speaks(said.voice)
        for trailing in trailing_in(self.scene, floor, sentence, [(s.at, s.first, s.last) for s in found]):
            found.append(
                Said(trailing.at, "say", trailing.first, trailing.last, trailing.quoted, trailing.voice, "attribution")
            )
        if floor.speaker.who is None:
            floor.speaker = floor.subject
        self.out.extend(found)

    def one(self, clause: Clause, borders: Borders) -> Said | None:
        """What one predicate says, if it says anything and somebody says it."""
        scene, floor = self.scene, self.floor
        if clause.negated or (not clause.subject and scene.tokens.words[clause.at] in speech_words().impersonal):
            return None
        clause = with_subject(scene, floor, clause)
        opening = carried(scene, clause) or spoken(scene, clause)
        if opening is None:
            return None
        if opening.quotation:
            first, last, quoted = opening.first + 1, scene.tokens.quotes[opening.first], True
        else:
            first, last, quoted = extent(scene, borders, opening.first, clause)
        if not says_something(scene, first, last):
            return None
        voice = speaker_of(scene, floor, clause, first)
        if voice.who is None and voice.rule != STRANGER:
            return None
        aimed = targets_of(scene, floor, opening.act, (first, last), voice.who, opening.targets)
        said = Said(clause.at, opening.act, first, last, quoted, voice, opening.rule)
        said.targets = [who for who, _ in aimed]
        said.target_mentions = [mention for _, mention in aimed]
        return said


class Relays:
    """Statements that only pass on that somebody named said something: صرح المتحدث بأن الوزير أكد ...: the words are
    the minister's."""

    def __init__(self, predicates: list[Clause]) -> None:
        self.clauses = [c for c in predicates if c.kind == "verb" and c.subject_before]
        self.starts = [c.at for c in self.clauses]

    def something(self, said: Said) -> bool:
        """Whether what is said is itself that somebody named said something."""
        if said.act not in ("say", "announce") or said.quoted:
            return False
        n = bisect_right(self.starts, said.first)
        if n == len(self.clauses) or self.starts[n] >= said.last:
            return False
        clause = self.clauses[n]
        verb = verb_of(clause).verb
        speaks = any(not e.loose for e in verb.speech)
        return speaks and clause.subject[0].first == said.first and clause.subject[0].kind == "person"
