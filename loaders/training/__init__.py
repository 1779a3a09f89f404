"""Trains the reader: annotated articles in, weights of loaders.extraction.reader out. Needs the extra `train`."""
