"""Annotated articles: what a careful reader found in them, and where it stands in their text."""
