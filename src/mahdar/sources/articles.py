"""The fields of an input article -> `Article`, or what is wrong with them."""

from collections.abc import Mapping
from typing import Any

from mahdar.record import Article, is_date
from mahdar.sources.decode import ARABIC_LETTER

MAX_TEXT = 64 * 1024 * 1024
"""The longest text that is read, in bytes of a file or characters of a field."""


class ArticleError(ValueError):
    """Why some fields make no article, in one line."""


def full_text(title: str | None, text: str) -> str:
    """The text that spans point into: the title, a blank line and the body, to the letter."""
    return f"{title}\n\n{text}" if title else text


def article_from(
    fields: Mapping[str, Any],
    *,
    default_id: str,
    published: str | None = None,
    source: str | None = None,
    published_from: str = "metadata",
) -> Article:
    """An article from its input fields: id, source, published, title, text, url; others are ignored.

    `published` and `source` stand in where the article has none of its own; `published_from` says what an
    article's own date is. Raises ArticleError.
    """
    if fields.get("text") is None:
        raise ArticleError("no `text`")
    text = _text(fields, "text") or ""
    title = _text(fields, "title")
    whole = full_text(title, text)
    if len(whole) > MAX_TEXT:
        raise ArticleError(f"too large: more than {MAX_TEXT:,} characters")
    if not whole.strip():
        raise ArticleError("empty: no text in it")
    if not ARABIC_LETTER.search(whole):
        raise ArticleError("not Arabic: no Arabic letter in it")
    own = day_of(_text(fields, "published"))
    return Article(
        id=_id(fields) or default_id,
        text=whole,
        url=_text(fields, "url") or None,
        source=_text(fields, "source") or source,
        title=title or None,
        published=own or published,
        published_from=published_from if own else "given" if published else None,
    )


def day_of(published: str | None) -> str | None:
    """The ISO date of a date or date and time ("2024-12-11T08:30:00Z"). Raises ArticleError if it is none."""
    if published is None or not published.strip():
        return None
    text = published.strip()
    day = text[:10] if text[10:11] in {"T", " "} else text
    if not is_date(day):
        raise ArticleError(f"`published` is no ISO date: {published!r:.60}")
    return day


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(f"`{name}` is no text: {value!r:.60}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise ArticleError(f"`{name}` holds half a surrogate pair, which is no character") from None
    return value


def _id(fields: Mapping[str, Any]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(fields, "id")
