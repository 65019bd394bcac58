"""Erasing somebody takes them out of what still runs: their place in a call is free, their votes too."""

from typing import Protocol

from domain.calls import service as calls
from domain.calls.ports import CallsTx
from domain.cases import releasing
from domain.cases.ports import CasesTx
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind
from domain.places import me as places
from domain.polls.ports import PollsTx


class ErasingTx(CallsTx, CasesTx, PollsTx, Protocol):
    """A transaction that knows all that somebody may take part in."""


def erase(tx: ErasingTx, actor: Actor) -> None:
    """By their own button; raises HasPost where others rely on them."""
    _let_go(tx, actor)
    places.erase(tx, actor)


def by_steward(tx: ErasingTx, actor: Actor) -> tuple[str, ...]:
    """By the steward's command, whatever their post is; answers the names of files that are to be deleted."""
    me = _let_go(tx, actor)
    files = tx.homes.forget(me.person_id)
    releasing.release(tx, me.person_id)
    return files


def _let_go(tx: ErasingTx, actor: Actor) -> Standing:
    """Whoever waits moves up, and nobody votes a second time under a new name."""
    me = tx.people.enter(actor)
    calls.give_back(tx, me)
    for poll_id in tx.polls.voted_in(me.person_id):
        poll = tx.polls.due(poll_id)
        if not poll.takes_votes(tx.now):
            continue
        for given in tx.polls.forget(poll_id, me.person_id):
            poll = poll.recounted(given, ())
        tx.polls.save(poll)
        tx.cards.refresh(CardKind.POLL, poll_id)
    return me
