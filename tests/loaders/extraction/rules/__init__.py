"""Tests of the rules, each with a text in which it fires and one in which it must not."""
