"""Names within names."""

from loaders.extraction.rules.nesting import only_inside
from tests.loaders.extraction.rules.spans import find


def test_a_name_that_only_stands_within_a_longer_one_is_part_of_it() -> None:
    text = "云澜县人民法院召开会议"
    host = find(text, "云澜县人民法院")
    assert only_inside([find(text, "云澜县")], [host])
    assert only_inside([find(text, "法院")], [host])


def test_a_name_that_also_stands_alone_is_none() -> None:
    text = "云澜县人民法院在云澜县召开会议"
    host = find(text, "云澜县人民法院")
    assert not only_inside([find(text, "云澜县"), find(text, "云澜县", 1)], [host])


def test_a_name_does_not_lie_within_itself_nor_half_within_another() -> None:
    assert not only_inside([(0, 4)], [(0, 4)])
    assert not only_inside([(2, 6)], [(0, 4)])
