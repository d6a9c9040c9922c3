"""Articles made of the project's own gold: names replaced by others, years moved, spelling, outlet and length varied.

Every story of an era (all its names replaced, its years moved by 28, after which weekdays fall on the same dates again)
is told by several outlets. Who is who and which event is which follows from the gold and from what was replaced.
"""

import json
import re
from pathlib import Path
from random import Random
from typing import Any

from .spelling import ARAB_FAMILY, ARAB_GIVEN, FOREIGN_GIVEN, foreign_name, respelt
from .writer import OUTLETS, Page, Shown, Tell

ERAS = (0, -28, 28)
HELD_OUT = re.compile(r"dev-f|own-(1[3-9]|2\d)|unseen")
HIJRI = re.compile(r"هـ|هجري")
YEAR = re.compile(r"(?<![\d٠-٩])(19[5-9]\d|20[0-4]\d|١٩[٥-٩][٠-٩]|٢٠[٠-٤][٠-٩])(?![\d٠-٩])")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LINKS = frozenset(["بن", "ابن", "بنت", "ولد", "منت", "آل", "عبد", "أبو", "أبي", "دي", "فان", "فون", "دا"])

Gold = dict[str, Any]


def own_pages(gold: Path, random: Random, outlets: int) -> list[Page]:
    """The stories of all eras, each told by so many outlets, but those that are held out or joined by links.json."""
    links = json.loads((gold / "links.json").read_text(encoding="utf-8"))
    linked = {ref.partition("#")[0] for groups in links.values() for group in groups for ref in group}
    pages = []
    for path in sorted((*(gold / "dev").glob("*.json"), *(gold / "own").glob("*.json"))):
        if HELD_OUT.search(path.name) or path.stem in linked:
            continue
        article = json.loads(path.read_text(encoding="utf-8"))
        if article["published"] is None:
            continue
        for era in ERAS:
            if era and HIJRI.search(article["text"]):
                continue
            story = _renamed(article, era, random) if era else article
            for number in range(outlets):
                page = _told(story, f"{article['id']}/{era}", f"own-{article['id']}-{era}-{number}", random)
                if page is not None:
                    pages.append(page)
    return pages


def _renamed(article: Gold, era: int, random: Random) -> Gold:
    """The story of another era: other people, other years."""
    new = json.loads(YEAR.sub(lambda found: _moved(found[0], era), json.dumps(article, ensure_ascii=False)))
    new["published"] = f"{int(article['published'][:4]) + era}{article['published'][4:]}"
    words: dict[str, str] = {}
    for actor in new["gold"]["actors"]:
        if actor["kind"] != "person" or actor["name"] == actor["role"] or len(actor["name"].split()) < 2:
            continue
        for word in actor["name"].split():
            if word not in LINKS and word not in words:
                words[word] = _another(word, random)
    named = [a for a in new["gold"]["actors"] if a["kind"] == "person"]
    forms = {m for a in named for m in a["mentions"] if set(m.split()) & words.keys() & set(a["name"].split())}
    changed = {form: " ".join(words.get(word, word) for word in form.split()) for form in forms}
    return _replaced(new, changed)


def _moved(year: str, era: int) -> str:
    moved = str(int(year) + era)
    return moved if year.isascii() else moved.translate(EASTERN)


def _another(word: str, random: Random) -> str:
    """Another word of the same kind."""
    if word.startswith("ال") and len(word) > 4:
        return random.choice([name for name in ARAB_FAMILY if name.startswith("ال") and name != word])
    if word in ARAB_GIVEN:
        return random.choice([name for name in ARAB_GIVEN if name != word and " " not in name])
    return random.choice(FOREIGN_GIVEN) if word in FOREIGN_GIVEN else foreign_name(random).split()[1]


def _replaced(article: Gold, changed: dict[str, str]) -> Gold:
    """The article, its gold too, with forms of names replaced wherever they stand as words; the longest first."""
    if not changed:
        return article
    forms = "|".join(re.escape(form) for form in sorted(changed, key=lambda form: (-len(form), form)))
    pattern = re.compile(rf"(?<!\w)([وفبل]?)({forms})(?!\w)")

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda found: found[1] + changed[found[2]], value)
        if isinstance(value, list):
            return [walk(item) for item in value]
        return {key: walk(item) for key, item in value.items()} if isinstance(value, dict) else value

    kept = {"id", "type", "mode", "status", "kind", "country", "sector", "actors", "recipients"}
    gold = article["gold"]
    return {
        **article,
        "title": walk(article["title"]),
        "text": walk(article["text"]),
        "gold": {
            part: [
                {key: value if key in kept else walk(value) for key, value in item.items()} for item in gold[part]
            ]
            for part in ("actors", "events")
        },
    }  # fmt: skip


def _told(story: Gold, key: str, name: str, random: Random) -> Page | None:
    """One outlet's version: its own spelling of names, cut from the end."""
    forms: dict[str, str] = {}
    for actor in story["gold"]["actors"]:
        if actor["kind"] == "person" and len(actor["name"].split()) > 1 and actor["name"] in actor["mentions"]:
            foreign = not any(word in ARAB_GIVEN or word.startswith("ال") for word in actor["name"].split())
            forms[actor["name"]] = respelt(actor["name"], random, foreign=foreign)
    spelt = _replaced(story, forms)
    paragraphs = spelt["text"].split("\n\n")
    text = "\n\n".join(paragraphs[: random.randrange(max(1, len(paragraphs) * 2 // 3), len(paragraphs) + 1)])
    page = Page(name, random.choice(OUTLETS), spelt["published"], spelt["title"], f"{spelt['title']}\n\n{text}", key)
    for actor in spelt["gold"]["actors"]:
        spans = [
            (found.start(), found.end())
            for mention in actor["mentions"]
            for found in re.finditer(re.escape(mention), page.text)
        ]
        if spans:
            shown = Shown(actor["id"], actor["kind"], actor["name"], actor["country"], actor["role"], spans)
            shown.who = f"{key}/{actor['id']}"
            page.shown[actor["id"]] = shown
    for number, event in enumerate(spelt["gold"]["events"]):
        tell = _tell(event, f"{key}/{number}", page)
        if tell is not None:
            page.tells.append(tell)
    return page if page.tells else None


def _tell(event: Gold, key: str, page: Page) -> Tell | None:
    at = [place for word in event["triggers"] if (place := page.text.find(word)) >= 0]
    parties = [*event["actors"], *event["recipients"]]
    if not at or any(party not in page.shown and not re.fullmatch("[A-Z]{3}", party) for party in parties):
        return None
    place = event["place"] or {"name": None, "country": None}
    amount = (event["amount"]["value"], event["amount"]["unit"]) if event["amount"] else None
    trigger = min(at), min(at) + 1
    return Tell(
        key, event["type"], event["mode"], event["status"], tuple(event["actors"]), tuple(event["recipients"]),
        event["date"], place["name"], place["country"], amount, trigger, trigger,
        tuple([(place, place + 1) for place in at]),
    )  # fmt: skip
