"""What an analysis takes where nothing is said: read by its command, the front door and its own functions."""

AT_LEAST = 5
"""Sightings that a person needs before presence and silences are worked out."""
CHANCE = 0.05
"""A silence must be rarer than this to be told."""
