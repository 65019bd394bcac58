"""Somebody works here no more: their post ends, and what they had taken on is somebody else's at once."""

from domain.cases import releasing
from domain.cases.ports import CasesTx
from domain.kernel.people import Actor
from domain.places import staff


def dismiss(tx: CasesTx, actor: Actor, grant_id: int) -> None:
    """Take a post back; open cases go to whoever is on duty, in the same commit."""
    held = tx.staff.holder(grant_id)
    staff.dismiss(tx, actor, grant_id)
    assert held is not None  # staff.dismiss refuses a grant that is gone
    person_id, _, compound_id = held
    releasing.release(tx, person_id)
    releasing.look_again(tx, compound_id, person_id)
