"""What views read: names and words opened for one rendering, sheets of cases and calls."""

from typing import Any

from sqlalchemy import Connection

from domain.calls.rules import Seat
from domain.calls.sheets import CallSheet
from domain.cases.ledger import JobSheet
from domain.cases.rules import Action, EntryKind, Media, MediaKind, State
from domain.cases.sheets import CaseSheet, SheetLine
from domain.kernel.words import Destination, ToPerson, ToWorkers
from storage import jobs, reads
from storage.calls import call_of
from storage.destinations import decode
from storage.vault import Vault


class SqlReader:
    """Satisfies handlers.ports.Reader; lives for one rendering, on one connection."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._names: dict[int, str | None] = {}

    def person_name(self, person_id: int) -> str | None:
        """The display name, or None where the person is unknown or erased."""
        if person_id not in self._names:
            self._names[person_id] = self._opened_name(person_id)
        return self._names[person_id]

    def entry_words(self, entry_id: int) -> str | None:
        """The words of an entry, or None where they are gone."""
        row = self._connection.execute(reads.ENTRY, {"entry": entry_id}).first()
        return None if row is None else self._open(row[1], "entries", "words", row[0], row[2])

    def body_name(self, body_id: int) -> str | None:
        """A body's name."""
        return self._connection.execute(reads.BODY, {"body": body_id}).scalar()

    def case_sheet(self, case_id: int) -> CaseSheet | None:
        """The sheet, or None where there is no such case."""
        row = self._connection.execute(reads.CASE, {"case": case_id}).first()
        return None if row is None else self._case_sheet(row)

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        """The newest cases this person reported, withdrawn ones left out; `most` rows."""
        rows = self._connection.execute(reads.CASES_OF, {"person": person_id, "most": most}).all()
        return tuple(self._case_sheet(row) for row in rows)

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        """Open cases of whoever that outbox destination means, the oldest promise first: a person's own, or
        those of a compound that nobody has taken.
        """
        return tuple(self._case_sheet(row) for row in self._late(decode(destination), most))

    def job_sheet(self, job_id: int) -> JobSheet | None:
        """How far a job is, or None where there is no such job."""
        return jobs.sheet(self._connection, job_id)

    def call_sheet(self, call_id: int) -> CallSheet | None:
        """The sheet, or None where there is no such call."""
        row = self._connection.execute(reads.CALL, {"call": call_id}).first()
        if row is None:
            return None
        call = call_of(row)
        seats = self._connection.execute(reads.SEATS, {"call": call_id}).all()
        coming = tuple(self._called(person) for person, seat in seats if seat == Seat.CONFIRMED)
        waiting = tuple(self._called(person) for person, seat in seats if seat == Seat.WAITING)
        return CallSheet(call, self._called(call.creator_id), coming, waiting)

    def _late(self, destination: Destination, most: int) -> Any:
        match destination:
            case ToPerson(person_id=person_id):
                return self._connection.execute(reads.LATE_HANDLED, {"person": person_id, "most": most}).all()
            case ToWorkers(compound_id=compound_id):
                keys = {"compound": compound_id, "most": most}
                return self._connection.execute(reads.LATE_UNTAKEN, keys).all()
            case _:
                return ()

    def _case_sheet(self, row: Any) -> CaseSheet:
        return CaseSheet(
            id=row.id,
            number=row.number,
            state=State(row.state),
            round=row.round,
            place=row.place,
            body=row.body,
            reporter=self._called(row.reporter_id),
            reporter_id=row.reporter_id,
            assignee=self._called_if(row.assignee_id),
            handler=self._called_if(row.handler_id),
            handler_id=row.handler_id,
            filed_at=row.filed_at,
            due_at=row.due_at,
            provisional=row.provisional,
            zone=row.zone,
            lines=self._lines(row.id),
            media=self._media(row.id),
        )

    def _lines(self, case_id: int) -> tuple[SheetLine, ...]:
        rows = self._connection.execute(reads.LINES, {"case": case_id}).all()
        return tuple(
            SheetLine(
                entry_id,
                self._called(author),
                EntryKind(kind),
                Action(action) if action is not None else None,
                (self._open(author, "entries", "words", entry_id, words) if readable else None) or "",
                at,
            )
            for entry_id, author, kind, action, words, at, readable in rows
        )

    def _media(self, case_id: int) -> tuple[Media, ...]:
        rows = self._connection.execute(reads.MEDIA, {"case": case_id}).all()
        opened = (
            (kind, self._open(person, "media", "file_id", media_id, file_id), size)
            for media_id, person, kind, file_id, size in rows
        )
        return tuple(Media(MediaKind(kind), file_id, size) for kind, file_id, size in opened if file_id)

    def _called(self, person_id: int) -> str:
        return self.person_name(person_id) or ""

    def _called_if(self, person_id: int | None) -> str | None:
        return None if person_id is None else self.person_name(person_id)

    def _opened_name(self, person_id: int) -> str | None:
        sealed = self._connection.execute(reads.NAME, {"person": person_id}).scalar()
        return None if sealed is None else self._open(person_id, "persons", "name", person_id, sealed)

    def _open(self, person_id: int, table: str, column: str, row_id: int, sealed: bytes) -> str | None:
        return self._vault.open(self._connection, person_id, table, column, row_id, sealed)
