"""Where: the place that belongs to the event's own clause."""

from typing import Final

from mahdar.reading.clauses import Clause
from mahdar.reading.events.happening import Happening, country_of
from mahdar.reading.events.parties import Memory
from mahdar.reading.events.when import RELATIVE, in_relative
from mahdar.reading.grammar import AT_A_PLACE, SEATS
from mahdar.reading.lexicon import Place, VerbSense
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene
from mahdar.reading.text import fold

PRESENT: Final = frozenset({"CONSULT", "PROTEST", "ASSAULT"})
TALKS: Final = frozenset({"CONSULT", "SUPPORT"})
HOST: Final = 5  # how much nearer the host's own place does


def set_place(memory: Memory, found: Happening, region: tuple[int, int], clause: Clause) -> None:
    """The place that the event's own clause names, or the one it goes on from, or the dateline over it."""
    place = _housed(clause) or _nearest(memory.scene, found, region, clause)
    before = clause.previous
    if place is None and before is not None:
        place = _nearest(memory.scene, found, (before.first, before.last), before)
    dateline = memory.dateline
    if place is not None and isinstance(place.entry, Place) and place.entry.city:
        place = _city_of(memory, place.entry.city, clause) or place
    elif place is None and dateline is not None and found.sentence == dateline.sentence and _on_the_spot(found):
        if any(country_of(p) == dateline.place.country for p in found.sides) or found.frame.type not in TALKS:
            place = dateline.place
            found.place_rule = "dateline"
    found.place = place


def _housed(clause: Clause) -> Mention | None:
    """مفاوضات احتضنتها الدوحة: the place that the verb over an event's noun names."""
    governor = clause.governor
    if governor is None or not houses(governor):
        return None
    return next((m for m in governor.subject if m.kind in ("country", "place")), None)


def houses(verb: Clause) -> bool:
    """Whether a verb's subject is where an event was, or whose guests it had."""
    return isinstance(verb.sense, VerbSense) and any(light.houses for light in verb.sense.verb.lights)


def _on_the_spot(found: Happening) -> bool:
    """Whether the event is one at which people are present."""
    return found.frame.type in PRESENT or "ceremony" in found.frame.flags


def _city_of(memory: Memory, city: str, clause: Clause) -> Mention | None:
    """A palace stands for its city, where the sentence or the dateline names that."""
    name = fold(city)
    words = memory.scene.tokens.words
    named = memory.scene.between(*clause.sentence)
    if memory.dateline is not None:
        named = [memory.dateline.place, *named]
    for mention in reversed(named):
        if mention.kind in ("place", "country") and not mention.offices:
            word = words[mention.last - 1].removeprefix("ب").removeprefix("ل")
            if word == name and mention.last - mention.first <= 2:
                return mention
    return None


def _nearest(scene: Scene, found: Happening, region: tuple[int, int], clause: Clause) -> Mention | None:
    """The nearest place of a region that a preposition of place or a word such as مدينة governs."""
    first, last = region
    hosts = found.party_mentions.get("host", [])
    sides = [*found.party_mentions.get("actor", []), *found.party_mentions.get("recipient", [])]
    best: tuple[int, Mention] | None = None
    for mention in scene.between(first, last):
        if mention.kind not in ("place", "country"):
            continue
        host = mention in hosts or _destination(found, mention, clause)
        if mention in sides and not host:
            continue  # اعترفت بدولة فلسطين: a side is no place
        if not host and not _governed(scene, mention, first):
            continue
        distance = abs(mention.first - clause.at)
        if in_relative(scene, mention.first, clause):
            distance += RELATIVE
        if host:
            distance -= HOST
        if best is None or distance < best[0]:
            best = distance, mention
    return best[1] if best is not None else None


def _destination(found: Happening, mention: Mention, clause: Clause) -> bool:
    """دعوة لزيارة القاهرة: the state or town right after a visit's noun or verb."""
    return "visit" in found.frame.flags and mention.first == clause.at + 1 and not mention.prep and not mention.conj


def _governed(scene: Scene, mention: Mention, first: int) -> bool:
    """'في الرباط', 'بمدينة الداخلة', 'شرقي تشاد', 'بالعاصمة أستانا'."""
    k = mention.first - 1
    lead = mention.prep or (scene.infos[k].preposition if k >= first else "")
    if lead in AT_A_PLACE:
        return True
    if k < first:
        return False
    word = scene.tokens.words[k]
    if word.lstrip("بل").removeprefix("ال").removeprefix("و") not in SEATS:
        return False
    return word[0] == "ب" or (k > first and scene.infos[k - 1].preposition == "في")
