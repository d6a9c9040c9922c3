"""Search: words and filters → statements, events or articles, ranked, with facets.

The words are looked for in what was said (statements), in the sentences that tell of an event (events) or in whole
texts (articles). All filters hold together; several values of one filter mean any of them.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from mahdar.memory.asking import Asked
from mahdar.memory.query import Kind, Query
from mahdar.memory.sentences import sentence_around
from mahdar.memory.snippets import Snippet, snippet
from mahdar.memory.tables import actors, articles, findings, outlets, parties, positions
from mahdar.memory.terms import Term, terms_of

TITLE = 120
"""Characters of a title that are shown."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of an event or statement; a state may have no name but its country's code."""

    side: str
    name: str | None
    latin: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `article` is the content hash, `ref` the id of the event or statement in its record."""

    article: str
    given_id: str
    ref: str | None
    outlet: str | None
    title: str
    published: str | None
    first: str | None
    last: str | None
    snippet: Snippet
    type: str | None = None
    mode: str | None = None
    act: str | None = None
    status: str | None = None
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found, and how many there are in all."""

    kind: Kind
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    """Facet → value → how many of all, the most first."""


def search(connection: Connection, query: Query, *, facets: bool = False) -> Found:
    """What a query finds. Raises SearchError for one that makes no sense."""
    terms = terms_of(query.words)
    asked = Asked(connection, query, terms)
    total = connection.execute(asked.select(func.count())).scalar_one()
    page = list(connection.execute(asked.page()).scalars()) if total else []
    hits = _articles(connection, page, terms) if asked.of is articles else _findings(connection, page, terms)
    return Found(asked.kind, total, tuple(hits), _facets(connection, asked) if facets else {})


def _articles(connection: Connection, page: Sequence[int], terms: tuple[Term, ...]) -> list[Hit]:
    query = select(articles, outlets.c.name).join(outlets, isouter=True).where(articles.c.id.in_(page))
    rows = {row.id: row for row in connection.execute(query)}
    return [_article(rows[number], terms) for number in page]


def _article(row: Any, terms: tuple[Term, ...]) -> Hit:
    return Hit(
        article=row.hash,
        given_id=row.given_id,
        ref=None,
        outlet=row.name,
        title=_title(row.text),
        published=row.published,
        first=row.first,
        last=row.last,
        snippet=snippet(row.text, _body(row.text), len(row.text), terms),
    )


def _findings(connection: Connection, page: Sequence[int], terms: tuple[Term, ...]) -> list[Hit]:
    query = (
        select(
            *findings.c,
            articles.c.hash,
            articles.c.given_id,
            articles.c.published,
            articles.c.text,
            outlets.c.name,
        )
        .join_from(findings, articles, findings.c.article_id == articles.c.id)
        .join(outlets, findings.c.outlet_id == outlets.c.id, isouter=True)
        .where(findings.c.id.in_(page))
    )
    rows = {row.id: row for row in connection.execute(query)}
    taking_part = _parties(connection, page)
    return [_finding(rows[number], taking_part[number], terms) for number in page]


def _finding(row: Any, taking_part: list[Party], terms: tuple[Term, ...]) -> Hit:
    start, end = (row.start, row.end) if row.part == "statement" else sentence_around(row.text, row.start, row.end)
    return Hit(
        article=row.hash,
        given_id=row.given_id,
        ref=row.ref,
        outlet=row.name,
        title=_title(row.text),
        published=row.published,
        first=row.first,
        last=row.last,
        snippet=snippet(row.text, start, end, terms),
        type=row.type,
        mode=row.mode,
        act=row.act,
        status=row.status,
        parties=tuple(taking_part),
    )


def _parties(connection: Connection, page: Sequence[int]) -> dict[int, list[Party]]:
    query = (
        select(parties.c.finding_id, parties.c.side, parties.c.country, actors.c.name, actors.c.latin)
        .join_from(parties, actors, parties.c.actor_id == actors.c.id, isouter=True)
        .where(parties.c.finding_id.in_(page))
        .order_by(parties.c.finding_id, parties.c.n)
    )
    out: defaultdict[int, list[Party]] = defaultdict(list)
    for row in connection.execute(query):
        out[row.finding_id].append(Party(row.side, row.name, row.latin, row.country))
    return out


def _title(text: str) -> str:
    return text.lstrip()[:TITLE].partition("\n")[0].strip()


def _body(text: str) -> int:
    """Where the text goes on after its first line: the title is shown anyway."""
    return text.find("\n\n") + 2 if 0 < text.find("\n\n") < len(text) - 2 else 0


def _facets(connection: Connection, asked: Asked) -> dict[str, dict[str, int]]:
    """How the whole of what was found is made up."""
    own = ["type", "mode", "act", "status"] if asked.of is findings else []
    year = func.substr(asked.of.c.first, 1, 4)
    columns = [*(asked.of.c[name] for name in own), year, asked.of.c.outlet_id]
    known = {row.id: row for row in connection.execute(select(outlets))}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for *values, outlet_id, count in connection.execute(asked.counts(*columns)):
        outlet = known.get(outlet_id)
        named = dict(zip((*own, "year"), values, strict=True))
        named |= {"outlet": outlet.name, "outlet_country": outlet.country} if outlet else {}
        for name, value in named.items():
            if value is not None:
                counts[name][value] += count
    if asked.of is findings:
        ids = asked.select(findings.c.id).subquery()
        several = func.count(parties.c.finding_id.distinct())
        by_country = select(parties.c.country, several).join(ids, ids.c.id == parties.c.finding_id)
        by_country = by_country.where(parties.c.country.is_not(None)).group_by(parties.c.country)
        counts["country"].update({row[0]: row[1] for row in connection.execute(by_country)})
        by_issue = select(positions.c.issue, positions.c.stance, func.count())
        by_issue = by_issue.join(ids, ids.c.id == positions.c.finding_id).group_by(
            positions.c.issue, positions.c.stance
        )
        for issue, stance, count in connection.execute(by_issue):
            counts["issue"][issue] += count
            counts["stance"][stance] += count
    return {name: dict(sorted(of.items(), key=lambda item: (-item[1], item[0]))) for name, of in counts.items() if of}
