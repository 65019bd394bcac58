"""How well it goes: three rates counted from the event log, what bodies promise, the week in a digest."""
