"""One function over many items, in order, in this process or in several, without ever holding them all.

Each worker has a pipe of its own, so that a worker that is killed, even in the middle of an answer, is noticed at once:
the standard library's pool shares one pipe between its workers and may wait for the rest of such an answer for ever.
"""

import itertools
import signal
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

In = TypeVar("In")
Out = TypeVar("Out")

CHUNK = 8
"""How many items travel to a worker at a time: enough to make the journey cheap, few enough to share the work."""

AHEAD = 4
"""How many chunks for each worker may be begun before the oldest is handed on."""


class WorkerDiedError(RuntimeError):
    """A worker came to an end that was not its own doing."""


def ordered_map(function: Callable[[In], Out], items: Iterable[In], jobs: int = 1) -> Iterator[Out]:
    """`function` of each item, in the order of the items; with more than one job, by that many processes.

    Raises what the function raises, and WorkerDiedError if a process is killed.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    # imported here: one job needs none of it
    from multiprocessing.connection import wait

    chunks = enumerate(_chunks(items))
    workers = [_start(function) for _ in range(jobs)]
    idle: list[Any] = [connection for connection, _ in workers]
    busy: dict[Any, int] = {}  # a worker's connection -> the number of the chunk it is at
    done: dict[int, list[Out]] = {}
    following = 0  # the number of the chunk to be handed on next
    try:
        while True:
            while idle and len(done) + len(busy) < jobs * AHEAD and (chunk := next(chunks, None)):
                connection = idle.pop()
                _guarded(connection.send, chunk[1])
                busy[connection] = chunk[0]
            if following in done:
                yield from done.pop(following)
                following += 1
            elif busy:
                for ready in wait(list(busy)):
                    done[busy.pop(ready)] = _answer(ready)
                    idle.append(ready)
            else:
                return
    finally:
        for connection, process in workers:
            connection.close()
            process.terminate()
            process.join()


def _chunks(items: Iterable[In]) -> Iterator[list[In]]:
    stream = iter(items)
    while chunk := list(itertools.islice(stream, CHUNK)):
        yield chunk


def _start(function: Callable[[Any], Any]) -> "tuple[Connection, BaseProcess]":
    from multiprocessing import Pipe, Process

    ours, theirs = Pipe()
    process = Process(target=_work, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()  # the worker's copy has to be the only one: its end is how a death is noticed
    return ours, process


def _work(function: Callable[[Any], Any], pipe: "Connection") -> None:
    """A worker: chunks in, answers (or the exception that came instead) out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told of it too, and ends the workers
    while True:
        try:
            chunk = pipe.recv()
        except EOFError:
            return
        try:
            answer: Any = [function(item) for item in chunk]
        except Exception as error:
            answer = error
        pipe.send(answer)


def _answer(connection: Any) -> list[Any]:
    answer = _guarded(connection.recv)
    if isinstance(answer, Exception):
        raise answer
    return list(answer)


def _guarded(talk: Callable[..., Any], *args: Any) -> Any:
    try:
        return talk(*args)
    except (EOFError, OSError):
        raise WorkerDiedError("a process that was reading was killed (for want of memory?)") from None
