"""The fields of an input article -> `Article`, or what is wrong with them."""

import re
from collections.abc import Mapping
from typing import Any

from mahdar.record import Article, Image, is_date
from mahdar.sources.language import READABLE, UNKNOWN, language_name, language_of

MAX_TEXT = 64 * 1024 * 1024
"""The longest text that is read, in bytes of a file or characters of a field."""


FIELDS = (
    "id", "url", "source", "author", "title", "text", "published", "updated", "section", "images",
)  # fmt: skip
"""The fields of an input article."""
MAX_IMAGES = 100
"""How many pictures of an article are kept."""

_LETTER = re.compile(r"[^\W\d_]")


class ArticleError(ValueError):
    """Why some fields make no article, in one line."""


class OtherLanguageError(ArticleError):
    """An article that is none in Arabic; `article` is what can be kept of it until its language is read."""

    def __init__(self, article: Article) -> None:
        known = article.language != UNKNOWN
        language = (
            f" but {language_name(article.language)}, which is not read yet" if known else ": what it is cannot be told"
        )
        super().__init__(f"not Arabic{language}")
        self.article = article


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
    author, updated, section and images ({"url", "caption"} each); others are ignored.

    `published` and `source` stand in where the article has none of its own; `published_from` says what an
    article's own date is, `given_from` what the one is that stands in. The language is the text's, whatever the fields
    say. Raises ArticleError, and OtherLanguageError for an article in a language that is not read.
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
    if not _LETTER.search(whole):
        raise ArticleError("not Arabic: no letter in it")
    own = day_of(_text(fields, "published"))
    article = Article(
        id=_id(fields) or default_id,
        text=whole,
        url=_text(fields, "url") or None,
        source=_text(fields, "source") or source,
        title=title or None,
        published=own or published,
        published_from=published_from if own else given_from if published else None,
        author=_line(fields.get("author")),
        updated=_day(fields.get("updated")),
        language=language_of(whole),
        section=_line(fields.get("section")),
        images=_images(fields.get("images")),
    )
    if article.language not in READABLE:
        raise OtherLanguageError(article)
    return article


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


def _images(value: Any) -> tuple[Image, ...]:
    pictures = [p for p in value if isinstance(p, Mapping)] if isinstance(value, list | tuple) else []
    images = (Image(_line(p.get("url")), _line(p.get("caption"))) for p in pictures[:MAX_IMAGES])
    return tuple(image for image in images if image.url or image.caption)
