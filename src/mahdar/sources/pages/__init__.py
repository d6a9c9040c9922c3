"""A web page as it was saved or fetched -> the fields of the article in it."""

from typing import Any

from mahdar.sources.articles import ArticleError
from mahdar.sources.pages.body import body_of
from mahdar.sources.pages.described import described
from mahdar.sources.pages.tree import page_tree

__all__ = ["page_fields"]


def page_fields(data: bytes, *, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The fields of the article of a page, as `article_from` takes them; what the page does not tell is None.

    `url` is where the page came from, `charset` what the server said of its encoding. The fields are id, url, source,
    author, title, text, published, updated, language, section and images (a list of {"url", "caption"}). Raises
    ArticleError if there is no article in the page.
    """
    tree = page_tree(data, charset)
    found = described(tree, url)
    text = body_of(tree)
    if not text:
        raise ArticleError("no article in the page")
    return {
        "id": None,
        "url": found.url,
        "source": found.outlet,
        "author": found.author,
        "title": found.title,
        "text": text,
        "published": found.published,
        "updated": found.updated,
        "language": found.language,
        "section": found.section,
        "images": [{"url": image, "caption": caption} for image, caption in found.images],
    }
