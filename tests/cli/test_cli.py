"""The command line as a user meets it: a process, files, pipes, mistakes."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar import __version__
from mahdar.record import Record, schema

GOLD = Path(__file__).parents[1] / "gold" / "dev"
TITLE = "وزير الخارجية يستقبل سفير اليابان"
BODY = "استقبل وزير الخارجية العماني بدر البوسعيدي، أمس الثلاثاء في مسقط، سفير اليابان. وأدان الوزير العدوان على غزة."


def line(**fields: object) -> str:
    given = {"id": "n", "title": TITLE, "text": BODY, "published": "2024-12-11", **fields}
    return json.dumps(given, ensure_ascii=False)


def mahdar(*args: object, data: str | bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "mahdar.cli", *map(str, args)],
        input=data.encode() if isinstance(data, str) else data,
        capture_output=True,
        env={**os.environ, **env},
        timeout=60,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def test_version_and_help() -> None:
    assert mahdar("--version").stdout == f"mahdar {__version__}\n"
    assert {"read", "explain", "score", "schema"} <= set(mahdar("--help").stdout.split())
    assert mahdar("read", "--help").returncode == 0


def test_the_schema_is_printed() -> None:
    assert json.loads(mahdar("schema").stdout) == schema()


def test_a_text_file_for_people(tmp_path: Path) -> None:
    file = tmp_path / "visit.txt"
    file.write_text(f"{TITLE}\n\n{BODY}", "utf-8")
    done = mahdar("read", file, "--published", "2024-12-11", "--source", "وكالة")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.splitlines()[:2] == [TITLE, "وكالة · 2024-12-11 (as given)"]
    assert "\u2068" not in done.stdout
    assert "\x1b" not in done.stdout


OWN = """[[issue]]
id = "school-meals"
marks = ["وجبات المدارس"]
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_issues_of_ones_own(tmp_path: Path, jobs: int) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    data = line(text="دعا وزير الخارجية العماني أمس إلى دعم وجبات المدارس وحل الدولتين.")
    done = mahdar("read", "-", "--issues", file, "--jobs", jobs, "--format", "jsonl", data=data)
    assert done.returncode == 0, done.stderr
    (said,) = json.loads(done.stdout)["statements"]
    assert said["issues"] == ["school-meals", "two-state-solution"]
    assert [p["stance"] for p in said["positions"]] == ["for", "for"]


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ("[[issue", "own.toml: "),
        ("[[issue]]\nmarks = ['x']", "issue 1 has no id"),
        ("[[issue]]\nid = 'x'", "x has no marks"),
        ("[[issue]]\nid = 'x'\nmarks = 'y'", "marks of x: a list of phrases expected"),
        ("[[issue]]\nid = 'x'\nmarks = ['y']\ncolour = 1", "unknown key"),
    ],
)
def test_issues_that_are_none(tmp_path: Path, toml: str, complaint: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(toml, "utf-8")
    done = mahdar("read", "-", "--issues", file, data=line())
    assert (done.returncode, done.stdout) == (1, "")
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_of_issues_that_is_not_there(tmp_path: Path) -> None:
    assert mahdar("read", "-", "--issues", tmp_path / "no.toml", data=line()).returncode == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_json_lines_keep_ids_texts_and_order(tmp_path: Path, jobs: int) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(line(id=f"رقم {n}", text=f"{BODY} ({n})\r\n") for n in range(40)), "utf-8")
    done = mahdar("read", file, "--format", "jsonl", "--jobs", jobs)
    assert done.returncode == 0, done.stderr
    records = [Record.from_json(record) for record in done.stdout.splitlines()]
    assert [r.article.id for r in records] == [f"رقم {n}" for n in range(40)]
    assert [r.text for r in records] == [f"{TITLE}\n\n{BODY} ({n})\r\n" for n in range(40)]


def test_json_is_one_list(tmp_path: Path) -> None:
    for count in (0, 1, 3):
        done = mahdar("read", "-", "--format", "json", data="\n".join([line()] * count))
        assert len(json.loads(done.stdout)) == count


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_are_lines_and_the_rest_is_read(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line(id='1')}\n{{broken\n{line(id='2')}\n", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00" * 100)
    (tmp_path / "c.txt").write_text("The minister is not in Arabic.", "utf-8")
    (tmp_path / "d.txt").write_bytes(f"{TITLE}\n{BODY}".encode("cp1256"))
    done = mahdar("read", tmp_path, tmp_path / "gone", "--format", "jsonl", "--jobs", jobs)
    assert done.returncode == 1
    assert [json.loads(r)["article"]["id"] for r in done.stdout.splitlines()] == ["1", "2", "d"]
    assert [e.split(": ")[:2] for e in done.stderr.splitlines()] == [
        ["mahdar", f"{tmp_path}/a.jsonl:2"],
        ["mahdar", f"{tmp_path}/b.txt"],
        ["mahdar", f"{tmp_path}/c.txt"],
        ["mahdar", f"{tmp_path}/gone"],
        ["mahdar", "read 3 articles; 3 inputs could not be read"],
        ["mahdar", "set aside 1 article"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ب" * 1_000_000,
        "\u202e\u2067\x00" + BODY,
        "ﻭﺯﻳﺮ ﺍﻟﺨﺎﺭﺟﻴﺔ",
        "ـ" * 500 + "\u064b" * 500 + "ا",
        "«" * 2000 + "وقال" + "\n" * 2000,
    ],
)
def test_odd_texts_are_read_to_the_letter(text: str) -> None:
    done = mahdar("read", "-", "--format", "jsonl", data=line(title=None, text=text))
    assert done.returncode == 0, done.stderr
    assert Record.from_json(done.stdout).text == text
    assert mahdar("read", "-", data=line(text=text)).returncode == 0


def test_the_output_file(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    out.write_text("old\n" * 99, "utf-8")
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{BODY}", "utf-8")
    done = mahdar("read", tmp_path, "--format", "jsonl", "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Record.from_json(out.read_text("utf-8")).article.id == "a"
    assert "is also the output" in mahdar("read", out, "-o", out).stderr
    assert Record.from_json(out.read_text("utf-8")).article.id == "a"
    assert "No such file" in mahdar("read", out, "-o", tmp_path / "no" / "where").stderr


def test_mistakes_are_one_clear_line(tmp_path: Path) -> None:
    done = mahdar("read", tmp_path / "gone.txt")
    assert (done.returncode, done.stderr) == (1, f"mahdar: {tmp_path}/gone.txt: No such file or directory\n")
    assert "no ISO date" in mahdar("read", "-", "--published", "2024-13-01").stderr
    assert mahdar("read").returncode == 2
    assert mahdar("read", "-", "--jobs", 0).returncode == 2
    assert mahdar("score", tmp_path, tmp_path).stderr == f"mahdar: no gold articles in {tmp_path}\n"
    assert "No such file" in mahdar("explain", tmp_path / "gone.txt").stderr


def test_a_table_and_what_its_columns_are_called(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'headline;body;date\n"{TITLE}";"{BODY}";2024-12-11\n', "utf-8")
    done = mahdar("read", file, "--columns", "title=headline,text=body, published=date", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["title"] == TITLE
    assert "no column 'text'; there are: headline, body, date" in mahdar("read", file).stderr
    assert "'x' is no FIELD=NAME" in mahdar("read", file, "--columns", "x").stderr
    assert "'body' is no field of an article" in mahdar("read", file, "--columns", "body=text").stderr


def test_what_was_passed_over_is_told_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{BODY}", "utf-8")
    (tmp_path / "b.jpg").write_bytes(b"x")
    done = mahdar("read", tmp_path, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "mahdar: passed over: 1 .jpg\n")


def test_an_ascii_terminal_gets_utf_8() -> None:
    done = mahdar("read", "-", data=line(), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout.startswith(TITLE)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join([line()] * 300), "utf-8")
    command = f"{sys.executable} -m mahdar.cli read {file} --format jsonl | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


def heed_interrupts() -> None:
    """A job in the background inherits that interrupts are ignored; the command under test must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("form", "end"), [("jsonl", ""), ("json", "]\n")])
def test_an_interrupt_keeps_what_was_read(form: str, end: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "mahdar.cli", "read", "-", "--format", form],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as work:
        assert work.stdin
        assert work.stdout
        work.stdin.write(f"{line(id='first')}\n".encode())
        work.stdin.flush()
        start = b""
        while b"first" not in start:
            start += work.stdout.readline()
        work.send_signal(signal.SIGINT)
        out, err = (start + work.stdout.read()).decode(), work.stderr and work.stderr.read()
        work.stdin.close()
        assert work.wait(20) == 130
    assert err == b""
    assert '"first"' in out
    assert out.endswith(end)


def test_a_terminal_gets_isolates_and_no_article_writes_escape_codes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{TITLE}\x1b[31m\u202e\n{BODY}", "utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mahdar.cli", "read", str(file)], stdout=theirs, stderr=theirs
    ) as work:
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 65536):
                shown += block
        except OSError:  # how Linux says that the other side is closed
            pass
        assert work.wait(20) == 0
    os.close(ours)
    text = shown.decode()
    assert f"\x1b[1m\u2068{TITLE}" in text
    assert "\x1b[31m" not in text
    assert "\u202e" not in text


def test_gold_is_checked_exported_read_and_scored(tmp_path: Path) -> None:
    assert mahdar("score", GOLD, "--check").stdout == "44 articles, all quoted strings found\n"
    articles, records = tmp_path / "articles.jsonl", tmp_path / "records.jsonl"
    articles.write_text(mahdar("score", GOLD, "--export").stdout, "utf-8")
    assert mahdar("read", articles, "--format", "jsonl", "-o", records).returncode == 0
    figures = json.loads(mahdar("score", GOLD, records, "--json").stdout)
    assert figures["ALL FACTS"]["fn"] >= 0
    shown = mahdar("score", GOLD, records, "--errors").stdout
    assert shown.splitlines()[-1].startswith("ALL FACTS")


def test_an_interrupt_reaches_the_workers_too(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join([line(text=BODY * 40)] * 20_000), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "mahdar.cli", "read", str(file), "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    ) as work:
        assert work.stdout
        start = work.stdout.readline()
        os.killpg(work.pid, signal.SIGINT)
        out, err = work.stdout.read(), work.stderr and work.stderr.read()
        assert work.wait(20) == 130
    assert err == b""
    for record in (start + out).splitlines():
        Record.from_json(record.decode())


def test_a_killed_worker_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join([line(text=BODY * 40)] * 20_000), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "mahdar.cli", "read", str(file), "--format", "jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as work:
        assert work.stdout
        work.stdout.readline()
        children = Path(f"/proc/{work.pid}/task/{work.pid}/children")
        if not children.exists():
            work.kill()
            pytest.skip("this system does not tell the children of a process")
        os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
        _, err = work.communicate(timeout=20)
        assert work.returncode == 1
    assert err.decode().startswith("mahdar: a process that was reading was killed")
    assert len(err.splitlines()) == 1
