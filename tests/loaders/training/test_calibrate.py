"""Thresholds follow the figures, without running after a single lucky one."""

import msgspec

from graph.records import Relation as Stated
from loaders.evaluation import Annotation
from loaders.extraction.reader.reading import Cluster, Mention, Reading, Relation
from loaders.training.calibrate import GRID, MIDDLE, calibrate, choose, neutral
from loaders.training.evaluate import Read, records, score

TEXT = "王强出席工作会议。"
WHO, WHAT = Mention(0, 2, 1.0), Mention(4, 8, 1.0)


def read(probability: float, kind: str = "ATTENDED", article: str = "a1") -> Read:
    clusters = (Cluster("Person", "王强", (WHO,)), Cluster("Event", "工作会议", (WHAT,)))
    return Read(article, TEXT, Reading(clusters, (Relation(kind, 0, 1, probability, WHO, WHAT),)))


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
    assert choose(GRID, [0.9 if value > 0.7 else 0.8 for value in GRID]) > 0.7


def test_whoever_spoke_attended() -> None:
    rows = records([read(0.9, "SPOKE_AT")], neutral())
    assert [row.type for row in rows if isinstance(row, Stated)] == ["SPOKE_AT", "ATTENDED"]


def test_what_misses_its_threshold_is_left_out() -> None:
    assert not any(isinstance(row, Stated) for row in records([read(0.4)], neutral()))
