"""What falls due: planned occurrences and how a sweep treats them."""
