"""Issues and strengths: what the tables have to keep."""

import re

from mahdar.ontology import ACTS, STRENGTHS
from mahdar.packs import table
from mahdar.reading.text import fold

ISSUES = table("ar", "issues")["issue"]
STEPS = table("ar", "strength")["step"]


def test_there_are_enough_issues_each_named_once():
    ids = [row["id"] for row in ISSUES]
    assert len(ids) >= 40
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i) for i in ids)
    assert all(row["ar"] and row["en"] and row["marks"] for row in ISSUES)


def test_a_mark_belongs_to_one_issue():
    owner = {}
    for row in ISSUES:
        for mark in row["marks"]:
            assert owner.setdefault(fold(mark), row["id"]) == row["id"], mark


def test_cues_do_not_contradict_each_other():
    cues = table("ar", "issues")["cues"]
    sides = {key: {fold(w).removeprefix("ال") for w in cues[key]} for key in ("for", "against", "turns")}
    assert not sides["for"] & sides["against"]
    assert not (sides["for"] | sides["against"]) & sides["turns"]
    assert set(cues["for_acts"]) <= ACTS
    assert set(cues["against_acts"]) <= ACTS - set(cues["for_acts"])


def test_every_step_of_strength_has_its_wording():
    assert {row["strength"] for row in STEPS} == set(STRENGTHS)
    assert all(set(row["acts"]) <= ACTS for row in STEPS)
