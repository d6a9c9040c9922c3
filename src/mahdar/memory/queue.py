"""Which articles wait to be joined."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from mahdar.memory.inserting import insert_rows, portions
from mahdar.memory.tables import waiting


def let_wait(connection: Connection, numbers: Iterable[int]) -> None:
    """Have articles joined, or joined anew, with the next that are."""
    every = list(numbers)
    present: set[int] = set()
    for some in portions(every):
        present.update(connection.execute(select(waiting.c.article_id).where(waiting.c.article_id.in_(some))).scalars())
    insert_rows(connection, waiting, [{"article_id": number} for number in every if number not in present])


def waiting_count(connection: Connection) -> int:
    """How many articles wait to be joined."""
    return int(connection.execute(select(func.count()).select_from(waiting)).scalar_one())
