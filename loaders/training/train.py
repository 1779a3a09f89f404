"""The whole way from annotated articles to the weights that ship, in one call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import InputError
from loaders.evaluation import Annotation, read_gold
from loaders.evaluation.reliability import reliability
from loaders.extraction.reader.calibration import UNCHANGED, Calibration
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training import card, shipped, weights
from loaders.training.augmentation import Variation, names_of
from loaders.training.batches import example
from loaders.training.calibrate import calibrate_reader, cross_fitted, fit_calibration, neutral
from loaders.training.documents import Document, Row, corpus, read_rows
from loaders.training.evaluate import Table, judged, read_articles, score
from loaders.training.export import export, write_settings
from loaders.training.fit import Recipe, Training, fit, seed_everything
from loaders.training.labelling import labelled

HELD_BACK = (
    "own-county3",
    "own-zone4",
    "own-hospital",
    "own-mixed2",
    "own-labour",
    "own-appoint",
    "own-minutes",
    "own-lists",
)
"""Families of the project's own articles that no weights are trained on: thresholds and regression tests use them."""

FEW = 200
"""Fewer relations on held-out articles say too little of confidences: those of the weights started from stay."""
SAMPLE = 60
"""Articles that show the export what the encoder meets."""

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train on and where to.

    `gold` are folders with articles.jsonl and gold.jsonl. `start` are weights to begin with, an archive or a folder as
    it ships, `vocabulary` their characters. `work` takes checkpoints, `out` the weights that come of it. `tests` are
    further pairs of files (articles, gold) to score, by name; confidences are fitted on them too, thresholds
    are not. `teachers` are networks (archives, or folders as they ship) that annotate `texts`, a file of JSON lines:
    both or neither.
    """

    gold: Sequence[Path]
    start: Path
    vocabulary: Path
    work: Path
    out: Path
    version: str
    recipe: Recipe = field(default_factory=Recipe)
    held_back: tuple[str, ...] = HELD_BACK
    tests: Mapping[str, tuple[Path, Path]] = field(default_factory=dict)
    teachers: Sequence[Path] = ()
    texts: Path | None = None


def train(plan: Plan, report: Report = print) -> dict[str, Table]:
    """Trains, exports, chooses thresholds, scores and writes the model card; returns the tables of scores."""
    passes = fit_plan(plan, report)
    return finish(plan, passes, report)


def fit_plan(plan: Plan, report: Report) -> int:
    """Trains to the end of the recipe, or goes on with it; returns how many passes have been made.

    Raises InputError where there is nothing to train on, or where teachers or their texts cannot be read.
    """
    documents, vocabulary = training_documents(plan), Vocabulary.load(plan.vocabulary)
    if not documents:
        folders = ", ".join(map(str, plan.gold))
        raise InputError(
            f"There is nothing to train on in {folders}: articles.jsonl and gold.jsonl go together by their ids, and "
            f"the families {', '.join(plan.held_back)} are held back."
        )
    silver = labelled(plan.texts, plan.teachers, vocabulary, plan.work, report) if plan.texts else ()
    seed_everything(plan.recipe.seed)
    training = Training(shipped.network(plan.start, vocabulary), plan.recipe)
    examples = [example(document, vocabulary) for document in documents]
    report(f"{len(examples)} articles, at most {plan.recipe.passes} passes")
    vary = Variation(names_of(documents), vocabulary)
    for progress in fit(training, examples, plan.work, vary, silver):
        report(f"pass {progress.number}: loss {progress.loss:.3f}, {progress.seconds:.0f} s")
    return training.passes


def training_documents(plan: Plan) -> list[Document]:
    """The documents of all folders but the families held back."""
    documents = corpus((folder / "articles.jsonl", folder / "gold.jsonl") for folder in plan.gold)
    return [document for document in documents if document.family not in plan.held_back]


def held_back(plan: Plan) -> tuple[list[Row], list[Annotation]]:
    """The articles held back, and their annotations."""
    gold = read_gold([folder / "gold.jsonl" for folder in plan.gold])
    family = {annotation.id: annotation.family for annotation in gold}
    every = [article for folder in plan.gold for article in read_rows(folder / "articles.jsonl")]
    articles = [each for each in every if (each.get("family") or family.get(each["id"])) in plan.held_back]
    known = {article["id"] for article in articles}
    return articles, [annotation for annotation in gold if annotation.id in known]


def finish(plan: Plan, passes: int, report: Report, archive: str = "average.npz") -> dict[str, Table]:
    """From the last checkpoint to the weights that ship, with thresholds, figures and card."""
    vocabulary = Vocabulary.load(plan.vocabulary)
    network = weights.load(plan.work / archive, vocabulary)
    documents = training_documents(plan)
    texts = [document.text for document in documents[:: -(-len(documents) // SAMPLE)]]
    export(network, vocabulary, plan.out, thresholds=neutral(), version=plan.version, texts=texts)
    reader = Reader.load(plan.out)
    held = held_back(plan)
    reader.thresholds = calibrate_reader(reader, *held)
    sets = {"held back": held} if held[1] else {}
    sets |= {name: (read_rows(articles), read_gold([gold])) for name, (articles, gold) in plan.tests.items()}
    reads = {name: read_articles(reader, articles) for name, (articles, _) in sets.items()}
    tables = {name: score(reads[name], reader.thresholds, gold) for name, (_, gold) in sets.items()}
    relations = [each for name, (_, gold) in sets.items() for each in judged(reads[name], reader.thresholds, gold)]
    is_fitted = sum(map(len, relations)) >= FEW
    calibration = fit_calibration([each for own in relations for each in own]) if is_fitted else _earlier(plan.start)
    write_settings(plan.out, thresholds=reader.thresholds, version=plan.version, calibration=calibration)
    written = card.Card(
        version=plan.version,
        recipe=plan.recipe,
        articles=len(documents),
        characters=sum(len(document.text) for document in documents),
        passes=passes,
        held_back=plan.held_back,
        thresholds=reader.thresholds,
        reliability=reliability(cross_fitted(relations)) if is_fitted else (),
        figures=tables,
        teachers=len(plan.teachers),
    )
    card.write(written, plan.out)
    for name, table in tables.items():
        report(f"{name}: all relations {table['all relations'].f1:.3f}")
    return tables


def _earlier(start: Path) -> Calibration:
    """The calibration of the weights that training went on from."""
    return Reader.load(start).calibration if start.is_dir() else UNCHANGED
