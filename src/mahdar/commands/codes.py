"""What a user writes for a code → the code, or in one line what may be written."""

from collections.abc import Callable, Iterable
from typing import Any

import typer


def countries(given: Iterable[str] | None) -> tuple[str, ...]:
    """Codes of countries, from codes in any case or English names. Raises typer.BadParameter."""
    from mahdar.ontology import COUNTRIES
    from mahdar.record import COUNTRY_CODES

    by_name = {name.casefold(): code for code, name in COUNTRIES.items()}
    out = []
    for one in given or ():
        code = one.upper() if one.upper() in COUNTRY_CODES else by_name.get(one.casefold())
        if code is None:
            near = _near(one, [*COUNTRIES.values(), *COUNTRY_CODES])
            raise typer.BadParameter(f"no country {one!r}: an ISO code (KAZ) or an English name{near}")
        out.append(code)
    return tuple(out)


def one_of(name: str) -> Callable[[Any], Any]:
    """A check that values are among the codes of one of the ontology's tables, in any case."""

    def check(given: list[str] | None) -> list[str]:
        from mahdar import ontology

        table = getattr(ontology, name)
        known = {
            code.casefold(): code for code in (table if name != "MODES" else {m for ms in table.values() for m in ms})
        }
        out = []
        for one in given or ():
            if one.casefold() not in known:
                raise typer.BadParameter(f"no {one!r}: {', '.join(sorted(known.values()))}")
            out.append(known[one.casefold()])
        return out

    return check


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"; {close[0]}?" if close else ""
