"""A local Telegram Bot API server: a world of people and chats, the platform's rules, and faults on order."""

from bot.sandbox.clock import Clock, SandboxClock
from bot.sandbox.limits import Limits
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import ThreadedSandbox, serve

__all__ = ["Clock", "Limits", "Sandbox", "SandboxClock", "ThreadedSandbox", "serve"]
