"""Thresholds follow the figures, without running after a single lucky one."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Relation as Stated
from loaders.evaluation import Annotation, Judged
from loaders.evaluation.reliability import calibration_error, reliability
from loaders.extraction.reader.calibration import Calibration
from loaders.extraction.reader.reading import Cluster, Mention, Reading, Relation
from loaders.training.calibrate import (
    GRID,
    MIDDLE,
    calibrate,
    choose,
    cross_fitted,
    fit_calibration,
    neutral,
    recalibrated,
)
from loaders.training.evaluate import Read, judged, records, score

TEXT = "王强出席工作会议。"
WHO, WHAT = Mention(0, 2, 1.0), Mention(4, 8, 1.0)


def read(probability: float, kind: str = "ATTENDED", article: str = "a1") -> Read:
    clusters = (Cluster("Person", "王强", (WHO,)), Cluster("Event", "工作会议", (WHAT,)))
    return Read(article, TEXT, Reading(clusters, (Relation(kind, 0, 1, probability, probability, WHO, WHAT),)))


def annotation(article: str, *attended: str) -> Annotation:
    event = {"id": "E1", "name": "工作会议", "aliases": [], "kind": "meeting"}
    lists: dict[str, list[object]] = {
        key: [] for key in ("organizations", "places", "chaired", "organized", "located_in", "responsible_for")
    }
    rows = {"persons": [{"name": "王强"}], "events": [event], "attended": [[who, "E1"] for who in attended]}
    return msgspec.convert({"id": article, **lists, **rows, "spoke_at": [], "holds_post": []}, Annotation)


def test_a_threshold_parts_right_from_wrong() -> None:
    chances = (0.95, 0.9, 0.85, 0.7, 0.65, 0.6)
    reads = [read(chance, article=f"a{k}") for k, chance in enumerate(chances)]
    gold = [annotation(f"a{k}", *(["王强"] if k < 3 else [])) for k in range(6)]
    thresholds = calibrate(reads, gold)
    assert 0.7 < thresholds["ATTENDED"] <= 0.85
    assert score(reads, thresholds, gold)["ATTENDED"].f1 == 1


def test_where_figures_hardly_differ_the_middle_is_taken() -> None:
    assert choose(GRID, [0.8] * len(GRID)) == MIDDLE
    assert choose(GRID, [0.8 + 0.0001 * step for step in range(len(GRID))]) == MIDDLE
    assert choose(GRID, [0.9 if value > 0.8 else 0.8 for value in GRID]) > 0.8


def test_whoever_spoke_attended() -> None:
    rows = records([read(0.9, "SPOKE_AT")], neutral())
    assert [row.type for row in rows if isinstance(row, Stated)] == ["SPOKE_AT", "ATTENDED"]


def test_what_misses_its_threshold_is_left_out() -> None:
    assert not any(isinstance(row, Stated) for row in records([read(0.4)], neutral()))


def sample(truth: Calibration, count: int, seed: int) -> list[Judged]:
    """Relations of two types, right as often as `truth` says at their probability."""
    chance = Random(seed)
    drawn = []
    for number in range(count):
        kind, probability = ("ATTENDED", "LOCATED_IN")[number % 2], 1 - 10 ** -(4 * chance.random())
        drawn.append(Judged(kind, probability, chance.random() < truth.confidence(kind, probability)))
    return drawn


TOO_SURE = Calibration(0.4, {"ATTENDED": 0.2, "LOCATED_IN": -0.8})


def test_a_calibration_is_found_again() -> None:
    found = fit_calibration(sample(TOO_SURE, 4000, 1))
    assert found.slope == pytest.approx(0.4, abs=0.05)
    for relation, shift in TOO_SURE.shifts.items():
        assert found.shifts[relation] == pytest.approx(shift, abs=0.25)


def test_a_calibration_holds_on_others_of_the_kind() -> None:
    told, others = sample(TOO_SURE, 2000, 2), sample(TOO_SURE, 2000, 3)
    assert calibration_error(reliability(others)) > 0.1
    assert calibration_error(reliability(recalibrated(others, fit_calibration(told)))) < 0.04


JUDGED = st.builds(Judged, st.sampled_from(["ATTENDED", "LOCATED_IN"]), st.floats(0, 1), st.booleans())


@settings(max_examples=30)  # each is several fits
@given(st.lists(st.lists(JUDGED, max_size=3), max_size=4))
def test_a_handful_of_relations_is_calibrated_too(articles: list[list[Judged]]) -> None:
    fitted = cross_fitted(articles)
    assert all(0 <= each.confidence <= 1 for each in fitted)
    for article in filter(None, articles):
        assert fit_calibration(article).slope >= 0


def test_without_evidence_a_confidence_is_the_probability() -> None:
    found = fit_calibration([])
    assert found.slope == pytest.approx(1)
    assert all(shift == pytest.approx(0, abs=1e-6) for shift in found.shifts.values())


def test_two_alike_of_which_one_is_right_do_not_overflow() -> None:
    alike = [Judged("ATTENDED", 0.99, right=True), Judged("ATTENDED", 0.9899, right=False)]
    sure = [Judged("ATTENDED", 0.999999, right=False)]
    assert len(cross_fitted([alike, sure])) == 3


def test_cross_fitting_keeps_every_relation() -> None:
    articles = [sample(TOO_SURE, 20, seed) for seed in range(9)]
    fitted = cross_fitted(articles)
    assert len(fitted) == 180
    assert sum(each.right for each in fitted) == sum(each.right for article in articles for each in article)
    assert cross_fitted(articles[:1]) == []


def test_articles_are_judged_one_by_one() -> None:
    reads = [read(0.9), read(0.8, article="a2")]
    gold = [annotation("a1", "王强"), annotation("a2"), annotation("a3", "王强")]
    assert judged(reads, neutral(), gold) == [
        [Judged("ATTENDED", 0.9, right=True)],
        [Judged("ATTENDED", 0.8, right=False)],
    ]
