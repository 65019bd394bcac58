"""Reads of posters, buildings and calls that are owed, for showing."""

from sqlalchemy import bindparam, or_, select

from domain.cases.calling import JUDGED
from domain.cases.intake_sheets import CallSheet, PosterSheet
from domain.places.tree import Level, by_name
from storage import reads
from storage.places import PLACE_FIELDS, place_of
from storage.reading import Reading
from storage.tables import cases, places, posters

_compound = places.alias("compound")
_above = places.alias("above")
_POSTER = (
    select(posters.c.id, _compound.c.name, places.c.name, places.c.level, _above.c.name, posters.c.spot)
    .join(places, places.c.id == posters.c.place_id)
    .join(_compound, _compound.c.id == posters.c.compound_id)
    .outerjoin(_above, _above.c.id == places.c.parent_id)
    .where(posters.c.id == bindparam("poster"), posters.c.retired.is_(False))
)
_BUILDINGS = select(*PLACE_FIELDS).where(
    places.c.parent_id == bindparam("parent"), places.c.level == Level.BUILDING.value
)
_OWED = (
    select(cases.c.id, cases.c.number, cases.c.reporter_id, cases.c.state)
    .where(
        cases.c.call_at.is_not(None),
        or_(cases.c.behalf_id == bindparam("person"), cases.c.handler_id == bindparam("person")),
    )
    .order_by(cases.c.call_at, cases.c.id)
    .limit(bindparam("most"))
)


class IntakeReads(Reading):
    """Satisfies IntakeSheets."""

    def poster_sheet(self, poster_id: int) -> PosterSheet | None:
        """The poster, or None where it was taken down."""
        row = self._connection.execute(_POSTER, {"poster": poster_id}).first()
        if row is None:
            return None
        place = {Level.COMPOUND.value: "", Level.UNIT.value: f"{row[4]}{row[2]}"}.get(row[3], row[2])
        return PosterSheet(row[0], row[1], place, row[5])

    def buildings_of(self, compound_id: int, most: int) -> tuple[tuple[int, str], ...]:
        """The compound's buildings by id and name."""
        found = [place_of(*row) for row in self._connection.execute(_BUILDINGS, {"parent": compound_id})]
        return tuple((place.id, place.name) for place in sorted(found, key=by_name)[:most])

    def calls_owed_by(self, person_id: int, most: int) -> tuple[CallSheet, ...]:
        """Whom that person has to call, the longest wait first."""
        rows = self._connection.execute(_OWED, {"person": person_id, "most": most}).all()
        return tuple(
            CallSheet(row[0], row[1], self._called(row[2]), self._phone(row[0]), row[3] in JUDGED)
            for row in rows
        )

    def _phone(self, case_id: int) -> str | None:
        row = self._connection.execute(reads.CONTACT, {"case": case_id}).first()
        return None if row is None else self._open(row[1], "entries", "words", row[0], row[2])
