"""Pages fall into their articles, and single articles stay whole."""

import pytest

from loaders.articles.assemble import Clean, read_page
from tests.loaders.articles import pages


def titles(source: str) -> list[str]:
    return [article.title for article in read_page(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (pages.SINGLE_SPACED, ["云岭新区召开重点项目推进会", "青年志愿者走进松塘社区"]),
        (
            pages.BROKEN_COLUMNS,
            [
                "凝心聚力开新局 全县工业经济运行分析会召开 秦望舒出席并讲话",
                "众手浇开幸福花 全县敬老月活动启动 苗春雨宣布启动",
            ],
        ),
        (
            pages.HEADLINE_BEHIND,
            [
                "市妇联举办家庭教育讲座",
                "智慧停车平台建设破解老城区停车难题",
                "重阳节前夕，河湾街道柳树社区组织志愿者为老人包饺…",
            ],
        ),
        (pages.HALF_WIDTH, ["县政府召开常务会议", "县图书馆开展读书月活动"]),
        (pages.FURNITURE, ["市领导检查防汛工作", "我市新增三家省级示范企业"]),
        (pages.WRAPPED, ["云岭新区召开防汛会议", "松塘社区举办消防演练"]),
    ],
    ids=["single spaced", "broken columns", "headline behind", "half width", "furniture", "wrapped"],
)
def test_pages_of_several_articles(source: str, expected: list[str]) -> None:
    assert titles(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (pages.PROJECTS, "云岭新区召开重点项目推进会"),
        (pages.FEATURE, "走在乡间的小路上 ——记优秀驻村第一书记罗青山"),
        (pages.QUESTIONS, "权威解读：医保缴费怎么办"),
        (pages.PEOPLE, "沅泉县拟任干部公示"),
        (
            "9月3日，云岭新区召开推进会，顾远帆讲话。\n\n会议要求抓好落实。\n",
            "9月3日，云岭新区召开推进会，顾远帆讲话。",
        ),
        ("云岭新区召开推进会", "云岭新区召开推进会"),
    ],
    ids=["plain", "feature with subheads", "questions", "list of names", "no headline", "headline only"],
)
def test_single_articles_stay_whole(source: str, expected: str) -> None:
    assert titles(source) == [expected]


def test_a_poem_is_one_article() -> None:
    (poem,) = read_page(pages.POEM)
    assert poem.text.endswith("岁月不语\n灯火人间") or "岁月不语 灯火人间" in poem.text


def test_a_headline_behind_its_body_is_read_before_it() -> None:
    parking = read_page(pages.HEADLINE_BEHIND)[1]
    assert parking.text.startswith("智慧停车平台建设破解老城区停车难题\n今年以来，我市以智慧停车平台")
    assert parking.text.endswith("实现一个平台管全城。")
    assert pages.HEADLINE_BEHIND[parking.start : parking.end].startswith("今年以来")


def test_an_article_without_headline_is_called_by_its_first_words_and_holds_only_its_body() -> None:
    photograph = read_page(pages.HEADLINE_BEHIND)[2]
    assert (photograph.title[:5], photograph.body) == ("重阳节前夕", 0)
    assert photograph.text.startswith("重阳节前夕，河湾街道")


def body(article: Clean) -> list[str]:
    return article.text[article.body :].split("\n")


def test_broken_lines_are_joined_across_blank_lines() -> None:
    industry, elderly = read_page(pages.BROKEN_COLUMNS)
    assert len(body(industry)) == 2
    assert "邹平、石磊、蓝天野等参加。" in body(industry)[0]
    assert "落实到位，务必让企业" in body(industry)[1]
    assert body(industry)[1].endswith("增长百分之十五。")
    assert len(body(elderly)) == 2


def test_debris_that_repeats_the_paragraph_before_is_left_out() -> None:
    elderly = read_page("敬老月活动启动\n\n8月11日，县里启动敬老月活动。\n\n动。古月介绍了活动安排。\n")[0]
    assert body(elderly) == ["8月11日，县里启动敬老月活动。", "古月介绍了活动安排。"]


def test_wrapped_lines_are_joined() -> None:
    flood, drill = read_page(pages.WRAPPED)
    assert [line[:6] for line in body(flood)] == ["7月4日上午", "顾远帆强调，"]
    assert "新区党工委书记顾远帆" in flood.text
    assert len(body(drill)) == 1


def test_subheads_lists_and_bylines_keep_their_lines() -> None:
    (feature,) = read_page(pages.FEATURE)
    assert {"一、把路修到家门口", "（一）修路的钱从哪里来", "把茶卖出去", "心里装着老百姓"} <= set(body(feature))
    assert body(feature)[0] == "本报记者 江晚舟 通讯员 麦穗"
    (people,) = read_page(pages.PEOPLE)
    assert {"邹平", "石磊", "蓝天野", "古月"} <= set(body(people))


def test_rows_of_a_roster_in_columns_keep_their_lines() -> None:
    for source in (pages.ROSTER, pages.ROSTER.replace("　", " "), pages.ROSTER + "会议强调，要抓好落实。\n"):
        (roster,) = read_page(source)
        assert (roster.title, roster.text[: roster.body]) == ("云岭新区代表名单", "云岭新区代表名单\n")
        rows = [" ".join(row.split()) for row in body(roster)]
        assert rows[:2] == ["顾远帆 唐之焕 江晚舟 秦望舒 蓝天野", "苗春雨 石磊 罗青山 叶知秋 江涛"]
        assert rows[12] == "卫岚"


def test_names_that_a_wrapped_line_cuts_are_joined() -> None:
    rows = "".join(
        f"顾远帆　唐之焕　江晚舟　秦望舒　苗\n春雨　石磊　罗青山　叶知秋　江涛\n会议{n}结束。\n" for n in range(4)
    )
    assert "秦望舒　苗春雨　石磊" in read_page(f"名单\n{rows}")[0].text


def test_a_table_of_leaders_is_one_article_called_by_its_first_line() -> None:
    rows = "\n".join(f"{number}\t顾远帆\t副主任" for number in range(1, 9))
    (table,) = read_page(f"云岭新区招商推进会名单\n序号\t姓名\t职务\n{rows}\n")
    assert table.title == "云岭新区招商推进会名单"
    assert body(table) == ["序号\t姓名\t职务", *rows.split("\n")]


def test_groups_of_a_roster_start_no_articles() -> None:
    groups = "\n\n".join(
        f"{name}代表团\n顾远帆　唐之焕　江晚舟\n苗春雨　石　磊　罗青山" for name in ("河湾街道", "松塘")
    )
    (roster,) = read_page(f"云岭新区代表名单\n{groups}\n\n会议9月3日召开，顾远帆讲话。\n")
    assert "松塘代表团" in body(roster)


def test_a_row_of_names_below_a_headline_is_a_byline() -> None:
    second = pages.VOLUNTEERS.replace("\n", "\n江晚舟　白若溪\n", 1)
    assert titles(pages.PROJECTS + second) == ["云岭新区召开重点项目推进会", "青年志愿者走进松塘社区"]


def test_page_numbers_and_rules_are_not_read() -> None:
    text = "\n".join(article.text for article in read_page(pages.FURNITURE + "————\n"))
    assert "- 2 -" not in text
    assert "——" not in text


def test_what_works_a_copied_page_is_not_read() -> None:
    furniture = "【打印本页】【关闭窗口】\n上一篇：顾远帆会见客商　下一篇：暂无\n下一篇：唐之焕调研\n返回顶部\n"
    (article,) = read_page(pages.PROJECTS + furniture)
    assert article.text == read_page(pages.PROJECTS)[0].text


def test_words_like_those_of_a_page_are_read() -> None:
    lines = [
        "上一篇：写给孩子们的话。顾远帆在会上读了两篇文章。",
        "上一条生产线要花两千万元，顾远帆说。",
        "大、中、小企业代表参加会议。",
        "关闭小煤窑",
    ]
    (article,) = read_page(
        "云岭新区召开推进会\n9月3日，会议召开。\n" + "\n".join(f"{line}\n会议结束。" for line in lines)
    )
    assert all(line in article.text for line in lines)


def test_joined_latin_words_keep_a_space() -> None:
    source = (
        "标题甲乙丙丁\n"
        + "会议研究了数字化平台建设和数据中心规划方案，听取了汇报，与会专家就 Open\nSource 软件的应用发表了意见。\n"
    )
    assert "Open Source 软件" in read_page(source)[0].text


MESSENGER = """👇点击上方蓝字关注我们👇
🔥重磅！云岭新区招商大会召开🎉
📍3月13日，云岭新区招商大会🎉在会展中心举行，区委书记 顾远帆 👏出席并讲话。
★ 签约项目三十二个，总投资一百二十亿元。
阅读 1.2万　在看 356
"""


def test_a_messengers_pictures_and_calls_are_not_read() -> None:
    (article,) = read_page(MESSENGER)
    assert article.text.splitlines() == [
        "重磅！云岭新区招商大会召开",
        "3月13日，云岭新区招商大会在会展中心举行，区委书记 顾远帆 出席并讲话。",
        "签约项目三十二个，总投资一百二十亿元。",
    ]
    place = article.text.index("顾远帆")
    assert MESSENGER[slice(*article.offsets.span(place, place + 3))] == "顾远帆"


def test_what_a_colon_announces_begins_a_paragraph() -> None:
    source = (
        "云岭新区领导班子成员工作分工\n经区委会议研究，根据工作需要，现将领导班子成员工作分工予以公布如下：\n"
        "顾远帆，区委书记，主持区委全面工作，分管组织工作。\n唐之焕，区长。\n"
    )
    (article,) = read_page(source)
    assert "如下：\n顾远帆" in article.text


@pytest.mark.parametrize(
    "below",
    [
        "一、总体要求\n坚持以人民为中心的发展思想，全面落实防火责任制。\n二、主要任务\n各乡镇要加强巡查。\n",
        "时间：3月12日\n地点：区政府二楼会议室\n主持：顾远帆\n出席：唐之焕、江涛\n列席：石磊\n记录：单玲\n会议研究了两件事。\n",
    ],
)
def test_a_notice_and_minutes_have_their_first_line_for_a_headline(below: str) -> None:
    (article,) = read_page("云岭新区第三次常务会议纪要\n" + below)
    assert article.title == "云岭新区第三次常务会议纪要"
    assert article.text[article.body :] == below.strip()


def test_a_headline_that_scans_or_recognises_is_no_call() -> None:
    (article,) = read_page("识别电信诈骗成群众关注热点\n9月3日，云岭新区召开防范电信诈骗推进会，唐之焕讲话。\n")
    assert article.title == "识别电信诈骗成群众关注热点"
