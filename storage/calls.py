"""Calls and who signed up; the call's row is locked before anything about its places is read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.calls.ports import Group
from domain.calls.rules import Call, CallState, Seat, Signup
from domain.kernel.errors import NotFound
from domain.kernel.people import Standing
from storage.scope import Scope
from storage.tables import calls, chats, places, signups
from storage.upsert import insert

CALL_FIELDS = (
    calls.c.id,
    calls.c.compound_id,
    calls.c.creator_id,
    calls.c.title,
    calls.c.capacity,
    calls.c.state,
    calls.c.opened_at,
    calls.c.confirmed,
    calls.c.waiting,
    calls.c.turn,
    calls.c.offered,
    calls.c.place_id,
    calls.c.chat_id,
    calls.c.thread_id,
    calls.c.starts_at,
    calls.c.ends_at,
    calls.c.round,
)
"""In the order of Call's own fields."""

STATE = CALL_FIELDS.index(calls.c.state)

SIGNUP_FIELDS = (
    signups.c.call_id,
    signups.c.person_id,
    signups.c.seat,
    signups.c.turn,
    signups.c.at,
    signups.c.until,
    signups.c.came,
    signups.c.minutes,
)
"""In the order of Signup's own fields."""

CHANGING = ("state", "confirmed", "waiting", "turn", "offered", "capacity", "round", "opened_at",
            "starts_at", "ends_at", "place_id", "chat_id")  # fmt: skip

_ADD = plain_insert(calls)
_SAVE = (
    update(calls)
    .where(calls.c.id == bindparam("call"))
    .values({name: bindparam(f"new_{name}", type_=calls.c[name].type) for name in CHANGING})
)
_GET = select(*CALL_FIELDS).where(calls.c.id == bindparam("call")).with_for_update()
_SIGNUP = select(*SIGNUP_FIELDS).where(
    signups.c.call_id == bindparam("call"), signups.c.person_id == bindparam("person")
)
_FIRST = (
    select(*SIGNUP_FIELDS)
    .where(signups.c.call_id == bindparam("call"), signups.c.seat == Seat.WAITING.value)
    .order_by(signups.c.turn)
    .limit(1)
)
_SEATED = (
    select(*SIGNUP_FIELDS)
    .where(signups.c.call_id == bindparam("call"), signups.c.seat != Seat.LEFT.value)
    .order_by(signups.c.turn)
)
_JOINED = (
    select(signups.c.call_id)
    .join(calls, calls.c.id == signups.c.call_id)
    .where(
        signups.c.person_id == bindparam("person"),
        signups.c.seat != Seat.LEFT.value,
        calls.c.state.in_((CallState.OPEN.value, CallState.CLOSED.value)),
    )
    .order_by(signups.c.call_id)
)
_LAPSED = (
    select(*SIGNUP_FIELDS)
    .where(
        signups.c.call_id == bindparam("call"),
        signups.c.seat == Seat.OFFERED.value,
        signups.c.until <= bindparam("now", type_=signups.c.until.type),
    )
    .order_by(signups.c.turn)
)
_GROUPS = (
    select(chats.c.chat_id, places.c.id, places.c.compound_id)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        places.c.compound_id.in_(bindparam("compounds", expanding=True)),
        chats.c.audience == "residents",
        chats.c.present,
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id.desc())
)
_inserted = insert(signups)
_KEEP = _inserted.on_conflict_do_update(
    index_elements=["call_id", "person_id"],
    set_={name: _inserted.excluded[name] for name in ("seat", "turn", "at", "until", "came", "minutes")},
)


def call_of(row: Any) -> Call:
    """The call of a row of CALL_FIELDS."""
    values = list(row[: len(CALL_FIELDS)])
    values[STATE] = CallState(values[STATE])
    return Call(*values)


class SqlCalls:
    """Satisfies the domain's Calls."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def add(self, call: Call) -> None:
        """Keep a new call."""
        self._execute(_ADD, {column.name: getattr(call, column.name) for column in CALL_FIELDS})

    def save(self, call: Call) -> None:
        """Keep a changed call."""
        self._execute(_SAVE, {"call": call.id} | {f"new_{name}": getattr(call, name) for name in CHANGING})

    def get_for(self, me: Standing, call_id: int) -> Call:
        """The call, its row locked first, for somebody with a grant in its compound; raises NotFound."""
        row = self._execute(_GET, {"call": call_id}).first()
        if row is None or all(grant.compound_id != row[1] for grant in me.grants):
            raise NotFound
        call = call_of(row)
        if call.state in (CallState.DRAFT, CallState.DROPPED) and call.creator_id != me.person_id:
            raise NotFound
        return call

    def due(self, call_id: int) -> Call:
        """The call, locked, for the clock itself; raises NotFound."""
        row = self._execute(_GET, {"call": call_id}).first()
        if row is None:
            raise NotFound
        return call_of(row)

    def signup(self, call_id: int, person_id: int) -> Signup | None:
        """That person's sign-up, left ones included."""
        row = self._execute(_SIGNUP, {"call": call_id, "person": person_id}).first()
        return None if row is None else _signup(*row)

    def keep(self, signup: Signup) -> None:
        """Keep a sign-up; one per call and person."""
        row = {
            "call_id": signup.call_id,
            "person_id": signup.person_id,
            "seat": signup.seat.value,
            "turn": signup.turn,
            "at": signup.at,
            "until": signup.until,
            "came": signup.came,
            "minutes": signup.minutes,
        }
        self._execute(_KEEP, row)

    def first_waiting(self, call_id: int) -> Signup | None:
        """Whoever has waited longest, by turn."""
        row = self._execute(_FIRST, {"call": call_id}).first()
        return None if row is None else _signup(*row)

    def seated(self, call_id: int, *seats: Seat) -> Sequence[Signup]:
        """Everybody with one of these seats, by turn."""
        found = (_signup(*row) for row in self._execute(_SEATED, {"call": call_id}).all())
        return [signup for signup in found if signup.seat in seats]

    def joined(self, person_id: int) -> Sequence[int]:
        """The calls that are not over and in which that person has a seat or a turn."""
        return self._execute(_JOINED, {"person": person_id}).scalars().all()

    def lapsed(self, call_id: int, now: datetime) -> Sequence[Signup]:
        """Those whose offer has run out at `now` (UTC), by turn."""
        return [_signup(*row) for row in self._execute(_LAPSED, {"call": call_id, "now": now}).all()]

    def groups(self, compound_ids: tuple[int, ...]) -> Sequence[Group]:
        """The residents' groups of these compounds that the bot is in, by the platform's id."""
        rows = self._execute(_GROUPS, {"compounds": compound_ids}).all()
        return [Group(row[0], row[1], row[2]) for row in rows]


def _signup(call_id: int, person_id: int, seat: str, *rest: Any) -> Signup:
    return Signup(call_id, person_id, Seat(seat), *rest)
