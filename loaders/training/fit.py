"""The passes over the training documents: two learning rates, a running average of the weights, resumable.

A run is cut into passes. After each it writes a checkpoint from which the same command goes on.
"""

# mypy: disallow-untyped-calls=False
import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from loaders.training import weights
from loaders.training.batches import Example
from loaders.training.loss import batch_loss
from loaders.training.network import Network


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are peaks, reached after `warmup` of the run and falling to nothing from there.

    With `minutes` a run ends after them at the latest, its rates having fallen in time; it cannot be repeated exactly.
    """

    passes: int = 16
    minutes: float | None = None
    documents: int = 4
    encoder_rate: float = 5e-5
    head_rate: float = 6e-4
    warmup: float = 0.1
    decay: float = 0.02
    average: float = 0.99
    """How much of the running average stays at each of its steps; it moves every fourth step of training."""
    seed: int = 1
    threads: int = 2
    half: bool = True
    """bfloat16 where it does no harm; on a CPU that has it, a step takes two thirds of the time."""
    silver_share: float = 0.5
    """Of what a pass goes through, the share that networks annotated, where there is any such."""


ANEW = Recipe()
"""From an encoder that knows nothing of the task."""
ONWARD = Recipe(passes=4, encoder_rate=2e-5, head_rate=2e-4)
"""From a network that reads already: what it knows is to stay."""
AVERAGE_EVERY = 4

Vary = Callable[[Example, random.Random], Example]
"""An example as one pass shall see it."""


def unvaried(example: Example, _: random.Random) -> Example:
    """The example as it is."""
    return example


class Training:
    """A network, its optimiser and how far they have come."""

    def __init__(self, network: Network, recipe: Recipe) -> None:
        torch.set_num_threads(recipe.threads)
        self.network, self.recipe = network, recipe
        self.average = copy.deepcopy(network).eval().requires_grad_(requires_grad=False)
        self.optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.decay, fused=True)
        self.step = self.passes = 0
        self.seconds = 0.0

    def run_pass(self, examples: Sequence[Example], vary: Vary = unvaried, silver: Sequence[Example] = ()) -> float:
        """One pass over `examples` and a share of `silver`, drawn like their order from the seed and the pass.

        Returns the mean loss.
        """
        seed = self.recipe.seed * 1000 + self.passes
        torch.manual_seed(seed)
        chance = random.Random(seed)
        visits = [(examples, number) for number in range(len(examples))]
        added = self.size(examples, silver) - len(examples)
        visits += [(silver, number) for number in _drawn(len(silver), added, chance)]
        order = chance.sample(visits, len(visits))
        size, steps = self.recipe.documents, self.steps(examples, silver)
        self.network.train()
        losses = []
        for at in range(0, len(order), size):
            progress = self.progress(steps)
            if progress >= 1:
                break
            start = time.monotonic()
            self._set_rates(progress)
            losses.append(self._update([vary(of[number], chance) for of, number in order[at : at + size]]))
            self.seconds += time.monotonic() - start
        self.passes += 1
        return sum(losses) / max(1, len(losses))

    def size(self, examples: Sequence[Example], silver: Sequence[Example]) -> int:
        """How many examples a pass goes through: all of `examples`, and of `silver` what makes up its share."""
        return round(len(examples) / (1 - self.recipe.silver_share)) if silver else len(examples)

    def steps(self, examples: Sequence[Example], silver: Sequence[Example]) -> int:
        """How many steps a pass has."""
        return -(-self.size(examples, silver) // self.recipe.documents)

    def progress(self, steps: int) -> float:
        """How much of the run is done, 0 to 1, by steps (`steps` a pass) or by time, whichever is more."""
        done = self.step / (steps * self.recipe.passes)
        return max(done, self.seconds / (60 * self.recipe.minutes)) if self.recipe.minutes else done

    def _set_rates(self, progress: float) -> None:
        factor = min(1.0, progress / self.recipe.warmup) * max(0.0, 1 - progress) + 1e-3
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * factor

    def _update(self, examples: Sequence[Example]) -> float:
        self.optimiser.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.half):
            loss = batch_loss(self.network, examples)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self._move_average()
        return float(loss.item())

    def _move_average(self) -> None:
        keep = min(self.recipe.average, self.step / (self.step + 10 * AVERAGE_EVERY))
        with torch.no_grad():
            pairs = zip(self.average.parameters(), self.network.parameters(), strict=True)
            for slow, fast in pairs:
                slow.lerp_(fast, 1 - keep)

    def save(self, path: Path) -> None:
        """A checkpoint to go on from; the file is replaced only when the new one is whole."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "passes": self.passes,
            "seconds": self.seconds,
        }
        draft = path.with_suffix(".part")
        torch.save(state, draft)
        draft.replace(path)

    def resume(self, path: Path) -> None:
        """Goes back to a checkpoint; the recipe's rates hold, not those of the checkpoint."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        for group, own in zip(self.optimiser.param_groups, _groups(self.network, self.recipe), strict=True):
            group["peak"] = own["peak"]
        self.step, self.passes, self.seconds = state["step"], state["passes"], state["seconds"]


def _drawn(size: int, count: int, chance: random.Random) -> list[int]:
    """So many of the numbers below `size`, each as often as any other or once more."""
    whole, rest = divmod(count, size) if size else (0, 0)
    return [*range(size)] * whole + chance.sample(range(size), rest)


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    heads = [value for name, value in network.named_parameters() if not name.startswith(weights.ENCODER)]
    return [
        {"params": list(network.enc.parameters()), "peak": recipe.encoder_rate, "lr": 0.0},
        {"params": heads, "peak": recipe.head_rate, "lr": 0.0},
    ]


@dataclass(frozen=True, slots=True)
class Progress:
    """What one pass came to: its number, the mean loss of a document, and its seconds."""

    number: int
    loss: float
    seconds: float


def fit(
    training: Training,
    examples: Sequence[Example],
    folder: Path | None = None,
    vary: Vary = unvaried,
    silver: Sequence[Example] = (),
) -> Iterator[Progress]:
    """Trains to the end of the recipe; with a folder, goes on from its checkpoint and writes one after every pass.

    `silver` are examples that networks annotated: every pass draws its share of them anew.

    The folder then holds checkpoint.pt, average.npz and network.npz.
    """
    if folder and (folder / "checkpoint.pt").exists():
        training.resume(folder / "checkpoint.pt")
    while training.progress(training.steps(examples, silver)) < 1:
        start = time.monotonic()
        loss = training.run_pass(examples, vary, silver)
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            training.save(folder / "checkpoint.pt")
            weights.save(training.average, folder / "average.npz")
            weights.save(training.network, folder / "network.npz")
        yield Progress(training.passes, loss, time.monotonic() - start)


def seed_everything(seed: int) -> None:
    """The heads start at random numbers: the same ones for the same seed."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
