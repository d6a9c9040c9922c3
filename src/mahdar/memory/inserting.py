"""Rows into a table, and the small things that go with it."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select, update

from mahdar.memory.tables import counters

Value = TypeVar("Value")

MANY = 500
"""How many values one statement looks up at most."""


def next_ids(connection: Connection, table: Table, count: int) -> range:
    """Ids for so many new rows of a table. The writer is alone, so that they are nobody else's."""
    name = {"name": table.name}
    last = connection.execute(select(counters.c.last).where(counters.c.name == table.name)).scalar()
    if last is None:
        last = 0
        connection.execute(insert(counters), name | {"last": count})
    else:
        connection.execute(update(counters).where(counters.c.name == table.name), {"last": last + count})
    return range(last + 1, last + 1 + count)


def insert_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add rows in which each column of the table stands.

    Past SQLAlchemy's own insert, which looks at every value of every row: that takes longer than SQLite does.
    """
    if rows:
        quote = connection.dialect.identifier_preparer.quote
        names = [column.name for column in table.columns]
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        into = f"{quote(table.name)} ({', '.join(map(quote, names))})"
        values = ", ".join([mark] * len(names))
        given = [tuple([row[name] for name in names]) for row in rows]
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({values})", given)


def portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Values in portions that one statement may ask for."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
