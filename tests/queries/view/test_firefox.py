"""The same file in Firefox: search, click, move, path, dates, pictures, timeline. Skipped where none is installed."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store.base import Store
from queries.view import view
from queries.view.graphview import GraphView
from queries.view.model import GraphData
from tests.firefox import FIREFOX, Firefox, running
from tests.queries.view.reference import Filters, month_of, shown
from tests.queries.view.test_counts import matches

if not FIREFOX:
    why = "no Firefox: pages were tried in Chromium alone. apt-get install firefox-esr to try both."
    pytest.skip(why, allow_module_level=True)

READY = "document.documentElement.dataset.ready !== undefined"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox, started once."""
    with running(tmp_path_factory.mktemp("firefox")) as firefox:
        yield firefox


@pytest.fixture
def firefox(started: Firefox) -> Iterator[Firefox]:
    """Firefox; at the end it may have said nothing and asked nothing of the network."""
    yield started
    said, asked = started.said[:], started.asked[:]
    started.said.clear()
    started.asked.clear()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []


@pytest.fixture(scope="module")
def samples(started: Firefox, store: Store) -> GraphView:
    """The samples' whole graph; asked for after Firefox, so that nothing is loaded where there is none."""
    assert started
    return view(store, title="云澜")


@pytest.fixture
def page(firefox: Firefox, samples: GraphView, tmp_path: Path) -> Firefox:
    """The samples' page, ready."""
    return opened(firefox, samples.save(tmp_path / "samples.html"))


def opened(firefox: Firefox, path: Path) -> Firefox:
    firefox.open(path.as_uri())
    firefox.wait(READY)
    return firefox


def select(page: Firefox, name: str) -> None:
    page.click("#query")
    page.type(*name, "Enter")


def test_search_and_panel(page: Firefox, samples: GraphView) -> None:
    for typed in ("县", "lxf"):
        page.click("#query")
        page.type(*typed)
        assert int(page.text("#found").split(" ")[0]) == matches(samples.data, typed)
        page.type("Escape")
    select(page, "林晓峰")
    assert page.text("#panel h2") == "林晓峰"
    assert page.run("document.querySelectorAll('#panel .said').length") > 0


def test_the_mouse(page: Firefox, samples: GraphView) -> None:
    key = next(node.id for node in samples.data.nodes if node.name == "陈志远")
    at = page.run(f"guanxi.at({key!r})")
    page.click_at(at["x"], at["y"])
    page.wait("document.querySelector('#panel h2').textContent === '陈志远'")
    before = page.wait(still(key))
    x, y = page.run("(b => [b.right - 30, b.top + 20])(document.querySelector('#net').getBoundingClientRect())")
    page.drag((x, y), (-60, 30))
    after = page.wait(still(key))
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((-60, 30), abs=3)


def still(key: str) -> str:
    """Where a node stands, if it has stood there for some frames; else false."""
    at = f"guanxi.at({key!r})"
    frames = "new Promise(go => { let n = 8; const next = () => n-- ? requestAnimationFrame(next) : go(); next(); })"
    return f"(async a => {{ await {frames}; const b = {at}; return a.x === b.x && a.y === b.y && b; }})({at})"


def test_a_path_with_its_words(page: Firefox) -> None:
    select(page, "陈志远")
    page.type("p")
    select(page, "梁秀英")
    steps = page.run("[...document.querySelectorAll('.steps > li')].map(e => e.querySelectorAll('.said mark').length)")
    assert len(steps) == 4
    assert all(steps)
    page.click("#back")
    page.wait("document.querySelector('#panel h2').textContent === '陈志远'")


def test_dates(firefox: Firefox, medium: GraphData, medium_file: Path) -> None:
    page = opened(firefox, medium_file)
    months = page.run("[...document.querySelectorAll('.bars title')].map(e => e.textContent.slice(0, 7))")
    page.run("document.querySelector('#from').focus()")
    page.type(*["ArrowRight"] * 12)
    expected = shown(medium, Filters(since=month_of(months[12])[0]))
    assert page.text("#count") == expected.counted(medium)
    page.click("#undated")
    assert page.text("#count") == shown(medium, Filters(since=month_of(months[12])[0], undated=False)).counted(medium)


def test_pictures(page: Firefox, samples: GraphView) -> None:
    kept = {}
    for name in ("png", "svg"):
        page.click("#more")
        page.click(f"#{name}")
        kept[name] = page.downloaded(f"guanxi.{name}")
    wide, high = page.run("(e => [e.clientWidth, e.clientHeight])(document.querySelector('#net'))")
    assert [int.from_bytes(kept["png"][at : at + 4], "big") for at in (16, 20)] == [wide * 2, high * 2]
    root = ElementTree.parse(io.BytesIO(kept["svg"])).getroot()
    assert sum(one.tag.endswith(("circle", "polygon")) for one in root.iter()) == len(samples.data.nodes)


def test_the_timeline(page: Firefox) -> None:
    page.click("#tab-timeline")
    page.wait("document.querySelectorAll('.official').length > 3")
    page.click(".official summary")
    page.wait("document.querySelectorAll('.official[open] tbody tr').length > 0")
