"""Stage 5b, statements: who said what, by which act, about whom.

A verb or participle of speech opens a statement; the noun under it may decide the act ("أعرب عن قلقه"); the content
begins after أن, a preposition of the verb's, a colon or a quotation mark, and ends where the next statement, another
speaker or the sentence begins.
"""

from dataclasses import dataclass, field

from mahdar.reading.clauses import Clause, preposition_of
from mahdar.reading.coreference import SUPRANATIONAL, Cast, Entity
from mahdar.reading.grammar import BETWEEN, DEGREES, RELATIVE, THAT
from mahdar.reading.lexicon import Carrier, Speech, Stance, VerbSense
from mahdar.reading.mentions import COMMAS, QUOTES, Mention
from mahdar.reading.modality import modality
from mahdar.reading.predicates import finite_verb, governing_stance, participle_of_speech
from mahdar.reading.scene import ENTITY, Scene

OPENING = frozenset('«“"')
STRIP = COMMAS | {".", "؛", ":", "-", "–", "(", "و", "..", "!"}
ATTACHED = {"ب": "ب", "ل": "ل"}


@dataclass(slots=True, eq=False)
class Said:
    """One act of speech in the making."""

    at: int
    act: str
    first: int  # content, in tokens
    last: int
    quoted: bool
    speaker: Entity | str | None
    speaker_mention: Mention | None
    speaker_rule: str
    targets: list[Entity | str] = field(default_factory=list)
    target_mentions: list[Mention] = field(default_factory=list)
    rule: str = ""
    trigger_last: int = 0
    sentence: int = 0


class Listener:
    """Reads the statements of one article, in order; it remembers who spoke last."""

    def __init__(self, scene: Scene, cast: Cast, types: dict[str, str]) -> None:
        self.scene = scene
        self.cast = cast
        self.types = types
        self.words = scene.tokens.words
        self.infos = scene.infos
        self.speaker: Entity | str | None = None
        self.speaker_mention: Mention | None = None
        self.pair: list[Entity | str] = []
        self.out: list[Said] = []
        self.mood = modality()

    def who(self, mention: Mention) -> Entity | str | None:
        """The actor a mention stands for; a pair speaks through the first of the two."""
        if mention.kind == "anaphor" and mention.word in ("pair", "countries"):
            return self.pair[0] if self.pair else None
        return self.cast.of_mention.get(mention.first)

    def sentence(self, number: int, clauses: list[Clause]) -> None:
        """The statements of one sentence."""
        if not clauses:
            return
        sentence = clauses[0].sentence
        if not self.pair:
            self.remember_pair(sentence)
        covered = -1
        local: tuple[Entity | str | None, Mention | None] = (None, None)
        for clause in clauses:
            if clause.kind == "noun" or not isinstance(clause.sense, VerbSense):
                continue
            if clause.at < covered:
                continue  # inside what is said already
            verb = clause.sense.verb
            if not (verb.speech or verb.carriers):
                if clause.kind == "verb" and clause.subject and not clause.relative:
                    who = self.who(clause.subject[0])
                    if who is not None and clause.subject[0].kind in ("person", "organisation", "country", "group"):
                        local = who, clause.subject[0]
                continue
            said = self.one(clause, local)
            if said is None:
                if clause.subject and not clause.relative and clause.kind == "verb":
                    who = self.who(clause.subject[0])
                    if who is not None:
                        local = who, clause.subject[0]
                continue
            said.sentence = number
            if self.relays(said, clauses):
                continue  # صرح المتحدث بأن الوزير أكد ...: the words are the minister's
            self.out.append(said)
            covered = said.last
            if said.speaker is not None:
                local = said.speaker, said.speaker_mention
                self.speaker, self.speaker_mention = local
        self.attributions(number, sentence)
        if local[0] is not None and self.speaker is None:
            self.speaker, self.speaker_mention = local

    def relays(self, said: Said, clauses: list[Clause]) -> bool:
        """Whether what is said is itself that somebody named said something."""
        if said.act not in ("say", "announce") or said.quoted:
            return False
        for clause in clauses:
            if (
                clause.kind == "verb"
                and said.first < clause.at < said.last
                and clause.subject_before
                and isinstance(clause.sense, VerbSense)
            ):
                verb = clause.sense.verb
                return bool(
                    (verb.speech or verb.carriers) and not all(e.loose for e in verb.speech or [])
                    and clause.subject[0].first == said.first and clause.subject[0].kind == "person"
                )  # fmt: skip
        return False

    def remember_pair(self, sentence: tuple[int, int]) -> None:
        """Two people or states named in the sentences so far: who 'الجانبان' are."""
        seen: list[Entity | str] = []
        for mention in self.scene.between(*sentence):
            if mention.kind in ("person", "country") and not mention.prep:
                who = self.cast.of_mention.get(mention.first)
                if who is not None and who not in seen:
                    seen.append(who)
        people = [s for s in seen if isinstance(s, Entity)]
        if len(people) >= 2:
            self.pair = list(people[:2])
        elif len(seen) >= 2 and not self.pair:
            self.pair = seen[:2]

    # --- one predicate

    def one(self, clause: Clause, local: tuple[Entity | str | None, Mention | None]) -> Said | None:
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        if clause.negated:
            return None
        found = self.carried(clause) or self.spoken(clause)
        if found is None:
            return None
        act, first, speech_rule, targets, quoted_at = found
        quoted = False
        last = first
        if quoted_at >= 0:
            close = self.scene.tokens.quotes.get(quoted_at)
            if close is None:
                return None
            first, last, quoted = quoted_at + 1, close, True
        else:
            last = self.content_end(first, clause)
            first, last = self.strip(first, last)
            if first < last and self.words[first] in OPENING and self.scene.tokens.quotes.get(first) == last - 1:
                first, last, quoted = first + 1, last - 1, True
        if last <= first or (last - first == 1 and (self.infos[first].function or not self.infos[first].arabic)):
            return None
        speaker, mention, rule = self.speaker_of(clause, local, first)
        if speaker is None:
            return None
        said = Said(clause.at, act, first, last, quoted, speaker, mention, rule, rule=speech_rule)
        said.trigger_last = clause.at + 1
        self.aim(said, targets)
        return said

    def speaker_of(
        self, clause: Clause, local: tuple[Entity | str | None, Mention | None], content: int
    ) -> tuple[Entity | str | None, Mention | None, str]:
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        if clause.kind == "participle":
            named = self.scene.at.get(clause.at + 1)
            if (
                named is not None
                and named.kind == "anaphor"
                and named.word == "stand-in"
                and self.who(named) is not None
            ):
                return self.who(named), named, "subject"  # مؤكدا سموه أن
            if local[0] is not None:
                return local[0], local[1], "participle-keeps-speaker"
            return self.speaker, self.speaker_mention, "participle-keeps-speaker"
        for mention in clause.subject:
            if mention.first >= content and not clause.subject_before:
                break
            if self.is_target(clause):
                break
            who = self.who(mention)
            if who is not None:
                return who, mention, "subject" if not clause.subject_before else "subject-before-verb"
        if clause.subject and clause.subject[0].first < content and not self.is_target(clause):
            return None, None, ""
        if sense.number == "d" and self.pair:
            return self.pair[0], None, "the-two-who-met"
        if clause.other_subject and not clause.subject:
            pass
        if local[0] is not None and self.compatible(local[0], sense):
            return local[0], local[1], "same-subject"
        if self.speaker is not None and self.compatible(self.speaker, sense):
            return self.speaker, self.speaker_mention, "last-speaker"
        # someone of the right gender in the sentence before the verb
        return None, None, ""

    def is_target(self, clause: Clause) -> bool:
        """'وطالب مجلس الأمن بإصدار قرار': the only one named after a verb that takes a target, by who spoke before."""
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        if clause.subject_before or not sense.conj or len(clause.subject) != 1 or clause.object:
            return False
        mention = clause.subject[0]
        if mention.kind not in ("country", "organisation", "group") or not any(
            e.object_is_target for e in sense.verb.speech
        ):
            return False
        if self.speaker is None or not self.compatible(self.speaker, sense) or self.who(mention) == self.speaker:
            return False
        # the first words of a paragraph bring their own subject
        first = clause.sentence[0]
        return clause.at > first or not (first == 0 or self.words[first - 1] == "\n")

    def compatible(self, who: Entity | str, sense: VerbSense) -> bool:
        if sense.person == 1:
            return False
        if isinstance(who, Entity) and who.kind == "person" and who.gender and sense.gender and sense.number == "s":
            return who.gender == sense.gender
        return True

    # --- where the content begins

    def carried(self, clause: Clause) -> tuple[str, int, str, list[Mention], int] | None:
        """'أعرب عن قلقه إزاء ...', 'جدد دعم بلاده لـ ...', 'أكد رفض مصر ...'."""
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        if not sense.verb.carriers:
            return None
        stance: Stance | None = None
        carrier: Carrier | None = None
        k = clause.at + 1
        limit = min(clause.sentence[1], clause.at + 45)
        pending = ""
        noun_at = -1
        suffix = ""
        seen_noun = False
        while k < limit:
            mention = self.scene.at.get(k)
            word = self.words[k]
            info = self.infos[k]
            if mention is not None and mention.kind != "nisba" and governing_stance(self.scene, k) is None:
                k = mention.last
                pending = ""
                continue
            if word in THAT or word in OPENING or word == ":":
                return None
            if (
                info.verbs
                and k > clause.at + 1
                and (
                    finite_verb(self.scene, k, clause.sentence) or participle_of_speech(self.scene, k, clause.sentence)
                )
            ):
                return None
            found = governing_stance(self.scene, k)
            if found is not None and not (seen_noun and not pending):
                entry, noun = found
                link = pending or (noun.prep if noun.prep == "ب" else "")
                for candidate in sense.verb.carriers:
                    if link not in candidate.link:
                        continue
                    if candidate.only and entry.act not in candidate.only:
                        continue
                    if not candidate.all and (not entry.strong or noun.det):
                        continue
                    stance, carrier, noun_at, suffix = entry, candidate, k, noun.suffix
                    break
                if stance is not None:
                    break
            if info.preposition:
                pending = info.preposition
                seen_noun = False
            elif word in COMMAS:
                pending = ""
                seen_noun = False
            elif word.removeprefix("ب") in DEGREES or word in DEGREES:
                pass
            elif info.ordinary in ("noun", "masdar"):
                if not info.clitic:
                    seen_noun = True
                if (
                    not pending
                    and any("" in c.link for c in sense.verb.carriers)
                    and not info.clitic
                    and clause.subject
                    and k > clause.subject[-1].last - 1
                ):
                    return None
                if pending:
                    return None
                pending = ""
            k += 1
        if stance is None or carrier is None:
            return None
        return self.after_stance(clause, stance, noun_at, suffix)

    def after_stance(
        self, clause: Clause, stance: Stance, noun_at: int, suffix: str
    ) -> tuple[str, int, str, list[Mention], int] | None:
        """Past the owner of the attitude to its content."""
        targets: list[Mention] = []
        k = noun_at + 1
        limit = min(clause.sentence[1], noun_at + 30)
        owner = bool(suffix)
        fallback = -1
        act = stance.act
        while k < limit:
            word = self.words[k]
            info = self.infos[k]
            mention = self.scene.at.get(k)
            if word in THAT:
                return act, k + 1, f"stance:{act}", targets, -1
            if word in OPENING:
                if self.scene.tokens.quotes.get(k) is not None:
                    return act, k, f"stance:{act}", targets, -1
                k += 1
                continue
            if word in COMMAS:
                if stance.act == "condole" and targets:
                    break
                k += 1
                if k - noun_at > 4:
                    break
                continue
            if mention is not None and mention.kind == "date":
                k = mention.last
                continue
            prep = preposition_of(mention) if mention is not None and mention.kind != "nisba" else ""
            lone = (
                info.clitic if info.clitic in ("ب", "ل") else ("ل" if word.startswith("لل") and len(word) > 4 else "")
            )
            if (
                not lone
                and mention is None
                and info.clitic == ""
                and word[0] == "ل"
                and word[1:].startswith("م")
                and word in ("لما",)
            ):
                lone = "ل"
            if mention is not None and mention.kind in ENTITY | {"place"}:
                lead = prep
                if lead and lead in stance.addressee and self.content_follows(mention.last, limit, stance, lead):
                    targets.append(mention)
                    k = mention.last
                    owner = True
                    continue
                if lead and lead in stance.content:
                    if lead in stance.addressee:
                        targets.append(mention)
                    return act, k, f"stance:{act}", targets, -1
                if not lead:
                    if not owner and fallback < 0:
                        owner = True
                        fallback = k
                        k = mention.last
                        continue
                    if "" in stance.content:
                        return act, k, f"stance:{act}", targets, -1
                k = mention.last
                continue
            if info.preposition:
                if info.preposition in stance.content or info.preposition in ("إزاء", "حيال", "تجاه", "بشأن"):
                    nxt = k + 1
                    if nxt < limit and self.words[nxt] in THAT:
                        nxt += 1
                    if info.preposition == "إلى" and act == "support":
                        return act, k, f"stance:{act}", targets, -1
                    after = self.scene.at.get(nxt)
                    if info.preposition in stance.addressee and after is not None and after.kind in ENTITY:
                        targets.append(after)
                        if self.content_follows(after.last, limit, stance, info.preposition):
                            k = after.last
                            continue
                    return act, nxt, f"stance:{act}", targets, -1
                k += 1
                continue
            if lone and lone in stance.content:
                return act, k, f"stance:{act}", targets, -1
            if info.verbs and not info.ordinary and finite_verb(self.scene, k, clause.sentence):
                break
            if "" in stance.content and (owner or info.ordinary) and not self.owner_words(k):
                return act, k, f"stance:{act}", targets, -1
            if mention is not None and mention.kind == "nisba":
                k = mention.last
                continue
            k += 1
        if stance.act == "condole" and targets:
            return act, targets[0].first, f"stance:{act}", targets, -1
        return None

    def owner_words(self, k: int) -> bool:
        """Adjectives and quantities between the noun and its content: الكامل، البالغ."""
        info = self.infos[k]
        if info.ordinary == "adjective" and info.det:
            return True
        return not info.arabic

    def content_follows(self, k: int, limit: int, stance: Stance, lead: str) -> bool:
        """Whether another preposition of the stance opens the content later on."""
        for j in range(k, min(limit, k + 10)):
            word = self.words[j]
            if word in COMMAS or word in THAT:
                return word in THAT
            info = self.infos[j]
            if info.preposition and info.preposition in stance.content and info.preposition != lead:
                return True
            if info.clitic in ("ل", "ب") and info.clitic in stance.content and info.clitic != lead:
                return True
        return False

    def spoken(self, clause: Clause) -> tuple[str, int, str, list[Mention], int] | None:
        """A plain verb of speech and what opens its content."""
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        entries = sense.verb.speech
        if not entries:
            return None
        words, infos = self.words, self.infos
        k = clause.at + 1
        limit = min(clause.sentence[1], clause.at + 70)
        targets: list[Mention] = []
        subject_done = clause.kind == "participle" or clause.subject_before or bool(sense.suffix)
        skipping = False
        commas = 0
        firsts = set() if self.is_target(clause) else {m.first for m in clause.subject}
        takes_target = any(e.object_is_target for e in entries)
        direct = [e for e in entries if "" in e.content]
        last_prep = ""
        while k < limit:
            word = words[k]
            info = infos[k]
            mention = self.scene.at.get(k)
            if word in THAT:
                entry = next((e for e in entries if e.clause), None)
                if entry is None:
                    return None
                opener = k + 1
                if word in ("ان", "بان") and opener < limit and words[opener] == ":":
                    opener += 1
                return self.act_of(entries), opener, f"speech:{entry.act}+أن", targets, -1
            if word == ":":
                nxt = k + 1
                if nxt < limit and words[nxt] in OPENING and self.scene.tokens.quotes.get(nxt):
                    return entries[0].act, nxt, f"speech:{entries[0].act}+quotation", targets, nxt
                if clause.kind == "verb" or entries[0].act == "say":
                    return entries[0].act, nxt, f"speech:{entries[0].act}+colon", targets, -1
                return None
            if word in OPENING:
                close = self.scene.tokens.quotes.get(k)
                if close is not None and (close - k > 2 or not subject_done) and not self.is_nickname(k, close):
                    if close - k <= 5 and not subject_done and self.scene.at.get(k + 1) is not None:
                        k = close + 1
                        continue
                    entry = direct[0] if direct else entries[0]
                    if entry.loose or close + 1 >= limit or words[close + 1] in COMMAS | {".", "؛"}:
                        return entry.act, k, f"speech:{entry.act}+quotation", targets, -1
                    return entry.act, k, f"speech:{entry.act}+quotation", targets, -1
                k += 1
                continue
            if word in COMMAS:
                commas += 1
                if commas > 4:
                    return None
                skipping = False
                last_prep = ""
                k += 1
                continue
            if word in ("(", "-", "–", "—"):
                k = self.past_bracket(k, limit)
                continue
            if mention is not None and mention.kind == "date":
                k = mention.last
                continue
            if mention is not None and mention.kind in ENTITY:
                prep = preposition_of(mention) or last_prep
                if k in firsts and not clause.subject_before:
                    subject_done = True
                    k = mention.last
                    last_prep = ""
                    skipping = False
                    continue
                if prep:
                    entry = self.entry_for(entries, prep)
                    if entry is not None and not skipping:
                        start = k
                        return entry.act, start, f"speech:{entry.act}+{prep}", targets, -1
                    if prep in ("ل", "من") and takes_target:
                        targets.append(mention)
                    k = mention.last
                    last_prep = ""
                    skipping = True
                    continue
                if mention.conj and (targets or subject_done) and not skipping and not direct:
                    if targets:
                        targets.append(mention)
                    k = mention.last
                    continue
                if takes_target and not skipping:
                    targets.append(mention)
                    subject_done = True
                    k = mention.last
                    continue
                if direct and not skipping:
                    return direct[0].act, k, f"speech:{direct[0].act}+object", targets, -1
                k = mention.last
                continue
            if word in BETWEEN:
                k += 1
                continue
            if info.preposition:
                entry = self.entry_for(entries, info.preposition)
                if k + 1 < limit and words[k + 1] in THAT:
                    k += 1
                    continue
                if entry is not None:
                    after = k + 1
                    return entry.act, after, f"speech:{entry.act}+{info.preposition}", targets, -1
                last_prep = info.preposition
                skipping = True
                k += 1
                continue
            if (
                info.clitic in ATTACHED
                or (word.startswith(("بال", "لل", "بم")) and len(word) > 4)
                or (word[0] in "بل" and mention is not None)
            ):
                lead = word[0] if word[0] in "بل" else (info.clitic or "")
                entry = self.entry_for(entries, lead)
                if entry is not None and (
                    info.ordinary or info.function or word.startswith(("بال", "لل")) or mention is not None
                ):
                    return entry.act, k, f"speech:{entry.act}+{lead}", targets, -1
                if info.clitic:
                    skipping = True
                    k += 1
                    continue
            verb_here = finite_verb(self.scene, k, clause.sentence) if info.verbs else None
            if verb_here is not None or (
                info.verbs and participle_of_speech(self.scene, k, clause.sentence) is not None
            ):
                return None
            if word in RELATIVE:
                return None
            if word in ("ما", "مما", "بما", "لما", "كل", "اي", "ايه", "كافه", "جميع", "عدم", "وجود"):
                lead = word[0] if word in ("بما", "لما") else ""
                entry = self.entry_for(entries, lead)
                if entry is not None and not skipping:
                    return entry.act, k, f"speech:{entry.act}+object", targets, -1
            if (
                info.ordinary in ("noun", "masdar", "adjective", "participle")
                or info.number
                or (mention is not None and mention.kind == "nisba")
            ):
                if not skipping and direct and not (info.ordinary == "adjective" and not subject_done and commas):
                    if direct[0].second_object and word not in direct[0].second_object:
                        if not takes_target:
                            return None
                        k += 1
                        continue
                    return direct[0].act, k, f"speech:{direct[0].act}+object", targets, -1
                k += 1
                continue
            k += 1
        return None

    def is_nickname(self, opening: int, close: int) -> bool:
        """A name in quotation marks, not words that were said."""
        return any(m.name and m.name[0] == opening + 1 for m in self.scene.between(max(0, opening - 30), close))

    def past_bracket(self, k: int, limit: int) -> int:
        want = ")" if self.words[k] == "(" else self.words[k]
        for j in range(k + 1, min(limit, k + 25)):
            if self.words[j] == want:
                return j + 1
        return k + 1

    def entry_for(self, entries: list[Speech], prep: str) -> Speech | None:
        for entry in entries:
            if prep in entry.content:
                return entry
        return None

    def act_of(self, entries: list[Speech]) -> str:
        for entry in entries:
            if entry.clause:
                return entry.act
        return entries[0].act

    # --- where the content ends

    def content_end(self, first: int, clause: Clause) -> int:
        """The first border after the content's start: the next statement, another speaker, the sentence's end."""
        words, infos = self.words, self.infos
        end = clause.sentence[1]
        k = first
        quotes = self.scene.tokens.quotes
        if first < end and words[first] in OPENING and first in quotes:
            close = quotes[first]
            nxt = close + 1
            if nxt >= end or words[nxt] in COMMAS | {".", "؛", "!", "؟"} or infos[nxt].conj or words[nxt] in RELATIVE:
                return close + 1
        while k < end:
            if k in quotes:
                k = quotes[k] + 1
                continue
            if self.scene.inside[k]:
                k += 1
                continue
            word = words[k]
            info = infos[k]
            if word in (".", "؛") and k + 1 < end:
                return k
            if k > first and info.verbs:
                if participle_of_speech(self.scene, k, clause.sentence) is not None:
                    return k
                sense = finite_verb(self.scene, k, clause.sentence)
                if (
                    sense is not None
                    and sense.kind == "past"
                    and (sense.conj or words[k - 1] in COMMAS or words[k - 1] in ("كما", "حيث"))
                ):
                    if self.new_statement(k, sense, clause, first):
                        if words[k - 1] in ("كما", "حيث", "فيما"):
                            return k - 1
                        return k
            if word in COMMAS and k + 1 < end:
                following = words[k + 1]
                two = tuple(words[k + 1 : k + 3])
                plain = (two[0].removeprefix("و"), *two[1:])
                if plain in self.mood.turns or plain[:1] in self.mood.turns:
                    return k
                if following in ("بحسب", "حسب", "وفق", "وفقا", "طبقا", "وذلك", "بحسبما", "حسبما", "علما"):
                    return k
                if following == "كما":
                    return k
            k += 1
        return end

    def new_statement(self, k: int, sense: VerbSense, clause: Clause, first: int) -> bool:
        """Whether a finite verb inside a content opens the next statement rather than going on with it."""
        verb = sense.verb
        if not (verb.speech or verb.carriers):
            return bool(verb.frames and self.words[k - 1] in COMMAS and sense.conj)
        words = self.words
        after = self.scene.at.get(k + 1)
        opener = words[k + 1] if k + 1 < clause.sentence[1] else ""
        strong = opener in THAT or self.infos[k + 1].preposition != "" if k + 1 < clause.sentence[1] else False
        if words[k - 1] in COMMAS or words[k - 1] in ("كما", "»", '"', "”", ")"):
            return True
        loose = all(e.loose for e in verb.speech) and not verb.carriers
        if loose and not strong and after is None:
            return False
        inner_clause = words[first - 1] in THAT
        if inner_clause:
            return bool(after is not None and after.kind == "person")
        return True

    def strip(self, first: int, last: int) -> tuple[int, int]:
        words = self.words
        quotes = self.scene.tokens.quotes
        while last > first and (words[last - 1] in STRIP or words[last - 1] in ("كما", "فيما")):
            last -= 1
        while first < last and words[first] in COMMAS | {":", "-"}:
            first += 1
        if last > first and words[last - 1] in OPENING and (last - 1) in quotes:
            last -= 1
        return first, last

    # --- at whom

    def aim(self, said: Said, given: list[Mention]) -> None:
        """The targets: those named as the object, else those in the content for acts that praise or blame."""
        kind = self.types.get(said.act)
        mentions: list[Mention] = []
        if given:
            mentions = given
        elif kind and said.act in (
            "praise",
            "support",
            "condemn",
            "welcome",
            "concern",
            "promise",
            "reject",
            "condole",
            "invite",
        ):
            mentions = self.in_content(said)
        for mention in mentions:
            if mention.kind == "nisba":
                who: Entity | str | None = mention.country
            else:
                who = self.who(mention)
            if who is None or who == said.speaker or who in said.targets or who in SUPRANATIONAL:
                continue
            if (
                isinstance(who, Entity)
                and isinstance(said.speaker, str)
                and who.country == said.speaker
                and said.act not in ("demand",)
            ):
                continue
            if (
                isinstance(who, str)
                and isinstance(said.speaker, Entity)
                and who == said.speaker.country
                and said.act not in ("demand", "accuse", "condemn")
            ):
                continue
            said.targets.append(who)
            said.target_mentions.append(mention)

    def in_content(self, said: Said) -> list[Mention]:
        end = said.last
        for k in range(said.first, said.last):
            if self.words[k] in COMMAS or self.words[k] in ("التي", "الذي"):
                end = k
                break
        limit = min(end, said.first + 14)
        found: list[Mention] = []
        for mention in self.scene.between(said.first, limit):
            if mention.kind in ("date", "place"):
                continue
            if mention.prep and mention.first > said.first + 1 and mention.prep == "ل" and found:
                break
            if mention.kind == "anaphor" and mention.word not in ("realm", "guest", "stand-in", "body"):
                continue
            if mention.kind == "nisba" and said.act in ("concern", "reject", "promise"):
                if said.act != "concern" or not mention.det:
                    continue
            if said.act == "reject" and mention.kind not in ("organisation",):
                continue
            if said.act == "concern" and mention.kind not in ("nisba",):
                continue
            if said.act == "condemn" and mention.kind not in ("nisba", "organisation", "country", "person"):
                continue
            if (
                said.act == "condemn"
                and mention.kind in ("country", "organisation", "person")
                and (self.infos[mention.first - 1].preposition in ("في", "على", "ضد", "إلى") or mention.prep)
            ):
                continue
            if found and not mention.conj:
                break
            if (
                mention.first > said.first
                and self.infos[mention.first - 1].preposition in ("في", "بين", "ضد", "حول", "من")
                and said.act in ("welcome", "praise")
            ):
                continue
            found.append(mention)
        return found

    # --- بحسب

    def attributions(self, number: int, sentence: tuple[int, int]) -> None:
        """'…، بحسب المتحدثة': the sentence before it is what she said."""
        words = self.words
        first, last = sentence
        for k in range(first + 2, last - 1):
            word = words[k]
            if word not in ("بحسب", "حسب", "وفق", "وفقا", "حسبما"):
                continue
            if words[k - 1] not in COMMAS and words[k - 1] not in QUOTES:
                continue
            speaker = None
            mention = None
            for candidate in self.scene.between(k + 1, min(last, k + 12)):
                if candidate.kind in ("person", "organisation", "country", "group"):
                    speaker = self.who(candidate)
                    mention = candidate
                    break
                if candidate.kind == "anaphor":
                    speaker = self.who(candidate)
                    mention = candidate
                    break
            if speaker is None or mention is None:
                continue
            start, stop = first, k
            opener = next((o for o, c in self.scene.tokens.quotes.items() if c in (k - 1, k - 2)), None)
            quoted = False
            if opener is not None and opener >= first:
                start, stop, quoted = opener + 1, self.scene.tokens.quotes[opener], True
            else:
                for said in self.out:
                    if said.sentence == number and said.last > start:
                        start = max(start, said.first) if said.at < k else start
            while start < stop and words[start] in COMMAS:
                start += 1
            if stop - start > 2 and words[start + 1] in COMMAS:
                start += 2
            start, stop = self.strip(start, stop)
            if stop - start < 3 or any(s.sentence == number and s.first <= start < s.last for s in self.out):
                continue
            said = Said(k, "say", start, stop, quoted, speaker, mention, "attribution", rule="attribution:بحسب")
            said.trigger_last = k + 1
            said.sentence = number
            self.out.append(said)
