"""The sightings and tellings in the database, as the joining asks for them (`joining.adding.Known`)."""

from collections.abc import Collection, Iterable, Sequence
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
_HEARD = (tellings.c.name, tellings.c.body, tellings.c.happening_id)


def _by(column: Any, columns: Sequence[Any]) -> Select[Any]:
    """What is found by some values of a column, each value with what it finds."""
    return select(column.label("by"), *columns).where(column.in_(_ASKED))


_SIGHTINGS = _by(sightings.c.id, _SHOWN)
_SIGHTINGS_WITH = _by(sighting_keys.c.key, _SHOWN).join_from(sighting_keys, sightings)
_SIGHTINGS_IN = _by(sightings.c.entity_id, _SHOWN)
_TELLINGS = _by(tellings.c.name, _HEARD)
_TELLINGS_WITH = _by(telling_keys.c.key, _HEARD).join_from(telling_keys, tellings)
_TELLINGS_IN = _by(tellings.c.happening_id, _HEARD)
_TELLINGS_OF = _by(telling_parties.c.sighting_id, _HEARD).join_from(telling_parties, tellings)


class Keeper:
    """Looks up what the joining needs, and remembers it: nothing may be written as long as a keeper is asked."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.shown: dict[str, Shown] = {}
        self.heard: dict[str, Heard] = {}
        self.found: dict[Any, dict[str, list[str]]] = {}  # query → value → ids of what it finds

    def look_ahead(self, touched_sightings: Collection[str], touched_tellings: Collection[str]) -> None:
        """Look up together what the joining is going to ask for one by one."""
        shown = list(self.sightings(touched_sightings))
        self.sightings_with({key for seen, _ in shown for key in seen.sighting.keys})
        self.sightings_in({entity for _, entity in shown if entity is not None})
        self.tellings_with({key for told, _ in self.tellings(touched_tellings) for key in told.keys})

    def sightings(self, ids: Collection[str]) -> Iterable[Shown]:
        """Those of these ids."""
        return self._show(_SIGHTINGS, ids)

    def sightings_with(self, keys: Collection[str]) -> Iterable[Shown]:
        """Those with any of these keys."""
        return self._show(_SIGHTINGS_WITH, keys)

    def sightings_in(self, entities: Collection[str]) -> Iterable[Shown]:
        """Those of these entities."""
        return self._show(_SIGHTINGS_IN, entities)

    def tellings(self, names: Collection[str]) -> Iterable[Heard]:
        """Those of these names."""
        return self._hear(_TELLINGS, names)

    def tellings_with(self, keys: Collection[str]) -> Iterable[Heard]:
        """Those with any of these keys."""
        return self._hear(_TELLINGS_WITH, keys)

    def tellings_in(self, events: Collection[str]) -> Iterable[Heard]:
        """Those of these events."""
        return self._hear(_TELLINGS_IN, events)

    def tellings_of(self, sightings: Collection[str]) -> Iterable[Heard]:
        """Those with any of these parties."""
        return self._hear(_TELLINGS_OF, sightings)

    def _show(self, query: Select[Any], values: Collection[str]) -> list[Shown]:
        return [self.shown[one] for one in self._ids(query, values, self._keep_sighting)]

    def _hear(self, query: Select[Any], values: Collection[str]) -> list[Heard]:
        return [self.heard[one] for one in self._ids(query, values, self._keep_telling)]

    def _ids(self, query: Select[Any], values: Collection[str], keep: Any) -> list[str]:
        """The ids of what some values find, each once."""
        found = self.found.setdefault(query, {})
        missing = [value for value in values if value not in found]
        found.update((value, []) for value in missing)
        for some in portions(missing):
            for by, *row in self.connection.execute(query, {"asked": some}):
                found[by].append(keep(*row))
        return list(dict.fromkeys(one for value in values for one in found[value]))

    def _keep_sighting(self, number: str, body: str, first: str, last: str, count: int, entity: str | None) -> str:
        if number not in self.shown:
            self.shown[number] = (Seen(from_json(Sighting, body), first, last, count), entity)
        return number

    def _keep_telling(self, name: str, body: str, happening: str | None) -> str:
        if name not in self.heard:
            self.heard[name] = (from_json(Told, body), happening)
        return name
