"""Articles in languages that are not read yet: counted, and kept as they came for the day when they are."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any, TextIO

from mahdar.record import Article
from mahdar.sources.inputs import AsideError
from mahdar.sources.language import language_name


class Shelf:
    """Where they are counted and, if there is a stream to write to, kept as JSON Lines of input articles."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out
        self.counts: Counter[str] = Counter()

    def put(self, found: AsideError) -> None:
        """Set an article aside."""
        self.counts[found.article.language] += 1
        if self.out is not None:
            self.out.write(json.dumps(_fields(found.article), ensure_ascii=False) + "\n")
            self.out.flush()

    def __str__(self) -> str:
        """'set aside 3 articles: 2 in Persian (fa), 1 in Urdu (ur)'; empty if there are none."""
        total = self.counts.total()
        parts = ", ".join(f"{count:,} in {language_name(code)}" for code, count in self.counts.most_common())
        return f"set aside {total:,} {'article' if total == 1 else 'articles'}: {parts}" if total else ""


def _fields(article: Article) -> dict[str, Any]:
    """The fields of an input article that make this one again."""
    told = ("id", "url", "source", "author", "title", "published", "updated", "language", "section")
    fields = {name: getattr(article, name) for name in told if getattr(article, name) is not None}
    fields["text"] = article.text.removeprefix(f"{article.title}\n\n") if article.title else article.text
    if article.images:
        fields["images"] = [asdict(image) for image in article.images]
    return fields
