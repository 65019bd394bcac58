"""台账: asking for the list of cases, and what its file looks like."""
