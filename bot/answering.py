"""Working off one inbox row: open it, let the tree decide, then settle it or count the failure."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from bot import truth
from bot.context import Origin, origin
from bot.failures import described
from bot.ranks import PlatformRanks
from bot.tasks import Tasks
from bot.toast import NoToast, PressToast, Words
from bot.unit import InboxUnit, Settled
from domain.kernel.errors import DomainError
from handlers.ports import Dialogue, Library
from storage import inbox
from storage.openings import Awaited, Opening, opening
from storage.store import Store
from storage.tx import TxDeps

log = structlog.get_logger(__name__)

PAUSE = 0.2
"""Seconds before the second try; each later one waits as much longer."""

DISPATCHED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds that handlers hear of; of the others only what they make true is kept."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What answering needs of the program."""

    bot: Bot
    dispatcher: Dispatcher
    store: Store
    deps: TxDeps
    tasks: Tasks
    words: Words
    library: Library
    wake: Callable[[], None]
    """Says that a commit may have left something to send."""


class Answering:
    """Answers rows by id; never raises but for cancellation."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, row_id: int) -> None:
        """Until the row is settled, refused or dead."""
        while not await self._ended(row_id):
            pass
        self._desk.wake()

    async def _ended(self, row_id: int) -> bool:
        came_from: list[Origin] = []
        try:
            await self._try(row_id, came_from)
        except Settled:
            return True
        except (OperationalError, InterfaceError) as error:
            log.warning("database-away", row=row_id, error=described(error))
            await asyncio.sleep(PAUSE)  # not this update's fault: no try is counted
            return False
        except Exception as error:
            log.error("update-failed", row=row_id, error=described(error))
            return await self._failed(row_id, came_from)
        return True

    async def _try(self, row_id: int, came_from: list[Origin]) -> None:
        desk = self._desk
        opened = await desk.store.read(lambda c: opening(c, desk.deps.vault, row_id))
        if opened is None:
            return
        raw = json.loads(opened.payload)
        where = origin(opened.kind, raw[opened.kind])
        came_from.append(where)
        await self._answer(row_id, opened, raw, where)

    async def _answer(self, row_id: int, opened: Opening, raw: dict[str, Any], where: Origin) -> None:
        desk = self._desk
        tongue = opened.locale if opened.chosen or where.language is None else None
        unit = InboxUnit(
            desk.store,
            desk.deps,
            row_id,
            lambda tx: where.refusal(tx.people, tongue),
            _besides(desk, opened.kind, raw),
        )
        if opened.kind not in DISPATCHED or truth.is_service(raw):
            await unit.mark()
            return
        actor = where.actor(tongue)
        toast = self._toast(where, actor.locale)
        names = {
            "unit": unit,
            "actor": actor,
            "dialogue": _dialogue(opened.awaited),
            "toast": toast,
            "library": desk.library,
            "locale": actor.locale,
            "ranks": PlatformRanks(desk.bot),
        }
        try:
            update = Update.model_validate(raw, context={"bot": desk.bot})
            await desk.dispatcher.feed_update(desk.bot, update, **names)
        except DomainError as error:
            if not unit.used:
                await unit.refuse(error)
            toast.refuse(error)
        if not unit.used:
            await unit.mark()
        if not toast.said:
            toast("")

    def _toast(self, where: Origin, locale: str) -> NoToast | PressToast:
        desk = self._desk
        if where.press is None:
            return NoToast()
        return PressToast(desk.bot, desk.tasks, desk.words, where.press, locale)

    async def _failed(self, row_id: int, came_from: list[Origin]) -> bool:
        """Count the try in a commit of its own; the last one makes a dead letter with an apology."""
        desk = self._desk
        attempts = await desk.store.write(lambda c: inbox.attempt(c, row_id))
        if 0 < attempts < inbox.MOST_ATTEMPTS:
            await asyncio.sleep(PAUSE * attempts)
            return False
        if attempts:
            await desk.store.write(lambda c: self._bury(c, row_id, came_from))
            for where in came_from:
                self._toast(where, where.actor(None).locale)(DomainError.key)
        return True

    def _bury(self, connection: Connection, row_id: int, came_from: list[Origin]) -> None:
        tx = self._desk.deps.open(connection)
        if not inbox.bury(connection, row_id, tx.now):
            return
        for where in came_from:
            to = where.refusal(tx.people, None)
            if to is not None:
                tx.outbox.tell(to, DomainError.key, {})


def _besides(desk: Desk, kind: str, raw: dict[str, Any]) -> Callable[[Connection], None]:
    now = desk.deps.clock.now
    return lambda connection: truth.keep(connection, desk.deps.bot_id, kind, raw[kind], now())


def _dialogue(awaited: Awaited | None) -> Dialogue | None:
    return None if awaited is None else Dialogue(awaited.state, awaited.data)
