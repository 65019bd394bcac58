"""Figures in talk: the three rates, what bodies promise, what is left out, the week's digest."""
