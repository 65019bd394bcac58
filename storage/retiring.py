"""Somebody loses a post: their own cards show no more of what they worked on."""

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, or_, select, update

from domain.kernel.people import Role
from domain.kernel.words import CardKind
from storage.cards import NEVER_BEHIND
from storage.tables import cards, cases, grants, questions, residencies

_STILL = (
    select(grants.c.id)
    .where(
        grants.c.person_id == bindparam("person"),
        grants.c.compound_id == bindparam("compound"),
        grants.c.role.in_((Role.WORKER.value, Role.CAPTAIN.value, Role.STEWARD.value)),
    )
    .limit(1)
)
_WORKS = _STILL.where(grants.c.role == Role.WORKER.value)
_here: ColumnElement[int] = bindparam("compound")


def _of(kind: CardKind, subjects: Table) -> ColumnElement[bool]:
    there = select(subjects.c.id).where(subjects.c.compound_id == _here)
    return and_(cards.c.kind == kind.value, cards.c.subject_id.in_(there))


_WORKERS_CARDS = or_(_of(CardKind.CASE, cases), _of(CardKind.QUESTION, questions))
_OWN = cards.c.destination == bindparam("own")
_SILENT = {"shown": NEVER_BEHIND, "stuck": True}
_CLOSE_WORKERS = update(cards).where(_OWN, _WORKERS_CARDS).values(_SILENT)
_CLOSE_HOMES = update(cards).where(_OWN, _of(CardKind.HOME, residencies)).values(_SILENT)


def retire(connection: Connection, person_id: int, compound_id: int) -> None:
    """After a grant of theirs in that compound is gone: nothing, while another one keeps them in the post."""
    who = {"person": person_id, "compound": compound_id}
    own = {"own": f"person:{person_id}", "compound": compound_id}
    if connection.execute(_WORKS, who).first() is None:
        connection.execute(_CLOSE_WORKERS, own)
    if connection.execute(_STILL, who).first() is None:
        connection.execute(_CLOSE_HOMES, own)
