"""The running program: composition root."""
