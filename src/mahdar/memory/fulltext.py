"""The full text of articles and findings: FTS5 in SQLite, tsvector in PostgreSQL, one table of words for each.

Both hold the stems that `words.py` makes, and nothing else: the text itself stands in `articles`. In SQLite it is a
table without content, a quarter of the size of one with it, from which a row can be removed only by telling its words
exactly as they were added. As another Mahdar may have added them, the words of findings that are gone stay until the
next rebuild; they belong to ids that are never given again, and so are never found.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, select
from sqlalchemy import table as table_of

ARTICLES, FINDINGS = "article_words", "finding_words"

Row = tuple[int, str]
"""The id of an article or a finding, and its stems with spaces between."""


def insert(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Add rows to one of the tables."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", list(rows))
    else:
        connection.exec_driver_sql(
            f"INSERT INTO {table} (rowid, words) VALUES (%s, to_tsvector('simple', %s))", list(rows)
        )


def ids(connection: Connection, table: str) -> Select[Any]:
    """The ids of all that one of the tables holds the words of."""
    if connection.dialect.name == "sqlite":
        return select(column("id")).select_from(table_of(f"{table}_docsize", column("id")))
    return select(column("rowid")).select_from(table_of(table, column("rowid")))


def empty(connection: Connection, table: str) -> None:
    """Remove all rows of one of the tables."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    else:
        connection.exec_driver_sql(f"TRUNCATE {table}")
