"""Leaving a household, taking that back, and the question once a year whether one still lives there."""

from datetime import datetime

from domain.kernel.answers import home
from domain.kernel.due import Due
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind, Destination, ToPerson, ToWorkers
from domain.places.homes import STILL_THERE, WORKERS_TURN, changed, own, plan, to_vouch
from domain.places.households import SILENCE, UNDO, YEAR, HomeDecided, HomeState, NoHome, Residency
from domain.places.ports import PlacesTx

UNHEARD = "home.unheard"
"""The due row after a question that nobody answered."""


def move_out(tx: PlacesTx, actor: Actor) -> Residency | None:
    """ "I have moved": leave the only household, or ask which; raises NoHome."""
    me = tx.people.enter(actor)
    mine = tx.homes.of(me.person_id)
    if not mine:
        raise NoHome
    if len(mine) == 1:
        return leave(tx, actor, mine[0].id)
    tx.outbox.tell(home(me), "home-leave-which", {"person": me.person_id, "private": me.private})
    return None


def leave(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """End one's own residency; those who live there hear of it when it cannot be taken back any more."""
    me = tx.people.enter(actor)
    gone = _end(tx, me, own(tx, me, residency_id))
    tx.outbox.tell(home(me), "home-left", {}, about=gone.id)
    return gone


def undo(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """Take it back within ten minutes: all is as it was."""
    me = tx.people.enter(actor)
    back = own(tx, me, residency_id).back(tx.now)
    tx.homes.keep(back)
    if back.state is HomeState.CONFIRMED:
        tx.homes.admit(back)
        _next_year(tx, back)
    elif back.state is HomeState.PENDING:
        plan(tx, WORKERS_TURN, back, _awake(tx, back, tx.now))
    changed(tx, me, back, "back")
    return back


def still(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """ "I still live there": ask again in a year."""
    me = tx.people.enter(actor)
    return _renew(tx, me, own(tx, me, residency_id))


def still_seen(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """A captain or worker says the same of somebody who has not answered."""
    me = tx.people.enter(actor)
    return _renew(tx, me, to_vouch(tx, me, residency_id))


def seen_leaving(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """A captain or worker says that somebody who has not answered is gone; they are told how to mend it."""
    me = tx.people.enter(actor)
    gone = _end(tx, me, to_vouch(tx, me, residency_id))
    tx.outbox.tell(ToPerson(gone.person_id), "home-ended", {}, about=gone.id)
    return gone


def workers_turn(tx: PlacesTx, row: Due, digest: str | None) -> None:
    """The captain has had a day: put it before the workers too."""
    waiting = tx.homes.get(row.subject_id)
    if waiting is not None and waiting.left_at is None and waiting.state is HomeState.PENDING:
        tx.cards.open(CardKind.HOME, waiting.id, ToWorkers(waiting.compound_id))


def ask_again(tx: PlacesTx, row: Due, digest: str | None) -> None:
    """A year has gone by: ask whether they still live there, and wait for a month."""
    known = tx.homes.get(row.subject_id)
    if known is None or not known.lives:
        return
    morning, once = _awake(tx, known, tx.now), row.occurrence
    to = ToPerson(known.person_id)
    tx.outbox.tell(to, "home-still", {}, about=known.id, not_before=morning, dedupe=once)
    plan(tx, UNHEARD, known, _awake(tx, known, tx.now + SILENCE))


def unheard(tx: PlacesTx, row: Due, digest: str | None) -> None:
    """Nobody answered: the captain is asked, or the workers. Nobody is removed for silence."""
    known = tx.homes.get(row.subject_id)
    if known is None or not known.lives:
        return
    captains = tx.homes.captains(tx.places.path(known.household_id), besides=known.person_id)
    asked: list[Destination] = [ToPerson(one) for one in captains]
    morning = _awake(tx, known, tx.now)
    for number, to in enumerate(asked or [ToWorkers(known.compound_id)]):
        once = f"{row.occurrence}:{number}"
        tx.outbox.tell(to, "home-unheard", {}, about=known.id, not_before=morning, dedupe=once)


def _end(tx: PlacesTx, me: Standing, mine: Residency) -> Residency:
    gone = mine.left(tx.now)
    tx.homes.keep(gone)
    tx.homes.dismiss(gone)
    for kind in (WORKERS_TURN, STILL_THERE, UNHEARD):
        tx.due.cancel(kind, gone.id)
    for other in tx.homes.members(gone.household_id):
        tx.outbox.tell(
            ToPerson(other),
            "home-gone",
            {},
            about=gone.id,
            not_before=_awake(tx, gone, tx.now + UNDO),
            dedupe=f"home-gone:{gone.id}:{other}:{tx.now:%Y%m%d%H%M%S}",
        )
    changed(tx, me, gone, "leave")
    return gone


def _renew(tx: PlacesTx, me: Standing, known: Residency) -> Residency:
    if not known.lives:
        raise HomeDecided
    tx.due.cancel(UNHEARD, known.id)
    tx.due.cancel(STILL_THERE, known.id)
    _next_year(tx, known)
    tx.audit.note(known.compound_id, me.person_id, "home.still", "home", known.id)
    return known


def _next_year(tx: PlacesTx, known: Residency) -> None:
    plan(tx, STILL_THERE, known, _awake(tx, known, tx.now + YEAR))


def _awake(tx: PlacesTx, known: Residency, at: datetime) -> datetime:
    return awake(at, tx.places.zone(known.place_id))
