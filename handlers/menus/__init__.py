"""Finding one's way: lasting keys, pinned card, commands per person, language."""
