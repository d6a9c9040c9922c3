"""Small words of grammar (packs/ar/grammar.toml), folded for look-up."""

from typing import Final

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_TABLE: Final = table("ar", "grammar")


def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(word) for word in _TABLE[key])


THAT: Final = _words("that")
RELATIVE: Final = _words("relative")
BEFORE_VERB: Final = _words("before_verb")
BETWEEN: Final = _words("between")
LASTING: Final = _words("lasting")
DAY_PARTS: Final = _words("day_parts")
HOURS: Final = _words("hours")
WITHIN: Final = _words("within")
DEGREES: Final = _words("degrees")
DURING: Final = _words("during")
AT_A_DISTANCE: Final = _words("at_a_distance")
ABBREVIATIONS: Final = _words("abbreviations")

CLAUSE_OPENERS: Final = _words("clause_openers")
GOING_ON: Final = CLAUSE_OPENERS | _words("day_parts")  # before a verb that goes on with the subject of the last
BEFORE_THE_VERB: Final = _words("before_the_verb")
BEING: Final = _words("being")
BEFORE_A_SUBJECT: Final = _words("before_a_subject")
APART: Final = _words("apart")
EACH: Final = _words("each")
HEADS_OF_STATE: Final = frozenset(_TABLE["heads_of_state"])
AFTER_THAT: Final = frozenset(_TABLE["after_that"])
COPULAS: Final = frozenset(_TABLE["copulas"])
COUNTED: Final = _words("counted")
ASSEMBLED: Final = _words("assembled")
WHERE: Final = _words("where")
AFTER_A_DATELINE: Final = _words("after_a_dateline")
DEMONSTRATIVES: Final = _words("demonstratives")
ENVOYS: Final = _words("envoys")
NOT_ITS_DATE: Final = frozenset(_TABLE["not_its_date"])
UNBOUNDED: Final = frozenset(_TABLE["unbounded"])
AT_A_PLACE: Final = frozenset(_TABLE["at_a_place"])
ACCOMPANYING: Final = _words("accompanying")
DELEGATIONS: Final = _words("delegations")
HEADED: Final = _words("headed")
IN_ITS_COURSE: Final = _words("in_its_course")
SPORT: Final = _words("sport")
RETURNING: Final = frozenset(_TABLE["returning"])
BORNE: Final = _words("borne")
STATE_TITLES: Final = _words("state_titles")
LEADERS: Final = frozenset(_TABLE["leaders"])
MEDIATED: Final = _words("mediated")
FOR_A_SIDE: Final = frozenset(_TABLE["for_a_side"])
SEATS: Final = _words("seats")
BEFORE_SUBJUNCTIVE: Final = _words("before_subjunctive")
TOWARDS: Final = frozenset(_TABLE["towards"])
CONTROL: Final[dict[str, str]] = _TABLE["control"]
PRONOUNS: Final[dict[str, str]] = _TABLE["pronouns"]
RELATIVES: Final[dict[str, str]] = {fold_letters(word): whom for word, whom in _TABLE["relatives"].items()}
WITH_PRONOUN: Final[dict[str, tuple[str, str]]] = {
    fold_letters(stem + pronoun): (preposition, whom)
    for preposition, stems in _TABLE["before_pronouns"].items()
    for stem in stems
    for pronoun, whom in PRONOUNS.items()
}
"""معه, إليها: a preposition with a pronoun -> (the preposition, gender and number of whom it means)."""

PREPOSITIONS: Final[dict[str, str]] = {
    fold_letters(form): preposition for preposition, forms in _TABLE["prepositions"].items() for form in forms
}
"""A preposition as it is written, folded -> the one it counts as."""
