"""Who comes into a post and who leaves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.terms import turn
from tests.loaders.extraction.rules.spans import find, sentences


def said(text: str, holder: str, post: str, which: int = 0) -> str | None:
    name, title = find(text, holder), find(text, post, which)
    sentence = next(span for span in sentences(text) if span[0] <= title[0] < span[1])
    return turn(text, sentence, name, title)


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("会议决定任命王明为县水利局局长，免去张强的职务。", "王明", "局长"),
        ("会议选举王明、李华（女）、赵敏为副主任。", "王明", "副主任"),
        ("王明（女）、李华当选副县长。", "王明", "副县长"),
        ("市委决定：王明同志任云澜县委委员、常委、书记。", "王明", "书记"),
        ("任命：\n王明为县水利局局长；\n李华为县人民法院副院长。", "李华", "副院长"),
        ("任命：\n王明为县水利局局长；\n免去：\n张强的县教育局局长职务。", "王明", "局长"),
        ("任命刘立为市水利局副局长，兼任市引江处主任。", "刘立", "主任"),
        ("会议宣布王明任县水利局党组书记、局长。", "王明", "局长"),
        ("省委批准：王明同志任云澜县委书记。", "王明", "书记"),
        ("经市委研究，王明任县水利局局长。", "王明", "局长"),
        ("经研究决定：\n李华任县水利局副主任（试用期一年）；\n王明同志挂职任县教育局局长。", "王明", "局长"),
        ("会议决定由王明代理县长职务。", "王明", "县长"),
        ("王明被任命为县水利局局长。", "王明", "局长"),
        ("王明全票当选镇长。", "王明", "镇长"),
        ("王明以1187票当选村委会主任。", "王明", "主任"),
        ("王明 当选为副县长。", "王明", "副县长"),
        ("王明2016年9月当选副县长。", "王明", "副县长"),
        ("选举李和平、王明为副县长。", "李和平", "副县长"),
    ],
)
def test_what_brings_into_a_post(text: str, holder: str, post: str) -> None:
    assert said(text, holder, post) == "start"


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("会议决定免去张强的县水利局局长职务。", "张强", "局长"),
        ("免去张强同志县委副书记、常委职务。", "张强", "副书记"),
        ("陈志远同志不再担任云澜县委书记、常委、委员职务。", "陈志远", "常委"),
        ("会议接受赵敏辞去副县长职务的请求。", "赵敏", "副县长"),
        ("会议接受赵敏因工作变动申请辞去副县长职务的请求。", "赵敏", "副县长"),
        ("任命：\n王明为县水利局局长；\n免去：\n张强的县教育局局长职务。", "张强", "局长"),
    ],
)
def test_what_takes_out_of_a_post(text: str, holder: str, post: str) -> None:
    assert said(text, holder, post, text.count(post) - 1) == "end"


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("县委书记王明主持会议。", "王明", "书记"),
        ("会议由王明主持，局长李华汇报。", "王明", "局长"),
        ("王明任县水利局局长时修过这条渠。", "王明", "局长"),
        ("提名王明为县长候选人。", "王明", "县长"),
        ("会议推选王明为主任委员人选。", "王明", "主任委员"),
        ("市委决定：王明任集团党委书记，提名为集团董事长。", "王明", "董事长"),
        ("王明不再担任董事长，经董事会聘为首席顾问。", "王明", "首席顾问"),
        ("会议任命了三人。王明为大家讲课，局长到会。", "王明", "局长"),
        ("免去张强的职务。局长王明到会，副局长讲话。", "王明", "副局长"),
        ("王明连任会长。", "王明", "会长"),
        ("会议审议了县长提请任命王明为县水利局局长的议案。", "王明", "局长"),
        ("县长提请县人大常委会任命王明为县水利局局长。", "王明", "局长"),
        ("会议研究，拟任命王明为县水利局局长。", "王明", "局长"),
        ("会议宣布王明任县长以来的成绩。", "王明", "县长"),
        ("王明当选会长期间，协会办了三件实事。", "王明", "会长"),
        ("董事长王明因个人原因申请辞去总经理职务。", "王明", "总经理"),
        ("李华宣布开工，王明担任总指挥。", "王明", "总指挥"),
        ("会议决定召开座谈会。\n王明任县长。", "王明", "县长"),
    ],
)
def test_what_tells_of_neither(text: str, holder: str, post: str) -> None:
    assert said(text, holder, post) is None


@given(st.text(alphabet="王明任命为免去的局长职务不再担任，。；\n：、", max_size=60), st.data())
def test_any_text_is_told_or_not(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.integers(0, len(text))) for _ in range(4))
    found = turn(text, (0, len(text)), (places[0], places[1]), (places[2], places[3]))
    assert found in ("start", "end", None)
