"""The chronicle as text for people: one happening a line with its sources, people with their offices, open doubts."""

from collections.abc import Iterable, Sequence

from mahdar.memory.chronicle import Doubt, Happening, Profile, Somebody
from mahdar.views.text import Style, clean, country_name, event_words

SOURCES = 4
"""Outlets that are named; of more, how many."""


def render_happenings(total: int, shown: Sequence[Happening], style: Style) -> str:
    """A page of the chronicle, the newest first."""
    lines = [style.strong(f"{total:,} happening{'' if total == 1 else 's'}" + _of(len(shown), total))]
    for one in shown:
        lines += ["", *_happening(one, style)]
    return "\n".join(lines)


def _of(shown: int, total: int) -> str:
    return f", {shown:,} shown" if shown < total else ""


def _happening(one: Happening, style: Style) -> Iterable[str]:
    actors, recipients = _names(one.actors, style), _names(one.recipients, style)
    sides = f"{actors or '?'} → {recipients}" if recipients else actors
    what = event_words(one.type, one.mode) + (f" ({one.status})" if one.status != "occurred" else "")
    place = style.set_apart(clean(one.place)) if one.place else ""
    yield " · ".join(part for part in (one.date or "no date", place, sides, what) if part)
    yield f"   {len(one.sources)} source{'' if len(one.sources) == 1 else 's'}: {_sources(one, style)}"
    for step in one.history if len(one.history) > 1 else ():
        told = f", told {step['published']}" if step["published"] else ""
        yield f"   {step['status']}: {step['date'] or 'no date'}{told}"
    for variant in one.variants:
        sources = ", ".join(style.set_apart(clean(source)) for source in variant["sources"])
        yield f"   {variant['field']} {style.set_apart(clean(str(variant['value'])))}" + (
            f": {sources}" if sources else ""
        )


def _sources(one: Happening, style: Style) -> str:
    told = [
        " ".join(
            part
            for part in (
                style.set_apart(clean(source.outlet)) if source.outlet else "",
                source.published or "",
                f"{source.article[:8]} {source.ref}",
            )
            if part
        )
        for source in one.sources
    ]
    more = f" and {len(told) - SOURCES} more" if len(told) > SOURCES else ""
    return "; ".join(told[:SOURCES]) + more


def _names(parties: Iterable[Somebody], style: Style) -> str:
    return ", ".join(_name(party, style) for party in parties)


def _name(one: Somebody, style: Style) -> str:
    if one.kind == "country":
        return country_name(one.country or one.name)
    name = clean(one.latin) if one.latin else style.set_apart(clean(one.name))
    return f"{name} ({one.country})" if one.country else name


def render_profiles(profiles: Sequence[Profile], style: Style) -> str:
    """People and bodies, each with other forms of the name and the offices."""
    lines: list[str] = []
    for one in profiles:
        lines += [""] if lines else []
        latin = f" ({clean(one.who.latin)})" if one.who.latin else ""
        country = f" — {country_name(one.who.country)}" if one.who.country else ""
        times = f"{one.articles:,} article{'' if one.articles == 1 else 's'}"
        lines.append(f"{style.strong(style.set_apart(clean(one.who.name)))}{latin}{country} · {one.who.kind} · {times}")
        forms = [f"{style.set_apart(clean(form['text']))} {form['count']}" for form in one.names[1:]]
        if forms:
            lines.append("   also " + ", ".join(forms))
        held = []
        for office in one.offices:
            when = office["first"] if office["first"] == office["last"] else f"{office['first']} to {office['last']}"
            held.append(f"   {when or 'no date'}  {style.set_apart(clean(office['text']))}")
        lines += dict.fromkeys(held)  # what is told in one phrase (minister, prince) stands on one line
    return "\n".join(lines) or "nobody is called so"


def render_doubts(total: int, shown: Sequence[Doubt], style: Style) -> str:
    """Pairs that may be one, with the commands that decide."""
    lines = [style.strong(f"{total:,} pair{'' if total == 1 else 's'} in doubt" + _of(len(shown), total))]
    for one in shown:
        at = " ".join(f"{article[:8]} {ref}" for article, ref in (one.one_at, one.other_at))
        why = "; ".join(f"{part['name']} {part['value']:+g}" for part in one.why)
        names = f"{style.set_apart(clean(one.one))} — {style.set_apart(clean(one.other))}"
        lines += ["", f"{names} · {one.what} · {one.score:g} ({why})", f"   mahdar correct merge|split {at}"]
    return "\n".join(lines)
