"""三事分流 by a worker: one tap settles what was proposed, another changes it."""

from dataclasses import replace

from domain.cases import daycard
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.rules import Case
from domain.cases.streams import SameStream, Stream
from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind


def settle(tx: CasesTx, actor: Actor, case_id: int, stream: Stream) -> Case:
    """Settle whose matter it is; the reporter hears of it where it is not what everybody expects."""
    me = tx.people.enter(actor)
    case = _held(tx, me, case_id)
    if case.stream_settled and case.stream is stream:
        raise SameStream(number=case.number, stream=stream.value)
    settled = replace(case, stream=stream, stream_settled=True)
    tx.cases.save(settled)
    daycard.follow(tx, case, settled)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"stream.{stream}", "triage", case.id)
    if stream is not _believed(case):
        told = {"number": case.number, "stream": stream.value}
        tx.outbox.tell(reporter_of(case), "case-stream-told", told, about=case.id)
    return settled


def ask(tx: CasesTx, actor: Actor, case_id: int) -> Case:
    """Offer the three again, to the worker who wants to change what was settled."""
    me = tx.people.enter(actor)
    case = _held(tx, me, case_id)
    tx.outbox.tell(home(me), "case-stream-which", {"number": case.number}, about=case.id)
    return case


def _held(tx: CasesTx, me: Standing, case_id: int) -> Case:
    case = tx.cases.get_for(me, case_id)
    if not may(me, Right.TRIAGE, tx.places.path(case.place_id)):
        raise NotAllowed
    return case


def _believed(case: Case) -> Stream:
    """What the reporter takes for granted: what was settled before, or else the compound itself."""
    return case.stream if case.stream_settled else Stream.COMMUNITY
