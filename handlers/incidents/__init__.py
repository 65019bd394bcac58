"""What is off for many: announced in a line, told on one card, answered while it lasts."""
