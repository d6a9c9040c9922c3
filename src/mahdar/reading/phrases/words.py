"""The small words by which phrases are cut (packs/ar/phrases.toml), folded for look-up."""

from typing import Final

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_TABLE: Final = table("ar", "phrases")


def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(word) for word in _TABLE[key])


BROTHERLY: Final = _words("brotherly")
OF_A_GOVERNMENT: Final = _words("of_a_government")
IN_THE_NAME_OF: Final = _words("in_the_name_of")
ENVOYS: Final = _words("envoys")
SENT_BY: Final = _words("sent_by")
REGNAL: Final = _words("regnal")
PLACE_WORDS: Final = _words("place_words")
CABINET: Final = _words("cabinet")
DOUBTFUL_PARTICLES: Final = _words("doubtful_particles")
VERBAL_PARTICLES: Final = _words("verbal_particles")
LEADING_PARTICLES: Final = _words("leading_particles")
COMPOUNDING: Final = _words("compounding")
MINISTRIES: Final = _words("ministries")
ABROAD: Final = _words("abroad")
OF_A_GROUP: Final = _words("of_a_group")
STATES_OF_A_GROUP: Final = _words("states_of_a_group")
BARE_DUALS: Final = _words("bare_duals")
GUESTS: Final = _words("guests")
OF_A_REPUBLIC: Final = _words("of_a_republic")
OPENING: Final = _words("opening")
EACH_OF: Final = _words("each_of")
COUNTED: Final[dict[str, str]] = {fold_letters(noun): sector for noun, sector in _TABLE["counted"].items()}
HUNDREDS: Final = _words("hundreds")
COMPOUNDS: Final = _words("compounds")
DESCENT: Final = _words("descent")
KUNYA: Final = _words("kunya")
DOUBTFUL_OFFICES: Final = _words("doubtful_offices")
NEGATING: Final = _words("negating")
IN_A_FIELD: Final = _words("in_a_field")
HEADING: Final = _words("heading")
OF_OFFICE_NAMES: Final = _words("of_office_names")
FROM_A_SIDE: Final = _words("from_a_side")
IN_THE_STEAD_OF: Final = _words("in_the_stead_of")
MEMBERS_FOLLOW: Final = _words("members_follow")
AT_THE_HEAD: Final = _words("at_the_head")
AT_THEIR_HEAD: Final = _words("at_their_head")
EPONYMS: Final = _words("eponyms")
BEFORE_SOMEBODY: Final = _words("before_somebody")
KIN: Final = frozenset(
    conj + (stem[:-1] + "ت" if stem[-1] == "ه" else stem) + pronoun
    for stem in _words("kin") for conj in ("", "و", "ل", "ب") for pronoun in ("ه", "ها", "هم", "هما")
)  # fmt: skip
"""Who is somebody's, with the pronoun that says whose: زميله."""
CREDITS: Final = _words("credits")
SON: Final = _words("son")
OF_A_FATHER: Final = _words("of_a_father")
VERB_MAY_FOLLOW: Final = _words("verb_may_follow")
VERB_FOLLOWS: Final = _words("verb_follows")
OF_SOMEBODY: Final = _words("of_somebody")

WHO_IS: Final = _words("who_is")
OF_A_BODY: Final[dict[str, str]] = {fold_letters(word): code for word, code in _TABLE["of_a_body"].items()}

OF_ONE_STATE: Final[dict[str, str]] = table("ar", "offices")["of_one_state"]
"""Offices that only one state has -> its code."""
SECTOR_OF_TITLE: Final = {
    fold_letters(row["word"]): row["sector"] for row in table("ar", "honorifics")["honorific"] if "sector" in row
}
"""Titles of people without an office, folded -> their sector."""
GRAMMAR_NAMES: Final = frozenset(
    fold_letters(part)
    for key, names in table("ar", "names").items() if key.startswith(("given", "family"))
    for name in names for part in name.split() if len(part) > 2
) & frozenset(
    fold_letters(word)
    for group in _TABLE["groups_with_names"] for word in table("ar", "words")["adverbs_and_function"][group]
)  # fmt: skip
"""Names that are rare words of grammar as well: خلف, منى, رابعة."""
FOREIGN_TITLES: Final = frozenset(table("ar", "names")["particles"]["titles"])
"""Titles that foreign names carry inside or before them."""

# Compared with what the tables call an office, a body or a preposition, and so not folded.
AT_A_PLACE: Final = frozenset(_TABLE["at_a_place"])
POSTING: Final = frozenset(_TABLE["posting"])
JOINED_OFFICES: Final = frozenset(_TABLE["joined_offices"])
CHAINED_OFFICES: Final = frozenset(_TABLE["chained_offices"])
HEIRS: Final = frozenset(_TABLE["heirs"])
SUPREME: Final = frozenset(_TABLE["supreme"])
RULERS: Final = frozenset(_TABLE["rulers"])
POSTED_OFFICES: Final = frozenset(_TABLE["posted_offices"])
NOT_OF_A_REALM: Final = frozenset(_TABLE["not_of_a_realm"])
SEATED_BODIES: Final = frozenset(_TABLE["seated_bodies"])
