"""Small words of grammar (packs/ar/grammar.toml), folded for look-up."""

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_TABLE = table("ar", "grammar")


def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(word) for word in _TABLE[key])


THAT = _words("that")
RELATIVE = _words("relative")
BEFORE_VERB = _words("before_verb")
BETWEEN = _words("between")
DEGREES = _words("degrees")
DURING = _words("during")
AT_A_DISTANCE = _words("at_a_distance")
ABBREVIATIONS = _words("abbreviations")

PREPOSITIONS: dict[str, str] = {
    fold_letters(form): preposition for preposition, forms in _TABLE["prepositions"].items() for form in forms
}
"""A preposition as it is written, folded -> the one it counts as."""
