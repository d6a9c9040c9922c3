"""Parts: which meetings were held in which visit."""

from collections import defaultdict
from datetime import date

from mahdar.reading.events.happening import Happening, country_of, key_of
from mahdar.reading.events.same import dates_touch

Part = tuple[int, str]
"""(number of the visit, the rule by which the meeting belongs to it); the first event has number 1."""

TOGETHER = frozenset({("occurred", "occurred"), ("planned", "planned"), ("occurred", "planned")})
"""Status of a visit and of a meeting in it: one who has arrived may yet have talks before him."""

STAY = 3  # days for which a guest of whom only the day of his coming is told may be there
DAY = 10  # characters of an ISO day


def parts_of_visits(events: list[Happening]) -> dict[int, Part]:
    """Number of a meeting -> the visit that it was held in."""
    visits: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events, 1):
        if _is_visit(event):
            for guest in event.actors:
                visits[key_of(guest)].append(number)
    if not visits:
        return {}
    parts: dict[int, Part] = {}
    for number, event in enumerate(events, 1):
        if event.frame.family != "meeting" or event.mode == "phone":
            continue
        for side in event.sides:
            held = visits.get(key_of(side), ())
            fits = ((visit, _rule(events[visit - 1], event)) for visit in held)
            part = next(((visit, rule) for visit, rule in fits if rule), None)
            if part is not None:
                parts[number] = part
                break
    return parts


def _still_there(visit: Happening, meeting: Happening) -> bool:
    """Whether talks that lie before somebody who came on a day are near enough to it."""
    came, talks = visit.date or "", meeting.date or ""
    if meeting.status != "planned" or len(came) != DAY or len(talks) != DAY:
        return False
    return 0 <= (date.fromisoformat(talks) - date.fromisoformat(came)).days <= STAY


def _is_visit(event: Happening) -> bool:
    return event.frame.family == "visit" and event.mode == "visit"


def _rule(visit: Happening, meeting: Happening) -> str:
    """Why a meeting of the guest's was held in his visit; empty if nothing says so."""
    if (visit.status, meeting.status) not in TOGETHER:
        return ""
    if visit.date and meeting.date and not (dates_touch(visit.date, meeting.date) or _still_there(visit, meeting)):
        return ""
    grounds = {country_of(host) for host in visit.recipients}
    if visit.place is not None:
        grounds.add(visit.place.country)
    grounds.discard(None)
    if meeting.place is not None and meeting.place.country is not None:
        return "on-the-ground-of-the-visit" if meeting.place.country in grounds else ""
    guests = {key_of(guest) for guest in visit.actors}
    hosts = {country_of(side) for side in meeting.sides if key_of(side) not in guests}
    return "guest-and-host-of-the-visit" if hosts & grounds else ""
