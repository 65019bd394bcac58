"""What the screen of one's own shows beside cases: roles with their places, and calls signed up for."""

from sqlalchemy import bindparam, select

from domain.calls.rules import CallState, Seat
from domain.flows.mine import Belonging, Going
from domain.kernel.people import Role
from storage.reading import Reading
from storage.tables import calls, grants, places, signups

_BELONGINGS = (
    select(grants.c.role, places.c.name)
    .join(places, places.c.id == grants.c.place_id)
    .where(grants.c.person_id == bindparam("person"))
    .order_by(grants.c.since, grants.c.id)
)
_GOING = (
    select(calls.c.id, signups.c.seat)
    .join(signups, signups.c.call_id == calls.c.id)
    .where(
        signups.c.person_id == bindparam("person"),
        signups.c.seat != Seat.LEFT.value,
        calls.c.state == CallState.OPEN.value,
    )
    .order_by(calls.c.id.desc())
    .limit(bindparam("most"))
)


class MineReads(Reading):
    """Satisfies domain.flows.mine.MineSheets."""

    def belongings(self, person_id: int) -> tuple[Belonging, ...]:
        """The person's roles, the oldest first."""
        rows = self._connection.execute(_BELONGINGS, {"person": person_id}).all()
        return tuple(Belonging(Role(role), name) for role, name in rows)

    def going(self, person_id: int, most: int) -> tuple[Going, ...]:
        """The newest open calls that the person signed up for; `most` of them."""
        rows = self._connection.execute(_GOING, {"person": person_id, "most": most}).all()
        return tuple(Going(call_id, seat == Seat.WAITING) for call_id, seat in rows)
