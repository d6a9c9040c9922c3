"""Which reading made a record: when it changes, articles are read anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import mahdar

ROOMS = ("ontology", "packs", "reading", "record.py")
"""What a record depends on, apart from its article."""


def reader_name(issues: Path | None = None) -> str:
    """Mahdar's version, and a digest of the code and tables that read (and of the user's own issues)."""
    digest = blake2b(_own(), digest_size=6)
    if issues is not None:
        digest.update(issues.read_bytes())
    return f"{mahdar.__version__}-{digest.hexdigest()}"


@cache
def _own() -> bytes:
    digest = blake2b()
    for name, content in sorted((path, content) for room in ROOMS for path, content in _files(room, files("mahdar"))):
        digest.update(f"{name} {len(content)} ".encode() + content)
    return digest.digest()


def _files(name: str, folder: Traversable) -> Iterator[tuple[str, bytes]]:
    path = folder.joinpath(name)
    if path.is_dir():
        for inner in path.iterdir():
            for below, content in _files(inner.name, path):
                yield f"{name}/{below}", content
    elif name.endswith((".py", ".toml")):
        yield name, path.read_bytes()
