"""Titles are no names, bylines no participants."""

import pytest

from loaders.extraction.rules.titles import bylines, is_bare_title, speaks_of, surname_and_title


@pytest.mark.parametrize("name", ["总书记", "副主任", "常务副县长", "董事长"])
def test_a_title_alone_is_no_name(name: str) -> None:
    assert is_bare_title(name)


@pytest.mark.parametrize("name", ["王书记", "书记员小李", "王总", "秘书"])
def test_a_name_with_a_title_is(name: str) -> None:
    assert not is_bare_title(name)


def test_a_title_means_whoever_holds_it_and_no_deputy() -> None:
    assert speaks_of("书记", ["县委书记"])
    assert speaks_of("总书记", ["中共中央总书记"])
    assert not speaks_of("书记", ["县委副书记"])
    assert not speaks_of("县长", ["县委书记"])


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("王书记", ("王", "书记")),
        ("郝主任", ("郝", "主任")),
        ("蒋高工", ("蒋", "高工")),
        ("王明", None),
        ("副书记", None),
        ("王明书记", None),
    ],
)
def test_a_surname_with_a_title_is_no_full_name(name: str, parts: tuple[str, str] | None) -> None:
    assert surname_and_title(name) == parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会议要求抓好落实。（王明）", ["王明"]),
        ("会议要求抓好落实。（王明 李华）\n又讯", ["王明 李华"]),
        ("他说：“好。”（记者 王明 实习生 李华）", ["记者 王明 实习生 李华"]),
        ("选举王明（女）、李华为副主任", []),
        ("会议由县长（王明）主持。", []),
        ("县长到会。（图为会议现场，王明在讲话。）", []),
        ("本报讯（记者王明、李华）昨日，县长到会。", ["记者王明、李华"]),
        ("县长到会。文/王明 图/李华", ["王明", "李华"]),
        ("县文艺界代表（县作协主席李华、县摄影家协会主席王明）参加座谈会。", []),
        ("（县融媒体中心记者部主任王明主持座谈会）", []),
        ("图：县委书记王明出席会议并讲话\n县长到会。", []),
        ("图文：\n县长王明、副县长李华出席会议。", []),
        ("一等奖 作者：王明\n" + "颁奖仪式上，大家踊跃发言。" * 12, []),
        ("颁奖仪式上，大家踊跃发言。\n编辑：王明 审核：李华", ["王明", "李华"]),
        ("县长到会。\n撰稿：王明", ["王明"]),
        ("县长到会。\n记者 王明 摄", ["记者 王明"]),
        ("县长到会。王明/摄", ["王明"]),
        ("县长答记者王明问，摄影家李华在座。", []),
    ],
)
def test_bylines_name_who_wrote_it_or_took_the_pictures(text: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in bylines(text)] == names
