"""Offices: a head noun with portfolio, state, body, qualifiers and posting."""

from typing import Final

from mahdar.reading.anaphors import anaphors
from mahdar.reading.lexicon import Office
from mahdar.reading.mentions import Mention, OfficePhrase
from mahdar.reading.phrases.bodies import read_body
from mahdar.reading.phrases.fixed import read_fixed
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.places import (
    country_after_and,
    country_at,
    government_at,
    has_proclitic,
    nisba_at,
    nisba_end,
    past_brotherly,
    past_kind,
    place_at,
    state_at,
)
from mahdar.reading.phrases.portfolios import further_fields, portfolio_end, qualifier_at
from mahdar.reading.phrases.words import (
    BROTHERLY,
    ENVOYS,
    IN_THE_NAME_OF,
    OF_A_BODY,
    OF_A_REPUBLIC,
    OF_ONE_STATE,
    POSTING,
    SENT_BY,
)
from mahdar.reading.text import fold_entry

LONGEST: Final = 40  # tokens of one office phrase
POSSESSIVES: Final = ("هم", "ها", "ه")
AFFAIRS: Final = "شوون"
DEEPEST: Final = 4  # offices of offices: مدير مكتب نائب رئيس الوزراء

Head = tuple[Office, str, str, str, str, bool, str, int]
"""(office, gender, number, conjunction, preposition, article, suffix, the token after it)."""


def office_head(line: Line, j: int) -> Head | None:
    """The office head at j, in its longest reading."""
    info = line.infos[j]
    for conj, prep, multi in line.hits[j]:
        if multi.kind == "office":
            first = info.text.removeprefix(conj).removeprefix(prep)
            det = multi.rest[-1].startswith("ال") or first.startswith("ال")
            whole = first in line.lex.multis and multi in line.lex.multis[first]
            owner = "" if whole else next((s for s in POSSESSIVES if first.endswith(s)), "")  # أمينها العام
            return multi.entry, multi.gender, multi.number, conj, prep, det, owner, j + 1 + len(multi.rest)
    for sense in info.offices:
        if sense.conj and info.text in line.lex.names and not sense.prep:
            continue  # وسيم, not و + سيم
        if sense.suffix and info.det:
            continue  # المديرة, not المدير + ه
        return sense.entry, sense.gender, sense.number, sense.conj, sense.prep, sense.det, sense.suffix, j + 1
    return None


def read_office(line: Line, j: int, depth: int = 0) -> OfficePhrase | None:
    """The office phrase that begins at token j."""
    if j >= line.end:
        return None
    head = office_head(line, j)
    if head is None:
        return None
    office, gender, number, conj, prep, det, suffix, k = head
    phrase = OfficePhrase(j, k, office, gender, number, det, suffix, conj=conj, prep=prep)
    if office.word in OF_ONE_STATE:
        phrase.country, phrase.country_at = OF_ONE_STATE[office.word], (j, k)
    limit = min(line.end, j + LONGEST)
    # an office of an office: نائب رئيس الوزراء, مساعد وزير الخارجية
    if not suffix and k < limit and depth < DEEPEST:
        inner = office_head(line, k)
        if (
            inner is not None
            and not inner[3]
            and not inner[4]
            and (not det or fold_entry(office.word) in line.lex.deputies)
            and (inner[0].takes != "none" or inner[5])
        ):
            deep = read_office(line, k, depth + 1)
            if deep is not None and deep.number in ("s", "p"):
                phrase.last = deep.last
                phrase.country, phrase.country_at = deep.country, deep.country_at
                phrase.body, phrase.portfolio = deep.body, deep.portfolio or not deep.det
                phrase.sector = deep.sector or deep.office.sector or office.sector
                phrase.former = deep.former
                phrase.deputy = True
                phrase.det = phrase.det or deep.det
                return phrase
    _complement(line, phrase, k, limit, depth)
    return phrase


def _complement(line: Line, phrase: OfficePhrase, k: int, limit: int, depth: int) -> None:
    """What belongs to an office head, in the order that it comes."""
    words = line.words
    first = True
    while k < limit:
        if not first and words[k] in BROTHERLY:
            k += 1
            continue
        qualifier = qualifier_at(line, k)
        if qualifier is not None:
            k, former = qualifier
            phrase.former = phrase.former or former
            continue
        step = (
            _nationality(line, phrase, k)
            or _spokesman(line, phrase, k)
            or _sender(line, phrase, k, depth)
            or _posting(line, phrase, k)
            or _portfolio(line, phrase, k)
            or _state(line, phrase, k)
            or (_owner(line, phrase, k) if first and not phrase.suffix else None)
        )
        if step is None:
            break
        k = step
        first = False
    phrase.last = max(k, phrase.last)
    if phrase.body is not None and phrase.sector is None and phrase.office.sector is None:
        phrase.sector = phrase.body.sector


def _nationality(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """الوزير الياباني; وزيرا الخارجية المصري والأردني."""
    body = OF_A_BODY.get(line.word(k))
    if body is not None and phrase.det and phrase.country is None:
        phrase.country, phrase.country_at = body, (k, k + 1)
        return k + 1
    nisba = nisba_at(line, k)
    if nisba is None and phrase.det and line.word(k) in OF_A_REPUBLIC:
        nisba, k = nisba_at(line, k + 1, det=True), k + 1  # رئيس الجمهورية | العربية السورية
    if nisba is None or nisba.prep or nisba.number == "d":
        return None
    if (
        k == phrase.last
        and not phrase.det
        and phrase.office.takes == "portfolio"
        and line.words[k] in line.lex.portfolios
    ):
        return None  # وزير المالية السعودي is no Malian
    several = phrase.number != "s"
    if nisba.conj and not (several and phrase.country is not None):
        return None
    code = nisba.entry.code
    if phrase.det and not nisba.det:
        return None  # هنأ رئيس الوزراء | ماليزيا, though ماليزيا is a Malaysian's accusative too
    if phrase.country not in (None, code) and not several:
        return None
    end = nisba_end(line, k)
    if code not in phrase.countries:
        phrase.countries.append(code)
    if phrase.country is None:
        phrase.country, phrase.country_at = code, (k, end)
    return end


def _spokesman(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """المتحدث باسمها."""
    word = line.words[k]
    if word not in IN_THE_NAME_OF or phrase.suffix:
        return None
    phrase.suffix = word[4:]
    phrase.sector = phrase.sector or "GOV"
    return k + 1


def _sender(line: Line, phrase: OfficePhrase, k: int, depth: int) -> int | None:
    """المبعوثة الخاصة | للأمين العام للأمم المتحدة: whose envoy or adviser."""
    if phrase.office.words[0] not in SENT_BY or phrase.body is not None or depth >= DEEPEST:
        return None
    found = office_head(line, k)
    if found is None or found[4] != "ل":
        return None
    sender = read_office(line, k, depth + 1)
    if sender is None or sender.number != "s":
        return None
    phrase.body = sender.body
    if phrase.country is None:
        phrase.country, phrase.country_at = sender.country, sender.country_at
    phrase.portfolio = True
    return sender.last


def _portfolio(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """وزير | الشؤون الخارجية والتعاون."""
    word = line.words[k]
    if phrase.office.takes != "portfolio" and word != "ل" + AFFAIRS:
        return None
    if (phrase.portfolio or line.infos[phrase.first].det) and not word.startswith("ل"):
        return None  # ترأس الوزير | أعمال اللجنة
    end = portfolio_end(line, k)
    if end == k:
        return _own_field(line, phrase, k)
    phrase.portfolio = True
    if line.words[end - 1].endswith(AFFAIRS):
        # لشؤون | الشرق الأدنى, لشؤون | دول الخليج
        while end < line.end and end - k < 4 and _of_affairs(line, end):
            end += 1
    return end


def _own_field(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """وزير | خارجيتها: the field of somebody named before."""
    for owner in POSSESSIVES:
        stem = word[: -len(owner)] if (word := line.words[k]).endswith(owner) else ""
        if stem and (stem[:-1] + "ه" if stem.endswith("ت") else stem) in line.lex.own_fields:
            phrase.portfolio, phrase.suffix = True, owner
            return k + 1
    return None


def _of_affairs(line: Line, k: int) -> bool:
    info = line.infos[k]
    if info.clitic or info.conj or info.offices or info.honorific or info.preposition:
        return False
    other = info.det or info.text in line.lex.ambiguous_names or not info.name
    return bool(info.places or info.ordinary in ("noun", "adjective")) and other


def _state(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """سفير | اليابان; وزيرا خارجية | مصر والأردن."""
    several = phrase.number != "s"
    # a genitive cannot follow a word with the article: السفيرة | مسقط, رئيس مجلس الوزراء | ماليزيا
    if (line.words[k - 1].startswith("ال") and not several) or (phrase.country is not None and not several):
        return None
    inner = state_at(line, k)
    if inner is None or has_proclitic(line, k):
        return None
    code, end = inner
    phrase.country = phrase.country or code
    phrase.country_at = phrase.country_at or (k, end)
    phrase.countries.append(code)
    end = past_brotherly(line, end)
    while several and end < line.end:
        following = country_after_and(line, end)
        if following is None:
            break
        phrase.countries.append(following[0])
        end = following[1]
    return end


def _owner(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """رئيس | البنك المركزي الأردني; محافظ | إربد; رئيس | الدورة الحالية: right after the head."""
    if not has_proclitic(line, k):
        body: Mention | None = read_body(line, k)
        if body is None:
            fixed = read_fixed(line, k)
            body = fixed if fixed is not None and fixed.kind == "organisation" else None
        if body is not None and not body.prep and not body.conj:
            phrase.body = body
            if body.country and phrase.country is None:
                phrase.country, phrase.country_at = body.country, body.country_at
            return body.last
        place = place_at(line, k)
        if place is not None and place.kind == "place" and not place.prep:
            phrase.country = phrase.country or place.country
            phrase.country_at = phrase.country_at or (place.first, place.last)
            phrase.portfolio = True
            return place.last
    if _construct(line, k) and not phrase.det:
        phrase.suffix = _pronoun(line, k)  # رئيس | مكتبها السياسي
        k += 1  # مفوضة | حقوق الإنسان
    if not _generic(line, k, phrase):
        return _unlisted_owner(line, phrase, k)
    phrase.portfolio = True
    k = _past_adjectives(line, k + 1)
    # a field that is not listed, joined to others: الاندماج الإفريقي والشؤون الخارجية
    return further_fields(line, k) if phrase.office.takes == "portfolio" else k


def _pronoun(line: Line, k: int) -> str:
    """The pronoun on the end of a noun that tells whose it is: مكتبها."""
    word = line.words[k]
    return next(
        (s for s in POSSESSIVES if len(s) > 1 and word.endswith(s) and word[: -len(s)] in line.lex.ordinary), ""
    )


def _unlisted_owner(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """لاعب | الكوكب السعودي, قائد | ماندينكا: what an office without the article is of, though no table knows it.

    Such an office is always somebody's or something's: a name cannot follow it. Two words that could be a name are
    left as one, for writers err.
    """
    info = line.infos[k]
    if phrase.det or line.infos[phrase.first].det or phrase.suffix or phrase.prep or phrase.number != "s":
        return None
    if k - phrase.first != 1 or info.conj or info.clitic or info.preposition or info.function:
        return None
    named = info.text in line.lex.names and info.text not in line.lex.ambiguous_names
    if info.det and not named and not (info.offices or info.nisbas or info.date):
        if info.honorific and line.infos[k + 1 : k + 2] and line.infos[k + 1].name:
            return None  # رئيس | السيد فلان
        k += 1
        phrase.portfolio = True
        nisba = nisba_at(line, k, det=True)
        if nisba is not None and not nisba.prep and not nisba.conj and nisba.number == "s":
            phrase.country, phrase.country_at = nisba.entry.code, (k, k + 1)
            k += 1
        return k
    if not info.strange or (k + 1 < line.end and _may_be_surname(line, k + 1) and not _may_be_surname(line, k + 2)):
        return None
    phrase.portfolio = True
    return k + 1


def _may_be_surname(line: Line, k: int) -> bool:
    return k < line.end and (line.infos[k].strange or bool(line.infos[k].name))


def _generic(line: Line, k: int, phrase: OfficePhrase) -> bool:
    """A definite noun right after an indefinite head: رئيس الدورة, مدير التسويق."""
    if phrase.det or (phrase.office.takes == "none" and not phrase.office.bare):
        return False
    return _generic_noun(line, k)


def _construct(line: Line, k: int) -> bool:
    """A noun with a definite one behind it: حقوق الإنسان, قسم الترجمة."""
    info = line.infos[k]
    if info.det or info.clitic or info.conj or info.verbs or info.name or info.mention or k + 1 >= line.end:
        return False
    return info.bare == "noun" and _generic_noun(line, k + 1)


def _generic_noun(line: Line, k: int) -> bool:
    """A definite noun that names nothing by itself."""
    info = line.infos[k]
    if (info.verbs and not info.ordinary) or info.name or not info.text.startswith("ال"):
        return False
    if info.offices or info.nisbas or info.places or info.date or info.clitic or info.conj:
        return False
    return info.ordinary in ("noun", "masdar", "adjective", "participle")


def _prefixed(line: Line, k: int) -> bool:
    """Whether a preposition is written on to the word at k."""
    info = line.infos[k]
    if info.clitic in ("ب", "ل") or any(prep for _, prep, _ in line.hits[k]):
        return True
    return any(s.prep for s in (*info.places, *info.body_heads, *info.bodies))


def _posting(line: Line, phrase: OfficePhrase, k: int) -> int | None:
    """'لدى العراق', 'بالجزائر', 'للأمم المتحدة', 'باسم وزارة الخارجية', 'إلى ليبيا', 'بالديوان الملكي'."""
    prep = line.infos[k].preposition
    if prep in POSTING:
        j = k + 1
        if j >= line.end:
            return None
    elif _prefixed(line, k):
        j = k
        prep = line.words[k][0]
    else:
        return None
    office = phrase.office
    if prep == "في" and office.takes == "none":
        return None
    if prep == "إلى" and not any(w in ENVOYS for w in fold_entry(office.word).split()):
        return None  # زيارة رئيس الوزراء إلى البحرين
    fixed = read_fixed(line, j)
    body = fixed if fixed is not None and fixed.kind == "organisation" else None
    if body is None and (fixed is None or fixed.kind != "country"):
        body = read_body(line, j)
    if body is not None and not body.conj:
        return _posted_to_body(phrase, body, prep)
    if prep == "باسم":
        government = government_at(line, j)
        if government is not None:
            phrase.country = phrase.country or government.country
            phrase.country_at = phrase.country_at or government.country_at
            phrase.sector = phrase.sector or "GOV"
            return government.last
    country = country_at(line, j)
    if country is not None:
        return _posted_to_state(phrase, country, prep, j)
    if prep in ("لدى", "إلى") and office.takes == "state":
        realm = anaphors().realm
        if any(word in realm for _, _, word in line.infos[j].plain):
            return j + 1
        place = place_at(line, j)
        if place is not None:
            return place.last
        if _generic_noun(line, j):
            return _past_adjectives(line, j + 1)  # إلى البحيرات الكبرى, إلى المنطقة
    if prep == "باسم":
        return _in_the_name_of(line, phrase, j)
    return None


def _in_the_name_of(line: Line, phrase: OfficePhrase, j: int) -> int | None:
    """باسم | الوزارة, باسم | حكومتها الانتقالية."""
    past = past_kind(line, j + 1)
    if past > j + 1 and any(plain in anaphors().government for _, _, plain in line.infos[j].plain):
        phrase.sector = phrase.sector or "GOV"
        return past
    word = line.words[j]
    owned = next((s for s in POSSESSIVES if word.endswith(s)), "") if line.infos[j].ordinary else ""
    if not line.infos[j].arabic or not (word.startswith("ال") or owned):
        return None
    phrase.sector = phrase.sector or "GOV"
    if owned and not phrase.suffix and not word.startswith("ال"):
        phrase.suffix = owned
    return _past_adjectives(line, j + 1)


def _past_adjectives(line: Line, k: int) -> int:
    while k < line.end and line.infos[k].det and line.infos[k].ordinary == "adjective" and not line.infos[k].nisbas:
        k += 1
    return k


def _posted_to_body(phrase: OfficePhrase, body: Mention, prep: str) -> int | None:
    if prep == "في" and not phrase.det and phrase.country:
        return None
    phrase.body = phrase.body or body
    if prep == "باسم":
        phrase.sector = phrase.sector or body.sector or "GOV"
    if body.country and phrase.country is None and prep not in ("لدى", "إلى"):
        phrase.country, phrase.country_at = body.country, body.country_at
    if phrase.office.takes == "state" and prep == "لدى" and phrase.country is None:
        phrase.posted = body.country
    return body.last


def _posted_to_state(phrase: OfficePhrase, country: tuple[str, int], prep: str, j: int) -> int | None:
    code, end = country
    takes = phrase.office.takes
    if prep == "ل" and phrase.country is None:
        phrase.country, phrase.country_at = code, (j, end)
        return end
    if prep in ("لدى", "إلى"):
        phrase.posted = code
        return end
    if prep in ("ب", "في") and takes in ("state", "portfolio", "body"):
        if phrase.portfolio or phrase.country or phrase.det:
            if phrase.country is None and takes == "portfolio":
                phrase.country, phrase.country_at = code, (j, end)
                return end
            if takes == "state":
                phrase.posted = code
                return end
        if takes == "body" and phrase.country is None and phrase.body is None and phrase.portfolio:
            phrase.posted = code  # ممثل الهلال في تشاد
            return end
        if phrase.body is not None and phrase.country and takes == "body":
            return end  # رئيسة بعثة الصليب الأحمر في اليمن
    return None
