"""Cards: one message per subject and chat, refreshed by version, so that no change is lost during a send."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.kernel.words import CardKind, Destination, Priority
from storage.outbox import encode, leave
from storage.recusals import among
from storage.scope import Scope
from storage.tables import cards

NEVER_BEHIND = 2**31 - 1
"""`shown` of a card that others show in its place (each worker's own): no version overtakes it."""

_OPEN = {
    "sqlite": sqlite.insert(cards).on_conflict_do_nothing().returning(cards.c.id),
    "postgresql": postgresql.insert(cards).on_conflict_do_nothing().returning(cards.c.id),
}
_REFRESH = (
    update(cards)
    .where(cards.c.kind == bindparam("of"), cards.c.subject_id == bindparam("subject"))
    .values(version=cards.c.version + 1, not_before=None)
)


def post(
    connection: Connection,
    card_id: int,
    kind: CardKind,
    subject_id: int,
    to: Destination,
    now: datetime,
    not_before: datetime,
    priority: Priority,
) -> None:
    """Make a card and the row that posts it, once per subject and destination; times are UTC."""
    row = {
        "id": card_id,
        "kind": kind.value,
        "subject_id": subject_id,
        "destination": encode(to),
        "version": 1,
        "shown": 0,
        "attempts": 0,
        "stuck": False,
    }
    if connection.execute(_OPEN[connection.dialect.name], row).scalar() is None:
        return
    leave(
        connection,
        destination=encode(to),
        key="card",
        params="{}",
        about=subject_id,
        card_id=card_id,
        priority=int(priority),
        silent=False,
        not_before=not_before,
        dedupe=f"card:{card_id}",
        created_at=now,
    )


def refresh(connection: Connection, kind: CardKind, subject_id: int) -> None:
    """Mark every card of this subject dirty."""
    connection.execute(_REFRESH, {"of": kind.value, "subject": subject_id})


class SqlCards:
    """The domain's `Cards` over one transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def open(
        self,
        kind: CardKind,
        subject_id: int,
        to: Destination,
        *,
        not_before: datetime | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Post a card there, once per subject and destination; an outbox row with the key "card" posts it."""
        scope = self._scope
        post(
            scope.connection,
            scope.new_id(),
            kind,
            subject_id,
            among(scope.connection, to, subject_id),
            scope.now,
            not_before or scope.now,
            priority,
        )

    def refresh(self, kind: CardKind, subject_id: int) -> None:
        """Mark every card of this subject dirty; they are edited once, with the newest state."""
        refresh(self._scope.connection, kind, subject_id)
