"""A worker's duties in talk."""
