"""A ministry's field: الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج; and the qualifiers of an office."""

from typing import Final

from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.places import names_state
from mahdar.reading.phrases.words import ABROAD

LONGEST: Final = 14  # tokens of one field


def portfolio_end(line: Line, k: int, *, joined: bool = False) -> int:
    """The end of a ministry's field at k; k itself if there is none. joined: a field stands before it."""
    lex, words, infos, end = line.lex, line.words, line.infos, line.end
    start = k
    while k < end and k - start < LONGEST:
        word = words[k]
        info = infos[k]
        later = k > start or joined
        plain = word[1:] if later and word[0] == "و" and word[1:] else word
        adjective = info.ordinary == "adjective" and info.det and not info.preposition and not _begins_name(line, k)
        if plain == word and (names_state(line, k) or (later and not adjective)):
            break  # a further field needs its و; السودان is a state, and the dual of أسود
        step = _listed(line, k, plain)
        if step:
            k += step
            continue
        if plain in lex.portfolios or (not later and "ال" + plain in lex.portfolios):
            if later and info.verbs and plain == word and not word.startswith("ال"):
                break
            k += 1
            continue
        if later and word.startswith("وال"):
            # والمصريين بالخارج, والموريتانيين في الخارج
            ahead = next((j for j in range(k + 1, min(k + 4, end)) if words[j] in ABROAD), None)
            if ahead is not None:
                k = ahead + 1
                continue
        if later and adjective and not info.nisbas and not qualifier_at(line, k):
            k += 1
            continue
        break
    if k > start and words[k : k + 2] == ["في", "الخارج"]:
        k += 2
    elif k > start and k < end and words[k] == "بالخارج":
        k += 1
    return k


def further_fields(line: Line, k: int) -> int:
    """Past fields joined by و to one that ends at k."""
    if k >= line.end or not line.words[k].startswith("وال"):
        return k
    plain = line.words[k][1:]
    if not _listed(line, k, plain) and plain not in line.lex.portfolios:
        return k
    return portfolio_end(line, k, joined=True)


def _begins_name(line: Line, k: int) -> bool:
    """An adjective that is a given name too, with the next part behind it: الحبيب بن رمضان."""
    return line.infos[k].name == "given" and k + 1 < line.end and bool(line.infos[k + 1].name)


def _listed(line: Line, k: int, plain: str) -> int:
    """How many tokens of a listed field stand at k."""
    phrases = line.lex.portfolio_phrases
    for candidate in (plain, "ال" + plain):
        for parts in phrases.get(candidate, ()):
            if k + len(parts) <= line.end and (
                len(parts) == 1 or tuple(line.words[k + 1 : k + len(parts)]) == parts[1:]
            ):
                return len(parts)
    return 0


def qualifier_at(line: Line, k: int) -> tuple[int, bool] | None:
    """(end, former) of a qualifier of an office at k: السابق, بالإنابة, المكلف بالشؤون الأفريقية."""
    words, end = line.words, line.end
    row = line.lex.qualifiers.get(" ".join(words[k : k + 2])) if k + 2 <= end else None
    last = k + 2
    if row is None:
        row = line.lex.qualifiers.get(words[k])
        last = k + 1
    if row is None:
        return None
    if words[k].startswith("المكلف") and last < end and words[last].startswith("ب"):
        last += 1
        while last < end and line.infos[last].det and line.infos[last].ordinary and not line.infos[last].verbs:
            last += 1
    return last, bool(row.get("former"))
