"""The reader with the weights that ship, on invented sentences."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from threadpoolctl import threadpool_info, threadpool_limits

from graph.errors import InputError
from loaders.extraction.reader.decode import best_tags, spans_of
from loaders.extraction.reader.heads import Floats
from loaders.extraction.reader.labels import BEGIN, END, KINDS, MATTER, OUTSIDE, RELATIONS, TAGS
from loaders.extraction.reader.loading import ENCODER, HEADS, SETTINGS, VOCABULARY, installed
from loaders.extraction.reader.reader import Reader, leaning
from loaders.extraction.reader.reading import Reading

ARTICLE = """柳河县召开安全生产工作会议
9月28日下午，柳河县安全生产工作会议在县会议中心召开。县委书记陈思远出席会议并讲话，县长周建平主持会议。
会上，县应急管理局局长何立新通报了全县安全生产形势。陈思远强调，要压实责任。
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read([ARTICLE])[0]


def test_it_reads_on_one_thread_and_leaves_the_others_as_they_were(reader: Reader) -> None:
    seen = []

    def encode(tokens: NDArray[np.int64]) -> Floats:
        seen.append(threads())
        return reader.encode(tokens)

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        Reader(encode, reader.heads, reader.vocabulary, reader.thresholds).read([ARTICLE])
        assert threads() == before
    assert {count for counts in seen for count in counts} == {1}


def threads() -> list[int]:
    """How many threads each library of matrix products may use."""
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def stated(reading: Reading) -> set[tuple[str, str, str]]:
    """Relations as (type, name, name)."""
    return {(r.type, reading.clusters[r.left].name, reading.clusters[r.right].name) for r in reading.relations}


def test_people_are_found(reading: Reading) -> None:
    assert {c.name for c in reading.clusters if c.kind == "Person"} == {"陈思远", "周建平", "何立新"}


def test_what_they_did_is_found(reading: Reading) -> None:
    meeting = next(c.name for c in reading.clusters if c.kind == "Event")
    assert meeting.endswith("安全生产工作会议")
    assert {
        ("ATTENDED", "陈思远", meeting),
        ("SPOKE_AT", "陈思远", meeting),
        ("CHAIRED", "周建平", meeting),
    } <= stated(reading)
    assert ("HOLDS_POST", "周建平", "县长") in stated(reading)


def test_spans_are_offsets_of_the_text_passed_in(reading: Reading) -> None:
    for cluster in reading.clusters:
        assert cluster.kind in KINDS
        assert cluster.name in {ARTICLE[m.start : m.end] for m in cluster.mentions}
        assert list(cluster.mentions) == sorted(cluster.mentions, key=lambda m: (m.start, m.end))
        assert all(0 < m.score <= 1 for m in cluster.mentions)


def test_evidence_is_a_mention_of_either_end(reader: Reader, reading: Reading) -> None:
    for relation in reading.relations:
        assert relation.type in RELATIONS
        assert relation.left_mention in reading.clusters[relation.left].mentions
        assert relation.right_mention in reading.clusters[relation.right].mentions
        assert reader.thresholds[relation.type] <= relation.probability <= 1


def test_a_matter_is_found_more_readily_than_its_tags_say_and_nothing_else_is() -> None:
    scores = np.full((6, len(KINDS), len(TAGS)), -9, np.float32)
    scores[:, :, OUTSIDE] = 9
    scores[2:4, :, OUTSIDE] = 0.3
    scores[2, :, BEGIN] = scores[3, :, END] = 0.0
    assert spans_of(best_tags(scores)).tolist() == []
    assert spans_of(best_tags(leaning(scores))).tolist() == [[MATTER, 2, 4]]


def test_texts_that_say_nothing(reader: Reader) -> None:
    empty = Reading((), ())
    assert reader.read([]) == []
    assert reader.read([""]) == [empty]
    assert reader.read(["", "\n \n", "。"]) == [empty] * 3


def test_the_same_text_gives_the_same_reading_in_any_company(reader: Reader, reading: Reading) -> None:
    assert reader.read(["某镇开展活动。" * 40, ARTICLE, ""])[1] == reading


def test_long_texts_are_read_whole(reader: Reader) -> None:
    text = "县长周建平到柳河镇检查工作。" * 100
    person = next(c for c in reader.read([text])[0].clusters if c.name == "周建平")
    assert len(person.mentions) == 100


def test_a_folder_without_weights_is_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    with pytest.raises(InputError, match=r"encoder\.onnx"):
        Reader.load(folder)


@pytest.mark.parametrize("name", [ENCODER, HEADS, VOCABULARY, SETTINGS])
def test_damaged_weights_are_named(name: str, tmp_path: Path) -> None:
    shutil.copytree(installed(), tmp_path, dirs_exist_ok=True)
    (tmp_path / name).write_text("[", encoding="utf-8")
    with pytest.raises(InputError, match=r"damaged .*GUANXI_READER"):
        Reader.load(tmp_path)


def test_vectors_follow_the_text(reader: Reader) -> None:
    vectors = reader.vectors(reader.prepare("短讯。" * 300))
    assert len(vectors) == 900
    assert np.isfinite(vectors).all()
