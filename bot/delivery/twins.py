"""A probe that hit another message of ours: its own keyboard is put back."""

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import Connection

from bot.delivery import metrics, words
from bot.delivery.core import Core
from bot.delivery.errors import Fate, classify
from storage import posted, queue
from storage.destinations import decode
from storage.directory import directory
from storage.queue import Row
from storage.routes import Route

TRIES = 5
"""Tries to put a keyboard back before the message is left without one."""


class Twins:
    """Finds whose words they are, and gives the message the keyboard that belongs to them."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def restore(self, row: Row, message_id: int, digest: bytes) -> None:
        """Without an owner the buttons go: none is better than another row's."""
        core, chat_id = self._core, row.chat_id or 0
        keyboard = await core.settle(lambda c, _now: self._keyboard(c, chat_id, digest, row.id))
        for _ in range(TRIES):
            # Outside the lane, which is ours: only the chat's own window has to be kept.
            await core.clock.sleep(1.0 / core.schedule.ceilings.per_chat_second)
            try:
                await core.sender.ask(chat_id, message_id, keyboard)
            except Exception as error:
                failure = classify(error)
                if failure.fate in (Fate.WAIT, Fate.NOT_SENT, Fate.AMBIGUOUS):
                    await core.clock.sleep(max(1.0, failure.retry_after))
                    continue
            break
        metrics.RESTORED.labels("keyboard" if keyboard is not None else "none").inc()

    def _keyboard(
        self, connection: Connection, chat_id: int, digest: bytes, but: int
    ) -> InlineKeyboardMarkup | None:
        owner = posted.owner(connection, chat_id, digest, but)
        if owner is None:
            return None
        row = queue.any_state(connection, owner)
        way = directory(connection, [to := decode(row.destination)]).way(to, row.route)
        if not isinstance(way, Route):
            way = Route(chat_id, row.route or "group", "zh-CN", "Asia/Shanghai")
        preparing = self._core.preparing
        _version, shown = preparing.shown(connection, row, way, preparing.reader(connection))
        return None if shown is None else words.keyboard(shown, row.id)
