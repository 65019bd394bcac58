"""Which message ids of a chat are known: what a probe may look for is everything else."""

from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
)

from storage.tables import Instant, cards, inbox, outbox

SHARED_ABOVE = -1_000_000_000_000
"""Chats above this id (private ones and basic groups) share one sequence of message ids per bot; supergroups
and channels count for themselves. Source: Bot API ids are -100… for them; the shared sequence is MTProto's.
"""

CANDIDATES = 64
"""Most unknown ids that are listed; a probe stops long before."""

MOST_CALLS = 20
"""Calls remembered of one row: a group's allowance for a minute."""


def _here(table: Table, shared: bool) -> ColumnElement[bool]:
    return table.c.chat_id > SHARED_ABOVE if shared else table.c.chat_id == bindparam("chat")


def _top(table: Table, shared: bool) -> Select[tuple[int]]:
    return select(func.max(table.c.message_id)).where(_here(table, shared))


def _between(table: Table, shared: bool) -> Select[tuple[int]]:
    above, upto = table.c.message_id > bindparam("low"), table.c.message_id <= bindparam("high")
    return select(table.c.message_id).where(and_(_here(table, shared), above, upto))


_TOPS = {shared: (_top(inbox, shared), _top(outbox, shared)) for shared in (False, True)}
_KNOWN = {shared: (_between(inbox, shared), _between(outbox, shared)) for shared in (False, True)}

# The newest arrivals hold the highest ids: enough to keep a remembered top fresh without walking the index.
_RECENT = (
    select(inbox.c.message_id, inbox.c.chat_id)
    .order_by(inbox.c.id.desc())
    .limit(bindparam("most"))
    .subquery()
)
_RECENT_TOP = select(func.max(_RECENT.c.message_id)).where(_RECENT.c.chat_id > SHARED_ABOVE)


# By the newest ids, so that no index is needed: more cannot have left within a minute.
_NEWEST = (
    select(
        outbox.c.chat_id,
        outbox.c.state,
        outbox.c.settled_at,
        outbox.c.lease_until,
        (outbox.c.attempts + outbox.c.probes + case((outbox.c.state == "sent", 0), else_=1)).label("calls"),
    )
    .where(outbox.c.state.in_(("sent", "leased", "ambiguous")), outbox.c.chat_id.is_not(None))
    .order_by(outbox.c.id.desc())
    .limit(4000)
    .subquery()
)
_LEFT_AT = func.coalesce(_NEWEST.c.settled_at, _NEWEST.c.lease_until)
_LATELY = select(_NEWEST.c.chat_id, type_coerce(_LEFT_AT, Instant), _NEWEST.c.calls).where(
    bindparam("since", type_=Instant) <= _LEFT_AT
)
_EDITED = select(cards.c.chat_id, cards.c.edited_at, cards.c.attempts + 1).where(
    cards.c.chat_id.is_not(None), cards.c.edited_at >= bindparam("since")
)

_SAME_WORDS = (
    select(outbox.c.id)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.digest == bindparam("words"),
        outbox.c.id != bindparam("but"),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_RESENT = (
    select(outbox.c.id)
    .where(outbox.c.chat_id == bindparam("chat"), outbox.c.id != bindparam("but"))
    .where(or_(outbox.c.probes > 0, outbox.c.attempts > 1))
    .where(outbox.c.key.not_like("act:%"))  # an act is no message, however often it is tried
    .order_by(outbox.c.id.desc())
    .limit(bindparam("most"))
)


def lately(connection: Connection, since: datetime) -> list[tuple[int, datetime]]:
    """Chats and times (UTC) of every call that left or may have left since then, in order of time.

    Of a row's several calls (a try, its probes) only the last one's time is known; each may have been as
    late as that, and the one under way at a kill is not counted yet.
    """
    found = [connection.execute(left, {"since": since}).all() for left in (_LATELY, _EDITED)]
    calls = (
        (chat_id, at)
        for rows in found
        for chat_id, at, count in rows
        for _ in range(max(1, min(count, MOST_CALLS)))
    )
    return sorted(calls, key=lambda one: one[1])


def shared(chat_id: int) -> bool:
    """Whether this chat's message ids come from the bot-wide sequence."""
    return chat_id > SHARED_ABOVE


def highest(connection: Connection, chat_id: int) -> int:
    """The highest message id known in this chat's sequence, 0 where none is."""
    where = {} if shared(chat_id) else {"chat": chat_id}
    tops: list[Any] = [connection.execute(top, where).scalar() for top in _TOPS[shared(chat_id)]]
    return max(top or 0 for top in tops)


def recent(connection: Connection, most: int = 100) -> int:
    """The highest id of the bot-wide sequence among the newest arrivals, 0 where none is."""
    return connection.execute(_RECENT_TOP, {"most": most}).scalar() or 0


def unknown(connection: Connection, chat_id: int, above: int, upto: int) -> list[int]:
    """The ids above `above` up to and with `upto` that nobody has told us of, ascending."""
    where: dict[str, int] = {"low": above, "high": upto}
    if not shared(chat_id):
        where["chat"] = chat_id
    known: set[int] = set()
    for statement in _KNOWN[shared(chat_id)]:
        known.update(row.message_id for row in connection.execute(statement, where))
    return list(islice((number for number in range(above + 1, upto + 1) if number not in known), CANDIDATES))


def resent(connection: Connection, chat_id: int, but: int, most: int = 20) -> list[int]:
    """The newest other rows here that were sent more than once: their first message may come late."""
    return list(connection.execute(_RESENT, {"chat": chat_id, "but": but, "most": most}).scalars())


def owner(connection: Connection, chat_id: int, digest: bytes, but: int) -> int | None:
    """The newest other row that was sent here with these words."""
    return connection.execute(_SAME_WORDS, {"chat": chat_id, "words": digest, "but": but}).scalar()
