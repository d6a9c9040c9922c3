"""Stage 4, clauses: each predicate with the phrases that stand around it.

A predicate is a verb, a participle of speech, or an event's noun. Its roles are filled verb-first (VSO) from the
phrases after it, else from the phrase just before it (SVO); prepositions keep what they govern. Negation, future
and wish are marked from the words before it.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache

from mahdar.packs import table
from mahdar.reading.grammar import BEFORE_VERB, RELATIVE, THAT
from mahdar.reading.lexicon import Frame, Lexicon, NounFrame, NounSense, Stance, VerbSense, Word
from mahdar.reading.mentions import COMMAS, QUOTES, Mention
from mahdar.reading.text import Tokens, fold

ENTITY = frozenset({"person", "organisation", "country", "group", "anaphor"})


@dataclass(frozen=True, slots=True)
class Modality:
    negation: frozenset[str]
    planned: frozenset[tuple[str, ...]]
    unreal: frozenset[str]
    denial: frozenset[str]
    turns: frozenset[tuple[str, ...]]
    margins: frozenset[str]


@cache
def modality() -> Modality:
    """The table of words that mark status and turns, folded."""
    data = table("ar", "modality")

    def phrases(key: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(fold(w).split()) for w in data[key])

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(w) for w in data[key])

    return Modality(
        words("negation"), phrases("planned"), words("unreal"), words("denial"), phrases("turns"), words("margins")
    )


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate at token `at`, and what stands around it."""

    at: int
    kind: str  # verb, participle, noun
    sense: VerbSense | NounSense
    first: int  # the clause's region: from the border before to the border after
    last: int
    sentence: tuple[int, int]
    subject: list[Mention] = field(default_factory=list)
    object: list[Mention] = field(default_factory=list)
    preps: list[tuple[str, list[Mention]]] = field(default_factory=list)
    subject_before: bool = False
    other_subject: bool = False  # a subject that is nobody we know
    negated: bool = False
    planned: tuple[int, int] | None = None
    future: bool = False
    noun_object: int | None = None  # token of the noun that is the object (light verbs)
    relative: bool = False

    def prep(self, *names: str) -> list[Mention]:
        """What the clause has after these prepositions."""
        return [m for name, ms in self.preps if name in names for m in ms]


@dataclass(slots=True, eq=False)
class Scene:
    """One text on its way through the cascade: tokens, tags, mentions, and quick look-ups over them."""

    tokens: Tokens
    infos: list[Word]
    mentions: list[Mention]
    lex: Lexicon
    at: dict[int, Mention] = field(default_factory=dict)
    inside: bytearray = field(default_factory=bytearray)
    firsts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.inside = bytearray(len(self.tokens.words))
        for mention in self.mentions:
            self.at[mention.first] = mention
            if mention.kind != "nisba":
                for k in range(mention.first + 1, mention.last):
                    self.inside[k] = 1
        self.firsts = [m.first for m in self.mentions]

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in a range of tokens."""
        return self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]


def preposition_of(mention: Mention) -> str:
    return {"ب": "ب", "ل": "ل", "ك": "ك"}.get(mention.prep, "")


def finite_verb(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    """The verb that token k is, if it stands as one."""
    info = scene.infos[k]
    senses = [v for v in info.verbs if v.kind in ("past", "present")]
    first = info.verbs[0] if info.verbs else None  # the reading that takes least off the word
    if not senses or (first is not None and first.kind == "participle" and first.verb.speech and not first.conj):
        return None
    sense = senses[0]
    for candidate in senses:
        if not candidate.verb.plain:
            sense = candidate
            break
    words = scene.tokens.words
    if sense.number == "d" and sense.kind == "past" and "ً" in scene.tokens.span_text(k, k + 1):
        return None  # دعمًا: a noun
    prev = words[k - 1] if k > sentence[0] else ""
    if prev == "/" and k + 1 < len(words) and words[k + 1] == "/":
        return None  # an agency's code between slashes
    if info.ordinary or info.name or info.preposition or info.function:
        if info.function or info.preposition:
            # عبر (through), عقب (after): verbs only where what they govern as verbs follows
            if _verb_position(scene, k, sentence, prev, sense) and not sense.verb.plain and not info.preposition:
                after = scene.at.get(k + 1)
                return sense if after is not None and after.kind in ENTITY and not after.prep else None
            links = {link for carrier in sense.verb.carriers for link in carrier.link} - {""}
            if (
                not links
                or sense.suffix
                or not any(infos.preposition in links for infos in scene.infos[k + 1 : k + 14])
            ):
                return None
            return sense
        made_up_noun = info.derived or (info.ordinary == "participle" and sense.kind == "past")  # قال: also of قلى
        made_up_noun = made_up_noun and not info.name and not sense.verb.plain and not sense.suffix
        if not (made_up_noun or _verb_position(scene, k, sentence, prev, sense)):
            return None
    elif prev in ("في", "من", "على", "علي", "الي", "عن", "مع"):
        return None
    return sense


def _verb_position(scene: Scene, k: int, sentence: tuple[int, int], prev: str, sense: VerbSense) -> bool:
    """Whether a word that may be a noun stands where a verb does."""
    infos = scene.infos
    if sense.suffix and infos[k].ordinary and not (prev in RELATIVE or prev in BEFORE_VERB):
        if k > sentence[0] and not sense.conj:
            return False
    if k == sentence[0] or prev in BEFORE_VERB:
        return True
    if prev in QUOTES or prev in (":", "-", "–", ")", "—", "...", "/"):
        return True
    if prev in COMMAS or prev in ("؛", ".", "؟", "!"):
        return not (sense.kind == "present" and infos[k].ordinary == "noun" and not sense.conj)
    if sense.conj:
        nxt = infos[k + 1] if k + 1 < sentence[1] else None
        if nxt is None:
            return False
        mention = scene.at.get(k + 1)
        before = infos[k - 1]
        nouns = ("noun", "masdar")
        pair_of_nouns = before.ordinary in nouns and infos[k].ordinary in nouns and not sense.suffix
        return not (pair_of_nouns and (mention is None or mention.prep))
    subject = _mention_ending_at(scene, k)
    if subject is not None:
        if infos[k].ordinary != "noun":
            return True
        fronted = subject.first == sentence[0] + 1 and bool(infos[sentence[0]].preposition)  # في طهران رفض
        at_head = subject.first == sentence[0] or fronted
        return subject.kind in ("person", "country", "organisation") and at_head
    dated = scene.at.get(k - 1)
    return dated is not None and dated.kind == "date"


def _mention_ending_at(scene: Scene, k: int) -> Mention | None:
    """The mention that ends right before token k."""
    i = bisect_left(scene.firsts, k) - 1
    while i >= 0 and i >= 0:
        mention = scene.mentions[i]
        if mention.last == k and mention.kind in ENTITY:
            return mention
        if mention.last < k and mention.kind != "nisba":
            return None
        i -= 1
        if i < 0 or k - scene.mentions[i].first > 60:
            return None
    return None


def participle_of_speech(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    """مؤكدا, مشيرة إلى, داعين: a participle that carries the speech on."""
    info = scene.infos[k]
    for sense in info.verbs:
        if sense.kind != "participle" or not (sense.verb.speech or sense.verb.carriers):
            continue
        if k == sentence[0] and not sense.accusative:
            return None
        prev = scene.tokens.words[k - 1] if k > sentence[0] else ","
        border = prev in COMMAS or prev in (")", "»", '"', "”", "-", "–", "؛", "و") or bool(sense.conj)
        if sense.accusative and sense.number in ("s", ""):
            return sense if border or not info.name else None
        if sense.number == "s" and sense.gender == "f":
            if border or "ً" in scene.tokens.span_text(k, k + 1):
                return sense
            continue
        if sense.accusative and border:
            return sense
    return None


def clauses_of(scene: Scene, sentence: tuple[int, int]) -> list[Clause]:
    """The clauses of one sentence, in order."""
    found: list[Clause] = []
    first, last = sentence
    borders = [first]
    k = first
    infos = scene.infos
    while k < last:
        info = infos[k]
        if scene.inside[k]:
            k += 1
            continue
        if info.verbs and _no_mention(scene, k):
            sense = finite_verb(scene, k, sentence)
            if sense is not None:
                found.append(
                    Clause(
                        k, "verb", sense, 0, 0, sentence, relative=k > first and scene.tokens.words[k - 1] in RELATIVE
                    )
                )
                k += 1
                continue
            sense = participle_of_speech(scene, k, sentence)
            if sense is not None:
                found.append(Clause(k, "participle", sense, 0, 0, sentence))
                k += 1
                continue
        if info.nouns and not info.function:
            noun = event_noun(scene, k)
            if noun is not None:
                found.append(Clause(k, "noun", noun, 0, 0, sentence))
        k += 1
    if not found:
        return found
    # Regions: from the last border before the predicate to the next predicate's start.
    verbs = [c for c in found if c.kind != "noun"]
    for n, clause in enumerate(verbs):
        clause.first = _start_of(scene, clause.at, verbs[n - 1].at + 1 if n else first)
        clause.last = last
        if n + 1 < len(verbs):
            clause.last = _start_of(scene, verbs[n + 1].at, clause.at + 1)
        borders.append(clause.first)
    starts = [c.first for c in verbs]  # the regions follow one another
    for clause in found:
        if clause.kind == "noun":
            clause.first, clause.last = first, last
            n = bisect_right(starts, clause.at) - 1
            if n >= 0 and clause.at < verbs[n].last:
                clause.first, clause.last = verbs[n].first, verbs[n].last
    for clause in found:
        _mark(scene, clause)
        _fill(scene, clause)
    return found


def _no_mention(scene: Scene, k: int) -> bool:
    """Whether no body, place or official stands at k (وزارة is not و + زاره)."""
    mention = scene.at.get(k)
    return mention is None or mention.kind in ("nisba", "date")


def _start_of(scene: Scene, at: int, floor: int) -> int:
    """Where the clause of a predicate begins: after the last comma, or its own conjunction, before it."""
    words = scene.tokens.words
    if scene.infos[at].conj:
        return at
    k = at
    low = max(floor, at - 60)
    while k > low:
        if words[k - 1] in COMMAS or words[k - 1] in (":", "؛"):
            # a fronted phrase (في مسقط، ...) belongs to the clause
            j = k - 1
            if j - 1 >= low and _fronted(scene, low, j):
                k = low
            return k
        if scene.infos[k - 1].text in ("كما", "فيما", "بينما", "حيث") or words[k - 1] in RELATIVE:
            return k - 1
        k -= 1
    return k


def _fronted(scene: Scene, low: int, comma: int) -> bool:
    """Whether what stands before a comma is only a fronted adverbial, beginning a sentence."""
    if comma - low > 12:
        return False
    info = scene.infos[low]
    return bool(info.preposition or info.clitic or (info.conj and scene.infos[low].preposition))


def event_noun(scene: Scene, k: int) -> NounSense | None:
    """The event noun at k with the most words that match."""
    best: NounSense | None = None
    length = -1
    words = scene.tokens.words
    for sense in scene.infos[k].nouns:
        entry = sense.entry
        if not isinstance(entry, NounFrame):
            continue
        if entry.definite and not sense.det:
            continue
        rest = entry.rest
        if rest:
            got = tuple(words[k + 1 : k + 1 + len(rest)])
            plain = tuple(_indefinite(w) for w in got)
            if got != rest and plain != rest and got != tuple("ال" + w for w in rest):
                continue
        if len(rest) > length:
            best, length = sense, len(rest)
    return best


def _indefinite(word: str) -> str:
    """Without article and without the alef of the accusative."""
    word = word.removeprefix("ال")
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def _mark(scene: Scene, clause: Clause) -> None:
    """Negation, future, plan."""
    words = scene.tokens.words
    mood = modality()
    at = clause.at
    low = max(clause.sentence[0], at - 8)
    if clause.kind == "verb":
        sense = clause.sense
        assert isinstance(sense, VerbSense)
        clause.future = sense.future
        prev = words[at - 1] if at > clause.sentence[0] else ""
        if prev in mood.negation and prev not in ("ما", "دون"):
            clause.negated = prev not in ("لا",) or sense.kind == "present"
            if prev == "لن":
                clause.negated = True
        if prev in ("سوف", "وسوف"):
            clause.future = True
    for length in (2, 1):
        for k in range(at - 1, low - 1, -1):
            piece = tuple(words[k : k + length])
            piece = (piece[0].removeprefix("و").removeprefix("ف") if len(piece[0]) > 3 else piece[0], *piece[1:])
            if piece in mood.planned and k + length <= at + 1 and not _other_verb(scene, k + length, at):
                clause.planned = (k, k + length)
                return


def _other_verb(scene: Scene, first: int, last: int) -> bool:
    return any(scene.infos[k].verbs and not scene.infos[k].ordinary and not scene.inside[k] for k in range(first, last))


def _fill(scene: Scene, clause: Clause) -> None:
    """Subject, object and prepositional phrases, after the predicate."""
    words, infos = scene.tokens.words, scene.infos
    sense = clause.sense
    k = clause.at + 1
    last = clause.sentence[1]
    limit = min(last, clause.at + 90)
    pending = ""
    in_list: list[Mention] | None = None
    commas = 0
    noun_seen = False
    after_noun = False
    if isinstance(sense, NounSense) and isinstance(sense.entry, NounFrame):
        k += len(sense.entry.rest)
    if clause.kind == "verb" and isinstance(sense, VerbSense) and not sense.suffix:
        before = _subject_before(scene, clause)
        if before:
            clause.subject = before
            clause.subject_before = True
    while k < limit:
        word = words[k]
        mention = scene.at.get(k)
        if mention is not None and mention.kind == "nisba":
            k = mention.last
            continue
        if mention is not None:
            if mention.kind == "date":
                k = mention.last
                pending = ""
                continue
            if mention.kind == "place":
                prep = preposition_of(mention) or pending
                if prep:
                    clause.preps.append((prep, [mention]))
                elif not clause.object and clause.kind != "noun":
                    clause.object.append(mention)
                    in_list = clause.object
                elif clause.kind == "noun" and not noun_seen:
                    clause.object.append(mention)
                pending = ""
                k = mention.last
                continue
            prep = preposition_of(mention) or pending
            if mention.conj and in_list is not None and not preposition_of(mention):
                in_list.append(mention)
                k = mention.last
                continue
            if prep:
                in_list = [mention]
                clause.preps.append((prep, in_list))
            elif after_noun:
                in_list = [mention]
                clause.preps.append(("of", in_list))
                after_noun = False
            elif clause.kind == "verb" and not clause.subject and not clause.other_subject and _agrees(clause, mention):
                clause.subject.append(mention)
                in_list = clause.subject
            elif (
                commas
                and in_list is not None
                and words[k - 1] in COMMAS
                and in_list is not clause.object
                and clause.object
            ):
                in_list.append(mention)
            elif not clause.object or (in_list is clause.object and words[k - 1] in COMMAS):
                clause.object.append(mention)
                in_list = clause.object
            else:
                clause.preps.append(("of", [mention]))
            pending = ""
            k = mention.last
            continue
        info = infos[k]
        if word in COMMAS:
            commas += 1
            if commas > 9:
                break
            pending = ""
            after_noun = False
            k += 1
            continue
        if word in ("(", "-", "–", "—"):
            k = _close_of(words, k, limit) or k + 1
            continue
        if word in QUOTES:
            close = scene.tokens.quotes.get(k)
            if close is not None and close - k > 6:
                break
            k += 1
            continue
        if word in (":", "؛"):
            break
        if word in THAT or word == "انه":
            break
        if word in ("كل", "كلا", "كلا") or word in ("من", "و"):
            if word == "كل":
                k += 1
                if k < limit and words[k] == "من":
                    k += 1
                continue
        if word.startswith("كل") and word in ("كلا",):
            k += 1
            continue
        if info.preposition:
            pending = info.preposition
            in_list = None
            after_noun = False
            k += 1
            continue
        if word in RELATIVE:
            k = _after_relative(scene, k, limit)
            in_list = None
            continue
        if info.verbs and finite_verb(scene, k, clause.sentence) is not None:
            if words[k - 1] in RELATIVE:
                k += 1
                continue
            break
        if info.verbs and participle_of_speech(scene, k, clause.sentence) is not None:
            break
        if info.nouns and clause.kind == "verb" and clause.noun_object is None and not pending:
            noun = event_noun(scene, k)
            if noun is not None:
                clause.noun_object = k
        if info.ordinary in ("noun", "masdar") or info.body_heads:
            genitive = after_noun and not info.conj  # of the noun before it: في ختام اللقاء
            after_noun = not info.clitic and not info.conj
            if (
                clause.kind == "verb"
                and not clause.subject
                and not pending
                and not info.clitic
                and not noun_seen
                and not genitive
            ):
                noun_seen = True
                if (info.det or clause.noun_object == k) and not (
                    isinstance(sense, VerbSense) and sense.number in ("d", "p")
                ):
                    clause.other_subject = True
            if info.clitic:
                pending = ""
                in_list = None
                after_noun = True
            if pending:
                # a noun governed by a preposition: what follows is its genitive
                after_noun = True
                pending = ""
        elif info.ordinary == "adjective" or info.ordinary == "participle":
            pass
        elif not info.function:
            after_noun = False
        k += 1


def _close_of(words: list[str], k: int, limit: int) -> int:
    """Past a bracket or a pair of dashes."""
    want = ")" if words[k] == "(" else words[k]
    for j in range(k + 1, min(limit, k + 25)):
        if words[j] == want:
            return j + 1
    return 0


def _after_relative(scene: Scene, k: int, limit: int) -> int:
    """Past a short relative clause: to the comma, at most."""
    words = scene.tokens.words
    for j in range(k + 1, min(limit, k + 40)):
        if words[j] in COMMAS:
            return j
    return limit


def _agrees(clause: Clause, mention: Mention) -> bool:
    """Gender agreement of a verb with the subject after it, where both show it."""
    sense = clause.sense
    if not isinstance(sense, VerbSense) or not sense.gender or not mention.gender or mention.number != "s":
        return True
    if sense.number in ("d", "p"):
        return False
    return sense.gender == mention.gender


def _subject_before(scene: Scene, clause: Clause) -> list[Mention]:
    """SVO: the phrase right before the verb, if it can be its subject."""
    words = scene.tokens.words
    at = clause.at
    sense = clause.sense
    assert isinstance(sense, VerbSense)
    k = at
    low = clause.sentence[0]
    while k > low and (words[k - 1] in COMMAS or words[k - 1] in ("قد", "لم", "لن", "لا", "-", "–", ")", "ف", ":")):
        k -= 1
    date = scene.at.get(k - 1)
    steps = 0
    while k > low and steps < 3:
        found = None
        for mention in reversed(scene.between(max(low, k - 60), k)):
            if mention.last == k and mention.kind != "nisba":
                found = mention
                break
        if found is None:
            return []
        governed = found.first > low and scene.infos[found.first - 1].preposition in ("في", "من", "إلى", "لدى")
        if found.kind == "date" or (found.kind in ("place", "country") and (found.prep == "ب" or governed)):
            # السفراء العرب في أستانا يلتقون ...
            k = found.first - (1 if found.kind != "date" and governed else 0)
            while k > low and words[k - 1] in COMMAS:
                k -= 1
            steps += 1
            continue
        if found.kind not in ENTITY or found.prep:
            return []
        if found.first > low and scene.infos[found.first - 1].preposition:
            return []
        if sense.conj and sense.conj == "و":
            return []
        before = words[found.first - 1] if found.first > low else ""
        if words[at - 1] in COMMAS and before not in ("اما", "واما", "", "كان", "وكان", "كانت", "وكانت", "ان", "فان"):
            return []
        if (
            before
            and scene.infos[found.first - 1].ordinary in ("noun", "masdar")
            and not scene.infos[found.first - 1].name
        ):
            return []
        if (
            before
            and scene.infos[found.first - 1].verbs
            and finite_verb(scene, found.first - 1, clause.sentence) is not None
        ):
            if before not in ("كان", "كانت", "وكان", "وكانت") and words[found.first - 1] not in BEFORE_VERB:
                return []
        if (
            sense.gender
            and found.gender
            and found.number == "s"
            and sense.number == "s"
            and sense.gender != found.gender
        ):
            return []
        result = [found]
        # A and B يوقعان
        if found.conj == "و":
            for mention in reversed(scene.between(max(low, found.first - 40), found.first)):
                if mention.last == found.first and mention.kind in ENTITY and not mention.prep:
                    result.insert(0, mention)
                break
        return result
    del date
    return []


def governing_stance(scene: Scene, k: int) -> tuple[Stance, NounSense] | None:
    """The noun of attitude at k, with its clitics."""
    for sense in scene.infos[k].nouns:
        if isinstance(sense.entry, Stance):
            return sense.entry, sense
    return None


def frames_of(clause: Clause) -> list[Frame]:
    """The frames its predicate can have."""
    sense = clause.sense
    if isinstance(sense, VerbSense):
        return sense.verb.frames
    return [sense.entry.frame] if isinstance(sense.entry, NounFrame) else []
