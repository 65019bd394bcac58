"""台账: the list of a compound's cases, asked for by who works there; made beside the traffic, as a job."""

from domain.cases.ports import CasesTx
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind, ToPerson
from domain.places.rules import NoCompound

LEDGER = "ledger"
"""The kind of the job."""


def ask(tx: CasesTx, actor: Actor) -> int:
    """Have the ledger of the actor's compound made; progress and file go to their private chat alone."""
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not may(me, Right.LEDGER, (me.compound_id,)):
        raise NotAllowed
    job_id = tx.jobs.ask(LEDGER, me.compound_id, me.person_id)
    tx.cards.open(CardKind.JOB, job_id, ToPerson(me.person_id, near=None if actor.private else actor.chat_id))
    tx.audit.note(me.compound_id, me.person_id, "ledger.ask", "job", job_id)
    return job_id
