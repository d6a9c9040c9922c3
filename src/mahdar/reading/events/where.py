"""Where: the place that belongs to the event's own clause."""

from mahdar.reading.clauses import Clause
from mahdar.reading.events.happening import Happening
from mahdar.reading.events.when import RELATIVE, in_relative
from mahdar.reading.grammar import AT_A_PLACE, SEATS
from mahdar.reading.lexicon import Place
from mahdar.reading.mentions import Mention
from mahdar.reading.scene import Scene

SITE = 8  # how much further away a palace counts than its city
HOST = 5  # how much nearer the host's own place does


def set_place(scene: Scene, found: Happening, region: tuple[int, int], clause: Clause) -> None:
    """The nearest place of the region that a preposition of place or a word such as مدينة governs."""
    first, last = region
    hosts = found.party_mentions.get("host", [])
    sides = [*found.party_mentions.get("actor", []), *found.party_mentions.get("recipient", [])]
    best: tuple[int, Mention] | None = None
    for mention in scene.between(first, last):
        if mention.kind not in ("place", "country") or mention in sides:
            continue  # اعترفت بدولة فلسطين: a side is no place
        host = mention in hosts
        if not host and not _governed(scene, mention, first):
            continue
        distance = abs(mention.first - clause.at)
        if in_relative(scene, mention.first, clause):
            distance += RELATIVE
        if host:
            distance -= HOST
        if mention.kind == "place" and isinstance(mention.entry, Place) and mention.entry.city:
            distance += SITE
        if best is None or distance < best[0]:
            best = distance, mention
    if best is not None:
        found.place = best[1]


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
