"""One browser for the session, one page a test, watched: whatever it asks for, says or throws is held against it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Store
from queries.view.graphview import GraphView
from queries.view.model import GraphData
from tests.queries.view import synthetic


@dataclass
class Seen:
    """What a page did that nobody asked for."""

    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@dataclass
class Opener:
    """Opens pages and remembers what they did; `pages` are those of this test."""

    browser: Any
    folder: Path
    seen: Seen = field(default_factory=Seen)
    contexts: list[Any] = field(default_factory=list)

    def __call__(
        self,
        what: GraphData | GraphView | Path,
        *,
        address: str = "",
        width: int = 1280,
        height: int = 800,
        early: str = "",
        **options: Any,
    ) -> Any:
        """A page that shows `what`, offline, once it is ready; `early` is script that runs before the page's own."""
        if isinstance(what, GraphData):
            what = GraphView(what)
        path = what if isinstance(what, Path) else what.save(self.folder / f"page{len(self.contexts)}.html")
        context = self.browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda message: self.seen.said.append(message.text))
        page.on("pageerror", lambda error: self.seen.said.append(str(error)))
        page.on("dialog", self._popped_up)
        if early:
            page.add_init_script(early)
        page.goto(path.as_uri() + (f"#{address}" if address else ""))
        page.wait_for_selector("html[data-ready]")
        return page

    def _popped_up(self, dialog: Any) -> None:
        self.seen.dialogs.append(dialog.message)
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.seen.requests.append(url)


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens pictures; at the end nothing may have been asked of the network, said on the console, or popped up."""
    opener = Opener(browser, tmp_path)
    yield opener
    for context in opener.contexts:
        context.close()
    assert opener.seen == Seen()


@pytest.fixture(scope="session")
def small() -> GraphData:
    """A graph of 60 nodes."""
    return synthetic.graph(60, seed=5)


@pytest.fixture(scope="session")
def medium() -> GraphData:
    """A graph of 300 nodes."""
    return synthetic.graph(300, seed=3)


@pytest.fixture(scope="session")
def medium_file(medium: GraphData) -> Iterator[Path]:
    """The page of `medium`, written once."""
    with tempfile.TemporaryDirectory() as folder:
        yield GraphView(medium).save(Path(folder) / "medium.html")


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The samples' records, by hand, in an embedded graph."""
    from loaders.samples.from_gold import sample_records

    with tempfile.TemporaryDirectory() as folder, open_store(Settings(db=Path(folder) / "graph.db")) as opened:
        opened.load(sample_records())
        yield opened


Open = Callable[..., Any]
