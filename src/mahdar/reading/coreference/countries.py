"""Whose somebody is, and of which sector, where no mention says it."""

from mahdar.reading.coreference.bodies import of_the_state
from mahdar.reading.coreference.entities import SUPRANATIONAL, Entity, Roster


def fill_countries(roster: Roster, home_rule: str) -> None:
    """A person whose text names no state belongs to the home state, if an office shows him to be its official."""
    for entity in roster.entities:
        if entity.kind == "person":
            _person(roster, entity, home_rule)
        elif entity.kind == "organisation":
            if entity.country in SUPRANATIONAL:
                entity.sector = None
            elif entity.country is None and roster.home and of_the_state(entity.mentions[0]):
                entity.country, entity.country_rule = roster.home, home_rule


def _person(roster: Roster, entity: Entity, home_rule: str) -> None:
    if entity.country is None:
        entity.country = roster.state_of(entity)
        entity.country_rule = home_rule if entity.country else None
    if entity.country in SUPRANATIONAL:
        entity.sector = None
    elif entity.sector is None:
        if entity.offices:
            entity.sector, entity.sector_rule = "GOV", "office"
        elif any(m.counterpart for m in entity.mentions):
            entity.sector, entity.sector_rule = "GOV", "counterpart-of-an-official"
