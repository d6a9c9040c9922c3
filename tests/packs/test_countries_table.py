"""The country table is complete, and every word in it has one owner or says why not."""

import re
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from mahdar.reading.text import fold, tokenise

TABLE = Path(__file__).parents[2] / "src" / "mahdar" / "packs" / "ar" / "countries.toml"
PACK = tomllib.loads(TABLE.read_text(encoding="utf-8"))
COUNTRIES = PACK["country"]
PLACES = tomllib.loads(TABLE.with_name("places.toml").read_text(encoding="utf-8"))
BY_CODE = {c["code"]: c for c in COUNTRIES}

UN_MEMBERS = [
    "AFG",
    "ALB",
    "DZA",
    "AND",
    "AGO",
    "ATG",
    "ARG",
    "ARM",
    "AUS",
    "AUT",
    "AZE",
    "BHS",
    "BHR",
    "BGD",
    "BRB",
    "BLR",
    "BEL",
    "BLZ",
    "BEN",
    "BTN",
    "BOL",
    "BIH",
    "BWA",
    "BRA",
    "BRN",
    "BGR",
    "BFA",
    "BDI",
    "CPV",
    "KHM",
    "CMR",
    "CAN",
    "CAF",
    "TCD",
    "CHL",
    "CHN",
    "COL",
    "COM",
    "COG",
    "CRI",
    "CIV",
    "HRV",
    "CUB",
    "CYP",
    "CZE",
    "PRK",
    "COD",
    "DNK",
    "DJI",
    "DMA",
    "DOM",
    "ECU",
    "EGY",
    "SLV",
    "GNQ",
    "ERI",
    "EST",
    "SWZ",
    "ETH",
    "FJI",
    "FIN",
    "FRA",
    "GAB",
    "GMB",
    "GEO",
    "DEU",
    "GHA",
    "GRC",
    "GRD",
    "GTM",
    "GIN",
    "GNB",
    "GUY",
    "HTI",
    "HND",
    "HUN",
    "ISL",
    "IND",
    "IDN",
    "IRN",
    "IRQ",
    "IRL",
    "ISR",
    "ITA",
    "JAM",
    "JPN",
    "JOR",
    "KAZ",
    "KEN",
    "KIR",
    "KWT",
    "KGZ",
    "LAO",
    "LVA",
    "LBN",
    "LSO",
    "LBR",
    "LBY",
    "LIE",
    "LTU",
    "LUX",
    "MDG",
    "MWI",
    "MYS",
    "MDV",
    "MLI",
    "MLT",
    "MHL",
    "MRT",
    "MUS",
    "MEX",
    "FSM",
    "MCO",
    "MNG",
    "MNE",
    "MAR",
    "MOZ",
    "MMR",
    "NAM",
    "NRU",
    "NPL",
    "NLD",
    "NZL",
    "NIC",
    "NER",
    "NGA",
    "MKD",
    "NOR",
    "OMN",
    "PAK",
    "PLW",
    "PAN",
    "PNG",
    "PRY",
    "PER",
    "PHL",
    "POL",
    "PRT",
    "QAT",
    "KOR",
    "MDA",
    "ROU",
    "RUS",
    "RWA",
    "KNA",
    "LCA",
    "VCT",
    "WSM",
    "SMR",
    "STP",
    "SAU",
    "SEN",
    "SRB",
    "SYC",
    "SLE",
    "SGP",
    "SVK",
    "SVN",
    "SLB",
    "SOM",
    "ZAF",
    "SSD",
    "ESP",
    "LKA",
    "SDN",
    "SUR",
    "SWE",
    "CHE",
    "SYR",
    "TJK",
    "THA",
    "TLS",
    "TGO",
    "TON",
    "TTO",
    "TUN",
    "TUR",
    "TKM",
    "TUV",
    "UGA",
    "UKR",
    "ARE",
    "GBR",
    "TZA",
    "USA",
    "URY",
    "UZB",
    "VUT",
    "VEN",
    "VNM",
    "YEM",
    "ZMB",
    "ZWE",
]
ALSO_IN_THE_NEWS = ["PSE", "VAT", "XKX", "TWN", "ESH", "HKG", "MAC", "PRI", "GRL", "COK", "NIU"]
LISTS = ("forms", "official", "capital", "nisba", "nisba_irregular")


def names(country):
    return [country["short"], *country["forms"], *country["official"]]


def owners(strings_of):
    """folded string → the codes that claim it"""
    found = defaultdict(set)
    for country in COUNTRIES:
        for string in strings_of(country):
            found[fold(string)].add(country["code"])
    return found


def every_string(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from every_string(part)
    elif isinstance(value, list):
        for part in value:
            yield from every_string(part)


def test_all_un_members_are_there():
    assert len(UN_MEMBERS) == len(set(UN_MEMBERS)) == 193
    assert not set(UN_MEMBERS + ALSO_IN_THE_NEWS) - set(BY_CODE)


def test_codes_are_unique():
    assert [code for code, n in Counter(c["code"] for c in COUNTRIES).items() if n > 1] == []


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda c: c["code"])
def test_entry_is_complete(country):
    assert re.fullmatch("[A-Z]{3}", country["code"])
    assert country["short"] and country["english"]
    assert set(country) <= {"code", "short", "english", "demonym_note", *LISTS}
    for key in LISTS:
        assert isinstance(country[key], list)
        folded = [fold(s) for s in country[key]]
        assert len(folded) == len(set(folded)), f"{key} says something twice"
    assert len({fold(n) for n in names(country)}) == len(names(country))
    assert country["capital"]
    if country["code"] in UN_MEMBERS:
        assert country["official"] and country["nisba"]


def test_strings_are_plain_arabic():
    odd = re.compile(r"[\u064b-\u0652\u0670\u0640]|  |^ | $")
    for country in COUNTRIES:
        for string in [country["short"], *(s for key in LISTS for s in country[key])]:
            assert re.search("[ء-ي]", string), string
            assert not odd.search(string), string


def test_strings_are_cut_as_the_reader_cuts_a_text():
    # "غينيا-بيساو" is three tokens in a text: as one it would never be found.
    strings = [s for c in COUNTRIES for s in [c["short"], *(s for key in LISTS for s in c[key])]]
    strings += [s for e in PACK["former"] + PACK["uncoded"] for s in e["forms"] + e["nisba"]]
    strings += [s for p in PLACES["place"] for s in p["cities"] + p["regions"]]
    strings += [s for e in PLACES["site"] + PLACES["region"] for s in [e["name"], *e["forms"]]]
    assert [s for s in strings if fold(s).split() != tokenise(s).words] == []


def test_adjectives_have_no_article():
    # A few begin with the two letters by nature.
    for country in COUNTRIES:
        for nisba in country["nisba"]:
            assert not nisba.startswith("ال"), nisba


def test_no_name_has_two_owners():
    shared = {fold(s) for s in PACK["shared"]}
    assert {s: c for s, c in owners(names).items() if len(c) > 1 and s not in shared} == {}


def test_no_capital_has_two_owners():
    shared = {fold(s) for s in PACK["shared"]}
    capitals = owners(lambda c: c["capital"])
    assert {s: c for s, c in capitals.items() if len(c) > 1 and s not in shared} == {}
    both = {s for s in capitals if s in owners(names)}
    assert both - shared == set()


def test_no_adjective_has_two_owners():
    shared = {fold(s) for s in PACK["shared_nisba"]}
    adjectives = owners(lambda c: c["nisba"] + c["nisba_irregular"])
    assert {s: c for s, c in adjectives.items() if len(c) > 1 and s not in shared} == {}


def test_shared_words_are_words_of_their_countries():
    named, capitals = owners(names), owners(lambda c: c["capital"])
    for word, owner in PACK["shared"].items():
        codes = owner.get("countries", []) + [owner[k] for k in ("country", "capital_of") if k in owner]
        assert codes and set(codes) <= set(BY_CODE), word
        assert fold(word) in named or fold(word) in capitals, word
        if "capital_of" in owner:
            assert owner["capital_of"] in capitals[fold(word)], word


def test_weak_words_stand_in_the_table():
    claimed = {
        "form": owners(names),
        "capital": owners(lambda c: c["capital"]),
        "nisba": owners(lambda c: c["nisba"] + c["nisba_irregular"]),
    }
    seen = Counter((w["kind"], fold(w["form"])) for w in PACK["weak"])
    assert max(seen.values()) == 1
    for weak in PACK["weak"]:
        assert weak["reason"]
        assert fold(weak["form"]) in claimed[weak["kind"]], weak["form"]


def test_two_word_adjectives_exist():
    adjectives = owners(lambda c: c["nisba"])
    for adjective in PACK["nisba_of_two_words"]["both"]:
        assert len(adjective.split()) == 2
        assert fold(adjective) in adjectives, adjective


def test_places_without_code_lie_in_a_country():
    assert all(entry["forms"] and entry["lies_in"] in BY_CODE for entry in PACK["uncoded"])
    assert all(entry["forms"] and entry["successor"] in BY_CODE for entry in PACK["former"])
    assert all(entry["nisba"] and entry.get("country", "USA") in BY_CODE for entry in PACK["people"])


def test_everything_is_well_spelled_text():
    assert all(string.strip() == string for string in every_string(PACK))


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("قازاقستان", "KAZ"),
        ("سورية", "SYR"),
        ("المملكة المتحدة", "GBR"),
        ("كوت ديفوار", "CIV"),
        ("البنين", "BEN"),
        ("غينيا - بيساو", "GNB"),
        ("الأراضي المنخفضة", "NLD"),
        ("أميركا", "USA"),
        ("بيلاروس", "BLR"),
        ("الجمهورية الإسلامية الإيرانية", "IRN"),
        ("مملكة البحرين", "BHR"),
    ],
)
def test_known_names(word, code):
    assert owners(names)[fold(word)] == {code}


def test_places_lie_in_known_countries():
    assert {p["country"] for p in PLACES["place"]} <= set(BY_CODE)
    assert {s["country"] for s in PLACES["site"]} <= set(BY_CODE)
    assert {member for region in PLACES["region"] for member in region["members"]} <= set(BY_CODE)
    assert set(UN_MEMBERS) <= {p["country"] for p in PLACES["place"]}


def test_place_entries_are_unique():
    codes = Counter(p["country"] for p in PLACES["place"])
    assert max(codes.values()) == 1
    for place in PLACES["place"]:
        folded = [fold(s) for s in place["cities"] + place["regions"]]
        assert len(folded) == len(set(folded)), place["country"]


def test_no_place_lies_in_two_countries_unsaid():
    found = defaultdict(set, {s: set(c) for s, c in owners(lambda c: c["capital"]).items()})
    for place in PLACES["place"]:
        for string in place["cities"] + place["regions"]:
            found[fold(string)].add(place["country"])
    shared = {fold(s) for s in [*PLACES["shared_places"], *PACK["shared"]]}
    assert {s: c for s, c in found.items() if len(c) > 1 and s not in shared} == {}
    for word, owner in PLACES["shared_places"].items():
        assert owner["country"] in owner["countries"], word
        assert set(owner["countries"]) <= set(BY_CODE), word


def test_weak_places_stand_in_the_table():
    known = {fold(s) for p in PLACES["place"] for s in p["cities"] + p["regions"]}
    known |= {fold(s) for e in PLACES["site"] + PLACES["region"] for s in [e["name"], *e["forms"]]}
    weak = [fold(w["form"]) for w in PLACES["weak_place"]]
    assert len(weak) == len(set(weak))
    assert set(weak) <= known
    assert all(w["reason"] for w in PLACES["weak_place"])


def test_a_seat_is_either_a_government_or_a_site():
    seats = owners(lambda c: c["capital"])
    for site in PLACES["site"]:
        assert not {fold(s) for s in [site["name"], *site["forms"]]} & set(seats), site["name"]


def test_places_are_many():
    assert len({fold(s) for p in PLACES["place"] for s in p["cities"]}) >= 1200
    assert len(PLACES["site"]) >= 60
