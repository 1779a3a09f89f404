"""An article varied keeps its length, its spans and its relations; only names and hidden characters differ."""

from random import Random

import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from loaders.extraction.reader.labels import PERSON, PLACE  # noqa: E402
from loaders.extraction.reader.vocabulary import MASK, Vocabulary  # noqa: E402
from loaders.training.augmentation import Names, Variation, hidden, names_of, renamed  # noqa: E402
from loaders.training.batches import example  # noqa: E402
from loaders.training.documents import Document, document  # noqa: E402
from tests.loaders.training.invented import ARTICLE, GOLD  # noqa: E402

NAMES = Names({2: ["赵敏", "钱进"], 3: ["孙立人"]}, ["青石", "白沙"], ["恒通", "远大"])
DOCUMENT = document(ARTICLE, GOLD)
VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *sorted(set(DOCUMENT.text))])


@given(st.integers(), st.floats(0, 1))
def test_everything_but_the_letters_of_names_stays(seed: int, share: float) -> None:
    varied = renamed(DOCUMENT, NAMES, Random(seed), share)
    assert len(varied.text) == len(DOCUMENT.text)
    assert (varied.clusters, varied.related) == (DOCUMENT.clusters, DOCUMENT.related)
    named = {
        place
        for kind, spans in DOCUMENT.clusters
        if kind in (PERSON, PLACE)
        for span in spans
        for place in range(*span)
    }
    different = {place for place, (a, b) in enumerate(zip(DOCUMENT.text, varied.text, strict=True)) if a != b}
    assert different <= named


def test_all_mentions_of_one_name_change_alike() -> None:
    varied = renamed(DOCUMENT, NAMES, Random(1))
    (spans,) = (
        spans for kind, spans in DOCUMENT.clusters if kind == PERSON and DOCUMENT.text[slice(*spans[0])] == "王强"
    )
    assert len(spans) > 1
    (name,) = {varied.text[a:b] for a, b in spans}
    assert name in NAMES.people[2]


def test_no_two_names_become_one() -> None:
    only = Names({2: ["赵敏"]}, [], [])
    varied = renamed(DOCUMENT, only, Random(1))
    people = {varied.text[slice(*spans[0])] for kind, spans in varied.clusters if kind == PERSON}
    assert len(people) == len([kind for kind, _ in DOCUMENT.clusters if kind == PERSON])


@pytest.mark.parametrize("words", ["我市", "全县", "农村", "开发区", "中国", "南京路"])
def test_what_is_no_stem_is_not_exchanged(words: str) -> None:
    found = Document("x", "", f"{words}召开会议", [(PLACE, [(0, len(words))])])
    assert renamed(found, NAMES, Random(1)).text == found.text


def test_names_come_from_the_documents() -> None:
    names = names_of([DOCUMENT])
    assert "王强" in names.people[2]
    assert "柳河" in names.places


def test_a_share_of_the_tokens_is_hidden_and_the_rest_stays() -> None:
    made = example(DOCUMENT, VOCABULARY)
    some = hidden(made, Random(1), 0.3).tokens
    assert 0 < (some == MASK).sum() < len(some)
    assert (some[some != MASK] == made.tokens[some != MASK]).all()
    assert (hidden(made, Random(1), 0.0).tokens == made.tokens).all()


def test_the_same_chance_gives_the_same_article() -> None:
    vary, made = Variation(NAMES, VOCABULARY, chosen=1.0), example(DOCUMENT, VOCABULARY)
    first, second = vary(made, Random(3)), vary(made, Random(3))
    assert first.document.text == second.document.text != DOCUMENT.text
    assert (first.tokens == second.tokens).all()
    assert (first.tokens != made.tokens).any()
