"""Where a name begins and ends, and what may stand around it."""

import re
from dataclasses import dataclass
from typing import Final

from mahdar.reading.lexicon import Country, Word
from mahdar.reading.mentions import COMMAS, HYPHENS, QUOTES
from mahdar.reading.phrases.line import Line
from mahdar.reading.phrases.offices import read_office
from mahdar.reading.phrases.places import nisba_at
from mahdar.reading.phrases.somebody import has_article, only_somebody
from mahdar.reading.phrases.words import (
    BROTHERLY,
    COMPOUNDS,
    DESCENT,
    DOUBTFUL_PARTICLES,
    FOREIGN_TITLES,
    GRAMMAR_NAMES,
    KUNYA,
    LEADING_PARTICLES,
    OF_A_FATHER,
    OF_SOMEBODY,
    REGNAL,
    VERBAL_PARTICLES,
)
from mahdar.reading.text import fold_entry

CLAN: Final = "ال"  # آل, folded
ALI: Final = "علي"  # folded like the preposition على
MISSPELT: Final = re.compile(r"\b[إا]لي\b")  # إلى as it is written where علي may be على
NEAR: Final = 1500  # characters around a word in which its writer's spelling shows
FATHERS: Final = "ابو"  # أبو, written on to what follows
TEEN: Final = "عشر"  # الثالث عشر
INFLECTED: Final = re.compile("م.*[يو]ن$|.*وا$")  # participles and verbs in the plural
MAX_NAME: Final = 12  # parts of one name


@dataclass(slots=True, eq=False)
class Title:
    """An honorific in the text."""

    last: int
    gender: str
    conj: str
    prep: str
    word: str  # as the table has it, folded


def honorific_at(line: Line, j: int) -> Title | None:
    """The honorific at j: معالي, صاحب السمو الملكي, د."""
    if j >= line.end:
        return None
    for conj, prep, multi in line.hits[j]:
        if multi.kind == "honorific":
            return Title(j + 1 + len(multi.rest), multi.gender, conj, prep, fold_entry(multi.entry.word))
    info = line.infos[j]
    word = info.honorific
    if word is None:
        return None
    if len(info.text) == 1 and line.word(j + 1) not in (".", "/"):
        return None
    if word.prep and info.bare:
        return None  # بدون
    if not info.det and any(not v.verb.plain for v in info.verbs) and not _titled(line, j + 1):
        return None  # حضرة صاحب الجلالة, and حضره (attended it)
    if word.entry.state:
        # دولة: the title of prime ministers, not a state
        if j + 1 >= line.end:
            return None
        following = line.infos[j + 1]
        if not (following.offices or following.name or _titled(line, j + 1)):
            return None
    return Title(j + 1, word.gender, word.conj, word.prep, fold_entry(word.entry.word))


def _titled(line: Line, j: int) -> bool:
    """Whether an honorific may begin at j."""
    if j >= line.end:
        return False
    return line.infos[j].honorific is not None or any(multi.kind == "honorific" for _, _, multi in line.hits[j])


def name_end(line: Line, j: int, *, strong: bool, minimum: int = 1) -> int:
    """The end of a name beginning at j; j itself if there is none.

    strong: an office or an honorific stands before, so that anything but an ordinary word may be a name.
    minimum: how many parts a name needs here.
    """
    infos, words, lex, end = line.infos, line.words, line.lex, line.end
    start = j
    parts = 0
    pending = False  # a particle that wants another part
    known = 0
    while j < end and parts < MAX_NAME:
        info = infos[j]
        word = info.text
        if not info.arabic:
            if word in HYPHENS and parts and _tight(line, j):
                j += 1
                pending = True
                continue
            break
        kind = info.name
        clan = pending and info.det and words[j - 1] == CLAN
        if kind == "particle" and not (info.conj or info.clitic or clan):
            if not _particle(line, j, started=bool(parts), strong=strong):
                break
            pending = True
            j += 1
            continue
        foreign = parts > 0 and not pending and words[start] not in lex.arab_names and infos[start].arabic
        if foreign and (strong or infos[start].text not in lex.ambiguous_names) and _foreign_surname(line, j, parts):
            j += 1
            break
        if not _is_part(line, j, parts, strong, pending) or _eulogy_end(line, j):
            break
        if foreign and info.det and info.bare and word not in lex.names and not info.derived and word not in REGNAL:
            break  # لورا مارتيني | الشكر
        if parts > 1 and not pending and any(isinstance(s.entry, Country) for s in info.places):
            break  # زار سامي الديب | باريس
        before = infos[j - 1]
        if parts > 1 and info.strange and word[0] in "بلك" and has_article(line, before) and not before.number:
            break  # كريم الحوراني | بأجدير; but ألبرتو باريرا
        if kind and word not in lex.ambiguous_names and (word in lex.names or not (info.det and info.ordinary)):
            known += 1
        parts += 1
        pending = False
        j += 1
    if pending:
        j -= 1
        while j > start and (infos[j - 1].name == "particle" or words[j - 1] in HYPHENS) and parts == 0:
            j -= 1
        while j > start and words[j - 1] in HYPHENS:
            j -= 1
    if not parts or parts + (words[start] in KUNYA) < minimum:
        return start
    return j if strong or _unannounced(line, start, j, parts, known) else start


def _of_descent(line: Line, start: int) -> bool:
    """Whether a name with a father's in it begins at `start`, not one word later: تولى | علي بن, المدينة | سهل بن."""
    info = line.infos[start]
    if info.name == "particle" or line.words[start + 1] in DESCENT:
        return True
    if only_somebody(line, info) and not info.clitic:
        return True
    return not (info.det and info.ordinary or info.verbs or info.clitic or info.places)


def _unannounced(line: Line, start: int, last: int, parts: int, known: int) -> bool:
    """Whether words that could be a name are one though neither office nor honorific stands before them.

    parts, known: how many parts it has, and how many of them are hardly anything but names.
    """
    infos, words, lex = line.infos, line.words, line.lex
    first = infos[start]
    if words[start] == ALI:
        return last - start > 1
    if any(words[k] in DESCENT for k in range(start + 1, last)):
        return _of_descent(line, start)  # مساعد بن محمد
    if words[start] in DESCENT and first.verbs and not (start and infos[start - 1].arabic):
        return False  # ولد فلان في القاهرة
    if words[start] in KUNYA:
        child = infos[start + 1]
        return child.strange or (bool(child.name) and not child.places and not child.function)
    if first.name == "particle":
        # عبد الحليم حافظ; not عبد الله, who is everybody
        enough = parts > 1 if words[start] in COMPOUNDS else parts and known
        return bool(enough) and words[start] in LEADING_PARTICLES
    doubtful = first.text in lex.ambiguous_names
    if doubtful and words[start] in OF_SOMEBODY and only_somebody(line, infos[start + 1]):
        return False  # عهد | أحمد الحوراني
    if first.name == "given" and any(infos[k].strange and words[k].startswith(FATHERS) for k in range(start + 1, last)):
        return True  # فايزة أبوالنجا
    if (known == 0 or (doubtful and known < 2)) and not _plainly_named(line, start, last, known):
        return False
    if last - start > 1:
        second = infos[start + 1]
        if last - start == 2 and first.ordinary not in ("", "participle") and _object(second):
            return False  # حسن الجوار
        if doubtful and first.verbs and second.nisbas:
            return False  # حافظ | الصربي فلان
        if doubtful and first.ordinary in ("noun", "masdar") and (second.honorific or second.det):
            if not (start and infos[start - 1].det):
                return False  # حكم الحوراني, عهد الخديوي
    own = words[start] in lex.names
    definite = words[start].startswith("ال") and not (own and not first.ordinary)
    return first.name == "given" and not definite and (not first.verbs or bool(first.conj) or own)


def _foreign_surname(line: Line, j: int, parts: int) -> bool:
    """Whether a word that is a town or a nation too ends a foreign name: إتيان روسيون, هيلينا دي سوزا براغا."""
    info = line.infos[j]
    if info.det or info.conj or info.clitic or info.name or info.function or info.offices or line.hits[j]:
        return False
    town = info.places and not any(isinstance(s.entry, Country) or s.conj or s.prep for s in info.places)
    nation = parts == 1 and info.nisbas and not (info.nisbas[0].conj or info.nisbas[0].prep)
    after = line.infos[j + 1] if j + 1 < line.end else None
    return bool((town or nation) and ends_phrase(line, j + 1) and not (after and after.name))


def _plainly_named(line: Line, start: int, last: int, known: int) -> bool:
    """Whether listed names are names here though the first is another word as well.

    An adjective (نبيه شعيب, أمين فارس) with another part behind it that is hardly anything but a name, or where no
    adjective can stand; a noun (جهاد: جهاد محمود) where no noun can.
    """
    infos = line.infos
    if last - start < 2 or any(not infos[k].name for k in range(start, last)) or infos[start].conj:
        return False
    first = infos[start]
    if first.preposition or first.function or first.clitic or (known == 0 and first.ordinary in ("noun", "masdar")):
        return False
    adjective = first.ordinary in ("adjective", "participle") or first.derived
    if known and adjective:
        return True
    if known and last - start > 2 and infos[start + 1].name == "given":
        return False  # نظام | بشار الشرقي
    before = infos[start - 1] if start else None
    if before is None or not before.arabic:
        return adjective or not first.verbs  # ورد الشرعبي: a verb opens a clause
    return bool(before.verbs and not before.bare) or before.det


def _tight(line: Line, j: int) -> bool:
    """Whether the hyphen at j joins two words: ماري-لويز."""
    tokens = line.tokens
    return (
        j + 1 < line.end
        and tokens.starts[j] == tokens.ends[j - 1]
        and tokens.starts[j + 1] == tokens.ends[j]
        and line.infos[j + 1].arabic
    )


def _particle(line: Line, j: int, *, started: bool, strong: bool) -> bool:
    """Whether بن, آل, دي and the like are part of a name here."""
    if j + 1 >= line.end:
        return False
    word = line.words[j]
    follower = line.infos[j + 1]
    if word == CLAN and (started or strong):
        return follower.arabic
    if not follower.arabic or ((follower.preposition or follower.function) and follower.text != "علي"):
        return False
    if not started and not strong and word in DOUBTFUL_PARTICLES:
        return False
    titled = follower.det and (follower.offices or follower.honorific)
    ordinary = follower.bare == "noun" and not (follower.det or follower.name)
    if word in OF_A_FATHER and (titled or ordinary):
        return False  # ابن الملك, ابن عمه
    if started and word in VERBAL_PARTICLES and not follower.name and has_article(line, line.infos[j - 1]):
        return False  # عبدالعزيز الجبرين | لو
    if not (started or strong or word in LEADING_PARTICLES):
        return False
    return not (follower.verbs and not follower.name and word in VERBAL_PARTICLES)


def _is_part(line: Line, j: int, parts: int, strong: bool, pending: bool) -> bool:
    """Whether token j can be a part of a name of which `parts` parts have been read."""
    info = line.infos[j]
    word = info.text
    joined = info.conj and word not in line.lex.names
    if joined and parts and not pending and not (info.conj == "ف" and surname_like(line, j, parts)):
        if info.name or info.ordinary or info.function:
            return False  # and another one
    if len(word) < 2 or word in BROTHERLY or info.counterpart or (not parts and word in REGNAL):
        return False
    if pending and line.words[j - 1] == CLAN:
        return True  # آل ثاني
    if word == ALI:
        if pending and line.words[j - 1] in DESCENT:
            return True
        abroad = parts and not pending and line.words[j - parts] not in line.lex.arab_names  # ستيف جوبس | علي سبيل
        return not abroad and is_ali(line, j, told=bool(parts or strong))
    if strong and parts == 1 and word in REGNAL and not has_article(line, line.infos[j - 1]):
        return True  # غازي الثاني
    if word == TEEN and line.words[j - 1] in REGNAL and parts == 2:
        return True  # الفونسو الثالث عشر
    if parts > 1 and not pending and (line.words[j - 1] in REGNAL or (word in REGNAL and line.word(j + 1) == TEEN)):
        return False
    if parts > 1 and info.strange and INFLECTED.match(word) and line.words[j - parts] in line.lex.arab_names:
        return False  # أسامة بن لادن | اندسوا
    if not pending and info.offices and not info.offices[0].conj:
        phrase = read_office(line, j)
        if phrase is not None and (phrase.last - phrase.first > 1 or phrase.det):
            return False  # ... ساغينديكوف نائب رئيس مجلس الوزراء
    hits = line.hits[j]
    if hits and any(m.kind == "honorific" or (parts and m.kind == "office" and not c) for c, _, m in hits):
        return False  # جاريد كوشنر | كبير مستشاري ...
    if info.name == "particle":
        return pending  # آل الشيخ
    stripped = info.det and info.ordinary and not info.derived and word not in line.lex.names  # الشكر: شكر is a name
    if parts and not pending and info.det and info.date and word not in REGNAL:
        return False  # نتنياهو | الأحد
    if info.name and not (parts and stripped and not pending):
        return _known_part(line, j, parts, strong, pending)
    if not pending and (_goes_on(line, j, parts) if strong else parts == 1 and _rare_surname(line, j)):
        return True
    if strong and word in GRAMMAR_NAMES and not info.preposition and _part_follows(line, j):
        return True
    if info.preposition or info.function:
        return False
    if pending:
        return not info.honorific or word.startswith("ال")  # عبد المقصود, بن رمضان
    if info.ordinary and not (parts and surname_like(line, j, parts)):
        return False
    if info.honorific and parts and info.honorific.entry.word in FOREIGN_TITLES:
        return True  # عبد الله مزي مواسي
    if info.honorific or info.offices or info.body_heads or info.group_heads or hits:
        return False
    if info.verbs and not _addressing(info) and not _no_verb(line, j, parts):
        if not (parts and (surname_like(line, j, parts) or _closing_verb(line, j, parts, strong))):
            return False
    if info.number and info.ordinary:
        return False
    if info.nisbas:
        sense = info.nisbas[0]
        return bool(parts and sense.det and not sense.prep and not sense.conj and sense.gender == "m")
    if info.places or info.date or info.points:
        return False
    if not (strong or parts) or (not parts and info.det and word.endswith("يه")):
        return False  # التحقيقات | الاستقصائية
    if len(word) > 4 and (word.startswith("لل") or (word[0] == "و" and parts and not _own_letter(line, j, parts))):
        return False
    if word[0] in "بلك" and (word[1:] in line.lex.names or (word[0] == "ل" and word[1:] in line.lex.verb_forms)):
        return False  # كارتر | بنتنياهو, أوباما | ليبدأ
    glued = word.startswith(("بال", "لل", "وال", "كال")) or (word.startswith("فال") and info.bare)
    return word.isalpha() and not (glued and info.ordinary)


def _goes_on(line: Line, j: int, parts: int) -> bool:
    """Whether an ordinary word is a part of a name because the name goes on behind it, or ends with it.

    رايمون بيلفو: a form that hardly occurs, before a part of a name. مطلب بن إبراهيم: any noun before a particle.
    مامادو ألفا بالدي, إبراهيما سوري كمارا: a form that is no noun by itself, between parts. كاسونغو مبويي: the same at
    the end of two parts, before a comma.
    """
    info = line.infos[j]
    word = info.text
    if info.preposition or info.offices or info.honorific or info.body_heads:
        return False
    if not parts and rare_form(info) and _part_follows(line, j):
        return True  # رايمون بيلفو
    if info.clitic or info.conj or any(sense.conj for sense in info.nisbas):
        return False
    if parts and info.number and word.endswith("ا") and _part_follows(line, j):
        return True  # مامادو ألفا بالدي, not ألفا جندي
    if parts == 1 and _odd_surname(line, j):
        return True
    if word.startswith("ال") or j + 1 >= line.end or info.places or not (info.ordinary or info.nisbas):
        return False
    after = line.infos[j + 1]
    if after.name == "particle" and after.text in DESCENT:
        return not info.function
    if not parts or not (info.derived or info.ordinary == "participle" or info.nisbas):
        return False
    if after.arabic:
        known = bool(after.name) and not after.conj and not after.det and after.text not in line.lex.ambiguous_names
        family = after.det and after.text[-1] == "ي" and not (after.bare or after.nisbas)
        return known or family or _unknown(line, j + 1)
    closed = after.text in COMMAS and all(v.verb.plain for v in info.verbs)
    return parts > 1 and closed and not word.endswith(("ا", "ه", "ين", "ون", "ات"))


def _rare_surname(line: Line, j: int) -> bool:
    """Whether a form that hardly occurs ends a name of two parts: عمرو عابدين."""
    info, given = line.infos[j], line.infos[j - 1].text
    if not rare_form(info) or info.clitic or info.conj or info.text.endswith(("ه", "ات")):
        return False
    sure = line.infos[j - 1].name == "given" and given in line.lex.names and given not in line.lex.ambiguous_names
    return sure and ends_phrase(line, j + 1)


def _odd_surname(line: Line, j: int) -> bool:
    """Whether what is some other word's form ends a name of two parts: برونو موتان (two deaths), تيم أولد (I bear).

    Right behind a listed given name, and before what begins something else.
    """
    info, given = line.infos[j], line.infos[j - 1]
    if given.name != "given" or given.text not in line.lex.names or info.det or info.function or info.date:
        return False
    if info.places or info.honorific or info.name or len(info.text) < 3 or info.text.endswith(("ا", "ه", "ات", "ين")):
        return False
    if info.derived or (info.nisbas and info.nisbas[0].number == "p"):
        return all(v.verb.plain for v in info.verbs)
    form = rare_form(info)
    form = form or (not info.bare and bool(info.verbs) and all(v.person == 1 and v.verb.plain for v in info.verbs))
    after = line.infos[j + 1] if j + 1 < line.end else None
    return form and (after is None or after.det or ends_phrase(line, j + 1))


def rare_form(info: Word) -> bool:
    """Whether a word is ordinary only as a form that the program made and hardly a text holds: رايم in the plural."""
    made = info.derived or info.ordinary == "participle" or (info.clitic == "ك" and not info.bare)  # كليمون
    made = made and not info.det and not info.text.endswith("ا")
    return made and not (info.mention or info.function) and all(v.verb.plain for v in info.verbs)


def _part_follows(line: Line, j: int) -> bool:
    """Whether the next word is a part of a name and nothing else."""
    after = line.infos[j + 1] if j + 1 < line.end else None
    if after is None or after.conj or after.clitic:
        return False
    return (bool(after.name) and after.text not in line.lex.ambiguous_names) or _unknown(line, j + 1)


def _unknown(line: Line, j: int) -> bool:
    """A word that no table knows, without the article."""
    if j >= line.end:
        return False
    info = line.infos[j]
    return info.arabic and not (info.ordinary or info.verbs or info.function or info.mention or info.det)


def _own_letter(line: Line, j: int, parts: int) -> bool:
    """Whether the و of an unlisted word is its own: نيلميني ويكراماناياكا, one first name before it, nothing behind."""
    if line.word(j + 1) in QUOTES:
        return True
    if line.words[j].startswith("وال") or line.words[j].endswith("ها"):
        return False
    if parts != 1 or not line.infos[j].strange or line.lex.look(line.words[j][1:]).name:
        return False
    return ends_phrase(line, j + 1) and not _unknown(line, j + 1)


def _addressing(info: Word) -> bool:
    """A verb's form only by which somebody is addressed, which news do not: تشيدي."""
    return all(sense.person == 2 for sense in info.verbs)


def _no_verb(line: Line, j: int, parts: int) -> bool:
    """What is a verb's form only with ي for its object, which verbs have as ني: تشيدي before a surname, سيد خولي."""
    info = line.infos[j]
    if info.text.endswith("ني") or any(sense.suffix != "ي" for sense in info.verbs):
        return False
    if not parts:
        return _part_follows(line, j)
    return parts == 1 and line.infos[j - 1].name == "given" and all(sense.kind == "past" for sense in info.verbs)


def _closing_verb(line: Line, j: int, parts: int, strong: bool) -> bool:
    """موشيه يعالون، ...: what could be some verb's form, behind a given name and before a comma."""
    info = line.infos[j]
    closed = line.word(j + 1) in COMMAS or line.word(j + 1) == "."
    return strong and parts == 1 and closed and not info.ordinary and all(v.verb.plain for v in info.verbs)


def _known_part(line: Line, j: int, parts: int, strong: bool, pending: bool) -> bool:
    """Whether a word that is listed as a name is one here."""
    info = line.infos[j]
    lex = line.lex
    word = info.text
    if info.conj and word not in lex.names:
        # التقى فلانا وعادل الجبير; but فؤاد and وليد begin with their own letters
        return not (parts or strong) and info.name == "given" and _stem_is_name(line, j)
    if info.verbs and word not in lex.names and word.startswith("ال") and not pending:
        return False  # التقى (met), not the name تقي with an article
    if parts and info.honorific and not pending and _begins_another(line, j):
        return False
    follower = line.infos[j + 1] if j + 1 < line.end else None
    if parts == 0 and not pending:
        if word[0] in "بلك" and lex.ordinary.get(word[1:], "function") != "function" and word[1:] not in lex.derived:
            # بدور: a name, and "for the role of"
            return follower is not None and bool(follower.name) and not follower.clitic and not follower.conj
        if info.name == "family" and info.det and info.ordinary in ("noun", "masdar"):
            return False  # أدان الوزير العدوان: a surname by itself, and more often a noun
    noun = info.ordinary in ("noun", "masdar") and word in lex.ambiguous_names
    if parts == 0 and noun and follower is not None and follower.date and not follower.name:
        return False  # صباح اليوم
    if parts == 0 and any(isinstance(s.entry, Country) and not s.prep for s in info.places):
        if not (strong and follower and (follower.name or follower.strange)):
            return False  # سيادة سوريا, تشاد
    state = any(isinstance(s.entry, Country) and not s.prep for s in info.places)
    if state and not pending and (parts > 1 or (parts and line.infos[j - 1].name == "family")):
        return False  # أشتون كارتر | إسرائيل
    if word in lex.ambiguous_names:
        if strong and not (parts or pending):
            return not info.preposition
        told = parts > 1 or (parts and line.infos[j - 1].name != "given")
        goes_with = _object if info.det else _complement
        if told and not pending and info.bare == "noun" and follower is not None and goes_with(follower):
            return False  # عادل الحوراني | أمين السر, سعد بن أبي وقاص | فاتح الصين, لابورتا | صاحب المركز
        # رفيق الحريري | أدى الانفجار: Eddie, and "it led to", behind a full name
        foreign = line.words[j - parts] not in lex.arab_names
        closed = foreign or line.words[j - 1].startswith("ال")
        told = info.text[0] != "ت" or line.words[j - 1].startswith("ال")  # سو تشي
        verb = parts > 1 and not pending and info.verbs and not info.bare and closed and told
        return not (info.function or info.preposition or verb)
    return True


def is_ali(line: Line, j: int, *, told: bool = False) -> bool:
    """Whether علي at j is the name, by its spelling: before a father's name; before another part in a text that spells
    the preposition على; where it is told that a name stands here, if the text does not write إلي for إلى either.
    """
    tokens = line.tokens
    if tokens.text[tokens.ends[j] - 1] != "ي":
        return False
    if line.word(j + 1) in DESCENT:
        return True
    after = line.infos[j + 1] if j + 1 < line.end else None
    if not told and not (after and (only_somebody(line, after) or (after.name == "family" and not after.bare))):
        return False
    first, last = max(0, tokens.starts[j] - NEAR), tokens.starts[j] + NEAR
    if tokens.text.find("على", first, last) >= 0:
        return True
    return told and not MISSPELT.search(tokens.text, first, last)


def _complement(info: Word) -> bool:
    """Whether a word goes with the noun before it: السر, الصين, لهدافه, إنجليزي, أمس."""
    if (info.name and not info.places) or info.conj:
        return False
    return bool(info.det or info.places or info.nisbas or info.honorific or info.clitic == "ل")


def _object(info: Word) -> bool:
    """A definite noun that is nobody's name or office."""
    return info.det and bool(info.ordinary) and not info.name and not info.offices


def _stem_is_name(line: Line, j: int) -> bool:
    """Whether a word with و is a given name joined to what stands before, with another part of a name behind it."""
    stem = line.words[j][1:]
    if stem in line.lex.ambiguous_names or line.words[j] in line.lex.ordinary or j + 1 >= line.end:
        return False
    if stem.startswith("ال"):
        return False  # والسلام الوطني
    after = line.infos[j + 1]
    verb = after.verbs and (not after.name or after.text in line.lex.ambiguous_names)
    return bool(after.name or (_unknown(line, j + 1) or after.det)) and not (after.conj or after.clitic or verb)


def _begins_another(line: Line, j: int) -> bool:
    """الرئيس بوعلاق | السيد سليم أوقاسي: a title after a surname, before a given name and one more part."""
    if j + 2 >= line.end or line.infos[j - 1].name == "given":
        return False
    return line.infos[j + 1].name == "given" and name_end(line, j + 2, strong=True) > j + 2


def surname_like(line: Line, j: int, parts: int) -> bool:
    """Whether an ordinary word after `parts` parts of a name is the next: الحارثي, الحديد؛ فودي (not ف + ودي)."""
    info = line.infos[j]
    word = info.text
    lex = line.lex
    if info.conj == "ف" or info.clitic == "ك":
        stem = word[1:]
        listed_noun = stem in lex.ordinary and stem not in lex.derived and info.clitic == "ك"
        return not info.bare and not listed_noun and all(v.verb.plain for v in info.verbs)  # not كأول
    if not info.det or info.conj or info.clitic or word in lex.qualifiers:
        return False
    if word.endswith("ي") and info.ordinary != "function" and word not in lex.ordinary:
        return ends_phrase(line, j + 1) if word[2:] in lex.adjectives else True
    # رنا الحديد, علي بن سالم الحديد; but after a surname it is an object: أدان نتنياهو | الاتفاق
    expected = (parts == 1 and line.infos[j - 1].name == "given") or line.words[j - 2] in DESCENT
    return (
        expected
        and not word.endswith(("ه", "ات", "ين", "ون"))
        and info.bare in ("noun", "participle", "adjective")
        and ends_phrase(line, j + 1)
    )


def ends_phrase(line: Line, j: int) -> bool:
    """A comma, a preposition, a verb, a date or the end: what follows a name, not a noun in a phrase."""
    if j >= line.end:
        return True
    info = line.infos[j]
    return bool(
        not info.arabic or info.preposition or info.date or info.function or info.clitic or info.conj
        or info.offices or (info.verbs and not info.bare)
    )  # fmt: skip


def past_comma(line: Line, j: int) -> int:
    """Past a comma, an opening quotation mark or a dash that stands between an office and the name; else j."""
    words, end = line.words, line.end
    if j + 1 >= end:
        return j
    word = words[j]
    if word in COMMAS:
        k = j + 1
        if words[k][0] == "و" and words[k] not in line.lex.names:
            return j  # ...، وإليغ أزيروف: somebody else
        title = honorific_at(line, k)
        if title is not None and not title.conj:
            k = title.last
            if line.word(k) == "/" or line.word(k) == ".":
                k += 1
        nisba = nisba_at(line, k, det=True)
        if nisba is not None and not nisba.conj and k + 1 < end:
            k += 1
        last = name_end(line, k, strong=True)
        # a name after a comma has two parts, or is a known one
        if last > k and (last - k >= 2 or line.infos[k].name == "given"):
            return k
    elif word in QUOTES:
        last = name_end(line, j + 1, strong=True)
        if last > j + 1 and last < end and words[last] in QUOTES:
            return j + 1
    elif word == "-" and name_end(line, j + 1, strong=True) > j + 2:
        return j + 1
    return j


def named_after(line: Line, j: int) -> bool:
    """Whether a name stands at j, or after a comma."""
    start = past_comma(line, j)
    return name_end(line, start, strong=True) > start or start > j


def after_name(line: Line, end: int) -> int:
    """Past a closing quotation mark, a nickname in quotes, a Latin form or an age in brackets, a eulogy."""
    words = line.words
    j = end
    if j < line.end and words[j] in QUOTES and j > 0:
        close = line.tokens.quotes.get(j)
        if close is None:
            j += 1
        elif close - j <= 4:
            j = close + 1
    if j + 2 < line.end and words[j] == "(":
        k = j + 1
        while k < line.end and k < j + 6 and words[k] != ")":
            k += 1
        if k < line.end and words[k] == ")":
            inner = words[j + 1 : k]
            if all(w.isascii() for w in inner) or "عاما" in inner or "سنه" in inner:
                j = k + 1
    eulogy = _eulogy_end(line, j + 1 if line.word(j) in ("-", "–", "،") else j)
    if eulogy:
        return eulogy + 1 if line.word(eulogy) in ("-", "–") else eulogy
    return j


def _eulogy_end(line: Line, j: int) -> int:
    """Past the eulogy at j: رحمه الله; 0 if there is none."""
    for eulogy in line.lex.eulogies.get(line.word(j), ()):
        if tuple(line.words[j : j + len(eulogy)]) == eulogy:
            return j + len(eulogy)
    return 0


def listed(line: Line, first: int, last: int) -> bool:
    """Whether a name has a part that a table knows and that is no other word, or two that are other words as well."""
    ambiguous = line.lex.ambiguous_names
    known = [k for k in range(first, last) if line.infos[k].name]
    return len(known) > 1 or any(line.words[k] not in ambiguous for k in known)


def only_a_name(line: Line, j: int) -> bool:
    """Whether the word at j, a و before it aside, can be nothing but a part of a name."""
    info = line.infos[j]
    if info.name and not info.verbs and not info.ordinary and not info.clitic and not info.function:
        return not info.conj or info.text in line.lex.names
    if info.text[0] == "و" and len(info.text) > 4:
        stem = line.lex.look(info.text[1:])
        return bool(stem.name) and not stem.ordinary or not (stem.ordinary or stem.verbs or stem.mention or stem.det)
    return _unknown(line, j) and len(info.text) > 2 and info.text[0] not in "بلكف"  # not لساتيا
