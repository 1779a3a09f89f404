"""What the reader found in one text. Offsets are code points of the text passed in, end exclusive."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start:end]; `score` is how sure the reader is of exactly this span, 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """The mentions, in text order, that mean one thing of `kind` (one of labels.KINDS); `name` is the longest."""

    kind: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """`type` (one of labels.RELATIONS) joins two clusters, given by their indices in Reading.clusters.

    `left_mention` and `right_mention` are the pair of mentions that says so most clearly: the evidence. `probability`
    is the reader's own, `confidence` what share of such relations is right (calibration.py).
    """

    type: str
    left: int
    right: int
    probability: float
    confidence: float
    left_mention: Mention
    right_mention: Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one text; relations are those whose probability reaches their type's threshold."""

    clusters: tuple[Cluster, ...]
    relations: tuple[Relation, ...]
