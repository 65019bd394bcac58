"""Working time, time limits, and why an hour is the one it is."""
