"""What the network wrongly takes for a mention is learned as an end of nothing; all else stays as annotated."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from loaders.extraction.reader.labels import EVENT, KINDS, PARTICIPATION, PERSON, SAME_EVENT, TAGS  # noqa: E402
from loaders.extraction.reader.vocabulary import Vocabulary  # noqa: E402
from loaders.training.batches import Example, distracted, example  # noqa: E402
from loaders.training.distractors import MOST, distract, wrong_mentions  # noqa: E402
from loaders.training.documents import document  # noqa: E402
from tests.loaders.training.invented import ARTICLE, GOLD  # noqa: E402


@pytest.fixture
def made() -> Example:
    found = document(ARTICLE, GOLD)
    return example(
        found, Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *sorted(set(found.text))])
    )


def annotated(made: Example, kind: int) -> tuple[int, int]:
    return next(spans[0] for k, spans in made.document.clusters if k == kind)


def free(made: Example, kind: int, length: int) -> int:
    """The first place where so many characters in a line belong to no mention of the kind."""
    lines = np.array([c == "\n" for c in made.document.text])
    taken = (made.tags[:, kind] > 0) | (made.counts[:, kind] == 0) | lines
    return next(at for at in range(len(taken) - length) if not taken[at : at + length].any())


def test_an_unannotated_mention_is_a_distractor(made: Example) -> None:
    at = free(made, EVENT, 5)
    assert wrong_mentions(made, [(EVENT, at, at + 5)]) == [(EVENT, [(at, at + 5)])]


def test_what_touches_an_annotated_mention_is_none(made: Example) -> None:
    start, end = annotated(made, PERSON)
    assert wrong_mentions(made, [(PERSON, start, end + 1), (PERSON, start, end)]) == []


def test_what_annotators_left_open_is_none(made: Example) -> None:
    at = free(made, EVENT, 5)
    made.counts[at + 1, EVENT] = 0
    assert wrong_mentions(made, [(EVENT, at, at + 5)]) == []


def test_a_distractor_is_related_to_nothing_and_the_rest_keeps_its_labels(made: Example) -> None:
    at = free(made, EVENT, 5)
    more = distracted(made, [(EVENT, [(at, at + 5)])])
    before, labels, _ = made.pairs[PARTICIPATION.name]
    after, new_labels, _ = more.pairs[PARTICIPATION.name]
    number = len(made.document.clusters)
    added = (after.clusters == number).any(axis=1)
    assert added.any()
    assert not new_labels[added].any()
    assert np.array_equal(after.clusters[~added], before.clusters)
    assert np.array_equal(new_labels[~added], labels)


def test_whether_a_distractor_means_an_annotated_event_is_left_open(made: Example) -> None:
    at = free(made, EVENT, 5)
    pairs, _, weights = distracted(made, [(EVENT, [(at, at + 5)])]).pairs[SAME_EVENT.name]
    strange = (pairs.clusters == len(made.document.clusters)).any(axis=1)
    assert strange.any()
    assert not weights[strange].any()


def test_scores_that_see_mentions_everywhere_give_a_bounded_number(made: Example) -> None:
    scores = np.zeros((len(made.tags), len(KINDS), len(TAGS)), np.float32)
    scores[::2, :, 1], scores[1::2, :, 3] = 9, 9
    (more,) = distract([made], torch.from_numpy(scores), (0,))
    assert 0 < len(set(more.mentions.cluster.tolist())) - len(set(made.mentions.cluster.tolist())) <= MOST
