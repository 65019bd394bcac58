"""Rooms from a file: read beside the traffic, shown, put into the tree by one tap, whole or not at all."""

from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.kernel.words import Params, ToPerson
from domain.places.listing import Broken
from domain.places.ports import PlacesTx
from domain.places.rooms import MOST_ROOMS
from domain.places.setup import advance, mine
from domain.places.steps import Changed, Import, Stale, Step

ROOMS = "rooms"
"""The kind of the job that reads a file."""


def upload(tx: PlacesTx, actor: Actor, compound_id: int, file_id: str) -> None:
    """Have a file read; nothing of it is in the tree before a tap says so."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    job_id = tx.jobs.ask(ROOMS, compound_id, me.person_id, sealed=file_id)
    tx.setups.add_import(Import(job_id, compound_id, me.person_id, "reading"))
    tx.outbox.tell(home(me), "setup-reading", {}, about=compound_id)


def take(tx: PlacesTx, actor: Actor, import_id: int) -> int:
    """Put its rooms into the tree, in one statement; answers how many.

    Raises Stale for a second tap, Changed where the tree has grown since it was shown.
    """
    me = tx.people.enter(actor)
    made = tx.setups.imported(import_id)
    mine(tx, me, made.compound_id)
    if made.state != "ready":
        raise Stale
    if tx.setups.changed(import_id):
        raise Changed
    count = tx.setups.swap(import_id)
    tx.setups.drop(import_id, "done")
    tx.audit.note(made.compound_id, me.person_id, "setup.import", "place", made.compound_id)
    advance(tx, actor, me, made.compound_id, Step.ROOMS)
    return count


def apologise(tx: PlacesTx, import_id: int) -> None:
    """The file could not be had, however often it was tried."""
    made = tx.setups.imported(import_id)
    tx.setups.drop(import_id, "dropped")
    told: Params = {"why": Broken.UNREADABLE.value, "most": MOST_ROOMS}
    tx.outbox.tell(ToPerson(made.person_id), "setup-import-broken", told, about=import_id)


def drop(tx: PlacesTx, actor: Actor, import_id: int) -> None:
    """Forget the file."""
    me = tx.people.enter(actor)
    made = tx.setups.imported(import_id)
    mine(tx, me, made.compound_id)
    if made.state not in ("ready", "bad"):
        raise Stale
    tx.setups.drop(import_id, "dropped")
