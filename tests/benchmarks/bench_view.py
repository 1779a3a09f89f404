"""The view beside pyvis' own output and neo4j-viz, in one run: first paint, file size, frames per second while panning.

    python -m tests.benchmarks.bench_view [NODES…]      default: 2000 5000 10000

Each page is opened three times, offline, in a fresh context; the best first paint counts, since other work on the
machine only adds. `paint`: milliseconds from navigation to the first frame with the graph on it. `fps`: frames while
the mouse drags the canvas for three seconds. pyvis is given the same positions with physics off, since with its
defaults it takes minutes; its library is put in line, or it would show nothing offline. neo4j-viz (GPL) is measured
where it happens to be installed; it is no dependency.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from queries.view.graphview import GraphView
from queries.view.model import GraphData
from queries.view.payload import payload
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.queries.view.synthetic import graph

WATCH = """() => {
  // The first frame in which any canvas of the page holds more than one colour.
  const look = () => {
    for (const canvas of document.querySelectorAll('canvas')) {
      if (!canvas.width) continue;
      const g = canvas.getContext('2d');
      const data = g ? g.getImageData(0, 0, canvas.width, canvas.height).data : [];
      for (let i = 3; i < data.length; i += 4 * 97) if (data[i]) { window.drawnAt = performance.now(); return; }
    }
    requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', look);
}"""
COUNT = "() => { window.frames_ = 0; const tick = () => { window.frames_++; requestAnimationFrame(tick); }; tick(); }"


def ours(data: GraphData, path: Path) -> None:
    """The view."""
    GraphView(data).save(path)


def pyvis(data: GraphData, path: Path) -> None:
    """pyvis' own page, its library in line, physics off, with our positions."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="800px")
    made = payload(data, lang="zh")
    for one in made["nodes"]:
        kind = made["kinds"][one["kind"]]
        network.add_node(one["id"], label=one["label"], color=kind["light"], size=one["size"], x=one["x"], y=one["y"])
    for relation in made["relations"]:
        network.add_edge(relation[1], relation[2], title=made["types"][relation[0]]["words"][0])
    network.toggle_physics(False)
    path.write_text(network.generate_html(), encoding="utf-8")


def neo4j_viz(data: GraphData, path: Path) -> None:
    """neo4j-viz, with our positions."""
    viz: Any = import_module("neo4j_viz")
    made = payload(data, lang="zh")
    nodes = [
        viz.Node(id=one["id"], caption=one["label"], size=one["size"], x=one["x"], y=one["y"]) for one in made["nodes"]
    ]
    edges = [viz.Relationship(source=relation[1], target=relation[2]) for relation in made["relations"]]
    shown = viz.VisualizationGraph(nodes=nodes, relationships=edges).render(layout="free", max_allowed_nodes=20_000)
    path.write_text(str(shown.data), encoding="utf-8")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def paint(browser: Any, path: Path, *, times: int = 3) -> float:
    """Milliseconds to the first frame with the graph; the best of some openings."""
    found = []
    for _ in range(times):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
        page = context.new_page()
        page.add_init_script(f"({WATCH})()")
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("() => window.drawnAt", timeout=120_000)
        found.append(page.evaluate("window.drawnAt"))
        context.close()
    return float(min(found))


def panning(browser: Any, path: Path, *, seconds: float = 3.0) -> float:
    """Frames per second while the canvas is dragged."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("canvas", timeout=120_000)
    page.wait_for_timeout(1500)
    box = page.locator("canvas").first.bounding_box()
    x, y = box["x"] + box["width"] * 0.93, box["y"] + min(box["height"], 800) * 0.06  # where no node is
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    start, moves = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        moves += 1
        page.mouse.move(x - 4 * (moves % 50), y + 3 * (moves % 40))
    frames = page.evaluate("window.frames_")
    context.close()
    return float(frames / (time.perf_counter() - start))


def rows(sizes: list[int]) -> Iterator[tuple[str, int, float, float, float, float]]:
    """maker, nodes, seconds to build, megabytes, milliseconds to paint, frames per second."""
    makers: list[Callable[[GraphData, Path], None]] = [pyvis, ours]
    if find_spec("neo4j_viz"):
        makers.append(neo4j_viz)
    ours(graph(20), Path(tempfile.gettempdir()) / "guanxi-warm.html")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for size in sizes:
            data = graph(size)
            for make in makers:
                path = Path(folder) / f"{make.__name__}{size}.html"
                start = time.perf_counter()
                make(data, path)
                built = time.perf_counter() - start
                megabytes = path.stat().st_size / 1e6
                yield make.__name__, size, built, megabytes, paint(browser, path), panning(browser, path)


def main() -> None:
    """Print the table; ratios are against pyvis with as many nodes."""
    sizes = [int(one) for one in sys.argv[1:]] or [2000, 5000, 10_000]
    print(f"{'nodes':>6}  {'page':<10}{'build s':>9}{'MB':>8}{'paint ms':>10}{'ratio':>7}{'fps':>7}{'ratio':>7}")
    base = (1.0, 1.0)
    for name, size, built, megabytes, painted, fps in rows(sizes):
        if name == "pyvis":
            base = (painted, fps)
        ratios = painted / base[0], fps / base[1]
        figures = f"{built:>9.1f}{megabytes:>8.2f}{painted:>10.0f}{ratios[0]:>7.2f}{fps:>7.1f}{ratios[1]:>7.1f}"
        print(f"{size:>6,}  {name:<10}{figures}", flush=True)


if __name__ == "__main__":
    main()
