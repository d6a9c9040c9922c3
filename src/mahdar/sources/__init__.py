"""Anything that holds articles -> `Article`: documents, tables, pages, letters, archives, folders, standard input."""

from mahdar.sources.articles import FIELDS, ArticleError, article_from, full_text
from mahdar.sources.decode import DecodeError, decode
from mahdar.sources.inputs import AsideError, InputError
from mahdar.sources.paths import count_articles, read_paths

__all__ = [
    "FIELDS",
    "ArticleError",
    "AsideError",
    "DecodeError",
    "InputError",
    "article_from",
    "count_articles",
    "decode",
    "full_text",
    "read_paths",
]
