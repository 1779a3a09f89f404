"""Lines that only work a web page: 上一篇：…, 【打印】【关闭】, 字号：大 中 小. What they name is told elsewhere."""

from __future__ import annotations

import re

_BLANKS = "[ \t\xa0\u3000]{0,8}"
_NEIGHBOUR = rf"[\[【(（<«‹←]?{_BLANKS}[上下]一(?:篇|条|则|页)(?:文章|新闻|信息|公告)?{_BLANKS}[\]】)）>»›→]?{_BLANKS}"
_NEIGHBOURS = re.compile(rf"{_NEIGHBOUR}(?:[：:][^。！？]*[！？]?|(?:没有了|暂无|无|{_NEIGHBOUR})?)")
"""A line that names the page before or after. One with a full stop in it says something."""
_BUTTON = (
    r"(?:我要)?打印(?:本页|此页|本文|文章|页面)?|关闭(?:本页|此页|窗口|页面)|(?:我要)?收藏(?:本页|本站)?|加入收藏|返回(?:顶部|首页|列表|上一?页)?"
    r"|回到?顶部|TOP|(?:一键)?分享(?:到|至)?|字[号体]|微信|微博|新浪微博|QQ空间|朋友圈|扫一扫|纠错|A[-+]|[大中小]|关闭"
)
_BUTTONS = re.compile(rf"(?:[\s\[\]【】()（）|｜：:/／·]*(?:{_BUTTON}))+[\s\[\]【】()（）|｜：:/／·]*", re.IGNORECASE)
_CALL = re.compile(
    r"(?:欢迎|请|↓+|\^+)?(?:(?:点击|长按)[^，。！？：；]{0,16}(?:关注|二维码|原文|订阅|名片|公众号|蓝字)"
    r"|(?:扫描|扫码|识别)[^，。！？：；]{0,12}(?:二维码|小程序码|公众号))[^，。！？：；]{0,10}"
    r"|阅读原文|END|(?:阅读|在看|点赞|转发|收藏|评论)\s*[\d.]+万?\+?(?:\s*(?:阅读|在看|点赞|赞|转发|收藏|评论)\s*[\d.]+万?\+?)*",
    re.IGNORECASE,
)
"""What a post of a messenger asks of its readers, and counts of them: 点击上方蓝字关注我们, 阅读 1.2万 在看 356."""
_TAIL = re.compile(rf"(?<=[。！？”）]){_BLANKS}(?={_NEIGHBOUR}[：:][^。！？\n]{{0,80}}(?:\n|$))")


def is_furniture(line: str) -> bool:
    """Whether `line`, without blanks around it, only works the page it stands on."""
    return len(line) > 1 and any(kind.fullmatch(line) for kind in (_NEIGHBOURS, _BUTTONS, _CALL))


def set_apart(text: str) -> str:
    """`text` with a line break before a 上一篇：… that ends a line of text."""
    return _TAIL.sub("\n", text)
