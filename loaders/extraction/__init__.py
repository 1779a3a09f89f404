"""Articles to records: a trained reader under a few rules."""
