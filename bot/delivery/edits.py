"""Cards are edited: only what has changed, and once more where an answer was lost: late edits lose."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from bot.delivery import metrics, words
from bot.delivery.core import Core
from bot.delivery.errors import Failure, Fate, classify
from bot.delivery.prepare import Edit
from storage import memberships, moves, showing

AGAIN = timedelta(seconds=2)
"""How long a card waits after a failed edit."""


class Edits:
    """Brings one card up to date."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def edit(self, edit: Edit) -> None:
        """One edit, to its end; what is lost with the process is edited again, to the same effect."""
        core, card = self._core, edit.card
        if edit.shown is None or words.card_digest(edit.shown) == card.shown_digest:
            await core.settle(partial(self._stands, edit=edit))
            core.let_go(edit.send)
            return
        started, failure = core.mono(), None
        try:
            await core.sender.edit(card.chat_id, card.message_id, card.row_id, edit.shown)
        except Exception as error:
            failure = classify(error)
        at = core.mono()
        core.edited[card.id] = at
        if failure is None or failure.fate is Fate.UNCHANGED:
            core.heard()
            metrics.SENT.labels("card").inc()
            await core.settle(partial(self._stands, edit=edit))
            core.schedule.answered(edit.send, at, at - started)
        else:
            await self._failed(edit, failure, at)
        core.forget(edit.send)
        core.wake()

    async def _failed(self, edit: Edit, failure: Failure, at: float) -> None:
        core = self._core
        if failure.fate is Fate.NOT_SENT:
            core.schedule.rest(at + core.health.unreached(), core.health.cautious)
            core.schedule.released(edit.send, core.mono())
            return
        if failure.fate is Fate.AMBIGUOUS:
            await self._doubted(edit, at)
            return
        core.heard()
        if failure.fate is Fate.WAIT:
            metrics.FLOODS.inc()
            core.schedule.refused(edit.send, at, failure.retry_after)
            return
        await core.settle(partial(self._settled, edit=edit, failure=failure))
        core.schedule.answered(edit.send, at)
        core.look_again()

    async def _doubted(self, edit: Edit, at: float) -> None:
        """It may still be accepted, even after the next one: the card is edited once more after that."""
        core = self._core
        metrics.AMBIGUOUS.labels("card").inc()
        core.schedule.rest(at + core.health.doubted(), core.health.cautious)
        core.doubted_cards[edit.card.id] = at + core.waits.probe_after
        await core.settle(lambda c, now: showing.later(c, edit.card.id, now + AGAIN, 0))
        core.schedule.answered(edit.send, at)

    def _stands(self, connection: Connection, now: datetime, edit: Edit) -> None:
        """The rendered version stands; while a lost edit may still come, it is not believed."""
        core, card = self._core, edit.card
        digest = words.card_digest(edit.shown) if edit.shown is not None else b""
        doubt = core.doubted_cards.get(card.id, 0.0) - core.mono()
        if doubt <= 0:
            core.doubted_cards.pop(card.id, None)
            showing.shown(connection, card.id, card.message_id, card.version, digest, now)
            return
        showing.shown(connection, card.id, card.message_id, card.version - 1, digest, now)
        showing.later(connection, card.id, now + timedelta(seconds=doubt), 0)

    def _settled(self, connection: Connection, now: datetime, edit: Edit, failure: Failure) -> None:
        """The platform will not have this edit."""
        card = edit.card
        match failure.fate:
            case Fate.MIGRATED if failure.moved_to is not None:
                memberships.moved(connection, card.chat_id, failure.moved_to)
            case Fate.OUT | Fate.CLOSED:
                if card.chat_id < 0:
                    moves.left(connection, card.chat_id)
                showing.stuck(connection, card.id)
                metrics.STUCK.labels("card").inc()
            # One "not found" may be false (tdlib/telegram-bot-api 400): a second one is believed.
            case Fate.GONE | Fate.FOREIGN if card.attempts > 0:
                showing.lost(connection, card)
            case _ if card.attempts + 1 >= self._core.bounds.tries:
                showing.stuck(connection, card.id)
                metrics.STUCK.labels("card").inc()
            case _:
                showing.later(connection, card.id, now + AGAIN, 1)
