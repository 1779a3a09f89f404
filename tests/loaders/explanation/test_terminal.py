"""What the terminal shows."""

from __future__ import annotations

import io

from rich.console import Console

from loaders.explanation.model import Explanation
from loaders.explanation.terminal import show


def shown(explained: Explanation, *, colours: bool) -> str:
    stream = io.StringIO()
    show(
        explained, Console(file=stream, force_terminal=colours, color_system="standard" if colours else None, width=60)
    )
    return stream.getvalue()


def test_without_colours_all_that_was_found_is_in_words(explained: Explanation) -> None:
    lines = shown(explained, colours=False).splitlines()
    assert "  3  县委书记王明讲话。" in lines
    assert "       讲话 spoke at  王明 → 春季例会  动词=讲话 次序=1  [reader test +1] 0.65" in lines
    assert any(line.strip().startswith("春季例会  类别 kind=会议 meeting [event.meeting_head]") for line in lines)
    assert "  所长  ×1  [holds_post.title_after_name] 0.97" in lines
    assert "  张强  ×1 1.00" in lines
    assert "\x1b" not in "".join(lines)


def test_text_is_no_markup_of_the_console(explained: Explanation) -> None:
    """Brackets in an article are its own; rich's markup language is not spoken."""
    assert '<b>春季例会</b> & "召开"' in shown(explained, colours=False)


def test_an_event_stays_underlined_where_a_name_within_has_its_colour(explained: Explanation) -> None:
    line = next(line for line in shown(explained, colours=True).splitlines() if "安全工作" in line)
    start = line.index("张强")
    assert "\x1b[1;4;34m" in line[:start]  # bold blue of a person, underlined for the event that holds it
