"""The Latin form of every name: from the article's brackets, from the tables, else romanised (docs/romanisation.md)."""

from mahdar.reading.latin.actors import Latin, latin_of
from mahdar.reading.latin.names import latin_name

__all__ = ["Latin", "latin_name", "latin_of"]
