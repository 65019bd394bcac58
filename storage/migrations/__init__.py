"""The schema's history; each revision is frozen and imports nothing of today's tables."""
