"""What `mahdar read` and `mahdar watch` keep beside their output: articles in other languages, texts met before."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import BODY, TITLE, line, mahdar
from tests.webserver import serving

PERSIAN = "وزیر امور خارجه ایران با سفیر قطر در تهران دیدار کرد و درباره روابط دو کشور و چند پروژه مشترک گفت‌وگو شد."
URDU = "پاکستان اور سعودی عرب کے درمیان معاہدے پر دستخط ہو گئے، وزیر اعظم نے اسے تاریخی قرار دیا۔"
LONG = " ".join(
    [BODY, "وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها في مجالات الطاقة والنقل البحري والتعليم العالي."]
)


def lines(path: Path) -> list[dict]:
    return [json.loads(row) for row in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_other_languages_are_set_aside(tmp_path: Path, jobs: int) -> None:
    rows = [
        line(id="1"),
        line(id="2", title="عنوان فارسی", text=PERSIAN, source="ایرنا", url="https://irna.example/1"),
        line(id="3", title=None, text=URDU),
        line(id="4", text=PERSIAN, title=None),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), "utf-8")
    aside = tmp_path / "aside.jsonl"
    done = mahdar("read", tmp_path, "--format", "jsonl", "--aside", aside, "--jobs", jobs)
    assert done.returncode == 0
    assert [json.loads(row)["article"]["id"] for row in done.stdout.splitlines()] == ["1"]
    file = f"mahdar: {tmp_path}/in.jsonl"
    assert done.stderr.splitlines() == [
        f"{file}:2: not Arabic but Persian (fa), which is not read yet",
        f"{file}:3: not Arabic but Urdu (ur), which is not read yet",
        f"{file}:4: not Arabic but Persian (fa), which is not read yet",
        "mahdar: set aside 3 articles: 2 in Persian (fa), 1 in Urdu (ur)",
    ]
    kept = lines(aside)
    assert kept[0] == {
        "id": "2", "url": "https://irna.example/1", "source": "ایرنا", "title": "عنوان فارسی", "text": PERSIAN,
        "published": "2024-12-11", "language": "fa",
    }  # fmt: skip
    assert [(row["id"], row["text"], row["language"]) for row in kept[1:]] == [("3", URDU, "ur"), ("4", PERSIAN, "fa")]
    # what was set aside is there to be given to `read` again
    again = mahdar("read", aside, "--aside", tmp_path / "again.jsonl")
    assert "set aside 3 articles" in again.stderr
    assert lines(tmp_path / "again.jsonl") == kept


def test_an_input_is_not_emptied_for_what_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(line(), "utf-8")
    done = mahdar("read", tmp_path / "in.jsonl", "--aside", tmp_path / "in.jsonl")
    assert done.returncode == 1
    assert done.stderr == f"mahdar: {tmp_path}/in.jsonl: is also the output\n"
    assert lines(tmp_path / "in.jsonl")


@pytest.mark.parametrize(("one", "other"), [("-o", "--aside"), ("-o", "--reprints"), ("--aside", "--reprints")])
def test_no_file_serves_two_purposes(tmp_path: Path, one: str, other: str) -> None:
    (tmp_path / "in.jsonl").write_text(line(), "utf-8")
    done = mahdar("read", tmp_path / "in.jsonl", one, tmp_path / "x", other, f"{tmp_path}/../{tmp_path.name}/x")
    assert done.returncode == 1
    assert done.stderr == f"mahdar: {tmp_path}/x: cannot be written for two purposes\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_reprints_are_told_across_files_and_runs(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.jsonl").write_text(line(id="a", text=LONG, source="واس"), "utf-8")
    (tmp_path / "b.jsonl").write_text(line(id="b", text=LONG.replace("أ", "ا"), title="عنوان آخر"), "utf-8")
    (tmp_path / "c.txt").write_text(f"لقاء في مسقط\n\n{LONG} وام", "utf-8")
    index = tmp_path / "reprints.db"

    def read(*files: str) -> list[tuple]:
        done = mahdar("read", *(tmp_path / f for f in files), "--format", "jsonl", "--reprints", index, "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        articles = [json.loads(row)["article"] for row in done.stdout.splitlines()]
        groups.update(article["reprint_group"] for article in articles)
        return [(article["id"], article["reprint_of"]) for article in articles]

    groups: set[str] = set()
    assert read("a.jsonl", "b.jsonl") == [("a", None), ("b", "a")]
    assert read("c.txt", "a.jsonl") == [("c", "a"), ("a", None)]
    assert len(groups) == 1
    people = mahdar("read", tmp_path / "b.jsonl", "--reprints", index)
    assert people.stdout.splitlines()[1] == "2024-12-11 (from the item's own data) · 100% of the text is that of a"


def test_a_file_that_is_no_index_stays_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(f"{TITLE}\n{BODY}", "utf-8")
    (tmp_path / "out.jsonl").write_text("kept", "utf-8")
    done = mahdar("read", tmp_path / "in.txt", "--reprints", tmp_path / "in.txt", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert done.stderr == f"mahdar: {tmp_path}/in.txt: no index of reprints: file is not a database\n"
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "kept"


def test_a_watch_keeps_them_too(tmp_path: Path) -> None:
    entries = "".join(
        f"<item><guid>{name}</guid><title>{TITLE}</title><description>{' '.join([text] * 8)}</description></item>"
        for name, text in (("c", PERSIAN), ("b", LONG), ("a", LONG))
    )
    options = ("--once", "--allow-private", "-o", tmp_path / "out.jsonl")
    keeping = ("--aside", tmp_path / "aside.jsonl", "--reprints", tmp_path / "reprints.db")
    with serving() as web:
        web.pages["/feed"] = f'<rss version="2.0"><channel><title>وكالة</title>{entries}</channel></rss>'.encode()
        done = mahdar("watch", f"{web.url}/feed", *options, *keeping)
    assert done.returncode == 0, done.stderr
    first, second = (row["article"] for row in lines(tmp_path / "out.jsonl"))
    assert first["id"].endswith("a")
    assert (first["reprint_of"], second["reprint_of"]) == (None, first["id"])
    assert [row["text"].split()[0] for row in lines(tmp_path / "aside.jsonl")] == [PERSIAN.split()[0]]
    assert "c: not Arabic but Persian (fa)" in done.stderr
