"""The body of a page's article: its paragraphs, without what stands around it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def body_of(tree: "HtmlElement") -> str:
    """The paragraphs of the body with a blank line between them; empty if there is none."""
    from trafilatura import bare_extraction

    document = bare_extraction(tree, include_comments=False)
    text = "" if document is None or isinstance(document, dict) else document.text or ""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
