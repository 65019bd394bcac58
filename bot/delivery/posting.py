"""Rows leave: prepared and claimed in batches, sent at once, settled as soon as the answer is here."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection

from bot.delivery import aloud, metrics
from bot.delivery.acting import Acting
from bot.delivery.core import Core
from bot.delivery.deeds import Deed
from bot.delivery.edits import Edits
from bot.delivery.errors import Failure, Fate, classify
from bot.delivery.failing import Failing
from bot.delivery.lanes import Send
from bot.delivery.prepare import ATTACHED, Broken, Early, Edit, Moved, Prepared, Ready, Vanished, ready_of
from bot.delivery.rights import Rights
from bot.delivery.send import albums
from bot.failures import described
from domain.kernel.words import ToChat
from storage import outbox, posted, settling, showing
from storage.queue import Claim

log = structlog.get_logger(__name__)


class Posting:
    """Takes sends from the schedule to their end."""

    def __init__(self, core: Core, failing: Failing, edits: Edits, rights: Rights) -> None:
        self._core, self._failing, self._edits, self._rights = core, failing, edits, rights
        self._acting = Acting(core)

    async def batch(self, sends: Sequence[Send]) -> None:
        """Prepare, claim and send; whatever cannot leave gives its slot back."""
        core = self._core
        try:
            found = await core.store.read(
                lambda connection: core.preparing.batch(connection, sends, core.top)
            )
            mine = await self._claim(ready_of(found))
        except Exception as error:  # the database is away: nothing has left, the next scan finds it again
            log.error("delivery-batch-failed", error=described(error))
            for send in sends:
                core.let_go(send)
            return
        for one in found:
            await self._go(one, mine)

    async def _claim(self, ready: Sequence[Ready | Deed]) -> set[int]:
        if not ready:
            return set()
        core, until = self._core, self._core.lease()
        claims = [(one, claim_of(one)) for one in ready]
        mine, held = await core.store.write(
            lambda connection: aloud.claim(
                connection, claims, until, core.clock.now(), core.new_id, core.bounds.aloud
            )
        )
        core.leases.update(dict.fromkeys(mine, until))
        if held:  # the day's card says so
            core.look_again()
        return mine

    async def _go(self, one: Prepared, mine: set[int]) -> None:
        core = self._core
        match one:
            case Ready() if one.row.id in mine:
                core.tasks.spawn(self.post(one), f"send-{one.row.id}")
            case Deed() if one.row.id in mine:
                core.tasks.spawn(self._acting.do(one), f"act-{one.row.id}")
            case Early():
                await self._acting.put_off(one.row)
                core.let_go(one.send)
                core.look_again()
            case Edit():
                core.tasks.spawn(self._edits.edit(one), f"edit-{one.send.id}")
            case Broken(send, row):
                await self._failing.broken(send, row)
            case Vanished(send, row, why) if row is not None:
                await core.settle(partial(_dropped, row_id=row.id, why=why))
                core.let_go(send)
            case Moved(send):
                core.let_go(send)
                core.look_again()
            case _:
                core.let_go(one.send)

    async def post(self, ready: Ready) -> None:
        """One claimed row, to its end; a cancelled send stays leased and is looked for later."""
        core, started = self._core, self._core.mono()
        if ready.out.route.way == "ephemeral" and (no := await self._no_whisper(ready)) is not None:
            await self._failing.failed(ready, no, None)
            return
        try:
            message_id = await core.sender.post(ready.out)
        except Exception as error:
            await self._failing.failed(ready, classify(error), core.mono() - started)
            return
        at = core.mono()
        core.heard()
        if await core.settle(partial(delivered, ready=ready, message_id=message_id)):
            core.look_again()
        if message_id is not None and posted.shared(ready.send.chat_id):
            core.top = max(core.top, message_id)
        metrics.SENT.labels(ready.send.kind).inc()
        core.schedule.answered(ready.send, at, at - started)
        core.forget(ready.send)
        core.wake()

    async def _no_whisper(self, ready: Ready) -> Failure | None:
        """Why the row cannot be whispered. Where only the question failed, nothing of the row has left."""
        try:
            if await self._rights.may_whisper(ready.send.chat_id):
                return None
        except Exception as error:
            failure = classify(error)
            if failure.fate in (Fate.WAIT, Fate.NOT_SENT):
                return failure
            if failure.fate is Fate.AMBIGUOUS:
                return Failure(Fate.NOT_SENT, failure.text)
        return Failure(Fate.NO_WHISPER, "no administrator")


def claim_of(ready: Ready | Deed) -> Claim:
    """What is written down with the claim."""
    if isinstance(ready, Deed):
        return Claim(ready.row.id, ready.way.chat_id, ready.way.way, 0, b"")
    route = ready.out.route
    return Claim(ready.row.id, route.chat_id, route.way, ready.floor, ready.digest)


def delivered(connection: Connection, now: datetime, ready: Ready, message_id: int | None) -> bool:
    """The row is sent; its card stands. Answers whether attachments follow, as rows of their own."""
    row, out = ready.row, ready.out
    settling.sent(connection, row.id, message_id, now)
    if row.card_id is not None and ready.version is not None and message_id is not None:
        place = (out.route.chat_id, out.route.thread_id, message_id)
        showing.posted(connection, row.card_id, place, ready.version, ready.card_digest, now)
    alone = out.route.way == "ephemeral" or out.attached or out.one is not None
    if message_id is None or alone:
        return False
    to = ToChat(out.route.chat_id, out.route.thread_id, message_id)
    for first, count in albums(out.shown.attachments):
        outbox.leave(
            connection,
            destination=outbox.encode(to),
            key=f"{ATTACHED}{first}:{count}:{row.key}",
            params=row.params,
            about=row.about,
            parent_id=row.id,
            priority=row.priority,
            silent=True,
            not_before=now,
            dedupe=f"{ATTACHED}{row.id}:{first}",
            created_at=now,
        )
    return bool(out.shown.attachments)


def _dropped(connection: Connection, now: datetime, row_id: int, why: str) -> None:
    settling.end(connection, row_id, "dropped", why, now)
