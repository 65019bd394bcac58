"""For everybody or for workers only; and what a group has seen already can be taken down."""

from dataclasses import replace
from datetime import timedelta

from domain.cases import daycard
from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.words import Act

DELETABLE = timedelta(hours=47)
"""How old a message may be that the bot deletes; the platform says 48. Source: Bot API, deleteMessage."""


def share(tx: CasesTx, actor: Actor, case_id: int, *, shared: bool) -> Case:
    """Let neighbours see the case, or workers alone; its reporter decides, and may change their mind."""
    me, case = _reported(tx, actor, case_id)
    if case.shared is not shared:
        before, case = case, replace(case, shared=shared)
        tx.cases.save(case)
        daycard.follow(tx, before, case)
        tx.audit.note(
            case.compound_id, me.person_id, f"share.{'all' if shared else 'workers'}", "share", case.id
        )
    return case


def take_down(tx: CasesTx, actor: Actor, case_id: int) -> bool:
    """Take what was said of the case out of the group; False where its writer must, and is told how."""
    me, case = _reported(tx, actor, case_id)
    messages = tx.cases.messages(case.id, tx.now - DELETABLE)
    for chat_id, message_id in messages:
        tx.outbox.act(Act.DELETE, chat_id, message_id, dedupe=f"down:{chat_id}:{message_id}")
    if not messages:
        tx.outbox.tell(home(me), "case-down-yourself", {"number": case.number}, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, "share.down", "share", case.id)
    return bool(messages)


def _reported(tx: CasesTx, actor: Actor, case_id: int) -> tuple[Standing, Case]:
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    if me.person_id != case.reporter_id:
        raise NotFound
    return me, case
