"""Names that stand in a table word for word: states, places and bodies of several words."""

from typing import Final

from mahdar.reading.mentions import Mention
from mahdar.reading.phrases.line import Line

SHORT_NAME: Final = 5  # tokens that a short name in brackets may have


def read_fixed(line: Line, i: int) -> Mention | None:
    """The state, place or body of several words that begins at token i."""
    for conj, prep, multi in line.hits[i]:
        last = i + 1 + len(multi.rest)
        if last > line.end:
            continue
        entry = multi.entry
        if multi.kind == "country":
            return Mention(
                "country", i, last, conj, prep, country=entry.code, country_at=(i, last), entry=entry,
                capital=entry.kind == "capital",
            )  # fmt: skip
        if multi.kind in ("place", "site"):
            return Mention("place", i, last, conj, prep, country=entry.country, country_at=(i, last), entry=entry)
        if multi.kind == "body":
            return with_short_name(line, Mention(
                "organisation", i, last, conj, prep, country=entry.code, country_at=(i, last), entry=entry,
                sector=entry.sector, sector_at=(i, last),
            ))  # fmt: skip
    return None


def with_short_name(line: Line, mention: Mention) -> Mention:
    """A body with the short name in brackets that may follow: (إيكواس)."""
    j = mention.last
    words = line.words
    if j + 2 < line.end and words[j] == "(":
        k = j + 1
        while k < line.end and k < j + SHORT_NAME and words[k] != ")":
            k += 1
        if k < line.end and words[k] == ")" and not line.infos[j + 1].date:
            mention.last = k + 1
    return mention
