"""The same text again: copies are known however outlets change them; another text of one form or matter is none."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record import Article
from mahdar.reprints import Reprints, ReprintsError

GOLD = Path(__file__).parents[1] / "gold" / "dev"
SENTENCES = [
    "استقبل صاحب المعالي وزير الخارجية سالم العطار في مكتبه أمس سفير اليابان كينجي موراتا بمناسبة انتهاء فترة عمله.",
    "وجرى خلال اللقاء استعراض علاقات الصداقة بين البلدين وسبل تطويرها في مجالات الطاقة والتعليم والنقل البحري.",
    "وأشاد معالي الوزير بالجهود التي بذلها السفير في خدمة مصالح الشعبين متمنيا له التوفيق في مهامه المقبلة.",
    "من جانبه أعرب السفير عن شكره لما لقيه من تعاون المسؤولين، مؤكدا أن شركات بلاده تنظر باهتمام إلى مشروعات الموانئ.",
    "حضر اللقاء وكيل الوزارة للشؤون الآسيوية الدكتور فهد النجار وعدد من رؤساء الإدارات وأعضاء السفارة.",
]
BODY = " ".join(SENTENCES)
FURNITURE = "شارك هذا الخبر\nاقرأ أيضا\nتابعونا على منصات التواصل"
# The same meeting, told by somebody else.
OTHER_READOUT = (
    "ودع الوزير سالم العطار السفير الياباني كينجي موراتا الذي تنتهي مهمته هذا الشهر. وتناول الجانبان ما "
    "تحقق من تعاون في السنوات الأخيرة ولا سيما في الطاقة والموانئ، واتفقا على مواصلة التشاور. وقال موراتا "
    "إن طوكيو مهتمة بالاستثمار في النقل البحري، وشكر كل من عمل معه. وتمنى له العطار النجاح في عمله "
    "القادم، وذلك بحضور فهد النجار وكيل الوزارة."
)
CABLE = (
    "بعث جلالة الملك برقية تهنئة إلى فخامة الرئيس {name} رئيس جمهورية {state} بمناسبة ذكرى استقلال بلاده. "
    "وأعرب جلالته باسمه وباسم شعب وحكومة المملكة عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، "
    "ولحكومة وشعب جمهورية {state} الصديق اطراد التقدم والازدهار. وأشاد جلالته بالعلاقات المتميزة التي "
    "تربط البلدين الصديقين والتي يسعى الجميع إلى تنميتها في المجالات كافة."
)


def article(id: str, body: str, title: str = "عنوان الخبر") -> Article:
    return Article(id, f"{title}\n\n{body}", title=title)


def second(one: str, other: str) -> Article:
    with Reprints() as index:
        index.placed(article("one", one))
        return index.placed(article("other", other, "عنوان آخر تماما"))


@pytest.mark.parametrize(
    ("changed", "least"),
    [
        (BODY, 1.0),
        (BODY.replace("أ", "ا").replace("ة", "ه").replace("إ", "ا").replace("ى", "ي"), 1.0),
        (BODY.replace("صاحب المعالي ", "").replace("معالي ", "").replace("الدكتور ", ""), 1.0),
        (f"مدير الميناء يزور المدرسة\n{BODY}\n{FURNITURE}", 0.8),
        (f"الرياض - واس: {BODY}", 0.95),
        (" ".join(SENTENCES[1:]), 0.95),
        (" ".join(SENTENCES[:-1]), 0.95),
        (" ".join(SENTENCES[1:-1]), 0.95),
        (BODY + " وكان الوزير قد زار طوكيو في الربيع الماضي ووقع هناك اتفاقا للنقل الجوي بين مطارات الدولتين.", 0.7),
    ],
)
def test_copies_are_known(changed, least):
    copy = second(BODY, changed)
    assert copy.reprint_of == "one"
    assert least <= copy.reprint_share <= 1
    assert second(changed, BODY).reprint_of == "one"


def test_a_copy_of_less_than_half_is_one_but_the_whole_is_none_of_it():
    half = f"{SENTENCES[0]} {SENTENCES[1]}\nالمصدر: واس + وكالات"
    assert second(BODY, half).reprint_of == "one"
    assert second(half, BODY).reprint_of is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BODY, OTHER_READOUT),
        (CABLE.format(name="خوان مورينو", state="كولومبيا"), CABLE.format(name="باتريك ألين", state="جامايكا")),
        (CABLE.format(name="خوان مورينو", state="كولومبيا"), CABLE.format(name="إيسوفو بازوم", state="النيجر")),
        (BODY, f"{SENTENCES[0]} {OTHER_READOUT}"),
        (BODY, CABLE),
    ],
)
def test_another_text_is_none(one, other):
    assert second(one, other).reprint_of is None
    assert second(other, one).reprint_of is None


def test_three_real_articles_on_one_meeting_are_three_texts():
    with Reprints() as index:
        for n in (1, 2, 3):
            row = json.loads((GOLD / f"dev-a-0{n}.json").read_text(encoding="utf-8"))
            row = row.get("article", row)
            assert index.placed(article(row["id"], row["text"], row["title"])).reprint_of is None


def test_short_texts_are_not_compared():
    with Reprints() as index:
        for n in range(3):
            assert index.placed(article(f"a{n}", "كاريكاتير اليوم")).reprint_group is None


def test_all_copies_are_of_the_first_and_of_one_group():
    with Reprints() as index:
        placed = [index.placed(article(f"a{n}", f"{BODY} {n}")) for n in range(4)]
    assert [one.reprint_of for one in placed] == [None, "a0", "a0", "a0"]
    assert len({one.reprint_group for one in placed}) == 1


def test_the_title_does_not_count():
    assert second(BODY, BODY).reprint_share == 1.0


def test_it_is_kept_from_run_to_run(tmp_path):
    file = tmp_path / "reprints.db"
    with Reprints(file) as index:
        first = index.placed(article("one", BODY))
    with Reprints(file) as index:
        again = index.placed(article("two", BODY))
        another = index.placed(article("three", OTHER_READOUT))
    assert (again.reprint_of, again.reprint_group, again.reprint_share) == ("one", first.reprint_group, 1.0)
    assert another.reprint_of is None
    assert [path.name for path in tmp_path.iterdir()] == ["reprints.db"]


def test_the_same_article_read_again_is_no_reprint_of_itself(tmp_path):
    file = tmp_path / "reprints.db"
    one = article("one", BODY)
    with Reprints(file) as index:
        first = index.placed(one)
    with Reprints(file) as index:
        assert index.placed(one) == first
        # another outlet's article that happens to be called the same
        assert index.placed(replace(one, source="صحيفة")).reprint_of == "one"


def test_two_runs_at_once(tmp_path):
    file = tmp_path / "reprints.db"
    with Reprints(file) as here, Reprints(file) as there:
        here.placed(article("one", BODY))
        there.placed(article("two", OTHER_READOUT))
        assert there.placed(article("three", BODY)).reprint_of == "one"
        assert here.placed(article("four", OTHER_READOUT)).reprint_of == "two"


def test_no_text_is_kept(tmp_path):
    file = tmp_path / "reprints.db"
    with Reprints(file) as index:
        index.placed(article("one", BODY))
    assert "السفير".encode() not in file.read_bytes()


def test_a_file_of_something_else(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("ملاحظات " * 1000, encoding="utf-8")
    database = tmp_path / "other.db"
    with sqlite3.connect(database) as base:
        base.execute("CREATE TABLE letters (n INTEGER)")
    older = tmp_path / "older.db"
    with Reprints(older):
        pass
    with sqlite3.connect(older) as base:
        base.execute("UPDATE made SET layout = 0")
    for file, why in (
        (text, "not a database"),
        (database, "something else"),
        (older, "another version"),
        (tmp_path, "unable to open"),
    ):
        before = file.read_bytes() if file.is_file() else b""
        with pytest.raises(ReprintsError, match=why) as caught:
            Reprints(file)
        assert str(caught.value).startswith(f"{file}: ")
        assert "\n" not in str(caught.value)
        assert not file.is_file() or file.read_bytes() == before


@given(st.lists(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=8), min_size=30, max_size=80))
def test_any_text_is_its_own_reprint(words):
    copy = second(" ".join(words), "،\n".join(words))
    assert (copy.reprint_of, copy.reprint_share) == ("one", 1.0)


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts(one, other):
    share = second(one, other).reprint_share
    assert share is None or 0.5 <= share <= 1
