"""The view: one file that answers questions."""
