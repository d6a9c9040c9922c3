"""A date expression: what its words say, before it is tied to a day of publication."""

from typing import Literal

Kind = Literal[
    "day",  # day, with month and year as far as they are said; a `day` alone only as the first side of an interval
    "weekday",
    "relative",  # today, yesterday
    "month",
    "year",
    "shift",  # the last, this, the next week, month, year, century
    "season",
    "fraction",  # quarter or half of a month or year
    "decade",
    "offset",  # two months ago, in a week
    "span",  # the last three days
    "window",  # within 48 hours
]
Unit = Literal["", "hour", "day", "week", "month", "year", "century"]


class DateExpression:
    """What a date expression says, before it is tied to a publication date."""

    def __init__(
        self,
        kind: Kind,
        end: int,  # token after the last
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        weekday: int | None = None,
        number: int = 0,  # which: days from today, the first month of a season, the quarter, the decade; or how many
        unit: Unit = "",
        of: int = 0,  # fractions in the whole: 4, 3, 2
        shift: int | None = None,  # -1, 0, +1: last, this, next
        anchored: bool = False,  # counted from a date told before, not from publication
        hijri: bool = False,
        whole: "DateExpression | None" = None,  # the period it is a part of: 20 من الشهر الجاري
        until: "DateExpression | None" = None,  # the other end of an interval
    ) -> None:
        self.kind: Kind = kind
        self.end = end
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.number = number
        self.unit: Unit = unit
        self.of = of
        self.shift = shift
        self.anchored = anchored
        self.hijri = hijri
        self.whole = whole
        self.until = until

    def copy(self) -> "DateExpression":
        """Another one that says the same, to be changed."""
        return DateExpression(
            self.kind, self.end, self.year, self.month, self.day, self.weekday, self.number, self.unit, self.of,
            self.shift, self.anchored, self.hijri, self.whole, self.until,
        )  # fmt: skip
