"""The morning's digest: planned for every compound, one for each worker whatever the number of groups."""

from zoneinfo import ZoneInfo

from domain.duties.ports import DutiesTx
from domain.duties.rules import next_morning
from domain.kernel.hours import awake
from domain.kernel.words import Priority, ToPerson
from domain.places.worktimes import days_of

MORNING = "duty.morning"
"""The kind of the due row; its subject is a compound."""


def plan_mornings(tx: DutiesTx) -> None:
    """Plan the next digest of every compound; what is planned already stays."""
    for compound_id, zone in tx.duties.compounds():
        _plan(tx, compound_id, zone)


def morning(tx: DutiesTx, compound_id: int) -> None:
    """Send each worker of the compound the day's duties, once a day whatever the number of compounds.

    One that an outage kept until the night is left to the morning that follows.
    """
    zone = tx.places.zone(compound_id)
    if awake(tx.now, zone) > tx.now:
        _plan(tx, compound_id, zone)
        return
    day = tx.now.astimezone(ZoneInfo(zone)).date()
    for person_id in tx.duties.workers(compound_id):
        tx.outbox.tell(
            ToPerson(person_id),
            "duty-digest",
            {"person": person_id},
            priority=Priority.DUTY,
            dedupe=f"digest:{person_id}:{day.isoformat()}",
        )
    _plan(tx, compound_id, zone)


def _plan(tx: DutiesTx, compound_id: int, zone: str) -> None:
    at = next_morning(days_of(tx, compound_id), tx.now, zone)
    tx.due.plan(MORNING, compound_id, at, f"{MORNING}:{compound_id}:{at.isoformat()}", zone)
