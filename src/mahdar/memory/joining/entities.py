"""From sightings that are one to entities: ids, names, offices with dates, and what an event sees of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from mahdar.memory.joining.likeness import Face, face_of, group_label
from mahdar.memory.joining.model import Entity, Join, NameForm, Office, Ref, Seen, Sighting

UNDATED = "9999"  # sorts after every day


def is_short(sighting: Sighting) -> bool:
    """Whether a person is shown without a full name."""
    return sighting.kind == "person" and len(sighting.name) < 2


def bodies_and_groups(seen: Mapping[str, Seen]) -> dict[str, str]:
    """Each body's, group's and state's sighting -> the smallest of those that are the same.

    A body is the same by the words of its name and its country, told or inferred; one of no known country goes to the
    only body of that name. A group is the same within a year. What is only a noun is its article's alone.
    """
    by_words: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    of = {}
    for name, one in sorted(seen.items()):
        sighting = one.sighting
        if sighting.kind == "group":
            of[name] = group_label(sighting)
        elif sighting.kind == "country" or (sighting.kind == "organisation" and sighting.day is not None):
            of[name] = name
        elif sighting.kind == "organisation":
            by_words[tuple(sorted(sighting.name))].append(sighting)
    for sightings in by_words.values():
        countries = {s.country for s in sightings if s.country is not None}
        only = next(iter(countries)) if len(countries) == 1 else None
        first: dict[str | None, str] = {}
        for sighting in sightings:
            of[sighting.id] = first.setdefault(sighting.country or only, sighting.id)
    return of


def ids_of(of: Mapping[str, str], seen: Mapping[str, Seen], kept: Collection[str] = ()) -> dict[str, str]:
    """Each sighting's entity by an id that stays: that of the sighting seen first, of one with a name if there is any.

    A state's is its code. `kept` are parts that have their id already.
    """
    earliest: dict[str, tuple[bool, str, str]] = {}
    for name, root in of.items():
        when = (is_short(seen[name].sighting), seen[name].first or UNDATED, name)
        earliest[root] = min(earliest.get(root, when), when)
    names = {}
    for name, root in of.items():
        if root in kept:
            names[name] = root
            continue
        first = earliest[root][2]
        kind = seen[first].sighting.kind
        names[name] = first if kind == "country" else f"{kind[0]}-{first}"
    return names


def faces_of(ids: Mapping[str, str], seen: Mapping[str, Seen]) -> dict[str, Face]:
    """What the events see of each sighting."""
    return {name: face_of(seen[name].sighting, entity) for name, entity in ids.items()}


def parties_of(ids: Mapping[str, str], seen: Mapping[str, Seen]) -> dict[str, Face]:
    """What an event of the chronicle shows of each sighting: as above, groups by their entity too."""
    return {name: face._replace(entity=ids[name]) for name, face in faces_of(ids, seen).items()}


def _members(ids: Mapping[str, str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(ids):
        members[ids[name]].append(name)
    return members


def _country(names: Sequence[str], seen: Mapping[str, Seen]) -> str | None:
    """The country most articles tell; one that is inferred only where none does."""
    for sure in (True, False):
        counts: Counter[str] = Counter()
        for name in names:
            sighting = seen[name].sighting
            if sighting.country is not None and (sighting.sure or not sure):
                counts[sighting.country] += seen[name].count
        if counts:
            return min(counts, key=lambda code: (-counts[code], code))
    return None


def entities_of(
    ids: Mapping[str, str], seen: Mapping[str, Seen], mentions: Mapping[str, Sequence[Ref]], joins: Iterable[Join]
) -> tuple[Entity, ...]:
    """All entities, sorted by id."""
    why: dict[str, list[Join]] = defaultdict(list)
    for join in joins:
        if join.one in ids:
            why[ids[join.one]].append(join)
    return tuple(
        [
            _entity(entity, names, seen, mentions, sorted(why.get(entity, ()), key=lambda j: (j.one, j.other)))
            for entity, names in sorted(_members(ids).items())
        ]
    )


def _entity(
    entity: str,
    names: Sequence[str],
    seen: Mapping[str, Seen],
    mentions: Mapping[str, Sequence[Ref]],
    joins: Sequence[Join],
) -> Entity:
    shown: Counter[str] = Counter()
    described: Counter[str] = Counter()
    latin: Counter[str] = Counter()
    for name in names:
        one = seen[name]
        (shown if one.sighting.name else described)[one.sighting.shown] += one.count
        if one.sighting.latin is not None:
            latin[one.sighting.latin] += one.count
    forms = shown or described
    # the name is the form most articles have among the fuller ones: a surname alone is shorter and commoner
    fullest = max(len(seen[name].sighting.name) for name in names)
    full = {seen[name].sighting.shown for name in names if len(seen[name].sighting.name) >= min(fullest, 2)}
    title = min((form for form in forms if form in full), key=lambda form: (-forms[form], -len(form), form))
    return Entity(
        entity,
        seen[names[0]].sighting.kind,
        title,
        tuple([NameForm(text, count) for text, count in sorted(forms.items(), key=lambda f: (-f[1], f[0]))]),
        min(latin, key=lambda form: (-latin[form], form)) if latin else None,
        _country(names, seen),
        _offices(names, seen),
        tuple(names),
        tuple(sorted(ref for name in names for ref in mentions.get(name, ()))),
        tuple(joins),
    )


def _offices(names: Sequence[str], seen: Mapping[str, Seen]) -> tuple[Office, ...]:
    held: dict[tuple[str, str | None], list[Seen]] = defaultdict(list)
    for name in names:
        for office in seen[name].sighting.offices:
            held[office, seen[name].sighting.country].append(seen[name])
    out = []
    for (key, country), shows in held.items():
        texts: Counter[str] = Counter()
        for one in shows:
            texts[one.sighting.role or one.sighting.shown] += one.count
        days = [day for one in shows for day in (one.first, one.last) if day]
        text = min(texts, key=lambda t: (-texts[t], t))
        count = sum(one.count for one in shows)
        out.append(Office(key, text, country, min(days, default=""), max(days, default=""), count))
    return tuple(sorted(out, key=lambda o: (o.first or UNDATED, o.key, o.country or "")))
