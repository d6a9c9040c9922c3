"""CSV and TSV files as people have them: other delimiters, encodings, quotations, and rows that are broken."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record import Article
from mahdar.sources import InputError, read_paths

TITLE = "الوزير يستقبل السفير"
BODY = "استقبل الوزير سفير اليابان، أمس.\n\nوأشاد الوزير؛ كما قال، «بالعلاقات»."


def table(rows: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def articles(file: Path, **options: dict) -> list[Article]:
    found = list(read_paths([file], **options))
    assert all(isinstance(f, Article) for f in found), found
    return [f for f in found if isinstance(f, Article)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["ID", "Title", "Text", "Published"], ["1", TITLE, BODY, "2024-12-11"], [], ["", TITLE, "نص", ""]]
    (tmp_path / "news.csv").write_bytes(table(rows, delimiter).encode(encoding))
    first, second = articles(tmp_path / "news.csv")
    assert (first.id, first.title, first.text) == ("1", TITLE, f"{TITLE}\n\n{BODY}")
    assert (first.published, second.published) == ("2024-12-11", None)
    assert second.id == "news-6"  # by its line: the body of the first takes three


def test_what_the_columns_are_called(tmp_path: Path) -> None:
    (tmp_path / "n.tsv").write_text(f"العنوان\tBody\ttitle\n{TITLE}\tنص\tx", "utf-8")
    (article,) = articles(tmp_path / "n.tsv", columns={"title": "العنوان", "text": "Body"})
    assert article.text == f"{TITLE}\n\nنص"


def test_dates_as_people_write_them(tmp_path: Path) -> None:
    dates = ["2024-12-11 08:00", "11 ديسمبر 2024", "Wed, 11 Dec 2024 08:00:00 GMT", "13/12/2024", "11/12/2024"]
    (tmp_path / "n.csv").write_text("text;day\n" + "\n".join(f"نص;{date}" for date in dates), "utf-8")
    found = list(read_paths([tmp_path / "n.csv"], columns={"published": "day"}))
    days = [f.published for f in found if isinstance(f, Article)]
    assert days == ["2024-12-11", "2024-12-11", "2024-12-11", "2024-12-13"]
    assert str(found[-1]).endswith("n.csv:6: `published` is no ISO date: '11/12/2024'")  # which is the month?


def test_a_table_without_the_column_says_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("headline,body\nx,y\n", "utf-8")
    (error,) = read_paths([tmp_path / "n.csv"])
    assert "no column 'text'; there are: headline, body (--columns text=NAME" in str(error)


def test_rows_that_are_broken_cost_themselves(tmp_path: Path) -> None:
    rows = ["id,text,published", "1,نص,2024-12-11", "2,#,", "3,Latin,", "4,نص,أمس", "5,نص", '6,"نص', "7,نص"]
    (tmp_path / "n.csv").write_bytes("\n".join(rows).encode().replace(b"#", b"\xff\xfe\xfa"))
    found = list(read_paths([tmp_path / "n.csv"]))
    assert [f.id for f in found if isinstance(f, Article)] == ["1", "5", "6"]
    assert {f.line: f.message.partition(":")[0] for f in found if isinstance(f, InputError)} == {
        3: "not in utf-8-sig, as the table is",
        4: "not Arabic",
        5: "`published` is no ISO date",
    }


def test_a_byte_far_down_costs_its_row(tmp_path: Path) -> None:
    rows = [f"{n},{BODY.splitlines()[0]}" for n in range(2_000)]
    data = "\n".join(["id,text", *rows]).encode()
    (tmp_path / "n.csv").write_bytes(data + b"\nx,\xff\xfe\nlast," + "نص".encode())
    found = list(read_paths([tmp_path / "n.csv"]))
    assert [f.line for f in found if isinstance(f, InputError)] == [2_002]
    assert [f.id for f in found if isinstance(f, Article)][-1] == "last"


@given(st.binary(max_size=200), st.sampled_from([b"", b"text,id\n", b'text;title\n"', "text,id\nنص,".encode()]))
def test_any_bytes_make_rows_or_errors(tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(start + data)
    for found in read_paths([file]):
        assert isinstance(found, Article) or "\n" not in str(found)
