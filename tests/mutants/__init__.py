"""Planted bugs and the run that shows that the tests find each of them."""
