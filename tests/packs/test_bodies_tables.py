"""The tables of bodies, of the nouns that head them, and of amounts: whole, and no string with two meanings."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

import mahdar
from mahdar.ontology import BODIES, SECTORS
from mahdar.reading.amounts import quantity
from mahdar.reading.text import fold, tokenise

PACK = Path(__file__).parents[2] / "src" / "mahdar" / "packs" / "ar"


def table(name):
    return tomllib.loads((PACK / f"{name}.toml").read_text(encoding="utf-8"))


BODY = table("bodies")["body"]
HEADS = table("body_heads")
AMOUNTS = table("currencies")
COUNTRY_CODES = {row["code"] for row in table("countries")["country"]}


def owners(pairs):
    """folded string -> everyone that claims it, for strings claimed by more than one"""
    claims = defaultdict(set)
    for string, owner in pairs:
        claims[fold(string)].add(owner)
    return {string: names for string, names in claims.items() if len(names) > 1}


def of_one_word(string):
    return fold(string).removeprefix("ال") if " " not in string else fold(string)


def test_there_are_enough_of_each():
    assert len(BODY) >= 1150
    assert len(HEADS["head"]) >= 80
    assert len(HEADS["group_heads"]) >= 40
    assert len(AMOUNTS["currency"]) >= 150
    assert len(AMOUNTS["unit"]) >= 50


@pytest.mark.parametrize("row", BODY, ids=lambda row: row["english"])
def test_a_body_says_whose_it_is(row):
    assert set(row) <= {"name", "forms", "short", "code", "sector", "english", "abbreviation"}
    assert row["english"]
    assert row["code"] in BODIES or row["code"] in COUNTRY_CODES
    if row["code"] in BODIES:
        assert row["sector"] == ""
    else:
        assert row["sector"] in SECTORS
    for key in ("forms", "short", "abbreviation"):
        assert isinstance(row.get(key, []), list)


def test_names_are_cut_as_the_reader_cuts_a_text():
    for row in BODY:
        for form in [row["name"], *row.get("forms", []), *row.get("short", [])]:
            assert fold(form).split() == tokenise(form).words, form


@pytest.mark.parametrize("row", BODY, ids=lambda row: row["english"])
def test_a_body_is_found_by_each_of_its_names(row):
    for form in [row["name"], *row.get("forms", [])]:
        record = mahdar.read(f"قال المتحدث باسم {form} سامي الخالدي إن التعاون مستمر.")
        assert [actor.country for actor in record.actors if actor.name == "سامي الخالدي"] == [row["code"]], form


@pytest.mark.parametrize(
    ("text", "code", "sector"),
    [
        ("قالت منظمة الصحة العالمية إن الوضع خطير.", "UNO", None),
        ("أعلنت بعثة الأمم المتحدة للدعم في ليبيا أن الحوار مستمر.", "UNO", None),
        ("أعلنت المفوضية الأوروبية أن القمة ستعقد في موعدها.", "EUR", None),
        ("أعلنت منظمة الإيسيسكو أن المؤتمر سيعقد في موعده.", "IGO", None),
        ("قالت منظمة أطباء بلا حدود إن الوضع خطير.", "NGO", None),
        ("أعلن مركز الملك سلمان للإغاثة أن القافلة وصلت.", "SAU", "GOV"),
        ("أعلنت حركة 23 مارس أن قواتها انسحبت.", "COD", "REB"),
        ("أكد الهلال الأحمر القطري أن القافلة وصلت.", "QAT", "SOC"),
        ("أعلنت شركة لوك أويل أن الإنتاج توقف.", "RUS", "BUS"),
        ("أعلنت القاهرة الإخبارية أن الوفد وصل.", "EGY", "JRN"),
    ],
)
def test_bodies_speak(text, code, sector):
    record = mahdar.read(text, published="2024-05-01")
    assert [(actor.kind, actor.country, actor.sector) for actor in record.actors] == [("organisation", code, sector)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قالت حماس إن التعاون مستمر.", "PSE"),
        ("أعلنت الأونروا أن التعاون مستمر.", "UNO"),
        ("أكدت إيكواس أن القمة ستعقد في موعدها.", "IGO"),
    ],
)
def test_bodies_that_do_not_look_feminine(text, code):
    assert [actor.country for actor in mahdar.read(text, published="2024-05-01").actors] == [code]


def test_no_form_belongs_to_two_bodies():
    assert not owners((form, row["name"]) for row in BODY for form in [row["name"], *row.get("forms", [])])


def test_a_body_lists_no_form_twice():
    for row in BODY:
        forms = [fold(form) for form in [row["name"], *row.get("forms", [])]]
        assert len(forms) == len(set(forms)), row["name"]


def test_a_short_name_is_not_read_alone():
    alone = {fold(form) for row in BODY for form in [row["name"], *row.get("forms", [])]}
    short = {fold(form) for row in BODY for form in row.get("short", []) if " " not in form}
    assert not short & alone


def test_no_state_is_a_body():
    states = {fold(form) for row in table("countries")["country"] for key in ("forms", "official") for form in row[key]}
    assert not states & {fold(form) for row in BODY for form in [row["name"], *row.get("forms", [])]}


@pytest.mark.parametrize("row", HEADS["head"], ids=lambda row: row["word"])
def test_a_head_says_what_it_takes(row):
    assert set(row) <= {"word", "sector", "takes", "plural", "dual"}
    assert row["takes"] in {"portfolio", "state", "words"}
    assert row["sector"] == "" or row["sector"] in SECTORS
    assert isinstance(row.get("plural", []), list) and isinstance(row.get("dual", []), list)


def test_only_ministries_and_directorates_take_a_field():
    assert [row["word"] for row in HEADS["head"] if row["takes"] == "portfolio"] == ["وزارة", "رئاسة"]


def test_no_string_belongs_to_two_heads_or_groups():
    heads = [
        (of_one_word(form), row["word"])
        for row in HEADS["head"]
        for form in [row["word"], *row.get("plural", []), *row.get("dual", [])]
    ]
    groups = [
        (of_one_word(form), row["word"])
        for row in HEADS["group_heads"]
        for form in [row["word"], *row.get("forms", [])]
    ]
    assert not owners([*heads, *groups])


def test_groups_have_sectors():
    for row in HEADS["group_heads"]:
        assert set(row) <= {"word", "sector", "forms"}
        assert row["sector"] == "" or row["sector"] in SECTORS


def test_a_name_of_money_is_one_currency():
    named = [
        (name, row["code"])
        for row in AMOUNTS["currency"]
        for name in [*row["names"], *row.get("forms", []), *row.get("symbols", [])]
    ]
    units = [(form, row["singular"]) for row in AMOUNTS["unit"] for form in [row["singular"], *row.get("forms", [])]]
    assert not owners([*named, *units])


def test_currencies_are_whole():
    codes = [row["code"] for row in AMOUNTS["currency"]]
    assert len(codes) == len(set(codes))
    for row in AMOUNTS["currency"]:
        assert re.fullmatch("[A-Z]{3}", row["code"])
        assert row["names"]
        assert set(row.get("default_for", [])) <= COUNTRY_CODES
        assert bool(row.get("bare")) == bool(row.get("default_for"))


@pytest.mark.parametrize("row", AMOUNTS["currency"], ids=lambda row: row["code"])
def test_a_sum_is_read_in_its_currency(row):
    for name in [*row["names"], *row.get("forms", [])]:
        words = fold(f"300 {name} .").split()
        found = quantity(words, 0)
        assert found is not None and found.money, name
        assert (found.unit, found.value, found.last) == (row["code"], 300, len(words) - 1), name


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("خمسة ملايين دولار باهامي", 5_000_000, "BSD"),
        ("20 مليون دينار كويتي", 20_000_000, "KWD"),
        ("مليار جنيه مصري", 1_000_000_000, "EGP"),
        ("ثلاثة آلاف جنيه إسترليني", 3_000, "GBP"),
        ("10 ملايين كيتزال", 10_000_000, "GTQ"),
        ("مئة ألف دولار ليبيري", 100_000, "LRD"),
        ("مليوني دولار", 2_000_000, "USD"),
    ],
)
def test_sums_as_they_are_written(text, value, code):
    found = quantity(fold(text).split(), 0)
    assert found is not None
    assert (found.value, found.unit) == (value, code)


def test_a_bare_name_means_one_currency_in_a_country():
    assert not owners(
        (f"{name} {country}", row["code"])
        for row in AMOUNTS["currency"]
        for name in row.get("bare", [])
        for country in row.get("default_for", [])
    )


def test_number_words_are_numbers_of_one_value():
    words = [(word, value) for key in ("number_words", "magnitudes") for word, value in AMOUNTS[key].items()]
    assert not owners(words)
    assert all(isinstance(value, int) and value >= 1000 for value in AMOUNTS["magnitudes"].values())
    assert all(value > 0 for value in AMOUNTS["number_words"].values())
    assert "أحد" not in AMOUNTS["number_words"]


@pytest.mark.parametrize("value", [*range(1, 21), *range(30, 100, 10), *range(100, 1000, 100)])
def test_every_step_of_counting_has_a_word(value):
    assert value in AMOUNTS["number_words"].values()


def test_every_day_of_a_month_has_its_ordinal():
    ordinals = AMOUNTS["ordinals"]
    assert set(ordinals.values()) == set(range(1, 32))
    assert not owners(ordinals.items())
    assert all(word.startswith("ال") for word in ordinals)
