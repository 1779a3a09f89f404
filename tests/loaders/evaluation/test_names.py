"""When two names, wordings and titles are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.evaluation.names import contained, norm, overlap, same_holding, same_matter, same_post


@pytest.mark.parametrize(
    ("name", "expected"),
    [("“转作风”大会", "转作风大会"), ("ＡＢ 公司\n", "AB公司"), ("阿依·古丽", "阿依古丽"), (None, ""), ("“”", "")],
)
def test_names_are_compared_without_marks_and_width(name: str | None, expected: str) -> None:
    assert norm(name) == expected


def test_overlap_counts_pairs_of_characters() -> None:
    assert overlap("全县工作会议", "全县工作会议") == 1
    assert overlap("工作会议", "工作大会") == pytest.approx(2 * 1 / 6)  # 工作 of 工作, 作会, 会议 | 工作, 作大, 大会
    assert overlap("甲", "乙") == 0
    assert overlap("甲", "甲") == 1
    assert contained("工作会议", "全县经济工作会议") == 1
    assert contained("甲乙丙", "甲乙丁") == 0.5


@given(st.text("县市区局会议工作", min_size=1, max_size=12), st.text("县市区局会议工作", min_size=1, max_size=12))
def test_likeness_is_a_share_and_symmetric(a: str, b: str) -> None:
    assert 0 <= overlap(a, b) == overlap(b, a) <= contained(a, b) == contained(b, a) <= 1
    assert overlap(a, a) == contained(a, a) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("副书记", "党工委副书记"), ("局长", "局长"), ("主任", "管委会主任"), ("书记", "党委 书记")]
)
def test_one_post_under_two_titles(a: str, b: str) -> None:
    assert same_post(a, b)
    assert same_post(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("主任", "副主任"), ("县长", "常务副县长"), ("局长", "原局长"), ("长", "县长"), ("书记", "书记员")]
)
def test_two_posts(a: str, b: str) -> None:
    assert not same_post(a, b)
    assert not same_post(b, a)


def test_a_holding_needs_its_holder() -> None:
    assert same_holding(("王明", "党组书记"), ("王明", "书记"))
    assert not same_holding(("李华", "党组书记"), ("王明", "书记"))


def test_a_matter_is_half_of_its_wording_and_not_much_longer() -> None:
    gold = ("县教育局", "控辍保学工作")
    assert same_matter(("县教育局", "做好控辍保学工作"), gold)
    assert same_matter(("教育局", "控辍保学"), gold)
    assert not same_matter(("县财政局", "控辍保学工作"), gold)
    assert not same_matter(("县教育局", "校园安全"), gold)
    assert not same_matter(("县教育局", "控辍保学工作" + "校园安全检查" * 3), gold)
