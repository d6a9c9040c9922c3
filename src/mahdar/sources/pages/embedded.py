"""An article that a page holds as data and lets a script show: JSON-LD's articleBody, or the data of a script."""

import json
from typing import TYPE_CHECKING, Any, Final

from mahdar.sources.fragments import fragment
from mahdar.sources.pages.structured import nodes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST: Final = 200
"""Characters of the shortest body that is looked for in a script's data."""


def embedded_body(tree: "HtmlElement", told: str | None, title: str | None) -> list[str]:
    """The paragraphs of the article in the page's data; `told` is the body that its JSON-LD gives."""
    text = told or _in_scripts(tree, title) or ""
    return [line.strip() for line in fragment(text).text.split("\n") if line.strip()]


def _in_scripts(tree: "HtmlElement", title: str | None) -> str | None:
    """The longest text beside the title in an object of the data of a page's scripts."""
    if not title:
        return None
    for script in tree.xpath("//script[@type='application/json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in nodes(data):
            texts = [value for value in node.values() if isinstance(value, str)]
            if title in texts:
                body = _longest(node)
                if len(body) >= _SHORTEST:
                    return body
    return None


def _longest(node: dict[str, Any]) -> str:
    return max((value for value in node.values() if isinstance(value, str)), key=len, default="")
