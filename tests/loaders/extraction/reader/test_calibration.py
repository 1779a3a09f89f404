"""Confidences are shares: between 0 and 1, rising with the probability, and the probability itself if uncalibrated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.reader.calibration import UNCHANGED, Calibration
from loaders.extraction.reader.labels import RELATIONS
from loaders.extraction.reader.reader import Reader

CHANCES = st.floats(0, 1)
CALIBRATIONS = st.builds(Calibration, st.floats(0.1, 3), st.dictionaries(st.sampled_from(RELATIONS), st.floats(-3, 3)))


@given(CHANCES)
def test_uncalibrated_a_confidence_is_the_probability(chance: float) -> None:
    assert UNCHANGED.confidence("ATTENDED", chance) == pytest.approx(chance, abs=1e-5)


@given(CALIBRATIONS, st.sampled_from(RELATIONS), CHANCES, CHANCES)
def test_what_is_likelier_is_never_less_sure(known: Calibration, relation: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= known.confidence(relation, low) <= known.confidence(relation, high) <= 1


def test_the_steepest_line_is_still_a_share() -> None:
    steep = Calibration(4000.0, {"ATTENDED": -17_000.0})
    assert (steep.confidence("ATTENDED", 0.5), steep.confidence("ATTENDED", 1.0)) == (0, 1)


def test_what_ships_is_calibrated() -> None:
    reader = Reader.load()
    assert reader.calibration.slope < 1
    assert set(reader.calibration.shifts) == set(RELATIONS)
    (reading,) = reader.read(["9月28日，县安全生产工作会议召开。县委书记陈思远讲话，县长周建平主持会议。"])
    assert reading.relations
    for relation in reading.relations:
        assert relation.confidence == reader.calibration.confidence(relation.type, relation.probability)
