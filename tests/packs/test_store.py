"""What is kept between starts: never needed, never trusted blindly, never in the way."""

from pathlib import Path

import pytest

from mahdar.packs import store
from mahdar.packs.store import kept
from mahdar.reading.unfold import Tables


class Maker:
    """Counts how often it is asked."""

    def __init__(self, made: object) -> None:
        self.made = made
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        return self.made


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("MAHDAR_CACHE", raising=False)
    return tmp_path


def test_made_once(home: Path) -> None:
    make = Maker({"كلمة": [("اسم", 1, True, None)]})
    assert kept("ar", "words", make) == kept("ar", "words", make) == make.made
    assert make.times == 1
    assert [file.name for file in (home / "mahdar").iterdir()] == ["ar-words"]


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_file_is_made_anew(home: Path, at: int) -> None:
    make = Maker(["ا", "ب"] * 50)
    kept("ar", "words", make)
    file = home / "mahdar" / "ar-words"
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert kept("ar", "words", make) == make.made
    assert make.times == 2
    kept("ar", "words", make)
    assert make.times == 2


@pytest.mark.parametrize("length", [0, 10, 64, 80])
def test_a_file_cut_short_is_made_anew(home: Path, length: int) -> None:
    make = Maker(list(range(100)))
    kept("ar", "words", make)
    file = home / "mahdar" / "ar-words"
    file.write_bytes(file.read_bytes()[:length])
    assert kept("ar", "words", make) == make.made
    assert make.times == 2


def test_another_pack_is_made_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker("ا")
    kept("ar", "words", make)
    monkeypatch.setattr(store, "_source", lambda _: bytes(store.SIZE))
    assert kept("ar", "words", make) == "ا"
    assert make.times == 2


def test_no_folder_to_write_to(home: Path) -> None:
    (home / "mahdar").write_text("a file where the folder should be")
    make = Maker("ا")
    assert kept("ar", "words", make) == kept("ar", "words", make) == "ا"
    assert make.times == 2


def test_what_cannot_be_kept_is_still_made(home: Path) -> None:
    make = Maker(Path())
    assert kept("ar", "words", make) == Path()
    assert not list(home.iterdir())


def test_switched_off(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker("ا")
    kept("ar", "words", make)
    monkeypatch.setenv("MAHDAR_CACHE", "off")
    assert kept("ar", "words", make) == "ا"
    assert make.times == 2


def test_a_relative_folder_does_not_count(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    kept("ar", "words", Maker("ا"))
    assert (home / ".cache" / "mahdar" / "ar-words").exists()
    assert not (home / "here").exists()


def test_kept_forms_are_the_forms(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, again = Tables(), Tables()
    assert (home / "mahdar" / "ar-forms").exists()
    monkeypatch.setenv("MAHDAR_CACHE", "off")
    for fresh in (first, again):
        assert fresh.ordinary["استقبال"] == "noun"
        assert "استقبالها" in fresh.derived
        assert {(verb.past, traits.kind) for verb, traits in fresh.verb_senses("يستقبل")} == {("استقبل", "present")}
    made = Tables()
    for tables in (first, again):
        assert tables.verb_forms == made.verb_forms
        assert tables.traits == made.traits
        assert tables.ordinary == made.ordinary
        assert tables.derived == made.derived
