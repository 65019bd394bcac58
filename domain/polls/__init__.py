"""投票: quick polls, one vote a person or one a household."""
