"""What the compiler is told of a class, in words of its own; plain Python needs none of it.

`@mypyc_attr(acyclic=True)`: no object of the class is ever part of a ring of references, so that the garbage collector
need not look at it.
"""

from typing import TYPE_CHECKING

__all__ = ["mypyc_attr"]

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr
else:

    def mypyc_attr(**hints):
        """Nothing, at run time."""
        del hints
        return lambda cls: cls
