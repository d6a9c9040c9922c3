"""CAMEO: every event has a code of the codebook, and the codes fit what the types mean."""

import pytest

from mahdar.ontology import (
    ACT_TYPES,
    CAMEO_ACTS,
    CAMEO_FRAMES,
    CAMEO_TYPES,
    CONTEXTS,
    GOLDSTEIN,
    MODES,
    QUADS,
    SCALES,
)  # fmt: skip
from mahdar.packs import table

ROOTS = {
    "AGREE": {"03"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "COOPERATE": {"06"}, "AID": {"07"}, "CONCEDE": {"08"},
    "RETREAT": {"08"}, "REQUEST": {"10"}, "ACCUSE": {"09", "11"}, "REJECT": {"12"}, "THREATEN": {"13"},
    "PROTEST": {"14"}, "SANCTION": {"11", "16"}, "MOBILIZE": {"15"}, "COERCE": {"17", "19"},
    "ASSAULT": {"17", "18", "19", "20"},
}  # fmt: skip
"""Type -> the root codes that the published conversion reads as it."""


def codes_of(kind):
    row = CAMEO_TYPES[kind]
    return [row["code"], *row.get("modes", {}).values(), *row.get("contexts", {}).values()]


def test_the_scale_goes_from_ten_to_ten_and_knows_all_roots():
    assert all(-10 <= value <= 10 for value in GOLDSTEIN.values())
    assert {code[:2] for code in GOLDSTEIN} == {f"{root:02}" for root in range(1, 21)}
    assert all(code[:-1] in GOLDSTEIN for code in GOLDSTEIN if len(code) > 2)


def test_every_type_and_every_mode_has_a_code():
    assert set(CAMEO_TYPES) == set(QUADS)
    for kind, row in CAMEO_TYPES.items():
        assert set(row) <= {"code", "modes", "contexts"}
        assert set(row.get("modes", {})) == MODES[kind]
        assert set(row.get("contexts", {})) <= set(CONTEXTS)
        assert set(codes_of(kind)) <= set(GOLDSTEIN)
        assert {code[:2] for code in codes_of(kind)} <= ROOTS[kind]


def test_cooperation_is_above_nought_and_conflict_below():
    for kind, quad in QUADS.items():
        for code in codes_of(kind):
            assert (GOLDSTEIN[code] > 0) is quad.endswith("cooperation"), (kind, code)


def test_frames_and_acts_of_the_table_are_known():
    assert set(CAMEO_FRAMES) <= {frame["id"] for frame in table("ar", "frames")["frame"]}
    assert set(CAMEO_FRAMES.values()) <= set(GOLDSTEIN)
    assert set(CAMEO_ACTS) == set(ACT_TYPES)
    steps = {step for scale in SCALES.values() for step in scale}
    for row in CAMEO_ACTS.values():
        assert row["code"] in GOLDSTEIN
        assert set(row.get("strengths", {})) <= steps
        assert set(row.get("strengths", {}).values()) <= set(GOLDSTEIN)


@pytest.mark.parametrize(
    ("code", "value"),
    [("010", 0), ("042", 1.9), ("043", 2.8), ("057", 8), ("111", -2), ("141", -6.5), ("163", -8), ("195", -10)],
)
def test_values_as_published(code, value):
    assert GOLDSTEIN[code] == value
