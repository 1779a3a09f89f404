"""Tests of the samples: what they say, and that their graph is the one their README promises."""
