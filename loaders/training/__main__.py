"""`python -m loaders.training train …` and `speed …`."""

import typer

from loaders.training.command import speed, train

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.command()(train)
app.command()(speed)
app()
