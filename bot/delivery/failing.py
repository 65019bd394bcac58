"""What becomes of a row whose call failed: one short way per fate, none of them a silent drop."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.delivery import metrics, words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, Fate
from bot.delivery.lanes import Send
from bot.delivery.prepare import Ready
from bot.delivery.rights import Rights
from domain.kernel.words import Destination, ToChat, ToPerson
from storage import days, memberships, moves, settling, showing
from storage.destinations import decode, encode
from storage.queue import Row

PATIENCE = 2.0
"""Seconds a chat rests after its message was refused."""

PAUSE = timedelta(minutes=1)
"""How long a card waits that could not be rendered."""


class Failing:
    """Settles failed rows; the schedule and the database always change together."""

    def __init__(self, core: Core, rights: Rights) -> None:
        self._core, self._rights = core, rights
        self._ways: Mapping[Fate, Callable[[Ready, Failure], Awaitable[None]]] = {
            Fate.CLOSED: self._closed,
            Fate.OUT: self._out,
            Fate.MIGRATED: self._migrated,
            Fate.NO_TOPIC: self._simpler,
            Fate.NO_REPLY: self._simpler,
            Fate.NO_WHISPER: self._no_whisper,
        }

    async def failed(self, ready: Ready, failure: Failure, took: float | None) -> None:
        """Settle it; `took` is the call's duration in seconds, None where no call was made."""
        core, at = self._core, self._core.mono()
        if failure.fate is Fate.WAIT:
            await self._wait(ready, failure, at)
        elif failure.fate is Fate.NOT_SENT:
            await self._not_sent(ready, failure, at)
        elif failure.fate is Fate.AMBIGUOUS:
            await self._ambiguous(ready, failure, at)
        else:
            await self._ways.get(failure.fate, self._refused)(ready, failure)
            if took is None:
                core.schedule.released(ready.send, core.mono())
            else:
                core.heard()
                core.schedule.answered(ready.send, at, took)
            core.forget(ready.send)
            core.look_again()
        core.wake()

    async def broken(self, send: Send, row: Row | None) -> None:
        """It cannot be rendered: that is our fault, and nothing has left."""
        if row is not None:
            await self._core.settle(partial(self._count, row=row, why="rendering"))
        else:
            await self._core.settle(lambda c, now: showing.later(c, send.id, now + PAUSE, 1))
        self._core.schedule.pause(send.chat_id, self._core.mono() + PATIENCE, self._core.mono())
        self._core.let_go(send)

    async def _wait(self, ready: Ready, failure: Failure, at: float) -> None:
        core, row = self._core, ready.row
        metrics.FLOODS.inc()
        core.heard()
        await core.settle(lambda connection, _now: settling.back(connection, row.id, "429"))
        core.schedule.refused(ready.send, at, failure.retry_after)
        core.schedule.add(_row_send(ready), core.mono())

    async def _not_sent(self, ready: Ready, failure: Failure, at: float) -> None:
        core, row = self._core, ready.row
        rest = core.health.unreached()
        await core.settle(lambda connection, _now: settling.back(connection, row.id, failure.text))
        core.schedule.rest(at + rest, core.health.cautious)
        core.schedule.released(ready.send, core.mono())
        core.schedule.add(_row_send(ready), core.mono())

    async def _ambiguous(self, ready: Ready, failure: Failure, at: float) -> None:
        """The message may stand there: the chat waits until that is known."""
        core, row = self._core, ready.row
        metrics.AMBIGUOUS.labels(ready.send.kind).inc()
        rest, tried = core.health.doubted(), int(core.counts(row.id))
        seen, until = core.leases.get(row.id, row.lease_until), core.lease()
        kept = await core.settle(
            lambda connection, _now: settling.take(connection, row.id, seen, until, tried=tried)
        )
        core.schedule.rest(at + rest, core.health.cautious)
        core.schedule.answered(ready.send, at)
        if not kept:  # a press has adopted it, or it is somebody else's by now
            core.forget(ready.send)
            return
        core.leases[row.id] = until
        named = words.markable(ready.out.shown) and not ready.out.attached
        findable = named and ready.out.route.way in ("private", "group")
        after = core.waits.probe_after if findable else core.waits.resend
        core.schedule.hold(replace(ready.send, kind="probe", count=1), at + after, core.mono())

    async def _closed(self, ready: Ready, failure: Failure) -> None:
        """The private chat is closed: say it where they were heard last; that failing, the steward must."""
        row, person_id = ready.row, ready.out.route.person_id
        metrics.FALLBACKS.labels("closed").inc()

        def work(connection: Connection, now: datetime) -> None:
            if person_id is not None and ready.out.route.way == "private":
                moves.closed(connection, person_id)
            to = decode(row.destination)
            if not isinstance(to, ToPerson):
                settling.end(connection, row.id, "stuck", "closed", now, 1)
                return
            force = "closed" if to.near is None else None
            settling.back(connection, row.id, failure.text, 1, force)

        await self._core.settle(work)

    async def _out(self, ready: Ready, failure: Failure) -> None:
        """The bot is out of this chat: other ways are looked for, or the row waits there for its return."""
        row, route = ready.row, ready.out.route

        def work(connection: Connection, _now: datetime) -> None:
            if route.chat_id < 0:
                moves.left(connection, route.chat_id)
            elif route.person_id is not None:
                moves.closed(connection, route.person_id)
            force = "closed" if route.chat_id > 0 else row.route
            settling.back(connection, row.id, failure.text, 1, force)

        metrics.FALLBACKS.labels("out").inc()
        await self._core.settle(partial(self._bounded, row=row, else_=work))

    async def _migrated(self, ready: Ready, failure: Failure) -> None:
        assert failure.moved_to is not None  # what the fate means
        row, old, new = ready.row, ready.send.chat_id, failure.moved_to

        def work(connection: Connection, _now: datetime) -> None:
            memberships.moved(connection, old, new)
            settling.back(connection, row.id, failure.text, 0, row.route)

        await self._core.settle(work)

    async def _simpler(self, ready: Ready, failure: Failure) -> None:
        """Without the topic that is gone, or without the message that it answered."""
        row, topic = ready.row, failure.fate is Fate.NO_TOPIC
        simpler = without(decode(row.destination), topic=topic)
        metrics.FALLBACKS.labels("general" if topic else "plain").inc()

        def work(connection: Connection, _now: datetime) -> None:
            settling.redirect(connection, row.id, encode(simpler))
            settling.back(connection, row.id, failure.text, 1, row.route)

        await self._core.settle(partial(self._bounded, row=row, else_=work))

    async def _no_whisper(self, ready: Ready, failure: Failure) -> None:
        """Not even unseen by the others: their name on the day's card, without a word of what it is about."""
        row, route, new_id = ready.row, ready.out.route, self._core.new_id
        person_id = route.person_id
        assert person_id is not None  # only a person is whispered to
        self._rights.refused(ready.send.chat_id)
        metrics.FALLBACKS.labels("mention").inc()
        await self._core.settle(
            lambda connection, now: days.call(connection, route.chat_id, row.id, person_id, now, new_id)
        )

    async def _refused(self, ready: Ready, failure: Failure) -> None:
        await self._core.settle(partial(self._count, row=ready.row, why=failure.text))
        self._core.schedule.pause(ready.send.chat_id, self._core.mono() + PATIENCE, self._core.mono())

    def _count(self, connection: Connection, now: datetime, row: Row, why: str) -> None:
        """One try more; the last one makes it stuck."""
        if row.attempts + 1 >= self._core.bounds.refusals:
            metrics.STUCK.labels("refused").inc()
            settling.end(connection, row.id, "stuck", why, now, 1)
        else:
            settling.back(connection, row.id, why, 1, row.route)

    def _bounded(
        self, connection: Connection, now: datetime, row: Row, else_: Callable[[Connection, datetime], None]
    ) -> None:
        if row.attempts + 1 >= self._core.bounds.tries:
            metrics.STUCK.labels("tries").inc()
            settling.end(connection, row.id, "stuck", "too many tries", now, 1)
        else:
            else_(connection, now)


def without(to: Destination, *, topic: bool) -> Destination:
    """The same chat without its topic, or without the answered message."""
    if not isinstance(to, ToChat):
        return to
    return replace(to, thread_id=None, reply_to=None) if topic else replace(to, reply_to=None)


def _row_send(ready: Ready) -> Send:
    return replace(ready.send, kind="row")
