"""The clocks of cases against a simulator that walks the minutes; see __main__.py."""
