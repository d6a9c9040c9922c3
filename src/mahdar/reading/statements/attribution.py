"""Who speaks: the subject of the predicate, else the one whose clause or speech it carries on."""

from dataclasses import dataclass, field
from typing import Final

from mahdar.hints import mypyc_attr
from mahdar.reading.clauses import Clause
from mahdar.reading.coreference import Cast, Entity
from mahdar.reading.grammar import BETWEEN
from mahdar.reading.lexicon import VerbSense
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.scene import ENTITY, Scene
from mahdar.reading.statements.speech import speech_words, verb_of

Party = Entity | str  # an actor, or a country's code

TOPIC: Final = 40  # tokens from a topic or an antecedent to its verb
OFFICE: Final = 4  # mentions in an office after a name: ..., نائبة المفوض السامي للأمم المتحدة لشؤون اللاجئين
MARK: Final = 2  # letters of a word too short for a name
STRANGER: Final = "not-understood"
NEAR: Final = 12  # mentions of the sentence among which a speaker left out is sought

SPEAKERS: Final = frozenset({"person", "organisation", "country", "group"})


@mypyc_attr(acyclic=True)
class Voice:
    """Somebody who speaks or acts, and the mention that says so."""

    def __init__(
        self,
        who: Party | None = None,
        mention: Mention | None = None,
        rule: str = "",
    ) -> None:
        self.who = who
        self.mention = mention
        self.rule = rule


@dataclass(slots=True, eq=False)
class Floor:
    """Who has the floor at a point of the text."""

    cast: Cast
    speaker: Voice = field(default_factory=Voice)  # who spoke last
    subject: Voice = field(default_factory=Voice)  # of the clause before in this sentence
    pair: list[Party] = field(default_factory=list)  # who 'الجانبان' are
    stranger: bool = False  # the last to speak is somebody the text names in a way that is not understood

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
                self.stranger = False

    def speaks(self, voice: Voice) -> None:
        """Take note of who spoke."""
        self.subject = self.speaker = Voice(voice.who, voice.mention)
        self.stranger = voice.who is None


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


def with_subject(scene: Scene, floor: Floor, clause: Clause) -> Clause:
    """The clause with the subject that its construction gives: the topic of أما, what a relative clause is about;
    none if the only one named is whom it is aimed at."""
    if clause.kind != "verb":
        return clause
    before = None if clause.subject_before else topic_of(scene, clause) or antecedent_of(scene, clause)
    if before is not None:
        return clause.read_as(clause.sense, [before], subject_before=True)
    if names_target(scene, floor, clause):
        return clause.read_as(clause.sense, [], subject_before=False)
    return clause


def topic_of(scene: Scene, clause: Clause) -> Mention | None:
    """'أما الوزير، الذي ...، فأكد': who is set before a verb with ف."""
    sense = verb_of(clause)
    if sense.conj != "ف":
        return None
    words = scene.tokens.words
    for k in range(clause.at - 1, max(clause.sentence[0], clause.at - TOPIC) - 1, -1):
        if words[k] in speech_words().topic:
            for mention in scene.between(k + 1, k + 3)[:1]:
                if mention.kind in ENTITY and not mention.prep and agrees(mention, sense):
                    return mention
            return None
    return None


def antecedent_of(scene: Scene, clause: Clause) -> Mention | None:
    """'مع الوزيرة، التي أكدت': whom a relative clause without a subject of its own is about."""
    sense = verb_of(clause)
    if not clause.relative or clause.subject or sense.suffix:
        return None
    end = clause.at - 1
    if end > clause.sentence[0] and scene.tokens.words[end - 1] in COMMAS:
        end -= 1
    for mention in reversed(scene.between(max(clause.sentence[0], end - TOPIC), end)[-OFFICE:]):
        if mention.kind in ENTITY and agrees(mention, sense) and (mention.last == end or mention.kind == "person"):
            return mention
    return None


def speaker_of(scene: Scene, floor: Floor, clause: Clause, content: int) -> Voice:
    """Who says what a clause reports, whose content begins at a token; nobody if that cannot be known."""
    if clause.kind == "participle":
        return participle_speaker(scene, floor, clause)
    for mention in clause.subject:
        if mention.first >= content and not clause.subject_before:
            break
        who = floor.who(mention)
        if who is not None:
            return Voice(who, mention, "subject-before-verb" if clause.subject_before else "subject")
    if clause.subject and clause.subject[0].first < content:
        return Voice()
    if verb_of(clause).number == "d" and floor.pair:
        return Voice(floor.pair[0], None, "the-two-who-met")
    return carried_on(scene, floor, clause)


def author_of(floor: Floor, document: str) -> Voice:
    """Whose a document without a named author is: البيان is that of the body that spoke last."""
    last = floor.speaker
    if (
        document.startswith("ال")
        and last.who is not None
        and not (isinstance(last.who, Entity) and last.who.kind == "person")
    ):
        return Voice(last.who, last.mention, "last-speaker")
    return Voice(rule=STRANGER)


def participle_speaker(scene: Scene, floor: Floor, clause: Clause) -> Voice:
    """A participle goes on with the subject before it, unless its own follows: مؤكدا سموه أن."""
    named = scene.at.get(clause.at + 1)
    if named is not None and named.kind == "anaphor" and named.word == "stand-in":
        who = floor.who(named)
        if who is not None:
            return Voice(who, named, "subject")
    before = carried_on(scene, floor, clause)
    if before.who is None:
        if floor.stranger:
            return before
        before = floor.subject if floor.subject.who is not None else floor.speaker
    return Voice(before.who, before.mention, "participle-keeps-speaker")


def carried_on(scene: Scene, floor: Floor, clause: Clause) -> Voice:
    """Who goes on without being named: the subject of the clause before, else somebody named in the sentence, else the
    last speaker; whoever the predicate agrees with."""
    sense = verb_of(clause)
    if floor.stranger or names_stranger(scene, clause):
        return Voice(rule=STRANGER)
    if noun_subject(scene, clause):
        return Voice()
    if goes_on(floor.subject, sense):
        return Voice(floor.subject.who, floor.subject.mention, "same-subject")
    if sense.gender == "f" or floor.speaker.who is None:
        for mention in reversed(scene.between(clause.sentence[0], clause.at)[-NEAR:]):
            if mention.kind in ("person", "organisation") and agrees(mention, sense):
                voice = Voice(floor.who(mention), mention, "named-before")
                if goes_on(voice, sense):
                    return voice
    if goes_on(floor.speaker, sense):
        return Voice(floor.speaker.who, floor.speaker.mention, "last-speaker")
    return Voice()


def names_stranger(scene: Scene, clause: Clause) -> bool:
    """Whether a name that nobody knows follows a verb: قال كاظميان إن."""
    k = clause.at + 1
    if clause.kind != "verb" or clause.subject or k >= clause.sentence[1] or k in scene.at:
        return False
    info = scene.infos[k]
    known = info.ordinary or info.function or info.preposition or info.verbs or info.nouns or info.number or info.date
    return info.arabic and not known and len(info.text) > MARK


def noun_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a thing is the subject: تطرق الاتصال إلى, لافتات تندد ب."""
    if clause.kind != "verb" or clause.subject:
        return False
    sense, k = verb_of(clause), clause.at
    entries = sense.verb.speech
    after = scene.tokens.words[k + 1] if k + 1 < clause.sentence[1] else ""
    before = scene.infos[k - 1] if k > clause.sentence[0] and not sense.conj and k - 1 not in scene.at else None
    if before is not None and before.ordinary == "noun" and not before.function and after not in BETWEEN:
        return True  # but not في تصريح قال فيه, where the subject goes on
    if not entries or any("" in e.content or e.object_is_target for e in entries) or sense.suffix:
        return False
    info = scene.infos[k + 1] if after else None
    noun = info is not None and info.ordinary in ("noun", "masdar") and info.det and not info.clitic
    return noun and k + 1 not in scene.at


def names_target(scene: Scene, floor: Floor, clause: Clause) -> bool:
    """'وطالب مجلس الأمن بإصدار قرار': the only one named after a verb that takes a target, by who spoke before."""
    sense = verb_of(clause)
    if clause.subject_before or not sense.conj or len(clause.subject) != 1 or clause.object:
        return False
    mention = clause.subject[0]
    if not any(e.object_is_target for e in sense.verb.speech):
        return False
    if oblique(scene, mention):
        return True
    if mention.kind not in ("country", "organisation", "group"):
        return False
    if not goes_on(floor.speaker, sense) or floor.who(mention) == floor.speaker.who:
        return False
    # the first words of a paragraph bring their own subject
    first = clause.sentence[0]
    return clause.at > first or not (first == 0 or scene.tokens.words[first - 1] == "\n")


def oblique(scene: Scene, mention: Mention) -> bool:
    """Whether a dual or plural stands in a case that no subject has: الطرفين."""
    return mention.kind == "anaphor" and mention.number != "s" and scene.tokens.words[mention.first].endswith("ين")


def agrees(mention: Mention, sense: VerbSense) -> bool:
    """Whether a predicate that follows agrees with a mention in gender and number, where both show them."""
    if sense.person == 1:
        return False
    several = mention.number != "s"
    if sense.number in ("d", "p"):
        return several or mention.kind in ("group", "organisation", "country")
    if several:
        return sense.gender != "m" and mention.kind not in ("person", "group")
    return not (sense.gender and mention.gender) or sense.gender == mention.gender


def goes_on(voice: Voice, sense: VerbSense) -> bool:
    """Whether somebody can be the subject that a predicate leaves out."""
    who = voice.who
    if who is None or sense.person == 1:
        return False
    if isinstance(who, Entity) and who.kind == "person":
        if sense.number == "p":
            return False
        if who.gender and sense.gender and sense.number == "s":
            return who.gender == sense.gender
        return True
    return voice.mention is None or voice.mention.kind == "anaphor" or agrees(voice.mention, sense)
