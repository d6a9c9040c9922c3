"""Gold articles as records and back: no fact is lost on the way."""

import json
from pathlib import Path

import pytest

from mahdar import scoring
from mahdar.memory.gold import gold_of, record_of_gold
from mahdar.record import Article, Record, RecordError
from mahdar.sources import article_from

GOLD = Path(__file__).parents[1] / "gold"


def article_of(given: dict[str, object]) -> Article:
    return article_from(given, default_id="x")


@pytest.mark.parametrize("folder", ["dev", "own"])
def test_a_gold_article_as_a_record_has_every_fact(folder: str) -> None:
    articles = scoring.load_gold(GOLD / folder)
    records = [record_of_gold(article_of(given), given["gold"]).to_dict() for given in articles]
    figures = scoring.score(articles, records).table()["ALL FACTS"]
    assert figures["precision"] == figures["recall"] == 1


def test_the_gold_of_a_record_is_gold_and_says_the_same(press: list[Record]) -> None:
    articles = [gold_of(record) for record in press]
    wrong = [line for article in articles for line in scoring.check(article)]
    # a record may leave the speaker open, and name an actor that only an inference has found
    assert [line for line in wrong if not line.endswith(("no such actor: None", "no mentions"))] == []
    figures = scoring.score(articles, [record.to_dict() for record in press]).table()["ALL FACTS"]
    assert figures["precision"] > 0.99 and figures["recall"] > 0.99
    json.dumps(articles, allow_nan=False)


def test_gold_of_gold_is_the_same() -> None:
    for given in scoring.load_gold(GOLD / "dev"):
        record = record_of_gold(article_of(given), given["gold"])
        back = gold_of(record)
        assert (back["title"], back["text"], back["published"]) == (given["title"], given["text"], given["published"])
        assert record_of_gold(record.article, back["gold"]) == record


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"actors": [{}], "events": [], "statements": []},
        {"actors": 1, "events": [], "statements": []},
        {"actors": [], "events": [{"type": "CONSULT", "triggers": ["nowhere"]}], "statements": []},
        {"actors": [], "events": [{"type": "XXX", "triggers": ["نص"]}], "statements": []},
        {"actors": [], "events": [{"type": "CONSULT", "triggers": ["نص"], "actors": ["x"]}], "statements": []},
        {"actors": [], "events": [{"type": "AID", "triggers": ["نص"], "place": "here"}], "statements": []},
    ],
)
def test_what_is_no_gold(broken: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        record_of_gold(Article("1", "نص"), broken)
