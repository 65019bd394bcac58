"""Calls and who signed up; the call's row is locked before anything about its places is read."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.calls.rules import Call, CallState, Seat, Signup
from domain.kernel.errors import NotFound
from domain.kernel.people import Standing
from storage.scope import Scope
from storage.tables import calls, signups
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
)
"""In the order of Call's own fields."""

STATE = CALL_FIELDS.index(calls.c.state)

SIGNUP_FIELDS = (signups.c.call_id, signups.c.person_id, signups.c.seat, signups.c.turn, signups.c.at)

CHANGING = ("state", "confirmed", "waiting", "turn")

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
_inserted = insert(signups)
_KEEP = _inserted.on_conflict_do_update(
    index_elements=["call_id", "person_id"],
    set_={name: _inserted.excluded[name] for name in ("seat", "turn", "at")},
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
        }
        self._execute(_KEEP, row)

    def first_waiting(self, call_id: int) -> Signup | None:
        """Whoever has waited longest, by turn."""
        row = self._execute(_FIRST, {"call": call_id}).first()
        return None if row is None else _signup(*row)


def _signup(call_id: int, person_id: int, seat: str, turn: int, at: datetime) -> Signup:
    return Signup(call_id, person_id, Seat(seat), turn, at)
