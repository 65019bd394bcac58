"""Cases on the cards of groups' days: put there once a day, shown as they stand."""

from sqlalchemy import bindparam, select

from domain.cases.daycard import SOLVED
from domain.cases.rules import Grade
from domain.cases.streams import Stream
from domain.cases.table import OPEN
from domain.kernel.days import DayCase
from domain.kernel.hours import awake
from domain.kernel.words import CardKind, Priority, ToChat
from domain.places.tree import Level
from storage import cards as card_rows
from storage.case_rows import shown_place
from storage.days import today
from storage.places import SqlPlaces
from storage.reading import Reading
from storage.scope import Scope
from storage.tables import bodies, cases, chats, day_notes, places
from storage.upsert import insert

CASE = "case"
"""The kind of note on a day's card whose subject is a case."""

_ROOMS = (
    select(chats.c.chat_id)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        chats.c.place_id.in_(bindparam("path", expanding=True)),
        places.c.level != Level.CLUB.value,
        chats.c.audience == "residents",
        chats.c.present.is_(True),
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id)
)
_NOTE = insert(day_notes).on_conflict_do_nothing(index_elements=["day_id", "kind", "subject_id"])
_LISTED = select(day_notes.c.day_id).where(
    day_notes.c.kind == CASE, day_notes.c.subject_id == bindparam("case")
)
_compound = places.alias("compound")
_CASES = (
    select(
        cases.c.number,
        cases.c.stream_reason,
        cases.c.state,
        cases.c.handler_id,
        cases.c.assignee_id,
        cases.c.due_at,
        shown_place(places.c.name, _compound.c.name).label("place"),
        bodies.c.name.label("body"),
        _compound.c.zone,
    )
    .join(day_notes, day_notes.c.subject_id == cases.c.id)
    .join(places, places.c.id == cases.c.place_id)
    .join(bodies, bodies.c.id == cases.c.body_id)
    .join(_compound, _compound.c.id == cases.c.compound_id)
    .where(
        day_notes.c.day_id == bindparam("day"),
        day_notes.c.kind == CASE,
        cases.c.shared.is_(True),
        cases.c.stream == Stream.COMMUNITY.value,
        cases.c.grade != Grade.DANGER.value,
        cases.c.state.in_(sorted({*OPEN, *SOLVED})),
    )
    .order_by(cases.c.number.desc())
)


class SqlDays:
    """Satisfies the domain's DayCards."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def put(self, case_id: int, place_id: int) -> None:
        """Put the case on today's card of each group of neighbours at its place or above it.

        The days are locked in the order of their chats; a card that does not stand yet wakes nobody.
        """
        scope = self._scope
        path = SqlPlaces(scope).path(place_id)
        for chat_id in self._execute(_ROOMS, {"path": path}).scalars().all():
            day = today(scope.connection, chat_id, scope.now, scope.new_id)
            self._execute(_NOTE, {"day_id": day.id, "kind": CASE, "subject_id": case_id})
            at = awake(scope.now, day.zone)
            card = (scope.new_id(), CardKind.DAY, day.id, ToChat(chat_id))
            card_rows.post(scope.connection, *card, scope.now, at, Priority.DUTY)

    def refresh(self, case_id: int) -> None:
        """Every card that lists the case shows it as it stands."""
        for day_id in self._execute(_LISTED, {"case": case_id}).scalars().all():
            card_rows.refresh(self._scope.connection, CardKind.DAY, day_id)


class DayCaseReads(Reading):
    """What of a day's card is about cases."""

    def _day_cases(self, day_id: int) -> tuple[DayCase, ...]:
        return tuple(
            DayCase(
                row.number,
                row.stream_reason,
                row.place,
                row.state in SOLVED,
                self._called_if(row.handler_id or row.assignee_id),
                row.body,
                row.due_at,
                row.zone,
                row.handler_id is not None,
            )
            for row in self._connection.execute(_CASES, {"day": day_id})
        )
