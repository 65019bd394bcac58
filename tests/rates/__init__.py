"""Random logs of cases, and their figures counted a second time from the raw rows."""
