"""The model card: where the weights come from, how they were made, what they can do and what they cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loaders.evaluation.reliability import Bin, calibration_error
from loaders.training.evaluate import Table
from loaders.training.fit import Recipe

FILE = "MODEL_CARD.md"

ORIGIN = """## Origin

The encoder descends from [bge-small-zh-v1.5](https://huggingface.co/BAAI/bge-small-zh-v1.5) (Beijing Academy of
Artificial Intelligence), cut to single characters and trained further on the text of official news with masked
characters. That model is under the MIT licence:

> MIT License
>
> Copyright (c) 2022 staoxiao
>
> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
> documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
> rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
> persons to whom the Software is furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
> Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
> WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
> COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
> OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

LIMITS = """## Limits

- It reads official news in simplified Chinese. Other genres, other scripts and texts with broken lines are read badly.
- A window is at most 440 characters; what lies further apart is joined only through other mentions of the same name.
- Names of places without a word for what they are, duties, and which of several events of one article a person belongs
  to are where it errs most.
- Posts are found where the holder stands in the same sentence. No dates, no organizations of posts, no short forms: the
  rules around the reader add those.
- A confidence is what share of such relations is right in the articles that it was measured on; whatever matters should
  be looked up in its sentence.
"""

NOT_FITTED = """Too few relations were found on held-out articles to fit confidences. They are turned from the reader's
probabilities as those of the weights that training went on from; after training from an archive they are the
probabilities themselves.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card of some weights says; `figures` are tables by the name of what was scored."""

    version: str
    recipe: Recipe
    articles: int
    characters: int
    passes: int
    held_back: tuple[str, ...]
    thresholds: Mapping[str, float]
    reliability: Sequence[Bin] = ()
    figures: Mapping[str, Table] = field(default_factory=dict)
    teachers: int = 0
    notes: str = ""


def write(card: Card, folder: Path) -> None:
    """Writes MODEL_CARD.md into a folder of weights."""
    (folder / FILE).write_text(text(card), encoding="utf-8")


def text(card: Card) -> str:
    """The card in Markdown."""
    parts = [
        f"# The reader's weights, {card.version}\n",
        ORIGIN,
        _recipe(card),
        _figures(card),
        _thresholds(card),
        _confidence(card.reliability),
        LIMITS,
    ]
    return "\n".join(parts)


def _recipe(card: Card) -> str:
    recipe = card.recipe
    ended = f" (ended by time, after {recipe.minutes:.0f} minutes)" if recipe.minutes else ""
    return f"""## Data and recipe

- {card.articles:,} annotated articles of {card.characters:,} characters: those written for this project
  (loaders/training/gold/own: invented, free to pass on) and real ones that stay outside the project.
- Held back, by family, for thresholds and tests: {", ".join(card.held_back)}.
- {card.passes} passes{ended} in batches of {recipe.documents} articles, seed {recipe.seed}, AdamW; rates of
  {recipe.encoder_rate:g} for the encoder and {recipe.head_rate:g} for the heads, rising over the first
  {recipe.warmup:.0%} of the run and falling to nothing from there; a running average of the weights is what ships.
- The encoder is int8 (a scale for each column of the weights, activations scaled window by window); the heads are in
  half precision. Thresholds were chosen after that, on the articles held back.
{_taught(card)}{card.notes}"""


def _taught(card: Card) -> str:
    if not card.teachers:
        return ""
    return f"""- Teachers: {card.recipe.silver_share:.0%} of what a pass goes through are texts that nobody annotated.
  Their labels are the mean probabilities of {card.teachers} networks (loaders/training/silver.py).
"""


def _figures(card: Card) -> str:
    """One column for each table, F1 in percent."""
    if not card.figures:
        return "## Figures\n\nNot measured.\n"
    names = list(card.figures)
    rows = [name for name in next(iter(card.figures.values())) if name != "Event date"]
    lines = [f"| F1, percent | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for row in rows:
        cells = (f"{100 * table[row].f1:.1f}" for table in card.figures.values())
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "## Figures\n\nThe reader alone, without the rules around it.\n\n" + "\n".join(lines) + "\n"


def _thresholds(card: Card) -> str:
    lines = [f"| {name} | {value:.2f} |" for name, value in card.thresholds.items()]
    return "## Thresholds\n\n| relation | taken from |\n|---|---|\n" + "\n".join(lines) + "\n"


def _confidence(bins: Sequence[Bin]) -> str:
    """What confidences promise, and what share is right."""
    if not bins:
        return "## Confidence\n\n" + NOT_FITTED
    lines = [f"| {b.low:.1f} to {b.high:.1f} | {b.expected:.2f} | {b.right:.2f} | {b.relations} |" for b in bins]
    return (
        f"""## Confidence

The reader's own probabilities are too sure of themselves, so one line on the scale of logits, with a shift for each
relation, turns them into confidences (loaders/extraction/reader/calibration.py). On all articles of the table above,
each half by a line that was fitted on the other; calibration error {calibration_error(bins):.3f}.

| confidence | expected | right | relations |
|---|---|---|---|
"""
        + "\n".join(lines)
        + "\n"
    )
