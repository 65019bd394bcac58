"""Polls in talk: one sentence starts one, one tap votes."""
