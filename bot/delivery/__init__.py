"""Delivery: from outbox rows to the platform, within its limits, without losing or doubling a message."""
