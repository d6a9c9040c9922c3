"""The packs: what Mahdar knows of a language, as tables that people read and extend."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The table `name` of a language's pack, as TOML gives it. Raises FileNotFoundError if there is none."""
    return tomllib.loads(files("mahdar.packs").joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))
