"""The bytes of a page -> its tree of elements, within bounds whatever the bytes are."""

import re
from typing import TYPE_CHECKING

from mahdar.sources.articles import ArticleError
from mahdar.sources.pages.charset import decode_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PAGE = 16 * 1024 * 1024
"""The longest page that is read, in bytes."""

_MAX_TAG = 8192
"""Characters of one tag. The parser compares each attribute of an element with all before it."""

# A tag as the parser cuts it, attribute by attribute; it always matches to its end, so that no text is looked at twice.
_TAG = re.compile(
    r"""<([A-Za-z][^\s/>]*+)(?:[\s/]*+[^\s=/>]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+|[\s/=]++)*+"""
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def page_tree(data: bytes, charset: str | None) -> "HtmlElement":
    """The tree of a page whose server gave it this charset. Raises ArticleError or DecodeError."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    if len(data) > MAX_PAGE:
        raise ArticleError(f"too large: a page of more than {MAX_PAGE:,} bytes")
    text = _NO_XML.sub("", decode_page(data, charset))
    if len(text) > _MAX_TAG:
        text = _TAG.sub(lambda tag: tag[0] if len(tag[0]) < _MAX_TAG else f"<{tag[1]}", text)
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=True,
    )
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise ArticleError("empty: no page in it") from None
    error = parser.error_log.last_error
    if error is not None and error.type_name == "ERR_RESOURCE_LIMIT":
        raise ArticleError("a page whose elements are nested too deep")
    return tree
