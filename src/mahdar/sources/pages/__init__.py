"""A web page as it was saved or fetched -> the fields of the article in it."""

from typing import Any

from mahdar.sources.articles import ArticleError
from mahdar.sources.pages.article import article_of
from mahdar.sources.pages.described import described
from mahdar.sources.pages.tree import page_tree

__all__ = ["page_fields"]


def page_fields(data: bytes, *, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The fields of the article of a page, as `article_from` takes them; what the page does not tell is None.

    `url` is where the page came from, `charset` what the server said of its encoding. The fields are id, url, source,
    author, title, text, published, updated, language, section and images (a list of {"url", "caption"}). Where the page
    gives its date in figures that may be read in two ways, that line stands at the head of the text. Raises
    ArticleError if there is no article in the page, DecodeError if it is no text.
    """
    tree = page_tree(data, charset)
    found = described(tree, url)
    article = article_of(tree, found)
    if article is None:
        raise ArticleError("no article in the page")
    return {
        "id": None,
        "url": found.url,
        "source": found.outlet or article.outlet,
        "author": found.author or article.author,
        "title": article.title,
        "text": article.text,
        "published": found.published or article.published,
        "updated": found.updated or article.updated,
        "language": found.language,
        "section": found.section,
        "images": [{"url": address, "caption": caption} for address, caption in article.images],
    }
