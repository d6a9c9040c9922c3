"""Every state is found in a text by its names, its seats and the adjectives of its people."""

import tomllib
from pathlib import Path

import pytest

import mahdar

PACK = tomllib.loads(
    (Path(__file__).parents[2] / "src" / "mahdar" / "packs" / "ar" / "countries.toml").read_text(encoding="utf-8")
)
COUNTRIES = PACK["country"]
BOTH_WORDS = set(PACK["nisba_of_two_words"]["both"])
USUAL_OWNER = {word: row.get("country") for word, row in {**PACK["shared"], **PACK["shared_nisba"]}.items()}


def code_of(sentence, name):
    """The state of the actor of that name; None if there is none or he is nobody's."""
    record = mahdar.read(sentence, published="2024-05-01")
    return {actor.name: actor.country for actor in record.actors}.get(name)


def code_of_group(sentence):
    """The state of the only group, None if there are none or several."""
    groups = [actor for actor in mahdar.read(sentence, published="2024-05-01").actors if actor.kind == "group"]
    return groups[0].country if len(groups) == 1 else None


def forms(nisba):
    """(masculine, feminine, plural) of a nationality, with the article."""
    words = nisba.split()
    if nisba in BOTH_WORDS:
        return tuple(" ".join(f"ال{word}{ending}" for word in words) for ending in ("", "ة", "ون"))
    return tuple(f"ال{nisba}{ending}" for ending in ("", "ة", "ون"))


def cases(strings_of):
    """(state, string) for every string that means that state when nothing else is said."""
    return [
        pytest.param(country["code"], string, id=f"{country['code']}-{string}")
        for country in COUNTRIES
        for string in strings_of(country)
        if USUAL_OWNER.get(string, country["code"]) == country["code"]
    ]


@pytest.mark.parametrize(("code", "name"), cases(lambda c: [c["short"], *c["forms"], *c["official"]]))
def test_an_office_of_the_state(code, name):
    assert code_of(f"قال وزير خارجية {name} سامي الخالدي إن التعاون مستمر.", "سامي الخالدي") == code


@pytest.mark.parametrize(("code", "nisba"), cases(lambda c: c["nisba"]))
def test_a_national_office(code, nisba):
    masculine, feminine, plural = forms(nisba)
    assert code_of(f"قال الوزير {masculine} سامي الخالدي إن التعاون مستمر.", "سامي الخالدي") == code
    assert code_of(f"قالت السفيرة {feminine} ليلى الخالدي إن التعاون مستمر.", "ليلى الخالدي") == code
    assert code_of_group(f"قال المسؤولون {plural} إن التعاون مستمر.") == code


@pytest.mark.parametrize(("code", "plural"), cases(lambda c: c["nisba_irregular"]))
def test_a_broken_plural(code, plural):
    assert code_of_group(f"قال المسؤولون ال{plural} إن التعاون مستمر.") == code


@pytest.mark.parametrize(
    ("office", "code"),
    [("وزير المالية السعودي", "SAU"), ("وزيرة المالية الفرنسية", "FRA"), ("وزير المالية المصري", "EGY")],
)
def test_finance_is_not_mali(office, code):
    assert code_of(f"قال {office} سامي الخالدي إن التعاون مستمر.", "سامي الخالدي") == code


@pytest.mark.parametrize(("name", "code"), [("إسكتلندا", "GBR"), ("أرض الصومال", "SOM"), ("الاتحاد السوفيتي", "RUS")])
def test_states_without_a_code_of_their_own(name, code):
    assert code_of(f"قال وزير خارجية {name} سامي الخالدي إن التعاون مستمر.", "سامي الخالدي") == code
