"""The small words by which phrases are cut (packs/ar/phrases.toml), folded for look-up."""

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters

_TABLE = table("ar", "phrases")


def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(word) for word in _TABLE[key])


BROTHERLY = _words("brotherly")
OF_A_GOVERNMENT = _words("of_a_government")
IN_THE_NAME_OF = _words("in_the_name_of")
ENVOYS = _words("envoys")
SENT_BY = _words("sent_by")
REGNAL = _words("regnal")
PLACE_WORDS = _words("place_words")
CABINET = _words("cabinet")
DOUBTFUL_PARTICLES = _words("doubtful_particles")
VERBAL_PARTICLES = _words("verbal_particles")
LEADING_PARTICLES = _words("leading_particles")
COMPOUNDING = _words("compounding")
MINISTRIES = _words("ministries")
ABROAD = _words("abroad")
OF_A_GROUP = _words("of_a_group")
STATES_OF_A_GROUP = _words("states_of_a_group")
BARE_DUALS = _words("bare_duals")
GUESTS = _words("guests")
OF_A_REPUBLIC = _words("of_a_republic")
OPENING = _words("opening")
EACH_OF = _words("each_of")
COUNTED: dict[str, str] = {fold_letters(noun): sector for noun, sector in _TABLE["counted"].items()}
HUNDREDS = _words("hundreds")
COMPOUNDS = _words("compounds")
DESCENT = _words("descent")
DOUBTFUL_OFFICES = _words("doubtful_offices")
NEGATING = _words("negating")
HEADING = _words("heading")
OF_OFFICE_NAMES = _words("of_office_names")
FROM_A_SIDE = _words("from_a_side")
MEMBERS_FOLLOW = _words("members_follow")
AT_THE_HEAD = _words("at_the_head")

OF_ONE_STATE: dict[str, str] = table("ar", "offices")["of_one_state"]
"""Offices that only one state has -> its code."""
SECTOR_OF_TITLE = {
    fold_letters(row["word"]): row["sector"] for row in table("ar", "honorifics")["honorific"] if "sector" in row
}
"""Titles of people without an office, folded -> their sector."""
GRAMMAR_NAMES = frozenset(
    fold_letters(part)
    for key, names in table("ar", "names").items() if key.startswith(("given", "family"))
    for name in names for part in name.split() if len(part) > 2
) & frozenset(
    fold_letters(word)
    for group in _TABLE["groups_with_names"] for word in table("ar", "words")["adverbs_and_function"][group]
)  # fmt: skip
"""Names that are rare words of grammar as well: خلف, منى, رابعة."""
FOREIGN_TITLES = frozenset(table("ar", "names")["particles"]["titles"])
"""Titles that foreign names carry inside or before them."""

# Compared with what the tables call an office, a body or a preposition, and so not folded.
AT_A_PLACE = frozenset(_TABLE["at_a_place"])
POSTING = frozenset(_TABLE["posting"])
JOINED_OFFICES = frozenset(_TABLE["joined_offices"])
CHAINED_OFFICES = frozenset(_TABLE["chained_offices"])
POSTED_OFFICES = frozenset(_TABLE["posted_offices"])
SEATED_BODIES = frozenset(_TABLE["seated_bodies"])
