"""Stage 4, clauses: each predicate with the phrases that stand around it.

A predicate is a verb, a participle of speech, or an event's noun. Its roles are filled verb-first (VSO) from the
chunks after it, else from the phrase just before it (SVO); prepositions keep what they govern. A relative clause knows
what it is about, an event's noun the verb that governs it. Negation, future and plan are marked from the words before.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from mahdar.reading.chunks import Chunk, chunks_of
from mahdar.reading.frames import object_words
from mahdar.reading.grammar import (
    BEFORE_A_SUBJECT,
    BEFORE_THE_VERB,
    BEFORE_VERB,
    BEING,
    CLAUSE_OPENERS,
    CONTROL,
    COPULAS,
    DAY_PARTS,
    DURING,
    GOING_ON,
    RELATIVES,
    SEATS,
    THAT,
    WHERE,
)
from mahdar.reading.lexicon import Frame, NounFrame, NounSense, VerbSense, Word
from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.modality import modality
from mahdar.reading.predicates import finite_verb
from mahdar.reading.scene import ENTITY, Scene

REACH: Final = 90  # tokens after a predicate in which its roles are looked for
BACK: Final = 60  # tokens before it in which its clause may begin
MAX_COMMAS: Final = 9
LIST: Final = 40  # tokens that a list before a verb may have
FRONTED: Final = 12  # tokens of an adverbial before the clause's comma
OUTLOOK: Final = 8  # tokens before a predicate in which a plan is announced
ANTECEDENT: Final = 14  # chunks before a relative clause in which it has its noun


class Clause:
    """A predicate at token `at`, and what stands around it."""

    def __init__(
        self,
        at: int,
        kind: str,  # verb, participle, noun
        sense: VerbSense | NounSense,
        sentence: tuple[int, int],
    ) -> None:
        self.at = at
        self.kind = kind
        self.sense = sense
        self.sentence = sentence
        self.first = 0  # the clause's region: from the border before to the border after
        self.last = 0
        self.subject: list[Mention] = []
        self.object: list[Mention] = []
        self.preps: list[tuple[str, list[Mention]]] = []
        self.subject_before = False
        self.other_subject = False  # a subject that is nobody we know
        self.negated = False
        self.planned: tuple[int, int] | None = None
        self.future = False
        self.noun_object: int | None = None  # token of the event's noun that is the object (light verbs)
        self.relative = False
        self.antecedent: tuple[int, int] | None = None  # tokens of the noun that a relative clause is about
        self.hosts: list[Mention] = []  # of a visit's noun: جولة شملت ...
        self.gathered: list[Mention] = []  # of a meeting's noun: اللقاء الذي جمع ... بـ ...
        self.governor: Clause | None = None  # of an event's noun: the light verb that it is the object of
        self.previous: Clause | None = None  # the clause that this one goes on from: زار ... والتقى, حيث التقى
        self.occasion: Clause | None = None  # the event's noun that a relative clause is about: زيارة شهدت توقيع ...

    def prep(self, *names: str) -> list[Mention]:
        """What the clause has after these prepositions."""
        return [m for name, ms in self.preps if name in names for m in ms]

    def read_as(self, sense: VerbSense | NounSense, subject: list[Mention], *, subject_before: bool) -> "Clause":
        """A clause of its own like this one, with its predicate or its subject read in another way."""
        other = Clause(self.at, self.kind, sense, self.sentence)
        other.first, other.last = self.first, self.last
        other.subject, other.subject_before, other.other_subject = subject, subject_before, self.other_subject
        other.object, other.preps, other.noun_object = self.object, self.preps, self.noun_object
        other.negated, other.planned, other.future = self.negated, self.planned, self.future
        other.relative, other.antecedent = self.relative, self.antecedent
        other.hosts, other.gathered = self.hosts, self.gathered
        other.governor, other.previous, other.occasion = self.governor, self.previous, self.occasion
        return other


def preposition_of(mention: Mention) -> str:
    """The preposition written on to a mention, if it governs it."""
    return mention.prep if mention.prep in ("ب", "ل", "ك") else ""


def clauses_of(scene: Scene, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of one sentence, in order."""
    chunks = chunks_of(scene, sentence)
    found: list[tuple[int, Clause]] = []
    for n, chunk in enumerate(chunks):
        if chunk.kind in ("verb", "participle", "event"):
            assert chunk.sense is not None
            kind = "noun" if chunk.kind == "event" else chunk.kind
            found.append((n, Clause(chunk.first, kind, chunk.sense, sentence)))
    if not found:
        return []
    clauses = [clause for _, clause in found]
    _regions(scene, clauses, sentence)
    marks = _marks(scene, sentence)
    for n, clause in found:
        _mark(scene, clause, marks)
        _fill(scene, clause, chunks, n)
    by_token = {clause.at: clause for clause in clauses}
    before: Clause | None = None
    for n, clause in found:
        if clause.kind == "verb":
            _relate(scene, clause, chunks, n, by_token, before)
            before = clause
    _govern(scene, clauses)
    _link(scene, clauses)
    return clauses


# --- regions -----------------------------------------------------------------------------------------------------


def _regions(scene: Scene, clauses: list[Clause], sentence: tuple[int, int]) -> None:
    """From the last border before the predicate to the next predicate's start; nouns share their verb's region."""
    first, last = sentence
    verbs = [c for c in clauses if c.kind != "noun"]
    floor = first
    for clause in verbs:
        clause.first = clause.at if clause.sense.conj else _start_of(scene, clause.at, floor, first)
        clause.last = last
        floor = clause.at + 1
    for clause, following in pairwise(verbs):
        clause.last = following.first
    region = 0
    for clause in clauses:
        if clause.kind != "noun":
            continue
        while region < len(verbs) and verbs[region].last <= clause.at:
            region += 1
        if region < len(verbs) and verbs[region].first <= clause.at:
            clause.first, clause.last = verbs[region].first, verbs[region].last
        else:
            clause.first, clause.last = sentence[0], verbs[0].first if verbs and clause.at < verbs[0].first else last


def _start_of(scene: Scene, at: int, floor: int, first: int) -> int:
    """Where the clause of a predicate with no conjunction begins: after the last border before it.

    Where there is none, what stands before the predicate is of the verb before: وقعا أمس خارطة طريق | تغطي ...
    """
    words = scene.tokens.words
    k = at
    low = max(floor, at - BACK)
    while k > low:
        word = words[k - 1]
        if word in COMMAS or word in (":", "؛"):
            # a fronted phrase (في مسقط، ...) belongs to the clause
            return low if k - 2 >= low and _fronted(scene, low, k - 1) else k
        if word in CLAUSE_OPENERS or word in RELATIVES or word in THAT:
            return k - 1
        k -= 1
    return low if low == first else at


def _fronted(scene: Scene, low: int, comma: int) -> bool:
    """Whether what stands before a comma is only a fronted adverbial, beginning a sentence."""
    info = scene.infos[low]
    return comma - low <= FRONTED and bool(info.preposition or info.clitic)


# --- negation, future, plan --------------------------------------------------------------------------------------


def _marks(scene: Scene, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """The words of a sentence that announce something for the future, in order."""
    planned = modality().planned
    words = scene.tokens.words
    out = []
    for k in scene.plans[bisect_left(scene.plans, sentence[0]) : bisect_left(scene.plans, sentence[1])]:
        for phrase in planned[words[k]]:
            if len(phrase) == 1 or tuple(words[k : k + len(phrase)]) == phrase:
                out.append((k, k + len(phrase)))
                break
    return out


def _mark(scene: Scene, clause: Clause, marks: list[tuple[int, int]]) -> None:
    words = scene.tokens.words
    at = clause.at
    prev = words[at - 1] if at > clause.sentence[0] else ""
    if clause.kind == "verb":
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        mood = modality()
        clause.future = sense.future or prev in mood.future
        clause.negated = prev in mood.negates_past or (prev in mood.negates_present and sense.kind == "present")
    for mark in reversed(marks):
        if mark[1] > at + 1 or mark[0] >= at:
            continue
        if at - mark[0] <= OUTLOOK and not _other_verb(scene, mark[1], at):
            clause.planned = mark
        break


def _other_verb(scene: Scene, first: int, last: int) -> bool:
    return any(scene.infos[k].verbs and not scene.infos[k].ordinary and not scene.inside[k] for k in range(first, last))


# --- roles -------------------------------------------------------------------------------------------------------


def _fill(scene: Scene, clause: Clause, chunks: list[Chunk], n: int) -> None:
    """Subject, object and prepositional phrases, from the chunks after the predicate."""
    infos = scene.infos
    sense = clause.sense
    verb = clause.kind == "verb"
    if verb and isinstance(sense, VerbSense) and not sense.suffix:
        clause.subject = _subject_before(scene, clause)
        clause.subject_before = bool(clause.subject)
    limit = clause.at + REACH
    pending = ""  # a preposition that waits for what it governs
    listed: list[Mention] | None = None  # the list that a further member would join
    commas = 0
    noun_seen = False
    after_noun = False  # what comes next is the genitive of a noun
    after_comma = False
    i = n + 1
    while i < len(chunks):
        chunk = chunks[i]
        i += 1
        if chunk.first >= limit:
            break
        kind = chunk.kind
        comma, after_comma = after_comma, kind == "comma"
        if kind == "who":
            mention = chunk.mention
            assert mention is not None
            prep = preposition_of(mention) or pending
            if mention.conj and listed is not None and not preposition_of(mention):
                listed.append(mention)
                continue
            if prep:
                listed = [mention]
                clause.preps.append((prep, listed))
            elif after_noun:
                listed = [mention]
                clause.preps.append(("of", listed))
                after_noun = False
            elif verb and not clause.subject and not clause.other_subject and _agrees(sense, mention):
                clause.subject.append(mention)
                listed = clause.subject
            elif comma and listed is not None and listed is not clause.object and clause.object:
                listed.append(mention)
            elif not clause.object or (listed is clause.object and comma):
                clause.object.append(mention)
                listed = clause.object
            else:
                clause.preps.append(("of", [mention]))
            pending = ""
        elif kind == "where":
            mention = chunk.mention
            assert mention is not None
            prep = preposition_of(mention) or pending
            if prep:
                clause.preps.append((prep, [mention]))
            elif (not clause.object and clause.kind != "noun") or (clause.kind == "noun" and not noun_seen):
                clause.object.append(mention)
                listed = clause.object if clause.kind != "noun" else listed
            pending = ""
        elif kind == "when":
            pending = ""
            after_comma = comma  # a date between two commas parts no list
        elif kind == "comma":
            commas += 1
            if commas > MAX_COMMAS:
                break
            pending = ""
            after_noun = False
        elif kind == "preposition":
            pending = chunk.preposition
            listed = None
            after_noun = False
        elif kind == "pronoun":
            pronoun = Mention("anaphor", chunk.first, chunk.last, prep=chunk.preposition, word="pronoun")
            clause.preps.append((chunk.preposition, [pronoun]))
            pending = ""
            listed = None
        elif kind in ("verb", "participle") or kind in ("stop", "that"):
            break
        elif kind == "relative":
            if i == len(chunks) or scene.tokens.words[chunks[i].first] not in BEING:
                i = _past_comma(chunks, i)  # but القمة التي كانت مقررة | مع الأردن
            listed = None
        elif kind == "open":
            if chunk.close:
                while i < len(chunks) and chunks[i].first < chunk.close:
                    i += 1
        elif kind == "quote":
            close = scene.tokens.quotes.get(chunk.first)
            if close is not None and close - chunk.first > 6:
                break
        elif kind in ("noun", "event"):
            info = infos[chunk.first]
            if kind == "noun" and _before_a_name(chunks, i, info):
                # بمدينة الداخلة, عن المواطن الكندي دوغلاس ماكريدي: the name stands for the noun
                pending = info.clitic or pending
                continue
            if kind == "event" and verb and clause.noun_object is None and not pending:
                clause.noun_object = chunk.first
            genitive = after_noun and not info.conj  # of the noun before it: في ختام اللقاء
            after_noun = not info.clitic and not info.conj
            if verb and not clause.subject and not pending and not info.clitic and not noun_seen and not genitive:
                noun_seen = True
                assert isinstance(sense, VerbSense)
                held = clause.noun_object == chunk.first and not any(not e.impersonal for e in sense.verb.lights)
                if (info.det or held) and sense.number not in ("d", "p"):
                    if scene.tokens.words[chunk.first] not in object_words(sense.verb):
                        clause.other_subject = True
            if info.det:
                after_noun = False  # a word with the article governs no genitive
            if info.clitic:
                pending = ""
                listed = None
                after_noun = True
            if pending:
                # a noun governed by a preposition: what follows is its genitive
                after_noun = True
                pending = ""
        elif kind == "other" or (kind == "adjective" and not infos[chunk.first].det):
            after_noun = False  # في اجتماعين منفصلين | رئيس وزراء الأردن
    if verb and not clause.subject:
        _between_before(clause, chunks, n)


def _before_a_name(chunks: list[Chunk], i: int, info: Word) -> bool:
    """Whether a noun and the name right after it are one: مدينة الداخلة, المواطن دوغلاس ماكريدي."""
    if i >= len(chunks) or chunks[i].mention is None:
        return False
    mention = chunks[i].mention
    assert mention is not None
    if chunks[i].kind == "where" or mention.kind == "country":
        word = info.text
        return word.removeprefix(info.conj).removeprefix(info.clitic).removeprefix("ال").removeprefix("ل") in SEATS
    return bool(info.det and mention.kind == "person" and mention.name and not mention.offices and not mention.conj)


def _between_before(clause: Clause, chunks: list[Chunk], n: int) -> None:
    """العلاقات بين مصر وكازاخستان | أقيمت: who stands between, before a verb whose subject is the noun."""
    low = n
    while low > 0 and chunks[low - 1].first >= clause.first:
        low -= 1
    for k in range(low, n):
        if chunks[k].kind == "preposition" and chunks[k].preposition == "بين":
            listed: list[Mention] = []
            for chunk in chunks[k + 1 : n]:
                if chunk.kind != "who" or chunk.mention is None or (listed and not chunk.mention.conj):
                    break
                listed.append(chunk.mention)
            if listed:
                clause.preps.append(("بين", listed))
            return


def _past_comma(chunks: list[Chunk], i: int) -> int:
    """Past a relative clause: to the comma, at most."""
    while i < len(chunks) and chunks[i].kind != "comma":
        i += 1
    return i


def _agrees(sense: VerbSense | NounSense, mention: Mention) -> bool:
    """Gender agreement of a verb with the subject after it, where both show it."""
    if isinstance(sense, VerbSense) and sense.number in ("d", "p"):
        return False  # قتلوا | خمسة جنود: the verb shows that its subject stands before it
    if not isinstance(sense, VerbSense) or not sense.gender or not mention.gender or mention.number != "s":
        return True
    return sense.gender == mention.gender


def _subject_before(scene: Scene, clause: Clause) -> list[Mention]:
    """SVO: the phrase right before the verb, if it can be its subject: الوزير يزور, كان الوزير قد زار."""
    words, infos = scene.tokens.words, scene.infos
    at, low = clause.at, clause.sentence[0]
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    if sense.conj == "و":
        return []
    k = at
    while k > low and (words[k - 1] in COMMAS or words[k - 1] in BEFORE_THE_VERB):
        k -= 1
    if k > low and words[k - 1] in BEING:
        k -= 1  # الوزير كان قد زار
    for _ in range(3):
        found = _ending(scene, k, low)
        if found is None:
            return []
        governed = found.first > low and infos[found.first - 1].preposition in ("في", "من", "إلى", "لدى")
        if found.kind == "date" or (found.kind in ("place", "country") and (found.prep == "ب" or governed)):
            # السفراء العرب في أستانا يلتقون ...
            k = found.first - (1 if found.kind != "date" and governed else 0)
            while k > low and words[k - 1] in COMMAS:
                k -= 1
            continue
        break
    else:
        return []
    if found.kind not in ENTITY or found.prep or _accusative(scene, found):
        return []
    result = [found]
    while result[0].conj == "و" and len(result) < LIST:
        other = scene.ending.get(result[0].first)
        if other is None or other.prep or other.first < low:
            break
        result.insert(0, other)
    head = result[0]
    before = words[head.first - 1] if head.first > low else ""
    info = infos[head.first - 1]
    if before and info.preposition:
        return []
    if words[at - 1] in COMMAS and before and before not in BEFORE_A_SUBJECT:
        return []
    if before and info.ordinary in ("noun", "masdar") and not info.name:
        return []
    if before and info.verbs and before not in BEING and before not in BEFORE_VERB:
        if finite_verb(scene, head.first - 1, clause.sentence) is not None:
            return []
    alone = len(result) == 1 and found.number == "s"
    if alone and sense.gender and found.gender and sense.number == "s" and sense.gender != found.gender:
        return []
    return result


def _accusative(scene: Scene, mention: Mention) -> bool:
    """ممثلا للرئيس، التقى ...: an office that is said of somebody is no subject."""
    if mention.kind != "person" or mention.name or not mention.offices:
        return False
    head = mention.offices[0]
    return scene.tokens.words[mention.first].endswith("ا") and not head.office.words[0].endswith("ا")


def _ending(scene: Scene, k: int, low: int) -> Mention | None:
    """The mention, of any kind but a nationality, that ends right before token k."""
    found = scene.ending.get(k)
    if found is None:
        for first in range(k - 1, max(low, k - 12) - 1, -1):
            other = scene.at.get(first)
            if other is not None and other.kind != "nisba":
                return other if other.last == k else None
        return None
    return found if found.first >= low else None


# --- relative clauses and governed nouns -------------------------------------------------------------------------


def _relate(
    scene: Scene, clause: Clause, chunks: list[Chunk], n: int, by_token: dict[int, Clause], before: Clause | None
) -> None:
    """What a relative clause is about takes the role that the clause leaves open; `before`: the verb before it."""
    head = _antecedent(scene, clause, chunks, n)
    if head is None:
        if scene.tokens.words[clause.at - 1] in RELATIVES and not clause.subject:
            clause.relative = clause.other_subject = True  # متشددي التنظيم الذين سيطروا: of nobody we know
        return
    clause.relative = True
    clause.antecedent = head.first, head.last
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    if head.kind == "event":
        clause.occasion = by_token.get(head.first)
        if not clause.subject and not sense.suffix:
            clause.other_subject = True
        return
    if head.mention is None:
        resumed = any(mention.word == "pronoun" for _, mentions in clause.preps for mention in mentions)
        if not clause.subject and not sense.suffix and not resumed:
            # كانت فلسطين من أوائل الدول التي اعترفت: the noun is said of somebody
            said_of = _subject_of_copula(before)
            clause.subject = said_of
            clause.subject_before = bool(said_of)
            clause.other_subject = not said_of
        return
    resumed = False
    for _, mentions in clause.preps:
        for k, mention in enumerate(mentions):
            if mention.word == "pronoun" and not resumed:
                mentions[k] = head.mention
                resumed = True
    if sense.suffix and not clause.object:
        clause.object = [head.mention]
    elif not resumed and not clause.subject and (not clause.other_subject or clause.noun_object is not None):
        clause.other_subject = False
        clause.subject = [head.mention]
        clause.subject_before = True


def _subject_of_copula(before: Clause | None) -> list[Mention]:
    """Who is said to be something by the verb before."""
    if before is None or not isinstance(before.sense, VerbSense) or before.sense.verb.past not in COPULAS:
        return []
    return before.subject[:1]


def _antecedent(scene: Scene, clause: Clause, chunks: list[Chunk], n: int) -> Chunk | None:
    """The chunk that a relative clause is about: before الذي, or the indefinite noun right before its verb."""
    words = scene.tokens.words
    j = n - 1
    while j >= 0 and chunks[j].kind == "function" and words[chunks[j].first] in BEFORE_THE_VERB:
        j -= 1
    if j < 0:
        return None
    if chunks[j].kind == "relative":
        whom = RELATIVES[words[chunks[j].first]]
        for chunk in reversed(chunks[max(0, j - ANTECEDENT) : j]):
            if chunk.kind in ("verb", "stop", "that"):
                return None
            if _fits(scene, chunk, whom):
                return _head(scene, chunks, chunk, whom)
        return None
    if chunks[j].kind not in ("noun", "event", "adjective") or clause.subject_before:
        return None
    if words[chunks[j].first] in DAY_PARTS:
        return None  # ومساء | التقى
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    if sense.conj or scene.infos[chunks[j].last - 1].det:
        return None
    head = None
    while j >= 0 and chunks[j].kind in ("noun", "event", "adjective") and not scene.infos[chunks[j].first].det:
        if chunks[j].kind == "event" or (chunks[j].kind == "noun" and (head is None or head.kind != "event")):
            head = chunks[j]
        j -= 1
    return head


def _head(scene: Scene, chunks: list[Chunk], found: Chunk, whom: str) -> Chunk:
    """زيارة العمل والصداقة التي ...: the event's noun at the head of the phrase, if that agrees too."""
    if found.kind != "noun":
        return found
    for chunk in reversed(chunks[: chunks.index(found)]):
        if chunk.kind == "event":
            return chunk if _fits(scene, chunk, whom) else found
        if chunk.kind not in ("noun", "adjective"):
            break
    return found


def _fits(scene: Scene, chunk: Chunk, whom: str) -> bool:
    """Whether a relative pronoun can be about this."""
    if chunk.kind in ("who", "where"):
        mention = chunk.mention
        assert mention is not None
        if whom == "p":
            return mention.number != "s" or mention.kind == "group"
        if whom == "d":
            return mention.number == "d"
        return not (mention.gender and mention.kind == "person" and mention.gender != whom[0])
    if chunk.kind in ("noun", "event"):
        word = scene.tokens.words[chunk.first]
        return whom[0] == ("f" if word.endswith(("ه", "ات")) else "m")
    return False


def _govern(scene: Scene, clauses: list[Clause]) -> None:
    """Which light verb an event's noun is the object of: 'أجرى ... مباحثات', 'اجتماع عقدته ...'."""
    light: Clause | None = None
    noun: Clause | None = None  # the last event's noun
    announced: Clause | None = None  # a verb that tells, and whose noun has not come yet
    for clause in clauses:
        if clause.kind == "participle":
            light = announced = None
        elif clause.kind == "verb":
            assert isinstance(clause.sense, VerbSense)
            lights = clause.sense.verb.lights
            light = clause if lights else None
            if lights and all(entry.tells for entry in lights):
                announced = clause
            elif clause.sense.conj:
                announced = None
            if light is None:
                continue
            told = light.occasion or noun
            if any(entry.hosts for entry in lights):
                if told is not None:
                    told.hosts += [*light.subject, *light.object]
                light = None
            elif any(entry.gathers for entry in lights):
                if told is not None:
                    told.gathered += _everybody(light)
                    told.last = max(told.last, light.last)
                light = None if told is not None else light
            elif light.occasion is not None and _free(light.occasion):
                light.occasion.governor = light
            elif noun is not None and noun.governor is None and noun.first == light.first and not light.subject:
                noun.governor = light  # تمرين ثان بين الجيشين سينتظم في أكتوبر
        elif clause.kind == "noun":
            noun = clause
            if announced is not None and (light is None or light.occasion is not None):
                if _resumed(scene, announced, clause):
                    clause.governor = announced  # أعلنت الجزائر، في بيان تلاه الوزير، | قطع العلاقات
            if light is None or clause.governor is not None or clause.at - light.at > BACK:
                continue
            if light.occasion is None and not (scene.infos[clause.at].conj and light.noun_object != clause.at):
                if scene.tokens.words[clause.at - 1] not in DURING:  # أكد خلال | لقائه
                    clause.governor = light


def _resumed(scene: Scene, verb: Clause, noun: Clause) -> bool:
    """Whether the object of a verb comes after a comma that closes what was said between."""
    near = noun.governor is None and noun.at - verb.at <= BACK
    return near and not noun.sense.conj and scene.tokens.words[noun.at - 1] in COMMAS


def _free(noun: Clause) -> bool:
    """Whether an event's noun has no verb yet that holds it: one that only tells of it gives way."""
    holder = noun.governor
    if holder is None:
        return True
    if not isinstance(holder.sense, VerbSense):
        return False
    return all(light.tells and not light.calls_off for light in holder.sense.verb.lights)


def _everybody(clause: Clause) -> list[Mention]:
    """All who are named around a verb that gathers people."""
    around = [*clause.subject, *clause.object, *clause.prep("ب", "مع", "بين", "of")]
    return [mention for mention in around if mention.kind in ENTITY]


def _link(scene: Scene, clauses: list[Clause]) -> None:
    """زار ... والتقى: a clause that goes on from the one before. سبق للرئيس أن زار: whose subject stands before."""
    words = scene.tokens.words
    for first, second in pairwise(c for c in clauses if c.kind == "verb"):
        assert isinstance(first.sense, VerbSense)
        assert isinstance(second.sense, VerbSense)
        before = words[second.at - 1]
        if before in WHERE or (not second.subject and (second.sense.conj == "و" or before in GOING_ON)):
            second.previous = first
        preposition = CONTROL.get(first.sense.verb.past)
        named = any(m.kind in ("person", "organisation", "group") for m in second.subject)
        if preposition and not named and not second.relative:
            second.object = second.object or second.subject
            second.subject = [m for m in first.prep(preposition) if m.first < second.at][:1]
            second.subject_before = bool(second.subject)


def frames_of(clause: Clause) -> list[Frame]:
    """The frames its predicate can have."""
    sense = clause.sense
    if isinstance(sense, VerbSense):
        return sense.verb.frames
    return [sense.entry.frame] if isinstance(sense.entry, NounFrame) else []
