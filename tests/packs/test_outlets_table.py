"""The table of outlets: whole, without contradictions, and found by every name and address that it gives."""

import re
from collections import Counter

import pytest

import mahdar
from mahdar.ontology import BODIES, COUNTRIES, OUTLET_KINDS
from mahdar.outlets import outlet_at, outlet_called, outlet_of
from mahdar.packs import table
from mahdar.reading.text import fold

TABLE = table("ar", "outlets")
OUTLETS = TABLE["outlet"]
ARAB_STATES = {"DZA", "BHR", "COM", "DJI", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MRT",
               "MAR", "OMN", "PSE", "QAT", "SAU", "SOM", "SDN", "SYR", "TUN", "ARE", "YEM"}  # fmt: skip
HOST = re.compile(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+")


def test_there_are_enough():
    assert len(OUTLETS) >= 400
    assert len(ARAB_STATES) == 22
    of_kind = {kind: {row["country"] for row in OUTLETS if row["kind"] == kind} for kind in OUTLET_KINDS}
    assert of_kind["state-agency"] | of_kind["agency"] >= ARAB_STATES
    assert of_kind["government"] >= ARAB_STATES
    assert all(of_kind.values())


@pytest.mark.parametrize("row", OUTLETS, ids=lambda row: row["id"])
def test_a_row_is_whole(row):
    assert set(row) <= {"id", "name", "forms", "codes", "latin", "domains", "country", "kind"}
    assert re.fullmatch(r"[a-z0-9-]+", row["id"])
    assert row["country"] in COUNTRIES or row["country"] in BODIES
    assert row["kind"] in OUTLET_KINDS
    assert row["name"] and row["latin"]
    assert not any(" - " in name for name in (row["name"], *row.get("forms", ())))
    assert all(HOST.fullmatch(domain) for domain in row.get("domains", ()))


@pytest.mark.parametrize("values", ["id", "domains", "codes"])
def test_no_two_rows_share(values):
    held = Counter(
        fold(value).replace(" ", "")
        for row in OUTLETS
        for value in ([row["id"]] if values == "id" else row.get(values, ()))
    )
    assert [value for value, times in held.items() if times > 1] == []


@pytest.mark.parametrize("row", OUTLETS, ids=lambda row: row["id"])
def test_a_row_is_found(row):
    for domain in row.get("domains", ()):
        for url in (f"https://www.{domain}/news/1?x=2#y", f"http://sub.{domain}:8080", domain, f"//{domain}./"):
            assert outlet_at(url).id == row["id"]
    for name in (row["name"], *row.get("forms", ()), *row.get("codes", ()), *row["latin"]):
        found = outlet_called(name)
        assert found is None or found.id == row["id"], "a name of its own leads elsewhere"
    assert row.get("domains") or outlet_called(row["name"])


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("وكالة الأنباء السعودية (واس)", "spa"),
        ("وكالة الانباء السعوديه", "spa"),
        ("واس", "spa"),
        ("SPA", "spa"),
        ("spa.gov.sa", "spa"),
        ("https://www.spa.gov.sa", "spa"),
        ("جريدة الرياض", "alriyadh"),
        ("الرياض", "alriyadh"),
        ("Al-Riyadh", "alriyadh"),
        ("أ.ف.ب", "afp"),
        ("العربية.نت", "alarabiya"),
        ("رصيف 22", "raseef22"),
        ("روسيا اليوم | RT Arabic", "rt"),
        ("الشرق الأوسط", "asharq-alawsat"),
        ("لندن - الشرق الأوسط", "asharq-alawsat"),
        ("عكاظ (الرياض)", "okaz"),
        ("جريدة الوطن السعودية", "alwatan-sau"),
        ("صحيفة الوطن البحرينية", "alwatan-bhr"),
        ("الراي الكويتية", "alrai-kwt"),
        ("وزارة خارجية جمهورية كازاخستان (الموقع العربي)", "mfa-kaz"),
        ("Algerie Presse Service", "aps"),
    ],
)
def test_names_as_they_are_written(name, id):
    assert outlet_called(name).id == id


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "صحيفة الوطن",
        "الجزيرة",
        "صحيفة الوئام الموريتانية",
        "صحيفة السفينة",
        "وكالة أنباء الدانة",
        "رويترز / واس",
        "المغرب",
        "البطولة سبور (المغرب)",
        "موقع الضفة (القدس)",
        "و" * 10_000,
    ],
)
def test_what_is_nobody_s_or_several_s(name):
    assert outlet_called(name) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/",
        "//",
        "http://[::1",
        "http://spa.gov.sa.example.com/",
        "https://notspa.gov.sa",
        "ftp://spa.gov.sa",
        "https://example.com/spa.gov.sa",
        "x" * 100_000,
        "https://" + "a." * 5_000 + "com",
    ],
)
def test_addresses_of_nobody(url):
    assert outlet_at(url) is None


def test_the_address_tells_before_the_name():
    assert outlet_of("https://www.alwatan.com.sa/x", "الوطن").id == "alwatan-sau"
    assert outlet_of("https://www.wam.ae/x", "واس").id == "wam"
    assert outlet_of("https://example.com/x", "واس").id == "spa"
    assert outlet_of(None, None) is None


def test_bodies_and_outlets_of_one_name_belong_to_one_state():
    """The table of bodies has outlets too, as speakers and hosts."""
    apart = {
        body["name"]: (body["code"], found.country)
        for body in table("ar", "bodies")["body"]
        if body["sector"] == "JRN" and (found := outlet_called(body["name"])) and found.country != body["code"]
    }
    assert apart == {}


def test_a_record_knows_whose_account_it_is():
    article = mahdar.read("استقبل الوزير السفير.", url="https://ar.irna.ir/news/1").article
    assert (article.outlet, article.outlet_country, article.outlet_kind) == ("irna", "IRN", "state-agency")
    nobody = mahdar.read("استقبل الوزير السفير.", source="صحيفة السفينة").article
    assert (nobody.outlet, nobody.outlet_country, nobody.outlet_kind) == (None, None, None)


@pytest.mark.parametrize(
    ("source", "home"),
    [
        ("صحيفة الراية", "QAT"),
        ("هسبريس", "MAR"),
        ("قناة الجزيرة", None),
        ("قناة فرانس 24", None),
        ("صحيفة السفينة", None),
    ],
)
def test_an_outlet_s_state_is_the_home_of_its_officials(source, home):
    record = mahdar.read("أكد وزير الخارجية سالم العطار أن العلاقات متينة.", source=source)
    minister = next(actor for actor in record.actors if actor.role == "وزير الخارجية")
    assert minister.country == home
