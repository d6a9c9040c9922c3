"""One function over many items, in order, in this process or in several, without ever holding them all."""

import itertools
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")

CHUNK = 8
"""How many items travel to a worker at a time: enough to make the journey cheap, few enough to share the work."""

AHEAD = 3
"""How many chunks for each worker are on their way at most."""


class WorkerDiedError(RuntimeError):
    """A worker came to an end that was not its own doing."""


def ordered_map(function: Callable[[In], Out], items: Iterable[In], jobs: int = 1) -> Iterator[Out]:
    """`function` of each item, in the order of the items; with more than one job, by that many processes.

    Raises WorkerDiedError if one of those is killed.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    # imported here: it costs as much as the rest of the start-up, and one job needs none of it
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[Out]]] = deque()
    stream = iter(items)
    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)
    try:
        while chunk := list(itertools.islice(stream, CHUNK)):
            waiting.append(pool.submit(partial(_each, function), chunk))
            while waiting and (len(waiting) >= jobs * AHEAD or waiting[0].done()):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkerDiedError("a process that was reading was killed (for want of memory?)") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _each(function: Callable[[In], Out], items: list[In]) -> list[Out]:
    return [function(item) for item in items]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
