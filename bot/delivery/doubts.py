"""Rows that may stand already: looked for by their keyboard, adopted, or sent again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from aiogram.exceptions import TelegramBadRequest
from sqlalchemy import Connection

from bot.delivery import metrics, probe, words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, Fate, classify
from bot.delivery.lanes import Send
from bot.delivery.posting import claim_of
from bot.delivery.prepare import ATTACHED, Ready, attached_of
from bot.delivery.probe import Answer, Ask, Doubt, Resend, Step
from bot.delivery.send import Outgoing
from bot.delivery.twins import Twins
from bot.failures import described
from handlers.ports import Shown
from storage import memberships, moves, posted, queue, settling, showing
from storage.destinations import decode
from storage.directory import directory
from storage.queue import Row
from storage.routes import Route

log = structlog.get_logger(__name__)


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
            case = await core.store.read(lambda connection: self._case(connection, send))
        except Exception as error:
            log.error("delivery-look-failed", row=send.id, error=described(error))
            core.let_go(send)
            return
        if case is None:
            self._over(send)
            return
        doubt = self._doubts.setdefault(send.id, Doubt())
        doubt.top = max(doubt.top, case.top)
        match probe.plan(doubt, case.candidates, case.row.probes, case.findable, core.bounds):
            case Ask(message_id):
                await self._ask(send, case, doubt, message_id)
            case Resend() as resend:
                await self._resend(send, case, resend)

    def _case(self, connection: Connection, send: Send) -> Case | None:
        core = self._core
        row = next(iter(queue.load(connection, [send.id])), None)
        if row is None or row.state == "new":
            return None
        chat_id = row.chat_id or send.chat_id
        way = directory(connection, [to := decode(row.destination)]).way(to, row.route)
        then = way if isinstance(way, Route) else Route(chat_id, "group", "zh-CN", "Asia/Shanghai")
        then = replace(then, chat_id=chat_id, way=row.route or then.way)
        reader = core.preparing.reader(connection)
        version, shown = core.preparing.shown(connection, row, then, reader)
        _version, marked = core.preparing.shown(connection, row, then, reader, repeat=True)
        top = max(posted.highest(connection, chat_id), core.top if posted.shared(chat_id) else 0)
        beyond = max(top, *self._doubts[send.id].asked) if self._asked(send.id) else top
        candidates = posted.unknown(connection, chat_id, row.floor or 0, beyond + core.bounds.misses)
        here = way if isinstance(way, Route) and way.chat_id == chat_id else None
        return Case(row, shown, marked, version, here, candidates, top)

    def _asked(self, row_id: int) -> bool:
        return row_id in self._doubts and bool(self._doubts[row_id].asked)

    async def _ask(self, send: Send, case: Case, doubt: Doubt, message_id: int) -> None:
        core, row = self._core, case.row
        if not await self._take(row, why=_asking(message_id)):
            self._over(send)
            return
        started, failure, found = core.mono(), None, b""
        try:
            found = await self._asked_of(case, message_id)
        except Exception as error:
            failure = classify(error)
        at = core.mono()
        if failure is None:
            answer = await self._whose(case, found)
        else:
            answer = doubt.answer(failure.fate, message_id)
        metrics.PROBES.labels(answer.value).inc()
        doubt.learn(answer, message_id)
        await self._follow(send, case, answer, message_id, failure)
        if probe.MEANINGS[answer] is Step.RESTORE:
            await self._twins.restore(row, message_id, found)
        self._slot(send, failure, at, at - started)
        self._on(send, row, probe.MEANINGS[answer])

    async def _asked_of(self, case: Case, message_id: int) -> bytes:
        """The digest of what stands under that id, our keyboard below it.

        Asked before without an answer, it may carry our keyboard because of that: "not modified" proves
        nothing then, so it gets one without the mark, and shows its words.
        """
        row, sender = case.row, self._core.sender
        assert case.shown is not None and row.chat_id is not None  # findable
        marked = words.keyboard(case.shown, row.id)
        if row.error != _asking(message_id):
            return await sender.ask(row.chat_id, message_id, marked)
        try:
            return await sender.ask(row.chat_id, message_id, words.keyboard(case.shown, None))
        except TelegramBadRequest as error:
            if classify(error).fate is not Fate.UNCHANGED:
                raise
        return await sender.ask(row.chat_id, message_id, marked)

    async def _whose(self, case: Case, found: bytes) -> Answer:
        """Whose message has just been given our keyboard."""
        row = case.row
        if not case.owns(found):
            return Answer.OTHER
        chat_id = row.chat_id or 0
        twin = await self._core.settle(lambda c, _now: posted.suspect(c, chat_id, found, row.id))
        return Answer.OTHER if twin is not None else Answer.OURS

    async def _follow(
        self, send: Send, case: Case, answer: Answer, message_id: int, failure: Failure | None
    ) -> None:
        core, row, step = self._core, case.row, probe.MEANINGS[answer]
        if step is Step.ADOPT:
            await core.settle(partial(_adopt, case=case, message_id=message_id))
        elif step is Step.ELSEWHERE:
            await core.settle(partial(_elsewhere, row=row, failure=failure))
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

    def _on(self, send: Send, row: Row, step: Step) -> None:
        """The row is settled or looks for another way, or its chat waits for the next step."""
        core = self._core
        if step in (Step.ADOPT, Step.ELSEWHERE):
            self._doubts.pop(send.id, None)
            core.forget(send)
        else:
            wait = core.waits.resend if step is Step.AGAIN else 0.0
            core.schedule.hold(replace(send, kind="probe"), core.mono() + wait, core.mono())
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
        if await self._take(row, ready=ready, tried=tried):
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


def _asking(message_id: int) -> str:
    """Written down before an id is asked: the question itself may change what stands there."""
    return f"asking {message_id}"


def _adopt(connection: Connection, now: datetime, case: Case, message_id: int) -> None:
    """The message is the row's; which version a card shows there is not known, so it stays behind."""
    row = case.row
    if settling.sent(connection, row.id, message_id, now) and row.card_id is not None:
        assert row.chat_id is not None  # it was sent somewhere
        thread = case.way.thread_id if case.way is not None else None
        showing.posted(connection, row.card_id, (row.chat_id, thread, message_id), 0, b"", now)


def _elsewhere(connection: Connection, _now: datetime, row: Row, failure: Failure | None) -> None:
    assert failure is not None and row.chat_id is not None  # what the step means
    if failure.fate is Fate.MIGRATED and failure.moved_to is not None:
        memberships.moved(connection, row.chat_id, failure.moved_to)
    elif failure.fate is Fate.OUT and row.chat_id < 0:
        moves.left(connection, row.chat_id)
    settling.back(connection, row.id, failure.text, 1, row.route if row.route == "mention" else None)
