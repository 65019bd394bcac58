"""What was asked is a report after all: the stored words become a case, nothing is written twice."""

from typing import Protocol

from domain.cases import intake
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft
from domain.guide.answering import over
from domain.guide.ports import GuideTx
from domain.kernel.people import Actor


class BothTx(CasesTx, GuideTx, Protocol):
    """A transaction that knows cases and the guide."""


def report_instead(tx: BothTx, actor: Actor, question_id: int) -> Case:
    """File the asker's own question as a case, with its words as they were said."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id).reported()
    over(tx, me, question, "guide.report")
    return intake.report(tx, actor, Draft(question.text, question.message_id, question.asked_at))
