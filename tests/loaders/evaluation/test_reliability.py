"""What a confidence promises beside what it kept, on cases counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.evaluation import evaluate
from loaders.evaluation.article import Judged
from loaders.evaluation.reliability import Bin, calibration_error, reliability
from tests.loaders.evaluation.invented import MEETING, PERFECT, annotation, entity, relation

JUDGED = st.builds(Judged, st.just("ATTENDED"), st.floats(0, 1), st.booleans())


def test_bins_hold_what_was_promised_and_what_was_kept() -> None:
    told = [
        Judged("ATTENDED", 0.95, right=True),
        Judged("SPOKE_AT", 0.99, right=False),
        Judged("CHAIRED", 0.5, right=True),
    ]
    low, high = reliability(told)
    assert low == Bin(0.5, 0.6, 1, 0.5, 1.0)
    assert (high.low, high.high, high.relations, high.right) == (0.9, 1.0, 2, 0.5)
    assert high.expected == pytest.approx(0.97)
    assert calibration_error(reliability(told)) == pytest.approx((0.5 + 2 * 0.47) / 3)


def test_certainty_belongs_to_the_last_bin() -> None:
    assert reliability([Judged("ATTENDED", 1.0, right=True)]) == [Bin(0.9, 1.0, 1, 1.0, 1.0)]


@given(st.lists(JUDGED))
def test_every_relation_is_in_one_bin(judged: list[Judged]) -> None:
    bins = reliability(judged)
    assert sum(each.relations for each in bins) == len(judged)
    assert sum(each.right * each.relations for each in bins) == pytest.approx(sum(each.right for each in judged))
    assert 0 <= calibration_error(bins) <= 1


def test_found_relations_are_judged_as_they_are_counted() -> None:
    records = [*PERFECT, entity("Person", "赵强"), relation("ATTENDED", "Person:赵强", MEETING)]
    result = evaluate(records, [annotation()])
    total = result.table()["all relations"]
    assert sum(each.right for each in result.judged) == total.right
    assert sum(not each.right for each in result.judged) == total.wrong == 1


def test_what_the_gold_leaves_open_is_not_judged() -> None:
    records = [*PERFECT, entity("Person", "赵强"), relation("ATTENDED", "Person:赵强", MEETING)]
    result = evaluate(records, [annotation(optional={"attended": [["赵强", "E1"]]})])
    assert all(each.right for each in result.judged)
    assert len(result.judged) == len(evaluate(PERFECT, [annotation()]).judged)
