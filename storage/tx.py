"""One transaction as the services see it: every repository, one connection, one reading of the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from domain.kernel.tx import WorkingCalendar
from storage.audit import SqlAudit
from storage.backers import SqlBackers
from storage.calendars import SqlCalendars
from storage.calls import SqlCalls
from storage.canned import SqlCanned
from storage.cards import SqlCards
from storage.case_clocks import SqlClocks
from storage.case_events import SqlEvents
from storage.case_rungs import SqlRungs
from storage.cases import SqlCases
from storage.day_cases import SqlDays
from storage.dialogues import SqlDialogues
from storage.due import SqlDue
from storage.duties import SqlDuties
from storage.guide import SqlGuide
from storage.held import SqlHeld
from storage.hints import SqlHints
from storage.homes import SqlHomes
from storage.ids import Clock, nonce
from storage.incidents import SqlIncidents
from storage.jobs import SqlJobs
from storage.leads import SqlLeads
from storage.matters import SqlMatters
from storage.menus import SqlMenus
from storage.numbers import SqlNumbers
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.pictures import SqlPictures
from storage.places import SqlPlaces
from storage.polls import SqlPolls
from storage.posters import SqlPosters
from storage.recusals import SqlRecusals
from storage.scope import Scope
from storage.setups import SqlSetups
from storage.shifts import SqlShifts
from storage.staff import SqlStaff
from storage.tasks import SqlTasks
from storage.vault import Vault
from storage.verdicts import SqlVerdicts

P = ParamSpec("P")
R = TypeVar("R")


class SqlTx:
    """Satisfies the domain's Tx and that of every capability."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.now: datetime = scope.now
        self.calendar: WorkingCalendar = scope.calendar
        self.new_id = scope.new_id
        self.new_nonce = scope.new_nonce
        self.people = SqlPeople(scope)
        self.places = SqlPlaces(scope)
        self.staff = SqlStaff(scope)
        self.leads = SqlLeads(scope)
        self.setups = SqlSetups(scope)
        self.calendars = SqlCalendars(scope)
        self.cases = SqlCases(scope)
        self.events = SqlEvents(scope)
        self.posters = SqlPosters(scope)
        self.held = SqlHeld(scope)
        self.pictures = SqlPictures(scope)
        self.canned = SqlCanned(scope)
        self.hints = SqlHints(scope)
        self.days = SqlDays(scope)
        self.incidents = SqlIncidents(scope)
        self.recusals = SqlRecusals(scope)
        self.shifts = SqlShifts(scope)
        self.matters = SqlMatters(scope)
        self.tasks = SqlTasks(scope)
        self.rungs = SqlRungs(scope)
        self.clocks = SqlClocks(scope)
        self.backers = SqlBackers(scope)
        self.verdicts = SqlVerdicts(scope)
        self.homes = SqlHomes(scope)
        self.calls = SqlCalls(scope)
        self.polls = SqlPolls(scope)
        self.guide = SqlGuide(scope)
        self.duties = SqlDuties(scope)
        self.numbers = SqlNumbers(scope)
        self.audit = SqlAudit(scope)
        self.dialogues = SqlDialogues(scope)
        self.outbox = SqlOutbox(scope)
        self.cards = SqlCards(scope)
        self.due = SqlDue(scope)
        self.jobs = SqlJobs(scope)
        self.menus = SqlMenus(scope)


@dataclass(frozen=True, slots=True)
class TxDeps:
    """What every transaction is made of; `bot_id` is the platform's id of the bot."""

    clock: Clock
    vault: Vault
    calendar: WorkingCalendar
    new_id: Callable[[], int]
    bot_id: int
    new_nonce: Callable[[], bytes] = nonce

    def scope(self, connection: Connection) -> Scope:
        """A scope whose clock is read now, inside the transaction."""
        now = self.clock.now()
        return Scope(connection, now, self.vault, self.calendar, self.new_id, self.bot_id, self.new_nonce)

    def open(self, connection: Connection) -> SqlTx:
        """The transaction of that connection."""
        return SqlTx(self.scope(connection))


def transaction(
    deps: TxDeps, service: Callable[Concatenate[SqlTx, P], R], *args: P.args, **kwargs: P.kwargs
) -> Callable[[Connection], R]:
    """Work for `Store.write`: the service with these arguments in a transaction of its own."""

    def work(connection: Connection) -> R:
        return service(deps.open(connection), *args, **kwargs)

    return work
