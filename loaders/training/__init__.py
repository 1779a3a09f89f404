"""Trains the reader: annotated articles in, weights of loaders.extraction.reader out. Needs the extra `train`."""

import os

# Read when torch is loaded. Threads that spin while they wait make training five times slower on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
