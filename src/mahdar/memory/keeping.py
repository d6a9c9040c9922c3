"""Articles → the database: what is not there yet is read and written, batch by batch, in order.

A run that is killed loses at most the batch in hand; run again, it goes on where it was.
"""

import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from mahdar.memory.database import Database
from mahdar.memory.identity import content_hash, storable
from mahdar.memory.reader import reader_name
from mahdar.memory.writing import Prepared, Written, prepare, readers, write
from mahdar.parallel import WorkerDiedError, ordered_map
from mahdar.reading.reader import read_article
from mahdar.record import Article
from mahdar.sources import InputError

BATCH = 500
"""Articles that are written together at most."""

PATIENCE = 2.0
"""Seconds after which what was read is written, however little it is."""


def keep(
    database: Database, found: Iterable[Article | InputError], issues: Path | None = None, jobs: int = 1
) -> Iterator[Written | InputError]:
    """Read and write what is not there yet; yields what was kept after each batch, and what could not be read.

    `issues` is a file with issues of the user's own, `jobs` the number of processes that read. When a `Written` comes
    out, its articles are kept, whatever happens next. Raises DatabaseError and WorkerDiedError.
    """
    reader = reader_name(issues)
    batch: list[Prepared] = []
    began = time.monotonic()
    try:
        for outcome in ordered_map(partial(_prepared, issues, reader), _unknown(database, found, reader), jobs):
            if isinstance(outcome, Prepared):
                if not batch:
                    began = time.monotonic()
                batch.append(outcome)
            else:
                yield outcome
            if len(batch) >= BATCH or (batch and time.monotonic() - began > PATIENCE):
                written = write(database, batch)
                batch = []
                yield written
    except (KeyboardInterrupt, WorkerDiedError):
        # what was read is kept; an interrupted batch was written whole or not at all, and may be written again
        if batch:
            yield write(database, batch)
        raise
    if batch:
        yield write(database, batch)


_KNOWN = Written(known=1)


def _unknown(
    database: Database, found: Iterable[Article | InputError], reader: str
) -> Iterator[Article | InputError | Written]:
    """What has to be read; in place of an article that is there already, that it is."""
    for one in found:
        if isinstance(one, InputError):
            yield one
            continue
        article = storable(one)
        digest = content_hash(article)
        with database.reading() as connection:
            known = readers(connection, [digest])
        yield _KNOWN if known and known[digest][1] == reader else article


def _prepared(
    issues: Path | None, reader: str, found: Article | InputError | Written
) -> Prepared | InputError | Written:
    """One article read and made ready to be written; runs in the workers."""
    if not isinstance(found, Article):
        return found
    try:
        return prepare(read_article(found, issues), reader)
    except Exception as error:  # a fault of ours in one article must not lose the others
        return InputError(found.id, None, f"could not be read, a fault of Mahdar: {type(error).__name__}: {error}")
