"""The view beside pyvis' own output and neo4j-viz, in one run: first paint, readiness, file size, frames a second.

    python -m tests.benchmarks.bench_view [NODES…]      default: 2000 5000 10000

All pages of a size are opened in turn, offline, each in a fresh context, five times; medians count, since other work on
the machine only adds. `paint`: milliseconds from navigation to the first frame with the graph on it. `ready`: until the
page has no long task left to do, so that it answers to the reader. `fps`: frames while the mouse drags the canvas for
three seconds. Every page gets the same positions and opens on the whole graph: pyvis with physics off, since with its
defaults it takes minutes, and its library in line, or it would show nothing offline. neo4j-viz is GPL and no
dependency: it is measured where `pip install neo4j-viz` has been run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from queries.view.graphview import GraphView
from queries.view.model import GraphData
from queries.view.payload import payload
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.queries.view.synthetic import graph

WATCH = """() => {
  // The first frame in which some rows of any canvas of the page hold anything; and the end of its last long task.
  const look = () => {
    for (const canvas of document.querySelectorAll('canvas')) {
      const g = canvas.width && canvas.getContext('2d');
      for (let row = 1; g && row < 12; row++) {
        const data = g.getImageData(0, Math.floor((canvas.height * row) / 12), canvas.width, 1).data;
        for (let i = 3; i < data.length; i += 4) if (data[i]) { window.drawnAt = performance.now(); return; }
      }
    }
    requestAnimationFrame(look);
  };
  look();
  window.busyUntil = 0;
  new PerformanceObserver((found) => {
    for (const one of found.getEntries()) window.busyUntil = Math.max(window.busyUntil, one.startTime + one.duration);
  }).observe({ type: 'longtask', buffered: true });
}"""
TIMES = 5
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
    """neo4j-viz, with our positions, zoomed out until all of them are seen."""
    viz: Any = import_module("neo4j_viz")
    made = payload(data, lang="zh")
    nodes = [
        viz.Node(id=one["id"], caption=one["label"], size=one["size"], x=one["x"], y=one["y"]) for one in made["nodes"]
    ]
    edges = [viz.Relationship(source=relation[1], target=relation[2]) for relation in made["relations"]]
    sides = [[one[axis] for one in made["nodes"]] for axis in ("x", "y")]
    wide, high = (max(side) - min(side) + 100 for side in sides)
    middle = tuple((max(side) + min(side)) / 2 for side in sides)
    shown = viz.VisualizationGraph(nodes=nodes, relationships=edges).render(
        layout="free", max_allowed_nodes=20_000, height="800px", min_zoom=0.01,
        initial_zoom=min(1440 / wide, 800 / high), pan_position=middle,
    )  # fmt: skip
    path.write_text(str(shown.data), encoding="utf-8")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def opening(browser: Any, path: Path) -> tuple[float, float]:
    """Milliseconds to the first frame with the graph, and until the page has nothing left to do."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(f"({WATCH})()")
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.drawnAt", timeout=120_000)
    page.wait_for_function("() => performance.now() > Math.max(drawnAt, busyUntil) + 1500", timeout=120_000)
    drawn, busy = page.evaluate("[drawnAt, busyUntil]")
    context.close()
    return float(drawn), float(max(drawn, busy))


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


@dataclass
class Measured:
    """What was found of one page."""

    name: str
    seconds: float
    megabytes: float
    openings: list[tuple[float, float]] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)

    def figures(self) -> tuple[float, float, float]:
        """Medians: milliseconds to paint and to answer, frames per second."""
        return (
            median(paint for paint, _ in self.openings),
            median(ready for _, ready in self.openings),
            median(self.frames),
        )


def makers() -> list[Callable[[GraphData, Path], None]]:
    """pyvis, ours, and neo4j-viz where it is installed."""
    if find_spec("neo4j_viz"):
        return [pyvis, ours, neo4j_viz]
    print("neo4j-viz is not installed and is left out: pip install neo4j-viz (GPL) to have it measured.")
    return [pyvis, ours]


def measured(browser: Any, size: int, make: list[Callable[[GraphData, Path], None]], folder: Path) -> list[Measured]:
    """The pages of one size, opened in turn."""
    data, found = graph(size), []
    for maker in make:
        path, start = folder / f"{maker.__name__}.html", time.perf_counter()
        maker(data, path)
        found.append(Measured(maker.__name__, time.perf_counter() - start, path.stat().st_size / 1e6))
    for turn in range(TIMES):
        for one in found:
            path = folder / f"{one.name}.html"
            one.openings.append(opening(browser, path))
            if turn < 3:
                one.frames.append(panning(browser, path))
    return found


def main() -> None:
    """Print the table; ratios are against pyvis with as many nodes."""
    sizes, make = [int(one) for one in sys.argv[1:]] or [2000, 5000, 10_000], makers()
    columns = f"{'paint ms':>10}{'ratio':>7}{'ready ms':>10}{'ratio':>7}{'fps':>7}{'ratio':>7}"
    print(f"{'nodes':>6}  {'page':<10}{'build s':>9}{'MB':>8}{columns}")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for maker in make:  # what is loaded once, here and in the browser, is no page's cost
            maker(graph(20), Path(folder) / "warm.html")
            opening(browser, Path(folder) / "warm.html")
        for size in sizes:
            found = measured(browser, size, make, Path(folder))
            base = found[0].figures()
            for one in found:
                paint, ready, fps = one.figures()
                figures = f"{paint:>10.0f}{paint / base[0]:>7.2f}{ready:>10.0f}{ready / base[1]:>7.2f}"
                print(
                    f"{size:>6,}  {one.name:<10}{one.seconds:>9.1f}{one.megabytes:>8.2f}{figures}"
                    f"{fps:>7.1f}{fps / base[2]:>7.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
