"""Who is who: what has to be one and what has to stay two."""

import pytest

from mahdar.memory.joining import Chronicle, Decision, Ref, join
from mahdar.record import Actor, Record

from .makers import body, event, office, person, record


def chronicle(*actors: tuple[str, Actor]) -> Chronicle:
    """One article a day and actor: article 1 is the first."""
    return join(record(f"{number}", day, [actor]) for number, (day, actor) in enumerate(actors, 1))


def together(found: Chronicle) -> bool:
    return len(set(found.entity_of.values())) == 1


def doubtful(found: Chronicle) -> bool:
    return len(set(found.entity_of.values())) == 2 and len(found.maybes) == 1


def test_five_spellings_of_a_foreign_minister_are_one_person() -> None:
    names = ["إرلان ساغيندكوف", "ييرلان ساغينديكوف", "يرلان ساغيندقوف", "ارلان ساجيندكوف", "إيرلان ساكيندكوف"]
    found = chronicle(*(("2025-02-12", person(name, "KAZ", "وزير الخارجية")) for name in names))
    assert together(found)
    (entity,) = found.entities
    assert {form.text for form in entity.names} == set(names)
    assert [(o.key, o.first, o.last, o.count) for o in entity.offices] == [
        ("وزير خارجيه", "2025-02-12", "2025-02-12", 5)
    ]


def test_every_join_says_why() -> None:
    found = chronicle(
        ("2024-01-01", person("سيرغي لافروف", "RUS", "وزير الخارجية الروسي")),
        ("2024-03-01", person("سيرجي لافروف", "RUS", "وزير خارجية روسيا")),
    )
    (why,) = found.entities[0].joins
    assert {part.name: part.value for part in why.parts} == {
        "name spelling": 5.0,
        "country same": 2.0,
        "office same": 3.0,
    }
    assert why.score == 10.0 and why.inferred is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("محمد بن سلمان", "SAU"), person("محمد بن سلمان بن عبد العزيز آل سعود", "SAU")),
        (person("عبد الفتاح السيسي", "EGY", "الرئيس المصري"), person("عبدالفتاح السيسى", "EGY")),
        (person("أحمد أبو الغيط", "IGO"), person("احمد ابوالغيط", "IGO", "الأمين العام للجامعة العربية")),
        (person("سامح شكري", "EGY"), person("سامح حسن شكري", "EGY")),
        (person("سيرغي لافروف", "RUS", "وزير الخارجية"), person("سيرغي لافروف", None)),
    ],
)
def test_forms_of_one_name(one: Actor, other: Actor) -> None:
    assert together(chronicle(("2024-05-01", one), ("2024-05-02", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one name, two states
        (person("خالد العطية", "QAT"), person("خالد العطية", "SAU")),
        # father and son
        (person("سلمان بن عبد العزيز آل سعود", "SAU"), person("محمد بن سلمان بن عبد العزيز آل سعود", "SAU")),
        (person("جورج بوش الأب", "USA"), person("جورج بوش الابن", "USA")),
        # brothers
        (person("سالم العمري", "OMN"), person("سليم العمري", "OMN")),
        # two in one office, one after the other
        (person("سامح شكري", "EGY", "وزير الخارجية"), person("بدر عبد العاطي", "EGY", "وزير الخارجية")),
    ],
)
def test_two_people(one: Actor, other: Actor) -> None:
    found = chronicle(("2024-05-01", one), ("2024-05-02", other))
    assert len(set(found.entity_of.values())) == 2
    assert found.maybes == ()


def test_one_name_in_offices_that_nobody_holds_together_is_two_people() -> None:
    minister, envoy = person("محمد العلي", "SYR", "وزير التجارة"), person("محمد العلي", "SYR", "سفير سوريا لدى مصر")
    found = chronicle(("2024-01-01", minister), ("2024-06-01", envoy), ("2024-12-01", minister))
    assert len(set(found.entity_of.values())) == 2


def test_three_offices_one_after_the_other_are_one_career() -> None:
    offices = ["سفير مصر لدى ألمانيا", "نائب وزير الخارجية", "وزير الخارجية"]
    found = chronicle(*((f"202{n}-05-01", person("بدر عبد العاطي", "EGY", role)) for n, role in enumerate(offices)))
    assert together(found)
    assert [(o.first[:4], o.key) for o in found.entities[0].offices] == [
        ("2020", "سفير@DEU"),
        ("2021", "نايب وزير خارجيه"),
        ("2022", "وزير خارجيه"),
    ]


def test_a_name_of_no_state_that_fits_two_goes_to_neither() -> None:
    found = chronicle(
        ("2024-05-01", person("خالد العطية", "QAT")),
        ("2024-05-01", person("خالد العطية", "SAU")),
        ("2024-05-02", person("خالد العطية", None)),
    )
    assert len(set(found.entity_of.values())) == 3
    assert len(found.maybes) == 2


def test_a_name_of_two_given_names_alone_asks_a_person_unless_the_article_is_about_the_state() -> None:
    minister = record("1", "2024-05-01", [person("سامح شكري", "EGY", "وزير الخارجية المصري")])
    elsewhere = record("2", "2024-05-02", [person("سامح شكري", None)])
    about_egypt = record("2", "2024-05-02", [person("سامح شكري", None), body("الهلال الأحمر المصري", "EGY", id="a2")])
    assert doubtful(join([minister, elsewhere]))
    found = join([minister, about_egypt])
    assert found.entity_of[Ref("1", "a1")] == found.entity_of[Ref("2", "a1")]


def test_an_official_and_a_player_of_one_common_name_are_not_joined_by_it() -> None:
    minister, player = person("محمد علي", "EGY", "وزير الصحة"), person("محمد علي", "EGY", None, sector="CVL")
    assert doubtful(chronicle(("2024-05-01", minister), ("2024-05-02", player)))


def test_a_letter_that_no_rule_explains_asks_a_person() -> None:
    one, other = person("ماركو روسيني", "ITA"), person("ماركو روسيلي", "ITA")
    assert doubtful(chronicle(("2024-05-01", one), ("2024-05-02", other)))


HOLDERS = [
    ("2023-02-01", person("عادل الجبير", "SAU", "وزير الخارجية")),
    ("2023-08-01", person("عادل الجبير", "SAU", "وزير الخارجية")),
    ("2024-02-01", person("فيصل بن فرحان", "SAU", "وزير الخارجية السعودي")),
    ("2024-09-01", person("فيصل بن فرحان", "SAU", "وزير الخارجية")),
]


@pytest.mark.parametrize(
    ("day", "holder"), [("2023-05-01", "1"), ("2023-09-15", "1"), ("2024-05-01", "3"), ("2024-01-15", "3")]
)
def test_an_office_alone_is_its_holder_of_that_day(day: str, holder: str) -> None:
    found = chronicle(*HOLDERS, (day, office("وزير الخارجية السعودي", "SAU")))
    assert found.entity_of[Ref("5", "a1")] == found.entity_of[Ref(holder, "a1")]
    joins = [join for entity in found.entities for join in entity.joins if join.inferred]
    assert [join.inferred for join in joins] == ["holder-of-the-office"]


@pytest.mark.parametrize("day", ["2021-01-01", "2023-11-15", "2026-01-01", None])
def test_an_office_alone_at_a_time_of_no_one_holder_is_nobody_named(day: str | None) -> None:
    records = [record(f"{n}", published, [actor]) for n, (published, actor) in enumerate(HOLDERS, 1)]
    found = join([*records, record("5", day, [office("وزير الخارجية السعودي", "SAU")])])
    assert found.entity_of[Ref("5", "a1")] not in {found.entity_of[Ref(f"{n}", "a1")] for n in range(1, 5)}


def test_a_surname_alone_needs_office_state_and_time() -> None:
    named = ("2024-05-01", person("سيرغي لافروف", "RUS", "وزير الخارجية الروسي"))
    with_office = person("لافروف", "RUS", "وزير الخارجية الروسي")
    assert together(chronicle(named, ("2024-05-20", with_office)))
    assert not together(chronicle(named, ("2024-05-20", person("لافروف", "RUS"))))
    assert not together(chronicle(named, ("2026-05-20", with_office)))
    assert not together(chronicle(named, ("2024-05-20", person("لافروف", "BLR", "وزير الخارجية"))))


def test_a_background_shows_the_holders_of_its_own_day() -> None:
    """An article of December on a meeting in March, when somebody else held the office."""
    met = event(["a1"], ["JPN"], "2023-03-10")
    late = record("5", "2024-10-20", [office("وزير الخارجية السعودي", "SAU")], [met])
    found = join([*(record(f"{n}", day, [actor]) for n, (day, actor) in enumerate(HOLDERS, 1)), late])
    assert found.entity_of[Ref("5", "a1")] == found.entity_of[Ref("1", "a1")]


def test_two_bearers_of_one_office_at_one_time_are_reported() -> None:
    one, other = person("نبيه الهادي", "LBN", "رئيس الوزراء"), person("جورج الخوري", "LBN", "رئيس الحكومة")
    found = chronicle(("2024-01-01", one), ("2024-03-01", other), ("2024-06-01", one), ("2024-09-01", other))
    (overlap,) = found.overlaps
    assert (overlap.office, overlap.country) == ("رييس وزراء", "LBN")
    assert (overlap.first, overlap.last) == ("2024-03-01", "2024-06-01")


def test_bodies_are_one_by_their_names_words_and_country() -> None:
    found = join(
        [
            record("1", "2024-05-01", [body("وزارة الخارجية", "EGY")]),
            record("2", "2024-05-01", [body("وزارة الخارجية والهجرة", "EGY")]),
            record("3", "2024-05-01", [body("وزارة الخارجية", "SDN")]),
            record("4", "2024-05-01", [body("الأونروا", "UNO")]),
            record("5", "2024-05-01", [body("وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين الفلسطينيين", "UNO")]),
            record("6", "2024-05-01", [body("الوزارة", "EGY")]),
        ]
    )
    who = [found.entity_of[Ref(f"{n}", "a1")] for n in range(1, 7)]
    assert who[0] == who[1] and who[3] == who[4]
    assert len(set(who)) == 4


def decided(same: bool) -> Decision:
    return Decision("actor", Ref("1", "a1"), Ref("2", "a1"), same)


def two(one: Actor, other: Actor) -> list[Record]:
    return [record("1", "2024-05-01", [one]), record("2", "2024-05-01", [other])]


def test_what_a_person_decides_stands_above_every_score() -> None:
    alike = two(person("محمد العلي", "SYR", "وزير التجارة"), person("محمد العلي", "SYR", "وزير التجارة"))
    assert together(join(alike))
    assert not together(join(alike, [decided(same=False)]))
    unlike = two(person("محمد العلي", "SYR"), person("جون سميث", "USA"))
    assert together(join(unlike, [decided(same=True)]))


def test_a_decision_on_unknown_articles_is_passed_over() -> None:
    records = two(person("محمد العلي", "SYR"), person("جون سميث", "USA"))
    actors = Decision("actor", Ref("7", "a1"), Ref("1", "a1"), True)
    events = Decision("event", Ref("7", "e1"), Ref("8", "e1"), False)
    assert join(records, [actors, events]) == join(records)
