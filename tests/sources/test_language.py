"""In which language an article is: Arabic told from what shares its letters, and from what does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.packs import table
from mahdar.sources import language
from mahdar.sources.language import language_name, language_of

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "text"), ROWS)
def test_language(code, text):
    assert language_of(text.replace("|", "\n")) == code


def test_usual_articles_are_known_without_a_close_look(monkeypatch):
    def closely(text):
        raise AssertionError(text)

    monkeypatch.setattr(language, "_closely", closely)
    assert language_of("لقاء في القاهرة\n\n" + ROWS[0][1]) == "ar"


def test_a_language_has_a_name():
    assert language_name("fa") == "Persian (fa)"
    assert language_name("xx") == "xx"
    assert all(language_name(code) != code for code, _ in ROWS)
    assert set(table("ar", "language")["letters"]) <= set(table("ar", "language")["names"])


@given(st.text(max_size=300))
def test_any_text_has_a_language(text):
    assert language_of(text)


def test_letters_that_no_text_has():
    assert language_of("12 34 ...") == "und"
    assert language_of("\x00\x01 \ud7ff \uffff") == "und"
