"""Who speaks: the subject of the predicate, else the one whose clause or speech it carries on."""

from dataclasses import dataclass, field

from mahdar.reading.actors import Cast, Entity
from mahdar.reading.clauses import Clause, Scene
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.speech import verb_of

Party = Entity | str  # an actor, or a country's code

SPEAKERS = frozenset({"person", "organisation", "country", "group"})


@dataclass(slots=True)
class Voice:
    """Somebody who speaks or acts, and the mention that says so."""

    who: Party | None = None
    mention: Mention | None = None
    rule: str = ""


@dataclass(slots=True, eq=False)
class Floor:
    """Who has the floor at a point of the text."""

    cast: Cast
    speaker: Voice = field(default_factory=Voice)  # who spoke last
    subject: Voice = field(default_factory=Voice)  # of the clause before in this sentence
    pair: list[Party] = field(default_factory=list)  # who 'الجانبان' are

    def who(self, mention: Mention) -> Party | None:
        """The actor a mention stands for; a pair speaks through the first of the two."""
        if mention.kind == "anaphor" and mention.word in ("pair", "countries"):
            return self.pair[0] if self.pair else None
        return self.cast.of_mention.get(mention.first)

    def acts(self, clause: Clause) -> None:
        """Take note of the subject of a clause that says nothing."""
        if clause.kind != "verb" or clause.relative or not clause.subject:
            return
        verb = verb_of(clause).verb
        if verb.speech or verb.carriers or clause.subject[0].kind in SPEAKERS:
            who = self.who(clause.subject[0])
            if who is not None:
                self.subject = Voice(who, clause.subject[0])

    def speaks(self, voice: Voice) -> None:
        """Take note of who spoke."""
        self.subject = self.speaker = Voice(voice.who, voice.mention)


def pair_in(scene: Scene, cast: Cast, sentence: tuple[int, int]) -> list[Party]:
    """Two people, else two parties, named in a sentence."""
    seen: list[Party] = []
    people: list[Party] = []
    for mention in scene.between(*sentence):
        if mention.kind not in ("person", "country") or mention.prep:
            continue
        who = cast.of_mention.get(mention.first)
        if isinstance(who, Entity) and who not in people:
            people.append(who)
            if len(people) == 2:
                return people
        if who is not None and len(seen) < 2 and who not in seen:
            seen.append(who)
    return seen if len(seen) == 2 else []


def speaker_of(scene: Scene, floor: Floor, clause: Clause, subjects: list[Mention], content: int) -> Voice:
    """Who says what a clause reports, whose content begins at a token; nobody if that cannot be known."""
    if clause.kind == "participle":
        return participle_speaker(scene, floor, clause)
    sense = verb_of(clause)
    for mention in subjects:
        if mention.first >= content and not clause.subject_before:
            break
        who = floor.who(mention)
        if who is not None:
            return Voice(who, mention, "subject-before-verb" if clause.subject_before else "subject")
    if subjects and subjects[0].first < content:
        return Voice()
    if sense.number == "d" and floor.pair:
        return Voice(floor.pair[0], None, "the-two-who-met")
    for voice, rule in ((floor.subject, "same-subject"), (floor.speaker, "last-speaker")):
        if voice.who is not None and compatible(voice.who, sense):
            return Voice(voice.who, voice.mention, rule)
    return Voice()


def participle_speaker(scene: Scene, floor: Floor, clause: Clause) -> Voice:
    """A participle goes on with the subject before it, unless its own follows: مؤكدا سموه أن."""
    named = scene.at.get(clause.at + 1)
    if named is not None and named.kind == "anaphor" and named.word == "stand-in":
        who = floor.who(named)
        if who is not None:
            return Voice(who, named, "subject")
    before = floor.subject if floor.subject.who is not None else floor.speaker
    return Voice(before.who, before.mention, "participle-keeps-speaker")


def names_target(scene: Scene, floor: Floor, clause: Clause) -> bool:
    """'وطالب مجلس الأمن بإصدار قرار': the only one named after a verb that takes a target, by who spoke before."""
    sense = verb_of(clause)
    if clause.subject_before or not sense.conj or len(clause.subject) != 1 or clause.object:
        return False
    mention = clause.subject[0]
    if mention.kind not in ("country", "organisation", "group") or not any(
        e.object_is_target for e in sense.verb.speech
    ):
        return False
    speaker = floor.speaker.who
    if speaker is None or not compatible(speaker, sense) or floor.who(mention) == speaker:
        return False
    # the first words of a paragraph bring their own subject
    first = clause.sentence[0]
    return clause.at > first or not (first == 0 or scene.tokens.words[first - 1] == "\n")


def compatible(who: Party, sense: VerbSense) -> bool:
    """Whether a verb's gender and person allow this subject."""
    if sense.person == 1:
        return False
    if isinstance(who, Entity) and who.kind == "person" and who.gender and sense.gender and sense.number == "s":
        return who.gender == sense.gender
    return True
