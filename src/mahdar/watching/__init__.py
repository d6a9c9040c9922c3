"""Watching feeds: what is new in them is read and written out, once, however often the work is broken off.

For each new item its record is written first (a whole line, flushed to the disk), and what was seen is noted after. A
kill between the two loses nothing, and nothing comes twice: the note says how long the output was, and the next start
takes from the lines beyond that which items they are of (`output.py`). Half a line at the end is cut off, and its item
read again. That a feed has not changed since (ETag) is believed only once all its items have been dealt with.
"""

from mahdar.watching.lists import ListError, feeds_of
from mahdar.watching.output import Lines, OutputError, Stream
from mahdar.watching.rounds import Watch
from mahdar.watching.state import StateError
from mahdar.watching.stopping import Stopped, Stopping

__all__ = ["Lines", "ListError", "OutputError", "StateError", "Stopped", "Stopping", "Stream", "Watch", "feeds_of"]
