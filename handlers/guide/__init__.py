"""Questions in talk: answered with source and date, suggested, or handed to a worker."""
