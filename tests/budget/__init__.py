"""How much the bot talks: a day of a group of five hundred, and a storm of votes on one card."""
