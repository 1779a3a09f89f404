"""When two names mean one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.event_names import hosts, one_name, plain


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全县花椒产业推进会", "全县花椒产业推进会议"),
        ("“云岭丰收”行动动员会", "云岭丰收行动动员大会"),
        ("学习宣传贯彻全会精神宣讲会", "学习贯彻宣传全会精神宣讲会"),
    ],
)
def test_one_name_a_little_otherwise(first: str, second: str) -> None:
    assert one_name(plain(first), plain(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("县十四届人大二次会议", "县十四届人大三次会议"),
        ("花椒产业推进会", "核桃产业推进会"),
        ("座谈会", "推进会"),
        ("全县教育工作会议", "全县教育工作者表彰会"),
        ("项目开工仪式", "项目签约仪式"),
        ("柳河县植树活动", "柳河县第三十二届植树活动"),
    ],
)
def test_two_names(first: str, second: str) -> None:
    assert not one_name(first, second)


@given(st.text("县市教育会议推进第一二次", max_size=12), st.text("县市教育会议推进第一二次", max_size=12))
def test_it_does_not_matter_which_comes_first(first: str, second: str) -> None:
    assert one_name(first, second) == one_name(second, first)


def test_a_kind_alone_is_short_for_what_ends_so() -> None:
    names = {1: ["县花椒产业推进会"], 2: ["揭牌仪式"], 3: ["县茶产业推进会", "推进会"]}
    assert hosts("推进会", names) == [1, 3]
    assert hosts("仪式", names) == [2]
    assert hosts("产业", names) == []
    assert hosts("花椒产业推进会", names) == []
