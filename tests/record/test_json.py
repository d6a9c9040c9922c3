"""JSON out and in gives an equal record; the schema describes just that JSON."""

import copy
import dataclasses
import json
import pickle
import re

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mahdar.record import Record, RecordError, schema
from tests.record.parts import HERE, actor, article, event, records, statement

VALIDATOR = jsonschema.Draft202012Validator(schema())


@settings(max_examples=60, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(records())
def test_back_from_json_it_is_equal(record: Record) -> None:
    line = record.to_json()
    assert "\n" not in line
    line.encode("utf-8")
    assert Record.from_json(line) == record
    VALIDATOR.validate(json.loads(line))


@settings(max_examples=20, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(records())
def test_copied_and_sent_to_another_process_it_is_equal(record: Record) -> None:
    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record
    assert dataclasses.replace(record, actors=record.actors) == record


@settings(max_examples=40, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(records(), st.integers(), st.data())
def test_a_broken_span_is_refused(record: Record, off: int, data: st.DataObject) -> None:
    line = record.to_json()
    starts = list(re.finditer(r'"end": (\d+)', line))
    if not starts:
        return
    place = data.draw(st.sampled_from(starts))
    beyond = len(record.text) + 1 + abs(off)
    with pytest.raises(RecordError, match="outside the text"):
        Record.from_json(line[: place.start(1)] + str(beyond) + line[place.end(1) :])


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def whole() -> dict:
    said = statement(type="ACCUSE")
    e = event(type="ACCUSE", statement="s1", date="2024-12-10", inferred={"date": "weekday-before-published"})
    return Record.build(article(), [actor(role="وزير", evidence={"role": HERE})], [e], [said]).to_dict()


def test_the_form_is_that_of_the_design() -> None:
    data = whole()
    assert list(data) == ["article", "text", "actors", "events", "statements", "furniture"]
    assert list(data["article"]) == [
        "id", "url", "source", "language", "title", "author", "published", "published_from",
        "updated", "section", "images",
        "outlet", "outlet_country", "outlet_kind", "credit", "reprint_group", "reprint_of", "reprint_share",
    ]  # fmt: skip
    assert data["actors"][0]["mentions"] == [{"start": 0, "end": 6}]
    assert data["events"][0]["inferred"] == {"date": "weekday-before-published"}
    assert data["statements"][0]["content"] == {"start": 3, "end": 9}


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("colour",), 1, "record: unknown key 'colour'"),
        (("article", "colour"), 1, "article: unknown key 'colour'"),
        (("article", "text"), "x", "article: unknown key 'text'"),
        (("events", 0, "colour"), 1, "events[0]: unknown key 'colour'"),
        (("statements", 0, "content", "colour"), 1, "statements[0].content: unknown key 'colour'"),
        (("text",), 5, "text: text expected, not 5"),
        (("article", "id"), None, "article.id: text expected"),
        (("actors",), {}, "actors: a list expected"),
        (("actors", 0), [], "actors[0]: an object expected"),
        (("actors", 0, "mentions"), "x", "actors[0].mentions: a list expected"),
        (("actors", 0, "mentions", 0, "start"), True, "actors[0].mentions[0].start: a whole number expected"),
        (("actors", 0, "mentions", 0, "start"), 0.5, "a whole number expected"),
        (("actors", 0, "evidence"), [], "actors[0].evidence: an object expected"),
        (("actors", 0, "kind"), "ship", "actor a1: unknown kind"),
        (("events", 0, "inferred", "date"), 7, "events[0].inferred.date: text expected"),
        (("statements", 0, "quoted"), 1, "statements[0].quoted: true or false expected"),
        (("statements", 0, "trigger"), None, "statements[0].trigger: an object expected"),
    ],
)
def test_json_that_is_no_record(path: tuple, value: object, complaint: str) -> None:
    data = whole()
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(RecordError) as caught:
        Record.from_dict(data)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "{}", '{"article": {}, "text": ""}', "[" * 100_000])
def test_a_line_that_is_no_record(line: str) -> None:
    with pytest.raises(RecordError):
        Record.from_json(line)


def test_what_has_a_default_may_be_left_out() -> None:
    assert Record.from_dict({"article": {"id": "x"}, "text": "نص"}).events == ()
    with pytest.raises(RecordError, match=re.escape("article: no 'id'")):
        Record.from_dict({"article": {}, "text": "نص"})
