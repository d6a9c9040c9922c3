"""The sightings and tellings in the database, as the joining asks for them (`joining.adding.Known`)."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from mahdar.memory.bodies import from_json
from mahdar.memory.inserting import portions
from mahdar.memory.joining import Seen, Sighting, Told
from mahdar.memory.joining.adding import Heard, Shown
from mahdar.memory.tables import sighting_keys, sightings, telling_keys, telling_parties, tellings

_ASKED: Any = bindparam("asked", expanding=True)

_SHOWN = (
    sightings.c.id,
    sightings.c.body,
    sightings.c.first,
    sightings.c.last,
    sightings.c.count,
    sightings.c.entity_id,
)
_SIGHTINGS = select(*_SHOWN).where(sightings.c.id.in_(_ASKED))
_SIGHTINGS_WITH = select(*_SHOWN).join_from(sighting_keys, sightings).where(sighting_keys.c.key.in_(_ASKED)).distinct()
_SIGHTINGS_IN = select(*_SHOWN).where(sightings.c.entity_id.in_(_ASKED))
_TELLINGS = select(tellings.c.name, tellings.c.body, tellings.c.happening_id).where(tellings.c.name.in_(_ASKED))
_TELLINGS_WITH = (
    select(tellings.c.name, tellings.c.body, tellings.c.happening_id)
    .join_from(telling_keys, tellings)
    .where(telling_keys.c.key.in_(_ASKED))
    .distinct()
)
_TELLINGS_IN = select(tellings.c.name, tellings.c.body, tellings.c.happening_id).where(
    tellings.c.happening_id.in_(_ASKED)
)
_TELLINGS_OF = (
    select(tellings.c.name, tellings.c.body, tellings.c.happening_id)
    .join_from(telling_parties, tellings)
    .where(telling_parties.c.sighting_id.in_(_ASKED))
    .distinct()
)


class Keeper:
    """Looks up what the joining needs; what was looked up once is remembered for as long as the keeper lives."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.shown: dict[str, Shown] = {}
        self.heard: dict[str, Heard] = {}

    def sightings(self, ids: Collection[str]) -> Iterable[Shown]:
        """Those of these ids."""
        missing = [one for one in ids if one not in self.shown]
        if missing:
            self._show(self._ask(_SIGHTINGS, missing))
        return [self.shown[one] for one in ids if one in self.shown]

    def sightings_with(self, keys: Collection[str]) -> Iterable[Shown]:
        """Those with any of these keys."""
        return self._show(self._ask(_SIGHTINGS_WITH, keys))

    def sightings_in(self, entities: Collection[str]) -> Iterable[Shown]:
        """Those of these entities."""
        return self._show(self._ask(_SIGHTINGS_IN, entities))

    def tellings(self, names: Collection[str]) -> Iterable[Heard]:
        """Those of these names."""
        missing = [one for one in names if one not in self.heard]
        if missing:
            self._hear(self._ask(_TELLINGS, missing))
        return [self.heard[one] for one in names if one in self.heard]

    def tellings_with(self, keys: Collection[str]) -> Iterable[Heard]:
        """Those with any of these keys."""
        return self._hear(self._ask(_TELLINGS_WITH, keys))

    def tellings_in(self, events: Collection[str]) -> Iterable[Heard]:
        """Those of these events."""
        return self._hear(self._ask(_TELLINGS_IN, events))

    def tellings_of(self, sightings: Collection[str]) -> Iterable[Heard]:
        """Those with any of these parties."""
        return self._hear(self._ask(_TELLINGS_OF, sightings))

    def _ask(self, query: Select[Any], values: Collection[str]) -> Iterator[Any]:
        for some in portions(list(values)):
            yield from self.connection.execute(query, {"asked": some})

    def _show(self, rows: Iterable[Any]) -> list[Shown]:
        out = []
        for number, body, first, last, count, entity in rows:
            if number not in self.shown:
                self.shown[number] = (Seen(from_json(Sighting, body), first, last, count), entity)
            out.append(self.shown[number])
        return out

    def _hear(self, rows: Iterable[Any]) -> list[Heard]:
        out = []
        for name, body, happening in rows:
            if name not in self.heard:
                self.heard[name] = (from_json(Told, body), happening)
            out.append(self.heard[name])
        return out
