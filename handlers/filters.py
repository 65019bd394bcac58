"""The filters: async classes only, because aiogram runs every other kind in a thread."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.intents import Intent
from handlers.presses import Press, Tap


class Meant(Filter):
    """A message that is meant for one of these."""

    def __init__(self, *intents: Intent) -> None:
        self.meant = frozenset(intents)

    async def __call__(self, message: Message, intent: Intent) -> bool:
        return intent in self.meant


class Pressed(Filter):
    """A button with one of these verbs."""

    def __init__(self, *taps: Tap) -> None:
        self.meant = frozenset(taps)

    async def __call__(self, query: CallbackQuery, press: Press | None) -> bool:
        return press is not None and press.verb in self.meant


class Stale(Filter):
    """A button that this program does not understand."""

    meant = frozenset({None})

    async def __call__(self, query: CallbackQuery, press: Press | None) -> bool:
        return press is None
