"""Data of any shape that a page holds as JSON, object by object."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

_MAX_NODES: Final = 20000
"""Objects of one piece of data that are looked at."""


def nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in some data, outer ones first."""
    return islice(_all(data), _MAX_NODES)


def _all(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for value in waiting:
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
