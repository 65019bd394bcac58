"""Trials of what a group delivers: read from the inbox, which keeps an id and a kind of everything."""

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, select, update
from sqlalchemy import insert as plain_insert

from domain.places.steps import Trial
from storage.scope import Scope
from storage.tables import inbox, trials

_ADD = plain_insert(trials)
_TRIAL = select(trials.c.id, trials.c.chat_id, trials.c.person_id, trials.c.since, trials.c.seen).where(
    trials.c.id == bindparam("trial"), ~trials.c.ended
)
_KEEP = (
    update(trials)
    .where(trials.c.id == bindparam("trial"))
    .values(seen=bindparam("ticks"), ended=bindparam("over"))
)
_FROM_THEM = and_(
    trials.c.id == bindparam("trial"),
    inbox.c.bot_id == bindparam("bot"),
    inbox.c.chat_id == trials.c.chat_id,
    inbox.c.sender_id == trials.c.user_id,
    inbox.c.kind == "message",
    inbox.c.received_at >= trials.c.since,
)


def _count(*conditions: ColumnElement[bool]) -> Any:
    return select(func.count()).select_from(inbox).join(trials, _FROM_THEM).where(*conditions)


# What was said to us was opened; what was not is proof that plain words arrive.
_MENTIONS = _count(inbox.c.state != "ignored", inbox.c.album.is_(None))
_PLAIN = _count(inbox.c.state == "ignored", inbox.c.album.is_(None))
_PARTS = (
    select(func.count())
    .select_from(inbox)
    .join(trials, _FROM_THEM)
    .where(inbox.c.album.is_not(None))
    .group_by(inbox.c.album)
    .order_by(func.count().desc())
    .limit(1)
)
WHOLE_ALBUM = 2
"""Parts that prove that later ones arrive."""


class SqlTrials:
    """The domain's trials."""

    _scope: Scope

    def add_trial(self, trial: Trial, user_id: int) -> None:
        """Keep a trial of a group."""
        row = {"id": trial.id, "chat_id": trial.chat_id, "user_id": user_id, "since": trial.since}
        self._scope.connection.execute(_ADD, row | {"person_id": trial.person_id})

    def trial(self, trial_id: int) -> Trial | None:
        """A trial that has not ended."""
        row = self._scope.connection.execute(_TRIAL, {"trial": trial_id}).first()
        return None if row is None else Trial(*row)

    def arrived(self, trial_id: int) -> str:
        """What has arrived from its person there since it began."""
        keys = {"trial": trial_id, "bot": self._scope.bot_id}
        execute = self._scope.connection.execute
        mention = bool(execute(_MENTIONS, keys).scalar())
        album = int(execute(_PARTS, keys).scalar() or 0) >= WHOLE_ALBUM
        plain = bool(execute(_PLAIN, keys).scalar())
        return "".join(tick for tick, there in zip("map", (mention, album, plain), strict=True) if there)

    def keep_trial(self, trial_id: int, seen: str, *, ended: bool) -> None:
        """Keep what arrived."""
        self._scope.connection.execute(_KEEP, {"trial": trial_id, "ticks": seen, "over": ended})
