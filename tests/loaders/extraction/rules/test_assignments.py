"""Items and the labels that say who answers for them."""

import pytest

from loaders.extraction.rules.assignments import assignments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（2）迁改。\n责任单位：供电公司　　责任人：王明\n", ["迁改 责任单位 供电公司", "迁改 责任人 王明"]),
        ("(一)更换。  责任部门:设备部  责任人:王明  日期:11月", ["更换 责任部门 设备部", "更换 责任人 王明"]),
        (
            "——改造小区23个，含两个片区。领衔领导：王明，责任单位：县住建局，别的",
            ["改造小区23个 领衔领导 王明", "改造小区23个 责任单位 县住建局"],
        ),
        ("9组地块　挂钩领导：王明　责任单位：征迁办", ["9组地块 挂钩领导 王明", "9组地块 责任单位 征迁办"]),
        ("二.关于中考考务\n会议决定设34个考场。\n责任部门:教务处、总务处\n", ["中考考务 责任部门 教务处、总务处"]),
        ("一、改造\n责任单位：城关镇\n责任人：王明", ["改造 责任单位 城关镇", "改造 责任人 王明"]),
        ("一、双龙水库\n县级河长：李华\n责任单位：县水利局", []),  # a thing: what is to be done is not told
        ("一、双龙水库\n行政责任人：王明", []),
        ("责任单位：县水利局", []),
        ("各有关责任单位：要加强领导。", []),
        ("会议要求加强领导。\n责任单位：县水利局", []),  # which of the sentences, nobody says
    ],
)  # fmt: skip
def test_assignments(text: str, found: list[str]) -> None:
    assert [f"{text[slice(*a.matter)]} {a.label} {text[slice(*a.names)]}" for a in assignments(text)] == found
