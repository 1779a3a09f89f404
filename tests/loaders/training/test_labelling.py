"""Texts are labelled once; what teachers said survives the file, and errors name what is wrong."""

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from graph.errors import InputError  # noqa: E402 - the modules below need torch
from loaders.extraction.reader.labels import FAMILIES  # noqa: E402
from loaders.extraction.reader.vocabulary import Vocabulary  # noqa: E402
from loaders.training import labelling, weights  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.fit import seed_everything  # noqa: E402
from loaders.training.labelling import labelled, load, read_texts, save  # noqa: E402
from loaders.training.network import Network  # noqa: E402
from loaders.training.silver import Silver, Teachers  # noqa: E402

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *"区委召开会议，。王强"])
TEXTS = ["区委召开会议。王强召开会议，王强", "王强召开区委会议。", "区委会议，𠮷召开。王强"]


@pytest.fixture(scope="module")
def network() -> Network:
    seed_everything(1)
    made: Network = Network(Encoder(len(VOCABULARY))).eval()
    return made


@pytest.fixture
def teacher(network: Network, tmp_path: Path) -> Path:
    weights.save(network, tmp_path / "teacher.npz")
    return tmp_path / "teacher.npz"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    rows = ({"title": "", "text": text} for text in TEXTS)
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def quiet(_: str) -> None:
    """Reports to nobody."""


def same(one: Silver, other: Silver) -> bool:
    tables = [(s.mentions.start, s.mentions.end, s.mentions.kind, s.mentions.cluster) for s in (one, other)]
    return (
        one.text == other.text
        and np.array_equal(one.tags, other.tags)
        and all(map(np.array_equal, *tables))
        and all(np.array_equal(one.chances[f.name], other.chances[f.name]) for f in FAMILIES)
    )


@pytest.mark.parametrize("count", [0, 1, 3])
def test_silver_survives_the_file(network: Network, tmp_path: Path, count: int) -> None:
    before = [Teachers([network], VOCABULARY).label(text) for text in TEXTS[:count]]
    save(before, tmp_path / "part.npz")
    after = load(tmp_path / "part.npz")
    assert [silver.text for silver in after] == TEXTS[:count]
    assert all(map(same, before, after))


def test_texts_are_labelled_once(teacher: Path, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labelling, "PART", 2)
    said: list[str] = []
    first = labelled(texts, [teacher], VOCABULARY, tmp_path, said.append)
    assert [silver.text for silver in first.silver] == TEXTS
    assert [line.split(" texts")[0] for line in said] == ["2 of 3", "3 of 3", "3 of 3"]
    (folder,) = tmp_path.glob("silver-*")
    save(first.silver[:1], folder / "00000.npz")
    (folder / "00001.npz").unlink()
    again = labelled(texts, [teacher], VOCABULARY, tmp_path, said.append)
    assert [silver.text for silver in again.silver] == [TEXTS[0], TEXTS[2]]
    assert same(again.silver[1], first.silver[2])


def test_other_texts_or_teachers_are_labelled_anew(teacher: Path, texts: Path, tmp_path: Path) -> None:
    labelled(texts, [teacher], VOCABULARY, tmp_path, quiet)
    labelled(texts, [teacher, teacher], VOCABULARY, tmp_path, quiet)
    texts.write_text(json.dumps({"text": TEXTS[0]}), encoding="utf-8")
    labelled(texts, [teacher], VOCABULARY, tmp_path, quiet)
    assert len(list(tmp_path.glob("silver-*"))) == 3


def test_examples_are_made_when_asked_for(teacher: Path, texts: Path, tmp_path: Path) -> None:
    examples = labelled(texts, [teacher], VOCABULARY, tmp_path, quiet)
    assert [each.document.text for each in examples] == TEXTS
    assert [each.document.text for each in examples[1:]] == TEXTS[1:]
    assert all(each.soft is not None for each in examples)


def test_titles_come_first_and_empty_texts_do_not_count(texts: Path) -> None:
    texts.write_text('{"title": "区委会议", "text": "王强召开"}\n\n{"text": " "}\n', encoding="utf-8")
    assert read_texts(texts) == ["区委会议\n王强召开"]


@pytest.mark.parametrize("line", ["王强", "[]", "{}", "3"])
def test_what_is_no_text_is_named(texts: Path, line: str) -> None:
    texts.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match="no file of texts"):
        read_texts(texts)


def test_texts_without_anything_are_an_error(teacher: Path, texts: Path, tmp_path: Path) -> None:
    texts.write_text('{"text": "。"}', encoding="utf-8")
    with pytest.raises(InputError, match="next to no relations"):
        labelled(texts, [teacher], VOCABULARY, tmp_path, quiet)


def test_a_teacher_needs_heads_and_the_same_vocabulary(network: Network, teacher: Path, tmp_path: Path) -> None:
    encoder = tmp_path / "encoder.npz"
    np.savez(encoder, allow_pickle=False, **{k: v.numpy() for k, v in network.enc.state_dict().items()})
    with pytest.raises(InputError, match="without heads"):
        Teachers.load([encoder], VOCABULARY)
    with pytest.raises(InputError, match="vocabulary of the student"):
        Teachers.load([teacher], Vocabulary([*VOCABULARY.characters, "京"]))
    teacher.write_text("no archive", encoding="utf-8")
    with pytest.raises(InputError, match=r"teacher\.npz cannot be read"):
        Teachers.load([teacher], VOCABULARY)
    with pytest.raises(InputError, match="cannot be read"):
        Teachers.load([tmp_path], VOCABULARY)
