"""Anything that holds articles -> `Article`: text files, JSON, JSON Lines, folders, standard input."""

from mahdar.sources.articles import ArticleError, article_from, full_text
from mahdar.sources.decode import DecodeError, decode
from mahdar.sources.paths import InputError, count_articles, read_paths

__all__ = [
    "ArticleError",
    "DecodeError",
    "InputError",
    "article_from",
    "count_articles",
    "decode",
    "full_text",
    "read_paths",
]
