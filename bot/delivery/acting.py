"""Acts leave like every other call, but need no probe: what may have been done is simply done again."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import Connection

from bot.delivery import deeds, metrics
from bot.delivery.core import Core
from bot.delivery.deeds import Deed
from bot.delivery.errors import Failure, Fate, classify
from storage import memberships, settling, showing
from storage.queue import Row

log = structlog.get_logger(__name__)

GONE = "not found"
"""What the platform says of a message that is not there. Recalled."""

FOUND = 4
"""Tries of an act on a card that is not found: the second one posts it anew, the others meet the new one."""

WAIT_MOST = timedelta(minutes=5)
"""Between two tries of one act at most."""


class Acting:
    """Does one deed, to its end; a refusal ends it without a steward's alarm."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._heard: dict[int, int] = {}
        self._ways: Mapping[Fate, Callable[[Deed, Failure, float], Awaitable[None]]] = {
            Fate.WAIT: self._wait,
            Fate.NOT_SENT: self._not_sent,
            Fate.AMBIGUOUS: self._again,
            Fate.MIGRATED: self._migrated,
        }

    async def do(self, deed: Deed) -> None:
        """One claimed row; a cancelled one stays leased and is done again after its lease."""
        core, row, started = self._core, deed.row, self._core.mono()
        try:
            await self._do(deed)
        except Exception as error:
            failure = classify(error)
            await self._ways.get(failure.fate, self._refused)(deed, failure, started)
            core.wake()
            return
        at = core.mono()
        core.heard()
        self._heard.pop(row.id, None)
        await core.settle(lambda connection, now: settling.sent(connection, row.id, None, now))
        metrics.SENT.labels("act").inc()
        core.schedule.answered(deed.send, at, at - started)
        core.forget(deed.send)
        core.wake()

    async def _do(self, deed: Deed) -> None:
        sender = self._core.sender
        if deed.shown is None or deed.message_id is None:
            await sender.do(deeds.call(deed))
        else:
            await sender.edit(deed.way.chat_id, deed.message_id, int(deed.params["row"]), deed.shown)

    async def put_off(self, row: Row) -> None:
        """The card that it names does not stand yet."""
        core = self._core
        await core.settle(partial(_later, row_id=row.id, why="not yet", tried=0, wait=core.waits.resend))

    async def _wait(self, deed: Deed, failure: Failure, _started: float) -> None:
        core, at = self._core, self._core.mono()
        metrics.FLOODS.inc()
        core.heard()
        await core.settle(lambda connection, _now: settling.back(connection, deed.row.id, "429"))
        core.schedule.refused(deed.send, at, failure.retry_after)
        core.schedule.add(deed.send, core.mono())

    async def _not_sent(self, deed: Deed, failure: Failure, _started: float) -> None:
        core = self._core
        core.schedule.rest(core.mono() + core.health.unreached(), core.health.cautious)
        await core.settle(lambda connection, _now: settling.back(connection, deed.row.id, failure.text))
        core.schedule.released(deed.send, core.mono())
        core.schedule.add(deed.send, core.mono())

    async def _again(self, deed: Deed, failure: Failure, _started: float) -> None:
        """It may be done or not: later once more, and meanwhile the chat hears what else there is."""
        core, row, at = self._core, deed.row, self._core.mono()
        metrics.AMBIGUOUS.labels("act").inc()
        core.schedule.rest(at + core.health.doubted(), core.health.cautious)
        before, self._heard[row.id] = self._heard.get(row.id), core.health.answers
        tried = int(before is None or before != core.health.answers)
        if row.attempts + tried >= core.bounds.tries:
            await self._drop(deed, failure.text)
        else:
            wait = core.waits.resend * 2**row.attempts
            await core.settle(partial(_later, row_id=row.id, why=failure.text, tried=tried, wait=wait))
        core.schedule.answered(deed.send, at)
        core.forget(deed.send)
        core.look_again()

    async def _migrated(self, deed: Deed, failure: Failure, started: float) -> None:
        core, old, new = self._core, deed.way.chat_id, failure.moved_to
        assert new is not None  # what the fate means

        def work(connection: Connection, _now: datetime) -> None:
            memberships.moved(connection, old, new)
            settling.back(connection, deed.row.id, failure.text)

        await core.settle(work)
        self._over(deed, started)
        core.look_again()

    async def _refused(self, deed: Deed, failure: Failure, started: float) -> None:
        """The message is gone, a right is missing, an emoji is not welcome there: nothing to repeat.

        A card that is gone is posted anew; one "not found" may be false, so a second one is believed.
        """
        again = "card" in deed.params and GONE in failure.text.lower() and deed.row.attempts < FOUND
        if again:
            await self._core.settle(
                partial(_missed, deed=deed, why=failure.text, wait=self._core.waits.resend)
            )
        else:
            await self._drop(deed, failure.text)
        self._over(deed, started)
        if again:
            self._core.look_again()

    async def _drop(self, deed: Deed, why: str) -> None:
        log.info("act-dropped", act=deed.act.value, why=why)
        self._heard.pop(deed.row.id, None)
        await self._core.settle(
            lambda connection, now: settling.end(connection, deed.row.id, "dropped", why, now, 1)
        )

    def _over(self, deed: Deed, started: float) -> None:
        core, at = self._core, self._core.mono()
        core.heard()
        core.schedule.answered(deed.send, at, at - started)
        core.forget(deed.send)


def _missed(connection: Connection, now: datetime, deed: Deed, why: str, wait: float) -> None:
    if deed.row.attempts > 0 and deed.message_id is not None:
        showing.missing(connection, deed.way.chat_id, deed.message_id)
    _later(connection, now, deed.row.id, why, 1, wait)


def _later(connection: Connection, now: datetime, row_id: int, why: str, tried: int, wait: float) -> None:
    then = now + min(timedelta(seconds=wait), WAIT_MOST)
    settling.later(connection, row_id, then, why, tried)
