"""Tables of a division of labour."""

import pytest

from loaders.extraction.rules.tables import rows


def read(text: str) -> list[str]:
    """Each row as name, posts, and verb and words of every duty."""
    return [
        " | ".join(
            [
                text[slice(*row.name)],
                text[slice(*row.posts)] if row.posts else "-",
                *(f"{verb or '-'} {text[slice(*told)]}" for told, verb in row.duties),
            ]
        )
        for row in rows(text)
    ]


@pytest.mark.parametrize("mark", ["｜", " | ", "\t", "　　", "   "])
def test_cells_are_what_the_headings_say(mark: str) -> None:
    table = [["姓名", "职务", "分管工作", "联系单位"], ["王明", "副院长（挂职）", "护理、院感", "护理部"]]
    text = "分工如下：\n" + "\n".join(mark.join(row) for row in table) + "\n以上分工自发文之日起执行。"
    assert read(text) == ["王明 | 副院长 | 分管 护理、院感 | 联系 护理部"]


def test_a_cell_may_have_verbs_of_its_own() -> None:
    text = "姓名\t职务\t分管（负责）工作\n王明\t镇长\t主持镇政府全面工作；联系中心小学；水利"
    assert read(text) == ["王明 | 镇长 | 主持 镇政府全面工作 | 联系 中心小学 | 分管 水利"]


def test_numbers_and_nothing_are_no_duties() -> None:
    text = (
        "姓名\t职务\t分管工作\t联系电话\t联系单位\n王明\t镇长\t不分管具体工作\t8622001\t—\n"
        "李华\t副镇长\t无\t8622002\t8622003\n赵刚\t副镇长\t不动产登记\t8622004\t无"
    )
    assert read(text) == ["王明 | 镇长", "李华 | 副镇长", "赵刚 | 副镇长 | 分管 不动产登记"]


def test_where_a_cell_is_missing_the_duties_are_not_guessed() -> None:
    text = "姓名\t职务\t分管工作\t联系乡镇\t备注\n王明\t部长\t组织\t援藏\n李华\t部长\t统战\t柳林乡\t挂职"
    assert read(text) == ["王明 | 部长", "李华 | 部长 | 分管 统战 | 联系 柳林乡"]


def test_headings_may_stand_in_a_bracket() -> None:
    text = "分工如下（姓名｜职务｜分工）：\n王明｜院长｜全面工作\n李华｜副院长｜—"
    assert read(text) == ["王明 | 院长 | - 全面工作", "李华 | 副院长"]


def test_a_table_ends_with_the_first_line_of_another_form() -> None:
    text = "序号\t区领导\t挂钩企业\n1\t王明（区长）\t大明公司\n备注：略\n2\t李华\t小明公司"
    assert read(text) == ["王明（区长） | - | 挂钩 大明公司"]


@pytest.mark.parametrize(
    "text",
    [
        "姓名\t性别\t年龄\n王明\t男\t45",  # no post and no duty
        "时间\t地点\t分管工作\n上午\t会议室\t护理",  # nobody
        "县领导  王明  李华  张强\n参加会议  的  还有  赵刚",
        "姓名：王明\n职务：院长",
    ],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert read(text) == []
