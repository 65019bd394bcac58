"""The library: pure look-ups."""
