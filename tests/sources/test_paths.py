"""Files and folders -> articles; what is wrong comes out as an error with its place, and the rest is still read."""

import io
import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record import Article, Image
from mahdar.sources import InputError, article_from, count_articles, read_paths

TITLE = "الوزير يستقبل السفير"
BODY = "استقبل الوزير سفير اليابان.\n\nوأشاد الوزير بالعلاقات."


def line(**fields: object) -> str:
    return json.dumps({"id": "n", "title": TITLE, "text": BODY, **fields}, ensure_ascii=False)


def errors(*paths: Path | str) -> list[str]:
    return [str(f) for f in read_paths(paths) if isinstance(f, InputError)]


def only(path: Path, **options: Any) -> Article:
    (found,) = read_paths([path], **options)
    assert isinstance(found, Article), found
    return found


def test_a_text_file_begins_with_its_title(tmp_path: Path) -> None:
    file = tmp_path / "visit.txt"
    file.write_text(f"\n{TITLE}\n\n{BODY}\n", "utf-8")
    article = only(file)
    assert (article.id, article.title, article.text) == ("visit", TITLE, f"{TITLE}\n\n{BODY}")
    assert article.published is None
    assert article.published_from is None


def test_line_ends_of_other_systems(tmp_path: Path) -> None:
    file = tmp_path / "visit.txt"
    file.write_bytes(f"{TITLE}\r\n\r\n{BODY}".replace("\n", "\r\n").replace("\r\r", "\r").encode("cp1256"))
    assert only(file).text == f"{TITLE}\n\n{BODY}"


def test_a_title_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLE, "utf-8")
    (tmp_path / "b.jsonl").write_text(line(text=""), "utf-8")
    assert [f.text for f in read_paths([tmp_path]) if isinstance(f, Article)] == [f"{TITLE}\n\n"] * 2


def test_json_fields_go_through_to_the_letter(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    text = "  ﻻ\u202eشيء \x00 هنا\r\n "
    file.write_text(
        line(id="رقم/1", text=text, source="وكالة", url="http://x", published="2024-12-11T08:00:00Z", more=1), "utf-8"
    )
    article = only(file, published="2020", source="other")
    assert article.id == "رقم/1"
    assert article.text == f"{TITLE}\n\n{text}"
    assert (article.source, article.url) == ("وكالة", "http://x")
    assert (article.published, article.published_from) == ("2024-12-11", "metadata")


def test_without_a_title_the_text_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(line(title=None) + "\n" + line(title=""), "utf-8")
    assert [f.text for f in read_paths([tmp_path]) if isinstance(f, Article)] == [BODY, BODY]


def test_what_is_missing_is_given(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("\n" + line(id=None) + "\n" + line(id=7), "utf-8")
    (tmp_path / "y.json").write_text(f"[{line(id=None)}, {line()}]", "utf-8")
    found = list(read_paths([tmp_path], published="2024-12-11", source="وكالة"))
    assert [f.id for f in found if isinstance(f, Article)] == ["x-2", "7", "y-1", "n"]
    assert {(f.published, f.published_from, f.source) for f in found if isinstance(f, Article)} == {
        ("2024-12-11", "given", "وكالة")
    }


def test_a_folder_is_read_in_order_and_through(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.json", "a.jsonl", "c.TXT", "notes.md", ".hidden.txt", "page.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(line(id=None) if "json" in name else TITLE, "utf-8")
    assert [f.id for f in read_paths([tmp_path]) if isinstance(f, Article)] == ["a-1", "c", "1", "2"]
    assert count_articles([tmp_path]) == 3


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.txt", b"", "a.txt: empty"),
        ("a.txt", b" \n\t\n", "a.txt: empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a.txt: not text but an image"),
        ("a.doc", b"\xd0\xcf\x11\xe0" * 9, "a.doc: not text but an old office document"),
        ("a.txt", b"The minister met the ambassador.", "a.txt: not Arabic"),
        ("a.txt", TITLE.encode() + b"\xff\xfe", "a.txt: neither UTF-8"),
        ("a.json", b"", "a.json: empty"),
        ("a.json", b'{"text": \n "x', "a.json:2: broken JSON"),
        ("a.json", b"[" * 100_000, "a.json: broken JSON"),
        ("a.json", b'[{"text": ""}]', "a.json: article 1: empty"),
        ("a.json", b"7", "a.json: not an article"),
        ("a.jsonl", b"\n\n", "a.jsonl: empty"),
    ],
)
def test_a_file_that_is_no_article(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(content)
    (error,) = errors(tmp_path / name)
    assert complaint in error
    assert "\n" not in error


def test_broken_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    lines = [
        line(id="first"),
        '{"text": "نص',
        '{"title": "بلا نص"}',
        line(published="2024-02-30"),
        line(published=20240230),
        line(text=5),
        "[1, 2]",
        '{"text": "\\ud800 نص"}',
        line(title="Meeting", text="They met."),
        line(id="last"),
    ]
    file.write_bytes(b"\n".join(text.encode() for text in lines) + b"\n\xff\xfe\xfa{}")
    found = list(read_paths([file]))
    assert [f.id for f in found if isinstance(f, Article)] == ["first", "last"]
    complaints = {f.line: f.message for f in found if isinstance(f, InputError)}
    assert list(complaints) == [2, 3, 4, 5, 6, 7, 8, 9, 11]
    assert complaints[2].startswith("broken JSON")
    assert complaints[3] == "no `text`"
    assert "no ISO date: '2024-02-30'" in complaints[4]
    assert "half a surrogate pair" in complaints[8]
    assert all(str(f).startswith(f"{file}:{f.line}: ") for f in found if isinstance(f, InputError))


def test_what_the_system_refuses(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert errors(tmp_path / "gone.txt") == [f"{tmp_path}/gone.txt: No such file or directory"]
    assert "loop" in errors(tmp_path / "loop")[0]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert errors(tmp_path) == [f"{tmp_path}: no file in it of a kind that is read"]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    try:
        with open(file, "wb") as out:  # noqa: PTH123 - a name of bytes
            out.write(TITLE.encode())
    except OSError:
        pytest.skip("this file system has names of text only")
    (article,) = read_paths([tmp_path])
    assert isinstance(article, Article)
    article.id.encode()


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("articles", "textfile", "jsonfile"):
        monkeypatch.setattr(f"mahdar.sources.{module}.MAX_TEXT", 100)
    monkeypatch.setattr("mahdar.sources.jsonfile._LINE", 100_000)
    (tmp_path / "a.txt").write_text(TITLE * 50, "utf-8")
    (tmp_path / "b.jsonl").write_text(line(text="نص " * 40_000) + "\n" + line() + "\n" + line(text="نص " * 60), "utf-8")
    assert [e.rpartition("/")[2] for e in errors(tmp_path)] == [
        "a.txt: too large: more than 100 bytes",
        "b.jsonl:1: too large: more than 100 bytes",
        "b.jsonl:3: too large: more than 100 characters",
    ]


def test_what_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.news").write_text(f"{TITLE}\n{BODY}", "utf-8")
    (tmp_path / "b").write_text(f"{line()}\n{line(id='m')}", "utf-8")
    found = list(read_paths([tmp_path / "a.news", tmp_path / "b"]))
    assert [f.id for f in found if isinstance(f, Article)] == ["a", "n", "m"]


def test_what_is_passed_over_in_a_folder_is_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.JPG", "c.jpg", "README", ".DS_Store", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TITLE, "utf-8")
    passed: Counter[str] = Counter()
    assert [f.id for f in read_paths([tmp_path], passed=passed) if isinstance(f, Article)] == ["a"]
    assert passed == {".jpg": 2, "without a suffix": 1}


def test_a_pipe_with_a_name_is_read_and_one_in_a_folder_is_not(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.jsonl")
    (tmp_path / "a.txt").write_text(TITLE, "utf-8")
    assert [f.id for f in read_paths([tmp_path]) if isinstance(f, Article)] == ["a"]
    with subprocess.Popen(["bash", "-c", f"echo '{line()}' > {tmp_path}/news.jsonl"]) as writer:
        assert only(tmp_path / "news.jsonl").id == "n"
        assert writer.wait(20) == 0


def test_a_folder_that_may_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "a.txt").write_text(TITLE, "utf-8")
    (tmp_path / "locked").chmod(0)
    try:
        if os.access(tmp_path / "locked", os.R_OK):
            pytest.skip("nothing is locked for this user")
        assert errors(tmp_path) == [f"{tmp_path}/locked: Permission denied"]
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_fields_to_be_told_are_taken_in_their_form_and_cost_no_article(tmp_path: Path) -> None:
    picture = {"url": "http://x/1.jpg", "caption": " الوزير\nوالسفير "}
    told = {"author": ["ليلى", "سعد"], "updated": "2024-12-12T03:00:00Z", "section": "سياسة", "language": "ar-EG"}
    odd = {"author": 5, "updated": "أمس", "section": ["أ", 3], "language": "Arabic", "images": [picture, 7, {}]}
    (tmp_path / "x.jsonl").write_text(line(**told) + "\n" + line(**odd), "utf-8")
    first, second = (f for f in read_paths([tmp_path]) if isinstance(f, Article))
    assert (first.author, first.updated, first.section, first.language) == ("ليلى، سعد", "2024-12-12", "سياسة", "ar")
    assert (second.author, second.updated, second.section, second.language) == (None, None, "أ", "ar")
    assert second.images == (Image("http://x/1.jpg", "الوزير والسفير"),)


def test_json_with_other_names(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({"headline": TITLE, "body": BODY, "title": "x"}), "utf-8")
    article = only(tmp_path / "x.jsonl", columns={"title": "headline", "text": "body"})
    assert article.text == f"{TITLE}\n\n{BODY}"


def test_the_output_is_no_input(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TITLE, "utf-8")
    status = (tmp_path / "b.txt").stat()
    skip = {(status.st_dev, status.st_ino)}
    assert [f.id for f in read_paths([tmp_path], skip=skip) if isinstance(f, Article)] == ["a"]
    assert [str(f) for f in read_paths([tmp_path / "b.txt"], skip=skip)] == [f"{tmp_path}/b.txt: is also the output"]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Article | InputError]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    return list(read_paths(["-"]))


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (f"{TITLE}\n\n{BODY}".encode(), ["stdin"]),
        (f"\n\n[صورة]\n{BODY}".encode(), ["stdin"]),
        (f"{line()}\n{line(id=None)}\n".encode(), ["n", "stdin-2"]),
        (f"\ufeff\n{line(id=None)}".encode(), ["stdin-2"]),
        (json.dumps(json.loads(line()), indent=1).encode(), ["n"]),
        (f"[{line()}, {line(id=None)}]".encode(), ["n", "stdin-2"]),
        (f"[\n{line()}\n]".encode(), ["n"]),
    ],
)
def test_standard_input_by_how_it_begins(monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]) -> None:
    assert [f.id if isinstance(f, Article) else f for f in stdin(monkeypatch, data)] == ids


@pytest.mark.parametrize("data", [b"", b"\n \n", b"{", b"{}", b"[]x", b"\x00\x01", b"hello"])
def test_standard_input_with_nothing_in_it(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    (error,) = stdin(monkeypatch, data)
    assert isinstance(error, InputError)
    assert str(error).startswith("stdin:")


@given(st.binary(max_size=300), st.sampled_from([".txt", ".json", ".jsonl", ""]))
def test_any_bytes_make_articles_or_errors(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    file.write_bytes(data)
    for found in read_paths([file]):
        assert isinstance(found, Article | InputError)
        assert "\n" not in str(found) or isinstance(found, Article)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["id", "title", "text", "published", "source", "url", "x"]), JSON))
def test_any_fields_make_an_article_or_an_error(fields: dict) -> None:
    try:
        article = article_from(fields, default_id="d")
    except ValueError as error:
        assert "\n" not in str(error)
    else:
        title = fields.get("title")
        assert article.text == (f"{title}\n\n{fields['text']}" if title else fields["text"])
