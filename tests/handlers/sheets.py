"""Sheets as storage would hand them over, for rendering alone."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.calls.rules import Call, CallState
from domain.calls.sheets import CallSheet, GroupSheet, Ticked
from domain.cases.rules import EntryKind, Media, MediaKind
from domain.cases.sheets import CaseSheet, SheetLine
from domain.cases.table import Action, State
from domain.duties.sheets import DutySheet
from domain.flows.mine import Belonging, Going
from domain.guide.rules import Entry as GuideEntry
from domain.guide.rules import Hit, HitKind, Outcome, Question
from domain.guide.rules import State as Asked
from domain.guide.sheets import QuestionSheet
from domain.kernel.days import Called, DayCase, DaySheet
from domain.kernel.jobs import JobSheet, JobState
from domain.kernel.people import Role
from domain.kernel.words import entry, person
from domain.numbers.boards import Board, Cell, Tally
from domain.numbers.formulas import Mark
from domain.numbers.periods import Period
from domain.numbers.sheets import NumberSheet, PromiseLine
from domain.places.households import HomeState, Kind
from domain.places.sheets import CodeSheet, Holding, HomeSheet, MeSheet
from handlers.ports import Wanted
from tests.handlers import desk_sheets, hours_sheets, setup_sheets
from tests.handlers.poll_sheets import PollsRead, erased_poll, poll_sheet
from tests.handlers.word_sheets import WordSheets

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DUE = NOW + timedelta(hours=8)


class Clock:
    """Stands still."""

    def now(self) -> datetime:
        return NOW


@dataclass(frozen=True, slots=True)
class Sheets(PollsRead, desk_sheets.CasesRead, desk_sheets.DeskRead, setup_sheets.SetupSheets, WordSheets):
    """What a reader has opened: one name and one text wherever one is asked for."""

    case: CaseSheet
    call: CallSheet
    name: str | None
    words: str | None
    many: int = 2

    def person_name(self, person_id: int) -> str | None:
        return self.name

    def entry_words(self, entry_id: int) -> str | None:
        return self.words

    def body_name(self, body_id: int) -> str | None:
        return self.name

    def job_sheet(self, job_id: int) -> JobSheet | None:
        return JobSheet(job_id, "ledger", JobState.RUNNING, 5, 12, 5) if job_id != 1 else None

    def belongings(self, person_id: int) -> tuple[Belonging, ...]:
        return tuple(Belonging(role, self.name or "") for role in Role)

    def going(self, person_id: int, most: int) -> tuple[Going, ...]:
        return (Going(self.call.call.id, True),) * most

    def day_sheet(self, day_id: int) -> DaySheet:
        name = self.name or ""
        case = DayCase(12345, "lift", name, False, self.name, name, DUE, "Asia/Shanghai", True)
        return DaySheet(tuple(Called(number, 2**52 + number) for number in range(60)), 2, (case,) * 20)

    def duties_of(self, person_id: int, most: int) -> tuple[DutySheet, ...]:
        name, words, zone = self.name or "", self.words or "", "Asia/Shanghai"
        mine, free = (
            DutySheet(self.case.id, 12345, name, name, words, one, DUE, zone) for one in (True, False)
        )
        return (*(mine,) * most, *(free,) * most)

    def number_sheet(self, compound_id: int, period: Period, now: datetime) -> NumberSheet | None:
        return (
            number_sheet(period, self.name or "", self.words or "", self.many) if compound_id != 1 else None
        )

    def promise_lines(self, compound_id: int) -> tuple[PromiseLine, ...]:
        full = PromiseLine(6, self.name or "", self.words or "", NOW)
        return (full, replace(full, body_id=7, words=None, since=None))

    def duty_counts(self, person_id: int) -> tuple[int, int]:
        return 5, 12

    def questions_for(self, person_id: int, most: int) -> tuple[int, ...]:
        return (2**62,) * most

    def joinings_for(self, person_id: int, now: datetime, most: int) -> tuple[int, ...]:
        return (2**62,) * most

    def colleagues(self, case_id: int, but: int) -> tuple[tuple[int, str], ...]:
        return ((2**62, self.name or ""),)

    def guide_entry(self, entry_id: int) -> GuideEntry | None:
        return guide_entry(self.words or "") if entry_id != 1 else None

    def guide_question(self, question_id: int) -> QuestionSheet | None:
        return question(self.name or "", self.words or "") if question_id != 1 else None

    def guide_titles(self, hits: tuple[Hit, ...]) -> tuple[str, ...]:
        return (self.words or "",) * len(hits)

    def home_sheet(self, residency_id: int) -> HomeSheet | None:
        if residency_id == 1:
            return None
        name = self.name or ""
        return HomeSheet(
            residency_id, name, name, Kind.TENANT, HomeState.PAUSED, True, residency_id == LEFT, self.name
        )

    def code_sheet(self, code_id: int, now: datetime) -> CodeSheet | None:
        return CodeSheet(self.name or "", "T" * 22, DUE)

    def me_sheet(self, person_id: int) -> MeSheet:
        home = self.home_sheet(2**63 - 1)
        assert home is not None
        return MeSheet(self.name or "", (home,) * 9, (Holding(Role.CAPTAIN, self.name or ""),) * 9, 1, 2, 3)

    def call_sheet(self, call_id: int) -> CallSheet | None:
        return self.call if call_id == self.call.call.id else None

    def call_groups(self, call_id: int) -> tuple[GroupSheet, ...]:
        return (GroupSheet(-(10**12) - 1, self.call.place), GroupSheet(-(10**12) - 2, self.call.place))


def sheets(
    name: str = "王师傅", words: str = "电梯坏了", title: str = "搬花盆", state: State = State.TAKEN
) -> Sheets:
    """One case and one call, full of `name` and `words`."""
    said = [
        SheetLine(1, name, EntryKind.REPORT, None, words, NOW, own=True),
        SheetLine(2, name, EntryKind.CONTINUED, None, words, NOW, own=True),
    ]
    steps = [
        SheetLine(number, name, EntryKind.STEP, action, words, NOW) for number, action in enumerate(Action, 3)
    ]
    asides = [
        SheetLine(number, name, kind, None, words, NOW)
        for number, kind in enumerate(
            (EntryKind.DRAFT, EntryKind.NOTE, EntryKind.HEARD, EntryKind.SPOKEN), 90
        )
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
        lines=(*said, *steps, *asides),
        shared=True,
        media=(
            Media(MediaKind.PHOTO, "f1"),
            Media(MediaKind.LOCATION, "31.2,121.5"),
            Media(MediaKind.VOICE, "f2"),
        ),
    )
    call = Call(2**62, 5, 1, title[:200] or "?", 500, CallState.OPEN, NOW, confirmed=90, waiting=60)
    call = replace(call, starts_at=DUE, ends_at=DUE + timedelta(hours=2), offered=30)
    roll = tuple(Ticked(2**63 - 1 - at, name, at % 2 == 0) for at in range(100))
    sheet = CallSheet(call, name, (name,) * 90, (name,) * 60, (name,) * 30, place=name, roll=roll)
    sheet = replace(sheet, came=(name,) * 50, ticked=50)
    return Sheets(poll_sheet(name, title), case, sheet, name, words)


def guide_entry(words: str) -> GuideEntry:
    """An entry that says the same everywhere, overdue for its review."""
    fields = dict.fromkeys(("category", "who", "place", "hours", "phone", "fee", "papers", "source"), words)
    more = {"asks": (words,), "body": f"{words}\n\n{words}", "checked": NOW.date(), "review": NOW.date()}
    return GuideEntry(7, None, "slug", "zh-CN", words, more.pop("asks"), more.pop("body"), **fields, **more)  # type: ignore[arg-type]


def question(name: str, words: str) -> QuestionSheet:
    """An answered question with something left to suggest."""
    hits = tuple(Hit(HitKind.ENTRY, number) for number in range(6))
    asked = Question(
        id=8, compound_id=5, asker_id=1, chat_id=9, thread_id=None, message_id=1, private=True, lang="en",
        text=words, state=Asked.ANSWERED, outcome=Outcome.SUGGEST, hits=hits, shown=0, asked_at=NOW,
        answer=words, answered_by=2, answered_at=NOW,
    )  # fmt: skip
    return QuestionSheet(asked, name, name, name, "Asia/Shanghai")


def number_sheet(period: Period, name: str, words: str, many: int = 2) -> NumberSheet:
    """A board full of `name`, with so many bodies, buildings, categories; of two all fit into a message."""
    tally = Tally(dict.fromkeys(Mark, 7))
    cell = Cell(14, 28, 2, tally, Tally(dict.fromkeys(Mark, 6)))
    bodies = dict.fromkeys(range(many), cell)
    board = Board(period, NOW, cell, bodies, bodies, {str(one): cell for one in range(many)}, {"staff": 3})
    names = dict.fromkeys(range(many), name)
    return NumberSheet(board, name, "Asia/Shanghai", names, names, dict.fromkeys(names, words), 3, 9, True)


CALL_CARDS = ("card:draft", "card:roll")

PARAMS: dict[str, Any] = {
    "number": 12345,
    "who": person(1),
    "other": person(1),
    "reporter": person(1),
    "user": 99,
    "due": DUE,
    "until": DUE,
    "words": entry(1),
    "action": "reply",
    "waits": True,
    "ahead": 3,
    "person": 1,
    "viewer": 2,
    "worker": True,
    "private": True,
    "page": 0,
    "from": 2**62,
    "question": 8,
    "first": 0,
    "entry": 7,
    "look": DUE,
    "seen": 1,
    "reason": "outside",
    "part": 0,
    "times": 3,
    "stream": "public",
    "over": 0,
    "compound": 5,
    "count": 12,
    "trouble": "none",
    "file": "ledger.xlsx",
    "body": 6,
    "link": "https://t.me/linli_bot?start=mail",
    "shows": "bodies",
    "full": 1,
    "steward": 1,
    "days": "2026-11-16/2026-11-22",
    "mine": "6 7",
    "why": "duplicate",
    "agreed": 1,
    "on": 1,
    "changed": 1,
    "where": "3号楼",
    "kept": 1,
    "at": DUE,
    **setup_sheets.PARAMS,
    **hours_sheets.PARAMS,
    **desk_sheets.PARAMS,
}
"""Every variable that a service may leave."""


LEFT = 2**61
SUBJECTS = {"home-gone": LEFT, "case-called-again": 2**63 - 1}
"""What a message is about, where it is no case."""


def wanted(key: str, locale: str = "zh-CN", *, about: int | None = None, **params: Any) -> Wanted:
    """A wish for one message; `about` is the case unless the key is a call's."""
    of_call = "call" in key or key in CALL_CARDS
    subject = about if about is not None else SUBJECTS.get(key, 2**62 if of_call else 2**63 - 1)
    return Wanted(
        key=key,
        params={**PARAMS, **desk_sheets.OF_KEY.get(key, {}), **params},
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
    nobody = dict.fromkeys(("coming", "waiting", "asked", "came"), ("",))
    call = replace(known.call, creator="", place="", roll=(), **nobody)
    return replace(known, poll=erased_poll(known.poll), case=case, call=call, name=None, words=None)
