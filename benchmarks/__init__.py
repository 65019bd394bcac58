"""What it costs, always as a ratio to a baseline of the same run; never a gate."""
