"""What teachers say of a text is what they would read in it, and a student learns it."""

import math
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from hypothesis import given, settings  # noqa: E402 - the modules below need torch
from hypothesis import strategies as st  # noqa: E402

from loaders.extraction.reader.labels import (  # noqa: E402
    BEGIN,
    END,
    EVENT,
    FAMILIES,
    KINDS,
    MATTER,
    OUTSIDE,
    RELATION_FAMILIES,
    RELATIONS,
    SAME_EVENT,
    TAGS,
)
from loaders.extraction.reader.pairs import candidates  # noqa: E402
from loaders.extraction.reader.reader import MATTER_LEAN  # noqa: E402
from loaders.extraction.reader.vocabulary import MASK, Vocabulary  # noqa: E402
from loaders.training.augmentation import Variation, names_of  # noqa: E402
from loaders.training.batches import example  # noqa: E402
from loaders.training.calibrate import ONE_EVENT  # noqa: E402
from loaders.training.distractors import distract  # noqa: E402
from loaders.training.documents import document  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.fit import Recipe, Training, fit, seed_everything  # noqa: E402
from loaders.training.loss import batch_loss  # noqa: E402
from loaders.training.network import Network  # noqa: E402
from loaders.training.silver import FEWEST, Silver, Teachers  # noqa: E402
from loaders.training.unquantised import reader_of  # noqa: E402
from tests.loaders.training.invented import ARTICLE, GOLD  # noqa: E402

DOCUMENT = document(ARTICLE, GOLD)
TEXT = DOCUMENT.text
VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *sorted(set(TEXT) - {"\n"})])
READER = {MATTER: MATTER_LEAN}
"""The lean of the reader at run time."""


def small(seed: int) -> Network:
    """Of one layer: what holds of it holds of four."""
    seed_everything(seed)
    network = Network(Encoder(len(VOCABULARY)))
    network.enc.layers = network.enc.layers[:1]
    return network


@pytest.fixture(scope="module")
def trained() -> Network:
    recipe = Recipe(passes=30, documents=1, warmup=0.1, encoder_rate=2e-4, head_rate=2e-3, half=False)
    training = Training(small(1), recipe)
    list(fit(training, [example(DOCUMENT, VOCABULARY)]))
    training.network.eval()
    return training.network


@pytest.fixture(scope="module")
def silver(trained: Network) -> Silver:
    return Teachers([trained], VOCABULARY).label(TEXT)


def clusters_of(silver: Silver) -> list[list[tuple[int, int, int]]]:
    table = silver.mentions
    rows = list(zip(table.start.tolist(), table.end.tolist(), table.kind.tolist(), table.cluster.tolist(), strict=True))
    return [[row[:3] for row in rows if row[3] == number] for number in range(len(set(table.cluster.tolist())))]


@pytest.mark.parametrize("text", [TEXT, TEXT * 9, TEXT.replace("王强", "李明") + TEXT], ids=["one", "windows", "two"])
def test_one_teacher_says_what_it_reads(trained: Network, text: str) -> None:
    thresholds = {**dict.fromkeys(RELATIONS, 0.02), SAME_EVENT.labels[0]: ONE_EVENT}
    (reading,) = reader_of(trained, VOCABULARY, thresholds).read([text])
    silver = Teachers([trained], VOCABULARY, READER).label(text)
    read = [[(m.start, m.end, KINDS.index(c.kind)) for m in c.mentions] for c in reading.clusters]
    assert clusters_of(silver) == read
    assert len(reading.relations) >= 4
    layout = example(document({**ARTICLE, "title": "", "text": text}, GOLD), VOCABULARY).layout
    for family in RELATION_FAMILIES:
        pairs = [tuple(pair) for pair in candidates(silver.mentions, layout, family).clusters.tolist()]
        for relation in reading.relations:
            if relation.type in family.labels:
                row, column = pairs.index((relation.left, relation.right)), family.labels.index(relation.type)
                assert silver.chances[family.name][row, column] == pytest.approx(relation.probability, abs=1e-3)


@pytest.mark.parametrize(("lift", "joined"), [(-5.0, False), (5.0, True)])
def test_events_are_joined_as_the_reader_joins_them(lift: float, joined: bool) -> None:
    network = small(3).eval()
    with torch.no_grad():
        network.heads[SAME_EVENT.name][-1].bias += lift
    thresholds = {**dict.fromkeys(RELATIONS, 1.0), SAME_EVENT.labels[0]: ONE_EVENT}
    (reading,) = reader_of(network, VOCABULARY, thresholds).read([TEXT])
    found = clusters_of(Teachers([network, network], VOCABULARY, READER).label(TEXT))
    assert found == [[(m.start, m.end, KINDS.index(c.kind)) for m in c.mentions] for c in reading.clusters]
    words = [{TEXT[start:end] for start, end, kind in cluster if kind == EVENT} for cluster in found]
    assert any(len(each) > 1 for each in words) == joined


TWINS = small(2).eval()
STRANGER = small(3).eval()


@settings(max_examples=8, deadline=None)
@given(st.text("区委书记王强李明。\n，会议", min_size=1, max_size=50))
def test_one_teacher_twice_is_one_teacher(text: str) -> None:
    once, twice = (Teachers([TWINS] * count, VOCABULARY).label(text) for count in (1, 2))
    assert np.array_equal(once.tags, twice.tags)
    assert clusters_of(once) == clusters_of(twice)
    assert all(np.array_equal(once.chances[family.name], twice.chances[family.name]) for family in FAMILIES)


def test_teachers_say_what_they_say_on_average(trained: Network) -> None:
    every = [Teachers([network], VOCABULARY).label(TEXT).tags.astype(np.float32) for network in (trained, STRANGER)]
    together = Teachers([trained, STRANGER], VOCABULARY).label(TEXT).tags
    assert np.allclose(together, np.mean(every, axis=0), atol=1e-3)
    assert not np.allclose(every[0], every[1], atol=0.1)


def test_more_is_found_than_the_teachers_believe() -> None:
    believed, leant = Teachers([STRANGER], VOCABULARY, {}), Teachers([STRANGER], VOCABULARY)
    assert len(believed.label(TEXT).mentions) < len(leant.label(TEXT).mentions)


def test_a_text_without_anything_has_nothing_expected(silver: Silver) -> None:
    nothing = small(4).eval()
    with torch.no_grad():
        nothing.tag.bias.view(len(KINDS), -1)[:, OUTSIDE] += 50
    none = Teachers([nothing], VOCABULARY).label(TEXT)
    assert len(none.mentions) == none.expected == 0
    assert silver.expected == pytest.approx(len(DOCUMENT.related), abs=1.5)
    assert silver.expected > FEWEST


def test_a_student_learns_from_silver_alone(silver: Silver) -> None:
    recipe = Recipe(passes=12, documents=1, warmup=0.1, encoder_rate=2e-4, head_rate=2e-3, half=False)
    losses = [progress.loss for progress in fit(Training(small(5), recipe), [silver.example(VOCABULARY)])]
    assert losses[-1] < 0.6 * losses[0]


def test_nothing_pulls_at_a_network_that_says_what_the_labels_say() -> None:
    """A weight of stated relations would, and most where nothing is sure: see POSITIVE_WEIGHT."""
    made = Teachers([STRANGER], VOCABULARY).label(TEXT).example(VOCABULARY)

    def pull(network: Network) -> float:
        network.zero_grad()
        batch_loss(network, [made]).backward()
        return math.sqrt(sum(float((each.grad**2).sum()) for each in network.parameters() if each.grad is not None))

    assert pull(STRANGER) < 0.01 * pull(TWINS)


def test_gold_and_silver_of_a_batch_do_not_mix(silver: Silver) -> None:
    network = small(6).eval()
    with torch.no_grad():  # no mention wherever gold has none: what lies glued to it decides nothing
        network.tag.bias.view(len(KINDS), -1)[:, OUTSIDE] += 50
        gold, soft = example(DOCUMENT, VOCABULARY), silver.example(VOCABULARY)
        alone = [float(batch_loss(network, [each])) for each in (gold, soft)]
        assert float(batch_loss(network, [gold, soft])) == pytest.approx(sum(alone) / 2, rel=1e-4)


def test_silver_is_an_example_of_its_text(silver: Silver) -> None:
    made = silver.example(VOCABULARY)
    assert made.document.text == TEXT
    assert made.soft is silver.tags
    assert np.allclose(made.soft.astype(np.float32).sum(-1), 1, atol=2e-3)
    for family in FAMILIES:
        pairs, labels, weights = made.pairs[family.name]
        assert labels.shape == weights.shape == (len(pairs.clusters), len(family.labels))
        assert (weights > 0).all()
    assert (made.mentions.kind == EVENT).any()


def test_silver_is_hidden_in_part_and_never_renamed(silver: Silver) -> None:
    vary, made = Variation(names_of([DOCUMENT]), VOCABULARY, chosen=1.0), silver.example(VOCABULARY)
    varied = vary(made, Random(1))
    assert varied.document is made.document
    assert varied.soft is made.soft
    assert varied.pairs is made.pairs
    assert set(varied.tokens[varied.tokens != made.tokens]) == {MASK}


def test_silver_gets_no_distractors(silver: Silver) -> None:
    scores = np.zeros((len(TEXT), len(KINDS), len(TAGS)), np.float32)
    scores[::2, :, BEGIN], scores[1::2, :, END] = 9, 9
    made = silver.example(VOCABULARY)
    assert distract([made], torch.from_numpy(scores), (0,)) == [made]
