"""权责清单: who owes which matter, by which rule and how soon."""
