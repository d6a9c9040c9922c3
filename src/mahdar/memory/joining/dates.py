"""Windows of time: the days on which an event can have been, by what an article says."""

import tomllib
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple


@cache
def rules() -> dict[str, Any]:
    """The table of joining events, events.toml beside this file."""
    return tomllib.loads(files(__package__).joinpath("events.toml").read_text(encoding="utf-8"))


class Window(NamedTuple):
    """First and last day possible, and whether a single day, or one interval, is told."""

    first: date
    last: date
    sure: bool

    def meets(self, other: "Window") -> bool:
        """Whether there is a day in both."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=50_000)
def window_of(told: str | None, status: str, published: str | None) -> Window | None:
    """The window of a date told, or without one the days around publication; None if there is neither."""
    if told:
        first, _, last = told.partition("/")
        begin, end = _bounds(first)[0], _bounds(last or first)[1]
        return Window(begin, end, len(first) == 10 and (end - begin).days <= rules()["window"]["longest_interval"])
    if not published:
        return None
    day = date.fromisoformat(published[:10]) if len(published) >= 10 else _bounds(published)[0]
    window = rules()["window"]
    before, after = window["undated_before"], 0
    if status == "planned":
        before, after = 0, window["planned_after"]
    return Window(_shifted(day, -before), _shifted(day, after), False)


def _shifted(day: date, by: int) -> date:
    return date.fromordinal(min(max(1, day.toordinal() + by), date.max.toordinal()))


@lru_cache(maxsize=20_000)
def _bounds(text: str) -> tuple[date, date]:
    year, month, day = (int(part) for part in (text + "-00-00").split("-")[:3])
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def months_of(window: Window) -> list[str]:
    """The months a window touches; its years, where there are more months than `key_months`; few in any case."""
    first, last = window.first, window.last
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    if number <= rules()["window"]["key_months"]:
        months = [divmod(first.year * 12 + first.month - 1 + k, 12) for k in range(number)]
        return [f"{year:04}-{month + 1:02}" for year, month in months]
    return [f"{year:04}" for year in range(first.year, min(last.year, first.year + 3) + 1)]


def days_between(one: str, other: str) -> int:
    """Days from one ISO day to another, negative backwards."""
    return _bounds(other)[0].toordinal() - _bounds(one)[1].toordinal()


@lru_cache(maxsize=20_000)
def shifted(day: str, by: int) -> str:
    """An ISO day so many days later."""
    return _shifted(_bounds(day)[0], by).isoformat()
