"""The packs: what Mahdar knows of a language, as tables that people read and extend."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mahdar.packs.store import kept


def table(language: str, name: str) -> dict[str, Any]:
    """The table `name` of a language's pack, as TOML gives it. Raises FileNotFoundError if there is none."""
    try:
        return _tables(language)[name]
    except KeyError:
        raise FileNotFoundError(f"no table {name!r} in the pack {language!r}") from None


@cache
def _tables(language: str) -> dict[str, dict[str, Any]]:
    return kept(language, "tables", lambda: _parsed(language))


def _parsed(language: str) -> dict[str, dict[str, Any]]:
    return {
        path.name.removesuffix(".toml"): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(files("mahdar.packs").joinpath(language).iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    }
