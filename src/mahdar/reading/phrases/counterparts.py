"""Counterparts: نظيره المصري سامح شكري, نظيريه التركي والإيراني."""

from mahdar.reading.mentions import QUOTES, Mention
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.names import after_name, name_end, past_comma
from mahdar.reading.phrases.places import nisba_at


def read_counterpart(line: Line, i: int) -> Mention | None:
    """نظيره المصري سامح شكري, نظيريه التركي والإيراني."""
    info = line.infos[i]
    if not info.counterpart:
        return None
    rows = line.lex.counterparts
    found = next(((c, p, rows[w]) for c, p, w in info.plain if w in rows), None)
    if found is None:
        return None
    conj, prep, row = found
    number = row.get("number", "s")
    k = i + 1
    country = at = None
    countries: list[str] = []
    nisba = nisba_at(line, k, det=True)
    if nisba is not None:
        country, at = nisba.entry.code, (k, k + 1)
        countries.append(country)
        k += 1
        while number != "s":
            other = nisba_at(line, k, det=True)
            if other is None or not other.conj:
                break
            countries.append(other.entry.code)
            k += 1
    mention = Mention(
        "person" if number == "s" else "group", i, k, conj, prep, gender=row.get("gender", "m"), number=number,
        country=country, country_at=at, counterpart=True, suffix=row.get("suffix", ""), countries=countries,
    )  # fmt: skip
    start = past_comma(line, k) if number == "s" or line.word(k) in QUOTES else k
    last = name_end(line, start, strong=True) if start < line.end and (number == "s" or len(countries) == 1) else start
    if last > start:
        # نظيريه الأوغندي جيرالد موكاسا | والجيبوتي ...: each of several by himself
        mention.kind, mention.number, mention.countries = "person", "s", []
        mention.name = (start, last)
        mention.last = after_name(line, last)
    return mention


def further_counterpart(before: Mention, mention: Mention) -> bool:
    """Whether a person named by nationality is one more counterpart: ... | والجيبوتي عبدي فارح."""
    led = mention.name is not None and mention.country_at == (mention.first, mention.first + 1)
    return before.counterpart and led and mention.conj == "و" and mention.first == before.last
