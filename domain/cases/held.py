"""Words that wait for a tap: a neighbour's message passed on, or words that may belong to several cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from domain.cases import intake, talk
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft, Source
from domain.cases.table import Action
from domain.kernel.answers import home
from domain.kernel.due import Due
from domain.kernel.errors import DomainError
from domain.kernel.people import Actor, Standing

KEPT = timedelta(days=7)
"""How long they wait; after that they are forgotten."""

LAPSES = "case.held"
"""The kind of the due row that ends the waiting."""

MOST = 6
"""Cases that are offered to choose from, the newest."""


class Why(StrEnum):
    """What the words wait for."""

    PASSED = "passed"
    WHICH = "which"


class HeldNoMore(DomainError):
    """They were filed, joined or forgotten already."""

    key = "error-held-over"


@dataclass(frozen=True, slots=True)
class Held:
    """Words and attachments that wait, whose they are and why."""

    id: int
    person_id: int
    why: Why
    draft: Draft


class Holding(Protocol):
    """What waiting words ask of the memory."""

    def keep(self, held: Held) -> None:
        """Keep them, sealed."""

    def take(self, held_id: int, person_id: int) -> Held | None:
        """That person's words, forgotten with this; None where they are gone or somebody else's."""

    def drop(self, held_id: int) -> None:
        """Forget them."""


class HeldTx(CasesTx, Protocol):
    """A transaction that knows waiting words."""

    @property
    def held(self) -> Holding: ...


def pass_on(tx: HeldTx, actor: Actor, draft: Draft) -> None:
    """Somebody passes on what a neighbour wrote: ask whether it is to be filed; who wrote it is not kept."""
    me = tx.people.enter(actor)
    held = _keep(tx, me, Why.PASSED, draft)
    tx.outbox.tell(home(me), "case-passed-on", {"held": held.id})


def which(tx: HeldTx, actor: Actor, me: Standing, draft: Draft, among: Sequence[Case]) -> None:
    """Ask to which of somebody's open cases their words belong."""
    held = _keep(tx, me, Why.WHICH, draft)
    tx.outbox.tell(home(me), "case-which", {"held": held.id, "person": me.person_id})


def file(tx: HeldTx, actor: Actor, held_id: int) -> Case:
    """They are a report of their own."""
    held = _taken(tx, actor, held_id)
    source = Source.PASSED if held.why is Why.PASSED else Source.OWN
    return intake.report(tx, actor, held.draft.of(source))


def join(tx: HeldTx, actor: Actor, held_id: int, case_id: int) -> Case:
    """They belong to that case of the actor's own."""
    held = _taken(tx, actor, held_id)
    return talk.complete(tx, actor, case_id, Action.ADD, held.draft)


def let_go(tx: HeldTx, actor: Actor, held_id: int) -> None:
    """They are not to be filed."""
    _taken(tx, actor, held_id)


def lapse(tx: HeldTx, row: Due, digest: str | None) -> None:
    """Nobody chose: they are forgotten."""
    tx.held.drop(row.subject_id)


def _keep(tx: HeldTx, me: Standing, why: Why, draft: Draft) -> Held:
    held = Held(tx.new_id(), me.person_id, why, draft)
    tx.held.keep(held)
    zone = tx.places.zone(me.compound_id) if me.compound_id is not None else "UTC"
    tx.due.plan(LAPSES, held.id, tx.now + KEPT, f"{LAPSES}:{held.id}", zone)
    return held


def _taken(tx: HeldTx, actor: Actor, held_id: int) -> Held:
    me = tx.people.enter(actor)
    held = tx.held.take(held_id, me.person_id)
    if held is None:
        raise HeldNoMore
    tx.due.cancel(LAPSES, held.id)
    return held
