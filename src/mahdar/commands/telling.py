"""How a command tells the user what is wrong: one line on standard error."""

import sys
from typing import NoReturn


def complain(message: object) -> None:
    """Say what is wrong, and go on."""
    print(f"mahdar: {message}", file=sys.stderr)


def fail(message: object, status: int = 1) -> NoReturn:
    """Say what is wrong, and end."""
    complain(message)
    sys.exit(status)
