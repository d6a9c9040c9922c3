"""The tables of a database, for SQLite and PostgreSQL alike.

`articles`, `records` and `decisions` hold what cannot be worked out again. All others are made from them, row by row of
an article or by the joining, and may be thrown away at any time (`mahdar rebuild`). The full text stands in two tables
apart (`fulltext.py`), as each kind of database has its own form for it.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True, doc="a table"),
    Column("last", Integer, nullable=False, doc="the last id given: none is ever given twice"),
)

outlets = Table(
    "outlets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True, doc="as articles name it, else the host of their URLs"),
    Column("country", String(3), doc="ISO 3166 alpha-3, if it is known"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(32), nullable=False, unique=True, doc="identity.content_hash"),
    Column("given_id", Text, nullable=False, index=True, doc="the id it came with"),
    Column("outlet_id", ForeignKey("outlets.id"), index=True),
    Column("published", Text, doc="ISO day, month or year"),
    Column("first", String(10), index=True, doc="the first day that this may mean"),
    Column("last", String(10), doc="the last one"),
    Column("added", Text, nullable=False, doc="UTC, ISO 8601"),
    Column("text", Text, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("article_id", _of("articles"), primary_key=True, autoincrement=False),
    Column("reader", Text, nullable=False, doc="which reading made it: reader.py"),
    Column("read", Text, nullable=False, doc="UTC, ISO 8601"),
    Column("body", Text, nullable=False, doc="JSON: the record as the machine made it, without the text"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made", Text, nullable=False, doc="UTC, ISO 8601"),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("verb", Text, nullable=False, doc="decisions.VERBS"),
    Column(
        "hash",
        String(32),
        index=True,
        doc="of the article; it need not be here",
    ),
    Column("body", Text, nullable=False, doc="JSON: what was decided"),
)

names = Table(
    "names",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("folded", Text, nullable=False, unique=True, doc="rows.folded_name: what a person's name is looked up by"),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article_id", _of("articles"), nullable=False),
    Column("ref", Text, nullable=False, doc="its id in the record"),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_id", ForeignKey("names.id"), nullable=False, index=True),
    Column("latin", Text),
    Column("country", String(3)),
    Column("sector", Text),
    Column("role", Text),
    UniqueConstraint("article_id", "ref"),
    Index(None, "country", "article_id"),
)

findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article_id", _of("articles"), nullable=False),
    Column("outlet_id", Integer, doc="the article's"),
    Column("part", Text, nullable=False, doc="event or statement; a statement stands for the event it amounts to"),
    Column("ref", Text, nullable=False, doc="its id in the record"),
    Column("type", Text),
    Column("mode", Text),
    Column("act", Text),
    Column("status", Text),
    Column("first", String(10), doc="the first day on which it may have been; of a statement, its publication's"),
    Column("last", String(10), doc="the last one"),
    Column("start", Integer, nullable=False, doc="the words to show: text[start:end]"),
    Column("end", Integer, nullable=False),
    UniqueConstraint("article_id", "part", "ref"),
)

parties = Table(
    "parties",
    metadata,
    Column("finding_id", _of("findings"), primary_key=True, autoincrement=False),
    Column("n", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False, doc="actor, recipient, speaker, behalf or target"),
    Column("country", String(3)),
    Column("actor_id", _of("actors"), index=True, doc="none for a state given by its code alone"),
    Index(None, "country", "finding_id"),
)

positions = Table(
    "positions",
    metadata,
    Column("finding_id", _of("findings"), primary_key=True, autoincrement=False),
    Column("issue", Text, primary_key=True),
    Column("stance", Text, nullable=False),
    Index(None, "issue", "finding_id"),
)

# The chronicle, and what the joining keeps of each article to go on from (mahdar.memory.joining).

waiting = Table(
    "waiting",
    metadata,
    Column("article_id", _of("articles"), primary_key=True, autoincrement=False, doc="to be joined, or joined anew"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", Text, primary_key=True, doc="joining.Sighting.id"),
    Column("body", Text, nullable=False, doc="JSON: joining.Sighting"),
    Column("smallest", String(32), nullable=False, doc="hash of the article whose words the body has"),
    Column("first", Text, nullable=False, doc="the first day of which articles show it; empty if none has a day"),
    Column("last", Text, nullable=False, doc="the last one"),
    Column("count", Integer, nullable=False, doc="how often it is seen"),
    Column("entity_id", Text, index=True, doc="none until it is joined"),
)

sighting_keys = Table(
    "sighting_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sighting_id", _of("sightings"), primary_key=True, index=True),
)

mentions = Table(
    "mentions",
    metadata,
    Column("article_id", _of("articles"), primary_key=True, autoincrement=False),
    Column("ref", Text, primary_key=True, doc="id of an actor in the record, or a state's code"),
    Column("sighting_id", _of("sightings"), nullable=False, index=True),
    Column("day", Text, nullable=False, doc="of which the article speaks; empty if it has none"),
)

tellings = Table(
    "tellings",
    metadata,
    Column("name", Text, primary_key=True, doc="article's hash#id of the event in its record"),
    Column("article_id", _of("articles"), nullable=False, index=True),
    Column("body", Text, nullable=False, doc="JSON: joining.Told"),
    Column("happening_id", Text, index=True, doc="none until it is joined"),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", ForeignKey("tellings.name", ondelete="CASCADE"), primary_key=True, index=True),
)

telling_parties = Table(
    "telling_parties",
    metadata,
    Column("sighting_id", Text, primary_key=True),
    Column("name", ForeignKey("tellings.name", ondelete="CASCADE"), primary_key=True, index=True),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("latin", Text),
    Column("country", String(3)),
    Column("body", Text, nullable=False, doc="JSON: joining.Entity"),
)

happenings = Table(
    "happenings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("first", String(10), doc="the first day on which it may have been"),
    Column("last", String(10), doc="the last one"),
    Column("body", Text, nullable=False, doc="JSON: joining.ChronicleEvent"),
)

happening_parties = Table(
    "happening_parties",
    metadata,
    Column("happening_id", _of("happenings"), primary_key=True),
    Column("n", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False, doc="actor or recipient"),
    Column("entity_id", Text, nullable=False, index=True),
    Column("country", String(3)),
    Index(None, "country", "happening_id"),
)

maybes = Table(
    "maybes",
    metadata,
    Column("what", Text, primary_key=True, doc="actor or event"),
    Column("one", Text, primary_key=True, doc="id of an entity or of a happening"),
    Column("other", Text, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("body", Text, nullable=False, doc="JSON: joining.Maybe"),
)

joins = Table(
    "joins",
    metadata,
    Column("one", Text, primary_key=True, doc="id of a sighting or name of a telling"),
    Column("other", Text, primary_key=True, index=True),
    Column("body", Text, nullable=False, doc="JSON: joining.Join"),
)
