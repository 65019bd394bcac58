"""Sheets as storage would hand them over, for rendering alone."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.calls.rules import Call, CallState
from domain.calls.sheets import CallSheet
from domain.cases.ledger import JobSheet, JobState
from domain.cases.rules import Action, EntryKind, Media, MediaKind, State
from domain.cases.sheets import CaseSheet, SheetLine
from domain.kernel.words import entry, person
from handlers.ports import Wanted

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DUE = NOW + timedelta(hours=8)


class Clock:
    """Stands still."""

    def now(self) -> datetime:
        return NOW


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a reader has opened: one name and one text wherever one is asked for."""

    case: CaseSheet
    call: CallSheet
    name: str | None
    words: str | None

    def person_name(self, person_id: int) -> str | None:
        return self.name

    def entry_words(self, entry_id: int) -> str | None:
        return self.words

    def body_name(self, body_id: int) -> str | None:
        return self.name

    def case_sheet(self, case_id: int) -> CaseSheet | None:
        return self.case if case_id == self.case.id else None

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        return (self.case,) * most

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        return (self.case,) * most

    def job_sheet(self, job_id: int) -> JobSheet | None:
        return JobSheet(job_id, "ledger", JobState.RUNNING, 5, 12) if job_id != 1 else None

    def call_sheet(self, call_id: int) -> CallSheet | None:
        return self.call if call_id == self.call.call.id else None


def sheets(
    name: str = "王师傅", words: str = "电梯坏了", title: str = "搬花盆", state: State = State.TAKEN
) -> Sheets:
    """One case and one call, full of `name` and `words`."""
    said = [
        SheetLine(1, name, EntryKind.REPORT, None, words, NOW),
        SheetLine(2, name, EntryKind.CONTINUED, None, words, NOW),
    ]
    steps = [
        SheetLine(number, name, EntryKind.STEP, action, words, NOW) for number, action in enumerate(Action, 3)
    ]
    case = CaseSheet(
        id=2**63 - 1,
        number=12345,
        state=state,
        round=0,
        place=name,
        body=name,
        reporter=name,
        reporter_id=1,
        assignee=name,
        handler=None if state is State.FILED else name,
        handler_id=None if state is State.FILED else 2,
        filed_at=NOW,
        due_at=DUE,
        provisional=True,
        zone="Asia/Shanghai",
        lines=(*said, *steps),
        media=(Media(MediaKind.PHOTO, "f1"), Media(MediaKind.LOCATION, "31.2,121.5")),
    )
    call = Call(2**62, 5, 1, title[:200] or "?", 500, CallState.OPEN, NOW, confirmed=90, waiting=60)
    return Sheets(case, CallSheet(call, name, (name,) * 90, (name,) * 60), name, words)


PARAMS: dict[str, Any] = {
    "number": 12345,
    "who": person(1),
    "other": person(1),
    "reporter": person(1),
    "user": 99,
    "due": DUE,
    "words": entry(1),
    "action": "reply",
    "person": 1,
    "viewer": 2,
    "worker": True,
    "private": True,
    "page": 0,
    "count": 12,
    "file": "ledger.xlsx",
    "body": 6,
    "link": "https://t.me/linli_bot?start=mail",
}
"""Every variable that a service may leave."""


def wanted(key: str, locale: str = "zh-CN", *, about: int | None = None, **params: Any) -> Wanted:
    """A wish for one message; `about` is the case unless the key is a call's."""
    subject = about if about is not None else 2**62 if "call" in key else 2**63 - 1
    return Wanted(
        key=key,
        params={**PARAMS, **params},
        about=subject,
        destination="person:1",
        locale=locale,
        zone="Asia/Shanghai",
        private=bool(params.get("private", True)),
        recipient_id=1,
        row_id=2**40,
        repeat=True,
    )


def erased(known: Sheets) -> Sheets:
    """The same after everybody's keys were destroyed."""
    lines = tuple(replace(line, author="", text="") for line in known.case.lines)
    case = replace(
        known.case,
        reporter="",
        place="三号楼",
        body="物业",
        assignee=None,
        handler=None,
        lines=lines,
        media=(),
    )
    call = replace(known.call, creator="", coming=("",), waiting=("",))
    return replace(known, case=case, call=call, name=None, words=None)
