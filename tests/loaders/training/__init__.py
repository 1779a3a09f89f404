"""Tests of training the reader."""
