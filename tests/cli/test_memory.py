"""The commands on a database, as a user meets them."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from mahdar.cli import app
from tests.cli import test_cli as processes
from tests.cli.test_cli import line


class Done(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def mahdar(*args: object, data: str = "", **env: str) -> Done:
    """Run a command in this process: a process of its own for each would take most of the time to start."""
    done = CliRunner().invoke(app, list(map(str, args)), input=data, env={"MAHDAR_DB": None, **env})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of three articles, two of them on one meeting, made by a process of its own."""
    folder = tmp_path_factory.mktemp("original")
    text = "التقى وزير الخارجية العماني بدر البوسعيدي أمس الثلاثاء في مسقط سفير اليابان."
    articles = [
        line(id="one", source="صدى"),
        line(id="two", source="النيل", title="لقاء", text=text),
        line(id="three", source="النيل", title="زيارة", text="زار رئيس الوزراء العراقي محمد السوداني القاهرة أمس."),
    ]
    (folder / "news.jsonl").write_text("\n".join(articles), encoding="utf-8")
    done = processes.mahdar("read", folder / "news.jsonl", "--db", folder / "m.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{folder / 'm.db'}: 3 articles: 3 new\n"
    return folder


@pytest.fixture
def db(original: Path, tmp_path: Path) -> Path:
    """A copy of that database."""
    for name in ("news.jsonl", "m.db"):
        shutil.copy(original / name, tmp_path)
    return tmp_path / "m.db"


def test_reading_again_adds_nothing(db: Path) -> None:
    done = processes.mahdar("read", db.parent / "news.jsonl", "--db", db, "--jobs", 2)
    assert done.stdout == f"{db}: 3 articles: 3 known already\n"


def test_bad_articles_are_told_and_the_others_kept(db: Path) -> None:
    given = "\n".join([line(id="four", source="ج"), "{", line(text="english only", title=None)])
    done = processes.mahdar("read", "-", "--db", db, data=given)
    assert done.returncode == 1
    assert done.stdout == f"{db}: 1 article: 1 new\n"
    told = done.stderr.splitlines()
    assert [text.partition(": ")[0] for text in told] == ["mahdar"] * 4
    assert "stdin:2: " in told[0] and "stdin:3: not Arabic" in told[1]
    assert told[2].endswith("read 1 article; 1 input could not be read")
    assert "set aside 1 article" in told[3]


def test_what_does_not_go_with_a_database(db: Path) -> None:
    done = mahdar("read", db.parent / "news.jsonl", "--db", db, "--format", "json")
    assert done.returncode == 2
    assert "--db keeps the records" in done.stderr


def test_searching(db: Path) -> None:
    found = mahdar("search", "لسفير اليابان", "--of", "events", "--db", db, "--facets")
    assert found.stdout.startswith("2 events\n")
    assert "بدر البوسعيدي" not in found.stdout.splitlines()[2]  # people go by their Latin names, as in `read`
    assert "النيل" in found.stdout and "CONSULT 2" in found.stdout
    data = json.loads(mahdar("search", "--speaker-country", "oman", "--db", db, "--format", "json").stdout)
    assert (data["kind"], data["total"]) == ("statements", 1)
    assert data["hits"][0]["act"] == "condemn"
    nothing = mahdar("search", "الهند", "--db", db)
    assert (nothing.returncode, nothing.stdout) == (0, "0 articles\n")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--act", "shout"], "no 'shout': accuse"),
        (["--country", "Omann"], "Oman?"),
        (["--since", "yesterday"], "no ISO day"),
        (["--stance", "for", "--of", "events"], "--stance is for statements"),
        (["،"], "no word"),
        (["غزة", "--db", "nowhere.db"], "nowhere.db: no such database"),
        (["غزة", "--db", "mysql://x/y"], "neither a file of SQLite's nor PostgreSQL"),
    ],
)
def test_mistakes_in_a_search(db: Path, args: list[str], told: str) -> None:
    done = mahdar("search", *args, MAHDAR_DB=str(db))
    assert done.returncode in {1, 2}
    assert told in done.stderr
    assert done.stdout == ""


def test_the_chronicle_and_who_is_who(db: Path) -> None:
    told = mahdar("chronicle", "OMN", "JPN", MAHDAR_DB=str(db)).stdout
    assert told.startswith("1 happening\n")
    assert "2 sources" in told and "صدى" in told and "النيل" in told
    people = mahdar("who", "البوسعيدي", MAHDAR_DB=str(db)).stdout
    assert "2 articles" in people and "وزير الخارجية" in people
    assert mahdar("who", "نابليون", MAHDAR_DB=str(db)).stdout == "nobody is called so\n"
    data = json.loads(mahdar("chronicle", "--person", "السوداني", "--format", "json", MAHDAR_DB=str(db)).stdout)
    assert [one["mode"] for one in data["happenings"]] == ["visit"]
    assert mahdar("doubts", MAHDAR_DB=str(db)).returncode == 0


def test_correcting_from_show_to_undo(db: Path) -> None:
    env = {"MAHDAR_DB": str(db), "MAHDAR_WHO": "فاطمة"}
    shown = mahdar("show", "three", **env).stdout
    assert "  e1  2024-12-10 " in shown
    done = mahdar("correct", "edit", "three", "e1", "date=2024-12-09", "status=planned", "--why", "سمعت", **env)
    assert done.stdout == "decision 1 (`mahdar correct undo 1` takes it back)\n"
    assert "  e1  2024-12-09 " in mahdar("show", "three", **env).stdout
    assert "  e1  2024-12-10 " in mahdar("show", "three", "--machine", **env).stdout
    assert "2024-12-09 · القاهرة · Mohammed" in mahdar("chronicle", "IRQ", **env).stdout
    assert "فاطمة  edit" in mahdar("correct", "list", **env).stdout
    gold = {"type": "AID", "triggers": ["القاهرة"], "actors": ["IRQ"], "recipients": ["EGY"]}
    assert mahdar("correct", "add", "three", "event", "-", data=json.dumps(gold), **env).returncode == 0
    assert "aid: القاهرة" in mahdar("show", "three", **env).stdout
    assert mahdar("correct", "undo", "1", **env).returncode == 0
    assert "  e1  2024-12-10 " in mahdar("show", "three", **env).stdout
    for args, told in (
        (["undo", "1"], "taken back already"),
        (["edit", "three", "e1", "status=maybe"], "unknown status"),
        (["edit", "three", "e1", "status"], "FIELD=VALUE"),
        (["accept", "three", "e77"], "no 'e77'"),
        (["accept", "nine", "e1"], "no article 'nine'"),
        (["add", "three", "event", "{"], "broken JSON"),
        (["add", "three", "deed", "{}"], "actor, event or statement"),
        (["add", "three", "event", "[]"], "not in the gold form"),
    ):
        done = mahdar("correct", *args, **env)
        assert done.returncode in {1, 2}
        assert told in done.stderr


def test_gold_goes_out_and_in_again(db: Path, tmp_path: Path) -> None:
    env = {"MAHDAR_DB": str(db)}
    assert mahdar("correct", "reject", "one", "s1", **env).returncode == 0
    assert mahdar("correct", "export", tmp_path / "gold", **env).stdout == f"{tmp_path / 'gold'}: 1 article\n"
    assert mahdar("score", tmp_path / "gold", "--check").stdout == "1 articles, all quoted strings found\n"
    other = tmp_path / "other.db"
    assert mahdar("read", db.parent / "news.jsonl", "--db", other).returncode == 0
    done = mahdar("correct", "import", tmp_path / "gold", tmp_path / "none.json", "--db", other)
    assert (done.returncode, done.stdout) == (1, f"{other}: 1 article settled\n")
    assert "none.json: No such file" in done.stderr
    assert "condemn" not in mahdar("show", "one", "--db", other).stdout


def test_check_rebuild_join_and_backup(db: Path, tmp_path: Path) -> None:
    env = {"MAHDAR_DB": str(db)}
    assert mahdar("check", **env).stdout == f"{db}: all is well\n"
    assert mahdar("rebuild", **env).stdout == f"{db}: made anew from 3 articles\n"
    assert mahdar("join", **env).stdout == f"{db}: 0 articles joined\n"
    copy = tmp_path / "copy.db"
    assert mahdar("backup", copy, **env).stdout == f"{copy}\n"
    assert "is there already" in mahdar("backup", copy, **env).stderr
    assert mahdar("check", "--db", copy).stdout == f"{copy}: all is well\n"
    with sqlite3.connect(copy) as other:
        other.execute("UPDATE articles SET text = text || ' وقال' WHERE given_id = 'one'")
        other.execute("DELETE FROM findings WHERE article_id = 2")
        other.execute("UPDATE records SET body = replace(body, '\"end\":', '\"end\":9999') WHERE article_id = 3")
    wrong = mahdar("check", "--db", copy)
    assert wrong.returncode == 1
    assert "hash" in wrong.stdout and "0 rows in findings" in wrong.stdout and "span" in wrong.stdout
