"""`python -m loaders.training`."""

from loaders.training.command import app

app()
