"""Tests of reading: files in, articles out."""
