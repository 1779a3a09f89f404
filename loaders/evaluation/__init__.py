"""How good records are, measured against annotated articles: precision, recall and F1 by kind and relation."""

from loaders.annotations.gold import Annotation, read_gold
from loaders.evaluation.article import Judged
from loaders.evaluation.evaluate import Evaluation, evaluate
from loaders.evaluation.figures import Count

__all__ = ["Annotation", "Count", "Evaluation", "Judged", "evaluate", "read_gold"]
