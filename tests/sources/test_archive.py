"""Zip and gzip archives made here: what lies in them is read, what is a bomb, broken or locked is one line."""

import gzip
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from mahdar.record import Article
from mahdar.sources import InputError, inputs, read_paths

TITLE = "الوزير يستقبل السفير"
TEXT = f"{TITLE}\n\nاستقبل الوزير سفير اليابان."
LINE = json.dumps({"id": "n", "text": TEXT}, ensure_ascii=False)


def zipped(files: dict[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(tmp_path: Path, name: str, data: bytes) -> tuple[list[str], list[str]]:
    """The ids of the articles, and the errors without the folder."""
    (tmp_path / name).write_bytes(data)
    found = list(read_paths([tmp_path / name]))
    ids = [f.id for f in found if isinstance(f, Article)]
    return ids, [str(f).removeprefix(f"{tmp_path}/") for f in found if isinstance(f, InputError)]


def test_folders_in_a_zip_archive_are_read_in_order(tmp_path: Path) -> None:
    files = {
        "b/2.txt": TEXT,
        "b/1.jsonl": LINE,
        "a.txt": "",
        "c.jpg": "x",
        ".x.txt": TEXT,
        "d/deep.zip": zipped({"z.txt": TEXT}),
    }
    (tmp_path / "news.zip").write_bytes(zipped(files))
    passed: Counter[str] = Counter()
    found = list(read_paths([tmp_path / "news.zip"], passed=passed))
    assert [f.id for f in found if isinstance(f, Article)] == ["n", "2", "z"]
    assert [str(f) for f in found if isinstance(f, InputError)] == [f"{tmp_path}/news.zip/a.txt: empty: no text in it"]
    assert passed == {".jpg": 1}


@pytest.mark.parametrize(
    ("name", "data"), [("n.txt.gz", TEXT), ("n.jsonl.gz", LINE), ("n.csv.gz", f'id,text\nn,"{TEXT}"')]
)
def test_a_packed_file_is_read_as_what_it_is(tmp_path: Path, name: str, data: str) -> None:
    assert read(tmp_path, name, gzip.compress(data.encode())) == (["n"], [])
    assert read(tmp_path, "n", gzip.compress(data.encode()))[1] == [] or name == "n.csv.gz"


def test_what_lies_in_one_another_too_deep_is_not_opened(tmp_path: Path) -> None:
    data = TEXT.encode()
    for n in range(9):
        data = zipped({f"{n}.zip" if n else "a.txt": data})
    ids, (error,) = read(tmp_path, "deep.zip", data)
    assert ids == []
    assert error.endswith(": lies in 4 archives or letters in one another: not opened")
    for _ in range(9):
        data = gzip.compress(data)
    assert len(read(tmp_path, "deep.gz", data)[1]) == 1


def test_a_member_that_is_a_bomb_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    files = {"a.txt": b" " * 40_000_000, "b.txt": TEXT}
    ids, (error,) = read(tmp_path, "bomb.zip", zipped(files))
    assert ids == ["b"]
    assert error == "bomb.zip/a.txt: unpacks to 40,000,000 bytes, more than 200 times its size: refused"


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    ids, (error,) = read(tmp_path, "bomb.jsonl.gz", gzip.compress(b"\n" * 60_000_000))
    assert (ids, error) == ([], "bomb.jsonl.gz: unpacks to more than 200 times its size: refused")
    ids, errors = read(tmp_path, "bomb.zip", zipped({"a.jsonl.gz": gzip.compress(b"\n" * 60_000_000), "b.txt": TEXT}))
    assert (len(ids), len(errors)) == (0, 1)


def test_an_archive_that_unpacks_to_too_much_is_refused_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_UNPACKED", 1000)
    monkeypatch.setattr(inputs.Room.__init__, "__defaults__", (1000,))
    inner = zipped({f"{n}.txt": TEXT for n in range(8)})
    assert read(tmp_path, "ok.zip", inner)[1] == []
    many = zipped({f"{n}.zip": inner for n in range(30)}, zipfile.ZIP_STORED)
    assert read(tmp_path, "many.zip", many) == (
        [], ["many.zip: unpacks to more than 1,000 bytes: refused; unpack it and read the folder"]
    )  # fmt: skip


def test_archives_that_are_broken_or_empty(tmp_path: Path) -> None:
    whole = zipped({"a.txt": TEXT * 50, "b.txt": TEXT})
    assert "a.zip: broken zip archive" in read(tmp_path, "a.zip", whole[:-30])[1][0]
    bad = bytearray(whole)
    bad[60] ^= 0xFF
    ids, (error,) = read(tmp_path, "a.zip", bytes(bad))
    assert ids == ["b"]
    assert error.startswith("a.zip/a.txt: cannot be unpacked")
    assert read(tmp_path, "a.zip", zipped({}))[1] == ["a.zip: no file in it of a kind that is read"]
    assert read(tmp_path, "a.zip", b"hello")[1] == ["a.zip: not a zip archive, though its name says so"]
    cut = gzip.compress(f"{LINE}\n{LINE}\n".encode())[:-8]
    ids, (error,) = read(tmp_path, "a.jsonl.gz", cut)
    assert (ids, error[:33]) == (["n", "n"], "a.jsonl.gz: broken gzip archive: ")
    assert read(tmp_path, "b.zip", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}))[1] == [
        "b.zip: an office document or book of a kind that is not read"
    ]


def test_a_locked_member(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.txt": TEXT}))
    for at in (6, locked.rfind(b"PK\x01\x02") + 8):
        locked[at] |= 1  # the flag that says so
    assert read(tmp_path, "a.zip", bytes(locked))[1][0].startswith("a.zip/a.txt: cannot be unpacked: ")


def test_a_member_with_an_evil_name_writes_nothing_and_is_shown_on_one_line(tmp_path: Path) -> None:
    before = set(tmp_path.parent.rglob("*"))
    ids, (error,) = read(tmp_path, "a.zip", zipped({"../../up.txt": TEXT, "x\x1b[31m\ny.txt": ""}))
    assert ids == ["up"]
    assert "\n" not in error
    assert "\x1b" not in error
    assert set(tmp_path.parent.rglob("*")) - before == {tmp_path / "a.zip"}
