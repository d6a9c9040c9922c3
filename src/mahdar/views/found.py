"""What a search has found, as text for people: a line on who and what, the words with the hit, the source."""

from collections.abc import Iterable

from mahdar.memory.search import Found, Hit, Party
from mahdar.memory.snippets import Snippet
from mahdar.views.text import Style, act_words, clean, country_name, event_words

FACET = 8
"""Values of a facet that are shown."""


def render(found: Found, style: Style, offset: int = 0) -> str:
    """The page as lines of text, without a line end at the last."""
    return "\n".join(_lines(found, style, offset))


def _lines(found: Found, style: Style, offset: int) -> Iterable[str]:
    what = found.kind if found.total != 1 else found.kind.removesuffix("s")
    shown = f", {offset + 1:,} to {offset + len(found.hits):,}" if len(found.hits) not in (0, found.total) else ""
    yield style.strong(f"{found.total:,} {what}{shown}")
    for number, hit in enumerate(found.hits, offset + 1):
        yield ""
        yield f"{number}. {_what(hit, style)}"
        yield f"   {style.set_apart(_marked(hit.snippet, style))}"
        yield f"   {_source(hit, style)}"
    for name, values in found.facets.items():
        yield ""
        yield style.strong(name.replace("_", " "))
        yield "   " + ", ".join(f"{style.set_apart(clean(v))} {n:,}" for v, n in list(values.items())[:FACET])


def _what(hit: Hit, style: Style) -> str:
    if hit.ref is None:
        return style.strong(style.set_apart(clean(hit.title)))
    if hit.act is not None:
        speaker = _names(hit.parties, ("speaker",), style) or "somebody"
        targets = _names(hit.parties, ("target",), style)
        return f"{speaker} {act_words(hit.act)}{f' ({targets})' if targets else ''}"
    actors, recipients = _names(hit.parties, ("actor",), style), _names(hit.parties, ("recipient",), style)
    sides = f"{actors or '?'} → {recipients}" if recipients else actors
    status = f" ({hit.status})" if hit.status not in (None, "occurred") else ""
    what = event_words(hit.type or "", hit.mode) + status
    return " · ".join(part for part in (_when(hit), sides, what) if part)


def _when(hit: Hit) -> str:
    if hit.first is None:
        return "no date"
    return hit.first if hit.first == hit.last else f"{hit.first} to {hit.last}"


def _names(parties: Iterable[Party], sides: tuple[str, ...], style: Style) -> str:
    return ", ".join(_name(party, style) for party in parties if party.side in sides)


def _name(party: Party, style: Style) -> str:
    if party.name is None:
        return country_name(party.country or "?")
    name = clean(party.latin) if party.latin else style.set_apart(clean(party.name))
    return f"{name} ({party.country})" if party.country else name


def _marked(found: Snippet, style: Style) -> str:
    """The piece of text; its hits in bold on a terminal."""
    parts, at = [], 0
    for start, end in found.hits:
        if start >= at:
            parts += [_inside(found.shown[at:start]), style.strong(clean(found.shown[start:end]))]
            at = end
    return "".join([*parts, _inside(found.shown[at:])]).strip()


def _inside(text: str) -> str:
    """A piece out of the middle of a line: the spaces at its ends stay."""
    if not text:
        return ""
    return (" " if text[0].isspace() else "") + clean(text) + (" " if text[-1].isspace() and text.strip() else "")


def _source(hit: Hit, style: Style) -> str:
    parts = [style.set_apart(clean(hit.outlet))] if hit.outlet else []
    parts.append(hit.published or "no date known")
    if hit.ref is not None:
        parts.append(style.set_apart(clean(hit.title)))
    parts.append(f"{hit.article[:8]}{f' {hit.ref}' if hit.ref else ''}")
    return " · ".join(parts)
