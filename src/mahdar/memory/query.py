"""What a search is for: words, filters, and which of what the records hold is looked for. Plain data."""

from dataclasses import astuple, dataclass
from typing import Any, Literal

from mahdar.memory.terms import SearchError

Kind = Literal["statements", "events", "articles"]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for. Countries are ISO 3166 alpha-3 codes or PLOVER's; days are ISO dates."""

    words: str = ""
    of: Kind | None = None
    """What is looked for; worked out from the filters if nobody says."""
    countries: tuple[str, ...] = ()
    """Any of them takes part, speaks or is spoken of; of an article: is named."""
    pair: tuple[str, str] | None = None
    """Both take part."""
    person: str | None = None
    """Words of a name, as a party."""
    speaker: str | None = None
    speaker_countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    outlet_countries: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    newest: bool = False
    """Newest first instead of best first; without words it is always so."""
    limit: int = 20
    offset: int = 0

    def kind(self) -> Kind:
        """What is looked for. Raises SearchError where filters do not go together or cannot be asked for."""
        if any("\0" in text for value in astuple(self) for text in _texts(value)):
            raise SearchError("a NUL is no character to search for")
        said = [n for n in ("speaker", "speaker_countries", "acts", "issues", "stances") if getattr(self, n)]
        done = [n for n in ("types", "modes", "statuses", "pair", "person") if getattr(self, n)]
        kind = self.of or ("statements" if said else "events" if done or not self.words else "articles")
        if said and kind != "statements":
            raise SearchError(f"{_option(said[0])} is for statements, not for {kind}")
        if done and kind == "articles":
            raise SearchError(f"{_option(done[0])} is for statements and events, not for articles")
        return kind


def _option(name: str) -> str:
    """The option of the command line that sets a field."""
    return "--" + name.replace("countries", "country").replace("statuses", "status").removesuffix("s").replace("_", "-")


def _texts(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
