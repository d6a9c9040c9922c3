"""Whom a text is taken from by its own account: in a dateline, at the end, behind a label, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mahdar
from mahdar.packs import table

NEWS = "استقبل وزير الخارجية المصري سفير اليابان في القاهرة اليوم. وجرى خلال اللقاء بحث العلاقات الثنائية."
TITLE = "وزير الخارجية يستقبل السفير"


def _rows():
    lines = (Path(__file__).parent / "credits.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def credited(text: str, title: str | None = None) -> list[str]:
    article = mahdar.read(text, title=title).article
    return [credit.outlet or "?" for credit in article.credit]


@pytest.mark.parametrize(("outlets", "text"), _rows())
@pytest.mark.parametrize("title", [None, TITLE])
def test_credit(outlets, text, title):
    assert credited(text.replace("|", "\n").replace("...", NEWS), title) == outlets.split()


def test_the_span_holds_the_name():
    record = mahdar.read(f"الرياض (واس) {NEWS}\nالمصدر: صحيفة السفينة")
    assert [record.text[c.start : c.end] for c in record.article.credit] == ["واس", "صحيفة السفينة"]
    assert [c.name for c in record.article.credit] == ["واس", "صحيفة السفينة"]


def test_a_credit_in_the_title_is_none():
    assert credited(NEWS, "رويترز - القاهرة: لقاء") == []


CODES = sorted({code for row in table("ar", "outlets")["outlet"] for code in row.get("codes", ())})


@given(code=st.sampled_from(CODES), dots=st.booleans(), frame=st.sampled_from(["({})", "/{}/", "/ {} /", "«{}»"]))
def test_every_sign_is_known_at_the_end(code, dots, frame):
    sign = code.replace(" ", ".") if dots else code
    assert len(credited(f"{NEWS}\n{frame.format(sign)}")) == 1


@given(st.text(alphabet='()/-–:.،+«»" \nواسأفب رويترزالمصدر', max_size=200))
def test_any_text_gives_credits_that_lie_in_it(text):
    record = mahdar.read(f"قال الوزير.\n{text}\nانتهى")
    for credit in record.article.credit:
        assert record.text[credit.start : credit.end] == credit.name
