"""The scorer: what it counts as right, made up and missed."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from mahdar.scoring import ScoreError, check, fold, full_text, load_gold, load_records, score

GOLD = Path(__file__).parents[1] / "gold" / "dev"
OWN = GOLD.parent / "own"  # the project's own articles, which no rule was tuned on
UNSEEN = GOLD.parent / "unseen"  # articles of which only the totals are looked at


def perfect(article: dict[str, Any]) -> dict[str, Any]:
    """The record of a reader who finds just what the gold holds."""
    text, gold = full_text(article), copy.deepcopy(article["gold"])

    def everywhere(string: str) -> list[dict[str, int]]:
        starts = [n for n in range(len(text)) if text.startswith(string, n)]
        return [{"start": n, "end": n + len(string)} for n in starts]

    for actor in gold["actors"]:
        actor["mentions"] = [span for m in actor["mentions"] for span in everywhere(m)]
    for event in gold["events"]:
        event["triggers"] = [span for t in event["triggers"] for span in everywhere(t)]
    for statement in gold["statements"]:
        statement["content"] = everywhere(statement["content"])[0]
    return {"article": {"id": article["id"]}, "text": text, **gold}


@pytest.mark.parametrize(("folder", "count"), [(GOLD, 44), (OWN, 24), (UNSEEN, 12)])
def test_the_gold_articles_are_sound(folder: Path, count: int) -> None:
    articles = load_gold(folder)
    assert len({a["id"] for a in articles}) == count
    assert [line for a in articles for line in check(a)] == []


def test_check_finds_what_is_wrong() -> None:
    article = load_gold(GOLD)[0]
    article["gold"]["actors"][0]["mentions"] = ["ليس في النص"]
    article["gold"]["events"][0].update(type="MEET", status=None, actors=["nobody"])
    article["gold"]["statements"][0].update(act="sing", content="")
    assert len(check(article)) >= 6


@pytest.mark.parametrize("folder", [GOLD, OWN, UNSEEN])
def test_the_gold_against_itself_is_perfect(folder: Path) -> None:
    articles = load_gold(folder)
    rows = score(articles, map(perfect, articles)).table()
    assert rows["ALL FACTS"]["f1"] > 0.995


def test_nothing_found_is_all_missed() -> None:
    rows = score(load_gold(GOLD), []).table()
    assert rows["ALL FACTS"]["recall"] == 0
    assert rows["ALL FACTS"]["fn"] > 1000


def test_each_slip_counts() -> None:
    article = load_gold(GOLD)[0]
    record = perfect(article)
    whole = score([article], [record])
    record["events"][0]["date"] = "1999"
    record["statements"].pop()
    record["actors"].append({**record["actors"][0], "id": "ghost", "name": "فلان", "kind": "person", "mentions": []})
    tally = score([article], [record])
    assert tally.counts["event.date"]["fp"] == whole.counts["event.date"]["fp"] + 1
    assert tally.counts["statement"]["fn"] == 1
    assert tally.counts["actor"]["fp"] == 1
    assert any("made up  actor" in line and "فلان" in line for line in tally.errors)


def test_a_changed_text_is_refused() -> None:
    article = load_gold(GOLD)[0]
    with pytest.raises(ScoreError, match="is not the article's"):
        score([article], [{**perfect(article), "text": "نص آخر"}])


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ScoreError, match="no gold articles"):
        load_gold(tmp_path)
    (tmp_path / "x.json").write_text(json.dumps({"id": "x"}), "utf-8")
    with pytest.raises(ScoreError, match="not a gold article"):
        load_gold(tmp_path)
    (tmp_path / "r.jsonl").write_text("{}\n{broken\n", "utf-8")
    with pytest.raises(ScoreError, match=r"r.jsonl:2: broken JSON"):
        load_records(tmp_path / "r.jsonl")


def test_letters_that_do_not_count() -> None:
    assert fold("أُسامة بن مُصطفى") == fold("اسامه  بن مصطفي")
