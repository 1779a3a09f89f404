"""guanxi: the front door. Puts the rooms' commands together and turns errors into one message and an exit code.

>>> from guanxi import connect, sample_db
>>> graph = connect(sample_db())                                          # doctest: +SKIP
>>> graph.ask("attended", "全县经济工作会议", evidence=True)                 # doctest: +SKIP
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import graph.commands
import loaders.commands
import queries.commands
from graph.errors import GuanxiError
from graph.options import Db

if TYPE_CHECKING:
    from loaders.samples.database import sample_db
    from queries import connect

__all__ = ["app", "connect", "main", "sample_db"]

_HOMES = {"connect": "queries.front", "sample_db": "loaders.samples.database"}


def __getattr__(name: str) -> Any:
    """What a notebook imports, on first use: the command line must not wait for the driver."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


app = typer.Typer(
    name="guanxi",
    help="Chinese official news in, a knowledge graph of officials, organisations and events out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (loaders.commands, queries.commands, graph.commands):
    room.register(app)

QUESTIONS = (
    ("attended", "全县经济工作会议"),
    ("companions", "陈志远"),
    ("responsible", "县住建局"),
)
"""What the demo asks of the samples: a roster in its order, who goes with whom, who answers for what."""


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Made anew for the demo's graph and picture.")] = Path("guanxi-demo"),
) -> None:
    """Read the bundled samples into a fresh embedded graph, ask three questions, draw the picture."""
    import shutil

    from graph.settings import Settings
    from graph.store import open_store
    from loaders.articles.model import Metadata
    from loaders.build import build
    from loaders.samples import sample_folder
    from queries import Graph, output

    db, picture = folder / "graph.db", folder / "graph.html"
    shutil.rmtree(db, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    with open_store(Settings(db=db)) as store:
        report = build([sample_folder()], store, metadata=Metadata(), jobs=1)
        print(f"{report.loaded} articles about an invented county and its development zone → {db}")
        asking = Graph(store)
        for name, value in QUESTIONS:
            print(f"\nguanxi ask {name} {value} --db {db}")
            output.write(asking.ask(name, value, limit=12), sys.stdout, form="table")
        asking.view(around="陈志远", hops=2).save(picture)
    print(
        f"\nThe picture, with every sentence: {picture} (open it in a browser)\n"
        f"Next: guanxi ask --list · guanxi ask official 王伟 --evidence --db {db} · guanxi build YOUR_NEWS --place …"
    )


EXTRAS = {"pandas": "notebook", "jupyterlab": "notebook", "prompt_toolkit": "shell", "followthemoney": "ftm"}


@app.command()
def doctor(
    db: Db = None,
) -> None:
    """Say what is installed, which store answers, what is missing and the command that mends it."""
    import platform
    from importlib.util import find_spec

    from graph.settings import Settings
    from graph.stores import Finding, examine
    from loaders import checkup

    findings = [
        Finding(True, "Python", platform.python_version()),
        *checkup.examine(),
        *examine(Settings.from_env(db=db)),
    ]
    for package, extra in EXTRAS.items():
        there = find_spec(package) is not None
        findings.append(
            Finding(True, package, "installed" if there else f"not there: pip install -e '.[{extra}]' in the checkout")
        )
    for finding in findings:
        print(f"{'✓' if finding.well else '✗'} {finding.name}: {finding.found}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; every expected failure is one message on stderr and the exit code of its class."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # Windows' GBK, an ASCII locale
    try:
        app()
    except GuanxiError as error:
        print(f"guanxi: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `| head` has read enough
        sys.exit(0)
    except KeyboardInterrupt:
        print("guanxi: interrupted", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
