"""Stage 5c, events: what was done, by whom, to whom, when and where; each once.

Clauses whose predicate has a frame become candidates; roles, dates and places come from the clause's own region; a
frame's needs decide whether there is an event; mentions of one event are joined.
"""

from mahdar.reading.events.happening import Happening, Party, country_of
from mahdar.reading.events.parts import parts_of_visits
from mahdar.reading.events.witness import Witness, planned_later

__all__ = ["Happening", "Party", "Witness", "country_of", "parts_of_visits", "planned_later"]
