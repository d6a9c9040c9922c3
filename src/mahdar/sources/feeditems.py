"""The items of feeds in one form, whatever the feed is written in: the fields of an article, and `partial`.

What a feed gives of an item is its whole text, or its beginning only: such an item is marked `partial`, and its page
has to be fetched for the rest.
"""

import re
from functools import cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urljoin, urlsplit

from mahdar.packs import table
from mahdar.packs.ar.folding import fold_letters
from mahdar.sources.fragments import Fragment, fragment

ENOUGH, PLENTY = 500, 1000
"""Characters from which an item's text is whole: if there are several paragraphs or the feed says so, and else."""

_LONGEST_FOOT = 500
_DOTS = re.compile(r"(?:…|\.{3})[\s\])]*$")


def item_fields(
    *,
    item_id: str | None,
    url: str | None,
    body: Fragment,
    in_full: bool,
    images: list[dict[str, str | None]],
    **fields: Any,
) -> dict[str, Any]:
    """The fields of an item. An id that is no address of its own is one only within its site."""
    if not item_id and not url:
        item_id = (
            "item:"
            + blake2b(f"{fields.get('title')}\n{body.text}".encode("utf-8", "replace"), digest_size=8).hexdigest()
        )
    if item_id and ":" not in item_id and url:
        item_id = f"{urlsplit(url).netloc}#{item_id}"
    body.text = _without_foot(body.text)
    once = {image["url"]: image for image in reversed(images)}
    return {
        "id": item_id or url,
        "url": url,
        "text": body.text,
        "partial": _is_partial(body, in_full),
        "images": list(reversed(once.values())),
        **fields,
    }


def _without_foot(text: str) -> str:
    """A text without the paragraph that the feed's software put at its end."""
    start = text.rfind("\n") + 1
    last = text[start:]
    if len(last) < _LONGEST_FOOT and _foot().fullmatch(fold_letters(last)):
        return text[:start].rstrip()
    return text


@cache
def _foot() -> re.Pattern[str]:
    forms = (re.escape(fold_letters(form)).replace(r"\*", ".+") for form in table("ar", "feeds")["foot"]["forms"])
    return re.compile("|".join(forms))


def _is_partial(body: Fragment, in_full: bool) -> bool:
    """Whether a text goes on elsewhere, or is too short for the feed to be sure that it does not."""
    text = body.text
    end = re.sub(r"[\W_]+", " ", fold_letters(text[-80:])).strip()
    if _DOTS.search(text[-20:]) or (body.last_link and _says_more(body.last_link)) or "\ufffd" in text:
        return True
    if any(end.endswith(f" {words}") for words in _more() if " " in words):
        return True
    return len(text) < (ENOUGH if in_full or "\n" in text else PLENTY)


def _says_more(words: str) -> bool:
    return re.sub(r"[\W_]+", " ", fold_letters(words)).strip().lower() in _more()


@cache
def _more() -> frozenset[str]:
    return frozenset(fold_letters(words) for words in table("ar", "feeds")["more"]["words"])


def joined(base: str | None, address: Any) -> str | None:
    """An address, relative to another one; None if it is none."""
    if not isinstance(address, str) or not address.strip():
        return None
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return None


def as_text(value: Any) -> str | None:
    """A value if it is a text with something in it."""
    return value.strip() or None if isinstance(value, str) else None


def plain(value: Any) -> str | None:
    """A title or a name in one line, without markup."""
    return " ".join(fragment(value).text.split()) or None if isinstance(value, str) else None
