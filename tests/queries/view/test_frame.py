"""In a notebook the page stands in a frame, which may have no size yet, or another, when its script runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from queries.view.graphview import GraphView
from queries.view.model import GraphData
from tests.queries.view.conftest import Open
from tests.queries.view.test_reader import somebody

pytestmark = pytest.mark.browser

HOST = """<!doctype html><html data-ready><style>
iframe {{ position: absolute; {early} }}
.grown iframe {{ display: block; width: {width}px !important; height: 640px !important; }}
</style><body>{frame}<script>
const grow = () => {{ if ({at_once}) document.body.className = 'grown'; }};
document.querySelector('iframe').addEventListener('load', grow);
</script></body></html>"""

PLACES = """keys => {
  const net = document.getElementById('net').getBoundingClientRect();
  const card = document.getElementById('filters').getBoundingClientRect();
  const at = keys.map((key) => guanxi.at(key)), xs = at.map((one) => one.x), ys = at.map((one) => one.y);
  const within = (one, box) => one.x > box.left && one.x < box.right && one.y > box.top && one.y < box.bottom;
  const wide = (Math.max(...xs) - Math.min(...xs)) / (net.right - card.right);
  const high = (Math.max(...ys) - Math.min(...ys)) / net.height;
  return {
    outside: at.filter((one) => !within(one, net)).length,
    covered: at.filter((one) => within(one, card)).length,
    share: Math.max(wide, high),
  };
}"""
"""How many nodes stand outside the drawing or under the card, and how much of the free room they take."""

EARLY = {
    "not shown": "display: none",
    "small": "width: 300px !important; height: 150px !important",
    "large": "width: 2000px !important; height: 1200px !important",
}


def places(frame: Any, data: GraphData) -> dict[str, Any]:
    """Where the nodes are once the picture has come to rest."""
    frame.locator("#net canvas").wait_for()
    frame.locator("html").evaluate("() => new Promise((done) => setTimeout(done, 300))")
    found: dict[str, Any] = frame.locator("html").evaluate(f"(_, keys) => ({PLACES})(keys)", [n.id for n in data.nodes])
    return found


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "later"])
@pytest.mark.parametrize("early", EARLY)
def test_the_picture_fits_the_frame_that_it_gets(
    open_page: Open, small: GraphData, tmp_path: Path, early: str, at_once: bool
) -> None:
    frame = GraphView(small)._repr_mimebundle_()["text/html"]
    host = tmp_path / "cell.html"
    late = HOST.format(early=EARLY[early], frame=frame, at_once=str(at_once).lower(), width=1140)
    host.write_text(late, encoding="utf-8")
    page = open_page(host, width=1200)
    inner = page.frame_locator("iframe")
    inner.locator("html[data-ready]").wait_for(state="attached")
    page.evaluate("document.body.className = 'grown'")
    found = places(inner, small)
    assert found["outside"] == 0
    assert found["covered"] == 0
    assert found["share"] > 0.6


def test_in_a_narrow_frame_the_panel_below_leaves_the_picture_whole(
    open_page: Open, small: GraphData, tmp_path: Path
) -> None:
    frame = GraphView(small)._repr_mimebundle_()["text/html"]
    host = tmp_path / "cell.html"
    narrow = "width: 700px !important; height: 700px !important"
    host.write_text(HOST.format(early=narrow, frame=frame, at_once="false", width=700), encoding="utf-8")
    inner = open_page(host, width=900).frame_locator("iframe")
    inner.locator("html[data-ready]").wait_for(state="attached")
    found = places(inner, small)
    assert found["outside"] == 0
    assert found["share"] > 0.6


def test_beside_a_files_list_the_picture_has_more_room_than_the_sentences(open_page: Open, small: GraphData) -> None:
    """JupyterLab on a screen of 1280 pixels with its list of files leaves a frame of some 830."""
    page = open_page(small, address=f"n={quote(small.nodes[0].id, safe='')}", width=830, height=700)
    page.locator("#panel .said, #panel h3").first.wait_for()
    net, panel = (page.locator(part).bounding_box() for part in ("#net", "#panel"))
    assert net["height"] > 400
    assert net["width"] * net["height"] > panel["width"] * panel["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 830


def test_what_the_reader_has_zoomed_stays_where_only_the_height_changes(open_page: Open, small: GraphData) -> None:
    page = open_page(small, width=1280, height=800)
    page.click("#zoom-in")
    page.wait_for_timeout(500)
    before = places(page, small)["share"]
    page.set_viewport_size({"width": 1280, "height": 790})
    page.wait_for_timeout(300)
    assert abs(places(page, small)["share"] - before) < 0.1
    page.set_viewport_size({"width": 1100, "height": 790})
    page.wait_for_timeout(300)
    assert places(page, small)["outside"] == 0


def test_in_a_notebook(open_page: Open, small: GraphData, tmp_path: Path) -> None:
    bundle = GraphView(small)._repr_mimebundle_()
    assert bundle["text/plain"] == f"<GraphView 60 nodes, {len(small.edges)} relations>"
    host = tmp_path / "cell.html"
    host.write_text(f"<!doctype html><html data-ready><body>{bundle['text/html']}</body></html>", encoding="utf-8")
    page = open_page(host)
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#query").fill(somebody(small))
    frame.locator("#query").press("Enter")
    chosen = frame.locator("#panel h2").text_content()
    frame.get_by_role("button", name="邻居", exact=True).click()
    assert frame.locator("#count").text_content() != f"60 / 60 节点 · {len(small.edges)} / {len(small.edges)} 关系"
    frame.locator("#back").click()
    assert frame.locator("#count").text_content() == f"60 / 60 节点 · {len(small.edges)} / {len(small.edges)} 关系"
    assert frame.locator("#panel h2").text_content() == chosen
