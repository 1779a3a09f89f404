"""`python -m loaders.training train …`, `mean …` and `speed …`."""

import typer

from loaders.training.command import mean, speed, train

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.command()(train)
app.command()(mean)
app.command()(speed)
app()
