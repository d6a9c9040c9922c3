"""Names without a title that no table need know, by where they stand: قال كيرتن هولمز, الفرنسي رايمون بيلفو."""

from mahdar.reading.lexicon import Word
from mahdar.reading.mentions import QUOTES, Mention
from mahdar.reading.phrases.chains import trailing_offices
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, name_end, only_somebody, rare_form
from mahdar.reading.phrases.people import describe
from mahdar.reading.phrases.words import BEFORE_SOMEBODY, OF_SOMEBODY


def read_unlisted(line: Line, i: int) -> Mention | None:
    """The person named at i where the words around leave no doubt that somebody is."""
    return _presented(line, i) or _known(line, i)


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
    nationality = before.det and next((s for s in before.nisbas if s.number == "s" and not s.prep), None)
    gender = nationality.gender if nationality else _of_a_subject(before)
    if not gender and before.text in QUOTES and listed and info.name == "given":
        return _quoted(line, i)
    if not gender or (gender == "f" and not listed):
        return None
    last = name_end(line, i, strong=True)
    if last - i < (1 if listed and not (nationality and info.name == "family") else 2):
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
    return _with_offices(line, Mention("person", i, last, name=(i, last))) if last > i else None


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
    if before.text in BEFORE_SOMEBODY:
        return True
    if before.det or before.name:
        return False
    if before.events or before.stance or any(plain in OF_SOMEBODY for _, _, plain in before.plain):
        return True
    return not before.bare and _tells(before)


def _tells(before: Word) -> bool:
    """Whether a word is a verb in the third person that has its subject behind it."""
    finite = before.finite
    return finite is not None and finite.person == 3 and finite.number == "s" and not finite.suffix


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
