"""How text is laid out for where it goes: a terminal, a file, a pipe."""

import os
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from mahdar.views.text import Style


def style_of(out: TextIO) -> "Style":
    """The style that suits a stream."""
    import shutil

    from mahdar.views.text import Style

    terminal = out.isatty()
    width = shutil.get_terminal_size((100, 24)).columns
    return Style(width=width, isolate=terminal, bold=terminal and not os.environ.get("NO_COLOR"))
