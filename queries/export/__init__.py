"""Exports: the graph, or a part of it, handed over to other tools; one format a file."""
