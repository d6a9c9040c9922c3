"""The fields of an input article -> `Article`, or what is wrong with them."""

import re
from collections.abc import Mapping
from typing import Any

from mahdar.record import Article, Image, is_date
from mahdar.sources.decode import ARABIC_LETTER

MAX_TEXT = 64 * 1024 * 1024
"""The longest text that is read, in bytes of a file or characters of a field."""


FIELDS = (
    "id", "url", "source", "author", "title", "text", "published", "updated", "language", "section", "images",
)  # fmt: skip
"""The fields of an input article."""
MAX_IMAGES = 100
"""How many pictures of an article are kept."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9-]+)?", re.IGNORECASE | re.ASCII)


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
    given_from: str = "given",
) -> Article:
    """An article from its input fields: id, source, published, title, text, url, and as far as they are in their form
    author, updated, language, section and images ({"url", "caption"} each); others are ignored.

    `published` and `source` stand in where the article has none of its own; `published_from` says what an
    article's own date is, `given_from` what the one is that stands in. Raises ArticleError.
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
        published_from=published_from if own else given_from if published else None,
        author=_line(fields.get("author")),
        updated=_day(fields.get("updated")),
        language=_language(fields.get("language")) or "ar",
        section=_line(fields.get("section")),
        images=_images(fields.get("images")),
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


# What follows is there to be told, not to be read: where it is not in its form it is left out, and the article stays.


def _line(value: Any) -> str | None:
    """A text without line breaks or half surrogate pairs; of a list of texts, all of them."""
    if isinstance(value, list):
        value = "، ".join(name for name in value if isinstance(name, str))
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-8", "ignore").decode().split()) or None


def _day(value: Any) -> str | None:
    try:
        return day_of(value) if isinstance(value, str) else None
    except ArticleError:
        return None


def _language(value: Any) -> str | None:
    """The language of a tag: ar of ar, ar-SA and ar_EG."""
    found = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else None


def _images(value: Any) -> tuple[Image, ...]:
    pictures = [p for p in value if isinstance(p, Mapping)] if isinstance(value, list | tuple) else []
    images = (Image(_line(p.get("url")), _line(p.get("caption"))) for p in pictures[:MAX_IMAGES])
    return tuple(image for image in images if image.url or image.caption)
