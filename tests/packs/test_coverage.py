"""The page on what the tables hold says what they hold now."""

from pathlib import Path

import pytest

from mahdar.packs import coverage as page
from mahdar.packs import table

COMMITTED = Path(__file__).parents[2] / "docs" / "coverage.md"


def test_the_committed_page_is_the_present_one():
    assert COMMITTED.read_text(encoding="utf-8") == page.coverage("ar"), "run make docs"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("countries", f"| **country** | {len(table('ar', 'countries')['country'])} | |"),
        ("furniture", f"| **marks** | | {len(table('ar', 'furniture')['marks'])} | |"),
        ("calendar", "| **weekdays** | 7 |"),
    ],
)
def test_rows_and_values_are_counted(name, line):
    section = page.coverage("ar").split(f"## {name}.toml\n")[1].split("\n## ")[0]
    assert any(found.startswith(line) for found in section.splitlines()), section


def test_every_table_has_its_section():
    tables = {path.stem for path in Path(page.__file__).with_name("ar").glob("*.toml")}
    sections = {line[3:].removesuffix(".toml") for line in page.coverage("ar").splitlines() if line.startswith("## ")}
    assert sections == tables


def test_values_are_counted_through_lists_and_tables():
    rows = [{"form": "a", "more": ["b", "c"]}, {"form": "d", "more": []}, {"form": "e", "sector": ""}]
    assert list(page._lines("word", rows)) == [
        "| **word** | 3 | | |",
        "| word.form | 3 | 3 | |",
        "| word.more | 1 | 2 | |",
        "| word.sector | 0 | 0 | |",
    ]
    assert list(page._lines("month", {"1": ["x", "y"], "2": "z"})) == ["| **month** | 2 | 3 | |"]


def test_a_key_of_few_values_sorts_the_rows():
    rows = [{"sector": "GOV"}] * 7 + [{"sector": "PTY"}] * 3 + [{"sector": ""}]
    assert next(page._lines("body", rows)) == "| **body** | 11 | | sector: GOV 7, PTY 3 |"
