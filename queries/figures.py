"""Chinese in figures: a font that has the characters, or, on a machine without one, how they sound."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.errors import MissingDependency

if TYPE_CHECKING:
    import networkx

FONTS = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
    "Hiragino Sans GB", "Heiti SC", "Microsoft YaHei", "SimHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    "Noto Serif CJK SC", "Noto Serif CJK JP", "Songti SC", "SimSun", "Droid Sans Fallback",
)  # fmt: skip
"""Families with Chinese characters, the better legible first: those of Debian, of macOS, of Windows."""

_AS_IS = "\0"
_MARKS = str.maketrans("《》〈〉【】〔〕、。「」『』", "«»‹›[][],.“”‘’")


def chinese() -> Callable[[str], str]:
    """Lets matplotlib write Chinese, and returns what a text must go through to be written.

    With one of `FONTS` installed matplotlib uses it from now on and texts stay as they are. Without one they become
    Pinyin without tones (陈志远: Chen Zhi Yuan), for empty boxes help nobody. MissingDependency without matplotlib.
    """
    try:
        from matplotlib import font_manager, rcParams
    except ImportError as error:
        raise MissingDependency("A figure needs matplotlib: pip install 'guanxi[notebook]'.") from error
    installed = set(font_manager.get_font_names())
    font = next((name for name in FONTS if name in installed), None)
    if font is None:
        return sound
    rcParams["font.family"] = "sans-serif"
    rcParams["font.sans-serif"] = [font, *(name for name in rcParams["font.sans-serif"] if name != font)]
    rcParams["axes.unicode_minus"] = False  # many of these fonts lack that sign
    return str


def both(zh: str, en: str) -> str:
    """A label for a figure, in Chinese and English; in English alone where no font can write the Chinese."""
    return f"{zh} · {en}" if chinese()("中") == "中" else en


def write_names(network: networkx.Graph[Any], places: Mapping[Any, Any], *, ax: Any, size: float = 10) -> None:
    """Writes the `name` of each node above its place (x, y in data of the matplotlib axes `ax`), `size` in points."""
    say = chinese()
    for node, name in network.nodes(data="name"):
        ax.annotate(
            say(str(name or node)),
            places[node],
            xytext=(0, size * 0.9),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=size,
            parse_math=False,  # a dollar is a dollar
            zorder=9,
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.4},
        )


def sound(text: str) -> str:
    """Chinese characters as Pinyin without tones, syllable by syllable, and Chinese marks as their like in Latin.

    Whatever is left that matplotlib's own font has not (瓧, a Japanese unit, Tibetan, emoji) is a question mark; the
    rest stays.

    >>> sound("陈志远 (2023)")
    'Chen Zhi Yuan (2023)'
    """
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKC", text.translate(_MARKS))
    parts = lazy_pinyin(plain, errors=lambda rest: _AS_IS + rest)
    spelt = [part[1:].strip() if part.startswith(_AS_IS) else part.title() for part in parts]
    known = _always_there()
    return "".join(char if char in known else "?" for char in " ".join(part for part in spelt if part))


@cache
def _always_there() -> frozenset[str]:
    """What the font that comes with matplotlib has, and line breaks; of no East Asian script."""
    from matplotlib import font_manager

    font = font_manager.get_font(font_manager.findfont("DejaVu Sans"))
    return frozenset(char for char in map(chr, font.get_charmap()) if char < "\u2e80") | {"\n"}
