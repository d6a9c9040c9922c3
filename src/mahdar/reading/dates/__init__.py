"""Dates: expressions of time in Arabic text, and the ISO dates they mean.

`find(words, i)` answers the longest expression that begins at token i, as a `DateExpression`: what the words say.
`resolve` works out the ISO date for a day of publication. The words are in packs/ar/calendar.toml; the rules of the
grammar stand in files by what they read (days, weekdays, periods, lengths), registered by the words that open them.
"""

from mahdar.reading.dates.calendar import resolve
from mahdar.reading.dates.expression import DateExpression
from mahdar.reading.dates.grammar import WINDOW, find, may_start

__all__ = ["WINDOW", "DateExpression", "find", "may_start", "resolve"]
