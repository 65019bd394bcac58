"""The sandbox against two clients, a schema, and its own table of rules."""
