"""OPML: a list of feeds, as feed readers write it."""

from dataclasses import dataclass

from mahdar.sources.articles import ArticleError
from mahdar.sources.markup import local_name, markup_of, xml_root


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a list."""

    url: str
    title: str | None


def listed_feeds(data: bytes) -> list[Feed]:
    """The feeds of an OPML list in order, each once, whatever groups they stand in. Raises ArticleError."""
    if markup_of(data) != "opml":
        raise ArticleError("no OPML list of feeds")
    feeds: dict[str, Feed] = {}
    for element in xml_root(data).iter():
        if local_name(element) == "outline":
            # the case of xmlUrl is often wrong
            given = {str(name).lower(): str(value).strip() for name, value in element.attrib.items()}
            if url := given.get("xmlurl"):
                feeds.setdefault(url, Feed(url, given.get("title") or given.get("text") or None))
    return list(feeds.values())
