"""Thresholds follow the figures, without running after a single lucky one."""

from collections.abc import Sequence

from loaders.extraction.reader.labels import RELATIONS
from loaders.extraction.reader.reading import Cluster, Mention, Reading, Relation
from loaders.training.calibrate import calibrate, neutral
from loaders.training.documents import Row
from loaders.training.evaluate import Read, Table, records

TEXT = "王强出席工作会议。"
WHO, WHAT = Mention(0, 2, 1.0), Mention(4, 8, 1.0)


def read(probability: float, kind: str = "ATTENDED") -> Read:
    clusters = (Cluster("Person", "王强", (WHO,)), Cluster("Event", "工作会议", (WHAT,)))
    return Read("a1", TEXT, Reading(clusters, (Relation(kind, 0, 1, probability, WHO, WHAT),)))


def test_a_threshold_parts_right_from_wrong() -> None:
    reads = [read(p) for p in (0.8, 0.85, 0.9, 0.3, 0.2, 0.25)]

    def score(rows: Sequence[Row], _: Sequence[Row]) -> Table:
        found = sum(row["record"] == "relation" for row in rows)
        return {relation: {"f1": 2 * min(found, 3) / (found + 3)} for relation in RELATIONS}

    assert 0.3 < calibrate(reads, [], score)["ATTENDED"] <= 0.8


def test_whoever_spoke_attended() -> None:
    rows = records([read(0.9, "SPOKE_AT")], neutral())
    assert {row["type"] for row in rows if row["record"] == "relation"} == {"SPOKE_AT", "ATTENDED"}


def test_what_misses_its_threshold_is_left_out() -> None:
    assert all(row["record"] == "entity" for row in records([read(0.4)], neutral()))
