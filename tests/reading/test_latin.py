"""Names in Latin letters: by the tables, by measure, by sound, and from the article's own brackets."""

from pathlib import Path

import pytest

import mahdar
from mahdar.ontology import COUNTRIES
from mahdar.packs import table
from mahdar.reading.latin import latin_name
from mahdar.reading.latin.names import LONGEST
from mahdar.reading.latin.words import pairs
from mahdar.record import Record

NAMES = [
    line.split("\t")
    for line in Path(__file__).with_name("latin.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def plain(name):
    return name.lower().replace("-", " ").replace("'", "")


@pytest.mark.parametrize(("name", "country", "usual"), NAMES, ids=[row[0] for row in NAMES])
def test_well_known_people(name, country, usual):
    form, _ = latin_name(name, country or None)
    assert plain(form) in {plain(spelling) for spelling in usual.split("|")}


@pytest.mark.parametrize(
    ("name", "country", "form", "rule"),
    [
        # joined and apart, without hamzas, in quotation marks, with hyphens
        ("عبدالله", None, "Abdullah", "table:names"),
        ("عبد  الله", None, "Abdullah", "table:names"),
        ("ابراهيم احمد", None, "Ibrahim Ahmed", "table:names"),
        ("«محمود» عباس", None, "Mahmoud Abbas", "table:names"),
        ("جان-ماري", "FRA", "Jean-Marie", "table:names"),
        # the article and عبد as each tradition writes them
        ("السيسي", "EGY", "El-Sisi", "table:names"),
        ("الحربي", "SAU", "Al-Harbi", "table:names"),
        ("عبد الرحيم", "SAU", "Abdulrahim", "table:names"),
        ("عبد الرحيم", "EGY", "Abdel Rahim", "table:names"),
        ("عبد الرحيم", "MAR", "Abderrahim", "table:names"),
        # particles
        ("فهد بن سعد آل ثاني", "QAT", "Fahd bin Saad Al Thani", "table:names"),
        ("عبد الله الثاني", "JOR", "Abdullah II", "table:names"),
        ("هيبة الله", "AFG", "Haibatullah", "table:names"),
        # one name, as several countries spell it
        ("محمد", "SAU", "Mohammed", "table:names"),
        ("محمد", "EGY", "Mohamed", "table:names"),
        ("محمد", "TUR", "Mehmet", "table:names"),
        ("محمد", "PAK", "Muhammad", "table:names"),
        ("محمد", "IRN", "Mohammad", "table:names"),
        # measures: فاعل, مفعول, فعيل as a diminutive, فعلي with ع, فعالي, أفعل
        ("ناهض الغاصب", "SAU", "Nahid al-Ghasib", "romanised:arabic"),
        ("علي المدحور", "SAU", "Ali al-Madhur", "romanised:arabic"),
        ("علي الهويمس", "SAU", "Ali al-Huwaimis", "romanised:arabic"),
        ("علي الثعلي", "SAU", "Ali al-Thaali", "romanised:arabic"),
        ("علي الجلادي", "SAU", "Ali al-Jaladi", "romanised:arabic"),
        ("علي الأجلح", "SAU", "Ali al-Ajlah", "romanised:arabic"),
        # a listed name with what is written on to it
        ("علي بنجابر", "SAU", "Ali Benjaber", "romanised:arabic"),
        ("علي الفراسي", "SAU", "Ali al-Firasi", "romanised:arabic"),
        # by sound, with endings
        ("إيغور كرابوتنيكوف", "RUS", "Igor Krabotnikov", "romanised:foreign"),
        ("بيتر هولمستروم", "SWE", "Peter Holmstrom", "romanised:foreign"),
    ],
)  # fmt: skip
def test_each_rule(name, country, form, rule):
    assert latin_name(name, country) == (form, rule)


@pytest.mark.parametrize(
    "name", ["ئ", "ؤ", "ء", "ـ", "٣", "X", "آ", "ال", "عبد", "عبدال", "بو", "ة", "ثثثثثثثث", "-", "جون ف. ك."]
)
@pytest.mark.parametrize("country", [None, "SAU", "RUS", "USA", "XXX"])
def test_odd_words_come_to_an_end(name, country):
    form, rule = latin_name(name, country)
    assert isinstance(form, str)
    assert rule


def actor(text, name):
    record = mahdar.read(text)
    assert Record.from_json(record.to_json()) == record
    return record, next(a for a in record.actors if a.name == name)


def test_the_articles_own_spelling_counts():
    record, lavrov = actor(
        "قال وزير الخارجية الروسي سيرغي لافروف (Sergey Lavrov) إن بلاده تدعم الحوار.", "سيرغي لافروف"
    )
    assert lavrov.latin == "Sergey Lavrov"
    assert [span.of(record.text) for span in lavrov.evidence["latin"]] == ["Sergey Lavrov"]


@pytest.mark.parametrize("bracket", ["(Reuters)", "(John Smith)", "(رويترز)"])
def test_another_name_in_brackets_is_not_his(bracket):
    _, lavrov = actor(f"قال وزير الخارجية الروسي سيرغي لافروف {bracket} إن بلاده تدعم الحوار.", "سيرغي لافروف")
    assert lavrov.latin == "Sergei Lavrov"
    assert lavrov.inferred["latin"] == "table:names"


def test_offices_and_groups_have_no_latin_form():
    record = mahdar.read("استقبل وزير الخارجية المصري السفراء العرب.")
    assert len(record.actors) == 2
    assert {a.latin for a in record.actors} == {None}


def test_bodies_have_their_english_name():
    _, league = actor("دعت جامعة الدول العربية مصر إلى الحوار.", "جامعة الدول العربية")
    assert (league.latin, league.inferred["latin"]) == ("League of Arab States", "table:bodies")


LATIN = table("ar", "latin")
ROWS = [(group, row) for group, rows in LATIN["names"].items() for row in rows]


def test_there_are_enough_names():
    assert len(ROWS) > 4000


def test_a_row_is_latin_and_then_arabic():
    for _, row in ROWS:
        ((arabic, latin),) = pairs([row])
        assert latin.isascii() and latin.strip("- ")
        assert all("\u0621" <= c <= "\u064a" or c in "ڤپچگ ،" for c in arabic), row


def test_a_spelling_is_given_once_in_a_list():
    for group, rows in LATIN["names"].items():
        forms = [form for arabic, _ in pairs(rows) for form in arabic.split("، ")]
        assert len(forms) == len(set(forms)), group
        assert max(len(form.split()) for form in forms) <= LONGEST


def test_a_country_is_of_one_tradition():
    countries = [country for row in LATIN["tradition"] for country in row["countries"]]
    assert len(countries) == len(set(countries))
    assert set(countries) <= COUNTRIES.keys()
    assert all(set(row["names"]) <= LATIN["names"].keys() for row in LATIN["tradition"])
