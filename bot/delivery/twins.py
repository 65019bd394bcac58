"""A probe that hit another message of ours: whose it is, and its own keyboard put back."""

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import Connection

from bot.delivery import metrics, words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, classify
from handlers.ports import Shown
from storage import posted, queue
from storage.destinations import decode
from storage.directory import directory
from storage.queue import Row
from storage.routes import GROUP_LOCALE, ZONE, Route


class Twins:
    """Knows the rows whose message may come late, and gives messages the keyboard that belongs to them."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def restore(self, row: Row, message_id: int, digest: bytes) -> Failure | None:
        """One call. Without an owner the buttons go: none is better than another row's."""
        core, chat_id = self._core, row.chat_id or 0
        keyboard = await core.settle(lambda c, _now: self._keyboard(c, chat_id, digest, row.id))
        try:
            await core.sender.ask(chat_id, message_id, keyboard)
        except Exception as error:
            return classify(error)
        metrics.RESTORED.labels("keyboard" if keyboard is not None else "none").inc()
        return None

    def late(self, connection: Connection, chat_id: int, digest: bytes, but: int) -> tuple[Row, Shown] | None:
        """The other row of these words that was sent again here, as it was shown then."""
        for row_id in posted.resent(connection, chat_id, but):
            row, shown, marked = self._shown(connection, row_id, chat_id)
            for one in (shown, marked):
                if one is not None and words.digest_of(one) == digest:
                    return row, one
        return None

    def _keyboard(
        self, connection: Connection, chat_id: int, digest: bytes, but: int
    ) -> InlineKeyboardMarkup | None:
        if (late := self.late(connection, chat_id, digest, but)) is not None:
            return words.keyboard(late[1], late[0].id)
        if (owner := posted.owner(connection, chat_id, digest, but)) is None:
            return None
        row, shown, _marked = self._shown(connection, owner, chat_id)
        return None if shown is None else words.keyboard(shown, row.id)

    def _shown(
        self, connection: Connection, row_id: int, chat_id: int
    ) -> tuple[Row, Shown | None, Shown | None]:
        """The row as it reads there, without and with the mark of a repeat."""
        row = queue.any_state(connection, row_id)
        way = directory(connection, [to := decode(row.destination)]).way(to, row.route)
        if not isinstance(way, Route):
            way = Route(chat_id, row.route or "group", GROUP_LOCALE, ZONE)
        preparing = self._core.preparing
        reader = preparing.reader(connection)
        _version, shown = preparing.shown(connection, row, way, reader)
        _version, marked = preparing.shown(connection, row, way, reader, repeat=True)
        return row, shown, marked
