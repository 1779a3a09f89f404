"""Pictures for the documentation, from invented data only, small and always the same.

python -m tests.queries.view.pictures [FOLDER]      default: docs/pictures
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from graph.settings import Settings
from graph.store import open_store
from loaders.samples.from_gold import sample_records
from queries.view import view
from queries.view.graphview import GraphView
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.queries.view.synthetic import graph

WIDE, PHONE = (1280, 800), (390, 780)
Act = Callable[[Any], None]
Shot = tuple[GraphView, tuple[int, int], Literal["light", "dark"], Act]


def nothing(page: Any) -> None:
    """The page as it opens."""


def select(name: str) -> Act:
    """Search and take the first."""

    def act(page: Any) -> None:
        page.fill("#query", name)
        page.press("#query", "Enter")

    return act


def path(a: str, b: str) -> Act:
    """From one to the other."""

    def act(page: Any) -> None:
        select(a)(page)
        page.keyboard.press("p")
        select(b)(page)

    return act


def timeline(page: Any) -> None:
    """The first official opened, one fact read."""
    page.locator(".official summary").first.click()
    page.locator(".official tbody button.quiet").first.click()


def communities(page: Any) -> None:
    """Coloured by community."""
    page.locator("#filters select").first.select_option("group")


def small(data: bytes) -> bytes:
    """The picture in a palette of its most used colours: half the size, and no difference to see."""
    from PIL import Image

    whole, out = Image.open(io.BytesIO(data)).convert("RGB"), io.BytesIO()
    counted: Any = whole.getcolors(1 << 24)
    often = sorted(counted, reverse=True)[:256]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in often for part in colour])
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def shots() -> dict[str, Shot]:
    """Name → page, size, light or dark, and what the reader does."""
    made: dict[str, Shot] = {}
    for count in (20, 300, 2000):
        data = graph(count)
        for lang in ("zh", "en"):
            act = communities if count == 2000 and lang == "en" else nothing
            made[f"{count}-{lang}"] = (GraphView(data, lang=lang), WIDE, "light", act)
    with tempfile.TemporaryDirectory() as folder, open_store(Settings(db=Path(folder) / "graph.db")) as store:
        store.load(sample_records())
        whole = view(store, title="云澜县与澄湖经开区")
        made["person"] = (view(store, around="陈志远"), WIDE, "light", nothing)
        made["event"] = (view(store, event="全县经济工作会议", lang="en"), WIDE, "light", nothing)
        made["path"] = (whole, WIDE, "light", path("陈志远", "梁秀英"))
        made["timeline"] = (whole.timeline(), WIDE, "light", timeline)
        made["together"] = (view(store, coattendance=True, lang="en"), WIDE, "dark", select("周国平"))
        made["phone"] = (whole, PHONE, "light", select("吴海燕"))
    return made


def main() -> None:
    """Write the pictures."""
    from playwright.sync_api import sync_playwright

    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, (shown, (width, height), scheme, act) in shots().items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", offline=True
            )
            page = context.new_page()
            page.goto(shown.save(Path(folder) / f"{name}.html").as_uri())
            page.wait_for_selector("html[data-ready]")
            act(page)
            page.wait_for_timeout(400)
            (target / f"{name}.png").write_bytes(small(page.screenshot()))
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
