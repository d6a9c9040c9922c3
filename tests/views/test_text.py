"""The text that people read."""

from dataclasses import replace

from mahdar.ontology import ACTS, MODES
from mahdar.record import Actor, Amount, Article, Credit, Event, Place, Record, Span, Statement
from mahdar.views.text import Style, event_words, render, shorten

TEXT = (
    "لقاء في أستانا\n\nاستقبل الوزير مراد نورتليو سفراء اليابان، "
    "وأدان «العدوان على غزة وما يتعرض له المدنيون فيها منذ شهور»."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


MINISTER = Actor(
    "a1", "person", "مراد نورتليو", "KAZ", None, "الوزير", "Murat Nurtleu", (at("مراد نورتليو"),),
    {"role": (at("الوزير"),), "country": (at("أستانا"),)}, {"latin": "table:names"},
)  # fmt: skip
SIDES = {name: (at("استقبل الوزير"),) for name in ("actors", "recipients", "status", "mode", "date")}
PLACE = Place("أستانا", "KAZ", *(lambda s: (s.start, s.end))(at("أستانا")))
AMOUNT = Amount(2.5e6, "USD", 0, 4)
CONTENT = at("العدوان على غزة وما يتعرض له المدنيون فيها منذ شهور")
RECORD = Record.build(
    Article("x", TEXT, source="وكالة", title="لقاء في أستانا", published="2024-12-11", published_from="dateline"),
    [MINISTER],
    [
        Event("e1", "CONSULT", "visit", (), "planned", ("JPN",), ("a1",), "2024-12-10", PLACE, AMOUNT,
              (at("استقبل"), at("لقاء")), evidence=SIDES),
        Event("e2", "ACCUSE", triggers=(at("وأدان"),), actors=("a1",), statement="s1", evidence=SIDES),
    ],
    [Statement("s1", "a1", "condemn", at("وأدان"), CONTENT, True, "ACCUSE", ("ISR",),
               evidence={"speaker": (at("الوزير"),), "targets": (at("العدوان"),)})],
)  # fmt: skip


def test_the_page() -> None:
    assert render(RECORD).splitlines() == [
        "لقاء في أستانا",
        "وكالة · 2024-12-11 (from the dateline)",
        "People",
        "  مراد نورتليو (Murat Nurtleu) — الوزير — Kazakhstan",
        "Events",
        "  2024-12-10 · أستانا, Kazakhstan · Japan → Murat Nurtleu · visit, 2,500,000 USD: استقبل, لقاء (planned)",
        "Statements",
        "  Murat Nurtleu condemns (Israel), verbatim: “العدوان على غزة وما يتعرض له المدنيون فيها منذ شهور”",
    ]


def test_long_words_are_cut_to_the_width() -> None:
    last = render(RECORD, Style(width=70)).splitlines()[-1]
    assert last.endswith("…”")
    assert shorten("كلمة " * 50, 20) == "كلمة كلمة كلمة كلمة…"
    assert shorten("ب" * 50, 20) == "ب" * 19 + "…"


def test_a_terminal_keeps_each_line_in_order() -> None:
    lines = render(RECORD, Style(isolate=True, bold=True)).splitlines()
    assert lines[0] == "\x1b[1m\u2068لقاء في أستانا\u2069\x1b[0m"
    assert all(line.startswith("  \u200e") for line in lines if line.startswith("  "))
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)


def test_nothing_found() -> None:
    assert render(Record.build(Article("x", "طقس\x1b[31m صحو\u202e"))).splitlines() == [
        "طقس[31m صحو",
        "no date known",
        "  no event and no statement found",
    ]


def test_whose_account_it_is_and_whom_it_is_taken_from() -> None:
    article = replace(
        RECORD.article, outlet="x", outlet_country="SAU", outlet_kind="state-agency",
        credit=(Credit("واس", "x", 0, 3), Credit("رويترز", "reuters", 3, 6), Credit("صحيفة", None, 6, 9)),
    )  # fmt: skip
    assert render(Record.build(article)).splitlines()[1] == (
        "وكالة (state agency, Saudi Arabia) · 2024-12-11 (from the dateline) · taken from رويترز, صحيفة"
    )
    assert render(Record.build(replace(article, source=None))).splitlines()[1].startswith("x (state agency")


def test_of_what_it_is_a_reprint() -> None:
    article = replace(RECORD.article, reprint_group="g", reprint_of="قديم", reprint_share=0.93)
    assert render(Record.build(article)).splitlines()[1].endswith(" · 93% of the text is that of قديم")


def test_every_code_has_words() -> None:
    for kind, modes in MODES.items():
        assert event_words(kind, None)
        assert all(event_words(kind, mode) for mode in modes)
    for act in ACTS:
        changed = Statement("s1", "KAZ", act, Span(0, 1), Span(1, 4), evidence={"speaker": (Span(0, 1),)})
        assert render(Record.build(RECORD.article, statements=[changed]))
