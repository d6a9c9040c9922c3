"""The chronicle: who is who, which event is which; every article waits to be joined."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "waiting",
        sa.Column("article_id", sa.Integer, autoincrement=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_waiting"),
        _references("waiting", "article_id", "articles"),
    )
    op.create_table(
        "sightings",
        sa.Column("id", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("smallest", sa.String(32), nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("entity_id", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_sightings"),
    )
    op.create_index("ix_sightings_entity_id", "sightings", ["entity_id"])
    op.create_table(
        "sighting_keys",
        sa.Column("key", sa.Text),
        sa.Column("sighting_id", sa.Text),
        sa.PrimaryKeyConstraint("key", "sighting_id", name="pk_sighting_keys"),
        _references("sighting_keys", "sighting_id", "sightings"),
    )
    op.create_index("ix_sighting_keys_sighting_id", "sighting_keys", ["sighting_id"])
    op.create_table(
        "mentions",
        sa.Column("article_id", sa.Integer, autoincrement=False),
        sa.Column("ref", sa.Text),
        sa.Column("sighting_id", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "ref", name="pk_mentions"),
        _references("mentions", "article_id", "articles"),
        _references("mentions", "sighting_id", "sightings"),
    )
    op.create_index("ix_mentions_sighting_id", "mentions", ["sighting_id"])
    op.create_table(
        "tellings",
        sa.Column("name", sa.Text),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("happening_id", sa.Text),
        sa.PrimaryKeyConstraint("name", name="pk_tellings"),
        _references("tellings", "article_id", "articles"),
    )
    op.create_index("ix_tellings_article_id", "tellings", ["article_id"])
    op.create_index("ix_tellings_happening_id", "tellings", ["happening_id"])
    for table, column in (("telling_keys", "key"), ("telling_parties", "sighting_id")):
        op.create_table(
            table,
            sa.Column(column, sa.Text),
            sa.Column("name", sa.Text),
            sa.PrimaryKeyConstraint(column, "name", name=f"pk_{table}"),
            _references(table, "name", "tellings", "name"),
        )
        op.create_index(f"ix_{table}_name", table, ["name"])
    op.create_table(
        "entities",
        sa.Column("id", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("latin", sa.Text),
        sa.Column("country", sa.String(3)),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
    )
    op.create_table(
        "happenings",
        sa.Column("id", sa.Text),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_happenings"),
    )
    op.create_table(
        "happening_parties",
        sa.Column("happening_id", sa.Text),
        sa.Column("n", sa.SmallInteger, autoincrement=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("entity_id", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.PrimaryKeyConstraint("happening_id", "n", name="pk_happening_parties"),
        _references("happening_parties", "happening_id", "happenings"),
    )
    op.create_index("ix_happening_parties_entity_id", "happening_parties", ["entity_id"])
    op.create_index("ix_happening_parties_country_happening_id", "happening_parties", ["country", "happening_id"])
    op.create_table(
        "maybes",
        sa.Column("what", sa.Text),
        sa.Column("one", sa.Text),
        sa.Column("other", sa.Text),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("what", "one", "other", name="pk_maybes"),
    )
    op.create_index("ix_maybes_other", "maybes", ["other"])
    op.create_table(
        "joins",
        sa.Column("one", sa.Text),
        sa.Column("other", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_joins"),
    )
    op.create_index("ix_joins_other", "joins", ["other"])
    op.execute("INSERT INTO waiting (article_id) SELECT id FROM articles")


def _references(table: str, name: str, other: str, column: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{other}.{column}"], name=f"fk_{table}_{name}", ondelete="CASCADE")
