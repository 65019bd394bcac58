"""What the bot may still say aloud to neighbours today, and the one card of the day for all the rest.

Six messages a day: five for cards and results, the sixth is the day's own card. It calls by name whoever can
be reached nowhere else, and tells what waits for tomorrow; being a card, it only ever grows by edits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, func, select, update

from domain.kernel.hours import QUIET_UNTIL, instant
from domain.kernel.words import CardKind, Priority, ToChat
from storage import cards as card_rows
from storage import settling
from storage.routes import ZONE
from storage.tables import cards, chats, day_notes, group_days, outbox, places
from storage.upsert import insert

SAID, HELD, MAIL = "said", "held", "mail"

_GROUP = (
    select(chats.c.audience, places.c.zone)
    .outerjoin(places, places.c.id == chats.c.place_id)
    .where(chats.c.chat_id == bindparam("chat"))
)
_MAKE = insert(group_days).on_conflict_do_nothing(index_elements=["chat_id", "day"])
_DAY = (
    select(group_days.c.id)
    .where(group_days.c.chat_id == bindparam("chat"), group_days.c.day == bindparam("date"))
    .with_for_update()
)
_NOTE = insert(day_notes).on_conflict_do_nothing(index_elements=["day_id", "kind", "subject_id"])
_NOTED = select(day_notes.c.subject_id).where(
    day_notes.c.day_id == bindparam("of"),
    day_notes.c.kind == SAID,
    day_notes.c.subject_id == bindparam("subject"),
)
_SPOKEN = select(func.count()).where(day_notes.c.day_id == bindparam("of"), day_notes.c.kind == SAID)
_STANDS = select(cards.c.id).where(cards.c.kind == CardKind.DAY.value, cards.c.subject_id == bindparam("of"))
_CONCERNED = select(day_notes.c.day_id).where(
    day_notes.c.kind == bindparam("sort"), day_notes.c.subject_id == bindparam("subject")
)
_CALLED = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"), outbox.c.state.in_(("new", "leased", "ambiguous")))
    .values(state="sent", route="mention", settled_at=bindparam("at"), lease_until=None, error=None)
)


@dataclass(frozen=True, slots=True)
class GroupDay:
    """One local day of a group, locked; `neighbours`: they read there, so words are counted."""

    id: int
    chat_id: int
    zone: str
    neighbours: bool


def today(connection: Connection, chat_id: int, now: datetime, new_id: Callable[[], int]) -> GroupDay:
    """The group's day at `now` (UTC), locked until the commit; a group without a place has our usual zone."""
    group = connection.execute(_GROUP, {"chat": chat_id}).first()
    zone = group.zone or ZONE if group is not None else ZONE
    date = now.astimezone(ZoneInfo(zone)).date().isoformat()
    connection.execute(_MAKE, {"id": new_id(), "chat_id": chat_id, "day": date})
    day_id: int = connection.execute(_DAY, {"chat": chat_id, "date": date}).scalar_one()
    return GroupDay(day_id, chat_id, zone, group is None or group.audience != "workers")


def admit(connection: Connection, day: GroupDay, row_id: int, most: int) -> bool:
    """Whether this row may be said aloud on a day of `most` messages, the last of them the day's own card.

    Asked again about the same row, the answer is the same.
    """
    if connection.execute(_NOTED, {"of": day.id, "subject": row_id}).first() is not None:
        return True
    if connection.execute(_SPOKEN, {"of": day.id}).scalar_one() >= most - 1:
        return False
    _note(connection, day, SAID, row_id)
    _refresh(connection, HELD, row_id)
    return True


def hold(
    connection: Connection, day: GroupDay, row_id: int, now: datetime, new_id: Callable[[], int]
) -> None:
    """Let a row wait for the next morning; the day's card says that something does."""
    settling.later(connection, row_id, tomorrow(now, day.zone), "six a day", 0)
    _note(connection, day, HELD, row_id)
    _show(connection, day, now, new_id)


def call(
    connection: Connection,
    chat_id: int,
    row_id: int,
    person_id: int,
    now: datetime,
    new_id: Callable[[], int],
) -> None:
    """Call somebody by name on the day's card; what the row says is told once their private chat opens."""
    day = today(connection, chat_id, now, new_id)
    if connection.execute(_CALLED, {"row_id": row_id, "at": now}).rowcount:
        _note(connection, day, MAIL, person_id)
        _show(connection, day, now, new_id)


def heard(connection: Connection, person_id: int) -> None:
    """They have opened their private chat: their name leaves the cards."""
    _refresh(connection, MAIL, person_id)


def tomorrow(now: datetime, zone: str) -> datetime:
    """The end of the next quiet hours, UTC: when what had to wait is said."""
    local = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return instant(datetime.combine(local, QUIET_UNTIL), zone)


def _show(connection: Connection, day: GroupDay, now: datetime, new_id: Callable[[], int]) -> None:
    if connection.execute(_STANDS, {"of": day.id}).first() is not None:
        card_rows.refresh(connection, CardKind.DAY, day.id)
        return
    to = ToChat(day.chat_id)
    card_rows.post(connection, new_id(), CardKind.DAY, day.id, to, now, now, Priority.DUTY)


def _note(connection: Connection, day: GroupDay, kind: str, subject_id: int) -> None:
    connection.execute(_NOTE, {"day_id": day.id, "kind": kind, "subject_id": subject_id})


def _refresh(connection: Connection, kind: str, subject_id: int) -> None:
    found = connection.execute(_CONCERNED, {"sort": kind, "subject": subject_id}).scalars().all()
    for day_id in found:
        card_rows.refresh(connection, CardKind.DAY, day_id)
