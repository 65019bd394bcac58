"""The outbox as the dispatcher looks at it and claims from it; `storage.settling` ends a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, or_, select, update

from storage.tables import outbox

OPEN = ("new", "leased", "ambiguous")

IS_OPEN = outbox.c.state.in_([literal_column(f"'{state}'") for state in OPEN])
"""Written out, not bound: SQLite takes a partial index only where its condition stands in the statement."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open row as far as the lanes must know it; `lease_until` is wall time, UTC."""

    id: int
    destination: str
    key: str
    state: str
    priority: int
    chat_id: int | None
    route: str | None
    lease_until: datetime | None


@dataclass(frozen=True, slots=True)
class Row:
    """An open row with all that sending it needs."""

    id: int
    destination: str
    key: str
    params: str
    about: int | None
    card_id: int | None
    parent_id: int | None
    priority: int
    silent: bool
    state: str
    attempts: int
    probes: int
    chat_id: int | None
    route: str | None
    floor: int | None
    digest: bytes | None
    lease_until: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What is written down with a claim, so that another process can find out what became of it."""

    row_id: int
    chat_id: int
    route: str
    floor: int
    digest: bytes


_LOOK = select(
    outbox.c.id,
    outbox.c.destination,
    outbox.c.key,
    outbox.c.state,
    outbox.c.priority,
    outbox.c.chat_id,
    outbox.c.route,
    outbox.c.lease_until,
)
_DUE = or_(outbox.c.state.in_(("leased", "ambiguous")), outbox.c.not_before <= bindparam("now"))
_SCAN = _LOOK.where(IS_OPEN, _DUE).order_by(outbox.c.priority, outbox.c.id).limit(bindparam("most"))
_FRESH = (
    _LOOK.where(
        outbox.c.state == "new", outbox.c.id > bindparam("after"), outbox.c.not_before <= bindparam("now")
    )
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
_NEXT = select(func.min(outbox.c.not_before)).where(
    outbox.c.state == "new", outbox.c.id > bindparam("after"), outbox.c.not_before > bindparam("now")
)
_NEXT_OF_ALL = select(func.min(outbox.c.not_before)).where(
    IS_OPEN, outbox.c.state == "new", outbox.c.not_before > bindparam("now")
)
_ROWS = select(*(outbox.c[name] for name in Row.__slots__)).where(
    outbox.c.id.in_(bindparam("ids", expanding=True)), IS_OPEN
)
_ANY = select(*(outbox.c[name] for name in Row.__slots__)).where(outbox.c.id == bindparam("row_id"))
_FREE = (
    select(outbox.c.id)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.state == "new")
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(_FREE.scalar_subquery()))
    .values(state="leased", lease_until=bindparam("until"))
    .returning(outbox.c.id)
)
_PLACE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(
        chat_id=bindparam("to_chat"),
        route=bindparam("by_route"),
        floor=bindparam("from_floor"),
        digest=bindparam("words"),
    )
)


def scan(connection: Connection, now: datetime, most: int) -> list[Waiting]:
    """Everything open and due, leased and ambiguous rows included, by priority and age."""
    return [Waiting(*row) for row in connection.execute(_SCAN, {"now": now, "most": most})]


def fresh(connection: Connection, now: datetime, after: int, most: int) -> list[Waiting]:
    """New rows above an id; commits overlap, so ask from somewhat below the highest id seen."""
    return [Waiting(*row) for row in connection.execute(_FRESH, {"now": now, "after": after, "most": most})]


def next_time(connection: Connection, now: datetime, after: int) -> datetime | None:
    """When the next row above an id falls due (UTC), or None."""
    if after == 0:
        return connection.execute(_NEXT_OF_ALL, {"now": now}).scalar()
    return connection.execute(_NEXT, {"now": now, "after": after}).scalar()


def load(connection: Connection, ids: Sequence[int]) -> list[Row]:
    """These rows, as far as they are still open."""
    if not ids:
        return []
    return [Row(*row) for row in connection.execute(_ROWS, {"ids": list(ids)})]


def any_state(connection: Connection, row_id: int) -> Row:
    """A row, settled or not."""
    return Row(*connection.execute(_ANY, {"row_id": row_id}).one())


def claim(connection: Connection, claims: Sequence[Claim], until: datetime) -> set[int]:
    """Lease rows immediately before they are sent; answers those that nobody else had."""
    if not claims:
        return set()
    wanted = {"ids": [claim.row_id for claim in claims], "until": until}
    mine = {row.id for row in connection.execute(_CLAIM, wanted)}
    places = [_placed(claim) for claim in claims if claim.row_id in mine]
    if places:
        connection.execute(_PLACE, places)
    return mine


def place(connection: Connection, claim: Claim) -> None:
    """Write down anew where a row goes, when it is sent again."""
    connection.execute(_PLACE, _placed(claim))


def _placed(claim: Claim) -> dict[str, Any]:
    return {
        "row_id": claim.row_id,
        "to_chat": claim.chat_id,
        "by_route": claim.route,
        "from_floor": claim.floor,
        "words": claim.digest,
    }
