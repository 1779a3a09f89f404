"""The first picture is drawn before vis-network is there: it must be the same, and nothing done then may be lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from queries.view.model import GraphData
from tests.queries.view.conftest import Open
from tests.queries.view.reference import Filters, shown
from tests.queries.view.test_counts import busiest

pytestmark = pytest.mark.browser

KEEP = """new MutationObserver(() => {
  const first = document.getElementById('first');
  if (first && !window.kept) Object.assign(window, { kept: first, early: typeof vis === 'undefined' });
}).observe(document, { childList: true, subtree: true });"""

COMPARE = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame(); await frame();
  const seen = [window.kept, document.querySelector('#net canvas')].map((canvas) => {
    const copy = document.createElement('canvas');
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const g = copy.getContext('2d', { willReadFrequently: true });
    g.fillStyle = getComputedStyle(document.body).backgroundColor;
    g.fillRect(0, 0, copy.width, copy.height);
    const back = g.getImageData(0, 0, 1, 1).data;
    g.drawImage(canvas, 0, 0);
    return { size: [copy.width, copy.height], back, data: g.getImageData(0, 0, copy.width, copy.height).data };
  });
  const [one, two] = seen;
  const far = (a, i, b, j) => [0, 1, 2].reduce((sum, k) => sum + Math.abs(a[i + k] - b[j + k]), 0) > 90;
  let ink = 0, apart = 0;
  for (let i = 0; i < two.data.length; i += 4) {
    if (far(two.data, i, two.back, 0)) ink++;
    if (far(one.data, i, two.data, i)) apart++;
  }
  const left = document.querySelectorAll('#first').length;
  return { sizes: [one.size, two.size], ink, apart, early: window.early, left };
}"""
"""Pixels of the later picture that are not background, and pixels in which the first differs from it."""

CLICK = """new MutationObserver(() => {
  const chip = document.querySelector('#filters .chip');
  if (!chip || window.clicked) return;
  window.clicked = true;
  window.early = typeof vis === 'undefined';
  chip.click();
}).observe(document, { childList: true, subtree: true });"""


def addresses(data: GraphData) -> dict[str, str]:
    """Where a reader may arrive: at all, at a node, at its neighbours, on a path."""
    who, what = (quote(busiest(data, kind), safe="") for kind in ("Person", "Organization"))
    return {
        "whole": "",
        "node": f"n={who}",
        "neighbours": f"around={quote(who, safe='')}&hops=1&n={who}",
        "path": f"from={who}&to={what}",
    }


@pytest.mark.parametrize("where", ["whole", "node", "neighbours", "path"])
def test_it_is_the_same_picture(open_page: Open, medium: GraphData, medium_file: Path, where: str) -> None:
    page = open_page(medium_file, address=addresses(medium)[where], early=KEEP)
    found: dict[str, Any] = page.evaluate(COMPARE)
    assert found["early"] is True
    assert found["left"] == 0
    assert found["sizes"][0] == found["sizes"][1]
    assert found["ink"] > 2000
    assert found["apart"] < found["ink"] / 5


def test_what_is_done_before_all_is_there_is_not_lost(open_page: Open, medium: GraphData, medium_file: Path) -> None:
    page = open_page(medium_file, early=CLICK)
    assert page.evaluate("window.early") is True
    assert page.text_content("#count") == shown(medium, Filters(without_kinds=["Person"])).counted(medium)
    assert "nokinds=Person" in page.evaluate("location.hash")


def test_a_page_that_opens_on_the_timeline_comes_to_the_same_graph(
    open_page: Open, medium: GraphData, medium_file: Path
) -> None:
    page = open_page(medium_file, address="tab=timeline", early=KEEP)
    assert page.evaluate("window.kept === undefined")
    assert page.is_visible("#timeline .official >> nth=0")
    page.click("#tab-graph")
    page.wait_for_function("() => guanxi.names().length > 5")
    assert page.text_content("#count") == shown(medium, Filters()).counted(medium)
