"""One message for many becomes one row for each of them, in one transaction."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.kernel.words import ToPerson
from storage import settling
from storage.cards import NEVER_BEHIND
from storage.outbox import encode, leave
from storage.queue import Row
from storage.tables import cards

_CARD = select(cards.c.kind, cards.c.subject_id, cards.c.version).where(cards.c.id == bindparam("card"))
_COPY = {
    "sqlite": sqlite.insert(cards).on_conflict_do_nothing().returning(cards.c.id),
    "postgresql": postgresql.insert(cards).on_conflict_do_nothing().returning(cards.c.id),
}
_STAND_IN = update(cards).where(cards.c.id == bindparam("card")).values(shown=NEVER_BEHIND)


def expand(
    connection: Connection,
    row: Row,
    person_ids: Sequence[int],
    now: datetime,
    new_id: Callable[[], int],
) -> bool:
    """Settle the row and leave one for each person; False where somebody else has done it."""
    if not settling.end(connection, row.id, "expanded", None, now):
        return False
    for person_id in person_ids:
        if row.card_id is None:
            _child(connection, row, person_id, None, f"{row.id}:{person_id}", now)
        elif (card_id := _own_card(connection, row.card_id, person_id, new_id)) is not None:
            _child(connection, row, person_id, card_id, f"card:{card_id}", now)
    if row.card_id is not None:
        connection.execute(_STAND_IN, {"card": row.card_id})
    return True


def _own_card(connection: Connection, parent: int, person_id: int, new_id: Callable[[], int]) -> int | None:
    """A card of that person's own; None where they have one, unique by kind, subject and destination."""
    of = connection.execute(_CARD, {"card": parent}).one()
    values = {
        "id": new_id(),
        "kind": of.kind,
        "subject_id": of.subject_id,
        "destination": encode(ToPerson(person_id)),
        "version": of.version,
        "shown": 0,
        "attempts": 0,
        "stuck": False,
    }
    return connection.execute(_COPY[connection.dialect.name], values).scalar()


def _child(
    connection: Connection, row: Row, person_id: int, card_id: int | None, dedupe: str, now: datetime
) -> None:
    leave(
        connection,
        destination=encode(ToPerson(person_id)),
        key=row.key,
        params=row.params,
        about=row.about,
        card_id=card_id,
        parent_id=row.id,
        priority=row.priority,
        silent=row.silent,
        not_before=now,
        dedupe=dedupe,
        created_at=now,
    )
