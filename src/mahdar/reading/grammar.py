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

CLAUSE_OPENERS = _words("clause_openers")
BEFORE_THE_VERB = _words("before_the_verb")
BEING = _words("being")
BEFORE_A_SUBJECT = _words("before_a_subject")
EACH = _words("each")
HEADS_OF_STATE = frozenset(_TABLE["heads_of_state"])
AFTER_THAT = frozenset(_TABLE["after_that"])
COPULAS = frozenset(_TABLE["copulas"])
COUNTED = _words("counted")
ASSEMBLED = _words("assembled")
WHERE = _words("where")
AFTER_A_DATELINE = _words("after_a_dateline")
DEMONSTRATIVES = _words("demonstratives")
ENVOYS = _words("envoys")
NOT_ITS_DATE = frozenset(_TABLE["not_its_date"])
UNBOUNDED = frozenset(_TABLE["unbounded"])
AT_A_PLACE = frozenset(_TABLE["at_a_place"])
SEATS = _words("seats")
BEFORE_SUBJUNCTIVE = _words("before_subjunctive")
TOWARDS = frozenset(_TABLE["towards"])
CONTROL: dict[str, str] = _TABLE["control"]
PRONOUNS: dict[str, str] = _TABLE["pronouns"]
RELATIVES: dict[str, str] = {fold_letters(word): whom for word, whom in _TABLE["relatives"].items()}
WITH_PRONOUN: dict[str, tuple[str, str]] = {
    fold_letters(stem + pronoun): (preposition, whom)
    for preposition, stems in _TABLE["before_pronouns"].items()
    for stem in stems
    for pronoun, whom in PRONOUNS.items()
}
"""معه, إليها: a preposition with a pronoun -> (the preposition, gender and number of whom it means)."""

PREPOSITIONS: dict[str, str] = {
    fold_letters(form): preposition for preposition, forms in _TABLE["prepositions"].items() for form in forms
}
"""A preposition as it is written, folded -> the one it counts as."""
