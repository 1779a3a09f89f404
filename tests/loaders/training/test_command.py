"""`guanxi train` as its users run it: on from the installed weights, on their own annotations."""

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from typer import Typer
from typer.testing import CliRunner, Result

from graph.errors import InputError
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training import weights
from loaders.training.command import _named, train
from loaders.training.encoder import Encoder
from loaders.training.fit import seed_everything
from loaders.training.network import Network
from loaders.training.train import HELD_BACK
from tests.loaders.training.invented import ARTICLE, GOLD


def run(*arguments: str | Path) -> Result:
    app = Typer(pretty_exceptions_enable=False)
    app.command()(train)
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def options(tmp_path: Path) -> list[str | Path]:
    return [tmp_path, "--work", tmp_path / "work", "--out", tmp_path / "mine", "--version", "mine", "--passes", "1"]


def write(path: Path, *rows: object) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def test_gold_that_is_not_there_is_named(tmp_path: Path, options: list[str | Path]) -> None:
    write(tmp_path / "articles.jsonl", ARTICLE)
    done = run(*options)
    assert isinstance(done.exception, InputError)
    assert str(tmp_path / "gold.jsonl") in str(done.exception)


def test_two_test_files_of_one_stem_are_both_scored(tmp_path: Path, options: list[str | Path]) -> None:
    write(tmp_path / "articles.jsonl", {name: value for name, value in ARTICLE.items() if name != "family"})
    write(tmp_path / "gold.jsonl", GOLD)
    tests = [tmp_path / year / "articles.jsonl" for year in ("2011", "2012")]
    for path in tests:
        path.parent.mkdir()
        write(path, ARTICLE)
        write(path.with_name("gold.jsonl"), GOLD)
    done = run(*options, *(part for path in tests for part in ("--test", path)))
    assert done.exit_code == 0, done.output
    assert all(f"\n{name}: all relations" in done.output for name in ("2011/articles", "2012/articles"))
    assert str(tmp_path) not in (tmp_path / "mine" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_a_test_file_is_called_by_as_little_of_its_path_as_tells_it_from_the_others() -> None:
    paths = [Path(path) for path in ("a/x/dev.jsonl", "b/x/dev.jsonl", "b/y/dev.jsonl", "page.jsonl", "page.jsonl")]
    assert list(_named(paths)) == list(zip(("a/x/dev.jsonl", "b/x/dev.jsonl", "y/dev", "page"), paths, strict=False))


def test_nothing_to_train_on_is_an_error(tmp_path: Path, options: list[str | Path]) -> None:
    write(tmp_path / "articles.jsonl", {**ARTICLE, "family": HELD_BACK[0]})
    write(tmp_path / "gold.jsonl", GOLD)
    done = run(*options)
    assert isinstance(done.exception, InputError)
    assert "nothing to train on" in str(done.exception)


def taught(tmp_path: Path, *arguments: str | Path) -> Result:
    """A run from an untrained archive of the characters of one article."""
    write(tmp_path / "articles.jsonl", ARTICLE)
    write(tmp_path / "gold.jsonl", GOLD)
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]"]
    vocabulary = Vocabulary([*marks, *sorted(set(ARTICLE["title"] + ARTICLE["text"]))])
    write(tmp_path / "vocabulary.json", vocabulary.characters)
    seed_everything(1)
    weights.save(Network(Encoder(len(vocabulary))), tmp_path / "start.npz")
    start: list[str | Path] = ["--start", tmp_path / "start.npz", "--vocabulary", tmp_path / "vocabulary.json"]
    return run(*arguments, *start)


def test_a_student_of_two_teachers_reads(tmp_path: Path, options: list[str | Path]) -> None:
    write(tmp_path / "texts.jsonl", {"title": "", "text": "李明出席全区会议并讲话。"}, {"text": "区委召开会议。"})
    teachers: list[str | Path] = [part for _ in range(2) for part in ("--teacher", tmp_path / "start.npz")]
    given: list[str | Path] = [*options, *teachers, "--texts", tmp_path / "texts.jsonl", "--silver-share", "0.7"]
    done = taught(tmp_path, *given)
    assert done.exit_code == 0, done.output
    assert "2 of 2 texts have something to teach" in done.output
    assert "pass 1:" in done.output
    assert Reader.load(tmp_path / "mine").version == "mine"
    assert "Teachers: 70%" in (tmp_path / "mine" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_teachers_and_texts_go_together(tmp_path: Path, options: list[str | Path]) -> None:
    there, texts = tmp_path / "start.npz", tmp_path / "texts.jsonl"
    wrong = {
        "there are none": ("--teacher", there),
        "Nobody annotates": ("--texts", texts),
        "no teacher": ("--teacher", tmp_path / "none.npz", "--texts", texts),
        "no file of texts": ("--teacher", there, "--texts", texts),
    }
    for message, given in wrong.items():
        done = taught(tmp_path, *options, *given)
        assert isinstance(done.exception, InputError)
        assert message in str(done.exception)
    assert not (tmp_path / "work").exists()


def test_own_annotations_give_weights_that_read(tmp_path: Path, options: list[str | Path]) -> None:
    write(tmp_path / "articles.jsonl", {name: value for name, value in ARTICLE.items() if name != "family"})
    write(tmp_path / "gold.jsonl", GOLD)
    done = run(*options)
    assert done.exit_code == 0, done.output
    reader, installed = Reader.load(tmp_path / "mine"), Reader.load()
    assert reader.version == "mine"
    assert reader.calibration == installed.calibration
    (reading,) = reader.read(["县委书记王明在全县经济工作会议上讲话。"])
    assert {cluster.name for cluster in reading.clusters if cluster.kind == "Person"} == {"王明"}
    card = (tmp_path / "mine" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "Too few relations" in card
    assert "Not measured" in card
