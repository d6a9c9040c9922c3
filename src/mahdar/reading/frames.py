"""The words that a verb of many meanings needs to report an event: قدم | أوراق اعتماده, فرضت | عقوبات."""

from functools import cache

from mahdar.reading.lexicon import Frame, Verb

Index = dict[str, list[tuple[str, ...]]]
"""First word, in every form -> the rest of the phrase."""


@cache
def objects_of(frame: Frame) -> Index:
    """The phrases one of which has to stand with the verb."""
    index: Index = {}
    for phrase in frame.objects:
        for form in dict.fromkeys(_forms(phrase[0])):
            index.setdefault(form, []).append(phrase[1:])
    return index


@cache
def heads_of(frame: Frame) -> frozenset[str]:
    """The offices and nouns one of which the object has to be."""
    return frozenset(form for phrase in frame.object_heads for form in _forms(phrase[0]))


@cache
def object_words(verb: Verb) -> frozenset[str]:
    """Words that are a verb's object and not its subject: وقع هذه | الاتفاقيات | الوزيران."""
    return frozenset(word for frame in verb.frames for word in objects_of(frame))


def phrase_end(words: list[str], k: int, index: Index) -> int | None:
    """The end of the phrase of an index that stands at token k."""
    for rest in index.get(words[k], ()):
        got = tuple(words[k + 1 : k + 1 + len(rest)])
        if got == rest or got == tuple("ال" + w for w in rest):
            return k + 1 + len(rest)
    return None


def _forms(word: str) -> list[str]:
    """A noun with article, preposition, conjunction, the accusative's alef, and the endings of dual and plural."""
    plain = word.removeprefix("ال")
    before = [proclitic + plain for proclitic in ("", "ال", "ب", "ل", "و", "بال", "لل", "وال")]
    return [word, *before, plain + "ا", plain + "ين", plain + "ي", "و" + plain + "ا"]
