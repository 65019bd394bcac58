"""Rows that may stand already: looked for by their keyboard, adopted, or sent again."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection

from bot.delivery import metrics, probe, words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, Fate, classify
from bot.delivery.inquiry import Case, adopt, asking, elsewhere, read
from bot.delivery.lanes import Send
from bot.delivery.posting import claim_of
from bot.delivery.prepare import Ready, attached_of
from bot.delivery.probe import Answer, Ask, Doubt, Owed, Resend, Step
from bot.delivery.send import Outgoing
from bot.delivery.twins import Twins
from bot.failures import described
from storage import queue, settling
from storage.queue import Row

log = structlog.get_logger(__name__)

TRIES = 5
"""Tries to put a keyboard back before the message is left as it is."""

UNLEARNT = (Fate.WAIT, Fate.NOT_SENT, Fate.AMBIGUOUS)
"""Failures after which the same call is worth another try."""


class Doubts:
    """Takes one step for one row in doubt; its chat waits until the doubt is over."""

    def __init__(self, core: Core, post: Callable[[Ready], Awaitable[None]]) -> None:
        self._core, self._post = core, post
        self._doubts: dict[int, Doubt] = {}
        self._twins = Twins(core)

    async def look(self, send: Send) -> None:
        """The next step, in a slot that the schedule has given."""
        core = self._core
        try:
            asked = frozenset(self._doubts[send.id].asked) if send.id in self._doubts else frozenset()
            case = await core.store.read(partial(read, core=core, send=send, asked=asked))
        except Exception as error:
            log.error("delivery-look-failed", row=send.id, error=described(error))
            core.let_go(send)
            return
        if case is None:
            self._over(send)
            return
        doubt = self._doubts.setdefault(send.id, Doubt())
        doubt.top = max(doubt.top, case.top)
        if doubt.owed is not None:
            await self._restore(send, case, doubt, doubt.owed)
            return
        match probe.plan(doubt, case.candidates, case.row.probes, case.findable, core.bounds):
            case Ask(message_id):
                await self._ask(send, case, doubt, message_id)
            case Resend() as resend:
                await self._resend(send, case, resend)

    async def _ask(self, send: Send, case: Case, doubt: Doubt, message_id: int) -> None:
        core, row = self._core, case.row
        if not await self._take(row, why=asking(message_id)):
            self._over(send)
            return
        started, failure, found = core.mono(), None, b""
        bare = row.error == asking(message_id) and not doubt.bared(message_id)
        try:
            found = await self._asked_of(case, message_id, bare)
        except Exception as error:
            failure = classify(error)
        at = core.mono()
        if bare and failure is not None and failure.fate is Fate.UNCHANGED:
            doubt.bare = message_id
            self._slot(send, None, at, at - started)
            self._on(send, row, Step.AGAIN, 0.0)
            return
        if failure is None:
            # The row's own words above the row's own buttons are the row delivered, whoever sent them first.
            answer = Answer.OURS if case.owns(found) else Answer.OTHER
        else:
            answer = doubt.answer(failure.fate, message_id)
        metrics.PROBES.labels(answer.value).inc()
        doubt.learn(answer, message_id)
        step = probe.MEANINGS[answer]
        if step is Step.RESTORE:
            doubt.owed = Owed(message_id, found)
        else:
            await self._follow(send, case, answer, message_id, failure)
        self._slot(send, failure, at, at - started)
        self._on(send, row, step, core.waits.resend if step is Step.AGAIN else 0.0)

    async def _restore(self, send: Send, case: Case, doubt: Doubt, owed: Owed) -> None:
        """Give another message its own keyboard back, in a slot of its own; only then look further."""
        core, row = self._core, case.row
        if not await self._take(row, why=asking(owed.message_id)):
            self._over(send)
            return
        started, owed.tries = core.mono(), owed.tries + 1
        failure = await self._twins.restore(row, owed.message_id, owed.digest)
        at, wait = core.mono(), 0.0
        if failure is not None and failure.fate in UNLEARNT and owed.tries < TRIES:
            wait = max(core.waits.resend, failure.retry_after)
        else:
            doubt.owed = None
            await self._take(row, probed=1, floor=owed.message_id)
        self._slot(send, failure, at, at - started)
        self._on(send, row, Step.RESTORE, wait)

    async def _asked_of(self, case: Case, message_id: int, bare: bool) -> bytes:
        """The digest of what stands under that id, our keyboard below it.

        Asked before without an answer, it may carry our keyboard because of that: "not modified" proves
        nothing then. So it gets one without the mark first (`bare`), and our own in the next slot, which
        shows its words.
        """
        row, sender = case.row, self._core.sender
        assert case.shown is not None  # findable
        assert row.chat_id is not None  # it was sent somewhere
        return await sender.ask(row.chat_id, message_id, words.keyboard(case.shown, None if bare else row.id))

    async def _follow(
        self, send: Send, case: Case, answer: Answer, message_id: int, failure: Failure | None
    ) -> None:
        core, row, step = self._core, case.row, probe.MEANINGS[answer]
        if step is Step.ADOPT:
            await core.settle(partial(adopt, case=case, message_id=message_id))
        elif step is Step.ELSEWHERE:
            await core.settle(partial(elsewhere, row=row, failure=failure))
            core.look_again()
        elif step is not Step.AGAIN:
            await self._take(row, probed=1, floor=message_id if step is not Step.MISS else None)

    def _slot(self, send: Send, failure: Failure | None, at: float, took: float) -> None:
        """Give the slot back as the answer was."""
        core = self._core
        fate = failure.fate if failure is not None else None
        if fate is Fate.NOT_SENT:
            core.schedule.rest(at + core.health.unreached(), core.health.cautious)
            core.schedule.released(send, core.mono())
        elif fate is Fate.AMBIGUOUS:
            core.schedule.rest(at + core.health.doubted(), core.health.cautious)
            core.schedule.answered(send, at)
        elif fate is Fate.WAIT and failure is not None:
            core.heard()
            core.schedule.refused(send, at, failure.retry_after)
        else:
            core.heard()
            core.schedule.answered(send, at, took)

    def _on(self, send: Send, row: Row, step: Step, wait: float) -> None:
        """The row is settled or looks for another way, or its chat waits for the next step (seconds)."""
        core = self._core
        if step in (Step.ADOPT, Step.ELSEWHERE):
            self._doubts.pop(send.id, None)
            core.forget(send)
        else:
            core.schedule.hold(replace(send, kind="probe", count=1), core.mono() + wait, core.mono())
        core.wake()

    async def _resend(self, send: Send, case: Case, resend: Resend) -> None:
        core, row = self._core, case.row
        tried = int(core.counts(row.id)) if not case.findable else 0
        if row.attempts >= core.bounds.tries:
            metrics.STUCK.labels("tries").inc()
            await core.settle(lambda c, now: settling.end(c, row.id, "stuck", resend.cause, now, tried))
            self._over(send)
            return
        shown = case.marked if resend.marked else case.shown
        if shown is None or case.way is None:  # nothing to say any more, or not here
            await core.settle(lambda c, _now: settling.back(c, row.id, resend.cause, 1, row.route))
            self._over(send)
            core.look_again()
            return
        out = Outgoing(row.id, case.way, shown, row.silent, attached_of(row.key, shown))
        ready = Ready(send, row, out, words.digest_of(shown), case.top, case.version)
        if await self._take(row, ready=ready, tried=tried, probed=probe.renewed(row.probes, core.bounds)):
            metrics.RESENDS.labels(resend.cause).inc()
            self._doubts.pop(send.id, None)
            await self._post(ready)
        else:
            self._over(send)

    async def _take(
        self,
        row: Row,
        *,
        probed: int = 0,
        tried: int = 0,
        floor: int | None = None,
        why: str | None = None,
        ready: Ready | None = None,
    ) -> bool:
        """Move the row on, if nobody else has: its lease is the version."""
        core, seen, until = self._core, self._core.leases.get(row.id, row.lease_until), self._core.lease()

        def work(connection: Connection, _now: datetime) -> bool:
            state = "ambiguous" if ready is None else "leased"
            change: dict[str, Any] = {"state": state, "probed": probed, "tried": tried, "why": why}
            if not settling.take(connection, row.id, seen, until, **change):
                return False
            if floor is not None:
                settling.raise_floor(connection, row.id, floor)
            if ready is not None:
                queue.place(connection, claim_of(ready))
            return True

        if mine := await core.settle(work):
            core.leases[row.id] = until
        return mine

    def _over(self, send: Send) -> None:
        self._doubts.pop(send.id, None)
        self._core.let_go(send)
