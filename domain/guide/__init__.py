"""办事指南: questions answered from entries, or handed to a worker."""
