"""What the tables of a pack hold, with counts, as a page for people: `make docs` writes it to docs/coverage.md.

It knows no table by name: a new row changes a number, a new table or key becomes a new line.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from mahdar.packs import table

VALUES_SHOWN = 12  # of a key that sorts the rows into kinds
PACKS = ("ar",)

HEAD = """# What the tables hold

Made from the tables by `make docs`; not to be edited. A row is one entry, a value one string or number in it.
"""


def coverage(language: str) -> str:
    """The page on one pack, in Markdown."""
    names = sorted(f.name.removesuffix(".toml") for f in files("mahdar.packs").joinpath(language).iterdir()
                   if f.name.endswith(".toml"))  # fmt: skip
    parts = [HEAD, *(_section(language, name) for name in names)]
    return "\n".join(parts)


def _section(language: str, name: str) -> str:
    lines = [f"## {name}.toml", ""]
    about = _about(language, name)
    if about:
        lines += [about, ""]
    lines += ["| key | rows | values | sorted by |", "|---|---:|---:|---|"]
    lines += [line for key, value in table(language, name).items() for line in _lines(key, value)]
    return "\n".join(lines) + "\n"


def _about(language: str, name: str) -> str:
    """The first paragraph of the comment at the head of a table."""
    text = files("mahdar.packs").joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
    words: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#") or not line.strip("# "):
            break
        words.append(line.strip("# "))
    return " ".join(words)


def _lines(key: str, value: Any) -> Iterator[str]:
    """The lines of the page for one top-level key."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        keys = dict.fromkeys(inner for row in value for inner in row)
        kinds = [text for inner in keys if (text := _kinds(inner, [row[inner] for row in value if inner in row]))]
        yield f"| **{key}** | {len(value):,} | | " + ("<br>".join(kinds) + " |" if kinds else "|")
        for inner in keys:
            held = [row[inner] for row in value if inner in row]
            yield f"| {key}.{inner} | {sum(1 for v in held if v != '' and v != []):,} | {sum(map(_size, held)):,} | |"
    elif isinstance(value, dict):
        yield f"| **{key}** | {len(value):,} | {sum(map(_size, value.values())):,} | |"
    else:
        yield f"| **{key}** | | {_size(value):,} | |"


def _size(value: Any) -> int:
    """How many strings or numbers a value comes to; none is an empty string."""
    if isinstance(value, list):
        return sum(map(_size, value))
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    return int(value != "")


def _kinds(key: str, values: list[Any]) -> str:
    """`sector: GOV 91, PTY 80, …` for a key that sorts the rows into few kinds, else nothing."""
    if not all(isinstance(value, str) for value in values):
        return ""
    counts = Counter(value for value in values if value)
    if len(counts) < 2 or 4 * len(counts) > sum(counts.values()):
        return ""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"{value} {count:,}" for value, count in ranked[:VALUES_SHOWN])
    more = len(ranked) - VALUES_SHOWN
    return f"{key}: {shown}" + (f", and {more} more" if more > 0 else "")


if __name__ == "__main__":
    sys.stdout.write("\n".join(coverage(language) for language in PACKS))
