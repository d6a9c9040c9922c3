"""The versions of the tables, and the steps between them (Alembic), run when a database is opened.

A step, once released, is never changed: `versions/NNNN_what.py` follows the one before.
"""

from pathlib import Path

from sqlalchemy import Connection

KNOWN = ("0001", "0002")
"""All versions of the tables, the newest last."""


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables up to a version, inside the transaction of `connection`."""
    # imported here: only a new or an old database needs it
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
