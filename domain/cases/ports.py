"""What the case rules ask of the memory."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.cases.clocks import Clock, Pause
from domain.cases.events import Event
from domain.cases.handed import Tasks
from domain.cases.rules import Case, Entry, EntryKind, Media
from domain.cases.side_ports import Backers, Verdicts
from domain.cases.staffing import Recusals, Shifts
from domain.cases.table import Action
from domain.kernel.people import Standing
from domain.matters.ports import MattersTx


class Cases(Protocol):
    """Cases that the asker may hold; there is no way to one that they may not."""

    def next_number(self, compound_id: int) -> int:
        """The next number of that compound; the counter row stays locked until commit."""

    def add(self, case: Case) -> None:
        """Keep a new case."""

    def save(self, case: Case) -> None:
        """Keep a changed case."""

    def get_for(self, me: Standing, case_id: int) -> Case:
        """The case, locked, for its reporter, whoever wrote it down for them, or a worker of its compound;
        for nobody whom it is about. Raises NotFound.
        """

    def numbered_for(self, me: Standing, number: int) -> Case:
        """The same by its number in the asker's compound; raises NotFound."""

    def latest_for(self, me: Standing) -> Case:
        """The asker's newest case as a reporter that is not withdrawn, locked; raises NotFound."""

    def newest_of(self, me: Standing) -> Case:
        """The asker's newest case as a reporter whatever became of it, locked; raises NotFound."""

    def newest_open_for(self, me: Standing) -> Case | None:
        """The asker's newest case as a reporter that is not over yet, locked."""

    def open_of(self, me: Standing) -> Sequence[Case]:
        """The asker's cases as a reporter that are not over yet, the newest first, a few of them."""

    def asked_of(self, me: Standing) -> Case | None:
        """The asker's newest case as a reporter that waits for their answer, locked."""

    def held_by(self, me: Standing) -> Case | None:
        """The newest case in work that the asker has taken and still works on, locked."""

    def due(self, case_id: int) -> Case:
        """The case, locked, for the clock itself; raises NotFound."""

    def write(self, entry: Entry) -> None:
        """Keep words, sealed."""

    def attach(
        self, case_id: int, person_id: int, media: tuple[Media, ...], *, proves: str = "report"
    ) -> None:
        """Keep attachments, their ids sealed, and plan their download; `proves`: report, before or after."""

    def of_album(self, me: Standing, album: str) -> Case | None:
        """The case that an earlier part of this person's album in this chat has made."""

    def keep_album(self, me: Standing, album: str, case_id: int) -> None:
        """Remember that this album belongs to that case; unique by chat, album and person."""

    def entry(self, case: Case, entry_id: int) -> Entry:
        """An entry of that case, which the asker was allowed to hold; raises NotFound."""

    def opened_entry(self, entry_id: int) -> tuple[Case, Entry]:
        """An entry and its case, both for the clock itself; raises NotFound."""

    def turn(self, entry: Entry, into: EntryKind, action: Action | None = None) -> bool:
        """Make an entry another kind, if it still is what `entry` says; False where somebody was faster."""

    def filed_since(self, person_id: int, since: datetime) -> int:
        """How many cases that person has reported since then (UTC)."""

    def said_in(self, chat_id: int, message_id: int) -> tuple[int, int] | None:
        """Entry and case of what was said in that message (the platform's ids); None where it is none."""

    def reword(self, entry: Entry, text: str) -> bool:
        """Let an entry say that from now on and keep what it said before; False where it was struck out."""

    def strike(self, entry: Entry, at: datetime) -> bool:
        """Let go of an entry's words and of all that it said before; False where that was done already."""

    def strike_media(self, case_id: int, media_id: int) -> tuple[bool, str | None]:
        """Let go of an attachment; whether there was one, and the name of its stored file."""

    def among_workers(self, case: Case, chat_id: int) -> bool:
        """Whether only workers of the case's compound read that chat."""

    def keep_message(self, case_id: int, chat_id: int, message_id: int) -> None:
        """Remember in which message of a group something of the case was said; the platform's ids alone."""

    def messages(self, case_id: int, since: datetime) -> tuple[tuple[int, int], ...]:
        """Chat and message ids of what was said since then (UTC) in groups where the bot may delete."""

    def untaken(self, case: Case) -> int:
        """How many cases of its compound nobody has taken, with the same promised instant; itself too."""

    def shown_to_all(self, me: Standing, number: int) -> Case:
        """A shared case by its number in the asker's compound; raises NotFound."""


class Events(Protocol):
    """What happened to cases; rows are added and never changed."""

    def record(self, event: Event) -> None:
        """Keep one event."""

    def of(self, case_id: int) -> Sequence[Event]:
        """Everything that happened to a case, oldest first."""

    def last(self, case_id: int, action: str) -> Event | None:
        """The latest event of that kind."""


class DayCards(Protocol):
    """The cards of groups' days, as cases see them."""

    def put(self, case_id: int, place_id: int) -> None:
        """Put the case on today's card of each group of neighbours at its place or above it."""

    def refresh(self, case_id: int) -> None:
        """Every card that lists the case shows it as it stands."""


class Rungs(Protocol):
    """Which rungs of the ladder cases have climbed."""

    def climb(self, case: Case, rung: str, person_id: int | None) -> bool:
        """Keep that this round stands on that rung, and who is asked; False where it was there before."""

    def climbed(self, case_id: int, round: int) -> frozenset[str]:
        """The rungs that this round has climbed."""

    def asked(self, case: Case) -> frozenset[int]:
        """Who was asked on any rung of this round."""

    def left_with(self, person_id: int) -> tuple[Case, ...]:
        """Open cases, locked, that this person has taken in compounds where they work no more."""


class Clocks(Protocol):
    """The clocks of cases and what stopped them; whoever changes one has locked its case."""

    def of(self, case_id: int, round: int) -> Sequence[Clock]:
        """The clocks of one round of a case."""

    def keep(self, clock: Clock) -> None:
        """Keep a new or a changed one."""

    def pauses(self, case_id: int) -> Sequence[Pause]:
        """What stopped the clocks of a case, oldest first."""

    def pause(self, pause: Pause) -> None:
        """Keep a pause that begins."""

    def resume(self, case_id: int, at: datetime) -> None:
        """End the pause that lasts, if one does (UTC)."""

    def running(self, compound_id: int, above: int, most: int) -> Sequence[int]:
        """Cases of that compound that are in work, by id above `above`."""

    def provisional(self, above: int, most: int) -> Sequence[int]:
        """Cases anywhere that are in work, whose hour is provisional, by id above `above`."""


class CasesTx(MattersTx, Protocol):
    """A transaction that knows cases."""

    @property
    def cases(self) -> Cases: ...
    @property
    def events(self) -> Events: ...
    @property
    def days(self) -> DayCards: ...
    @property
    def recusals(self) -> Recusals: ...
    @property
    def shifts(self) -> Shifts: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def rungs(self) -> Rungs: ...
    @property
    def clocks(self) -> Clocks: ...
    @property
    def backers(self) -> Backers: ...
    @property
    def verdicts(self) -> Verdicts: ...
