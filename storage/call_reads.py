"""Reads of calls for showing: one call with its names, the groups for a draft."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import bindparam, select

from domain.calls.rules import Seat
from domain.calls.sheets import NAMED, CallSheet, GroupSheet, Ticked
from domain.kernel.people import Grant, Role
from domain.kernel.rights import Right, may_gather
from storage import reads
from storage.calls import CALL_FIELDS, call_of
from storage.reading import Reading
from storage.tables import calls, chats, grants, places

_compound = places.alias("compound")
_SHEETS = (
    select(*CALL_FIELDS, _compound.c.zone, places.c.name, _compound.c.name)
    .join(_compound, _compound.c.id == calls.c.compound_id)
    .outerjoin(places, places.c.id == calls.c.place_id)
)
_CALL = _SHEETS.where(calls.c.id == bindparam("call"))
_LEADS = (
    select(calls.c.compound_id, grants.c.role, grants.c.place_id, grants.c.compound_id)
    .join(grants, grants.c.person_id == calls.c.creator_id)
    .where(calls.c.id == bindparam("call"), grants.c.compound_id == calls.c.compound_id)
)
_TREE = select(places.c.id, places.c.parent_id).where(places.c.compound_id == bindparam("compound"))
_GROUPS = (
    select(chats.c.chat_id, places.c.id, places.c.name)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        places.c.compound_id == bindparam("compound"),
        chats.c.audience == "residents",
        chats.c.present,
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id.desc())
)


class CallReads(Reading):
    """Satisfies the domain's CallSheets."""

    def call_sheet(self, call_id: int) -> CallSheet | None:
        """The sheet, or None where there is no such call."""
        row = self._connection.execute(_CALL, {"call": call_id}).first()
        return None if row is None else self._call_sheet(row)

    def call_groups(self, call_id: int) -> tuple[GroupSheet, ...]:
        """The groups that the call's writer may send it to."""
        rows = self._connection.execute(_LEADS, {"call": call_id}).all()
        if not rows:
            return ()
        held = [Grant(Role(row[1]), row[2], row[3]) for row in rows]
        tree = self._connection.execute(_TREE, {"compound": rows[0][0]}).all()
        above = {row[0]: row[1] for row in tree}
        found = self._connection.execute(_GROUPS, {"compound": rows[0][0]}).all()
        path = partial(_path, above)
        return tuple(
            GroupSheet(row[0], row[2]) for row in found if may_gather(held, Right.CALL, row[1], path)
        )

    def _call_sheet(self, row: Any) -> CallSheet:
        call = call_of(row)
        zone, place, compound = row[len(CALL_FIELDS) :]
        seats = self._connection.execute(reads.SEATS, {"call": call.id}).all()
        coming, waiting, asked = (
            [one for one in seats if one.seat == seat][:NAMED]
            for seat in (Seat.CONFIRMED, Seat.WAITING, Seat.OFFERED)
        )
        ticked = [one for one in seats if one.seat == Seat.CONFIRMED and one.came]

        def names(shown: Sequence[Any]) -> tuple[str, ...]:
            return tuple(self._named(one.person_id, one.name) for one in shown)

        return CallSheet(
            call,
            self._called(call.creator_id),
            coming=names(coming),
            waiting=names(waiting),
            asked=names(asked),
            zone=zone,
            place=place or compound,
            roll=tuple(
                Ticked(one.person_id, self._named(one.person_id, one.name), bool(one.came)) for one in coming
            ),
            came=names(ticked[:NAMED]),
            ticked=len(ticked),
        )


def _path(above: dict[int, int | None], place_id: int) -> tuple[int, ...]:
    found, at = list[int](), place_id
    while at in above and at not in found:
        found.append(at)
        at = above[at] or 0
    return tuple(found)
