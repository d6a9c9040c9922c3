"""Markup as the web sends it: which language it is written in, its characters, its tree; safe with hostile input."""

import codecs
import re
from typing import Literal

from lxml import etree

from mahdar.sources.articles import ArticleError
from mahdar.sources.pages.charset import decode_page

Markup = Literal["feed", "opml", "sitemap", "sitemap index", "html"]

_ROOTS: dict[str, Markup] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "opml": "opml",
    "urlset": "sitemap",
    "sitemapindex": "sitemap index",
    "html": "html",
    "!doctype html": "html",
}
# the first known root, whatever stands before it: declarations, comments, a warning of the server's own software
_ROOT = re.compile(
    r"<(!doctype html|(?:\w{1,20}:)?(?:rss|rdf|feed|opml|urlset|sitemapindex|html))[\s>/]", re.IGNORECASE
)
_START = 16 * 1024

_DECLARED = re.compile(r"""<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# where a file declares entities of its own: feeds and lists do not need them, bombs do
_SUBSET = re.compile(r"(<!DOCTYPE[^\[>]{0,500})\[[^\]]*\]", re.IGNORECASE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def markup_of(data: bytes) -> Markup | None:
    """What some bytes are, by their first known element; None if that is none of these."""
    start = data[:_START]
    text = start.decode("utf-16", "ignore") if start.startswith(_UTF_16) else start.decode("latin-1")
    found = _ROOT.search(text)
    return _ROOTS[found[1].lower().rpartition(":")[2]] if found else None


def xml_text(data: bytes, charset: str | None = None) -> str:
    """The characters of an XML file, without those that XML forbids, and without entities of its own.

    Its bytes decide on the encoding, then its declaration, then `charset`, what the server says. Raises DecodeError.
    """
    return _cleaned(decode_page(data, _declared(data) or charset))


def _cleaned(text: str) -> str:
    return _SUBSET.sub(r"\1", _NO_XML.sub("", text), count=1)


def xml_root(data: bytes, charset: str | None = None) -> etree._Element:
    """The root of an XML file, mended where it is broken; entities stay closed. Raises ArticleError."""
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml_text(data, charset).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(f"broken XML: {error}") from None
    if root is None:
        raise ArticleError("broken XML: nothing in it")
    return root


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].lower()


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:1024].decode("latin-1"))
    return found[1] if found else None
