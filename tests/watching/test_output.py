"""The file that records are added to."""

import json
import os
from pathlib import Path

import pytest

from mahdar.watching.output import Lines, OutputError


def line(name: str) -> str:
    return json.dumps({"article": {"id": name, "url": f"https://x/{name}"}, "text": "نص"}, ensure_ascii=False) + "\n"


def names(file: Path, written: int = 0) -> list[str]:
    with Lines(file) as out:
        return [name for name in out.recovered(written) if not name.startswith("https")]


def test_added_and_recovered(tmp_path: Path) -> None:
    file = tmp_path / "out"
    with Lines(file) as out:
        out.append(line("a"))
        written = out.size
        out.append(line("b"))
        assert out.size == file.stat().st_size
    assert names(file) == ["a", "b"]
    assert names(file, written) == ["b"]
    assert names(file, 10_000) == ["a", "b"]  # a shorter file than there was: another one
    assert file.read_text() == line("a") + line("b")


@pytest.mark.parametrize("cut", [1, 5, len(line("b").encode()) - 2])
def test_half_a_record_is_taken_away(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "out"
    file.write_bytes(line("a").encode() + line("b").encode()[:cut])
    with Lines(file) as out:
        assert list(out.recovered(0)) == ["a", "https://x/a"]
        out.append(line("c"))
    assert file.read_text() == line("a") + line("c")


def test_a_record_without_its_newline_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text(line("a") + line("b").rstrip("\n"))
    assert names(file) == ["a", "b"]
    assert file.read_text() == line("a") + line("b")


def test_a_broken_line_in_between_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text(line("a") + "{broken\n[]\n{}\n" + line("b"))
    assert names(file) == ["a", "b"]


@pytest.mark.parametrize("text", ["# notes\n", "# notes", "نص\nنص", "1\n", '{"other": ', '{"article": {}}\n# notes'])
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "out"
    file.write_text(text)
    with pytest.raises(OutputError, match="holds something else than records"):
        names(file)
    assert file.read_text() == text


def test_one_watch_at_a_time(tmp_path: Path) -> None:
    with Lines(tmp_path / "out"), pytest.raises(OutputError, match="another watch is writing to it"):
        Lines(tmp_path / "out")
    Lines(tmp_path / "out").__exit__()


def test_a_full_disk_leaves_no_half_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with Lines(file) as out:
        out.append(line("a"))
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match=r"No space left on device.*out"):
            out.append(line("b"))
    assert file.read_text() == line("a")
