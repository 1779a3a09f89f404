"""One session under its names; others kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.resolution import sessions
from loaders.resolution.identity import identify


def session_of(name: str, within: str = "云澜县") -> str | None:
    return sessions.session_of(name, within=within)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("中国共产党云澜县第十四届委员会第六次全体会议", "县委十四届六次全会"),
        ("政协云澜县第十届委员会第三次会议", "县政协十届三次会议"),
        ("云澜县第十八届人民代表大会第二次会议", "县十八届人大二次会议"),
        ("云澜县第十八届人民代表大会常务委员会第十二次会议", "县十八届人大常委会第12次会议"),
    ],
)
def test_a_session_is_the_same_under_both_names(long: str, short: str) -> None:
    assert session_of(long)
    assert session_of(long) == session_of(short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县委十四届六次全会", "省委十四届六次全会"),
        ("县委十四届六次全会", "县委十四届七次全会"),
        ("云澜县委十四届六次全会", "沛水县委十四届六次全会"),
        ("县委十四届六次全会", "沛水县委十四届六次全会"),
        ("县委十四届六次全会", "县政协十四届六次会议"),
        ("县十八届人大二次会议", "县十八届人大常委会第二次会议"),
    ],
)
def test_other_sessions_are_others(one: str, other: str) -> None:
    assert session_of(one)
    assert session_of(other)
    assert session_of(one) != session_of(other)


@pytest.mark.parametrize(
    "name", ["全县经济工作会议", "县委十四届六次全会精神宣讲会", "第三次会议", "县政协委员座谈会", "第十届运动会"]
)
def test_what_is_no_session(name: str) -> None:
    assert session_of(name) is None


@given(st.integers(1, 40), st.integers(1, 40))
def test_numbers_in_words_and_in_digits_mean_the_same(term: int, session: int) -> None:
    def words(value: int) -> str:
        tens, ones = divmod(value, 10)
        head = ("" if tens == 1 else "零一二三四"[tens]) + "十" if tens else ""
        return head + ("零一二三四五六七八九"[ones] if ones else "")

    assert session_of(f"县委{words(term)}届{words(session)}次全会") == session_of(f"县委{term}届{session}次全会")


def test_a_citys_own_session_has_no_name_but_its_counties_have() -> None:
    assert session_of("中共澄州市委十二届五次全会", "澄州市") == session_of("市委第十二届五次全体会议", "澄州市")
    assert session_of("云澜县委十四届六次全会", "澄州市") != session_of("县委十四届六次全会", "澄州市")


def test_a_county_whose_name_ends_like_anothers_is_not_the_other() -> None:
    assert session_of("丰县县委十四届六次全会", "大丰县") != session_of("县委十四届六次全会", "大丰县")
    assert session_of("丰县人大十八届二次会议", "大丰县") != session_of("县人大十八届二次会议", "大丰县")
    assert session_of("丰县人大十八届二次会议", "徐州市丰县") == session_of("县人大十八届二次会议", "徐州市丰县")


@pytest.mark.parametrize("name", ["县委十四十届六次全会", "县委1十届六次全会", "县委二0届六次全会"])
def test_what_is_no_number_is_no_session(name: str) -> None:
    assert session_of(name) is None


@given(st.text("县委政协人大常会第届次全体议十二0１", max_size=14))
def test_any_name_is_a_session_or_none(name: str) -> None:
    assert session_of(name) is None or "届" in name


def test_both_names_give_one_event_of_a_day() -> None:
    made = {
        identify("Event", name, {"date": "2023-12-20"}, within="云澜县", article=article)
        for name, article in (("县委十四届六次全会", "a"), ("中国共产党云澜县第十四届委员会第六次全体会议", "b"))
    }
    assert len(made) == 1
