"""Rows of lists in columns are told from headlines, slogans and running text."""

import pytest

from loaders.articles.columns import is_row


@pytest.mark.parametrize(
    "line",
    [
        "石磊　顾远帆　江　涛",
        "石磊 顾远帆 江涛 蓝天野",
        "石磊　　顾远帆",
        "石　磊　江　涛",
        "石磊（女）　顾远帆（回族）　江涛*　夏侯远帆　阿依古丽·买买提",
        "1\t石磊\t副县长",
        "石磊　云岭新区党工委书记",
        "县水务局局长　　江　涛",
        "江涛\t男\t汉族\t1975年8月\t副局长",
        "序号\t姓名\t职务",
        "主　任：石　磊",
        "副组长：顾远帆　江涛",
        "成员:石磊、江涛、顾远帆",
        "石磊｜副院长（主持工作）｜医疗、护理，急诊急救｜医务科、急诊科",
        "姓名 | 职务 | 分管",
        "石磊\t常务副县长\t负责财政、税务、统计工作；协助县长抓审计工作\t县税务局",
    ],
)
def test_rows(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "全县工业经济运行分析会召开 秦望舒出席并讲话",
        "顾远帆　检查防汛工作",
        "谷雨至 农耕忙 全县春播进度近两成",
        "学党史 悟思想 办实事 开新局",
        "不忘初心　牢记使命　砥砺前行",
        "本报记者 江晚舟 通讯员 麦穗",
        "江晚舟 麦穗",
        "石磊　顾远帆　江",
        "远　顾远帆　江涛",
        "石磊、顾远帆、江涛、",
        "成员：石磊、顾远帆、",
        "出席会议的有：石磊　江涛",
        "石磊　顾远帆　江涛参加会议。",
        "地点：图书馆",
        "石磊",
        "关于召开会议的通知",
        "Open Source",
    ],
)
def test_no_rows(line: str) -> None:
    assert not is_row(line)
