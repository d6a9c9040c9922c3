"""People named side by side: السفراء أحمد علي وجون هاوارد, كل من ... وبيتر ..."""

from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.phrases.chains import trailing_offices
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import ALI, after_name, ends_phrase, honorific_at, listed, name_end
from mahdar.reading.phrases.people import describe
from mahdar.reading.phrases.places import nisba_at


def read_listed(line: Line, before: Mention, i: int) -> Mention | None:
    """One more of several people named side by side after `before`: ... وجون هاوارد، وبيتر ...; السفراء أحمد علي و...

    The bearers of one office named in the plural share it.
    """
    word = line.word(i)
    several = before.kind == "group" and before.number != "s" and bool(before.offices)
    conj = ""
    if word in COMMAS or word in ("و", ":"):
        i += 1
    elif word[0] == "و" and len(word) > 3:
        conj = "و"
    elif not several:
        return None
    if not several and conj and (surname := _surname_too(line, before, i)) is not None:
        return surname
    if i + 1 >= line.end or (word in COMMAS and not several and line.words[i][0] != "و"):
        return None
    if nisba_at(line, i) is not None or honorific_at(line, i) is not None:
        return None
    if conj or (word in COMMAS and line.words[i][0] == "و" and len(line.words[i]) > 3):
        conj = "و"
        info = line.lex.look(line.words[i][1:])
        if info.offices or info.honorific:
            return None  # فلان والملك فلان
        after = line.infos[i + 1]
        beside = bool(after.name) and not after.conj
        if after.text in line.lex.ambiguous_names:
            beside = beside and info.name == "given" and before.name is not None and word not in COMMAS
        known = info.name in ("given", "family") and (beside or info.text not in line.lex.ambiguous_names)
        if not known and (info.ordinary or info.verbs or info.function or info.mention or info.det):
            return None
        last = name_end(line, i + 1, strong=True)
        if last == i + 1 or (line.words[i] in line.lex.ordinary and not known):
            return None
    else:
        last = name_end(line, i, strong=True, minimum=2)
    if last - i < 2 or not (listed(line, i, last) or (not several and _closed(line, last))):
        return None
    mention = Mention("person", i, last, conj, "", name=(i, last))
    mention.last = after_name(line, last)
    if several:
        mention.country, mention.country_at = before.country, before.country_at
        mention.sector, mention.sector_at = before.sector, before.sector_at
    trailing_offices(line, mention)
    describe(mention)
    return mention


def _surname_too(line: Line, before: Mention, i: int) -> Mention | None:
    """One more of people, named by one name alone and joined by the و of the word at i: الحكيم والجعفري والصدر."""
    if before.name is None or before.offices:
        return None
    word = line.words[i][1:]
    info = line.lex.look(word)
    known = bool(info.name) and word in line.lex.names and not (info.nisbas or info.offices)
    known = known and all(s.conj or s.prep for s in info.places)
    after = line.infos[i + 1] if i + 1 < line.end else None
    if line.infos[i].bare or line.infos[i].verbs:
        return None  # وليا للعهد
    if not known or info.name == "particle" or line.words[i] in line.lex.names or (info.det and info.bare):
        return None
    if word in line.lex.ambiguous_names or line.word(i + 1) == ALI or not ends_phrase(line, i + 1):
        return None
    if after is not None and ((after.strange or after.name) and not after.conj or after.text in line.lex.names):
        return None  # وهاكان فيدان: two words of one name
    return Mention("person", i, i + 1, "و", "", name=(i, i + 1))


def _closed(line: Line, last: int) -> bool:
    """Whether what follows shows that the words before are a name: a comma, the next name's و, an office, the end."""
    if last >= line.end:
        return True
    info = line.infos[last]
    return not info.arabic or bool(info.offices) or info.text[0] == "و"
