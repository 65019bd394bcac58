"""Setting a compound up in talk."""
