"""Figures for articles of sources that were not trained on, when there is no test set: folds by family.

A family (a source) is in one fold only, so nothing is scored that was written or printed like what was learnt.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.records import Record
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training import shipped
from loaders.training.augmentation import Variation, names_of
from loaders.training.batches import example
from loaders.training.calibrate import neutral
from loaders.training.documents import Row, document
from loaders.training.evaluate import read_articles, records
from loaders.training.fit import Recipe, Training, fit, seed_everything
from loaders.training.unquantised import reader_of


def folds(families: Sequence[str], count: int) -> dict[str, int]:
    """The fold of each family: the largest go first, each into the fold with the fewest articles."""
    sizes = [0] * count
    fold = {}
    for family, size in sorted(Counter(families).items(), key=lambda item: (-item[1], item[0])):
        fold[family] = sizes.index(min(sizes))
        sizes[fold[family]] += size
    return fold


def cross_validate(
    articles: Sequence[Row], gold: Sequence[Row], start: Path, vocabulary: Vocabulary, recipe: Recipe, count: int = 4
) -> Iterator[tuple[int, list[Record]]]:
    """For each fold, its number and the records of its articles by a network trained on the others.

    `articles` and `gold` go pairwise. Put together, the records are scored against all of `gold`.
    """
    fold = folds([article["family"] for article in articles], count)
    for number in range(count):
        seed_everything(recipe.seed)
        pairs = zip(articles, gold, strict=True)
        kept = [document(article, stated) for article, stated in pairs if fold[article["family"]] != number]
        training = Training(shipped.network(start, vocabulary), recipe)
        vary = Variation(names_of(kept), vocabulary)
        for _ in fit(training, [example(built, vocabulary) for built in kept], vary=vary):
            pass
        reader = reader_of(training.average, vocabulary, neutral())
        own = [article for article in articles if fold[article["family"]] == number]
        yield number, records(read_articles(reader, own), reader.thresholds)
