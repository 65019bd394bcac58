"""Hypothesis machines: the real services over a real database, held against a model written by hand."""
