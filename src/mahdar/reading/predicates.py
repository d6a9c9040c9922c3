"""Which words are predicates where they stand: finite verbs, participles of speech, nouns of events and attitudes."""

from typing import Final

from mahdar.reading.grammar import BEFORE_VERB, DEMONSTRATIVES, RELATIVE
from mahdar.reading.lexicon import NounSense, Stance, VerbSense
from mahdar.reading.mentions import COMMAS, QUOTES
from mahdar.reading.scene import ENTITY, Scene

BORDERS: Final = frozenset({":", "-", "–", ")", "—", "...", "/"}) | QUOTES
PAUSES: Final = COMMAS | {"؛", ".", "؟", "!"}
GOVERNING: Final = frozenset({"في", "من", "على", "إلى", "عن", "مع"})  # prepositions no verb can follow
PLACING: Final = frozenset({"في", "ب"})
LINK: Final = 13  # tokens between a verb that is also a function word and the preposition it takes


def finite_verb(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    """The verb that token k is, if it stands as one."""
    verbs = scene.verbs
    if k not in verbs:
        verbs[k] = _finite_verb(scene, k, sentence)
    return verbs[k]


def _finite_verb(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    info = scene.infos[k]
    sense = info.finite
    if sense is None:
        return None
    leading = info.verbs[0]  # the reading that takes least off the word
    if leading.kind == "participle" and leading.verb.speech and not leading.conj:
        return None
    words = scene.tokens.words
    if sense.number == "d" and sense.kind == "past" and "ً" in scene.tokens.span_text(k, k + 1):
        return None  # دعمًا: a noun
    prev = words[k - 1] if k > sentence[0] else ""
    if prev == "/" and k + 1 < len(words) and words[k + 1] == "/":
        return None  # an agency's code between slashes
    if info.function or info.preposition:
        return sense if _verb_after_all(scene, k, sentence, prev, sense) else None
    if info.ordinary or info.name:
        made_up_noun = info.derived or (info.ordinary == "participle" and sense.kind == "past")  # قال: also of قلى
        made_up_noun = made_up_noun and not info.name and not sense.verb.plain and not sense.suffix
        made_up_noun = made_up_noun and sense.number != "d"  # حظرا: a prohibition, seldom "the two forbade"
        if not (made_up_noun or _verb_position(scene, k, sentence, prev, sense)):
            return None
    elif prev and scene.infos[k - 1].preposition in GOVERNING:
        return None
    return sense


def _verb_after_all(scene: Scene, k: int, sentence: tuple[int, int], prev: str, sense: VerbSense) -> bool:
    """عبر (through), عقب (after): verbs only where what they govern as verbs follows."""
    if not sense.verb.plain and not scene.infos[k].preposition and _verb_position(scene, k, sentence, prev, sense):
        after = scene.at.get(k + 1)
        if after is None:
            # عقد في القاهرة اجتماع: nothing but a verb begins a sentence so
            return k == sentence[0] and k + 1 < sentence[1] and scene.infos[k + 1].preposition in PLACING
        return after.kind in ENTITY and not after.prep
    links = {link for carrier in sense.verb.carriers for link in carrier.link} - {""}
    if not links or sense.suffix:
        return False
    return any(info.preposition in links for info in scene.infos[k + 1 : k + 1 + LINK])


def _verb_position(scene: Scene, k: int, sentence: tuple[int, int], prev: str, sense: VerbSense) -> bool:
    """Whether a word that may be a noun stands where a verb does."""
    infos = scene.infos
    info = infos[k]
    first = k == sentence[0]
    if sense.suffix and info.ordinary and not first and not sense.conj:
        if prev not in RELATIVE and prev not in BEFORE_VERB:
            return _resumes(scene, k, sentence, sense)
    if first or prev in BEFORE_VERB or prev in BORDERS:
        return True
    if prev in PAUSES:
        if sense.conj or info.ordinary != "noun":
            return True
        if _somebody_at(scene, k + 1):
            return True
        # أعلنت بوركينا فاسو، في بيان، قطع العلاقات: a noun, where the sentence has its verb already
        return sense.kind != "present" and not any(scene.verbs.get(j) for j in range(sentence[0], k))
    if sense.conj:
        if k + 1 >= sentence[1] or (info.bare and sense.verb.plain):
            return False  # وسام, a medal: not و and سام
        nouns = ("noun", "masdar")
        if infos[k - 1].ordinary in nouns and info.ordinary in nouns and not sense.suffix:
            mention = scene.at.get(k + 1)
            return mention is not None and not mention.prep
        return True
    subject = scene.ending.get(k)
    if subject is not None:
        if info.ordinary != "noun" or (sense.number == "d" and (subject.number == "d" or subject.conj == "و")):
            return True  # البلدان | وقعا, مصر والأردن | وقعا
        fronted = subject.first == sentence[0] + 1 and bool(infos[sentence[0]].preposition)  # في طهران رفض
        at_head = subject.first == sentence[0] or fronted
        return subject.kind in ("person", "country", "organisation") and at_head
    if scene.dated[k]:
        return True
    if sense.verb.plain:
        return False
    before = infos[k - 1]
    if _somebody_at(scene, k + 1):
        # وعقب الاجتماع وقع الوزيران: what follows a definite phrase and has somebody after it is no noun
        return before.det or prev in DEMONSTRATIVES
    # لقاء عمل عقد في أستانا: between an event's noun and a preposition
    after = infos[k + 1] if k + 1 < sentence[1] else None
    if sense.kind != "past" or before.det or after is None or not (after.preposition or after.date):
        return False
    return any(event_noun(scene, j) is not None for j in (k - 1, k - 2) if j >= sentence[0])


def _somebody_at(scene: Scene, k: int) -> bool:
    """Whether somebody is named at k, with no preposition or conjunction before."""
    mention = scene.at.get(k)
    return mention is not None and mention.kind in ENTITY and not mention.prep and not mention.conj


def _resumes(scene: Scene, k: int, sentence: tuple[int, int], sense: VerbSense) -> bool:
    """اجتماع عقدته الوزيرة, اتفاق وقعه البلدان: a relative clause right after an event's noun without the article."""
    if sense.verb.plain:
        return False
    j = k - 1
    while j > sentence[0] and scene.infos[j].ordinary == "adjective" and not scene.infos[j].det:
        j -= 1
    info = scene.infos[j]
    return bool(info.nouns) and not info.det and not info.function


def participle_of_speech(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    """مؤكدا, مشيرة إلى, داعين: a participle that carries the speech on."""
    participles = scene.participles
    if k not in participles:
        participles[k] = _participle_of_speech(scene, k, sentence)
    return participles[k]


def _participle_of_speech(scene: Scene, k: int, sentence: tuple[int, int]) -> VerbSense | None:
    info = scene.infos[k]
    for sense in info.verbs:
        if sense.kind != "participle" or not (sense.verb.speech or sense.verb.carriers):
            continue
        if k == sentence[0] and not sense.accusative:
            return None
        prev = scene.tokens.words[k - 1] if k > sentence[0] else ","
        border = prev in COMMAS or prev in QUOTES or prev in (")", "-", "–", "؛", "و") or bool(sense.conj)
        if sense.accusative and sense.number in ("s", ""):
            return sense if border or not info.name else None
        if sense.number == "s" and sense.gender == "f":
            if border or "ً" in scene.tokens.span_text(k, k + 1):
                return sense
            continue
        if sense.accusative and border:
            return sense
    return None


def event_noun(scene: Scene, k: int) -> NounSense | None:
    """The event noun at k with the most words that match."""
    words = scene.tokens.words
    for sense in scene.infos[k].events:
        if sense.suffix == "ه" and scene.tokens.text[scene.tokens.ends[k] - 1] == "ة":
            continue  # منحة is not منحه
        entry = sense.entry
        rest = entry.rest
        if not rest or (k + 1 < len(words) and words[k + 1] in entry.second and _agrees(words, k + 1, rest)):
            return sense if entry.frame.type else None
    return None


def _agrees(words: list[str], k: int, rest: tuple[str, ...]) -> bool:
    """Whether the words at k are these, definite and accusative forms too."""
    got = tuple(words[k : k + len(rest)])
    if got == rest:
        return True
    return len(got) == len(rest) and (
        tuple([_indefinite(w) for w in got]) == rest or got == tuple(["ال" + w for w in rest])
    )


def _indefinite(word: str) -> str:
    """Without article and without the alef of the accusative."""
    word = word.removeprefix("ال")
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def governing_stance(scene: Scene, k: int) -> tuple[Stance, NounSense] | None:
    """The noun of attitude at k, with its clitics."""
    sense = scene.infos[k].stance
    return None if sense is None else (sense.entry, sense)
