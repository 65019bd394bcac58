"""What each service leaves behind, row by row, on a real database."""
