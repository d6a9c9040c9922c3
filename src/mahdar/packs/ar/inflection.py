"""Inflection: from a lemma to the surface forms that stand in unvocalised Arabic news.

Lemmas come in ordinary spelling (hamzas and ة written, no vowel signs needed); every form that goes out is folded
by `folding.fold_letters`. Spelling decides: two verbs that are written alike inflect alike. Where a spelling
leaves two verb forms open (حذر may be I or II) both are generated, unless the present, the participle or the
masdars given with the lemma settle it. The article and the proclitics و ف ب ل ك are not attached here.

How it works: a verb has a handful of stems (before a vowel, before a consonant, before a pronoun …), and a paradigm
is a fixed list of cells, each a prefix, the number of a stem and an ending. Weak verbs differ in their stems only.

Verb forms are named by their Roman numerals, I to X (VII counts as VIII, which it inflects like), and QI, QII
and QIV for roots of four letters. A "present stem" is the present without the letter of its person: ستقبل of يستقبل.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from .folding import fold_letters, strip_marks

Kind = Literal["past", "present", "participle", "passive_participle", "masdar", "noun", "nisba"]
Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p", ""]
Case = Literal["nom", "acc", ""]


class Traits(NamedTuple):
    """What a form's spelling tells.

    suffix     the pronoun attached to it (object or possessor), folded: "ه", "هما" …
    case       "nom" or "acc" where the letters show it (مؤكدا, مؤكدون / مؤكدين), else "". As in all
               unvocalised Arabic "acc" includes the genitive, except for the alef of مؤكدا.
    passive    قيل, أدين, يقال: only where the letters differ from the active or the verb ends weak
    future     with the س of the future
    construct  the final ن is dropped before a genitive: وزيرا الخارجية
    """

    kind: Kind
    gender: Gender = ""
    number: Number = ""
    person: int = 0
    suffix: str = ""
    case: Case = ""
    passive: bool = False
    future: bool = False
    construct: bool = False


class Form(NamedTuple):
    """One surface form, folded. Forms of one place in a paradigm share their traits: they are made by the 100,000."""

    text: str
    traits: Traits


# --- What spelling alone cannot tell -----------------------------------------------------------------------

# Doubled verbs of form IV, spelled like أكد (II) or أخذ (I). A present given with the lemma tells them apart too.
_DOUBLED_IV = frozenset(
    {"أعد", "أصر", "أقر", "أضر", "أحب", "أتم", "أخل", "أمد", "أحس", "أعز", "أذل", "أطل", "أقل", "ألم"}
)
# Form VIII of roots in س, spelled like the doubled verbs of form X (استمر).
_EIGHTH_IN_SIN = frozenset({"استلم", "استمع", "استند", "استبق", "استتر", "استعر", "استرق", "استلب"})
# Four-letter roots that begin with ت, spelled like form V.
_QUADS_IN_TA = frozenset({"ترجم"})
# Presents that no rule gives.
_IRREGULAR_STEMS = {"رأى": "رى"}
# Hollow verbs of form I with a passive in use. The others are intransitive, or their passive looks like a common
# noun (عيد, قيم, بيع).
_HOLLOW_PASSIVE_PAST = {"قال": "قيل"}
_HOLLOW_PASSIVE_PRESENT = frozenset({"قال", "باع", "زار"})

_HAMZAS = frozenset("أئؤء")
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
_OWNERS = ("ه", "ها", "هم", "هما", "نا")

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u0671\u06cc\u06a9]{2,}")


# --- Paradigms: cells filled with stems -------------------------------------------------------------------


_DIGITS = "0123456"


class _Cell(NamedTuple):
    before: str
    stem: int
    after: str
    traits: Traits


class _Paradigm:
    """A list of cells, laid out as a template so that filling it runs in C."""

    def __init__(self, cells: Iterable[_Cell]) -> None:
        self.cells = tuple(cells)
        self._template = " ".join(f"{cell.before}{cell.stem}{cell.after}" for cell in self.cells)
        self._stems = sorted({cell.stem for cell in self.cells})
        self._traits = tuple(cell.traits for cell in self.cells)

    def only(self, *stems: int) -> _Paradigm:
        """The cells built on these stems."""
        return _Paradigm(cell for cell in self.cells if cell.stem in stems)

    def fill(self, stems: Sequence[str]) -> Iterator[Form]:
        """The forms that `stems` (folded) give."""
        filled = self._template
        for number in self._stems:
            filled = filled.replace(_DIGITS[number], stems[number])
        return map(Form._make, zip(filled.split(" "), self._traits, strict=True))


def _past_cells(objects: Sequence[str], passive: bool = False) -> Iterator[_Cell]:
    # stems: 0 bare, 1 before an object, 2 before ت of the feminine, 3 before ا of the dual,
    #        4 before وا, 5 before ن, 6 before ت of the first person
    persons: list[tuple[int, str, int, str, Gender, Number, int]] = [
        (0, "", 1, "", "m", "s", 3),
        (2, "ت", 2, "ت", "f", "s", 3),
        (3, "ا", 3, "ا", "m", "d", 3),
        (2, "تا", 2, "تا", "f", "d", 3),
        (4, "وا", 4, "و", "m", "p", 3),
        (5, "ن", 5, "ن", "f", "p", 3),
    ]
    if not passive:
        persons += [(6, "ت", 6, "", "", "s", 1), (5, "نا", 5, "نا", "", "p", 1)]
    for stem, ending, owner, joint, gender, number, person in persons:
        traits = Traits("past", gender, number, person, passive=passive)
        yield _Cell("", stem, ending, traits)
        for suffix in objects:
            if person == 3 or (number == "p" and suffix not in ("نا", "ني")):
                yield _Cell("", owner, joint + suffix, traits._replace(suffix=suffix))


def _present_cells(objects: Sequence[str], passive: bool = False) -> Iterator[_Cell]:
    # stems: 0 bare, 1 before an object, 2 before ان, 3 before ون, 4 before ن of the feminine, 5 bare after أ
    singular: list[tuple[str, int, int, str, Gender, Number, int]] = [
        ("ي", 0, 1, "", "m", "s", 3),
        ("ت", 0, 1, "", "f", "s", 3),
        ("ي", 2, 2, "ان", "m", "d", 3),
        ("ت", 2, 2, "ان", "f", "d", 3),
        ("ي", 3, 3, "ون", "m", "p", 3),
        ("ي", 4, 4, "ن", "f", "p", 3),
    ]
    if not passive:
        singular += [("ن", 0, 1, "", "", "p", 1), ("ا", 5, 5, "", "", "s", 1)]
    for future in (False, True):
        for letter, stem, owner, ending, gender, number, person in singular:
            before = "س" + letter if future else letter
            traits = Traits("present", gender, number, person, passive=passive, future=future)
            yield _Cell(before, stem, ending, traits)
            # After أن, لم and the like the final ن falls.
            short = ending[:1] if ending in ("ان", "ون") and not future else ""
            if short:
                yield _Cell(before, stem, "وا" if short == "و" else "ا", traits)
            for suffix in objects:
                if person == 3 or (number == "p" and suffix not in ("نا", "ني")):
                    with_object = traits._replace(suffix=suffix)
                    yield _Cell(before, owner, ending + suffix, with_object)
                    if short:
                        yield _Cell(before, owner, short + suffix, with_object)


def _jussive_cells(objects: Sequence[str]) -> Iterator[_Cell]:
    # stems: 0 short, 1 short after أ
    persons: list[tuple[str, int, Gender, Number, int]] = [
        ("ي", 0, "m", "s", 3),
        ("ت", 0, "f", "s", 3),
        ("ن", 0, "", "p", 1),
        ("ا", 1, "", "s", 1),
    ]
    for letter, stem, gender, number, person in persons:
        traits = Traits("present", gender, number, person)
        yield _Cell(letter, stem, "", traits)
        for suffix in objects:
            if person == 3 or (number == "p" and suffix not in ("نا", "ني")):
                yield _Cell(letter, stem, suffix, traits._replace(suffix=suffix))


def _adjective_cells(kind: Kind) -> Iterator[_Cell]:
    # stems: 0 bare, 1 before a vowel, 2 before ون
    def cell(stem: int, after: str, gender: Gender, number: Number, case: Case = "", construct: bool = False) -> _Cell:
        return _Cell("", stem, after, Traits(kind, gender, number, case=case, construct=construct))

    yield cell(0, "", "m", "s")
    yield cell(1, "ا", "m", "s", "acc")
    yield cell(1, "ه", "f", "s")
    for gender, stem, number, joint, nominative in (
        ("m", 1, "d", "", "ا"),
        ("f", 1, "d", "ت", "ا"),
        ("m", 2, "p", "", "و"),
    ):
        sex, count = cast("Gender", gender), cast("Number", number)
        yield cell(stem, joint + nominative + "ن", sex, count, "nom")
        yield cell(stem, joint + "ين", sex, count, "acc")
        yield cell(stem, joint + nominative, sex, count, "nom", True)
        yield cell(stem, joint + "ي", sex, count, "acc", True)
    yield cell(1, "ات", "f", "p")


def _weak_passive_cells() -> Iterator[_Cell]:
    # مستدعاة: the only forms of a weak passive participle whose letters differ from the active. stem: 0 before ة
    def cell(after: str, number: Number, case: Case = "", construct: bool = False) -> _Cell:
        return _Cell("", 0, after, Traits("passive_participle", "f", number, case=case, construct=construct))

    yield cell("ه", "s")
    yield cell("تان", "d", "nom")
    yield cell("تين", "d", "acc")
    yield cell("تا", "d", "nom", True)
    yield cell("تي", "d", "acc", True)


_PAST = {True: _Paradigm(_past_cells(_OBJECTS)), False: _Paradigm(_past_cells(()))}
_PAST_OTHER = {objects: _PAST[objects].only(1, 3, 4) for objects in _PAST}
_PAST_PASSIVE = _Paradigm(_past_cells((), passive=True))
_PRESENT = {True: _Paradigm(_present_cells(_OBJECTS)), False: _Paradigm(_present_cells(()))}
_PRESENT_OTHER = {objects: _PRESENT[objects].only(1, 2, 3) for objects in _PRESENT}
_PRESENT_PASSIVE = _Paradigm(_present_cells((), passive=True))
_JUSSIVE = {True: _Paradigm(_jussive_cells(_OBJECTS)), False: _Paradigm(_jussive_cells(()))}
_PARTICIPLE = _Paradigm(_adjective_cells("participle"))
_PASSIVE_PARTICIPLE = _Paradigm(_adjective_cells("passive_participle"))
_WEAK_PASSIVE = _Paradigm(_weak_passive_cells())
_NISBA = _Paradigm(_adjective_cells("nisba"))


# --- The verb as it is spelled ----------------------------------------------------------------------------


class _Verb(NamedTuple):
    past: str
    forms: tuple[str, ...]  # the forms the spelling leaves open
    weak: str  # "hollow", "defective", "doubled" or ""


def _clean(word: str, what: str) -> str:
    word = strip_marks(word.strip())
    if not _WORD.fullmatch(word):
        raise ValueError(f"{what} must be one Arabic word: {word!r}")
    return word.replace("\u06cc", "ي").replace("\u06a9", "ك").replace("ٱ", "ا")


def _forms(past: str) -> tuple[str, ...]:
    """The verb forms that a past of this spelling may have."""
    first, second, last = past[0], past[1], past[-1]
    match len(past):
        case 2:
            return ("I",)
        case 3:
            if first == "آ":
                return ("IV", "III")
            if past in _DOUBLED_IV:
                return ("IV",)
            if past in _IRREGULAR_STEMS:
                return ("I",)
            if second == "ي" and last in "اى":  # حيا (II), written with ا because of the ي before it
                return ("II",)
            if second == "ا" or last in "ايئ":
                return ("I",)
            # رد would be written with one د: two in a row make it II. A middle و or ي that is not ا makes it II.
            if second == last or (second in "وي" and last != "ى"):
                return ("II",)
            return ("I", "II")
        case 4:
            if first == "أ":
                return ("IV",)
            if second == "ا":
                return ("III",)
            if first == "ت":
                return ("QI",) if past in _QUADS_IN_TA else ("V",)
            return ("VIII",) if first == "ا" else ("QI",)
        case 5:
            if first == "ت":
                return ("VI",) if past[2] == "ا" else ("QII",)
            if past.startswith("است") and past[3] != "ا" and last != "ى" and past not in _EIGHTH_IN_SIN:
                return ("X",)
            if first == "ا":
                return ("VIII",) if second == "ن" or past[2] in "تطد" else ("QIV",)
        case 6:
            if past.startswith("است"):
                return ("X",)
    raise ValueError(f"not the spelling of a past, third person masculine singular: {past!r}")


def _weakness(past: str, forms: tuple[str, ...], given: str) -> str:
    """Where the verb is weak; `given` is the present stem or empty."""
    length = len(past)
    if past[-1] in "اى" or (past[-1] == "ي" and length == 3):
        return "defective"
    if length == 2 or past in _DOUBLED_IV or "QIV" in forms or ("X" in forms and length == 5):
        return "doubled"
    if forms == ("VIII",) and length == 4 and past[1] not in "تطدذظث":  # احتل, انضم; but اتفق, اطلع
        return "doubled"
    if past[0] == "أ" and length == 3 and given == past[1:]:
        return "doubled"
    if past[-2] == "ا" and forms[0] in ("I", "IV", "VIII", "X"):
        return "hollow"
    return ""


def _settle(verb: _Verb, given: str, participle: str | None, masdars: Sequence[str]) -> tuple[str, ...]:
    """The forms left open once present stem, participle and masdars have spoken."""
    past, forms, weak = verb
    if len(forms) == 1:
        return forms
    if forms == ("IV", "III"):  # آمن يؤمن, آزر يؤازر
        if given:
            return ("III",) if given[1:2] == "ا" else ("IV",)
        return forms
    first, second = ("I",), ("II",)
    if weak == "doubled":  # أعد with the present يعد
        return ("IV",)
    if participle:
        augmented = participle[0] == "م" and participle[1] != "ا" and len(participle) > 3
        return second if augmented else first
    if given:
        if past[0] == "أ" and given[0] in "أؤ":
            return second if given[0] == "ؤ" else first
        if past[0] == "و":
            return second if given[0] == "و" else first
        if past[-1] == "أ" and given[-1] in "أئ":
            return second if given[-1] == "ئ" else first
        if weak == "defective" and given[-1] != "ي":
            return first
    if masdars:
        # Form II always has a masdar in تـ; whoever lists masdars for it lists that one.
        root = past[:-1] if past[-2] != "ي" else past[:-2]
        return second if any(masdar.startswith("ت" + root) for masdar in masdars) else first
    return forms


def _seat(text: str, seat: str) -> str:
    """`text` with its last letter replaced."""
    return text[:-1] + seat


def _present_stem(form: str, past: str, weak: str) -> str:
    """The present stem of `past` read as `form`, in ordinary spelling."""
    first, last, rest = past[0], past[-1], past[1:]
    if form == "I":
        if past in _IRREGULAR_STEMS:
            return _IRREGULAR_STEMS[past]
        if weak == "hollow":
            return past[0] + "و" + last
        stem = past
        if weak == "defective":
            stem = _seat(past, {"ا": "و", "ي": "ى", "ى": "ي"}[last])
        elif last == "ئ":  # برئ يبرأ
            stem = _seat(past, "أ")
        return stem[1:] if first == "و" and len(past) == 3 else stem
    if form in ("V", "VI", "QII"):
        return past
    if form == "QI":
        return first + rest.replace("أ", "ئ")
    if form == "QIV":
        return rest.replace("أ", "ئ")
    if form == "II":
        stem = "ؤ" + rest if first == "أ" else past
    elif form == "III":
        stem = "ؤا" + rest if first == "آ" else past.replace("ء", "ئ")
    elif form == "IV":
        stem = "ؤ" + rest if first == "آ" else ("و" + past[2:] if past[1] == "ي" else rest)
    else:
        stem = "أ" + past[2:] if past[1] == "ئ" else rest
        if form == "VIII" and stem[-2] == "أ":  # التأم يلتئم, ارتأى يرتئي
            stem = stem[:-2] + "ئ" + last
    if weak == "hollow" and form in ("IV", "X"):
        stem = stem[:-2] + "ي" + last
    if weak == "defective":
        return _seat(stem, "ي")
    return _seat(stem, "ئ") if last == "أ" else stem


# --- Past ---------------------------------------------------------------------------------------------------


def _past_stems(past: str, weak: str, vowel: str) -> tuple[list[str], list[str] | None]:
    """The seven folded stems of the past, and a second set where writers differ on the seat of a hamza.

    `vowel` is the letter that carries a final hamza after a short vowel: جئت, سؤت, أسأت.
    """
    whole, trunk, last = fold_letters(past), fold_letters(past[:-1]), past[-1]
    other: list[str] | None = None
    if weak == "defective":
        if last == "ي":  # لقي: لقيت, لقوا
            stems = [whole, whole, whole, whole, trunk, whole]
        else:
            glide = "و" if last == "ا" and past[-2] != "ي" else "ي"
            stems = [whole, trunk + "ا", trunk, trunk + glide, trunk, trunk + glide]
    elif weak == "hollow":
        short = fold_letters(past[:-2])
        if last == "ء":  # جاء: جاؤوا or جاءوا
            stems = [whole, whole, whole, whole, trunk + "و", short + vowel]
            other = [whole, whole, whole, whole, whole, short + vowel]
        else:
            stems = [whole] * 5 + [short + last]
    elif weak == "doubled":
        stems = [whole] * 5 + [whole + whole[-1]]
    else:
        stems = [whole] * 6
        if last == "أ":  # بدأا or بدآ, بدأوا or بدؤوا
            other = [whole, whole, whole, trunk, trunk + "و", whole]
        elif last == "ئ":
            other = [whole, whole, whole, whole, trunk + "و", whole]
    # The last letter of the stem and the ending are written once where they are the same: أعلنّا, أثبتّ.
    before_t = stems[5][:-1] if stems[5][-1] == "ت" else stems[5]
    before_n = stems[5][:-1] if stems[5][-1] == "ن" else stems[5]
    tail = [before_n, before_t]
    return stems[:5] + tail, other and other[:5] + tail


def _passive_past(form: str, past: str, weak: str) -> list[str] | None:
    """The folded passive stems of the past, where they can be told from the active or the verb is defective."""
    last = past[-1]
    if weak == "hollow":
        if form == "I":
            passive = _HOLLOW_PASSIVE_PAST.get(past)
            return [passive] * 7 if passive else None
        passive = fold_letters(past[:-2]) + "ي" + last
        joined = _seat(passive, "ي") if last == "ء" else passive
        short = fold_letters(past[:-2]) + ("ي" if last == "ء" else last)
        return [passive, *[joined] * 4, short.removesuffix("ن"), short]
    if past[0] == "آ":
        return None
    stem = past
    if form == "III":  # نوقش
        stem = past[0] + "و" + past[2:].replace("ء", "ئ")
    elif form == "VI":  # تبودل
        stem = past[:2] + "و" + past[3:].replace("ء", "ئ")
    elif form == "X" and past[3] == "أ":  # استؤنف
        stem = past[:3] + "ؤ" + past[4:]
    if weak == "defective":
        if form == "I" and past[1] == "أ":
            return None
        whole = fold_letters(_seat(stem, "ي"))
        return [whole, whole, whole, whole, whole[:-1], whole, whole]
    if last == "أ":
        stem = _seat(stem, "ئ")
    elif stem == past:
        return None
    folded = fold_letters(stem)
    return [folded] * 5 + [folded.removesuffix("ن"), folded]


# --- Present ------------------------------------------------------------------------------------------------


def _present_forms(stem: str, weak: str, objects: bool) -> list[Form]:
    """The present, future and short forms on a present stem in ordinary spelling."""
    whole, trunk, last = fold_letters(stem), fold_letters(stem[:-1]), stem[-1]
    short = ""
    other: list[str] | None = None
    if weak == "defective" and last in "ويىا":
        before_object = trunk + "ا" if last in "ىا" else whole
        dual = trunk + "ي" if last in "ىا" else whole
        stems = [whole, before_object, dual, trunk, dual]
        short = trunk
        if stem[-2:-1] == "ئ":  # يرتئون is better written يرتؤون
            other = [whole, before_object, dual, _seat(trunk, "و"), dual]
    elif weak == "hollow" and len(stem) > 2 and stem[-2] in "اوي":
        short = fold_letters(stem[:-2]) + last
        stems = [whole] * 4 + [short]
        if last == "ء":  # يسيئون; يشاؤون or يشاءون
            seat = {"ا": "ا", "و": "و", "ي": "ي"}[stem[-2]]
            short = fold_letters(stem[:-2]) + seat
            joined = trunk + ("ي" if stem[-2] == "ي" else "و")
            stems = [whole, joined, trunk + "ي" if stem[-2] == "ي" else whole, joined, short]
            if stem[-2] != "ي":
                other = [whole] * 5
    elif weak == "doubled":
        stems = [whole] * 4 + [whole + whole[-1]]
    else:
        stems = [whole] * 5
        if last == "أ":  # يبدأه or يبدؤه, يبدآن or يبدأان, يبدؤون or يبدأون
            other = [whole, trunk + "و", trunk, trunk + "و", whole]
        elif last == "ئ":  # يهنئون or يهنؤون
            other = [whole, whole, whole, trunk + "و", whole]
    # أ of the first person and a hamza at the head of the stem are written as one آ.
    after_alef = whole.removeprefix("ا")
    tail = [stems[4].removesuffix("ن"), after_alef]
    found = list(_PRESENT[objects].fill(stems[:4] + tail))
    if other:
        found += _PRESENT_OTHER[objects].fill(other[:4] + tail)
    if short:
        found += _JUSSIVE[objects].fill([short, short.removeprefix("ا")])
    return found


def _passive_present(form: str, past: str, stem: str, weak: str) -> Iterator[Form]:
    """The passive present where its letters differ from the active: يقال, يدان, يدعى."""
    if weak == "hollow" and (form in ("IV", "X") or past in _HOLLOW_PASSIVE_PRESENT) and past[-1] != "ء":
        whole = fold_letters(past if form == "I" else past[1:])
        short = fold_letters((past if form == "I" else past[1:])[:-2]) + past[-1]
        yield from _PRESENT_PASSIVE.fill([whole, whole, whole, whole, short.removesuffix("ن"), whole])
    elif weak == "defective" and stem[-1] == "و":
        whole = fold_letters(_seat(stem, "ي"))
        yield from _PRESENT_PASSIVE.fill([whole, whole, whole, whole[:-1], whole, whole])


# --- Participles --------------------------------------------------------------------------------------------


def _active_participle(form: str, past: str, stem: str, weak: str) -> str:
    """The active participle in ordinary spelling; that of a weak verb ends in ي: ملتقي."""
    if form != "I":
        final = {"ى": "ي", "أ": "ئ", "ؤ": "ئ", "ا": "ي"}.get(stem[-1], stem[-1])
        stem = _seat(stem, final)
        if form in ("V", "VI") and stem[-2] in "أء":  # متسائل, مترئس
            stem = stem[:-2] + "ئ" + stem[-1]
        elif stem[0] == "أ":  # مؤتلف
            stem = "ؤ" + stem[1:]
        return "م" + stem
    first, second, last = past[0], past[1], past[-1]
    head = "آ" if first == "أ" else first + "ا"
    if weak == "doubled":
        return head + second
    if weak == "hollow":
        return head + "ئ" + ("ي" if last == "ء" else last)
    return head + ("ئ" if second == "أ" else second) + {"ا": "ي", "ى": "ي", "أ": "ئ"}.get(last, last)


def _participle_forms(participle: str, weak: str) -> Iterator[Form]:
    """All genders, numbers and cases of an active participle; a weak one ends in ي."""
    whole, trunk, last = fold_letters(participle), fold_letters(participle[:-1]), participle[-1]
    if weak == "defective" or (weak == "hollow" and last == "ي"):
        yield from _PARTICIPLE.fill([whole, whole, trunk])
        # Indefinite and not accusative, the ي falls: ملتق, داع; جائي is written جاء.
        bare = _seat(trunk, "ء") if weak == "hollow" else trunk
        yield Form(bare, Traits("participle", "m", "s"))
        if participle[-2] == "ئ":  # راؤون
            yield Form(_seat(trunk, "و") + "ون", Traits("participle", "m", "p", case="nom"))
    elif last == "ء" and participle[-2] == "ا":  # مستاء, مستاءة, مستاؤون or مستاءون, مستائين
        yield from _PARTICIPLE.fill([whole, whole, whole])
        yield Form(trunk + "وون", Traits("participle", "m", "p", case="nom"))
        yield Form(trunk + "يين", Traits("participle", "m", "p", case="acc"))
    elif last == "ء":  # مسيء, مسيئة
        yield from _PARTICIPLE.fill([whole, trunk + "ي", trunk + "ي"])
    else:
        yield from _PARTICIPLE.fill([whole, whole, whole])


def _passive_participles(form: str, past: str, stem: str, weak: str) -> Iterator[Form]:
    """The passive participle where its letters differ from the active: مرفوض, مدان, مستدعاة."""
    last = past[-1]
    if form == "I":
        if weak == "hollow":
            return
        if weak == "doubled":
            word = "م" + past + "و" + past[-1]
        elif weak == "defective":
            word = "م" + _seat(past, "و" if last == "ا" else "ي").replace("أ", "ئ")  # مرئي
        else:
            word = "م" + past[:2] + "و" + last
        if last == "أ":  # مبدوء
            word = _seat(word, "ء")
        whole = fold_letters(word)
        yield from _PASSIVE_PARTICIPLE.fill([whole, whole, whole])
    elif weak == "hollow" and form in ("IV", "X") and last != "ء":
        whole = fold_letters("م" + past[1:])
        yield from _PASSIVE_PARTICIPLE.fill([whole, whole, whole])
    elif weak == "defective":
        yield from _WEAK_PASSIVE.fill([fold_letters("م" + _seat(stem, "ا"))])


# --- Masdars and nouns --------------------------------------------------------------------------------------


def _masdar(form: str, past: str, weak: str) -> str | None:
    """The regular masdar of a derived form, in ordinary spelling."""
    first, last, body = past[0], past[-1], past[:-1]
    glottal = last == "أ"
    match form:
        case "II":
            if weak == "defective":  # تعزية; تحية
                return "ت" + (body if body[-1] != "ي" else body[:-1]) + "ية"
            return "ت" + body + "ئة" if glottal else "ت" + body + "ي" + last
        case "III":
            start = "مؤا" + past[1:-1] if first == "آ" else "م" + body
            return start + ("اة" if weak == "defective" else last + "ة")
        case "IV":
            if first == "آ":
                return "إي" + past[1:-1] + ("اء" if weak == "defective" else "ا" + last)
            if weak == "hollow":
                return "إ" + past[1:] + "ة"
            if weak == "doubled":
                return "إ" + past[1:] + "ا" + last
            start = "إ" + ("ي" if past[1] == "و" else past[1]) + past[2:-1]
            return start + ("اء" if weak == "defective" or glottal else "ا" + last)
        case "V" | "VI" | "QII":
            if weak == "defective":
                return _seat(past, "ي")
            if glottal:
                return _seat(past, "ؤ")
            return past[:-2] + "ؤ" + last if past[-2] in "أء" else past
        case "VIII":
            if weak == "hollow":
                return past[:-2] + "يا" + last
            if weak == "doubled":
                return past + "ا" + last
            body = _seat(body, "ئ") if body[-1] == "أ" else body
            return body + ("اء" if weak == "defective" or glottal else "ا" + last)
        case "X":
            if weak == "hollow":
                return past + "ة"
            if weak == "doubled":
                return past + "ا" + last
            start = past[:3] + {"و": "ي", "أ": "ئ"}.get(past[3], past[3]) + past[4:-1]
            return start + ("اء" if weak == "defective" or glottal else "ا" + last)
        case "QI":
            return past + "ة"
        case "QIV":
            return past.replace("أ", "ئ") + "ا" + last
    return None


class _Noun(NamedTuple):
    """The folded stems of a noun in the singular (or of a broken plural)."""

    bare: str
    tanwin: str | None  # with the alef of the accusative, if it takes one
    owned: tuple[tuple[str, Case], ...]  # before a possessive
    dual: str  # before ان
    dual_ay: str  # before ين


def _noun(word: str) -> _Noun:
    whole, trunk, last, before = fold_letters(word), fold_letters(word[:-1]), word[-1], word[-2]
    three: tuple[tuple[str, Case], ...] = ((trunk + "و", "nom"), (whole, "acc"), (trunk + "ي", "acc"))
    match last:
        case "ة":
            return _Noun(whole, None, ((trunk + "ت", ""),), trunk + "ت", trunk + "ت")
        case "ء" if before == "ا":  # لقاء: لقاؤه لقاءه لقائه, without an alef in لقاءً
            return _Noun(whole, None, three, whole, whole)
        case "ء" if before == "ي":  # مجيء: مجيئه
            return _Noun(whole, trunk + "يا", ((trunk + "ي", ""),), trunk + "ي", trunk + "ي")
        case "ء":
            return _Noun(whole, whole + "ا", three, whole, whole)
        case "أ":  # مبدأ: مبدؤه مبدأه مبدئه, مبدآن
            return _Noun(whole, None, three, trunk, whole)
        case "ؤ":  # تنبؤ: تنبئه in the genitive
            return _Noun(whole, whole + "ا", ((whole, ""), (trunk + "ي", "acc")), whole, whole)
        case "ى":  # مبنى: مبناه
            return _Noun(whole, None, ((trunk + "ا", ""),), whole, whole)
        case "ا":
            dual = trunk + "و" if len(word) == 3 else whole + "ت"
            return _Noun(whole, None, ((whole, ""),), dual, dual)
    return _Noun(whole, whole + "ا", ((whole, ""),), whole, whole)


@cache
def _owned(kind: Kind, gender: Gender, number: Number, case: Case) -> tuple[Traits, ...]:
    """The traits of a noun with each possessive."""
    return tuple(Traits(kind, gender, number, suffix=suffix, case=case) for suffix in _OWNERS)


def _with_owners(stem: str, owned: Iterable[Traits]) -> Iterator[Form]:
    for traits in owned:
        yield Form(stem + traits.suffix, traits)


def _single_forms(noun: _Noun, kind: Kind, gender: Gender, number: Number) -> Iterator[Form]:
    """Bare, accusative and with possessives."""
    yield Form(noun.bare, Traits(kind, gender, number))
    if noun.tanwin:
        yield Form(noun.tanwin, Traits(kind, gender, number, case="acc"))
    for stem, case in noun.owned:
        yield from _with_owners(stem, _owned(kind, gender, number, case))


def _dual_forms(noun: _Noun, kind: Kind, gender: Gender) -> Iterator[Form]:
    """بلدان, بلدين, بلدا, بلدي, بلداهما, بلديهما."""
    return _vowel_forms(((noun.dual + "ا", "nom"), (noun.dual_ay + "ي", "acc")), kind, gender, "d")


def _sound_plural_forms(stem: str, kind: Kind, gender: Gender) -> Iterator[Form]:
    """مسؤولون, مسؤولين, مسؤولو, مسؤولي, مسؤولوه, مسؤوليه on a folded stem."""
    return _vowel_forms(((stem + "و", "nom"), (stem + "ي", "acc")), kind, gender, "p")


def _vowel_forms(stems: tuple[tuple[str, Case], ...], kind: Kind, gender: Gender, number: Number) -> Iterator[Form]:
    """On a stem with the vowel of its case: with ن, without it before a genitive, and with possessives."""
    for stem, case in stems:
        yield Form(stem + "ن", Traits(kind, gender, number, case=case))
        yield Form(stem, Traits(kind, gender, number, case=case, construct=True))
        yield from _with_owners(stem, _owned(kind, gender, number, case))


# --- What the tables call -----------------------------------------------------------------------------------


def verb_forms(
    past: str,
    present: str | None = None,
    *,
    participle: str | None = None,
    masdars: Sequence[str] = (),
    suffixes: bool = True,
) -> list[Form]:
    """All surface forms of a verb, without duplicates.

    past        third person masculine singular: "استقبل"
    present     the same person, "يستقبل"; needed where no rule gives it (hollow verbs without و in the present: يبيع,
                ينال), and it settles which form a three-letter past is (وقع: يوقع or يقع, أكد: يؤكد or يأكد)
    participle  the active participle; settles the form of a three-letter past too. "" if the verb has none in use
    masdars     the verbal nouns; without them the regular one of a derived form is made. Form I has none of itself, nor
                has a past that may be form I (صدر is not تصدير)
    suffixes    also with object pronouns
    """
    past = _clean(past, "past")
    active = _clean(participle, "participle") if participle else participle
    names = [_clean(masdar, "masdar") for masdar in masdars]
    given = ""
    if present is not None:
        given = _clean(present, "present")
        if given[0] != "ي" or len(given) < 2:
            raise ValueError(f"a present begins with ي: {present!r}")
        given = given[1:]

    forms = _forms(past)
    weak = _weakness(past, forms, given)
    forms = _settle(_Verb(past, forms, weak), given, active, names)

    found: list[Form] = []
    # The short vowel of form I (جئت, سؤت) is that of the present, as far as spelling tells; the others have a.
    vowel = ("و" if given[1:2] == "و" else "ي") if forms == ("I",) else "ا"
    stems, other = _past_stems(past, weak, vowel)
    found.extend(_PAST[suffixes].fill(stems))
    if other:
        found.extend(_PAST_OTHER[suffixes].fill(other))

    # form: its present stem. The participle of form II is built on its own present even where يصل was given.
    readings = {form: _present_stem(form, past, weak) for form in forms}
    for stem in dict.fromkeys([given] if given else readings.values()):
        found.extend(_present_forms(stem, weak, suffixes))

    for form, derived in readings.items():
        passive = _passive_past(form, past, weak)
        if passive:
            found.extend(_PAST_PASSIVE.fill(passive))
        found.extend(_passive_present(form, past, given or derived, weak))
        if active is None:
            found.extend(_participle_forms(_active_participle(form, past, derived, weak), weak))
        found.extend(_passive_participles(form, past, derived, weak))
    if active:
        if weak == "defective" and active[-1] != "ي":
            active += "ي"
        found.extend(_participle_forms(active, weak))

    if not names:
        # Among readings left open only أكد is safe: no verb of form I in أ has a common noun in تأ... of its root.
        certain = [form for form in readings if len(readings) == 1 or (form == "II" and past[0] == "أ")]
        names = [name for form in certain if (name := _masdar(form, past, weak))]
    for name in names:
        noun = _noun(name)
        found.extend(_single_forms(noun, "masdar", "f" if name[-1] == "ة" else "m", "s"))
        if weak == "defective" and name[-1] == "ي" and name[0] == "ت":  # تلق
            found.append(Form(noun.bare[:-1], Traits("masdar", "m", "s")))
    # Only open readings, two spellings of a hamza and several masdars can meet in one form; comparing costs time.
    if len(readings) > 1 or len(names) > 1 or not _HAMZAS.isdisjoint(past[-2:]):
        found = list(dict.fromkeys(found))
    return found


def noun_forms(singular: str, *, feminine: bool | None = None, plurals: Sequence[str] = ()) -> list[Form]:
    """All surface forms of a noun: singular, dual, the plurals given, with possessives; without duplicates.

    feminine  None: a noun in ة is feminine
    plurals   as they stand in the nominative: "وزراء", "مسؤولون", "زيارات". A plural in ون is sound (and gets ين, و,
              ي) if the rest is the singular; شؤون is not
    """
    singular = _clean(singular, "singular")
    gender: Gender = "f" if (singular[-1] == "ة" if feminine is None else feminine) else "m"
    noun = _noun(singular)
    found = [*_single_forms(noun, "noun", gender, "s"), *_dual_forms(noun, "noun", gender)]
    for plural in plurals:
        plural = _clean(plural, "plural")
        stem = plural[:-2]
        if plural.endswith("ون") and stem in (singular, singular.removesuffix("ي"), singular.removesuffix("ة")):
            found.extend(_sound_plural_forms(fold_letters(stem), "noun", gender))
            continue
        many = _noun(plural)
        if plural.endswith("ات") or plural[-1] in "اى":
            many = many._replace(tanwin=None)
        found.extend(_single_forms(many, "noun", gender, "p"))
    return list(dict.fromkeys(found))


def nisba_forms(masculine: str) -> list[Form]:
    """All genders, numbers and cases of a relative adjective ("سعودي"), without duplicates."""
    whole = fold_letters(_clean(masculine, "nisba"))
    return list(dict.fromkeys(_NISBA.fill([whole, whole, whole])))
