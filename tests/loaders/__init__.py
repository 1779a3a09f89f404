"""Tests of the loaders room."""
