"""A trial of what a group delivers: somebody writes there, and what arrives is ticked off within a minute."""

from datetime import timedelta

from domain.kernel.due import Due
from domain.kernel.people import Actor
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind, ToPerson
from domain.places.ports import PlacesTx
from domain.places.steps import TICKS, Stale, Trial

LOOK = "setup.look"
"""The kind of due row that looks again."""

EVERY = timedelta(seconds=5)
LASTS = timedelta(seconds=60)
"""After this what has not arrived is said not to be delivered."""


def begin(tx: PlacesTx, actor: Actor, chat_id: int) -> None:
    """Look for the next minute what arrives from the actor in that group."""
    me = tx.people.enter(actor)
    chat = tx.setups.chat(chat_id)
    if chat.place_id is None or not may(me, Right.SET_UP, tx.places.path(chat.place_id)):
        raise Stale
    trial = Trial(tx.new_id(), chat_id, me.person_id, tx.now)
    tx.setups.add_trial(trial, actor.user_id)
    tx.cards.open(CardKind.TRIAL, trial.id, ToPerson(me.person_id))
    _again(tx, trial, tx.places.zone(chat.place_id))


def look(tx: PlacesTx, due: Due, digest: str | None) -> None:
    """See what has arrived; the card changes only where that did."""
    trial = tx.setups.trial(due.subject_id)
    if trial is None:
        return
    place_id = tx.setups.chat(trial.chat_id).place_id
    if place_id is None:
        return
    seen = tx.setups.arrived(trial.id)
    ended = len(seen) == len(TICKS) or tx.now >= trial.since + LASTS
    if seen != trial.seen or ended:
        tx.setups.keep_trial(trial.id, seen, ended=ended)
        tx.cards.refresh(CardKind.TRIAL, trial.id)
        tx.cards.refresh(CardKind.MENU, place_id)  # it says how the bot is called there
    if not ended:
        _again(tx, trial, tx.places.zone(place_id))


def _again(tx: PlacesTx, trial: Trial, zone: str) -> None:
    at = tx.now + EVERY
    tx.due.plan(LOOK, trial.id, at, f"{LOOK}:{trial.id}:{int(at.timestamp())}", zone)
