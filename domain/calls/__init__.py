"""招募: calls for help with places, and who takes them."""
