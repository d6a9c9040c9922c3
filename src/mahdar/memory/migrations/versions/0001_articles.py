"""Articles and records, what is searched in them, and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.Text),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.create_table(
        "outlets",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.PrimaryKeyConstraint("id", name="pk_outlets"),
        sa.UniqueConstraint("name", name="uq_outlets_name"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("hash", sa.String(32), nullable=False),
        sa.Column("given_id", sa.Text, nullable=False),
        sa.Column("outlet_id", sa.Integer),
        sa.Column("published", sa.Text),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("hash", name="uq_articles_hash"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name="fk_articles_outlet_id"),
    )
    op.create_index("ix_articles_given_id", "articles", ["given_id"])
    op.create_index("ix_articles_outlet_id", "articles", ["outlet_id"])
    op.create_index("ix_articles_first", "articles", ["first"])
    op.create_table(
        "records",
        sa.Column("article_id", sa.Integer, autoincrement=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("read", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_records"),
        _references("records", "article_id", "articles"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("hash", sa.String(32)),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_hash", "decisions", ["hash"])
    op.create_table(
        "names",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_names"),
        sa.UniqueConstraint("folded", name="uq_names_folded"),
    )
    op.create_table(
        "actors",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_id", sa.Integer, nullable=False),
        sa.Column("latin", sa.Text),
        sa.Column("country", sa.String(3)),
        sa.Column("sector", sa.Text),
        sa.Column("role", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("article_id", "ref", name="uq_actors_article_id_ref"),
        _references("actors", "article_id", "articles"),
        sa.ForeignKeyConstraint(["name_id"], ["names.id"], name="fk_actors_name_id"),
    )
    op.create_index("ix_actors_name_id", "actors", ["name_id"])
    op.create_index("ix_actors_country_article_id", "actors", ["country", "article_id"])
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("outlet_id", sa.Integer),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("mode", sa.Text),
        sa.Column("act", sa.Text),
        sa.Column("status", sa.Text),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
        sa.UniqueConstraint("article_id", "part", "ref", name="uq_findings_article_id_part_ref"),
        _references("findings", "article_id", "articles"),
    )
    op.create_table(
        "parties",
        sa.Column("finding_id", sa.Integer, autoincrement=False),
        sa.Column("n", sa.SmallInteger, autoincrement=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("actor_id", sa.Integer),
        sa.PrimaryKeyConstraint("finding_id", "n", name="pk_parties"),
        _references("parties", "finding_id", "findings"),
        _references("parties", "actor_id", "actors"),
    )
    op.create_index("ix_parties_actor_id", "parties", ["actor_id"])
    op.create_index("ix_parties_country_finding_id", "parties", ["country", "finding_id"])
    op.create_table(
        "positions",
        sa.Column("finding_id", sa.Integer, autoincrement=False),
        sa.Column("issue", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("finding_id", "issue", name="pk_positions"),
        _references("positions", "finding_id", "findings"),
    )
    op.create_index("ix_positions_issue_finding_id", "positions", ["issue", "finding_id"])
    for table in ("article_words", "finding_words"):
        _words(table)


def _references(table: str, name: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{other}.id"], name=f"fk_{table}_{name}", ondelete="CASCADE")


def _words(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        tokens = "unicode61 remove_diacritics 0"
        op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5 (words, content='', tokenize=\"{tokens}\")")
    else:
        op.execute(f"CREATE TABLE {table} (rowid integer PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
