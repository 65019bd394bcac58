"""The memory, on real databases."""
