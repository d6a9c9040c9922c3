"""Pages in the manner of many content systems, with one of the sample articles in each.

A template in `pages/` is a page whose first line tells what is in it: the number of the article under demo/articles,
the day on which the page says it was published, and what else it says. Marks in double braces stand for the article:
the title, and paragraphs, each in its own markup (`{{2-4: <p>*</p>}}`; `{{3-: ...}}` goes on to the last one). All
other Arabic in a template is furniture.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "pages"
ARTICLES = Path(__file__).parents[2] / "demo/articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.html"))

_MARK = re.compile(r"\{\{(json )?(title|text|html|\d+)(?:(-)(\d*): (.*?))?\}\}|\{\{(\d+): (.*?)\}\}", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One template filled in: the bytes of the page, and what is true of it."""

    data: bytes
    charset: str | None
    title: str
    paragraphs: list[str]
    says: dict[str, str]


@cache
def page_of(name: str) -> Page:
    """The page made from one template."""
    head, _, html = (FOLDER / f"{name}.html").read_text(encoding="utf-8").partition("\n")
    says = dict(part.split(": ", 1) for part in head.removeprefix("<!-- ").removesuffix(" -->").split("; "))
    article = _article(says.pop("article"))
    title, paragraphs = article["title"], article["text"].split("\n\n")

    def filled(mark: re.Match[str]) -> str:
        in_json, what, upto, last, form, only, only_form = mark.groups()
        if only:
            return str(only_form).replace("*", escape(paragraphs[int(only) - 1]))
        if upto:
            chosen = paragraphs[int(what) - 1 : int(last) if last else None]
            return "".join(form.replace("*", escape(paragraph)) for paragraph in chosen)
        values = {"title": title, "text": article["text"], "html": "".join(f"<p>{p}</p>" for p in paragraphs)}
        value = values.get(what) or paragraphs[int(what) - 1]
        return json.dumps(value, ensure_ascii=False)[1:-1].replace("/", "\\/") if in_json else escape(value)

    encoding = says.pop("encoding", "utf-8")
    data = _MARK.sub(filled, html).encode(encoding, "xmlcharrefreplace")
    return Page(data, says.pop("charset", None), title, paragraphs, says)


def _article(number: str) -> dict[str, Any]:
    (path,) = ARTICLES.glob(f"{number}-*.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))
