"""Chinese in figures, with a font that has the characters and without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.figures import FONTS, both, chinese, sound, write_names

matplotlib = pytest.importorskip("matplotlib")
font_manager = pytest.importorskip("matplotlib.font_manager")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the fonts that matplotlib finds; a test fills it."""
    fonts: list[str] = []
    monkeypatch.setattr(font_manager, "get_font_names", lambda: fonts)
    with matplotlib.rc_context():
        yield fonts


def test_a_font_with_the_characters_is_used(installed: list[str]) -> None:
    installed += ["DejaVu Sans", FONTS[-1], FONTS[2]]
    assert chinese()("陈志远") == "陈志远"
    assert matplotlib.rcParams["font.sans-serif"][0] == FONTS[2]
    assert matplotlib.rcParams["font.sans-serif"].count("DejaVu Sans") == 1


def test_without_one_names_are_spelt(installed: list[str]) -> None:
    installed += ["DejaVu Sans"]
    before = list(matplotlib.rcParams["font.sans-serif"])
    assert chinese()("陈志远") == "Chen Zhi Yuan"
    assert matplotlib.rcParams["font.sans-serif"] == before


def test_a_label_is_in_both_languages_where_both_can_be_written(installed: list[str]) -> None:
    installed += ["DejaVu Sans"]
    assert both("活动数", "events") == "events"
    installed += [FONTS[0]]
    assert both("活动数", "events") == "活动数 · events"


def test_nothing_but_chinese_is_respelt() -> None:
    assert sound("县委 2023-06, ok") == "Xian Wei 2023-06, ok"


@given(st.text(min_size=1) | st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x3FFFF), min_size=1))
@example("甅")
@example("《云澜县报》（２０２３）、「𠀀」")
def test_what_is_spelt_needs_no_chinese_font(text: str) -> None:
    assert all(ord(char) < 0x2E80 for char in sound(text))


def _drawn_by_dejavu(text: str) -> bool:
    """Whether matplotlib's own font has all of a text, line breaks aside."""
    held = font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap()
    return all(ord(char) in held or char == "\n" for char in text)


@given(st.text())
@example("བོད་")
@example("ᠮᠣᠩᠭᠣᠯ")
@example("ไทย 😀 \x00\x07\r\t")
@example("○★→—…·①℃㎡Ⅱ№")
def test_what_is_spelt_can_be_drawn_with_the_font_that_is_always_there(text: str) -> None:
    assert _drawn_by_dejavu(sound(text))


def test_signs_that_the_font_has_stay() -> None:
    assert sound("○ ★ → — … · “甲”") == "○ ★ → — ... · “ Jia ”"


def test_a_name_with_signs_of_money_is_no_formula(installed: list[str]) -> None:
    import networkx
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    installed += ["DejaVu Sans"]
    network: networkx.Graph[str] = networkx.Graph()
    network.add_node("event:1", name="$50 \\frac $")
    figure = Figure()
    write_names(network, {"event:1": (0.5, 0.5)}, ax=figure.subplots())
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()


def test_marks_become_their_like_in_latin() -> None:
    assert sound("《云澜》（２）、한") == "« Yun Lan »(2),?"


def test_names_stand_over_the_nodes(installed: list[str]) -> None:
    import networkx
    from matplotlib.figure import Figure

    installed += ["DejaVu Sans"]
    network: networkx.Graph[str] = networkx.Graph()
    network.add_node("person:1", name="陈志远")
    network.add_node("person:2")
    ax = Figure().subplots()
    write_names(network, {"person:1": (0.0, 1.0), "person:2": (2.0, 3.0)}, ax=ax)
    texts: list[Any] = list(ax.texts)
    assert [(text.get_text(), text.xy) for text in texts] == [
        ("Chen Zhi Yuan", (0.0, 1.0)),
        ("person:2", (2.0, 3.0)),
    ]
