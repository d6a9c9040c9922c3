"""The tables names.toml and words.toml: what they hold and what they must not."""

import re
import tomllib
from pathlib import Path

import pytest

PACK = Path(__file__).parents[2] / "src" / "mahdar" / "packs" / "ar"
LISTS = ("given_male", "given_female", "given_foreign_male", "given_foreign_female", "family")
CLASSES = {
    "prepositions",
    "conjunctions",
    "particles",
    "pronouns",
    "demonstratives",
    "relatives",
    "quantifiers",
    "adverbs",
    "time_words",
    "copulas",
}
ARABIC = re.compile(r"[ء-غف-يڤ]+(?: [ء-غف-يڤ]+)*")
FOLD = str.maketrans("أإآىئؤة", "ااايي" + "وه")


def table(name):
    return tomllib.loads((PACK / name).read_text(encoding="utf-8"))


def fold(words):
    return {word.translate(FOLD) for word in words}


NAMES = table("names.toml")
WORDS = table("words.toml")
GRAMMAR = WORDS["adverbs_and_function"]
VERBS = [spec.split("/") for spec in WORDS["verbs"]]  # "past/present"


def bare(word):
    """Without the article: الحكيم is the ordinary word حكيم."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@pytest.mark.parametrize(
    ("held", "least"),
    [
        (NAMES["given_male"], 900),
        (NAMES["given_female"], 400),
        (NAMES["given_foreign_male"] + NAMES["given_foreign_female"], 1500),
        (NAMES["family"], 1500),
        (WORDS["nouns"], 2500),
        (WORDS["adjectives"], 900),
        (VERBS, 1200),
    ],
)
def test_enough_are_listed(held, least):
    assert len(held) >= least


@pytest.mark.parametrize(
    "words",
    [NAMES[key] for key in (*LISTS, "ambiguous", "seldom_alone")]
    + [NAMES["particles"][key] for key in ("joining", "foreign", "titles", "after")]
    + [WORDS["nouns"], WORDS["adjectives"], [word for pair in VERBS for word in pair], *GRAMMAR.values()],
)
def test_entries_are_arabic_words_without_signs(words):
    assert [word for word in words if not ARABIC.fullmatch(word)] == []


@pytest.mark.parametrize("key", [*LISTS, "ambiguous"])
def test_no_name_is_listed_twice(key):
    assert len(fold(NAMES[key])) == len(NAMES[key])


@pytest.mark.parametrize("words", [WORDS["nouns"], WORDS["adjectives"], *GRAMMAR.values()])
def test_no_word_is_listed_twice_in_a_class(words):
    assert len(set(words)) == len(words)


def test_ambiguous_and_seldom_alone_are_names_of_the_lists():
    listed = fold(word for key in LISTS for word in NAMES[key])
    assert fold(NAMES["ambiguous"]) <= listed
    assert fold(NAMES["seldom_alone"]) <= fold(NAMES["ambiguous"])


def test_what_is_chiefly_a_name_is_in_the_lists():
    listed = fold(part for key in LISTS for name in NAMES[key] for part in name.split())
    assert fold(NAMES["chiefly"]) <= listed
    assert len(fold(NAMES["chiefly"])) == len(NAMES["chiefly"])


def test_a_name_that_is_an_ordinary_word_is_ambiguous():
    words = fold([*WORDS["nouns"], *WORDS["adjectives"], *(word for held in GRAMMAR.values() for word in held)])
    names = {name for name in fold(name for key in LISTS for name in NAMES[key]) if " " not in name}
    doubles = {name for name in names if name in words or bare(name) in words}
    # A verb's form alone does not make a name ambiguous: nobody reads أحمد or ينال as one.
    assert doubles <= fold(NAMES["ambiguous"])


@pytest.mark.parametrize(
    "name",
    [
        "سعيد",
        "كريم",
        "جميل",
        "أمل",
        "هدى",
        "نور",
        "صباح",
        "سلام",
        "جمال",
        "عادل",
        "شريف",
        "خالد",
        "حسن",
        "كمال",
        "سلطان",
        "أمير",
        "ملك",
        "فهد",
        "رائد",
        "ماهر",
        "ناصر",
        "وسام",
        "هند",
        "تركي",
        "فرح",
        "حرب",
        "وليد",
        "حبيب",
        "مشعل",
        "بدر",
        "صقر",
        "عامر",
        "مراد",
        "علي",
        "يزيد",
    ],
)
def test_well_known_doubles_are_ambiguous(name):
    assert name in NAMES["ambiguous"]


@pytest.mark.parametrize(
    "name", ["محمد", "يوسف", "فاطمة", "إبراهيم", "خديجة", "حسين", "زينب", "الشمري", "لافروف", "نورتيليو"]
)
def test_plain_names_are_listed_and_not_ambiguous(name):
    assert any(name in NAMES[key] for key in LISTS)
    assert name not in NAMES["ambiguous"]


def test_a_name_of_the_brief_sentence_ends_where_it_should():
    """استقبل وزير الخارجية مراد نورتيليو أمس في مقر الوزارة سفير اليابان كينجي موراكاوا."""
    assert "مراد" in NAMES["given_male"]
    assert "نورتيليو" in NAMES["family"]
    assert "أمس" in GRAMMAR["time_words"]
    assert {"سفير", "مقر", "وزارة"} <= set(WORDS["nouns"])
    assert "كينجي" in NAMES["given_foreign_male"]
    assert "موراكاوا" in NAMES["family"]


def test_given_foreign_names_are_not_listed_as_arab_too():
    arab = fold(NAMES["given_male"]) | fold(NAMES["given_female"])
    assert not arab & fold([*NAMES["given_foreign_male"], *NAMES["given_foreign_female"]])


def test_particles():
    particles = NAMES["particles"]
    assert {"بن", "ابن", "بنت", "ولد", "آل", "أبو", "أبي", "أبا", "أم", "ذو", "عبد", "با"} <= set(particles["joining"])
    assert {"دي", "دو", "دا", "دوس", "فان", "فون", "لا", "لو", "ماك", "سان", "أغ"} <= set(particles["foreign"])
    assert {"سري", "داتوك", "تان سري", "تون"} <= set(particles["titles"])
    kinds = {"given", "family", "god", "word", "unknown"}
    assert all(set(follow) <= kinds for follow in particles["follow"].values())
    assert set(particles["follow"]) <= set(particles["joining"]) | set(particles["foreign"])


def test_words_of_grammar_are_in_their_classes():
    assert set(GRAMMAR) == CLASSES
    for word, held in [
        ("في", "prepositions"),
        ("بعد", "prepositions"),
        ("لكن", "conjunctions"),
        ("قد", "particles"),
        ("هي", "pronouns"),
        ("هذه", "demonstratives"),
        ("التي", "relatives"),
        ("جميع", "quantifiers"),
        ("أيضا", "adverbs"),
        ("غدا", "time_words"),
        ("كانت", "copulas"),
    ]:
        assert word in GRAMMAR[held]


def test_verbs_are_pairs_of_past_and_present():
    assert all(len(pair) == 2 for pair in VERBS)
    assert [pair for pair in VERBS if not pair[1].startswith("ي")] == []
    assert len({tuple(pair) for pair in VERBS}) == len(VERBS)


@pytest.mark.parametrize(
    "pair",
    [
        ["قال", "يقول"],
        ["أكد", "يؤكد"],
        ["أضاف", "يضيف"],
        ["استقبل", "يستقبل"],
        ["التقى", "يلتقي"],
        ["نال", "ينال"],
        ["وقع", "يوقع"],
        ["وقع", "يقع"],
        ["دعا", "يدعو"],
        ["تلقى", "يتلقى"],
        ["أوضح", "يوضح"],
        ["هنأ", "يهنئ"],
        ["استعاد", "يستعيد"],
        ["رأى", "يرى"],
    ],
)
def test_presents_that_are_not_regular(pair):
    assert pair in VERBS
