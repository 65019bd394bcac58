"""What storage would hand over of the case desk, for rendering alone: cases for each pair of eyes, whose work
they are, how they came in, who is named for what.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.cases.desk_sheets import Owners
from domain.cases.intake_sheets import CallSheet, PosterSheet
from domain.cases.privacy import TELLING, knows
from domain.cases.rules import Privacy
from domain.cases.sheets import CaseSheet, Eyes
from domain.kernel.words import person
from domain.places.bodies import Body, BodyKind
from domain.places.charges import Charge, Held, LeadSheet

BIG = 2**62
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LATE = timedelta(hours=3)


class CasesRead:
    """Satisfies CaseSheets: one case, and the same one past its hour."""

    __slots__ = ()
    case: CaseSheet

    def case_sheet(
        self, case_id: int, eyes: Eyes = Eyes.HANDLER, privacy: Privacy | None = None
    ) -> CaseSheet | None:
        return seen(self.case, eyes, privacy) if case_id == self.case.id else None

    def kept_from(self, case_id: int, person_id: int | None) -> bool:
        return False

    def cases_of(self, person_id: int, most: int) -> tuple[CaseSheet, ...]:
        own = seen(self.case, Eyes.REPORTER)
        return tuple(replace(own, due_at=NOW - LATE) if at % 2 else own for at in range(most))

    def climbed_to(self, person_id: int, since: datetime, most: int) -> tuple[CaseSheet, ...]:
        return (replace(self.case, due_at=NOW - LATE),) * most

    def late_for(self, destination: str, most: int) -> tuple[CaseSheet, ...]:
        return (self.case,) * most


class DeskRead:
    """Satisfies DeskSheets, IntakeSheets and LeadSheets: more of everything than a message holds."""

    __slots__ = ()
    case: CaseSheet
    name: str | None
    words: str | None

    def reporter_name(self, case_id: int) -> str | None:
        return self.name or ""

    def owners(self, case_id: int) -> Owners | None:
        if case_id != self.case.id:
            return None
        name = self.name or ""
        bodies = tuple((BIG + at, name) for at in range(8))
        return Owners(BIG, bodies[:3], bodies[3:], name[:200] or None)

    def task_words(self, task_id: int) -> str | None:
        return self.words if task_id != 1 else None

    def poster_sheet(self, poster_id: int) -> PosterSheet | None:
        name = self.name or ""
        return PosterSheet(poster_id, name, name, name[:60]) if poster_id != 1 else None

    def buildings_of(self, compound_id: int, most: int) -> tuple[tuple[int, str], ...]:
        return tuple((BIG + at, self.name or "") for at in range(most))

    def calls_owed_by(self, person_id: int, most: int) -> tuple[CallSheet, ...]:
        name = self.name or ""
        return tuple(
            CallSheet(BIG + at, 12345, name, name[:32] if at % 3 else None, at % 2 == 0) for at in range(most)
        )

    def lead_sheet(self, compound_id: int) -> LeadSheet | None:
        if compound_id == 1:
            return None
        name = self.name or ""
        bodies = [Body(at, kind, name[:64], None) for at, kind in enumerate(BodyKind, 2)]
        leads = tuple(Held(Charge.LEAD, body, name if body.id % 2 else None) for body in bodies)
        whole = tuple(Held(charge, None, name) for charge in Charge if charge is not Charge.LEAD)
        return LeadSheet(BIG, (*leads, *whole), tuple((BIG + at, name) for at in range(40)))


def seen(case: CaseSheet, eyes: Eyes, privacy: Privacy | None = None) -> CaseSheet:
    """The case as storage opens it for those eyes."""
    chosen = privacy or case.privacy
    if knows(chosen, eyes):
        return replace(case, privacy=chosen)
    lines = tuple(replace(line, author=None) if line.own else line for line in case.lines)
    media = tuple(one for one in case.media if one.kind not in TELLING)
    return replace(
        case,
        privacy=chosen,
        reporter=None,
        lines=lines,
        media=media,
        withheld=len(case.media) - len(media),
        phone=None,
    )


PARAMS: dict[str, Any] = {
    "to": 6,
    "held": 2**62,
    "poster": 2**62,
    "privacy": "handlers",
    "subject": 2,
    "rung": "lead",
    "next": NOW + timedelta(hours=9),
    "handler": person(2),
    "lead": 1,
    "late": 0,
    "round": 0,
    "named": 1,
    "reads": 1,
    "since": NOW - LATE,
    "cases": f"{2**63 - 1},1",
    "version": 3,
    "new": 4,
    "gone": 2,
    "bodies": 5,
    "bad": 60,
    "ended": 1,
    "charge": "lead",
    "kind": "property",
    "group": -1_009_999_999_999,
    "audience": "residents",
    "asked": 3,
}
"""Every variable that the services of the desk leave."""

OF_KEY: dict[str, dict[str, Any]] = {
    "case-new-hands": {"next": person(3)},
    "case-return-whose": {"reason": "ours"},
    "case-returned": {"reason": "ours"},
    "case-given": {"reason": "power"},
    "case-decide": {"reason": "place"},
    "case-strike-sure": {"file": 0},
    "leave-noted": {"first": "2026-11-24", "last": "2026-11-27"},
    "matters-bad": {"named": ",".join(f"{line}:limit" for line in range(2, 22))},
    "task-returned": {"reason": "list"},
}
"""Variables that mean something else where one message uses them."""
