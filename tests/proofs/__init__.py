"""The full proofs: kills, faults, outages, restarts and races, judged by a checker that can fail."""
