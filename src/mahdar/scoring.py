"""Records against gold articles, fact by fact: what was found, what was made up, what was missed.

A gold article is a dictionary as tests/gold/README.md describes it; a record is the JSON form of a `Record` (of
any system's: it need not be ours). Events that carry a `statement` are scored with that statement, through its type
and targets.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mahdar.ontology import ACTS, KINDS, STATUSES, TYPES

Json = Mapping[str, Any]
Extent = tuple[int, int]
Figures = dict[str, float]
Keys = Callable[[str], str]

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$")
_CODE = re.compile(r"[A-Z]{3}$")
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": None})

SCORED_KINDS = {"person"}
"""Kinds of actors of which each counts; others count only where they take part in something."""

SAME_CONTENT = 0.5
"""From which overlap (shared characters by characters in either) two contents are the same statement."""

EXPORTED = ("id", "source", "published", "title", "text")
"""The fields of a gold article that a system is given."""


class ScoreError(ValueError):
    """Why nothing can be scored, in one line."""


# Gold articles


def load_gold(folder: Path) -> list[dict[str, Any]]:
    """The gold articles of a folder, by file name. Raises ScoreError."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise ScoreError(f"no gold articles in {folder}")
    articles = []
    for file in files:
        article = _json(file.read_text(encoding="utf-8"), str(file))
        if "gold" not in article or "id" not in article or "text" not in article:
            raise ScoreError(f"{file}: not a gold article")
        articles.append(article)
    return articles


def load_records(file: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file. Raises ScoreError."""
    with file.open(encoding="utf-8") as lines:
        records = [_json(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip()]
    for number, record in enumerate(records, 1):
        if not isinstance(record.get("article"), dict) or "text" not in record:
            raise ScoreError(f"{file}: record {number} is none: no article or no text")
    return records


def _json(text: str, where: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ScoreError(f"{where}: broken JSON: {error}") from None
    if not isinstance(data, dict):
        raise ScoreError(f"{where}: a JSON object expected")
    return data


def full_text(article: Json) -> str:
    """The text that spans point into: title, blank line, body."""
    return f"{article['title']}\n\n{article['text']}" if article.get("title") else str(article["text"])


def exported(article: Json) -> dict[str, Any]:
    """A gold article as a system is given it: without its gold."""
    return {name: article.get(name) for name in EXPORTED}


def check(article: Json) -> list[str]:
    """What is wrong with one gold article, a line each."""
    text, gold = full_text(article), article["gold"]
    ids = {a["id"] for a in gold["actors"]}
    wrong: list[str] = []

    def quoted(where: str, string: str | None) -> None:
        if not string or string not in text:
            wrong.append(f"{where}: not in the article: {string!r}")

    def known(where: str, ref: str | None) -> None:
        if ref not in ids and not _CODE.match(ref or ""):
            wrong.append(f"{where}: no such actor: {ref!r}")

    for a in gold["actors"]:
        where = f"actor {a['id']}"
        if a["kind"] not in KINDS:
            wrong.append(f"{where}: kind {a['kind']!r}")
        if a.get("country") and not _CODE.match(a["country"]):
            wrong.append(f"{where}: country {a['country']!r}")
        if not a["mentions"]:
            wrong.append(f"{where}: no mentions")
        for mention in a["mentions"]:
            quoted(where, mention)
    for n, e in enumerate(gold["events"]):
        where = f"event {n} {e['type']}"
        if e["type"] not in TYPES:
            wrong.append(f"{where}: type")
        if e.get("status") not in STATUSES:
            wrong.append(f"{where}: status {e.get('status')!r}")
        if e.get("date") and not _DATE.match(e["date"]):
            wrong.append(f"{where}: date {e['date']!r}")
        if not e["triggers"]:
            wrong.append(f"{where}: no triggers")
        for trigger in e["triggers"]:
            quoted(where, trigger)
        if e.get("place"):
            quoted(where, e["place"]["name"])
        for ref in e["actors"] + e["recipients"]:
            known(where, ref)
    for n, s in enumerate(gold["statements"]):
        where = f"statement {n} {s['act']}"
        if s["act"] not in ACTS:
            wrong.append(f"{where}: act")
        if s.get("type") and s["type"] not in TYPES:
            wrong.append(f"{where}: type {s['type']!r}")
        quoted(where, s["trigger"])
        quoted(where, s["content"])
        known(where, s["speaker"])
        for ref in s["targets"]:
            known(where, ref)
    return wrong


# Counting


class Tally:
    """True positives, false positives and misses, by kind of fact, and a line for each that is not right."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.errors: list[str] = []

    def hit(self, fact: str) -> None:
        self.counts[fact]["tp"] += 1

    def made_up(self, fact: str, what: str) -> None:
        self.counts[fact]["fp"] += 1
        self.errors.append(f"made up  {fact:22} {what}")

    def missed(self, fact: str, what: str) -> None:
        self.counts[fact]["fn"] += 1
        self.errors.append(f"missed   {fact:22} {what}")

    def slot(
        self,
        fact: str,
        gold: Any,
        found: Any,
        same: Callable[[Any, Any], bool] = lambda gold, found: bool(gold == found),
        what: str = "",
    ) -> None:
        """One field of a record that was paired with its gold: right, wrong, made up or missed."""
        wanted, given = gold not in (None, "", []), found not in (None, "", [])
        if wanted and given and same(gold, found):
            self.hit(fact)
            return
        if given:
            self.made_up(fact, f"{found!r} for {gold!r}{what}")
        if wanted:
            self.missed(fact, f"{gold!r}{what}")

    def table(self) -> dict[str, Figures]:
        """Precision, recall, F1 and counts by kind of fact, then by layer, then of all facts together."""
        rows = {fact: _figures(counts) for fact, counts in sorted(self.counts.items())}
        for layer in ("actor", "event", "statement"):
            of_layer = (counts for fact, counts in self.counts.items() if fact.split(".")[0] == layer)
            rows[f"all {layer} facts"] = _figures(sum(of_layer, Counter()))
        rows["ALL FACTS"] = _figures(sum(self.counts.values(), Counter()))
        return rows


def _figures(counts: Counter[str]) -> Figures:
    found, wanted = counts["tp"] + counts["fp"], counts["tp"] + counts["fn"]
    precision = counts["tp"] / found if found else 0.0
    recall = counts["tp"] / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), **counts}


def score(articles: Iterable[Json], records: Iterable[Json]) -> Tally:
    """All facts of the records counted against the gold articles. Raises ScoreError if a text is another."""
    by_id = {record["article"].get("id"): record for record in records}
    tally = Tally()
    for article in articles:
        text, gold = full_text(article), article["gold"]
        record = by_id.get(article["id"]) or {"text": text, "actors": [], "events": [], "statements": []}
        if record["text"] != text:
            raise ScoreError(f"{article['id']}: the record's text is not the article's (title, blank line, body)")
        before = len(tally.errors)
        mapping = _match_actors(text, gold, record, tally)
        of_gold, of_found = _participants(gold, record, mapping)
        _match_events(text, gold, record, tally, of_gold, of_found)
        _match_statements(text, gold, record, tally, of_gold, of_found)
        tally.errors[before:] = [f"{article['id']:12} {e}" for e in tally.errors[before:]]
    return tally


# Comparing


def fold(text: str) -> str:
    """The letters that count when two Arabic strings are compared."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", text.translate(_LETTERS).casefold()))


def _same_name(gold: str, found: str) -> bool:
    g, f = set(fold(gold).split()), set(fold(found).split())
    return bool(g and f) and (g <= f or f <= g or len(g & f) / len(g | f) >= 0.5)


def _occurrences(text: str, string: str) -> list[Extent]:
    return [(m.start(), m.end()) for m in re.finditer(re.escape(string), text)]


def _overlap(a: Extent, b: Extent) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _extent(span: Json) -> Extent:
    return (span["start"], span["end"])


def _sentence_index(text: str) -> Callable[[int], int]:
    """Position -> number of its sentence, by the marks that end one."""
    ends = [m.end() for m in re.finditer(r"[.!?؟\n]+", text)] + [len(text) + 1]
    return lambda position: next(i for i, end in enumerate(ends) if position < end)


def _best_first(pairs: list[tuple[Any, Any, Any]]) -> list[tuple[Any, Any, Any]]:
    return sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))


def _match_actors(text: str, gold: Json, record: Json, tally: Tally) -> dict[str, str]:
    """Pair each gold actor with at most one found actor; gives found id -> gold id."""
    places = {a["id"]: [o for m in a["mentions"] for o in _occurrences(text, m)] for a in gold["actors"]}
    found = {a["id"]: a for a in record["actors"] if a["kind"] != "country"}
    pairs = []
    for g in gold["actors"]:
        for f in found.values():
            shared = sum(1 for place in places[g["id"]] for m in f["mentions"] if _overlap(place, _extent(m)))
            named = _same_name(g["name"], f["name"])
            if (named and g["kind"] == f["kind"]) or (shared and (named or g["kind"] == f["kind"])):
                pairs.append((2 * named + shared / (1 + len(f["mentions"])), g["id"], f["id"]))
    mapping: dict[str, str] = {}
    used: set[str] = set()
    for _, gold_id, found_id in _best_first(pairs):
        if gold_id not in used and found_id not in mapping:
            mapping[found_id] = gold_id
            used.add(gold_id)
    by_id = {a["id"]: a for a in gold["actors"]}
    for found_id, a in found.items():
        if found_id in mapping:
            g = by_id[mapping[found_id]]
            tally.hit("actor")
            tally.slot("actor.name", g["name"], a["name"], lambda x, y: fold(x) == fold(y))
            tally.slot("actor.country", g.get("country"), a.get("country"), what=f" of {g['name']}")
            tally.slot("actor.sector", g.get("sector"), a.get("sector"), what=f" of {g['name']}")
        elif a["kind"] in SCORED_KINDS:
            tally.made_up("actor", a["name"])
    taking_part = {ref for e in gold["events"] for ref in e["actors"] + e["recipients"]}
    taking_part |= {s["speaker"] for s in gold["statements"]}
    for g in gold["actors"]:
        if g["id"] not in used and (g["kind"] in SCORED_KINDS or g["id"] in taking_part):
            tally.missed("actor", g["name"])
    return mapping


def _stands_for_country(actor: Json) -> bool:
    """A country, or its government as a whole ("الحكومة العراقية")."""
    if actor["kind"] == "country":
        return True
    government = fold(actor["name"]).startswith(("الحكومه", "حكومه"))
    return actor["kind"] == "organisation" and bool(actor.get("country")) and government


def _participants(gold: Json, record: Json, mapping: Mapping[str, str]) -> tuple[Keys, Keys]:
    """References as keys that compare: a gold actor's id, a country code, or a name nobody knows."""
    actors: Sequence[Json] = [*record["actors"], *gold["actors"]]
    countries = {a["id"]: a.get("country") for a in actors if _stands_for_country(a)}
    names = {a["id"]: a["name"] for a in record["actors"]}

    def of_gold(ref: str) -> str:
        return countries.get(ref) or ref

    def of_found(ref: str) -> str:
        known = countries.get(ref) or mapping.get(ref)
        return known or (ref if _CODE.match(ref) else f"?{names.get(ref, ref)}")

    return of_gold, of_found


def _match_events(text: str, gold: Json, record: Json, tally: Tally, of_gold: Keys, of_found: Keys) -> None:
    """Pair events of one type in one sentence, those with most in common first."""
    sentence = _sentence_index(text)
    found = [e for e in record["events"] if not e.get("statement")]
    at_gold = [{sentence(o[0]) for t in e["triggers"] for o in _occurrences(text, t)} for e in gold["events"]]
    at_found = [{sentence(t["start"]) for t in e["triggers"]} for e in found]
    pairs = []
    for i, g in enumerate(gold["events"]):
        party_g = {of_gold(ref) for ref in g["actors"] + g["recipients"]}
        for j, f in enumerate(found):
            if g["type"] == f["type"] and at_gold[i] & at_found[j]:
                party_f = {of_found(ref) for ref in f["actors"] + f["recipients"]}
                pairs.append((len(party_g & party_f) + (g.get("date") == f.get("date")), i, j))
    left_g, left_f = set(range(len(gold["events"]))), set(range(len(found)))
    for _, i, j in _best_first(pairs):
        if i in left_g and j in left_f:
            left_g.discard(i)
            left_f.discard(j)
            _event_slots(gold["events"][i], found[j], tally, of_gold, of_found)
    for i in left_g:
        g = gold["events"][i]
        tally.missed("event", f"{g['type']} {g['triggers'][0]!r}")
        for ref in g["actors"] + g["recipients"]:
            tally.missed("event.participant", ref)
    for j in left_f:
        f = found[j]
        trigger = _extent(f["triggers"][0])
        tally.made_up("event", f"{f['type']} {text[slice(*trigger)]!r}")
        for ref in f["actors"] + f["recipients"]:
            tally.made_up("event.participant", of_found(ref))


def _event_slots(g: Json, f: Json, tally: Tally, of_gold: Keys, of_found: Keys) -> None:
    what = f" in {g['type']} {g['triggers'][0]!r}"
    tally.hit("event")
    sides_g = {of_gold(ref): side for side in ("actors", "recipients") for ref in g[side]}
    sides_f = {of_found(ref): side for side in ("actors", "recipients") for ref in f[side]}
    for ref, side in sides_g.items():
        if ref not in sides_f:
            tally.missed("event.participant", ref + what)
            continue
        tally.hit("event.participant")
        if g["recipients"]:
            tally.slot("event.side", side, sides_f[ref], what=f" for {ref}{what}")
    for ref in sides_f.keys() - sides_g.keys():
        tally.made_up("event.participant", ref + what)
    tally.slot("event.mode", g.get("mode"), f.get("mode"), what=what)
    tally.slot("event.status", g["status"], f.get("status"), what=what)
    tally.slot("event.date", g.get("date"), f.get("date"), what=what)
    tally.slot("event.place", g.get("place"), f.get("place"), lambda a, b: _same_name(a["name"], b["name"]), what)
    tally.slot(
        "event.amount",
        g.get("amount"),
        f.get("amount"),
        lambda a, b: bool((a["value"], a["unit"]) == (b["value"], b["unit"])),
        what,
    )


def _match_statements(text: str, gold: Json, record: Json, tally: Tally, of_gold: Keys, of_found: Keys) -> None:
    """Pair statements by how much of their contents they share, the most first."""
    found, pairs = record["statements"], []
    for i, g in enumerate(gold["statements"]):
        places = _occurrences(text, g["content"])
        for j, f in enumerate(found):
            best = max((_shared(place, _extent(f["content"])) for place in places), default=0.0)
            if best >= SAME_CONTENT:
                pairs.append((best, i, j))
    left_g, left_f = set(range(len(gold["statements"]))), set(range(len(found)))
    for _, i, j in _best_first(pairs):
        if i in left_g and j in left_f:
            left_g.discard(i)
            left_f.discard(j)
            _statement_slots(gold["statements"][i], found[j], tally, of_gold, of_found)
    for i in left_g:
        g = gold["statements"][i]
        tally.missed("statement", f"{g['trigger']} {g['content'][:40]!r}")
        tally.missed("statement.speaker", g["speaker"])
    for j in left_f:
        content = _extent(found[j]["content"])
        tally.made_up("statement", repr(text[slice(*content)][:40]))
        tally.made_up("statement.speaker", str(found[j].get("speaker")))


def _shared(a: Extent, b: Extent) -> float:
    both = _overlap(a, b)
    return both / (a[1] - a[0] + b[1] - b[0] - both)


def _statement_slots(g: Json, f: Json, tally: Tally, of_gold: Keys, of_found: Keys) -> None:
    what = f" in {g['trigger']} {g['content'][:30]!r}"
    speaker = of_found(f["speaker"]) if f.get("speaker") else None
    tally.hit("statement")
    tally.slot("statement.speaker", of_gold(g["speaker"]), speaker, what=what)
    tally.slot("statement.act", g["act"], f.get("act"), what=what)
    tally.slot("statement.type", g.get("type"), f.get("type"), what=what)
    wanted, given = {of_gold(ref) for ref in g["targets"]}, {of_found(ref) for ref in f.get("targets", [])}
    for _ in wanted & given:
        tally.hit("statement.target")
    for ref in wanted - given:
        tally.missed("statement.target", ref + what)
    for ref in given - wanted:
        tally.made_up("statement.target", ref + what)
