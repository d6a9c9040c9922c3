"""All mentions of a text, left to right; every token is looked at a bounded number of times."""

from mahdar.reading import dates
from mahdar.reading.anaphors import anaphors
from mahdar.reading.lexicon import Body, Country, Lexicon, Word
from mahdar.reading.mentions import Mention
from mahdar.reading.phrases.again import find_again
from mahdar.reading.phrases.bodies import read_body
from mahdar.reading.phrases.counterparts import further_counterpart
from mahdar.reading.phrases.fixed import read_fixed
from mahdar.reading.phrases.groups import (
    one_group,
    read_council,
    read_counted,
    read_group,
    read_group_phrase,
    with_number,
)
from mahdar.reading.phrases.line import Line, hits_of
from mahdar.reading.phrases.listed import read_listed
from mahdar.reading.phrases.people import adopt_name, read_person
from mahdar.reading.phrases.places import read_nisba, read_place
from mahdar.reading.phrases.pointing import read_pointing
from mahdar.reading.phrases.somebody import named_after_somebody
from mahdar.reading.phrases.unlisted import read_unlisted
from mahdar.reading.text import Tokens


def scan_text(tokens: Tokens, infos: list[Word], lex: Lexicon) -> list[Mention]:
    """The mentions of a text in order, not overlapping; `infos` are the tags of its tokens."""
    words = tokens.words
    line = Line(tokens, words, infos, hits_of(words, infos), lex, 0)
    out: list[Mention] = []
    for first, last in tokens.sentences:
        line.end = last
        _scan_sentence(line, first, out)
    line.end = len(words)
    return find_again(line, out)


def _scan_sentence(line: Line, first: int, out: list[Mention]) -> None:
    """Append the mentions from token `first` to the end of the line."""
    infos, hits = line.infos, line.hits
    i, end = first, line.end
    begin = len(out)
    while i < end:
        if not (infos[i].mention or infos[i].strange or hits[i]):
            i += 1
            continue
        mention = _read(line, i)
        if mention is None:
            i += 1
            continue
        i = mention.last
        if mention.kind == "person" and mention.name and named_after_somebody(line, mention.first):
            continue
        if mention.kind == "person" and mention.offices and not mention.name:
            adopt_name(line, mention, out[-1].last if len(out) > begin else first)
        if mention.kind == "group" and not mention.offices:
            with_number(line, mention, out[-1].last if len(out) > begin else first)
        if not mention.gender and mention.kind in ("country", "organisation"):
            mention.gender = _gender(line, mention)
        if mention.kind == "group" and mention.conj == "و" and len(out) > begin and one_group(out[-1], mention):
            out[-1].last = mention.last
            continue
        if mention.kind == "person" and len(out) > begin and further_counterpart(out[-1], mention):
            mention.counterpart, mention.suffix = True, out[-1].suffix
        out.append(mention)
        if mention.kind == "person" and mention.name or mention.kind == "group" and mention.offices:
            i = _scan_listed(line, mention, out)


def _scan_listed(line: Line, mention: Mention, out: list[Mention]) -> int:
    """Append the people named side by side after a mention; the token after the last."""
    while mention.last < line.end:
        further = read_listed(line, mention, mention.last)
        if further is None:
            break
        if mention.kind == "group":
            further.number = "s"
        out.append(further)
        mention = further
    return mention.last


def _read(line: Line, i: int) -> Mention | None:
    """The mention that begins at token i. The first reader that finds one has it: the more certain come first."""
    info = line.infos[i]
    if info.strange:
        return read_unlisted(line, i)
    if info.date:
        expression = dates.find(line.words, i, line.end)
        if expression is not None:
            return Mention("date", i, expression.end, info.conj, info.clitic, date=expression)
        if info.number:
            return read_counted(line, i)
    if info.points:
        found = read_pointing(line, i)
        if found is not None:
            return found
    hit = bool(line.hits[i])
    if hit:
        found = read_fixed(line, i) or read_group_phrase(line, i)
        if found is not None:
            return found
    if hit or info.offices or info.name or info.honorific or info.nisbas or info.counterpart or info.prefixed:
        found = read_person(line, i)
        if found is not None:
            return found
    if hit or info.body_heads or info.bodies or info.points:
        found = read_council(line, i) or read_body(line, i)
        if found is not None:
            return found
    if info.group_heads:
        return read_group(line, i)
    if info.places:
        found = read_place(line, i)
        if found is not None:
            return found
    if hit or info.nisbas:
        return read_nisba(line, i)
    return read_unlisted(line, i) if info.name else None


def _gender(line: Line, mention: Mention) -> str:
    """The grammatical gender of a state or a body, by which its verb agrees."""
    if mention.kind == "country" and isinstance(mention.entry, Country):
        one_word = mention.last - mention.first == 1
        masculine = mention.country in anaphors().masculine_states and not mention.capital and one_word
        return "m" if masculine else "f"
    word = line.words[mention.first]
    if isinstance(mention.entry, Body) and mention.last - mention.first == 1 and word != mention.entry.head:
        return ""  # حماس, إيكواس: writers agree with the noun they think of
    broken = any(head.number == "p" for head in line.lex.look(word).body_heads)  # كتائب, سرايا, لجان
    return "f" if broken or word.endswith(("ه", "ات")) else "m"
