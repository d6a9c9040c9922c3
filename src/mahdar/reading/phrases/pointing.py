"""Words that point back, or stand for a state: الجانبان, بلاده, المملكة, الجانب الماليزي, الضيف السيراليوني."""

from mahdar.reading.anaphors import anaphors
from mahdar.reading.mentions import Mention
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import name_end
from mahdar.reading.phrases.places import nisba_at, read_government
from mahdar.reading.phrases.words import BARE_DUALS, GUESTS, POSTING


def read_pointing(line: Line, i: int) -> Mention | None:
    """The word that points back at i, with the nationality that may follow."""
    ana = anaphors()
    for conj, prep, word in line.infos[i].plain:
        if word in ana.own_country:
            return Mention("anaphor", i, i + 1, conj, prep, word="own", suffix=word)
        if word in ana.pair or word in ana.pair_countries:
            if word in BARE_DUALS:
                continue
            return _two_sides(line, i, conj, prep, "pair" if word in ana.pair else "countries")
        if word in ana.each_of_two and line.word(i + 1) in ana.each_of_two[word]:
            return Mention("anaphor", i, i + 2, conj, prep, word="countries", number="d")
        if word in ana.side:
            nisba = nisba_at(line, i + 1, det=True)
            if nisba is not None:
                return Mention(
                    "country", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2), word="side"
                )
        if word in ana.government:
            state = read_government(line, i, conj, prep)
            if state is not None:
                return state
        if word in ana.realm:
            realm = _realm(line, i, conj, prep, word)
            if realm is not None:
                return realm
        if word in ana.person_nouns:
            nisba = nisba_at(line, i + 1, det=True)
            if nisba is not None or word in GUESTS:
                last = i + 2 if nisba is not None else i + 1
                if last < line.end and line.infos[last].preposition in POSTING and line.infos[i].offices:
                    return None  # الموفد الأمريكي إلى ...: an office like any other
                if name_end(line, last, strong=True) > last:
                    return None
                return Mention(
                    "anaphor", i, last, conj, prep, word="guest", country=nisba.entry.code if nisba else None,
                    gender="f" if word.endswith("ه") else "m",
                )  # fmt: skip
        if word in line.lex.stand_ins:
            gender = line.lex.stand_ins[word]
            return Mention("anaphor", i, i + 1, conj, prep, word="stand-in", suffix=word, gender=gender)
    return None


def _two_sides(line: Line, i: int, conj: str, prep: str, word: str) -> Mention:
    """الوزيران, and whose they are: الوزيران المصري والأردني."""
    mention = Mention("anaphor", i, i + 1, conj, prep, word=word, number="d")
    first, second = nisba_at(line, i + 1, det=True), nisba_at(line, i + 2, det=True)
    if first is not None and second is not None and second.conj:
        mention.countries = [first.entry.code, second.entry.code]
        mention.last = i + 3
    return mention


def _realm(line: Line, i: int, conj: str, prep: str, word: str) -> Mention | None:
    """المملكة الأردنية, or المملكة alone: the one at hand. Not the beginning of another name: المملكة المتحدة."""
    nisba = nisba_at(line, i + 1, det=True)
    if nisba is not None:
        return Mention("country", i, i + 2, conj, prep, country=nisba.entry.code, country_at=(i + 1, i + 2))
    following = line.infos[i + 1] if i + 1 < line.end else None
    if word == "المملكه" and following is not None and following.det and not following.nisbas:
        return None
    return None if line.hits[i] else Mention("anaphor", i, i + 1, conj, prep, word="realm", suffix=word)
