"""台账: the list of a compound's cases, asked for by who works there; made beside the traffic, as a job."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.cases.ports import CasesTx
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Role
from domain.kernel.words import CardKind, ToPerson
from domain.places.rules import NoCompound

LEDGER = "ledger"
"""The kind of the job."""

MAY_ASK = (Role.WORKER, Role.STEWARD)
"""Who may hold all of a compound's cases. Source: MISSION, The people."""


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobSheet:
    """What a job's card shows; `total` is None until it is counted."""

    id: int
    kind: str
    state: JobState
    done: int
    total: int | None


class JobSheets(Protocol):
    """Reads of jobs for showing."""

    def job_sheet(self, job_id: int) -> JobSheet | None:
        """The sheet, or None where there is no such job."""


class Jobs(Protocol):
    """Work that takes longer than a transaction may."""

    def ask(self, kind: str, compound_id: int, person_id: int) -> int:
        """Leave a job; its id."""


class LedgerTx(CasesTx, Protocol):
    """A transaction that knows jobs."""

    @property
    def jobs(self) -> Jobs: ...


def ask(tx: LedgerTx, actor: Actor) -> int:
    """Have the ledger of the actor's compound made; progress and file go to their private chat alone."""
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not any(me.has(role, me.compound_id) for role in MAY_ASK):
        raise NotAllowed
    job_id = tx.jobs.ask(LEDGER, me.compound_id, me.person_id)
    tx.cards.open(CardKind.JOB, job_id, ToPerson(me.person_id, near=None if actor.private else actor.chat_id))
    tx.audit.note(me.compound_id, me.person_id, "ledger.ask", "job", job_id)
    return job_id
