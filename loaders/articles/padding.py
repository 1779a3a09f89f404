"""Blanks that only set type: in lists, 陈　强 is 陈强, written as wide as the 李建国 above it.

Two lone hanzi with blanks between them are one padded word: a name, or the likes of 主　任, 目　录. Lone is what has no
letter, digit or hanzi on its outer side: there is an edge of the line, a blank or punctuation. In running text a name
also follows its title (副县长陈　强), and goes before what its owner does (陈　强主持); such a one, and each of several
in a row (陈　强　王　磊), must begin with a surname: spaced-out words and headlines (国 务 院) stay. A sex, or the 摄
after a photographer's name, is a word of its own. 县委书记　王 and 陈 建国 stay: nothing there is padded.

In 46 annotated articles with padded names, the reader (which had seen them, blanks and all) found 85 % of the people
without this, 99.5 % with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from loaders.articles.offsets import Span

_HANZI = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_PAD = "[ \xa0\u2002\u2003\u3000]"  # no tab: it parts the cells of a table
_BEFORE = r"(?<!\w)|(?<=[长员委])|(?<=书记|主任|主席|记者|代表|教授|司令|总理|助理|干事|干部|同志)"
_AFTER = (
    r"(?!\w)|(?=主持|讲话|出席|参加|强调|指出|介绍|表示|要求|宣布|陪同|当选|分别|先后|带队|率|说|等|同志|先生|女士|一行"
    r"|[任为在到来对就向和与及作致]|深入|调研|检查|督导|督查|听取|代表|通报|传达|汇报|发言|带领|接受|走进|前往)"
)
_BLANK = re.compile(rf"{_HANZI}{_PAD}+{_HANZI}")
"""A quick look: most lines have none."""
_RUN = re.compile(rf"(?:{_BEFORE}){_HANZI}(?:{_PAD}+{_HANZI})+(?:{_AFTER})")
_ALONE = frozenset("男女摄")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
    "韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰"
    "焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车"
    "项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封"
    "谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相"
    "初门云容敬扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阎水傅"
)
"""Of one hanzi, those that most people have."""


def padding(text: str) -> Iterator[Span]:
    """Where `text`, a line, holds blanks that only pad a word of two hanzi: offsets in it, end exclusive, in order."""
    for run in _RUN.finditer(text) if _BLANK.search(text) else ():
        letters = [at for at in range(*run.span()) if not text[at].isspace()]
        lone = len(letters) == 2 and not _joins(text, run.start() - 1) and not _joins(text, run.end())
        for alone, group in groupby(letters, key=lambda at: text[at] in _ALONE):
            word = list(group)
            if not alone and len(word) % 2 == 0 and (lone or all(text[at] in SURNAMES for at in word[::2])):
                yield from ((first + 1, second) for first, second in zip(word[::2], word[1::2], strict=True))


def unpadded(text: str) -> str:
    """`text`, a line, without the blanks that only pad."""
    kept, at = [], 0
    for start, end in padding(text):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def _joins(text: str, at: int) -> bool:
    """Whether a letter, digit or hanzi stands at `at`."""
    return 0 <= at < len(text) and text[at].isalnum()
