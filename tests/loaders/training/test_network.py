"""Training learns, and what it learns is read the same by torch and by NumPy."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from torch.nn import functional  # noqa: E402

from loaders.extraction.reader.heads import Heads, pool  # noqa: E402 - the modules below need torch
from loaders.extraction.reader.labels import EVENT, FAMILIES, PERSON  # noqa: E402
from loaders.extraction.reader.vocabulary import Vocabulary  # noqa: E402
from loaders.training import network as net  # noqa: E402
from loaders.training import weights  # noqa: E402
from loaders.training.batches import Example, example, glue_candidates, glue_characters  # noqa: E402
from loaders.training.distractors import distract  # noqa: E402
from loaders.training.documents import Document, document  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.fit import Recipe, Training, _drawn, fit, seed_everything  # noqa: E402
from loaders.training.loss import batch_loss  # noqa: E402
from tests.loaders.training.invented import ARTICLE, GOLD  # noqa: E402

DOCUMENT: Document = document(ARTICLE, GOLD)
VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *sorted(set(DOCUMENT.text) - {"\n"})])


@pytest.fixture
def network() -> net.Network:
    seed_everything(1)
    return net.Network(Encoder(len(VOCABULARY)))


def test_the_loss_falls(network: net.Network) -> None:
    recipe = Recipe(passes=6, documents=1, warmup=0.01, encoder_rate=1e-4, half=False)
    losses = [progress.loss for progress in fit(Training(network, recipe), [example(DOCUMENT, VOCABULARY)])]
    assert losses[-1] < 0.8 * losses[0]


def test_the_loss_of_gold_is_as_it_always_was(network: net.Network) -> None:
    """By hard tags, and a weight for what is stated: written out, with what the network takes for mentions."""
    made = [example(DOCUMENT, VOCABULARY), example(replace(DOCUMENT, open_spans=[]), VOCABULARY)]
    characters = glue_characters(made)
    with torch.no_grad():
        loss = batch_loss(network.eval(), made)
        h = network.enc.packed(characters.tokens, characters.sizes)[characters.place]
        scores, hard = network.tags(h), torch.from_numpy(np.concatenate([each.tags for each in made]))
        wrong = functional.cross_entropy(scores.flatten(0, 1), hard.flatten(), reduction="none")
        expected = 0.01 * (wrong * characters.counts.flatten()).sum()
        batch = glue_candidates(distract(made, scores, characters.cuts))
        total = net.running_total(h)
        left, right = network.sides(h, total, batch.first, batch.last, batch.kind)
        for family in FAMILIES:
            pairs = batch.pairs[family.name]
            ends = ((at[pairs.left], at[pairs.right]) for at in (batch.first, batch.last, batch.after))
            context = network.context(h, total, *ends)
            scores = network.score(family, left[pairs.left], right[pairs.right], pairs.features, context)
            chance = net.pool(scores, pairs.group, len(pairs.labels)).sigmoid()
            wrong = 1.5 * pairs.labels * chance.log() + (1 - pairs.labels) * (1 - chance).log()
            expected = expected - (wrong * pairs.weights).sum()
    assert float(loss) == pytest.approx(float(expected) / 2, rel=1e-4)


def test_a_pass_goes_through_all_gold_and_its_share_of_silver(network: net.Network) -> None:
    """No step is taken: what is seen is all that counts."""
    gold, silver = (
        [example(replace(DOCUMENT, id=f"{name}{number}"), VOCABULARY) for number in range(count)]
        for name, count in (("gold", 6), ("silver", 5))
    )
    seen: list[list[str]] = []

    class Counting(Training):
        def _update(self, examples: Sequence[Example]) -> float:
            seen[-1] += [each.document.id for each in examples]
            self.step += 1
            return 0.0

    training = Counting(network, Recipe(passes=3, silver_share=0.4))
    for _ in range(2):
        seen.append([])
        training.run_pass(gold, silver=silver)
    for passed in seen:
        assert sorted(each for each in passed if each[:4] == "gold") == [each.document.id for each in gold]
        drawn = [each for each in passed if each[:4] != "gold"]
        assert len(drawn) == len(set(drawn)) == 4
    assert set(seen[0]) != set(seen[1])
    assert training.progress(training.steps(gold, silver)) == pytest.approx(2 / 3)


def test_silver_that_is_not_enough_is_gone_through_again(network: net.Network) -> None:
    made = [example(DOCUMENT, VOCABULARY)]
    training = Training(network, Recipe(silver_share=0.8))
    assert training.size(made * 5, made * 3) == 25
    assert training.size(made * 5, []) == 5
    drawn = _drawn(3, 20, Random(1))
    assert {drawn.count(number) for number in range(3)} == {6, 7}


def test_a_run_goes_on_from_its_checkpoint(network: net.Network, tmp_path: Path) -> None:
    examples = [example(DOCUMENT, VOCABULARY)]
    first = list(fit(Training(network, Recipe(passes=2, half=False)), examples, tmp_path))
    fresh = Training(net.Network(Encoder(len(VOCABULARY))), Recipe(passes=3, half=False))
    second = list(fit(fresh, examples, tmp_path))
    assert [p.number for p in first] == [1, 2]
    assert [p.number for p in second] == [3]


def test_packed_and_padded_rows_agree(network: net.Network) -> None:
    encoder = network.enc.eval()
    rows = torch.tensor([[2, 7, 8, 9, 3], [2, 7, 3, 0, 0]])
    with torch.no_grad():
        padded = encoder(rows)
        packed = encoder.packed(torch.tensor([2, 7, 8, 9, 3, 2, 7, 3]), (5, 3))
    assert torch.allclose(packed, torch.cat([padded[0], padded[1, :3]]), atol=1e-5)


def test_torch_and_numpy_agree(network: net.Network) -> None:
    """Trained a little first, so that no score is near zero by chance."""
    made = example(DOCUMENT, VOCABULARY)
    list(fit(Training(network, Recipe(passes=3, documents=1, warmup=0.01, half=False)), [made]))
    characters, batch, network = glue_characters([made]), glue_candidates([made]), network.eval()
    heads = Heads({name: value.numpy() for name, value in network.state_dict().items() if name[:4] != "enc."})
    with torch.no_grad():
        h = network.enc.packed(characters.tokens, characters.sizes)[characters.place]
        total = net.running_total(h)
        left, right = network.sides(h, total, batch.first, batch.last, batch.kind)
        ends = heads.ends(heads.characters(h.numpy()), made.mentions)
        assert np.allclose(network.tags(h), heads.tags(h.numpy()), atol=1e-4)
        for family in FAMILIES:
            pairs, (ours, _, _) = batch.pairs[family.name], made.pairs[family.name]
            if not len(ours.left):
                continue
            places = ((at[pairs.left], at[pairs.right]) for at in (batch.first, batch.last, batch.after))
            context = network.context(h, total, *places)
            scores = network.score(family, left[pairs.left], right[pairs.right], pairs.features, context)
            found = heads.scores(family, ends, made.mentions, ours)
            assert np.allclose(scores, found, atol=1e-4)
            assert np.allclose(net.pool(scores, pairs.group, len(ours.clusters)), pool(found, ours), atol=1e-4)


def test_an_article_does_not_see_the_next_one_of_its_batch(network: net.Network) -> None:
    """The loss of a batch is the mean of its articles' losses, though one ends with a mention."""
    text = "王强出席全区工作会议"
    ending = Document("b1", "", text, [(PERSON, [(0, 2)]), (EVENT, [(4, 10)])], {(0, 1, "ATTENDED")})
    both = [example(ending, VOCABULARY), example(DOCUMENT, VOCABULARY)]
    with torch.no_grad():
        together = batch_loss(network.eval(), both)
        apart = sum(batch_loss(network, [each]) for each in both) / 2
    assert float(together) == pytest.approx(float(apart), rel=1e-5)


def test_weights_survive_the_file(network: net.Network, tmp_path: Path) -> None:
    weights.save(network, tmp_path / "network.npz")
    again = weights.load(tmp_path / "network.npz", VOCABULARY)
    for before, after in zip(network.parameters(), again.parameters(), strict=True):
        assert torch.allclose(before, after, rtol=1e-3, atol=1e-3)
