"""The tables of offices and honorifics are well formed, and keep away from everyday words."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

PACK = Path(__file__).parents[2] / "src" / "mahdar" / "packs" / "ar"
OFFICES = tomllib.loads((PACK / "offices.toml").read_text(encoding="utf-8"))
HONORIFICS = tomllib.loads((PACK / "honorifics.toml").read_text(encoding="utf-8"))
HEADS = OFFICES["head"]
FORMS = ("feminine", "dual", "plural", "feminine_plural")

SECTORS = {
    *[
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "COP",
        "SPY",
        "PTY",
        "OPP",
        "REB",
        "CVL",
        "BUS",
        "EDU",
        "MED",
        "JRN",
        "REL",
        "SOC",
        "LAB",
    ],
    "",
}
TAKES = {"portfolio", "state", "body", "none"}
SUFFIXES = {"ه", "ها", "هما", "هم", "هن", "نا", "ي"}

# The letters matching does not tell apart; written out here so that the test needs nothing but the tables.
FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"})

# What these words nearly always are in the news: before, and to, from, in, ruling, planned, help, books, royal, main,
# diplomatic, press, responsibility, world, claimed, given, a governorate, a commission. No head may be spelled so.
EVERYDAY = [
    "أمام",
    "وإلى",
    "إلى",
    "من",
    "في",
    "مع",
    "على",
    "حكم",
    "المقرر",
    "مقرر",
    "مساعدة",
    "مساعدات",
    "كتاب",
    "ملكي",
    "رئيسي",
    "أميري",
    "قنصلي",
    "عضوي",
    "دبلوماسي",
    "دبلوماسية",
    "صحفي",
    "مسؤولي",
    "مسؤولية",
    "عالم",
    "طالب",
    "محافظة",
    "مفوضية",
    "مفوضي",
    "مديرية",
    "مديري",
    "مفاوضة",
    "معارضا",
    "مشيرا",
    "مهاجما",
    "مدافعا",
    "باحثا",
]


def fold(text):
    return text.translate(FOLD)


def head_strings(head):
    return [head["word"], *(form for key in FORMS for form in head.get(key, []))]


def every_string(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from every_string(part)
    elif isinstance(value, list):
        for part in value:
            yield from every_string(part)


def twice(strings):
    return {string: n for string, n in Counter(strings).items() if n > 1}


def test_the_keys_are_the_readers():
    assert set(OFFICES) == {
        "portfolios",
        "qualifiers",
        "deputies",
        "counterparts",
        "ranks",
        "head",
        "same",
        "of_one_state",
    }
    assert set(HONORIFICS) == {"honorific", "stands_alone", "eulogies"}


def test_the_tables_are_large_enough():
    assert len(HEADS) >= 130
    assert len(OFFICES["portfolios"]) >= 120
    assert len(OFFICES["qualifiers"]) >= 40
    assert len(OFFICES["ranks"]) >= 60
    assert len(HONORIFICS["honorific"]) >= 45
    assert len(HONORIFICS["eulogies"]) >= 25


@pytest.mark.parametrize("table", [OFFICES, HONORIFICS], ids=["offices", "honorifics"])
def test_arabic_is_plain(table):
    """Correct letters, no vowel signs, no tatweel, single spaces; codes and kinds in Latin letters."""
    for string in every_string(table):
        assert re.fullmatch(r"[ء-غف-ي]+( ([ء-غف-ي]+|\.))*|[A-Za-z]*", string), string


def test_heads_say_what_they_are():
    allowed = {"word", *FORMS, "sector", "takes", "bare", "unnamed"}
    for head in HEADS:
        assert set(head) <= allowed, head["word"]
        assert head["sector"] in SECTORS, head["word"]
        assert head["takes"] in TAKES, head["word"]
        assert isinstance(head.get("bare", False), bool) and isinstance(head.get("unnamed", False), bool)
        for key in FORMS:
            assert isinstance(head.get(key, []), list), head["word"]
            assert not twice(head.get(key, [])), head["word"]


def test_no_head_twice():
    assert not twice(fold(head["word"]) for head in HEADS)


def test_no_form_belongs_to_two_heads():
    """Within a gender and number; two spellings of one head (مدعي عام, مدع عام) may share a form."""
    owners = {}
    for head in HEADS:
        for key in FORMS:
            for form in head.get(key, []):
                owners.setdefault((key, fold(form)), []).append(head["word"])
    for (_, form), words in owners.items():
        assert len(words) == 1 or len({word.split()[-1] for word in words}) == 1, (form, words)


def test_feminines_look_feminine():
    for head in HEADS:
        for form in head.get("feminine", []):
            first = form.split()[0]
            assert first.endswith(("ة", "ته", "حرم")), form


def test_no_head_is_spelled_like_an_everyday_word():
    everyday = {fold(word) for word in EVERYDAY}
    for head in HEADS:
        for string in head_strings(head):
            assert fold(string) not in everyday, (head["word"], string)
            assert fold(string).removeprefix("ال") not in everyday - {"معارضا"}, (head["word"], string)


def test_no_accusative_is_an_everyday_word_in_disguise():
    """مسؤولية reads as مسؤولا with a pronoun; so no head may have that form, its own or the one understood."""
    for everyday in ["مسؤولية", "مديرية", "مفوضية", "عضوية", "إمبراطورية", "بطريركية", "مطرانية", "أسقفية", "مفتشية"]:
        stem = fold(everyday).removesuffix("يه")
        for head in HEADS:
            assert fold(head["word"]) != stem, head["word"]
            assert stem + "ا" not in {fold(form) for form in head_strings(head)}, head["word"]


def test_the_offices_everyone_expects():
    words = {head["word"] for head in HEADS}
    expected = """وزير|وزير دولة
كاتب الدولة|سفير|قنصل|قائم بالأعمال|القائم بأعمال|مندوب|ممثل|مبعوث
موفد|وسيط|منسق|المفوض|رئيس
رئيس الجمهورية|رئيس الوزراء|رئيس وزراء|رئيس مجلس الوزراء|رئيس الحكومة|رئيس مجلس النواب|ملك|عاهل|أمير|ولي العهد
نائب|العضو
خادم الحرمين الشريفين|أمين عام|مستشار|متحدث|ناطق|المدير|رئيس تنفيذي|وكيل|قائد|زعيم|مفتي|شيخ الأزهر|بابا|قاضي|نائب عام
مصدر|المسؤول|شاهد عيان|رجل أعمال|كبير المفاوضين|مدير مكتب"""
    assert not set(re.split(r"[|\n]", expected)) - words


def test_only_speakers_go_unnamed():
    heads = {head["word"].split()[0] for head in HEADS if head.get("unnamed")}
    assert heads == {"متحدث", "ناطق", "مصدر", "المسؤول", "المسئول", "دبلوماسي", "شاهد"}


def test_portfolios_hold_no_loose_prepositions():
    """Every word of a portfolio also counts by itself: 'الوزير في' must not become an office."""
    loose = {"في", "من", "مع", "على", "إلى", "عن", "لدى", "بين", "مجلس"}
    for phrase in OFFICES["portfolios"]:
        assert not loose & set(phrase.split()), phrase
    assert not twice(OFFICES["portfolios"])


def test_qualifiers():
    flags = {"former", "deceased", "acting"}
    rows = OFFICES["qualifiers"]
    for row in rows:
        assert set(row) <= {"word", "feminine", "country", *flags}, row
        assert all(row[flag] is True for flag in flags & set(row)), row
        assert len(row["word"].split()) <= 2, "the reader looks two words ahead"
    assert not twice(form for row in rows for form in {fold(row["word"]), fold(row.get("feminine", row["word"]))})
    for flag in flags:
        assert any(row.get(flag) for row in rows)


def test_counterparts_agree_with_their_letters():
    rows = OFFICES["counterparts"]
    assert not twice(fold(row["word"]) for row in rows)
    for row in rows:
        assert set(row) == {"word", "gender", "number", "suffix"}
        assert row["gender"] in {"m", "f"} and row["number"] in {"s", "d", "p"} and row["suffix"] in SUFFIXES
        assert row["word"].startswith("نظ") and row["word"].endswith(row["suffix"])
        stem = row["word"].removesuffix(row["suffix"])
        assert (row["gender"] == "f") == ("ت" in stem), row
    singular = {(row["gender"], row["suffix"]) for row in rows if row["number"] == "s"}
    assert singular == {(gender, suffix) for gender in "mf" for suffix in SUFFIXES}


def test_ranks_and_deputies():
    assert not twice(fold(rank) for rank in OFFICES["ranks"])
    assert not twice(OFFICES["deputies"])
    words = {string for head in HEADS for string in head_strings(head)}
    assert set(OFFICES["deputies"]) <= words


def test_honorifics():
    rows = HONORIFICS["honorific"]
    assert not twice(fold(row["word"]) for row in rows)
    for row in [*rows, *HONORIFICS["stands_alone"]]:
        assert set(row) - {"sector", "state"} == {"word", "gender"} and row["gender"] in {"m", "f", ""}, row
    assert not {row["word"] for row in rows} & {"رائد", "إمام", "سلطان", "والي"}
    assert not twice(fold(row["word"]) for row in HONORIFICS["stands_alone"])


def test_longer_eulogies_come_first():
    """The reader takes the first that fits."""
    eulogies = HONORIFICS["eulogies"]
    assert not twice(eulogies)
    for i, eulogy in enumerate(eulogies):
        for earlier in eulogies[:i]:
            assert not eulogy.startswith(earlier + " "), (earlier, eulogy)
