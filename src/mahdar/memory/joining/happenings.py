"""Same event or not, in three steps, each resting on the one before.

1. Tellings with a sure date are joined among each other, day by day; statements by their words.
2. A telling with a wider window (a month, a year, no date) goes to the one event that it fits, else to its likes.
3. A plan that was put off is joined to the plan it replaces.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from mahdar.memory.joining.clusters import Pair, cluster
from mahdar.memory.joining.dates import rules
from mahdar.memory.joining.grouping import Apart, Grouping
from mahdar.memory.joining.likeness import Faces, compare_events, told_twice, window
from mahdar.memory.joining.model import Join, Part, Ref, Told
from mahdar.memory.joining.scores import total

NONE: Mapping[str, str] = {}


def name_of(ref: Ref) -> str:
    """A telling's name among the results: article#event."""
    return f"{ref.article}#{ref.id}"


def same_or_not(
    told: Iterable[Told], faces: Faces, apart: Apart = frozenset(), settled: Mapping[str, str] = NONE
) -> Grouping:
    """The events among the tellings.

    `settled` are tellings whose event is known and not in question: others may join them, they join nothing.
    """
    happenings = Grouping(dict(settled))
    everything = dict(sorted((name_of(t.ref), t) for t in told))
    said = {name: one for name, one in everything.items() if one.act}
    deeds = {name: one for name, one in everything.items() if not one.act}
    sure = {name: one for name, one in deeds.items() if _is_sure(one)}
    wide = {name: one for name, one in deeds.items() if name not in sure}
    _join(happenings, said, faces, apart)
    _join(happenings, sure, faces, apart)
    _join(happenings, _attach(happenings, wide, sure, faces, apart), faces, apart)
    _join_moved(happenings, deeds, faces, apart)
    return happenings


def _is_sure(told: Told) -> bool:
    days = window(told)
    return days is not None and days.sure


def _pairs(told: Mapping[str, Told], skipped: set[str]) -> list[tuple[str, str]]:
    """The pairs that share a key, each once, the smaller first; of a crowd only some are compared."""
    limit: int = rules()["limit"]["compared"]
    found: dict[str, list[str]] = defaultdict(list)
    for name, one in told.items():
        for key in one.keys:
            found[key].append(name)
    pairs: set[tuple[str, str]] = set()
    for key, names in found.items():
        names.sort()
        pairs.update(combinations(names[:limit], 2))
        if len(names) > limit:
            skipped.add(key)
            pairs.update((one, other) for other in names[limit:] for one in names[:limit])
    return sorted(pairs)


def _join(happenings: Grouping, told: Mapping[str, Told], faces: Faces, apart: Collection[frozenset[str]]) -> None:
    """Join tellings among each other."""
    points = rules()["threshold"]
    pairs, foes, maybe = [], [], []
    why: dict[tuple[str, str], tuple[Part, ...]] = {}
    settled = happenings.of.keys() & told.keys()
    for one, other in _pairs(told, happenings.skipped):
        if one in settled or other in settled:
            continue
        a, b = told[one], told[other]
        parts = compare_events(a, b, faces)
        score = total(parts)
        if frozenset((one, other)) in apart:
            foes.append((one, other))
        elif a.ref.article == b.ref.article:
            if not told_twice(a, b, faces):
                foes.append((one, other))
        elif score >= points["same"]:
            pairs.append(Pair(one, other, score))
            why[one, other] = parts
        elif score >= points["maybe"]:
            maybe.append(Join(one, other, score, parts))
    done = cluster(told.keys() - settled, pairs, foes, points["lead"])
    happenings.of |= done.of
    happenings.joins += [Join(p.one, p.other, p.score, why[p.one, p.other]) for p in done.made]
    happenings.doubtful += [Join(p.one, p.other, p.score, why[p.one, p.other]) for p in done.doubtful]
    happenings.doubtful += [join for join in maybe if happenings.of[join.one] != happenings.of[join.other]]


def _attach(
    happenings: Grouping,
    wide: Mapping[str, Told],
    sure: Mapping[str, Told],
    faces: Faces,
    apart: Collection[frozenset[str]],
) -> dict[str, Told]:
    """Give tellings with a wide window to the one event that they fit; the others come back."""
    limit: int = rules()["limit"]["compared"]
    by_key: dict[str, list[str]] = defaultdict(list)
    for name, one in sure.items():
        for key in one.keys:
            by_key[key].append(name)
    elsewhere = {(one.ref.article, happenings.of[name]) for name, one in sure.items()}
    left = {}
    for name, one in wide.items():
        if name in happenings.of:
            continue
        near: set[str] = set()
        for key in one.keys:
            near.update(by_key.get(key, ())[:limit])
        best: dict[str, Join] = {}
        barred = {happenings.of[other] for other in near if (one.ref.article, happenings.of[other]) in elsewhere}
        for other in sorted(near):
            parts = compare_events(one, sure[other], faces)
            if frozenset((name, other)) in apart:
                barred.add(happenings.of[other])
            elif parts:
                _keep_best(best, happenings.of[other], Join(name, other, total(parts), parts))
        ranked = _ranked(best, barred)
        if not _leads(happenings, name, ranked):
            happenings.doubtful += [join for join in ranked[:3] if join.score >= rules()["threshold"]["maybe"]]
            left[name] = one
    return left


def _keep_best(best: dict[str, Join], event: str, join: Join) -> None:
    held = best.get(event)
    if held is None or (-join.score, join.other) < (-held.score, held.other):
        best[event] = join


def _ranked(best: Mapping[str, Join], barred: Collection[str]) -> list[Join]:
    return sorted((join for event, join in best.items() if event not in barred), key=lambda j: (-j.score, j.other))


def _leads(happenings: Grouping, name: str, ranked: Sequence[Join]) -> bool:
    """Join to the first of the candidates, if it is good enough and leads the next."""
    points = rules()["threshold"]
    if not ranked or ranked[0].score < points["same"]:
        return False
    if len(ranked) > 1 and ranked[1].score > ranked[0].score - points["lead"]:
        return False
    happenings.of[name] = happenings.of[ranked[0].other]
    happenings.joins.append(ranked[0])
    return True


def _join_moved(
    happenings: Grouping, deeds: Mapping[str, Told], faces: Faces, apart: Collection[frozenset[str]]
) -> None:
    """Join plans that were put off to the plan they replace: the same parties, told before, for an earlier day."""
    plans: dict[str, list[str]] = defaultdict(list)
    for name, one in deeds.items():
        if one.status == "planned":
            for key in one.keys:
                if key.startswith("m|"):
                    plans[key].append(name)
    renamed: dict[str, str] = {}

    def now(event: str) -> str:
        while event in renamed:
            event = renamed[event]
        return event

    limit: int = rules()["limit"]["compared"]
    for name, one in deeds.items():
        if not one.moved:
            continue
        best: dict[str, Join] = {}
        barred: set[str] = set()
        for other in sorted({n for key in one.keys for n in plans.get(key, ())[:limit]} - {name}):
            if frozenset((name, other)) in apart:
                barred.add(happenings.of[other])
            parts = replaces(one, deeds[other], faces)
            if parts:
                _keep_best(best, happenings.of[other], Join(name, other, total(parts), parts, "plan-put-off"))
        own = happenings.of[name]
        ranked = [join for join in _ranked(best, barred) if happenings.of[join.other] != own]
        if len(ranked) == 1 and ranked[0].score >= rules()["threshold"]["same"]:
            one_event, other_event = sorted((now(own), now(happenings.of[ranked[0].other])))
            if one_event != other_event:
                renamed[other_event] = one_event
                happenings.joins.append(ranked[0])
    if renamed:
        happenings.of = {name: now(event) for name, event in happenings.of.items()}


def replaces(moved: Told, plan: Told, faces: Faces) -> tuple[Part, ...]:
    """The evidence that a plan put off is this one: all but the date."""
    if not moved.published or not plan.published or plan.published > moved.published or plan.moved:
        return ()
    new, old = window(moved), window(plan)
    if new is None or old is None or old.first > new.first or (new.first - old.first).days > rules()["window"]["moved"]:
        return ()
    moving = Part("put off", rules()["date"]["same_day"], f"{plan.date} / {moved.date}")
    parts = compare_events(moved, _on_day_of(plan, moved), faces)
    return (*(part for part in parts if not part.name.startswith("date")), moving) if parts else ()


def _on_day_of(plan: Told, moved: Told) -> Told:
    return replace(plan, date=moved.date, published=moved.published)
