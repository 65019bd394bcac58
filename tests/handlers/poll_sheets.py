"""What a reader has opened of polls, for rendering alone: one name and one text wherever one is asked for."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from domain.polls.rules import Option, Poll, PollState, Unit
from domain.polls.sheets import Missing, OpenLine, PollSheet

OPENED = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def poll_sheet(name: str, title: str) -> PollSheet:
    """A poll in a group, full of `name` and `title`."""
    options = tuple(Option(title[:100] or "?", cap=9, votes=votes) for votes in range(12))
    poll = Poll(
        id=2**63 - 1,
        compound_id=5,
        place_id=6,
        creator_id=1,
        question=title[:300] or "?",
        options=options,
        unit=Unit.HOUSEHOLD,
        most=3,
        state=PollState.OPEN,
        closes_at=OPENED + timedelta(days=2),
        created_at=OPENED,
        opened_at=OPENED,
        closed_before=OPENED + timedelta(days=1),
        voters=66,
        expected=300,
        chat_id=-1,
    )
    return PollSheet(poll, name, name, "Asia/Shanghai", ((-1001, name), (-1002, name)))


@dataclass(frozen=True, slots=True)
class PollsRead:
    """Satisfies PollSheets."""

    poll: PollSheet

    def poll_sheet(self, poll_id: int) -> PollSheet | None:
        return self.poll if poll_id == self.poll.poll.id else None

    def poll_choice(self, poll_id: int, person_id: int) -> tuple[int, ...]:
        return ()

    def poll_missing(self, poll_id: int, within: int | None = None) -> Missing | None:
        return Missing((self.poll.creator,) * 300, 2000)

    def polls_of(self, person_id: int, now: datetime, most: int) -> tuple[OpenLine, ...]:
        return (OpenLine("poll", 7, self.poll.poll.question, self.poll.poll.closes_at),) * most

    def open_now(self, person_id: int, now: datetime) -> tuple[OpenLine, ...]:
        return tuple(
            OpenLine(kind, 7, self.poll.poll.question, self.poll.poll.closes_at) for kind in ("poll", "call")
        )


def erased_poll(sheet: PollSheet) -> PollSheet:
    """The same after its writer's keys were destroyed."""
    return replace(sheet, creator="", place="三号楼", groups=())
