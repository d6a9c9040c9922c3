"""Signs that somebody is meant: a word that is hardly anything but a name, a word behind which somebody is named."""

from typing import Final

from mahdar.reading.lexicon import Word
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.words import EPONYMS, OF_SOMEBODY

MOST_TITLES: Final = 5  # before one name


def has_article(line: Line, info: Word) -> bool:
    """Whether a word has the article: الحوراني, not ألبرتو and أليكس."""
    names = line.lex.names
    own = info.name == "given" and info.text in names and not (info.ordinary or info.text[2:] in names)
    return info.det and not own


def only_somebody(line: Line, info: Word) -> bool:
    """Whether a word is a listed given name or surname and hardly anything else, nothing written on to it."""
    if info.name == "particle" or info.text not in line.lex.names or info.text in line.lex.ambiguous_names:
        return False
    if info.preposition or info.nisbas or info.offices or any(not (s.conj or s.prep) for s in info.places):
        return False  # but كلاوس, which could be ك and لاوس
    return not has_article(line, info)


def of_somebody(before: Word) -> bool:
    """Whether a word is one behind which a name is whose it is: تصريحات, زيارة."""
    if before.det or before.name:
        return False
    if before.stance or any(not sense.entry.rest for sense in before.events):
        return True
    return any(plain in OF_SOMEBODY for _, _, plain in before.plain)


def named_after_somebody(line: Line, i: int) -> bool:
    """Whether the name or title at i is that of a place or a prize: مطار | الملك خالد, جائزة | نوبل."""
    k = i - 1
    while k > max(0, i - MOST_TITLES) and (line.infos[k].honorific or line.infos[k].offices) and line.infos[k].det:
        k -= 1
    return k >= 0 and any(plain in EPONYMS for _, _, plain in line.infos[k].plain)
