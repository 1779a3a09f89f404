"""guanxi: the front door. Puts the rooms' commands together and turns errors into one message and an exit code."""

from __future__ import annotations

import os
import sys

import graph.commands
import typer

import loaders.commands
import queries.commands
from graph.errors import GuanxiError

app = typer.Typer(
    name="guanxi",
    help="Chinese official news in, a knowledge graph of officials, organisations and events out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (loaders.commands, queries.commands, graph.commands):
    room.register(app)


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
        sys.exit(130)
