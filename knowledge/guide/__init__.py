"""The guide as it can be searched: pure functions and one in-memory index; no clock, network or database."""
