"""Stage 5b, statements: who said what, by which act, about whom.

A verb or participle of speech opens a statement; the noun under it may decide the act ("أعرب عن قلقه"); the content
begins after أن, a preposition of the verb's, a colon or a quotation mark, and ends where the next statement, another
speaker or the sentence begins.
"""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from mahdar.hints import mypyc_attr
from mahdar.reading.clauses import Clause
from mahdar.reading.coreference import Cast
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene
from mahdar.reading.statements.attribution import (
    STRANGER,
    Floor,
    Party,
    Voice,
    author_of,
    pair_in,
    speaker_of,
    with_subject,
)
from mahdar.reading.statements.carried import carried
from mahdar.reading.statements.content import Borders, borders_of, extent, says_something, strip
from mahdar.reading.statements.inverted import inverted
from mahdar.reading.statements.sayings import label_at, saying_at, who_said
from mahdar.reading.statements.sources import heads_of_sources, sources_in
from mahdar.reading.statements.speech import Opening, speech_words, verb_of
from mahdar.reading.statements.spoken import spoken
from mahdar.reading.statements.targets import targets_of


@mypyc_attr(acyclic=True)
class Said:
    """One act of speech in the making."""

    def __init__(
        self,
        at: int,
        act: str,
        first: int,  # content, in tokens
        last: int,
        quoted: bool,
        voice: Voice,
        rule: str,
        verb: str = "",  # the predicate's past tense
    ) -> None:
        self.at = at
        self.act = act
        self.first = first
        self.last = last
        self.quoted = quoted
        self.voice = voice
        self.rule = rule
        self.targets: list[Party] = []
        self.target_mentions: list[Mention] = []
        self.verb = verb


class Listener:
    """Reads the statements of one article, in order; it remembers who spoke last."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene = scene
        self.floor = Floor(cast)
        self.out: list[Said] = []
        self.opened = {close: k for k, close in scene.tokens.quotes.items()}
        self.covered = -1  # the end of what is said already
        self.predicates: dict[int, Clause] = {}  # of the sentence at hand
        self.borders: Borders | None = None
        words = scene.tokens.words
        sources, sayings = heads_of_sources(), speech_words().sayings | speech_words().own_sayings
        self.sources = [k for k, word in enumerate(words) if word in sources]
        self.sayings = [k for k, word in enumerate(words) if word in sayings]

    def sentence(self, sentence: tuple[int, int], clauses: list[Clause]) -> None:
        """The statements of one sentence."""
        scene, floor = self.scene, self.floor
        floor.pair = floor.pair or pair_in(scene, floor.cast, sentence)
        floor.subject = Voice()
        label = label_at(scene, sentence)
        if label is not None and self.answers(*label):
            return
        predicates = [c for c in clauses if c.kind != "noun" and isinstance(c.sense, VerbSense)]
        sources, sayings = within(self.sources, sentence), within(self.sayings, sentence)
        if not (predicates or sources or sayings):
            return
        self.predicates, self.borders = {c.at: c for c in predicates}, None
        relays = Relays(predicates)
        found: list[Said] = []
        for at, clause in sorted([*((c.at, c) for c in predicates), *((k, None) for k in sayings)], key=itemgetter(0)):
            if at < self.covered:
                continue  # inside what is said already
            if clause is None:
                said = self.saying(at, sentence)
            else:
                verb = verb_of(clause).verb
                said = self.one(clause) if verb.speech or verb.carriers else None
            if said is None:
                if clause is not None:
                    floor.acts(clause)
            elif not relays.something(said):
                found.append(said)
                self.covered = max(said.last, said.at)
                floor.speaks(said.voice)
        if sources:
            taken = [(s.at, s.first, s.last) for s in found]
            for source in sources_in(scene, floor, sentence, sources, self.borders_of(sentence), self.opened, taken):
                found.append(Said(source.at, "say", source.first, source.last, source.quoted, source.voice, "source"))
        if floor.speaker.who is None:
            floor.speaker = floor.subject
        self.out.extend(found)

    def borders_of(self, sentence: tuple[int, int]) -> Borders:
        """The borders of the sentence at hand, found when they are first asked for."""
        if self.borders is None:
            self.borders = borders_of(self.scene, sentence, self.predicates)
        return self.borders

    def one(self, clause: Clause) -> Said | None:
        """What one predicate says, if it says anything and somebody says it."""
        scene, floor = self.scene, self.floor
        if clause.negated or (not clause.subject and scene.tokens.words[clause.at] in speech_words().impersonal):
            return None
        if clause.kind == "verb" and all(v.person in (1, 2) for v in scene.infos[clause.at].verbs):
            return None  # the news speaks in the third person
        clause = with_subject(scene, floor, clause)
        opening = carried(scene, clause) or spoken(scene, clause)
        for other in other_readings(scene, clause) if opening is None else ():
            opening = opening or spoken(scene, other)
        if opening is None:
            before = inverted(scene, clause, self.opened, max(self.covered, clause.sentence[0]))
            if before is None:
                return None
            entry, first, last, quoted = before
            opening = Opening(entry.act, first, f"speech:{entry.act}+inverted")
            voice = speaker_of(scene, floor, clause, clause.sentence[1])
        else:
            if opening.quotation:
                first, last, quoted = opening.first + 1, scene.tokens.quotes[opening.first], True
            else:
                first, last, quoted = extent(scene, self.borders_of(clause.sentence), opening.first, clause.sentence)
            source = floor.who(opening.source) if opening.source else None
            if source is not None:
                voice = Voice(source, opening.source, "who-is-quoted")
            elif opening.document:
                voice = author_of(floor, opening.document)
            elif opening.stranger:
                voice = Voice(rule=STRANGER)
            else:
                voice = speaker_of(scene, floor, clause, first)
        if not says_something(scene, first, last) or (voice.who is None and voice.rule != STRANGER):
            return None
        aimed = targets_of(scene, floor, opening.act, (first, last), voice.who, opening.targets)
        said = Said(clause.at, opening.act, first, last, quoted, voice, opening.rule, verb=verb_of(clause).verb.past)
        said.targets = [who for who, _ in aimed]
        said.target_mentions = [mention for _, mention in aimed]
        return said

    def saying(self, at: int, sentence: tuple[int, int]) -> Said | None:
        """What is said after قوله."""
        scene = self.scene
        opening = saying_at(scene, at, sentence[1])
        if opening is None:
            return None
        first, quoted = opening
        if quoted:
            first, last = first + 1, scene.tokens.quotes[first]
        else:
            first, last, quoted = extent(scene, self.borders_of(sentence), first, sentence)
        voice = who_said(scene, self.floor, at, sentence)
        if voice.who is None or not says_something(scene, first, last):
            return None
        return Said(at, "say", first, last, quoted, voice, "saying")

    def answers(self, mention: Mention, first: int, last: int) -> bool:
        """One answer of an interview: a statement of its own, to the end of the paragraph."""
        who = self.floor.who(mention)
        first, last = strip(self.scene, first, last)
        if who is None or not says_something(self.scene, first, last):
            return False
        voice = Voice(who, mention, "label")
        self.out.append(Said(mention.first, "say", first, last, False, voice, "label"))
        self.covered = last
        self.floor.speaks(voice)
        return True


def other_readings(scene: Scene, clause: Clause) -> list[Clause]:
    """The clause with its word read as another verb of speech: ورد as و and رد."""
    if clause.kind != "verb":
        return []
    senses = [v for v in scene.infos[clause.at].verbs if v.kind == "past" and v.verb is not verb_of(clause).verb]
    return [
        clause.read_as(sense, clause.subject, subject_before=clause.subject_before)
        for sense in senses
        if sense.verb.speech
    ]


def within(places: list[int], sentence: tuple[int, int]) -> list[int]:
    """The places, in order, that lie in a sentence."""
    return places[bisect_left(places, sentence[0]) : bisect_left(places, sentence[1])]


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
