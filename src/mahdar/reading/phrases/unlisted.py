"""Names without a title that no table need know, by where they stand: قال كيرتن هولمز, الفرنسي رايمون بيلفو."""

from mahdar.reading.lexicon import Word
from mahdar.reading.mentions import Mention
from mahdar.reading.phrases.chains import trailing_offices
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, name_end, rare_form
from mahdar.reading.phrases.people import describe


def read_unlisted(line: Line, i: int) -> Mention | None:
    """The person named at i right after a verb of saying, or after a nationality.

    One word is enough if it is a listed name and nothing else (a given name after a nationality); of two or more the
    first may be in no table, or be a form that hardly occurs.
    """
    if i == 0:
        return None
    info = line.infos[i]
    listed = bool(info.name) and _only_name(line, info)
    if not (listed or info.strange):
        return None
    if i > 1 and rare_form(line.infos[i - 1]):
        i -= 1  # قال رايمون | بيلفو
    before = line.infos[i - 1]
    nationality = before.det and next((s for s in before.nisbas if s.number == "s" and not s.prep), None)
    gender = nationality.gender if nationality else _of_a_subject(before)
    if not gender or (gender == "f" and not listed):
        return None
    last = name_end(line, i, strong=True)
    if last - i < (1 if listed and not (nationality and info.name == "family") else 2):
        return None
    mention = Mention("person", i, last, name=(i, last), gender=gender)
    if nationality:
        mention.country, mention.country_at = nationality.entry.code, (i - 1, i)
    mention.last = after_name(line, last)
    trailing_offices(line, mention)
    describe(mention)
    return mention


def _only_name(line: Line, info: Word) -> bool:
    """Whether a word is a given name or a surname and nothing else, nothing written on to it."""
    other = info.ordinary and not (info.ordinary == "function" and info.clitic)  # بوش is no ب
    return not (
        info.name == "particle" or info.text in line.lex.ambiguous_names or other or info.verbs
        or (info.function and not info.clitic) or info.preposition or info.places or info.nisbas or info.det
        or info.offices or info.text not in line.lex.names
    )  # fmt: skip


def _of_a_subject(before: Word) -> str:
    """The gender of the subject that a verb of saying or of an event has right behind it; "" if the word is none."""
    if before.bare and not any(sense.verb.speech for sense in before.verbs):
        return ""
    for sense in before.verbs:
        told = sense.kind in ("past", "present") and sense.person == 3 and sense.number == "s" and not sense.passive
        if told and not sense.suffix and (sense.verb.speech or sense.verb.carriers):
            return sense.gender
    return ""
