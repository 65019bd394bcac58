"""One look at the database for a batch of sends: where each goes now, and how it reads there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.delivery import deeds, words
from bot.delivery.deeds import Deed, Undone
from bot.delivery.lanes import Send
from bot.delivery.send import KINDS, Outgoing
from bot.failures import described
from domain.kernel.words import Act
from handlers.ports import Reader, Renderer, Shown, Wanted
from storage import posted, queue, showing
from storage.destinations import decode, decode_params
from storage.directory import directory
from storage.outbox import ACT
from storage.queue import Row
from storage.routes import Directory, Route

log = structlog.get_logger(__name__)

ATTACHED = "attached:"
"""Key of a row that brings another row's attachments: `attached:<first>:<count>:<its key>`."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can leave: `version` is its card's, read before rendering; `floor` as in outbox."""

    send: Send
    row: Row
    out: Outgoing
    digest: bytes
    floor: int
    version: int | None = None

    @property
    def card_digest(self) -> bytes:
        """Of words and buttons, for a card."""
        return words.card_digest(self.out.shown)


@dataclass(frozen=True, slots=True)
class Edit:
    """A card that can be edited; `shown` is None where its subject is gone."""

    send: Send
    card: showing.Dirty
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Its way leads to another chat by now, or to none or many: look again."""

    send: Send


@dataclass(frozen=True, slots=True)
class Vanished:
    """Nothing is left to send; `row` where it must be settled as dropped."""

    send: Send
    row: Row | None = None
    why: str = "nothing to say"


@dataclass(frozen=True, slots=True)
class Early:
    """An act whose card does not stand yet: a little later."""

    send: Send
    row: Row


@dataclass(frozen=True, slots=True)
class Broken:
    """It cannot be rendered; the error is logged by its place alone."""

    send: Send
    row: Row | None


Prepared: TypeAlias = Ready | Deed | Edit | Moved | Vanished | Early | Broken


class Preparing:
    """Renders for recipients; `link` is the bot's own address."""

    def __init__(self, renderer: Renderer, reader_of: Callable[[Connection], Reader], link: str) -> None:
        self._renderer, self._reader_of, self.link = renderer, reader_of, link

    def reader(self, connection: Connection) -> Reader:
        """A reader for one rendering or a few."""
        return self._reader_of(connection)

    def batch(self, connection: Connection, sends: Sequence[Send], top: int) -> list[Prepared]:
        """Everything about these sends; `top` is the highest bot-wide message id that we remember."""
        reader = self._reader_of(connection)
        rows = {row.id: row for row in queue.load(connection, [s.id for s in sends if s.kind == "row"])}
        known = directory(connection, (decode(row.destination) for row in rows.values()))
        top = max(top, posted.recent(connection))
        found: list[Prepared] = []
        for send in sends:
            row = rows.get(send.id)
            try:
                if send.kind == "card":
                    found.append(self._card(connection, send, reader))
                elif row is None or row.state != "new":
                    found.append(Vanished(send))
                else:
                    found.append(self._row(connection, send, row, known, reader, top))
            except DBAPIError:
                raise
            except Exception as error:  # what cannot be rendered keeps nobody else from leaving
                log.error("rendering-failed", id=send.id, kind=send.kind, error=described(error))
                found.append(Broken(send, row))
        return found

    def _row(
        self, connection: Connection, send: Send, row: Row, known: Directory, reader: Reader, top: int
    ) -> Prepared:
        way = known.way(decode(row.destination), row.route)
        if not isinstance(way, Route) or way.chat_id != send.chat_id:
            return Moved(send)
        if row.key.startswith(ACT):
            done = _deed(connection, send, row, way)
            edits = isinstance(done, Deed) and done.act is Act.EDIT
            return self._anew(connection, done, reader) if isinstance(done, Deed) and edits else done
        # Probed once and new again: it may stand there, so its words say which row they are.
        version, shown = self.shown(connection, row, way, reader, repeat=row.probes > 0)
        if shown is None:
            return Vanished(send, row)
        out = Outgoing(row.id, way, shown, row.silent, attached_of(row.key, shown))
        floor = top if posted.shared(way.chat_id) else posted.highest(connection, way.chat_id)
        return Ready(send, row, out, words.digest_of(shown), floor, version)

    def shown(
        self, connection: Connection, row: Row, way: Route, reader: Reader, repeat: bool = False
    ) -> tuple[int | None, Shown | None]:
        """A card's version, and the row as it reads on that way."""
        key, version = row.key, None
        if row.card_id is not None:
            kind, version = showing.state(connection, row.card_id)
            key = f"card:{kind}"
        wanted = _wanted(row, way, key.split(":", 3)[3] if key.startswith(ATTACHED) else key, repeat)
        wanted = replace(wanted, link=self.link)
        return version, _sendable(self._renderer.render(wanted, reader))

    def _anew(self, connection: Connection, deed: Deed, reader: Reader) -> Prepared:
        """A message that stands there, as it reads now."""
        told = queue.any_state(connection, int(deed.params["row"]))
        to = decode(told.destination)
        way = directory(connection, [to]).way(to, told.route)
        if not isinstance(way, Route) or way.chat_id != deed.way.chat_id:
            return Vanished(deed.send, deed.row, "nobody there")
        _, shown = self.shown(connection, told, way, reader)
        if shown is None:
            return Vanished(deed.send, deed.row)
        return replace(deed, shown=shown)

    def _card(self, connection: Connection, send: Send, reader: Reader) -> Prepared:
        card = showing.dirty(connection, send.id)
        if card is None or card.shown >= card.version:
            return Vanished(send)
        if card.chat_id != send.chat_id:
            return Moved(send)
        way = directory(connection, [decode(card.destination)]).way(decode(card.destination))
        if not isinstance(way, Route) or way.chat_id != card.chat_id:
            way = Route(card.chat_id, "group" if card.chat_id < 0 else "private", "zh-CN", "Asia/Shanghai")
        wanted = Wanted(
            f"card:{card.kind}",
            {},
            card.subject_id,
            card.destination,
            way.locale,
            way.zone,
            way.private,
            way.person_id,
            card.row_id,
            standing=True,
            link=self.link,
        )
        return Edit(send, card, self._renderer.render(wanted, reader))


def attached_of(key: str, shown: Shown) -> tuple[Any, ...]:
    """The attachments that such a row brings, none for a row with words."""
    if not key.startswith(ATTACHED):
        return ()
    _prefix, first, count, _key = key.split(":", 3)
    return shown.attachments[int(first) : int(first) + int(count)]


def ready_of(found: Iterable[Prepared]) -> list[Ready | Deed]:
    """Those that can leave."""
    return [one for one in found if isinstance(one, Ready | Deed)]


def _deed(connection: Connection, send: Send, row: Row, way: Route) -> Deed | Vanished | Early:
    """An act as it can be done; one that makes no sense ends like one that came too late."""
    try:
        found = deeds.read(connection, send, row, way)
    except (ValueError, KeyError) as error:
        return Vanished(send, row, described(error))
    if isinstance(found, Undone):
        return Early(send, row) if found.why is None else Vanished(send, row, found.why)
    return found


def _sendable(shown: Shown | None) -> Shown | None:
    """Without attachments of a kind that has no file."""
    if shown is None or not shown.attachments:
        return shown
    return replace(shown, attachments=tuple(part for part in shown.attachments if part.kind in KINDS))


def _wanted(row: Row, way: Route, key: str, repeat: bool) -> Wanted:
    params: dict[str, Any] = dict(decode_params(row.params))
    return Wanted(
        key,
        params,
        row.about,
        row.destination,
        way.locale,
        way.zone,
        way.private,
        way.person_id,
        row.id,
        repeat,
    )
