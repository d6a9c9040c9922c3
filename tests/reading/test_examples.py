"""The examples that stand beside the rules in the pack's tables: each is read, and has to come out as it says."""

import pytest

import mahdar
from mahdar.packs import table


def examples(name, section):
    return list(each_example(name, section))


def each_example(name, section):
    for number, row in enumerate(table("ar", name)[section]):
        for example in row.get("examples", ()):
            yield pytest.param(example, id=f"{name}-{number}-{example['text'][:25]}")


def naming(record, ref):
    """How a participant is named: every form of it in the text, or its code."""
    for actor in record.actors:
        if actor.id == ref:
            return {actor.name} | {span.of(record.text) for span in actor.mentions}
    return {ref}


SPEECH = [e for section in ("speech", "stance", "construction") for e in examples("speech", section)]


@pytest.mark.parametrize("example", SPEECH)
def test_speech_example(example):
    record = mahdar.read(example["text"] + ".")
    start = example["text"].index(example["content"])
    extent = (start, start + len(example["content"]))
    said = [s for s in record.statements if (s.act, s.content.start, s.content.end) == (example["act"], *extent)]
    assert len(said) == 1
    if "speaker" in example:
        assert example["speaker"] in naming(record, said[0].speaker)
    if "targets" in example:
        found = [naming(record, ref) for ref in said[0].targets]
        assert len(found) == len(example["targets"])
        assert all(any(name in names for names in found) for name in example["targets"])


def issue_examples():
    for row in table("ar", "issues")["issue"]:
        for example in row.get("examples", ()):
            yield pytest.param(row["id"], example, id=f"{row['id']}-{example['stance']}")


@pytest.mark.parametrize(("issue", "example"), list(issue_examples()))
def test_issue_example(issue, example):
    record = mahdar.read(example["text"] + ".")
    held = [p for s in record.statements for p in s.positions if p.issue == issue]
    assert [p.stance for p in held] == [example["stance"]]
    assert issue in record.statements[0].issues
    assert (held[0].formula and held[0].formula.of(record.text)) == example.get("formula")


def strength_examples():
    for row in table("ar", "strength")["step"]:
        for example in row["examples"]:
            yield pytest.param(row["strength"], example["text"], id=row["strength"])


@pytest.mark.parametrize(("strength", "text"), list(strength_examples()))
def test_strength_example(strength, text):
    assert [s.strength for s in mahdar.read(text + ".").statements] == [strength]


@pytest.mark.parametrize("example", examples("frames", "frame"))
def test_frame_example(example):
    record = mahdar.read(example["text"] + ".")
    events = [e for e in record.events if e.statement is None]
    assert len(events) == 1
    event = events[0]
    for role in ("actors", "recipients"):
        wanted = example.get(role, [])
        found = [naming(record, ref) for ref in getattr(event, role)]
        assert len(found) == len(wanted)
        for name in wanted:
            assert any(name in names for names in found), f"{name} not among {found}"
    if "date" in example:
        assert event.date == example["date"]
