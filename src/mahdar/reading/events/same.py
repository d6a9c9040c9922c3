"""Event coreference inside an article: which mentions tell of one event, and what the joined event is."""

from typing import Final

from mahdar.reading.events.happening import Happening, country_of, key_of

ON: Final = 2  # sentences in which an attack or a march that names nobody is told on


def same_event(one: Happening, other: Happening) -> bool:
    """Whether two happenings can be one: kind, status, dates and participants agree."""
    if one.frame.type != other.frame.type:
        return False
    if one.status != other.status and not (one.title or other.title):
        return False
    if "phone" in (one.mode, other.mode):
        if "in_person" in one.frame.flags | other.frame.flags:
            return False
    elif kind_of(one) != kind_of(other):
        return False
    if one.date and other.date and not dates_touch(one.date, other.date):
        return False
    a, b = {key_of(p) for p in one.sides}, {key_of(p) for p in other.sides}
    if not (a and b) and one.frame.family:
        return other.sentence - one.sentence <= ON  # قتل ثلاثة في هجوم انتحاري. ووقع الهجوم ...
    if a & b and (a <= b or b <= a or len(a & b) >= 2):
        return True
    if a & b and one.frame is other.frame and _one_state_each(one, other):
        return True
    if not one.title and not (one.frame is other.frame and (_states_only(one) or _states_only(other))):
        return False
    states_a, states_b = {country_of(p) for p in one.sides} - {None}, {country_of(p) for p in other.sides} - {None}
    if not (states_a and states_b and (states_a <= states_b or states_b <= states_a)):
        return False
    return bool(a & b) or len(states_a & states_b) >= 2


def _one_state_each(one: Happening, other: Happening) -> bool:
    """الخارجية البحرينية, وزارة خارجية البحرين: those who differ are each one body or state, of one state."""
    shared = {key_of(p) for p in one.sides} & {key_of(p) for p in other.sides}
    left = [[p for p in event.sides if key_of(p) not in shared] for event in (one, other)]
    if any(len(parties) != 1 for parties in left):
        return False
    (first,), (second,) = left
    if any(not isinstance(p, str) and p.kind != "organisation" for p in (first, second)):
        return False
    return country_of(first) is not None and country_of(first) == country_of(second)


def kind_of(event: Happening) -> str:
    """What two frames must share to tell of one event: a family, or the frame itself."""
    return event.frame.family or event.frame.id


def _states_only(event: Happening) -> bool:
    """وقعت مصر والأردن: told of the states, where another sentence names who acted for them."""
    return all(isinstance(party, str) for party in event.sides)


def join(one: Happening, other: Happening) -> None:
    """Add a later mention to an event; the body outweighs the headline, more participants fewer."""
    one.triggers.extend(t for t in other.triggers if t not in one.triggers)
    if one.title and not other.title:
        one.title = False
        if len(other.sides) >= len(one.sides) or any(isinstance(p, str) for p in one.sides):
            _take_sides(one, other)
            one.party_mentions, one.party_rules = other.party_mentions, other.party_rules
            one.frame = other.frame
        one.status, one.status_at, one.status_rule = other.status, other.status_at, other.status_rule
        one.triggers.sort(key=lambda t: t not in other.triggers)
    elif _states_only(one) and not _states_only(other) and len(other.sides) >= len(one.sides):
        _take_sides(one, other)
        one.party_mentions, one.party_rules = other.party_mentions, other.party_rules
    elif not one.recipients and other.recipients and len(other.sides) > len(one.actors):
        _take_sides(one, other)
    elif len(other.sides) > 2:
        known = {key_of(p) for p in one.sides}
        one.actors.extend(p for p in other.actors if key_of(p) not in known)
    if other.date and (not one.date or len(other.date) > len(one.date)):
        one.date, one.date_at, one.date_rule = other.date, other.date_at, other.date_rule
    one.place = one.place or other.place
    one.amount = one.amount or other.amount


def _take_sides(one: Happening, other: Happening) -> None:
    one.actors, one.recipients = other.actors, other.recipients
    one.mode, one.mode_rule = other.mode, other.mode_rule


def dates_touch(one: str, two: str) -> bool:
    """Whether two ISO dates or intervals can be of one event."""

    def ends(value: str) -> tuple[str, str]:
        first, _, last = value.partition("/")
        return first, (last or first) + "~"

    a, b = ends(one), ends(two)
    return (a[0] <= b[1] and b[0] <= a[1]) or one.startswith(two) or two.startswith(one)
