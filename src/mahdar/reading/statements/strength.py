"""How strongly a thing is said: the highest step of its scale that the wording fits (packs/ar/strength.toml)."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mahdar.ontology import STRENGTHS
from mahdar.packs import table
from mahdar.packs.ar.inflection import noun_forms
from mahdar.reading.scene import Scene
from mahdar.reading.statements.positions import Extent, Phrase, readings
from mahdar.reading.text import fold

REACH: Final = 30  # tokens from the predicate in which its wording stands


@dataclass(frozen=True, slots=True)
class Step:
    """One wording of one step."""

    strength: str
    nouns: frozenset[str]
    verbs: frozenset[str]
    degrees: frozenset[str]
    phrases: frozenset[Phrase]


@cache
def steps() -> dict[str, list[Step]]:
    """Act -> the wordings of its steps, the strongest first."""
    found: dict[str, list[Step]] = {}
    for row in table("ar", "strength")["step"]:
        nouns = frozenset(form.text for noun in row.get("nouns", ()) for form in noun_forms(noun))
        degrees = [fold(d) for d in row.get("degree", ())]
        single = [d.removeprefix("ال") for d in degrees if " " not in d]
        step = Step(
            row["strength"],
            nouns,
            frozenset(row.get("verbs", ())),
            frozenset(single) | {d + "ه" for d in single},
            frozenset(tuple(d.split()) for d in degrees if " " in d),
        )
        for act in row["acts"]:
            found.setdefault(act, []).append(step)
    for bucket in found.values():
        bucket.sort(key=lambda step: -STRENGTHS[step.strength])
    return found


def strength_of(scene: Scene, act: str, verb: str, trigger: int, content: Extent) -> tuple[str, list[Extent]] | None:
    """The step at which something is said, and the words that show it (none where the act alone does); `verb`: the
    predicate's past tense."""
    wordings = steps().get(act)
    if wordings is None:
        return None
    first, last = content
    between = range(trigger, min(max(first, trigger + 1), trigger + REACH))
    for step in wordings:
        shown: list[Extent] = []
        if step.nouns or step.verbs:
            if verb in step.verbs:
                shown.append((trigger, trigger + 1))
            else:
                noun = next((k for k in between if not step.nouns.isdisjoint(readings(scene.infos[k]))), None)
                if noun is None:
                    continue
                shown.append((noun, noun + 1))
        if step.degrees or step.phrases:
            degree = _degree(scene, step, between, min(last, trigger + REACH))
            if degree is None:
                continue
            shown.append(degree)
        return step.strength, shown
    return None


def _degree(scene: Scene, step: Step, between: range, last: int) -> Extent | None:
    """The word of degree between predicate and content, or the phrase that stands anywhere with them."""
    words = scene.tokens.words
    for k in range(between.start + 1, last):
        for phrase in step.phrases:
            if tuple(words[k : k + len(phrase)]) == phrase:
                return k, k + len(phrase)
        if k in between and not step.degrees.isdisjoint(readings(scene.infos[k])):
            return k, k + 1
    return None
