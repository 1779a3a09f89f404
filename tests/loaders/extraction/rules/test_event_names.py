"""When two names mean one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.event_names import is_cited, is_kind_of, of_two_places, one_name, one_of_a_level, plain


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
        ("县二届人大三次会议", "县三届人大二次会议"),
        ("县政协第１次主席会议", "县政协第１１次主席会议"),
        ("县人大常委会会议", "县人大常委会第四次会议"),
        ("花椒产业推进会", "核桃产业推进会"),
        ("花椒产业推进会", "花椒产业推进会筹备会"),
        ("县人大常委会会议", "县人大常委会党组会议"),
        ("全县安全生产工作会议", "全县学校安全生产工作会议"),
        ("座谈会", "推进会"),
        ("项目开工仪式", "项目签约仪式"),
        ("柳河县植树活动", "柳河县第三十二届植树活动"),
    ],
)
def test_two_names(first: str, second: str) -> None:
    assert not one_name(plain(first), plain(second))


@given(st.text("县市教育会议推进第一二次", max_size=12), st.text("县市教育会议推进第一二次", max_size=12))
def test_it_does_not_matter_which_comes_first(first: str, second: str) -> None:
    assert one_name(first, second) == one_name(second, first)


def test_a_kind_alone_is_short_for_what_ends_so() -> None:
    assert is_kind_of("推进会", "县花椒产业推进会")
    assert is_kind_of("新闻发布会", "花椒节新闻发布会")
    assert not is_kind_of("推进会", "推进会")
    assert not is_kind_of("产业", "花椒产业")
    assert not is_kind_of("花椒产业推进会", "全县花椒产业推进会")


@pytest.mark.parametrize(
    ("text", "name", "cited"),
    [
        ("会议传达了全省花椒产业推进会精神。", "全省花椒产业推进会", True),
        ("全省花椒产业推进会的精神要落到实处", "全省花椒产业推进会", True),
        ("收看了全国花椒产业大会", "全国花椒产业大会", True),
        ("贯彻上级要求，全县花椒产业推进会召开", "全县花椒产业推进会", False),
        ("全县花椒产业推进会召开，精神饱满", "全县花椒产业推进会", False),
    ],
)
def test_what_is_handed_on_is_cited(text: str, name: str, cited: bool) -> None:
    start = text.index(name)
    assert is_cited(text, (start, start + len(name))) == cited


@pytest.mark.parametrize(
    ("first", "second", "one", "two"),
    [
        ("云澜县教育工作会议", "全县教育工作会议", True, False),
        ("云澜县教育工作会议", "县教育工作会议", True, False),
        ("县人民政府第三十二次常务会议", "云澜县人民政府第三十二次常务会议", True, False),
        ("我市教育工作会议", "全市教育工作会议", True, False),
        ("云澜县教育工作会议", "柳河县教育工作会议", False, True),
        ("全市教育工作会议", "全县教育工作会议", False, False),
        ("云澜县工作会", "县委工作会", False, False),
        ("社区教育工作会议", "区教育工作会议", False, False),
    ],
)
def test_a_level_may_say_whose_it_is(first: str, second: str, one: bool, two: bool) -> None:
    assert one_of_a_level(first, second) == one_of_a_level(second, first) == one
    assert of_two_places(first, second) == of_two_places(second, first) == two
