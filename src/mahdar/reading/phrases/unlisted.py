"""Names without a title that no table need know, by where they stand: قال كيرتن هولمز, الفرنسي رايمون بيلفو."""

import re
from typing import Final

from mahdar.reading.lexicon import NounSense, Word
from mahdar.reading.mentions import QUOTES, Mention
from mahdar.reading.phrases.chains import trailing_offices
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, listed, name_end, rare_form
from mahdar.reading.phrases.people import describe
from mahdar.reading.phrases.somebody import of_somebody, only_somebody
from mahdar.reading.phrases.words import BEFORE_SOMEBODY, CREDITS, KIN, REGNAL, VERB_MAY_FOLLOW

ARABIC_LETTERS: Final = re.compile("[حذصضطظعثق]")  # hardly one foreign name in twenty is written with one of them
ARABIC_ENDINGS: Final = ("ه", "ها", "هم", "كم", "نا", "ات", "وا", "ين", "ون")
MARKS: Final = frozenset(":-–—ـ")  # between what somebody did and the name
FAMILIES: Final = ("ابو", "بن", "با", "بو")  # the beginnings of surnames written as one word, folded


def read_unlisted(line: Line, i: int) -> Mention | None:
    """The person named at i where the words around leave no doubt that somebody is."""
    return _credited(line, i) or _presented(line, i) or _known(line, i) or _of_two_parts(line, i)


def _credited(line: Line, i: int) -> Mention | None:
    """Whose work something is: إخراج خيري بشارة, كتب - فلان, تصوير: فلان. Two parts, one of them a listed name."""
    j = i - 1
    if j > 0 and line.words[j] in MARKS:
        j -= 1
    if j < 0 or line.infos[i].det or line.infos[i].name == "particle" or line.infos[j].clitic:
        return None
    if not any(plain in CREDITS and not prep for _, prep, plain in line.infos[j].plain):
        return None
    if j == i - 1 and line.infos[j].finite:
        return None  # كتب | عالم
    last = name_end(line, i, strong=True)
    if last < i + 2 or not listed(line, i, last):
        return None
    return _with_offices(line, Mention("person", i, last, name=(i, last)))


def _presented(line: Line, i: int) -> Mention | None:
    """The person named at i right after a verb of saying or a nationality, or alone in quotation marks.

    One word is enough if it is a listed name and nothing else (a given name after a nationality); of two or more the
    first may be in no table, or be a form that hardly occurs.
    """
    if i == 0:
        return None
    info = line.infos[i]
    listed = bool(info.name) and only_somebody(line, info)
    if not (listed or info.strange):
        return None
    if i > 1 and rare_form(line.infos[i - 1]):
        i -= 1  # قال رايمون | بيلفو
    before = line.infos[i - 1]
    nationality = next((s for s in before.nisbas if s.number == "s" and s.det), None)
    gender = nationality.gender if nationality else _of_a_subject(before)
    if not gender and before.text in QUOTES and listed and info.name == "given":
        return _quoted(line, i)
    if not gender or (gender == "f" and not (listed or (_nationality(line, i - 1) and _sounds_foreign(info)))):
        return None
    last = name_end(line, i, strong=True)
    single = listed and not (nationality and info.name == "family")
    if gender == "f" and nationality and not _nationality(line, i - 1):
        single = False  # الشركة الإيطالية إيني
    if last - i < (1 if single else 2):
        return None
    mention = Mention("person", i, last, name=(i, last), gender=gender)
    if nationality:
        mention.country, mention.country_at = nationality.entry.code, (i - 1, i)
    return _with_offices(line, mention)


def _known(line: Line, i: int) -> Mention | None:
    """A listed name at i, one word or more, where only somebody can stand: as a subject, beside مع, behind تصريحات."""
    info = line.infos[i]
    if not info.name or info.bare in ("noun", "adjective") or not only_somebody(line, info):
        return None  # توفي عن عمر ...
    if not _somebody_stands(line, i):
        return None
    last = name_end(line, i, strong=True)
    if last == i:
        return None
    if info.name == "family" and last > i + 1:
        more = line.infos[i + 1]
        if not (more.strange or more.name == "particle" or more.text in REGNAL or only_somebody(line, more)):
            last = i + 1  # لافروف | إسرائيل: behind a surname little is still a name
    return _with_offices(line, Mention("person", i, last, name=(i, last)))


def _of_two_parts(line: Line, i: int) -> Mention | None:
    """A name at i of which no table knows more than the first part, and that one as another word too: مارتين كيلياس.

    A noun that is a name as well (رضا بيغ) begins one only as the subject of a verb of saying.
    """
    if i + 1 >= line.end:
        return None
    first, second = line.infos[i], line.infos[i + 1]
    given = first.name == "given" and first.text in line.lex.names
    if first.det or first.places or first.nisbas or first.offices or not (given or _sounds_foreign(first)):
        return None
    family = given and second.strange and (second.text[-1] == "ي" or second.text.startswith(FAMILIES))
    noun = first.bare in ("noun", "masdar", "adjective", "function")
    noun = noun or (first.bare == "participle" and first.text in line.lex.arab_names)
    foreign = second.text[0] != "و" and _sounds_foreign(second, ending=not given or first.text in line.lex.arab_names)
    if not (family or foreign or (second.name and not noun and only_somebody(line, second))):
        return None
    said = i > 0 and any(sense.verb.speech for sense in line.infos[i - 1].verbs)
    nationality = _nationality(line, i - 1)
    if not nationality and not (said and _of_a_subject(line.infos[i - 1])):
        if noun or not _somebody_stands(line, i) or not (given or second.name or _before_no_verb(line.infos[i - 1])):
            return None
    last = name_end(line, i, strong=True)
    if last < i + 2:
        return None
    mention = Mention("person", i, last, name=(i, last))
    if nationality:
        mention.gender = nationality.gender
        mention.country, mention.country_at = nationality.entry.code, (i - 1, i)
    return _with_offices(line, mention)


def _nationality(line: Line, i: int) -> NounSense | None:
    """The nationality at i that stands for somebody: على | اليابانية, not الشركة | اليابانية."""
    sense = next((s for s in line.infos[i].nisbas if s.number == "s" and s.det), None) if i >= 0 else None
    before = line.infos[i - 1] if i > 0 else None
    alone = before is None or not before.arabic or before.preposition or before.function or not before.ordinary
    return sense if alone else None


def _sounds_foreign(info: Word, *, ending: bool = True) -> bool:
    """Whether a word that no table knows has only letters that foreign names are written with.

    ending: whether it must not end like a word of the language in the plural or with a pronoun either.
    """
    if not info.strange or ARABIC_LETTERS.search(info.text):
        return False
    return not (ending and info.text.endswith(ARABIC_ENDINGS))


def _somebody_stands(line: Line, i: int) -> bool:
    """Whether the words before and after i show that what is named there is somebody.

    Right after a verb in the singular, أن or لكن, after a preposition that is used of people, after a noun that is
    somebody's (تصريحات, مكتب) or an event's; or at the beginning, before a verb: ماكرون يزور الجزائر.
    """
    before = line.infos[i - 1] if i else None
    if before is None or not before.arabic:
        after = line.infos[i + 1] if i + 1 < line.end else None
        finite = after.finite if after is not None and not after.bare and not after.name else None
        return finite is not None and finite.person == 3 and finite.number == "s" and not finite.conj
    return of_somebody(before) or before.text in KIN or _tells(before)


def _before_no_verb(before: Word) -> bool:
    """Whether what stands right behind a word is somebody, in no table, rather than a verb or a thing in none."""
    return before.text in KIN or _tells(before) and before.text not in VERB_MAY_FOLLOW and not before.preposition


def _tells(before: Word) -> bool:
    """Whether a word is a verb in the third person that may have its subject right behind it, or لكن or the like."""
    if before.text in BEFORE_SOMEBODY:
        return True
    finite = before.finite
    told = finite is not None and finite.person == 3 and finite.number == "s"
    return told and not (before.bare or before.det or before.name)


def _with_offices(line: Line, mention: Mention) -> Mention:
    mention.last = after_name(line, mention.last)
    trailing_offices(line, mention)
    describe(mention)
    return mention


def _quoted(line: Line, i: int) -> Mention | None:
    """A given name and one more part that fill a quotation: « سلمى زويتان »."""
    last = name_end(line, i, strong=True)
    if last - i < 2 or line.tokens.quotes.get(i - 1) != last:
        return None
    return Mention("person", i, last, name=(i, last))


def _of_a_subject(before: Word) -> str:
    """The gender of the subject that a verb of saying or of an event has right behind it; "" if the word is none."""
    if before.bare and not any(sense.verb.speech for sense in before.verbs):
        return ""
    for sense in before.verbs:
        told = sense.kind in ("past", "present") and sense.person == 3 and sense.number == "s" and not sense.passive
        if told and not sense.suffix and (sense.verb.speech or sense.verb.carriers):
            return sense.gender
    return ""
