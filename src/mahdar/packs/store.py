"""What takes long to work out from a pack is kept in the user's cache folder until the pack or the code changes.

It is plain data (strings, numbers, tuples, lists, dicts) under $XDG_CACHE_HOME/mahdar or ~/.cache/mahdar, one file a
name. With MAHDAR_CACHE=off nothing is kept and nothing read. A file that is missing, damaged or made from another pack
is made anew; a folder that cannot be written to is no error.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, cast

Data = TypeVar("Data")

SIZE = 32  # bytes of a digest


def kept(language: str, name: str, make: Callable[[], Data]) -> Data:
    """What `make` returns for this pack as it is now: from the cache if it is there, else made and put there."""
    folder = _folder()
    if folder is None:
        return make()
    file = folder / f"{language}-{name}"
    source = _source(language)
    with suppress(OSError, EOFError, ValueError, TypeError):
        whole = file.read_bytes()
        content = whole[2 * SIZE :]
        # Unmarshalling is safe only for what marshal has written: the digest tells.
        if whole[:SIZE] == source and whole[SIZE : 2 * SIZE] == _digest([content]):
            return cast("Data", marshal.loads(content))
    made = make()
    with suppress(OSError, ValueError):
        content = marshal.dumps(cast(Any, made))
        _write(file, source + _digest([content]) + content)
    return made


def _folder() -> Path | None:
    if os.environ.get("MAHDAR_CACHE") == "off":
        return None
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "mahdar"
    except RuntimeError:  # no home
        return None


def _write(file: Path, content: bytes) -> None:
    """All of it or nothing, whoever reads or writes the file at the same time."""
    from tempfile import NamedTemporaryFile  # imported here: needed once

    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.", delete=False) as draft:
        try:
            draft.write(content)
            draft.close()
            Path(draft.name).replace(file)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


@cache
def _source(language: str) -> bytes:
    """A digest of all that the data come from: Python's version, Mahdar's code, the language's tables."""
    code = sorted((path.name, path.read_bytes()) for path in _modules(files("mahdar")))
    tables = sorted(
        (path.name, path.read_bytes())
        for path in files("mahdar.packs").joinpath(language).iterdir()
        if path.name.endswith(".toml")
    )
    parts = [sys.version.encode()]
    for path, content in code + tables:
        parts += [path.encode(), str(len(content)).encode(), content]
    return _digest(parts)


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.name.endswith(".py"):
            yield path
        elif path.is_dir() and path.name != "__pycache__":
            yield from _modules(path)


def _digest(parts: list[bytes]) -> bytes:
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        digest.update(part)
    return digest.digest()
