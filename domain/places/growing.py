"""A pattern of thousands of rooms: grown beside the traffic, put into the tree whole or not at all."""

from domain.kernel.people import Standing
from domain.kernel.words import CardKind, Params, ToPerson
from domain.places.ports import PlacesTx
from domain.places.rooms import MOST_ROOMS
from domain.places.steps import Import, Step

GROW = "grow"
"""The kind of the job."""

AT_ONCE = 1_000
"""Households that the tap itself puts into the tree: some 25 ms in the writer, so its answer is immediate."""


def begin(tx: PlacesTx, me: Standing, compound_id: int, blocks: str) -> None:
    """Have a large pattern grown; a card says how far it is."""
    job_id = tx.jobs.ask(GROW, compound_id, me.person_id, {"blocks": blocks})
    tx.setups.add_import(Import(job_id, compound_id, me.person_id, "reading"))
    tx.cards.open(CardKind.ROOMS, job_id, ToPerson(me.person_id))


def land(tx: PlacesTx, import_id: int) -> bool:
    """The drafts become places, in one statement; False where the tree has grown since they were drawn up."""
    made = tx.setups.imported(import_id)
    tx.places.lock(made.compound_id)
    if tx.setups.changed(import_id):
        return False
    tx.setups.swap(import_id)
    tx.setups.drop(import_id, "done")
    tx.cards.refresh(CardKind.ROOMS, import_id)
    tx.audit.note(made.compound_id, made.person_id, f"setup.{Step.ROOMS}", "place", made.compound_id)
    return True


def too_many(tx: PlacesTx, import_id: int) -> None:
    """With what stands there already it is more than a compound may have; say so, nothing is kept."""
    made = tx.setups.imported(import_id)
    tx.setups.drop(import_id, "dropped")
    tx.cards.refresh(CardKind.ROOMS, import_id)
    told: Params = {"most": MOST_ROOMS}
    tx.outbox.tell(ToPerson(made.person_id), "setup-grow-many", told, about=made.compound_id)


def give_up(tx: PlacesTx, import_id: int, blocks: str) -> None:
    """It could not be done, however often it was tried: the pattern waits for another tap, on the card."""
    made = tx.setups.imported(import_id)
    tx.setups.drop(import_id, "dropped")
    tx.cards.refresh(CardKind.ROOMS, import_id)
    if tx.setups.draft(made.compound_id) is None:
        tx.setups.keep_draft(made.compound_id, blocks)
