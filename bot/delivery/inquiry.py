"""What is known of a row that may stand already, and how it is written down what became of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from bot.delivery import words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, Fate
from bot.delivery.lanes import Send
from bot.delivery.prepare import ATTACHED
from handlers.ports import Shown
from storage import memberships, moves, posted, queue, settling, showing
from storage.destinations import decode
from storage.directory import directory
from storage.queue import Row
from storage.routes import GROUP_LOCALE, ZONE, Route


@dataclass(frozen=True, slots=True)
class Case:
    """A row in doubt, as one look shows it; `way` is today's, None where it leads elsewhere."""

    row: Row
    shown: Shown | None
    marked: Shown | None
    version: int | None
    way: Route | None
    candidates: list[int]
    top: int

    @property
    def findable(self) -> bool:
        """Whether it was sent with a keyboard that names it."""
        if self.shown is None or self.row.key.startswith(ATTACHED):
            return False
        return words.markable(self.shown) and self.row.route in ("private", "group")

    def owns(self, digest: bytes) -> bool:
        """Whether these are the row's words, as it was sent or as it would be sent now."""
        known = {self.row.digest}
        known |= {words.digest_of(shown) for shown in (self.shown, self.marked) if shown is not None}
        return digest in known


def read(connection: Connection, core: Core, send: Send, asked: frozenset[int]) -> Case | None:
    """The row as it stands, `asked` ids left to the caller; None where it is settled or new again."""
    row = next(iter(queue.load(connection, [send.id])), None)
    if row is None or row.state == "new":
        return None
    chat_id = row.chat_id or send.chat_id
    way = directory(connection, [to := decode(row.destination)]).way(to, row.route)
    then = way if isinstance(way, Route) else Route(chat_id, "group", GROUP_LOCALE, ZONE)
    then = replace(then, chat_id=chat_id, way=row.route or then.way)
    reader = core.preparing.reader(connection)
    version, shown = core.preparing.shown(connection, row, then, reader)
    _version, marked = core.preparing.shown(connection, row, then, reader, repeat=True)
    top = max(posted.highest(connection, chat_id), core.top if posted.shared(chat_id) else 0)
    upto = max(top, *asked, 0) + core.bounds.misses
    candidates = posted.unknown(connection, chat_id, row.floor or 0, upto)
    here = way if isinstance(way, Route) and way.chat_id == chat_id else None
    return Case(row, shown, marked, version, here, candidates, top)


def asking(message_id: int) -> str:
    """Written down before an id is asked: the question itself may change what stands there."""
    return f"asking {message_id}"


def adopt(connection: Connection, now: datetime, case: Case, message_id: int) -> None:
    """The message is the row's; which version a card shows there is not known, so it stays behind."""
    row = case.row
    if settling.sent(connection, row.id, message_id, now) and row.card_id is not None:
        assert row.chat_id is not None  # it was sent somewhere
        thread = case.way.thread_id if case.way is not None else None
        showing.posted(connection, row.card_id, (row.chat_id, thread, message_id), 0, b"", now)


def elsewhere(connection: Connection, _now: datetime, row: Row, failure: Failure | None) -> None:
    """The chat is out of reach: its row looks for another way."""
    assert failure is not None  # what the step means
    assert row.chat_id is not None  # it was sent somewhere
    if failure.fate is Fate.MIGRATED and failure.moved_to is not None:
        memberships.moved(connection, row.chat_id, failure.moved_to)
    elif failure.fate is Fate.OUT and row.chat_id < 0:
        moves.left(connection, row.chat_id)
    settling.back(
        connection,
        row.id,
        failure.text,
        1,
    )
