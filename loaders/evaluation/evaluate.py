"""Records against annotations: the whole evaluation, over all articles or by family of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.records import Record, Relation
from loaders.annotations.gold import Annotation
from loaders.evaluation.article import Judged, Mistake, score_article
from loaders.evaluation.figures import Count, Counts, table
from loaders.evaluation.found import Homes


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result: counts of every annotated article, and all mistakes.

    `judged` are all relations that were found and count, right or wrong.
    `unread` are the annotated articles that the records leave out, `loose` the relations that were left out because an
    end of theirs is no entity of the records.
    """

    gold: Sequence[Annotation]
    counts: Sequence[Counts]
    mistakes: Sequence[Mistake]
    judged: Sequence[Judged]
    unread: Sequence[str]
    loose: Sequence[Relation]

    def table(self) -> dict[str, Count]:
        """Counts by kind and relation over all articles, the totals last."""
        return table(self.counts)

    def by_family(self) -> dict[str, tuple[int, dict[str, Count]]]:
        """For each family of the gold, by name: the number of its articles, and its table."""
        families: dict[str, list[Counts]] = defaultdict(list)
        for annotation, counts in zip(self.gold, self.counts, strict=True):
            families[annotation.family or "-"].append(counts)
        return {name: (len(counts), table(counts)) for name, counts in sorted(families.items())}


def evaluate(records: Iterable[Record], gold: Sequence[Annotation]) -> Evaluation:
    """Scores records against annotated articles. Articles without annotation are left out.

    Names match when a form of the one is a form of the other; events are aligned one to one by name, date and
    participants; a responsibility matches on its bearer and half of its wording, a post on its holder and title. "Event
    name" and "Event date" speak of aligned events. What the gold marks as optional counts neither for nor against.
    """
    homes = Homes(records, {annotation.id for annotation in gold})
    scored = [score_article(annotation, homes[annotation.id]) for annotation in gold]
    return Evaluation(
        gold=gold,
        counts=[each.counts for each in scored],
        mistakes=[mistake for each in scored for mistake in each.mistakes],
        judged=[judged for each in scored for judged in each.judged],
        unread=[annotation.id for annotation in gold if annotation.id not in homes.seen],
        loose=homes.loose,
    )
