"""Somebody, or a group, cannot be reached any more: the cases stand, and the stewards are told."""

from dataclasses import replace

from domain.kernel.hours import awake
from domain.kernel.people import Actor, Role
from domain.kernel.words import Params, Priority, ToPerson, person
from domain.places.ports import PlacesTx


def group(tx: PlacesTx, chat_id: int) -> None:
    """The bot was taken out of a bound group: what was said there goes to people one by one from now on."""
    bound = tx.setups.chat(chat_id)
    if bound.place_id is None:
        return
    compound_id = tx.places.path(bound.place_id)[-1]
    told: Params = {"group": chat_id, "audience": bound.audience}
    _tell_stewards(tx, compound_id, "group-lost", told, f"group-lost:{chat_id}:{tx.now:%Y%m%d%H}")


def worker(tx: PlacesTx, actor: Actor) -> None:
    """Somebody who works here has shut their private chat: their reminders stay with us."""
    # Who shuts the door has not opened it by that.
    me = tx.people.enter(replace(actor, private=False))
    for compound_id in dict.fromkeys(one.compound_id for one in me.grants if one.role is Role.WORKER):
        told: Params = {"who": person(me.person_id)}
        once = f"worker-lost:{compound_id}:{me.person_id}:{tx.now:%Y%m%d}"
        _tell_stewards(tx, compound_id, "worker-lost", told, once, besides=me.person_id)


def _tell_stewards(
    tx: PlacesTx, compound_id: int, key: str, told: Params, once: str, besides: int | None = None
) -> None:
    for steward in tx.staff.holders(compound_id, Role.STEWARD):
        if steward != besides:
            tx.outbox.tell(
                ToPerson(steward),
                key,
                told,
                about=compound_id,
                priority=Priority.DUTY,
                not_before=awake(tx.now, tx.places.zone(compound_id)),
                dedupe=f"{once}:{steward}",
            )
