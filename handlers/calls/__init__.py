"""Calls in talk: opened by a sentence, joined and left by a tap."""
