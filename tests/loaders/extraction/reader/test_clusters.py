"""Which mentions go together."""

import numpy as np
import pytest
from numpy.typing import NDArray

from loaders.extraction.reader.clusters import events, names, plausible
from loaders.extraction.reader.labels import EVENT, MATTER, ORGANIZATION, PERSON
from loaders.extraction.reader.reading import Cluster, Mention


def shown(clusters: list[Cluster]) -> list[tuple[str, int]]:
    return [(cluster.name, len(cluster.mentions)) for cluster in clusters]


def test_a_part_of_a_name_goes_to_the_full_name() -> None:
    text = "甲乙丙讲话。乙丙说。丁戊在场。甲乙丙又说"
    mentions = [Mention(0, 3, 1.0), Mention(6, 8, 1.0), Mention(10, 12, 1.0), Mention(15, 18, 1.0)]
    assert shown(names(PERSON, mentions, text)) == [("甲乙丙", 3), ("丁戊", 1)]


def test_an_item_of_a_list_is_a_whole_name() -> None:
    text = "参加的有甲乙丙、甲乙、丁戊。甲乙丙讲话"
    mentions = [Mention(4, 7, 1.0), Mention(8, 10, 1.0), Mention(11, 13, 1.0), Mention(14, 17, 1.0)]
    assert shown(names(PERSON, mentions, text)) == [("甲乙丙", 2), ("甲乙", 1), ("丁戊", 1)]


def test_a_part_of_an_organization_is_another_one() -> None:
    text = "区委组织部和区委"
    mentions = [Mention(0, 5, 1.0), Mention(6, 8, 1.0)]
    assert shown(names(ORGANIZATION, mentions, text)) == [("区委组织部", 1), ("区委", 1)]


def same(size: int, **pairs: float) -> NDArray[np.floating]:
    """Chances that two mentions mean one event; `p12=0.9` is that of the second and the third."""
    chances = np.zeros((size, size))
    for pair, chance in pairs.items():
        a, b = int(pair[1]), int(pair[2])
        chances[a, b] = chances[b, a] = chance
    return chances


def test_events_go_together_by_judgement_and_by_name() -> None:
    text = "座谈会。企业座谈会。座谈会。培训班"
    mentions = [Mention(0, 3, 1.0), Mention(4, 9, 1.0), Mention(10, 13, 1.0), Mention(14, 17, 1.0)]
    judged = same(4, p01=0.9, p12=0.9)
    assert shown(events(mentions, judged, text, 0.5)) == [("企业座谈会", 3), ("培训班", 1)]
    assert shown(events(mentions, same(4), text, 0.5)) == [("座谈会", 2), ("企业座谈会", 1), ("培训班", 1)]


def test_a_headline_that_speaks_of_two_events_does_not_make_them_one() -> None:
    text = "揭牌并座谈。揭牌活动。座谈交流"
    mentions = [Mention(0, 5, 1.0), Mention(6, 10, 1.0), Mention(11, 15, 1.0)]
    judged = same(3, p01=0.9, p02=0.6, p12=0.1)
    assert shown(events(mentions, judged, text, 0.5)) == [("揭牌并座谈", 2), ("座谈交流", 1)]


def test_names_with_different_heads_are_different_events() -> None:
    text = "揭牌仪式。工作座谈会"
    mentions = [Mention(0, 4, 1.0), Mention(5, 10, 1.0)]
    assert len(events(mentions, same(2, p01=0.8), text, 0.5)) == 2
    assert len(events(mentions, same(2, p01=0.8), text.replace("座谈会", "的仪式"), 0.5)) == 1


@pytest.mark.parametrize(
    ("kind", "form", "expected"),
    [
        (PERSON, "李", False),
        (PERSON, "李明", True),
        (ORGANIZATION, "区委\n区政府", False),
        (ORGANIZATION, "市", True),
        (ORGANIZATION, "长" * 41, False),
        (EVENT, "会", False),
        (MATTER, "长" * 60, True),
        (MATTER, " ", False),
    ],
)
def test_plausible(kind: int, form: str, expected: bool) -> None:
    assert plausible(kind, form) is expected
