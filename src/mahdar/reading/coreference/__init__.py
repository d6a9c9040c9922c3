"""Stage 5a, coreference: which mentions are the same actor, and what country and sector each has.

People are joined by name, surname, office and nationality; an office without a name finds its bearer, or is a
person of its own; bodies by name or by their short form; groups by their head noun. Countries are their codes.
"""

from mahdar.reading.coreference.cast import cast_of
from mahdar.reading.coreference.entities import SUPRANATIONAL, Cast, Entity

__all__ = ["SUPRANATIONAL", "Cast", "Entity", "cast_of"]
