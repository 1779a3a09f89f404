"""Tests of the figures: small cases counted by hand."""
