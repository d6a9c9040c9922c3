"""A query → SQL, for SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, literal_column, or_, select, union
from sqlalchemy import column as column_of
from sqlalchemy import table as table_of

from mahdar.memory import fulltext
from mahdar.memory.chronicle import called_entities
from mahdar.memory.query import Query
from mahdar.memory.rows import days, folded_name
from mahdar.memory.tables import actors, articles, findings, mentions, names, outlets, parties, positions, sightings
from mahdar.memory.terms import Term, for_fts5, for_postgresql

SPEAKING = ("speaker", "behalf")
"""The sides of a statement that it is made by."""

Condition = ColumnElement[bool]


class Asked:
    """A query as SQL over the articles or the findings, `of`, with the full text of these."""

    def __init__(self, connection: Connection, query: Query, terms: tuple[Term, ...]) -> None:
        self.query = query
        self.terms = terms
        self.kind = query.kind()
        self.sqlite = connection.dialect.name == "sqlite"
        self.of: Table = articles if self.kind == "articles" else findings
        self.words = fulltext.ARTICLES if self.kind == "articles" else fulltext.FINDINGS
        self.full = table_of(self.words, column_of("rowid"), column_of("words"))
        self.conditions = self._matches() + self._dates_and_outlets() + self._narrowed()

    def select(self, *columns: Any) -> Select[Any]:
        """These columns of all that is found."""
        query = select(*columns).select_from(self.of)
        if self.terms:
            query = query.join(self.full, self.full.c.rowid == self.of.c.id)
        return query.where(*self.conditions)

    def counts(self, *columns: Any) -> Select[Any]:
        """These columns of all that is found, and how often each combination occurs."""
        return self.select(*columns, func.count()).group_by(*columns)

    def page(self) -> Select[Any]:
        """The ids of the page that is wanted, in order."""
        ordered = self.select(self.of.c.id).order_by(*self._order())
        return ordered.limit(self.query.limit).offset(self.query.offset)

    def _order(self) -> list[ColumnElement[Any]]:
        newest: list[ColumnElement[Any]] = [self.of.c.first.desc().nulls_last(), self.of.c.id.desc()]
        if not self.terms or self.query.newest:
            return newest
        if self.sqlite:
            return [literal_column(f"{self.words}.rank"), *newest]
        return [func.ts_rank_cd(self.full.c.words, self._tsquery(), 1).desc(), *newest]

    def _matches(self) -> list[Condition]:
        if not self.terms:
            return []
        if self.sqlite:
            return [literal_column(self.words).op("MATCH", is_comparison=True)(for_fts5(self.terms))]
        return [self.full.c.words.bool_op("@@")(self._tsquery())]

    def _tsquery(self) -> ColumnElement[Any]:
        return func.to_tsquery("simple", for_postgresql(self.terms))

    def _dates_and_outlets(self) -> list[Condition]:
        query, of, out = self.query, self.of, []
        if query.since:
            out.append(of.c.last >= days(query.since)[0])
        if query.until:
            out.append(of.c.first <= days(query.until)[1])
        if query.outlets:
            named = or_(*(outlets.c.name.icontains(name, autoescape=True) for name in query.outlets))
            out.append(of.c.outlet_id.in_(select(outlets.c.id).where(named)))
        if query.outlet_countries:
            out.append(of.c.outlet_id.in_(select(outlets.c.id).where(outlets.c.country.in_(query.outlet_countries))))
        return out

    def _narrowed(self) -> list[Condition]:
        if self.kind == "articles":
            return self._naming()
        return [*self._taking_part(), *self._being()]

    def _naming(self) -> list[Condition]:
        """Of articles: which states' people and bodies they name."""
        if not self.query.countries:
            return []
        named = and_(actors.c.country.in_(self.query.countries))
        if self.sqlite and not self.terms:
            return [articles.c.id.in_(select(actors.c.article_id).where(named))]
        return [exists().where(actors.c.article_id == articles.c.id, named)]

    def _being(self) -> list[Condition]:
        """Of findings: what they are themselves."""
        query = self.query
        # a statement that amounts to an event is one of both
        statement, event = findings.c.part == "statement", findings.c.type.is_not(None)
        out: list[Condition] = [statement if self.kind == "statements" else event]
        for column, values in (
            (findings.c.type, query.types),
            (findings.c.mode, query.modes),
            (findings.c.act, query.acts),
            (findings.c.status, query.statuses),
        ):
            if values:
                out.append(column.in_(values))
        return out

    def _taking_part(self) -> list[Condition]:
        """Of findings: who takes part, speaks or is spoken of, and on which issue."""
        query = self.query
        wanted: list[tuple[Table, list[Condition]]] = []
        if query.person:
            wanted.append((parties, [_is_called(query.person)]))
        if query.speaker:
            wanted.append((parties, [_is_called(query.speaker), parties.c.side.in_(SPEAKING)]))
        if query.pair:
            wanted += [(parties, [parties.c.country == country]) for country in query.pair]
        if query.speaker_countries:
            of_country = parties.c.country.in_(query.speaker_countries)
            wanted.append((parties, [of_country, parties.c.side.in_(SPEAKING)]))
        if query.countries:
            wanted.append((parties, [parties.c.country.in_(query.countries)]))
        if query.issues or query.stances:
            about = [positions.c.issue.in_(query.issues)] if query.issues else []
            stance = [positions.c.stance.in_(query.stances)] if query.stances else []
            wanted.append((positions, [*about, *stance]))
        out: list[Condition] = []
        for table, conditions in wanted:
            if self.sqlite and not self.terms and not out:
                # SQLite does not begin with what is rarest, unless it is told so
                out.append(findings.c.id.in_(select(table.c.finding_id).where(*conditions)))
            else:
                out.append(exists().where(table.c.finding_id == findings.c.id, *conditions))
        return out


def _is_called(name: str) -> Condition:
    """Of a party: somebody whom this article, or another that means the same one, calls by all the words."""
    called = [names.c.folded.contains(word, autoescape=True) for word in folded_name(name).split()]
    here = select(actors.c.id).join(names).where(*called)
    same = and_(mentions.c.article_id == actors.c.article_id, mentions.c.ref == actors.c.ref)
    anywhere = (
        select(actors.c.id).join(mentions, same).join(sightings).where(sightings.c.entity_id.in_(called_entities(name)))
    )
    return parties.c.actor_id.in_(union(here, anywhere))
