"""People named side by side: السفراء أحمد علي وجون هاوارد, كل من ... وبيتر ..."""

from mahdar.reading.mentions import COMMAS, Mention
from mahdar.reading.phrases.chains import trailing_offices
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, honorific_at, listed, name_end
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
        beside = bool(after.name) and not after.conj and after.text not in line.lex.ambiguous_names
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


def _closed(line: Line, last: int) -> bool:
    """Whether what follows shows that the words before are a name: a comma, the next name's و, an office, the end."""
    if last >= line.end:
        return True
    info = line.infos[last]
    return not info.arabic or bool(info.offices) or info.text[0] == "و"
