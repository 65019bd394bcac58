"""Scenes: people talk to the bot through the sandbox, over HTTP."""
