"""Stopping on a signal: at once, but never in the middle of writing a record and noting it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(BaseException):
    """Somebody asked to stop. No Exception, as it must not be taken for a fault of what it breaks off."""


class Stopping:
    """While the block lasts, SIGINT and SIGTERM raise `Stopped`, or do so when `held` ends."""

    def __init__(self) -> None:
        self._held = self._asked = False

    def __enter__(self) -> "Stopping":
        self._usual = {number: signal.signal(number, self._ask) for number in SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._usual.items():
            signal.signal(number, handler)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        if not self._held:
            raise Stopped

    @contextmanager
    def held(self) -> Iterator[None]:
        """What must be done whole or not at all."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._asked:
            raise Stopped
