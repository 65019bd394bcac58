"""What views read: names and words opened for one rendering, sheets of cases and calls."""

from datetime import datetime
from typing import Any

from domain.cases.privacy import TELLING, knows
from domain.cases.rules import EntryKind, Media, MediaKind, Privacy, Rating, Source
from domain.cases.sheets import CaseSheet, Eyes, SheetLine
from domain.cases.streams import Stream
from domain.cases.table import Action, State
from domain.kernel.jobs import JobSheet
from domain.kernel.words import Destination, ToPerson, ToWorkers
from storage import jobs, reads, recusals
from storage.call_reads import CallReads
from storage.canned import CannedReads
from storage.day_reads import DayReads
from storage.desk_reads import DeskReads
from storage.destinations import decode
from storage.duty_reads import DutyReads
from storage.guide_reads import GuideReads
from storage.hints import HintReads
from storage.home_reads import HomeReads
from storage.incidents import IncidentReads
from storage.intake_reads import IntakeReads
from storage.lead_reads import LeadReads
from storage.mine_reads import MineReads
from storage.number_reads import NumberReads
from storage.pictures import PictureReads
from storage.place_reads import PlaceReads
from storage.poll_reads import PollReads


class SqlReader(
    DeskReads,
    CallReads,
    PlaceReads,
    LeadReads,
    HomeReads,
    PollReads,
    GuideReads,
    DutyReads,
    MineReads,
    DayReads,
    PictureReads,
    CannedReads,
    HintReads,
    IncidentReads,
    NumberReads,
    IntakeReads,
):
    """Satisfies handlers.ports.Reader; lives for one rendering, on one connection."""

    def entry_words(self, entry_id: int) -> str | None:
        """The words of an entry, or None where they are gone."""
        row = self._connection.execute(reads.ENTRY, {"entry": entry_id}).first()
        return None if row is None else self._open(row[1], "entries", "words", row[0], row[2])

    def body_name(self, body_id: int) -> str | None:
        """A body's name."""
        return self._connection.execute(reads.BODY, {"body": body_id}).scalar()

    def reporter_name(self, case_id: int) -> str | None:
        """Who reported the case, as those who work on it may know them; None where they may not."""
        row = self._connection.execute(reads.REPORTER, {"case": case_id}).first()
        if row is None:
            return ""
        return self._called(row[0]) if knows(Privacy(row[1]), Eyes.HANDLER) else None

    def case_sheet(
        self, case_id: int, eyes: Eyes = Eyes.HANDLER, privacy: Privacy | None = None
    ) -> CaseSheet | None:
        """The sheet as those eyes may see it, or None where there is no such case."""
        row = self._connection.execute(reads.CASE, {"case": case_id}).first()
        return None if row is None else self._case_sheet(row, eyes, privacy)

    def kept_from(self, case_id: int, person_id: int | None) -> bool:
        """Whether that person, or for None a group, may know nothing of the case."""
        return recusals.kept_from(self._connection, case_id, person_id)

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        """The newest cases this person reported, withdrawn ones left out; `most` rows."""
        rows = self._connection.execute(reads.CASES_OF, {"person": person_id, "most": most}).all()
        return tuple(self._case_sheet(row, Eyes.REPORTER) for row in rows)

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        """Open cases of whoever that outbox destination means, the oldest promise first: a person's own, or
        those of a compound that nobody has taken.
        """
        return tuple(self._case_sheet(row) for row in self._late(decode(destination), most))

    def climbed_to(self, person_id: int, since: datetime, most: int) -> tuple[CaseSheet, ...]:
        """Open cases that have climbed to this person since then (UTC), where they work, oldest due first."""
        keys = {"person": person_id, "since": since, "most": most}
        return tuple(self._case_sheet(row) for row in self._connection.execute(reads.CLIMBED, keys).all())

    def job_sheet(self, job_id: int) -> JobSheet | None:
        """How far a job is, or None where there is no such job."""
        return jobs.sheet(self._connection, job_id)

    def _late(self, destination: Destination, most: int) -> Any:
        match destination:
            case ToPerson(person_id=person_id):
                return self._connection.execute(reads.LATE_HANDLED, {"person": person_id, "most": most}).all()
            case ToWorkers(apart=int(case_id)):
                return self._connection.execute(reads.LATE_APART, {"case": case_id, "most": most}).all()
            case ToWorkers(compound_id=compound_id):
                keys = {"compound": compound_id, "most": most}
                return self._connection.execute(reads.LATE_UNTAKEN, keys).all()
            case _:
                return ()

    def _case_sheet(self, row: Any, eyes: Eyes = Eyes.HANDLER, privacy: Privacy | None = None) -> CaseSheet:
        """The one place in which a name is kept back: of a case opened for these eyes nothing tells it."""
        chosen = privacy or Privacy(row.privacy)
        told = knows(chosen, eyes)
        near = told or row.placed or chosen is not Privacy.HANDLERS
        media = self._media(row.id)
        shown = media if told else tuple(one for one in media if one.kind not in TELLING)
        return CaseSheet(
            id=row.id,
            number=row.number,
            state=State(row.state),
            round=row.round,
            place=row.place if near else row.compound,
            body=row.body,
            reporter=self._called(row.reporter_id) if told else None,
            reporter_id=row.reporter_id,
            assignee=self._called_if(row.assignee_id),
            handler=self._called_if(row.handler_id),
            handler_id=row.handler_id,
            filed_at=row.filed_at,
            due_at=row.due_at,
            provisional=row.provisional,
            zone=row.zone,
            lines=self._lines(row.id, row.reporter_id, told=told),
            media=shown,
            stream=Stream(row.stream),
            stream_reason=row.stream_reason,
            stream_sure=row.stream_sure,
            stream_settled=row.stream_settled,
            shared=row.shared,
            privacy=chosen,
            aloud=row.origin_chat_id < 0,
            withheld=len(media) - len(shown),
            source=Source(row.source),
            spot=row.spot,
            recorder=self._called_if(row.behalf_id),
            behalf_id=row.behalf_id,
            phone=self._phone(row.id) if row.behalf_id is not None and told else None,
            call_at=row.call_at,
            wake_at=row.wake_at,
            rating=Rating(row.rating) if row.rating is not None else None,
            backers=self._backers(row.id) if row.shared else 0,
        )

    def _lines(self, case_id: int, reporter_id: int, *, told: bool) -> tuple[SheetLine, ...]:
        """All but where somebody is reached; the reporter's name where it is told."""
        rows = self._connection.execute(reads.LINES, {"case": case_id}).all()
        return tuple(
            SheetLine(
                entry_id,
                self._called(author) if told or author != reporter_id else None,
                EntryKind(kind),
                Action(action) if action is not None else None,
                (self._open(author, "entries", "words", entry_id, words) if readable else None) or "",
                at,
                struck_at is not None,
                of_id,
                author == reporter_id,
            )
            for entry_id, author, kind, action, words, at, readable, struck_at, of_id in rows
            if kind != EntryKind.CONTACT.value
        )

    def _backers(self, case_id: int) -> int:
        return int(self._connection.execute(reads.BACKERS, {"case": case_id}).scalar() or 0)

    def _media(self, case_id: int) -> tuple[Media, ...]:
        rows = self._connection.execute(reads.MEDIA, {"case": case_id}).all()
        opened = (
            (kind, self._open(person, "media", "file_id", media_id, file_id), size, media_id)
            for media_id, person, kind, file_id, size in rows
        )
        return tuple(
            Media(MediaKind(kind), file_id, size, media_id)
            for kind, file_id, size, media_id in opened
            if file_id
        )
