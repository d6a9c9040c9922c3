"""Calendar: the ISO date that a date expression means, for a day of publication and an earlier date in the text.

`resolve` answers a day, a month or a year as ISO 8601 writes them, or an interval of two of them
("2023-06/2023-08" for a summer), and the rule by which it was worked out; None where it cannot be known.
Hijri dates go through hijridate (Umm al-Qura calendar).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal

from mahdar.reading.dates.expression import DateExpression, Unit

DAY: Final = timedelta(1)
AHEAD: Final = 180  # days: a day named without a year lies in this year, unless that is further ahead than this
WINTER: Final = 12  # the first month of the season that begins in one year and ends in the next

STATED: Final = "stated"
NEAR_PUBLISHED: Final = "relative-to-published"
EARLIER: Final = "relative-to-earlier-date"


class _Period:
    """A stretch of time, and how finely its ends are known."""

    def __init__(self, first: date, last: date, unit: Literal["day", "month", "year"], rule: str = STATED) -> None:
        self.first = first
        self.last = last
        self.unit: Literal["day", "month", "year"] = unit
        self.rule = rule

    def by(self, rule: str) -> "_Period":
        """The same, as worked out by another rule."""
        return _Period(self.first, self.last, self.unit, rule)

    def iso(self) -> str:
        size = {"day": 10, "month": 7, "year": 4}[self.unit]
        first, last = self.first.isoformat()[:size], self.last.isoformat()[:size]
        return first if first == last else f"{first}/{last}"


class _Now:
    """From where an expression is counted."""

    def __init__(self, published: date | None, anchor: _Period | None, future: bool, past: bool) -> None:
        self.published = published
        self.anchor = anchor
        self.future = future
        self.past = past


def resolve(
    expression: DateExpression,
    published: date | None,
    *,
    future: bool = False,
    past: bool = False,
    anchor: str | None = None,
) -> tuple[str, str] | None:
    """(ISO date, rule). Rules: `stated` when the text says it in full, else how it was worked out.

    `future`: a word tells that the time is to come, which then is never before publication; `past`: that it is over,
    which then is never after it. `anchor`: an ISO date told before, for "the following day", "of the same month".
    """
    try:
        period = _resolve(expression, _Now(published, _parsed(anchor), future, past))
        return None if period is None else (period.iso(), period.rule)
    except (ValueError, OverflowError):  # a day that does not exist, a year outside the calendar
        return None


def _parsed(iso: str | None) -> _Period | None:
    """The last of an ISO date or interval, as a period."""
    if not iso:
        return None
    parts = [int(p) for p in iso.rpartition("/")[2].split("-")]
    if len(parts) == 1:
        return _year(parts[0])
    if len(parts) == 2:
        return _month(parts[0], parts[1])
    return _day(date(*parts))


# --- periods


def _day(day: date, rule: str = STATED) -> _Period:
    return _Period(day, day, "day", rule)


def _months(year: int, month: int, count: int, rule: str = STATED) -> _Period:
    """`count` months from a month; the month may lie outside 1 to 12."""
    after = year * 12 + month - 1 + count
    start = after - count
    first = date(start // 12, start % 12 + 1, 1)
    return _Period(first, date(after // 12, after % 12 + 1, 1) - DAY, "month", rule)


def _month(year: int, month: int, rule: str = STATED) -> _Period:
    return _months(year, month, 1, rule)


def _year(first: int, last: int | None = None, rule: str = STATED) -> _Period:
    return _Period(date(first, 1, 1), date(last or first, 12, 31), "year", rule)


def _hijri(year: int, month: int | None, day: int | None) -> _Period:
    """A day, month or year of the Hijri calendar, as the days it covers."""
    from hijridate import Hijri  # imported here: most texts have no Hijri date to convert

    start = Hijri(year, month or 1, day or 1)
    first = start.to_gregorian()
    length = 1 if day else start.month_length() if month else start.year_length()
    begin = date(first.year, first.month, first.day)
    return _Period(begin, begin + timedelta(length - 1), "day", "hijri-umm-al-qura")


# --- expressions


def _resolve(e: DateExpression, now: _Now) -> _Period | None:
    if e.until is not None:
        return _interval(e, e.until, now)
    period = _simple(e, now)
    if period is None or now.published is None or e.year is not None:
        return period
    if now.future and period.last < now.published or now.past and period.first > now.published:
        return None
    return period


def _interval(e: DateExpression, until: DateExpression, now: _Now) -> _Period | None:
    """From the one to the other; each side takes from the other what it leaves unsaid."""
    e = e.copy()
    e.until = None
    if e.kind == "day" and e.month is None and e.whole is None:
        last = _resolve(until, now)
        if last is None or e.day is None:
            return None
        first: _Period | None = None
        if until.hijri and until.day:
            first = _day(last.first - timedelta(until.day - e.day))
        else:
            first = _day(last.first.replace(day=e.day))
    elif e.kind == until.kind == "weekday" and e.weekday is not None and until.weekday is not None:
        days = timedelta((until.weekday - e.weekday) % 7)
        shift = until.shift if e.shift is None else e.shift
        if now.future or shift == 1:
            e.shift = shift
            first = _resolve(e, now)
            last = None if first is None else _day(first.first + days, first.rule)
        else:
            end = until.copy()
            end.shift = shift
            last = _resolve(end, now)
            first = None if last is None else _day(last.first - days, last.rule)
    elif e.kind in ("day", "month") and e.year is None and e.whole is None and e.shift is None:
        last = _resolve(until, now)
        first = None if last is None else _latest(e, last.first)
    elif until.kind in ("day", "month") and until.year is None and until.whole is None and until.shift is None:
        first = _resolve(e, now)
        last = None if first is None else _earliest(until, first.first)
    else:
        first, last = _resolve(e, now), _resolve(until, now)
    if first is None or last is None or first.first > last.first or first.unit != last.unit:
        return None
    return _Period(first.first, last.last, last.unit, last.rule if last.rule != STATED else first.rule)


def _latest(e: DateExpression, before: date) -> _Period | None:
    return next((p for p in reversed(_in_years(e, before)) if p.first <= before), None)


def _earliest(e: DateExpression, after: date) -> _Period | None:
    return next((p for p in _in_years(e, after) if p.first >= after), None)


def _simple(e: DateExpression, now: _Now) -> _Period | None:
    match e.kind:
        case "day" | "month":
            return _day_or_month(e, now)
        case "year":
            return _hijri(e.year, None, None) if e.year and e.hijri else _year(e.year) if e.year else None
        case "weekday":
            return _weekday(e, now)
        case "relative":
            return _relative(e, now)
        case "shift":
            return _shift(e, now)
        case "season":
            return _season(e, now)
        case "fraction":
            return _fraction(e, now)
        case "decade":
            century = None if e.whole is None else _resolve(e.whole, now)
            if century is not None:
                return _year(century.first.year + e.number, century.first.year + e.number + 9, century.rule)
            return _year(e.year, e.year + 9) if e.year else None
        case "offset":
            return _offset(e, now)
        case "span":
            return _span(e, now)
        case "window":
            return _window(e, now)


def _day_or_month(e: DateExpression, now: _Now) -> _Period | None:
    if e.year and e.month:
        if e.hijri:
            return _hijri(e.year, e.month, e.day)
        return _day(date(e.year, e.month, e.day)) if e.day else _month(e.year, e.month)
    if e.whole is not None:
        whole = _resolve(e.whole, now)
        if whole is None:
            return None
        if e.hijri:
            middle = whole.first + (whole.last - whole.first) / 2
            return next((p for p in _in_years(e, middle) if whole.first <= p.first <= whole.last), None)
        month = e.month or whole.first.month
        return (
            _day(date(whole.first.year, month, e.day), whole.rule) if e.day
            else _month(whole.first.year, month, whole.rule)
        )  # fmt: skip
    if e.month is None:
        return None
    if e.anchored:
        # "of that May": the anchor's own, or the one after or before it
        if now.anchor is None:
            return None
        found = _choose(_in_years(e, now.anchor.first), now.anchor.last, e.shift, now)
        return None if found is None else found.by(EARLIER)
    if now.published is None:
        return None
    found = _choose(_in_years(e, now.published), now.published, e.shift, now)
    rule = "year-near-published" if e.day else "month-near-published"
    return None if found is None else found.by(rule)


def _in_years(e: DateExpression, near: date) -> list[_Period]:
    """A day or month without a year, in the years around a date, the earliest first."""
    out = []
    year = near.year
    if e.hijri:
        from hijridate import Gregorian

        year = Gregorian(near.year, near.month, near.day).to_hijri().year
    for y in (year - 1, year, year + 1):
        try:
            if e.hijri:
                out.append(_hijri(y, e.month, e.day))
            elif e.month is not None:
                out.append(_day(date(y, e.month, e.day)) if e.day else _month(y, e.month))
        except (ValueError, OverflowError):
            continue  # 29 February
    if e.weekday is not None:
        out = [p for p in out if p.first.weekday() == e.weekday] or out
    return out


def _choose(found: list[_Period], near: date, shift: int | None, now: _Now) -> _Period | None:
    """The one that is meant: the last one before, the next one after, or the nearest that the verb allows."""
    if shift is not None and shift < 0:
        return next((p for p in reversed(found) if p.last < near), None)
    if shift is not None and shift > 0:
        return next((p for p in found if p.first > near), None)
    if shift == 0:
        return min(found, key=lambda p: abs((p.first - near).days), default=None)
    if now.future:
        return next((p for p in found if p.last >= near), None)
    # Writers leave out the year of this year's days, also of those ahead; of months only of those begun.
    ahead = timedelta(0 if now.past or not found or found[0].unit == "month" else AHEAD)
    begun = [p for p in found if p.first <= near + ahead and (p.first <= near or p.first.year == near.year)]
    return begun[-1] if begun else None


def _weekday(e: DateExpression, now: _Now) -> _Period | None:
    assert e.weekday is not None
    if e.anchored:
        if now.anchor is None or now.anchor.unit != "day":
            return None
        base = now.anchor.last
        days = (e.weekday - base.weekday()) % 7 or (7 if e.shift else 0)
        return _day(base + timedelta(days), EARLIER)
    if now.published is None:
        return None
    back = (now.published.weekday() - e.weekday) % 7
    shift = e.shift
    if shift is not None and shift > 0:
        day = now.published + timedelta(((-back) % 7 or 7) + 7 * (shift - 1))
    elif shift is not None and shift < 0:
        day = now.published - timedelta((back or 7) + 7 * (-shift - 1))
    elif now.future:
        day = now.published + timedelta(-back % 7)
    else:
        day = now.published - timedelta(back)
    return _day(day, "weekday-near-published")


def _relative(e: DateExpression, now: _Now) -> _Period | None:
    base = now.published
    if e.anchored:
        base = now.anchor.last if now.anchor is not None and now.anchor.unit == "day" else None
    if base is None:
        return None
    day = base + timedelta(e.number)
    if e.weekday is not None:
        # A weekday beside "today" is surer than the day of publication: a page may be dated the day after.
        near = (e.weekday - day.weekday() + 3) % 7 - 3
        day += timedelta(near - 7 if e.number <= 0 and day + timedelta(near) > base else near)
    return _day(day, EARLIER if e.anchored else NEAR_PUBLISHED)


def _shift(e: DateExpression, now: _Now) -> _Period | None:
    if e.unit == "century" and e.year is not None:
        return _year(e.year, e.year + 99)
    base = now.published
    rule = NEAR_PUBLISHED
    if e.anchored:
        rule = EARLIER
        fine_enough = now.anchor is not None and (e.unit == "year" or now.anchor.unit != "year")
        base = now.anchor.last if now.anchor is not None and fine_enough else None
    if base is None or e.shift is None:
        return None
    match e.unit:
        case "year":
            return _year(base.year + e.shift, rule=rule)
        case "month":
            return _month(base.year, base.month + e.shift, rule)
        case "week":
            monday = base + timedelta(7 * e.shift - base.weekday())
            return _Period(monday, monday + timedelta(6), "day", rule)
        case "century":
            first = (base.year // 100 + e.shift) * 100
            return _year(first, first + 99, rule)
    return None


def _season(e: DateExpression, now: _Now) -> _Period | None:
    if e.whole is not None:
        whole = _resolve(e.whole, now)
        # "The winter of 2022" may be its first months or its last; with two years it is one winter.
        if whole is None or (e.number == WINTER and whole.first.year == whole.last.year):
            return whole
        return _months(whole.first.year, e.number, 3, whole.rule)
    if now.published is None:
        return None
    found = [_months(now.published.year + n, e.number, 3) for n in (-2, -1, 0, 1)]
    chosen = _choose(found, now.published, e.shift, now)
    return None if chosen is None else chosen.by(NEAR_PUBLISHED)


def _fraction(e: DateExpression, now: _Now) -> _Period | None:
    whole = None if e.whole is None else _resolve(e.whole, now)
    if whole is None:
        return None
    if e.unit == "year":
        length = 12 // e.of
        return _months(whole.first.year, (e.number - 1) * length + 1, length, whole.rule)
    middle = whole.first.replace(day=15)
    if e.number == 1:
        return _Period(whole.first, middle, "day", whole.rule)
    return _Period(middle + DAY, whole.last, "day", whole.rule)


def _moved(base: date, number: int, unit: str, rule: str) -> _Period | None:
    match unit:
        case "day" | "week":
            return _day(base + timedelta(number * (7 if unit == "week" else 1)), rule)
        case "month":
            return _month(base.year, base.month + number, rule)
        case "year":
            return _year(base.year + number, rule=rule)
    return None


def _offset(e: DateExpression, now: _Now) -> _Period | None:
    if e.anchored and not now.future:
        if now.anchor is None or now.anchor.unit != "day":
            return None
        return _moved(now.anchor.last, e.number, e.unit, EARLIER)
    return None if now.published is None else _moved(now.published, e.number, e.unit, NEAR_PUBLISHED)


def _span(e: DateExpression, now: _Now) -> _Period | None:
    """The last or the next days, weeks, months, years: whole ones, without the one we are in."""
    if now.published is None or not e.shift:
        return None
    if e.unit == "hour":
        return None if e.number % 24 else _until(now.published, e.shift * (e.number // 24), "day")
    ends = [_moved(now.published, e.shift * n, "day" if e.unit == "week" else e.unit, NEAR_PUBLISHED)
            for n in (1, e.number * (7 if e.unit == "week" else 1))]  # fmt: skip
    return _ends(ends)


def _window(e: DateExpression, now: _Now) -> _Period | None:
    """Within so long from now; of a past event it only says how long it took."""
    if now.published is None or not now.future:
        return None
    return _until(now.published, e.number, e.unit)


def _until(published: date, number: int, unit: Unit) -> _Period | None:
    """From now as far as a number of units away."""
    return _ends([_moved(published, n, unit, NEAR_PUBLISHED) for n in (0, number)])


def _ends(found: Iterable[_Period | None]) -> _Period | None:
    known = [p for p in found if p is not None]
    if len(known) < 2:
        return None
    return _Period(min(p.first for p in known), max(p.last for p in known), known[0].unit, known[0].rule)
