"""What the bot knows of somebody: shown, corrected and erased by themselves."""

from dataclasses import replace

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Role
from domain.kernel.words import CardKind, ToChat
from domain.places.homes import ask, changed, own
from domain.places.households import HomeDecided, HomeState, Kind, Residency
from domain.places.ports import PlacesTx

ERASE_FILES = "erase-files"
"""The kind of job that deletes the stored files of somebody who was erased."""

SEPARATOR = "|"
"""Between the names of files in the job's parameters."""


class HasPost(NotAllowed):
    """Others rely on them as a worker or steward: somebody must take that over first."""

    key = "error-me-post"


def show(tx: PlacesTx, actor: Actor) -> None:
    """Show the asker what is known of them."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "me-card", {"person": me.person_id, "private": me.private})


def become(tx: PlacesTx, actor: Actor, residency_id: int, kind: Kind) -> Residency:
    """Correct how one lives there. Who says that they own it is confirmed anew: owners' votes hang on it."""
    me = tx.people.enter(actor)
    mine = own(tx, me, residency_id)
    if not mine.stands or mine.kind is kind:
        raise HomeDecided
    if kind is not Kind.OWNER or mine.state is HomeState.PAUSED:
        mended = replace(mine, kind=kind)
        tx.homes.keep(mended)
        changed(tx, me, mended, "kind")
        return mended
    # Another id, so that the captain is shown a new card and no old button confirms it.
    claimed = replace(mine, id=tx.new_id()).asked(kind, tx.now)
    tx.homes.keep(claimed)
    ask(tx, me, claimed)
    tx.cards.refresh(CardKind.HOME, mine.id)
    changed(tx, me, claimed, "claim")
    return claimed


def ask_erase(tx: PlacesTx, actor: Actor) -> None:
    """Say what would go and what would stay, and ask once more."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "me-erase", {"private": me.private})


def erase(tx: PlacesTx, actor: Actor) -> None:
    """Erase the actor; what they wrote to others stays closed for ever, counts stay without a name."""
    me = tx.people.enter(actor)
    if any(grant.role in (Role.WORKER, Role.STEWARD) for grant in me.grants):
        raise HasPost
    compound_id = me.grants[-1].compound_id if me.grants else me.compound_id
    files = tx.homes.forget(me.person_id)
    if compound_id is not None:
        if files:
            tx.jobs.ask(ERASE_FILES, compound_id, me.person_id, {"files": SEPARATOR.join(files)})
        tx.audit.note(compound_id, me.person_id, "person.erase", "person", me.person_id)
    if actor.private:  # in a group the toast says it: nobody else need know
        tx.outbox.tell(ToChat(actor.chat_id, actor.thread_id), "me-erased", {})
