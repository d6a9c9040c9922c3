"""Writes a small SQLite database of some version of the tables as SQL, to be kept beside the tests:

    python -m tests.memory.old_version 0001 > tests/memory/version-0001.sql

Made once for each version, when the next one is begun; the tests bring every such file up to date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, inspect, text

from mahdar import read
from mahdar.memory.database import open_database
from mahdar.memory.fulltext import ARTICLES, FINDINGS
from mahdar.memory.migrations import upgrade
from mahdar.memory.rows import rows_of
from mahdar.memory.stored import load
from mahdar.memory.tables import findings, metadata
from mahdar.memory.writing import prepare, write

RECORDS = [
    read("استقبل وزير الخارجية المصري السفير التركي أمس.", published="2024-12-11", source="صدى", id="first"),
    read("زار رئيس الوزراء العراقي محمد السوداني القاهرة. وأدان العدوان على غزة.", published="2024-12-12", id="second"),
]


def script(version: str) -> Iterator[str]:
    """The SQL, a statement at a time."""
    with TemporaryDirectory() as folder:
        with open_database(Path(folder) / "new.db", create=True) as new:
            write(new, [prepare(record, "test") for record in RECORDS])
            with new.reading() as connection:
                rows = {t.name: connection.execute(t.select()).mappings().all() for t in metadata.sorted_tables}
                numbers = connection.execute(findings.select().order_by(findings.c.id)).scalars().all()
                words = [(one.number, rows_of(one.record)) for one in load(connection)]
        engine = create_engine(f"sqlite:///{folder}/old.db")
        with engine.begin() as connection:
            upgrade(connection, version)
            tables = set(inspect(connection).get_table_names())
            schema = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    virtual = (ARTICLES, FINDINGS)
    for name, sql in schema:
        if name in virtual or not name.startswith(virtual):
            yield f"{sql};"
    yield f"INSERT INTO alembic_version VALUES ('{version}');"
    for table in metadata.sorted_tables:
        if table.name in tables:
            for row in rows[table.name]:
                names = ", ".join(f'"{name}"' for name in row)
                yield f"INSERT INTO {table.name} ({names}) VALUES ({', '.join(map(_literal, row.values()))});"
    stems = iter(numbers)
    for number, of in words:
        yield f"INSERT INTO {ARTICLES} (rowid, words) VALUES ({number}, {_literal(of.stems)});"
        for finding in of.findings:
            yield f"INSERT INTO {FINDINGS} (rowid, words) VALUES ({next(stems)}, {_literal(finding.stems)});"


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*script(sys.argv[1]), ""]))
