"""Every form of the ordinary words and of the verbs, as plain data: it takes longest to unfold, and can be kept."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from mahdar.packs.ar.inflection import Traits, verb_forms

ADJECTIVE_ENDINGS: Final = ("", "ه", "ات", "ين", "ون", "ان", "ا", "تين", "تان")
NOUN_ENDINGS: Final = ("ات", "ا", "ين", "ان", "ون", "ي", "ها", "هم", "هما", "نا", "اتها", "اته", "اتهم", "وا")
FEMININE_ENDINGS: Final = ("ته", "تها", "تهم", "تهما", "تي", "تين", "تان", "تا", "تنا")

TRAITS: Final = 256  # more than there are places in all paradigms

Kept = tuple[list[tuple[Any, ...]], str, list[tuple[int, ...]], str, list[str], int]
"""Forms as they are kept: the traits, the verbs' forms, their senses, the ordinary forms, what they are, how many of
them (the first) are derived. Strings travel in one piece: cutting it up is faster than reading them one by one."""


class Inflected(NamedTuple):
    """A verb to be inflected, as `verb_forms` wants it; `plain` if the tables say no more of it."""

    past: str
    present: str | None
    participle: str | None
    plain: bool


class Forms(NamedTuple):
    """Folded forms.

    traits    the places in the paradigms
    verbs     form of a verb -> its senses: TRAITS times the verb's number, plus the number of its traits
    ordinary  form -> noun, adjective, participle, masdar, function
    derived   the ordinary forms that were made of nouns and are given nowhere
    """

    traits: list[Traits]
    verbs: dict[str, tuple[int, ...]]
    ordinary: dict[str, str]
    derived: frozenset[str]


def forms_of(nouns: list[str], adjectives: list[str], functions: Iterable[str], verbs: Iterable[Inflected]) -> Kept:
    """The forms of nouns, adjectives and function words (all folded), and of verbs in their order."""
    given = {adjective + ending: "adjective" for ending in ADJECTIVE_ENDINGS for adjective in adjectives}
    given.update(dict.fromkeys(nouns, "noun"))
    made = [noun.removesuffix("ه") + ending for ending in NOUN_ENDINGS for noun in nouns]
    stems = [noun[:-1] for noun in nouns if noun[-1] == "ه"]
    made += [stem + ending for ending in FEMININE_ENDINGS for stem in stems]
    made += [noun + "ه" for noun in nouns if noun[-1] != "ه"]
    ordinary = dict.fromkeys([form for form in made if form not in given], "noun")
    derived = len(ordinary)
    ordinary.update(given)
    for function in functions:
        ordinary.setdefault(function, "function")
    traits_numbers: dict[Traits, int] = {}
    senses: dict[str, tuple[int, ...]] = {}
    for number, (past, present, participle, plain) in enumerate(verbs):
        masdar = "noun" if plain else "masdar"
        for text, traits in verb_forms(past, present, participle=participle, suffixes=False):
            kind = traits.kind
            if kind == "masdar":
                ordinary.setdefault(text, masdar)
                continue
            if kind == "participle" or kind == "passive_participle":
                ordinary.setdefault(text, "participle")
                if plain or kind == "passive_participle":
                    continue
            sense = TRAITS * number + traits_numbers.setdefault(traits, len(traits_numbers))
            known = senses.get(text)
            senses[text] = (sense,) if known is None else (*known, sense)
    return (
        [tuple(traits) for traits in traits_numbers], "\n".join(senses), list(senses.values()),
        "\n".join(ordinary), list(ordinary.values()), derived,
    )  # fmt: skip


def unpacked(kept: Kept) -> Forms:
    """The forms for look-up."""
    traits, forms, senses, ordinary, kinds, derived = kept
    words = ordinary.split("\n")
    return Forms(
        [Traits(*told) for told in traits],
        dict(zip(forms.split("\n"), senses, strict=True)),
        dict(zip(words, kinds, strict=True)),
        frozenset(words[:derived]),
    )
