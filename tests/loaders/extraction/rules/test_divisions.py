"""Where the way down the divisions is cut, and where a name is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.divisions import RANKS, encloses, nested


def parts(name: str) -> list[str]:
    return [name[start:end] for start, end in nested(name)]


@pytest.mark.parametrize(
    "way",
    [
        ["云澜县", "柳河镇", "孤山村"],
        ["澄湖街道", "东坪社区"],
        ["江北省", "澄州市", "云澜县", "柳河镇"],
        ["白沙区", "渔业村"],
        ["石山市", "大河口区"],
        ["徐州市", "铜山区", "大彭镇"],
        ["北京市", "石景山区"],
        ["海南省", "三亚市", "天涯区"],
        ["安徽省", "滁州市", "全椒县"],
        ["中山市", "三乡镇"],
        ["南阳市", "镇平县"],
        ["旧县镇", "旧县村"],
        ["新市镇", "新市村"],
        ["新疆维吾尔自治区", "乌鲁木齐市", "沙依巴克区"],
        ["凉山彝族自治州", "木里藏族自治县"],
    ],
)
def test_a_way_down_is_cut(way: list[str]) -> None:
    assert parts("".join(way)) == way


@pytest.mark.parametrize(
    "name",
    [
        "旧县街道",
        "新乡市",
        "市中区",
        "大村镇",
        "永丰社区",
        "高新区",
        "柳林街道和平里小区",
        "我县工业集中区",
        "全镇各村",
        "孤山村文化广场",
        "云澜县北部山区",
        "云澜县高新区柳河镇",
        "徐州市大润发超市",
        "省市县区",
        "各省市",
        "县区镇村",
        "长三角地区",
        "自治县",
        "区",
    ],
)
def test_one_name_stays_whole(name: str) -> None:
    assert parts(name) == []


@given(st.text(alphabet="云澜河山柳东我社园开发省市县区镇乡街道村", max_size=14))
def test_the_parts_are_the_name_and_fall_in_rank(name: str) -> None:
    way = nested(name)
    assert not way or "".join(parts(name)) == name
    assert len(way) != 1
    level = -1
    for part in parts(name):
        level = next(rank for rank in range(level + 1, len(RANKS)) if part.endswith(RANKS[rank]))


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("柳河镇", "花椒基地", True),
        ("柳河镇", "全民健身中心", True),
        ("柳河镇", "三元村", True),
        ("铜山区", "大彭镇", True),
        ("我镇", "孤山村", False),
        ("柳河镇", "各村", False),
        ("柳河镇", "12个村", False),
        ("文化广场", "孤山村", False),
        ("惠民超市", "停车场", False),
        ("省市", "文化广场", False),
    ],
)
def test_what_may_hold_what_follows(outer: str, inner: str, holds: bool) -> None:
    assert encloses(outer, inner) is holds
