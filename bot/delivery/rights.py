"""Whether the bot may whisper in a group: only an administrator reaches a member who has not just pressed."""

from bot.clock import Clock
from bot.delivery.send import Sender


class Rights:
    """Asks the platform once in a while."""

    def __init__(self, sender: Sender, clock: Clock, believed: float) -> None:
        self._sender, self._clock, self._believed = sender, clock, believed
        self._known: dict[int, tuple[bool, float]] = {}

    async def may_whisper(self, chat_id: int) -> bool:
        """Whether an ephemeral message can reach anybody there at any time; the question may raise."""
        known = self._known.get(chat_id)
        if known is not None and known[1] > self._clock.monotonic():
            return known[0]
        admin = await self._sender.is_admin(chat_id)
        self._known[chat_id] = (admin, self._clock.monotonic() + self._believed)
        return admin

    def refused(self, chat_id: int) -> None:
        """The platform refused a whisper there."""
        self._known[chat_id] = (False, self._clock.monotonic() + self._believed)
